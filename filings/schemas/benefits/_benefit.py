"""The benefit that was refused: what it is called, when and how it was asked for, for whom, from which body."""

from __future__ import annotations

from typing import ClassVar

from pydantic import model_validator

from filings.questions import AddressLine, Block, Choice, Month, PastDay, Text, question, wrong
from filings.russian import dates
from filings.russian.forms import Case
from filings.schemas.decision import DocumentNumber
from filings.schemas.parties import Person

_UNIFIED_SINCE = 2023


class BenefitKind(Choice):
    """Какое пособие не назначили."""

    CHILD = "unified_child", "единое пособие на ребёнка"
    PREGNANCY = "unified_pregnancy", "единое пособие по беременности"
    OTHER_CHILD = "other_child", "другое пособие на ребёнка"
    OTHER = "other", "другое пособие или выплата"

    @property
    def unified(self) -> bool:
        """Whether 81-ФЗ, ст. 9 and the rules of the unified benefit apply."""
        return self in (BenefitKind.CHILD, BenefitKind.PREGNANCY)


class Channel(Choice):
    """Как подали заявление; слова встают в середину предложения."""

    PORTAL = "portal", "через портал «Госуслуги»"
    OFFICE = "office", "в клиентской службе Социального фонда"
    CENTRE = "centre", "через МФЦ"
    POST = "post", "по почте"


class Benefit(Block):
    """Пособие и обращение за ним."""

    kind: BenefitKind = question("Какое пособие вам не назначили", ru="вид")
    name: Text | None = question(
        "Как называется пособие",
        ru="название",
        when="kind=other_child|other",
        hint="Как в решении об отказе",
        example="Единовременное пособие при рождении ребёнка",
    )
    applied_on: PastDay = question("Когда вы подали заявление", ru="дата_обращения", new_page="Ваше заявление")
    channel: Channel = question("Как подали", ru="как_подали")
    number: DocumentNumber | None = question("Номер заявления", ru="номер", optional=True, hint="Есть на Госуслугах")
    since_month: Month | None = question(
        "С какого месяца должны назначить",
        ru="назначить_с_месяца",
        when="kind=unified_child|unified_pregnancy",
        optional=True,
        hint="Если не знаете, оставьте пустым: попросим так, как назначают обычно",
    )
    since: PastDay | None = question(
        "С какого дня должны назначить",
        ru="назначить_с",
        when="kind=other_child|other",
        optional=True,
        hint="Если не знаете, оставьте пустым: попросим назначить по вашему заявлению",
    )

    @model_validator(mode="after")
    def _dates_are_possible(self) -> Benefit:
        if self.kind.unified and self.applied_on.year < _UNIFIED_SINCE:
            raise wrong("applied_on", "единое пособие назначают с 2023 года; проверьте дату и вид пособия")
        if self.since_month and self.since_month > self.applied_on:
            raise wrong(
                "since_month",
                "это позже заявления от {day}; назначают не позже месяца, в котором его подали: поправьте месяц",
                day=dates.day(self.applied_on),
            )
        return self

    @property
    def full_name(self) -> str:
        """As the law calls it, or as the person's decision does."""
        name = self.name or "ежемесячное пособие в связи с рождением и воспитанием ребёнка"
        return name if name[1:2].isupper() else name[:1].lower() + name[1:]

    @property
    def due(self) -> str:
        """From when it is due, to stand after «назначить пособие».

        The unified benefit is due from a month: that of applying for a child (or of the birth, when the application
        follows within six months), that of the registration with the doctor for pregnancy, whenever one applies.
        """
        if not self.kind.unified:
            return f"с {dates.day(self.since)}" if self.since else f"по заявлению от {dates.day(self.applied_on)}"
        if self.since_month:
            return f"с {dates.month_in(self.since_month, Case.GENITIVE)}"
        if self.kind is BenefitKind.PREGNANCY:
            return "с месяца постановки на учёт в медицинской организации (не ранее шести недель беременности)"
        return f"с {dates.month_in(self.applied_on, Case.GENITIVE)} (месяца обращения)"


class Child(Person):
    """Ребёнок, на которого просили пособие."""

    born_on: PastDay = question("Дата рождения", ru="дата_рождения")


class FundBranch(Block):
    """Орган Социального фонда, которому направляется жалоба; имя руководителя закон не требует (210-ФЗ, ст. 11.2)."""

    post: ClassVar[None] = None
    head: ClassVar[None] = None

    @property
    def called(self) -> str:
        """How the text calls the body."""
        return self.title

    title: Text = question(
        "Название",
        ru="название",
        hint="Отделение, которое отказало: полное название есть в решении",
        example="Отделение Фонда пенсионного и социального страхования Российской Федерации по Тверской области",
    )
    address: AddressLine | None = question("Адрес", ru="адрес", optional=True)
