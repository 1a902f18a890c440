"""Penalty for late alimony: СК РФ, ст. 115, п. 2."""

from collections.abc import Iterable
from datetime import date

from filings.parameters import parameter
from filings.questions import Block, DatedSum, Day, question
from filings.rules.accrual import OverdueSum, daily_step, ignored_payments, split, stretches, warnings_for
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total

PARAMETER = "alimony_penalty_percent"


class Input(Block):
    """Неустойка за просрочку алиментов."""

    debts: tuple[DatedSum, ...] = question(
        "Неуплаченные алименты и последний день, когда их должны были заплатить", ru="долги", add="Добавить месяц"
    )
    until: Day = question("По какой день считать", ru="по")


def alimony_penalty(given: Input) -> Conclusion:
    """Each monthly sum × percent × its own days of delay, from the day after it was due; then all are added up."""
    return alimony_penalty_total([OverdueSum(debt.amount, debt.on) for debt in given.debts], given.until)


def alimony_penalty_total(debts: Iterable[OverdueSum], until: date) -> Conclusion:
    """The same for sums paid late or in part; the first step of a debt that has a name carries it as its note."""
    debts = tuple(debts)
    pieces = [piece for debt in debts for piece in stretches(debt, until)]
    rule = parameter(PARAMETER)
    steps = tuple(step for debt in debts for step in _of_debt(debt, until))
    acts = {record.reference: None for piece in pieces for _, record in split(piece, rule)}
    return Conclusion(
        rule="alimony_penalty",
        title="Расчёт неустойки за несвоевременную уплату алиментов, ст. 115 СК РФ",
        value=total(steps),
        unit=ROUBLES,
        steps=steps,
        references=tuple(acts) or ("СК РФ, ст. 115, п. 2",),
        warnings=(*ignored_payments(debts, until), *warnings_for([rule], pieces)),
    )


def _of_debt(debt: OverdueSum, until: date) -> list[Step]:
    steps = [
        daily_step(part, record.value)
        for piece in stretches(debt, until)
        for part, record in split(piece, parameter(PARAMETER))
    ]
    return [step.model_copy(update={"note": "" if number else debt.called}) for number, step in enumerate(steps)]
