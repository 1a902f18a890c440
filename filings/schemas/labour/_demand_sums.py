"""The sums of a demand to the employer and the terms that the law sets him."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from filings.rules.terms import legal_term
from filings.schemas.conclusions import Total, fact
from filings.schemas.labour._demand_steps import warnings_of
from filings.schemas.labour._late_wages import LateWages, late_wages

if TYPE_CHECKING:
    from filings.schemas.labour.employer_documents_demand import EmployerDocumentsDemand

ONE_DAY = timedelta(days=1)


class EmployerDemandConclusions(LateWages):
    """The debt, the interest for delay, the terms of the law."""

    onward: date = fact("С какого дня проценты идут дальше", ru="далее_с")
    papers_days: int = fact("За сколько рабочих дней выдают документы", ru="дней_на_документы")
    suspension_days: int = fact("После скольких дней задержки можно не работать", ru="дней_задержки")


def conclude(demand: EmployerDocumentsDemand, on: date) -> EmployerDemandConclusions:
    """The debts and the interest of ТК РФ, ст. 236; the terms of ст. 62 and 142."""
    owed = late_wages(demand.debts, demand.tax, on)
    if owed:
        owed["totals"] += (Total(title="Всего", amount=owed["wages"] + owed["late_pay"]),)
    return EmployerDemandConclusions(
        **owed,
        onward=on + ONE_DAY,
        papers_days=legal_term("employer_documents", on).count,
        suspension_days=legal_term("work_suspension_delay", on).count,
        warnings=tuple(warnings_of(demand, on)),
    )
