"""What a complaint to the housing inspectorate may be about, what it may ask for, and what does not belong there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import model_validator

from filings.questions import Choice, Text, question, wrong
from filings.schemas.managing_organisation import ManagerKind
from filings.schemas.organisations import Recipient

if TYPE_CHECKING:
    from filings.schemas.housing.housing_inspectorate_complaint import HousingInspectorateComplaint

_ELSEWHERE = (
    (
        re.compile("прокур", re.I),
        "это прокуратура, а не инспекция; для неё есть отдельная жалоба",
        "prosecutor_complaint",
    ),
    (re.compile("роспотреб", re.I), "это не жилищная инспекция; впишите инспекцию", "rospotrebnadzor_complaint"),
    (re.compile(r"\bсуд\b", re.I), "в суд подают иск, а не жалобу", "utility_recalculation_claim"),
)


class Inspectorate(Recipient):
    """Орган государственного жилищного надзора региона. Source: ЖК РФ, ст. 20."""

    title: Text = question(
        "Название инспекции",
        ru="название",
        example="Главное управление «Государственная жилищная инспекция» Тверской области",
        autocomplete="organization",
    )

    @model_validator(mode="after")
    def _is_an_inspectorate(self) -> Inspectorate:
        for pattern, text, instead in _ELSEWHERE:
            if pattern.search(self.title):
                raise wrong("title", text, instead=instead)
        return self


class Topic(Choice):
    """На что жалоба."""

    QUALITY = "quality", "плохие коммунальные услуги", "Холодно, нет воды, не вывозят мусор"
    UPKEEP = "upkeep", "плохо содержат дом", "Крыша, подъезд, лифт, подвал, двор"
    CHARGES = "charges", "неверно начисляют плату"
    INFORMATION = "information", "не дают сведения и документы"
    MEETING = "meeting", "нарушения на собрании", "Созыв, голосование, протокол"


class Want(Choice):
    """Чего просит заявитель; в этом порядке просьбы печатаются."""

    CHECK = "check", "провести проверку"
    ORDER = "order", "выдать предписание", "Обязать организацию исправить нарушение к сроку"
    RECALCULATION = "recalculation", "добиться перерасчёта"
    LIABILITY = "liability", "наказать организацию", "Штраф по КоАП"


# КоАП РФ. Upkeep and charges of a licensed company are a breach of the licence; 7.23.3 is of those who manage for gain.
_ARTICLES = {Topic.QUALITY: "7.23", Topic.UPKEEP: "7.22"}
_OF_LICENCE = {Topic.UPKEEP: "14.1.3", Topic.CHARGES: "14.1.3", Topic.INFORMATION: "7.23.3"}


def articles_of(topics: Sequence[Topic], kind: ManagerKind) -> list[str]:
    """The articles of КоАП РФ that fit what is complained about, in order; none when none is sure."""
    table = _ARTICLES | (_OF_LICENCE if kind is ManagerKind.COMPANY else {})
    return sorted(
        {table[topic] for topic in topics if topic in table}, key=lambda number: [*map(int, number.split("."))]
    )


def check(filing: HousingInspectorateComplaint) -> None:
    """Raises the error of an answer that contradicts another."""
    if filing.recipient.title.casefold() == filing.organisation.title.casefold():
        raise wrong(
            "recipient.title",
            "здесь та же организация, на которую вы жалуетесь: жалобу нельзя направить ей самой (59-ФЗ, ст. 8); "
            "впишите жилищную инспекцию",
        )
    stray = {Topic.UPKEEP, Topic.MEETING} & set(filing.topics)
    if stray and not filing.organisation.keeps_the_house:
        raise wrong(
            "topics",
            "за содержание дома и собрания отвечает тот, кто управляет домом, а не поставщик; поправьте организацию "
            "или предмет жалобы",
        )
    charged = {Topic.QUALITY, Topic.UPKEEP, Topic.CHARGES} & set(filing.topics)
    if Want.RECALCULATION in filing.wants and not charged:
        raise wrong("wants", "перерасчёт просят из-за плохих услуг, содержания или начислений; уберите эту просьбу")
