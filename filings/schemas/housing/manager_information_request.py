"""Запрос о предоставлении информации и документов тому, кто управляет домом.

Sources: ЖК РФ, ст. 45, 143.1, 161 (ч. 10, 10.1), 162 (ч. 11), 165; ПП РФ № 416, раздел VIII; ЗоЗПП, ст. 8–10.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import YesNo, page, wrong
from filings.rules.terms import legal_term
from filings.russian import dates
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.dwelling import Dwelling, DwellingRight
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _information_advice
from filings.schemas.housing._manager_papers import OF_A_PERIOD, HousePaper, Period, ReplyForm, asked_for
from filings.schemas.managing_organisation import Manager, ManagerKind
from filings.schemas.next_steps import NextSteps
from filings.schemas.petition import Petition


class InformationConclusions(Conclusions):
    """The terms for each sort of paper."""

    reply_days: int = fact("Срок ответа, рабочих дней", ru="срок_ответа")
    certificate_days: int = fact("Срок расчёта платы, рабочих дней", ru="срок_расчёта")
    register_days: int = fact("Срок выдачи реестра, дней", ru="срок_реестра")


class ManagerInformationRequest(Petition):
    """Запрос документов о доме и о плате."""

    about = About(
        title="Запрос документов у управляющей организации",
        printed="Запрос",
        summary="Куда уходят деньги, что сделано в доме, как посчитана плата. Запрос требует показать договор, отчёт, "
        "акты, протоколы, расчёт платы: их обязаны дать.",
        audience=("citizen", "trainer"),
        minutes=7,
        at_hand=("квитанция: в ней название организации и лицевой счёт", "за какие месяцы нужны документы"),
        cost="Бесплатно",
        references=(
            "ЖК РФ, ст. 45, 143.1, 161, 162, 165",
            "ПП РФ от 15.05.2013 № 416, раздел VIII",
            "Закон РФ «О защите прав потребителей», ст. 8–10",
        ),
        not_for=("Сведения о других жителях: их личные данные вам не дадут",),
        next_kinds=("housing_inspectorate_complaint", "prosecutor_complaint"),
    )

    home: Dwelling = page("О каком доме речь", ru="жильё", hint="Укажите вашу квартиру в нём")
    recipient: Manager = page("Кто управляет домом", ru="адресат", hint="Название есть в квитанции")
    documents: list[HousePaper] = page("Какие документы нужны", ru="документы", hint="Отметьте все нужные")
    for_meeting: YesNo | None = page(
        "Реестр нужен, чтобы созвать общее собрание?", ru="для_собрания", when="documents=owners_register"
    )
    period: Period | None = page("За какое время нужны документы", ru="период", when=OF_A_PERIOD)
    form: ReplyForm = page("В каком виде", ru="вид_ответа")

    @field_validator("recipient")
    @classmethod
    def _keeps_the_papers(cls, recipient: Manager) -> Manager:
        if recipient.kind in (ManagerKind.SUPPLIER, ManagerKind.OPERATOR):
            raise wrong(
                "kind",
                "документы о доме хранит тот, кто им управляет: управляющая компания, ТСЖ или кооператив; впишите его",
            )
        return recipient

    @field_validator("documents")
    @classmethod
    def _names_papers(cls, documents: list[HousePaper], info: ValidationInfo) -> list[HousePaper]:
        home = info.data.get("home")
        if HousePaper.REGISTER in documents and home and home.right is not DwellingRight.OWNER:
            raise wrong("", "реестр собственников дают только собственнику; уберите его из списка")
        return documents

    @field_validator("for_meeting")
    @classmethod
    def _has_a_purpose(cls, for_meeting: bool | None) -> bool | None:
        if for_meeting is False:
            raise wrong(
                "",
                "реестр с данными соседей дают только для общего собрания (ЖК РФ, ст. 45, ч. 3.1); без этой цели "
                "уберите его из списка",
            )
        return for_meeting

    @model_validator(mode="after")
    def _period_has_come(self, info: ValidationInfo) -> ManagerInformationRequest:
        on = (info.context or {}).get("on")
        if on and self.period and self.period.until > on:
            raise wrong(
                "period.until",
                "{month} ещё не наступил; впишите прошедший или нынешний месяц",
                month=dates.month(self.period.until),
            )
        return self

    def conclude(self, on: date) -> InformationConclusions:
        """ПП РФ № 416, раздел VIII; ЖК РФ, ст. 45, ч. 3.1: the terms for the answer."""
        return InformationConclusions(
            reply_days=legal_term(_information_advice.REPLY, on).count,
            certificate_days=legal_term(_information_advice.CERTIFICATE, on).count,
            register_days=legal_term(_information_advice.REGISTER, on).count,
            warnings=tuple(_information_advice.doubts(self, on)),
        )

    def subject(self) -> str:
        """«о предоставлении информации и документов»."""
        return "о предоставлении информации и документов"

    def facts(self) -> dict[str, Any]:
        """The papers in words, and which of them have a term of their own."""
        return {
            "адрес_жилья": self.home.other_address or self.applicant.address,
            "документы_словами": asked_for(self.documents, self.period),
            "есть_расчёт": HousePaper.CHARGES in self.documents,
            "есть_реестр": HousePaper.REGISTER in self.documents,
            "есть_другие": bool(set(self.documents) - {HousePaper.CHARGES, HousePaper.REGISTER}),
            "отчёт_по_договору": HousePaper.REPORT in self.documents and self.recipient.kind is ManagerKind.COMPANY,
        }

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The proof of the right to the home, the authority of the representative."""
        found = super().papers(conclusions)
        if self.home.right is not DwellingRight.OWNER or self.encloses("егрн", "собственност"):
            return found
        return [*found, Paper("Копия выписки из ЕГРН", "Чтобы не спорили, что вы собственник.")]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where to hand it in, by when they answer, what if they are silent."""
        return _information_advice.next_steps(self, on)
