"""The sums of an application for a court order for wages: only what the employer has accrued himself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.questions import Choice
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.labour._order_advice import warnings_of
from filings.schemas.labour._owed_wages import DebtLine, debt_lines, wages_owed, wages_section
from filings.schemas.labour._wage_debt import months_in_words

if TYPE_CHECKING:
    from filings.schemas.labour.wage_court_order import WageCourtOrder


class ProofOfAccrual(Choice):
    """Документ работодателя, в котором деньги начислены."""

    PAYSLIP = "payslip", "расчётный листок"
    CERTIFICATE = "certificate", "справка о задолженности"

    @property
    def by_what(self) -> str:
        """«расчётными листками», for «подтверждается …»."""
        return "расчётными листками" if self is ProofOfAccrual.PAYSLIP else "справкой работодателя о задолженности"


class WageOrderConclusions(Conclusions):
    """The sums of the application."""

    lines: tuple[DebtLine, ...] = fact("Долг по месяцам", ru="строки_долга")
    months: str = fact("За какие месяцы долг", ru="период_долга")
    wages: Decimal = fact("Долг по зарплате", ru="долг_по_зарплате")
    price: Decimal = fact("Сколько взыскать", ru="всего")


def conclude(filing: WageCourtOrder, on: date) -> WageOrderConclusions:
    """The debts, and the compensation as the employer accrued it: ГПК РФ, ст. 122."""
    wages = wages_owed(filing.debts)
    extra = filing.compensation
    return WageOrderConclusions(
        lines=debt_lines(filing.debts),
        months=months_in_words([debt.month for debt in filing.debts]),
        wages=wages,
        price=filing.price,
        calculation=wages_section(filing.debts, filing.tax),
        totals=(
            Total(title="Задолженность по заработной плате", amount=wages),
            *([Total(title="Начисленная компенсация за задержку", amount=extra)] if extra else []),
            Total(title="Сумма требования", amount=filing.price),
        ),
        warnings=tuple(warnings_of(filing, on)),
    )
