"""What proves unpaid work: the worker's own evidence, papers that the employer holds, witnesses."""

from __future__ import annotations

from pydantic import field_validator, model_validator

from filings.questions import AddressLine, Block, Choice, PastDay, Text, question, wrong
from filings.schemas.parties import Person


class Evidence(Choice):
    """Доказательства работника; `by_what` is the instrumental case, for «подтверждается …»."""

    PAYSLIPS = "payslips", "расчётные листки"
    BANK = "bank", "выписка по банковскому счёту"
    MESSAGES = "messages", "переписка"
    WITNESSES = "witnesses", "свидетели"
    RECORD = "record", "сведения о трудовой деятельности (СЗИ-ТД)", "Выписка из Социального фонда, есть на Госуслугах"
    TIMESHEET = "timesheet", "табели и графики работы"
    PHOTOS = "photos", "фотографии и видеозаписи с рабочего места"
    PAPERS = "papers", "рабочие документы с моей подписью", "Накладные, ведомости, журналы, пропуск"

    @property
    def by_what(self) -> str:
        """«расчётными листками»."""
        return _BY_WHAT[self]


def proved_by(evidence: list[Evidence]) -> str:
    """For «подтверждается …»: «перепиской, а также фотографиями и видеозаписями…», never «и … и»."""
    words = [one.by_what for one in evidence]
    if len(words) < 2:
        return "".join(words)
    double = any(" и " in word for word in words[-2:])
    return ", ".join(words[:-1]) + (", а также " if double else " и ") + words[-1]


_BY_WHAT = {
    Evidence.PAYSLIPS: "расчётными листками",
    Evidence.BANK: "выпиской по банковскому счёту",
    Evidence.MESSAGES: "перепиской",
    Evidence.WITNESSES: "показаниями свидетелей",
    Evidence.RECORD: "сведениями о трудовой деятельности (СЗИ-ТД)",
    Evidence.TIMESHEET: "табелями и графиками работы",
    Evidence.PHOTOS: "фотографиями и видеозаписями с рабочего места",
    Evidence.PAPERS: "рабочими документами с подписью истца",
}


class EmployerPaper(Choice):
    """Документы, которые есть только у работодателя."""

    CONTRACT = "contract", "трудовой договор и приказ о приёме на работу"
    PAYSLIPS = "payslips", "расчётные листки"
    PAYROLL = "payroll", "платёжные ведомости и платёжные поручения о выплате заработной платы"
    TIMESHEET = "timesheet", "табели учёта рабочего времени"
    RECORD = "record", "сведения о трудовой деятельности (СТД-Р)"
    STAFF_LIST = "staff_list", "штатное расписание"
    PAY_RULES = "pay_rules", "положение об оплате труда и правила внутреннего трудового распорядка"
    DISMISSAL = "dismissal", "приказ об увольнении"
    LEAVE = "leave", "приказы о предоставлении отпусков"


class DocumentRequest(Block):
    """Что суд запросит у работодателя. Source: ГПК РФ, ст. 57, ч. 2."""

    papers: list[EmployerPaper] = question("Какие документы нужны", ru="документы")
    asked_on: PastDay | None = question(
        "Когда вы сами просили их у работодателя",
        ru="дата_запроса",
        optional=True,
        hint="Если не просили, оставьте пустым",
    )

    @model_validator(mode="after")
    def _names_papers(self) -> DocumentRequest:
        if not self.papers:
            raise wrong("papers", "выберите хотя бы один документ")
        return self


class Witness(Person):
    """Свидетель. Source: ГПК РФ, ст. 69, ч. 2."""

    address: AddressLine = question("Где живёт", ru="адрес")
    knows: Text = question("О чём может рассказать", ru="что_знает", example="когда и кем вы работали, как платили")

    @field_validator("knows")
    @classmethod
    def _fits_brackets(cls, text: str) -> str:
        return text.rstrip(" .;")
