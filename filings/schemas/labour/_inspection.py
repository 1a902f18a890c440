"""A complaint to the labour inspectorate: what was broken, what is owed, what is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.questions import Choice, OrganisationInn, question
from filings.rules.delayed_wages import delayed_wages_total
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.labour._owed_wages import DebtLine, debt_lines, overdue, wages_owed, wages_section
from filings.schemas.labour._wage_debt import months_in_words
from filings.schemas.labour._wage_employer import EmployerToAsk

if TYPE_CHECKING:
    from filings.schemas.labour.labour_inspectorate_complaint import LabourInspectorateComplaint


class Violation(Choice):
    """Что нарушено, кроме зарплаты."""

    NO_CONTRACT = "no_contract", "не оформили трудовой договор"
    LEAVE = "leave", "не дают отпуск или не платят за него"
    DISMISSAL = "dismissal", "уволили с нарушением"
    SAFETY = "safety", "не соблюдают охрану труда"


class InspectedEmployer(EmployerToAsk):
    """Работодатель, которого проверит инспекция."""

    inn: OrganisationInn | None = question(
        "ИНН", ru="инн", when="kind=organisation", optional=True, hint="10 цифр. Есть в договоре и в расчётном листке"
    )


class InspectionConclusions(Conclusions):
    """The debt and the interest for delay."""

    lines: tuple[DebtLine, ...] = fact("Долг по месяцам", ru="строки_долга", default=())
    months: str = fact("За какие месяцы долг", ru="период_долга", default="")
    wages: Decimal = fact("Долг по зарплате", ru="долг_по_зарплате", default=Decimal(0))
    late_pay: Decimal = fact("Проценты за задержку", ru="проценты_за_задержку", default=Decimal(0))
    late_since: date | None = fact("Первый день просрочки", ru="просрочка_с", default=None)


def conclude(complaint: LabourInspectorateComplaint, warnings: Iterable[str], on: date) -> InspectionConclusions:
    """The debts and the interest of ТК РФ, ст. 236; nothing is counted when wages are not complained of."""
    debts, warnings = complaint.debts, tuple(warnings)
    if not (debts and complaint.tax):
        return InspectionConclusions(warnings=warnings)
    wages, late = wages_owed(debts), delayed_wages_total(overdue(debts), on)
    return InspectionConclusions(
        lines=debt_lines(debts),
        months=months_in_words([debt.month for debt in debts]),
        wages=wages,
        late_pay=late.value,
        late_since=min(debt.due for debt in debts) + timedelta(days=1),
        calculation=(*wages_section(debts, complaint.tax), late),
        totals=(
            Total(title="Задолженность по заработной плате", amount=wages),
            Total(title="Проценты (денежная компенсация) за задержку выплаты", amount=late.value),
        ),
        warnings=warnings,
    )


def demands(complaint: LabourInspectorateComplaint) -> list[str]:
    """What is asked for, in order: ТК РФ, ст. 357, 358, 360.1."""
    asked = (("взыскание", complaint.accrued), ("тайна", complaint.hides_name))
    return ["проверка", "предписание", *[name for name, there in asked if there], "ответственность", "ответ"]


def offence(complaint: LabourInspectorateComplaint) -> str:
    """The parts of КоАП РФ, ст. 5.27 that fit, for «по …»."""
    violations = set(complaint.violations)
    found_by_part = (
        ("1", violations & {Violation.LEAVE, Violation.DISMISSAL}),
        ("4", Violation.NO_CONTRACT in violations),
        ("6", complaint.owed),
    )
    parts = [part for part, broken in found_by_part if broken]
    found = [f"ч. {', '.join(parts)} ст. 5.27"] if parts else []
    return " и ".join(found + ["ст. 5.27.1"] * (Violation.SAFETY in violations)) + " КоАП РФ"
