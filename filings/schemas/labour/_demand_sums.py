"""The sums of a demand to the employer and the terms that the law sets him."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.rules.delayed_wages import delayed_wages_total
from filings.rules.terms import legal_term
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.labour._demand_steps import warnings_of
from filings.schemas.labour._owed_wages import DebtLine, debt_lines, overdue, wages_owed, wages_section
from filings.schemas.labour._wage_debt import months_in_words

if TYPE_CHECKING:
    from filings.schemas.labour.employer_documents_demand import EmployerDocumentsDemand

ONE_DAY = timedelta(days=1)


class EmployerDemandConclusions(Conclusions):
    """The debt, the interest for delay, the terms of the law."""

    lines: tuple[DebtLine, ...] = fact("Долг по месяцам", ru="строки_долга", default=())
    months: str = fact("За какие месяцы долг", ru="период_долга", default="")
    wages: Decimal = fact("Долг по зарплате", ru="долг_по_зарплате", default=Decimal(0))
    late_pay: Decimal = fact("Проценты за задержку", ru="проценты_за_задержку", default=Decimal(0))
    late_since: date | None = fact("Первый день просрочки", ru="просрочка_с", default=None)
    onward: date = fact("С какого дня проценты идут дальше", ru="далее_с")
    papers_days: int = fact("За сколько рабочих дней выдают документы", ru="дней_на_документы")
    suspension_days: int = fact("После скольких дней задержки можно не работать", ru="дней_задержки")


def conclude(demand: EmployerDocumentsDemand, on: date) -> EmployerDemandConclusions:
    """The debts and the interest of ТК РФ, ст. 236; the terms of ст. 62 and 142."""
    terms = {
        "onward": on + ONE_DAY,
        "papers_days": legal_term("employer_documents", on).count,
        "suspension_days": legal_term("work_suspension_delay", on).count,
        "warnings": tuple(warnings_of(demand, on)),
    }
    if not (demand.debts and demand.tax):
        return EmployerDemandConclusions(**terms)
    wages, late = wages_owed(demand.debts), delayed_wages_total(overdue(demand.debts), on)
    return EmployerDemandConclusions(
        **terms,
        lines=debt_lines(demand.debts),
        months=months_in_words([debt.month for debt in demand.debts]),
        wages=wages,
        late_pay=late.value,
        late_since=min(debt.due for debt in demand.debts) + ONE_DAY,
        calculation=(*wages_section(demand.debts, demand.tax), late),
        totals=(
            Total(title="Задолженность по заработной плате", amount=wages),
            Total(title="Проценты (денежная компенсация) за задержку выплаты", amount=late.value),
            Total(title="Всего", amount=wages + late.value),
        ),
    )
