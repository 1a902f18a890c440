"""Unpaid wages as documents show them: lines of the table, the section of the calculation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from filings.questions import Block
from filings.rules.accrual import OverdueSum
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import day, money
from filings.russian.numbers import money as in_roubles
from filings.schemas.conclusions import fact
from filings.schemas.labour._tax import TaxBasis
from filings.schemas.labour._wage_debt import WageDebt


class DebtLine(Block):
    """A line of the table of debts; sums as the table prints them, «30 000,00»."""

    called: str = fact("За что", ru="за_что")
    due: date = fact("Срок выплаты", ru="срок")
    accrued: str = fact("Причиталось", ru="начислено")
    paid: str = fact("Выплачено и когда; пусто, если ничего", ru="выплачено", default="")
    paid_in_words: str = fact("То же для предложения", ru="выплачено_словами", default="")
    debt: str = fact("Долг", ru="долг")


def wages_owed(debts: Iterable[WageDebt]) -> Decimal:
    """The debts together."""
    return sum((debt.debt for debt in debts), Decimal("0.00"))


def debt_lines(debts: Iterable[WageDebt]) -> tuple[DebtLine, ...]:
    """The debts line by line, in the order given."""
    return tuple(_line(debt) for debt in debts)


def wages_section(debts: Sequence[WageDebt], tax: TaxBasis) -> tuple[Conclusion, ...]:
    """The section of the calculation about the debts; none when no wages are owed."""
    if not debts:
        return ()
    steps = tuple(Step(note=debt.called, formula=_subtraction(debt), amount=debt.debt) for debt in debts)
    return (
        Conclusion(
            rule="wages_owed",
            title=f"Задолженность по заработной плате ({tax.in_words})",
            value=wages_owed(debts),
            unit=ROUBLES,
            steps=steps,
            references=("ТК РФ, ст. 135, 136",),
        ),
    )


def overdue(debts: Iterable[WageDebt]) -> list[OverdueSum]:
    """The debts as the rule of late pay takes them: ТК РФ, ст. 236."""
    return [
        OverdueSum(debt.accrued, debt.due, tuple(debt.payments), due_called(debt.called, debt.due)) for debt in debts
    ]


def due_called(called: str, on: date) -> str:
    """«март 2026 года, срок выплаты 10.04.2026»."""
    return f"{called}, срок выплаты {day(on)}"


def _line(debt: WageDebt) -> DebtLine:
    return DebtLine(
        called=debt.called,
        due=debt.due,
        accrued=money(debt.accrued),
        paid="; ".join(f"{money(payment.amount)} ({day(payment.on)})" for payment in debt.paid_in_order),
        paid_in_words="; ".join(f"{day(payment.on)} — {in_roubles(payment.amount)}" for payment in debt.paid_in_order),
        debt=money(debt.debt),
    )


def _subtraction(debt: WageDebt) -> str:
    paid = [f" − {money(payment.amount)} (выплачено {day(payment.on)})" for payment in debt.paid_in_order]
    return money(debt.accrued) + "".join(paid)
