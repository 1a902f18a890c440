"""The benefit that was refused: what it is called, when and how it was asked for, for whom, from which body."""

from __future__ import annotations

from filings.questions import Block, Choice, PastDay, Text, question
from filings.schemas.decision import DocumentNumber
from filings.schemas.organisations import Recipient
from filings.schemas.parties import Person


class BenefitKind(Choice):
    """Какое пособие не назначили."""

    CHILD = "unified_child", "единое пособие на ребёнка"
    PREGNANCY = "unified_pregnancy", "единое пособие по беременности"
    OTHER = "other", "другое пособие или выплата"


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
        when="kind=other",
        hint="Как в решении об отказе",
        example="Единовременное пособие при рождении ребёнка",
    )
    applied_on: PastDay = question("Когда вы подали заявление", ru="дата_обращения", new_page="Ваше заявление")
    channel: Channel = question("Как подали", ru="как_подали")
    number: DocumentNumber | None = question("Номер заявления", ru="номер", optional=True, hint="Есть на Госуслугах")
    since: PastDay | None = question(
        "С какого дня должны назначить",
        ru="назначить_с",
        optional=True,
        hint="Если не знаете, оставьте пустым: попросим со дня обращения",
    )

    @property
    def full_name(self) -> str:
        """As the law calls it, or as the person's decision does."""
        name = self.name or "ежемесячное пособие в связи с рождением и воспитанием ребёнка"
        return name if name[1:2].isupper() else name[:1].lower() + name[1:]


class Child(Person):
    """Ребёнок, на которого просили пособие."""

    born_on: PastDay = question("Дата рождения", ru="дата_рождения")


class FundBranch(Recipient):
    """Орган Социального фонда, которому направляется жалоба."""

    title: Text = question(
        "Название",
        ru="название",
        hint="Отделение, которое отказало: полное название есть в решении",
        example="Отделение Фонда пенсионного и социального страхования Российской Федерации по Тверской области",
    )
