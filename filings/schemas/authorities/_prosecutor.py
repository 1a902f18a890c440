"""Spheres of a complaint to the prosecutor, and the office that a sphere and the order of appeals allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import field_validator, model_validator

from filings.questions import AddressLine, Block, Choice, OrganisationInn, Text, question, wrong
from filings.schemas.organisations import Recipient

if TYPE_CHECKING:
    from filings.schemas.authorities.prosecutor_complaint import ProsecutorComplaint

_INTO = re.compile(r"^в\s+(военную\s+)?прокуратуру\b", re.IGNORECASE)
_OFFICIAL = re.compile(r"^(военн\w+ )?прокурор(у|а)?\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:военная )?прокуратура (.+)", re.IGNORECASE)
_POST = re.compile(r".*?\bпрокурор\w*", re.IGNORECASE)
_HIGHEST = re.compile(r"генеральн\w+ прокурат|генпрокурат|главн\w+ военн\w+ прокурат", re.IGNORECASE)
_REGIONAL = re.compile(r"\b(области|края|республики|округа)\b|прокуратура города (москвы|севастополя)\b", re.IGNORECASE)
_LOCAL = re.compile(r"район|городск|гарнизон|\bг\.|\bгорода (?!москвы|севастополя)", re.IGNORECASE)
_MILITARY = re.compile("военн", re.IGNORECASE)


class Sphere(Choice):
    """В чём нарушены права; от этого зависят нормы и прокуратура."""

    HOUSING = "housing", "ЖКХ", "Содержание дома, услуги, начисления"
    LABOUR = "labour", "труд", "Зарплата, увольнение, охрана труда"
    BENEFITS = "benefits", "пенсии и пособия"
    MILITARY = "military", "военная служба и СВО", "Выплаты, увольнение, лечение; и для семьи военнослужащего"
    BAILIFFS = "bailiffs", "судебные приставы"
    ROADS = "roads", "дороги"
    SOCIAL = "social", "социальная защита", "Льготы, инвалидность, уход, выплаты региона"

    @property
    def matter(self) -> str:
        """What the complaint is about, for its title."""
        return _MATTERS[self]

    @property
    def by_administrative_code(self) -> bool:
        """Whether such a dispute goes to court by КАС РФ; a serviceman's may go by either code."""
        return self in (Sphere.BAILIFFS, Sphere.MILITARY)


_MATTERS = {
    Sphere.HOUSING: "о нарушении жилищных прав",
    Sphere.LABOUR: "о нарушении трудовых прав",
    Sphere.BENEFITS: "о нарушении права на социальное обеспечение",
    Sphere.MILITARY: "о нарушении прав военнослужащих и членов их семей",
    Sphere.BAILIFFS: "о нарушении законодательства об исполнительном производстве",
    Sphere.ROADS: "о нарушении требований безопасности дорожного движения",
    Sphere.SOCIAL: "о нарушении права на социальную защиту",
}

# Where one goes when the prosecutor does not help.
CLAIMS = {
    Sphere.HOUSING: ("utility_recalculation_claim",),
    Sphere.LABOUR: ("wage_court_order", "wage_claim"),
    Sphere.BENEFITS: ("benefit_claim",),
    Sphere.MILITARY: ("wound_payment_administrative_claim", "military_pay_administrative_claim"),
    Sphere.BAILIFFS: ("bailiff_administrative_claim",),
    Sphere.ROADS: ("road_damage_claim",),
    Sphere.SOCIAL: ("benefit_claim",),
}


class CannotSue(Choice):
    """Почему человек не может сам обратиться в суд. Source: ГПК РФ, ст. 45, ч. 1; КАС РФ, ст. 39, ч. 1."""

    CAN = "can", "да, могу"
    AGE = "age", "нет: возраст"
    DISABILITY = "disability", "нет: инвалидность"
    ILLNESS = "illness", "нет: болезнь"


class Violator(Block):
    """Кто нарушает: организация, орган, часть."""

    title: Text = question("Название", ru="название", hint="Организация, учреждение, отделение приставов, часть")
    address: AddressLine | None = question("Адрес", ru="адрес", optional=True)
    inn: OrganisationInn | None = question("ИНН", ru="инн", optional=True, hint="10 цифр, если знаете")


class ProsecutorOffice(Recipient):
    """Прокуратура района или города, военная прокуратура гарнизона."""

    title: Text = question(
        "Название прокуратуры",
        ru="название",
        example="прокуратура Центрального района г. Твери",
        hint="Районная, городская, межрайонная; о военной службе — военная прокуратура гарнизона",
        autocomplete="organization",
    )

    @field_validator("title")
    @classmethod
    def _in_the_nominative(cls, title: str) -> str:
        return _INTO.sub(lambda found: "военная прокуратура" if found[1] else "прокуратура", title)

    @model_validator(mode="after")
    def _is_an_office(self) -> ProsecutorOffice:
        if _OFFICIAL.match(self.title):
            raise wrong(
                "title",
                "впишите прокуратуру, а не прокурора, например: прокуратура Центрального района г. Твери; "
                "самого прокурора можно назвать на следующей странице",
            )
        if "прокурат" not in self.title.casefold():
            raise wrong("title", "это не прокуратура; впишите прокуратуру своего района или города")
        return self

    def headed(self) -> tuple[str, str]:
        """«прокурор», «Тульской области»: a prosecutor is that of a place, not of an office."""
        post, place = self.post or "прокурор", _PLACE.match(self.title)
        if place and (named := _POST.match(post)):
            return named[0], place[1]
        return post, ""

    @property
    def is_regional(self) -> bool:
        """Whether the office is that of a whole region, above those of districts."""
        return bool(_REGIONAL.search(self.title)) and not _LOCAL.search(self.title)


def check(filing: ProsecutorComplaint) -> None:
    """Raises the error of an office that is not the one to begin with."""
    office, military = filing.recipient.title, filing.sphere is Sphere.MILITARY
    if military and not _MILITARY.search(office):
        raise wrong(
            "recipient.title",
            "о правах военнослужащих жалуются в военную прокуратуру гарнизона; впишите её, её адрес есть на сайте "
            "Главной военной прокуратуры",
        )
    if not military and _MILITARY.search(office):
        raise wrong(
            "recipient.title",
            "военная прокуратура занимается только военной службой; впишите прокуратуру района или города",
        )
    if _HIGHEST.search(office) and not answered_below(filing):
        raise wrong(
            "recipient.title",
            "с Генеральной прокуратуры не начинают: жалобу перешлют в район. Впишите прокуратуру района (гарнизона); "
            "если она уже ответила, назовите её ответ среди прежних обращений",
        )
    if office.casefold() == filing.organisation.title.casefold():
        raise wrong("recipient.title", "прокуратура не проверяет сама себя: назовите вышестоящую прокуратуру")


def answered_below(filing: ProsecutorComplaint) -> bool:
    """Whether a prosecutor has already been turned to."""
    return any("прокур" in appeal.to.casefold() for appeal in filing.prior or ())
