"""Which wages may still be sued for on a day: ТК РФ, ст. 392, ч. 2."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from filings.parameters import parameter
from filings.questions import Block, DatedSum, Day, question
from filings.rules.accrual import ONE_DAY
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import day, money
from filings.rules.terms import legal_term, raw_end
from filings.rules.working_days import nearest_working_day

PARAMETER = "labour_limitation_pay"


class Input(Block):
    """Срок обращения в суд за зарплатой."""

    debts: tuple[DatedSum, ...] = question("Невыплаченные суммы и дни, когда их должны были выплатить", ru="долги")
    filed_on: Day = question("Когда подаёте иск", ru="подан")


@dataclass(frozen=True)
class Term:
    """A sum, the last day to sue for it, and whether the claim is in time."""

    debt: DatedSum
    last_day: date
    in_time: bool


def limitation(given: Input) -> Conclusion:
    """The sum for which the claim is in time; each sum has a term of its own, from the day it was due."""
    terms = terms_of(given.debts, given.filed_on)
    used = {parameter(PARAMETER).at(debt.on).reference: None for debt in given.debts}
    return Conclusion(
        rule="limitation",
        title="Проверка срока обращения в суд, ст. 392 ТК РФ",
        value=sum((term.debt.amount for term in terms if term.in_time), Decimal("0.00")),
        unit=ROUBLES,
        steps=tuple(_step(term) for term in terms),
        references=(*used, "ТК РФ, ст. 14"),
        warnings=_warnings(terms),
    )


def terms_of(debts: tuple[DatedSum, ...], filed_on: date) -> tuple[Term, ...]:
    """For every sum the last day to sue and whether `filed_on` is in time."""
    ends = ((debt, last_day_to_sue(debt.on)) for debt in debts)
    return tuple(Term(debt, end, filed_on <= end) for debt, end in ends)


def last_day_to_sue(due: date) -> date:
    """The last day of the term for a sum due on that day; a day off moves it on (ТК РФ, ст. 14, ч. 4).

    For a year whose calendar is not known the end is left where it falls: never later than the true one.
    """
    end = raw_end(due, legal_term(PARAMETER, due))
    return nearest_working_day(end, ONE_DAY) or end


def _step(term: Term) -> Step:
    verdict = "в срок" if term.in_time else "срок пропущен"
    days = f"выплатить до {day(term.debt.on)}, в суд до {day(term.last_day)}"
    return Step(
        since=term.debt.on + ONE_DAY,
        until=term.last_day,
        base=term.debt.amount,
        formula=f"{money(term.debt.amount)}: {days} — {verdict}",
        amount=term.debt.amount if term.in_time else Decimal("0.00"),
    )


def _warnings(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """A missed term does not bar the claim: the court applies it only when the employer asks."""
    late = [term for term in terms if not term.in_time]
    if not late:
        return ()
    days = ", ".join(day(term.debt.on) for term in late)
    return (
        f"Срок обращения в суд пропущен по суммам со сроком выплаты {days}. Попросите суд восстановить срок и назовите "
        "причины (ТК РФ, ст. 392, ч. 5). Если зарплату начислили и вы ещё работаете у этого работодателя, срок "
        "не пропущен (постановление Пленума ВС РФ от 17.03.2004 № 2, п. 56).",
    )
