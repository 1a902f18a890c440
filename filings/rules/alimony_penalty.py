"""Penalty for late alimony: СК РФ, ст. 115, п. 2."""

from decimal import Decimal

from filings.parameters import parameter
from filings.questions import Block, DatedSum, Day, question
from filings.rules.accrual import OverdueSum, Stretch, split, stretches, warnings_for
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.figures import days, money, percent, to_kopecks

PARAMETER = "alimony_penalty_percent"


class Input(Block):
    """Неустойка за просрочку алиментов."""

    debts: tuple[DatedSum, ...] = question(
        "Неуплаченные алименты и последний день, когда их должны были заплатить", ru="долги", add="Добавить месяц"
    )
    until: Day = question("По какой день считать", ru="по")


def alimony_penalty(given: Input) -> Conclusion:
    """Each monthly sum × percent × its own days of delay, from the day after it was due; then all are added up."""
    pieces = [piece for debt in given.debts for piece in stretches(OverdueSum(debt.amount, debt.on), given.until)]
    rule = parameter(PARAMETER)
    steps = tuple(_step(part, record.value) for piece in pieces for part, record in split(piece, rule))
    acts = {record.reference: None for piece in pieces for _, record in split(piece, rule)}
    return Conclusion(
        rule="alimony_penalty",
        title="Расчёт неустойки за несвоевременную уплату алиментов, ст. 115 СК РФ",
        value=total(steps),
        unit=ROUBLES,
        steps=steps,
        references=tuple(acts) or ("СК РФ, ст. 115, п. 2",),
        warnings=warnings_for([rule], pieces),
    )


def _step(part: Stretch, rate: Decimal) -> Step:
    return Step(
        since=part.since,
        until=part.until,
        days=part.days,
        base=part.balance,
        rate=rate,
        formula=f"{money(part.balance)} × {percent(rate)} × {days(part.days)}",
        amount=to_kopecks(part.balance * rate * part.days / 100),
    )
