"""A complaint to the labour inspectorate: what was broken, what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filings.questions import Choice, OrganisationInn, question
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
