"""Wages not paid in time, as papers outside the courts tell of them: the debt and the interest of ТК РФ, ст. 236."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from filings.rules.delayed_wages import delayed_wages_total
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.labour._owed_wages import DebtLine, debt_lines, overdue, wages_owed, wages_section
from filings.schemas.labour._tax import TaxBasis
from filings.schemas.labour._wage_debt import WageDebt, months_in_words


class LateWages(Conclusions):
    """The debt and the interest for delay; empty when no wages are owed."""

    lines: tuple[DebtLine, ...] = fact("Долг по месяцам", ru="строки_долга", default=())
    months: str = fact("За какие месяцы долг", ru="период_долга", default="")
    wages: Decimal = fact("Долг по зарплате", ru="долг_по_зарплате", default=Decimal(0))
    late_pay: Decimal = fact("Проценты за задержку", ru="проценты_за_задержку", default=Decimal(0))
    late_since: date | None = fact("Первый день просрочки", ru="просрочка_с", default=None)


def late_wages(debts: Sequence[WageDebt], tax: TaxBasis | None, on: date) -> dict[str, Any]:
    """The fields of LateWages on that day, its calculation and totals; nothing when nothing is owed."""
    if not (debts and tax):
        return {}
    wages, late = wages_owed(debts), delayed_wages_total(overdue(debts), on)
    return {
        "lines": debt_lines(debts),
        "months": months_in_words([debt.month for debt in debts]),
        "wages": wages,
        "late_pay": late.value,
        "late_since": min(debt.due for debt in debts) + timedelta(days=1),
        "calculation": (*wages_section(debts, tax), late),
        "totals": (
            Total(title="Задолженность по заработной плате", amount=wages),
            Total(title="Проценты (денежная компенсация) за задержку выплаты", amount=late.value),
        ),
    }
