"""Where a worker may sue: ГПК РФ, ст. 24, 28, 29."""

from __future__ import annotations

import re

from pydantic import field_validator, model_validator

from filings.questions import Choice, wrong
from filings.schemas.organisations import Court

_OF_PEACE = re.compile(r"миров|судебн\w* участ|с/у", re.I)
_ARBITRATION = re.compile(r"арбитраж", re.I)
_HIGHER = re.compile(
    r"\b(областн\w+ суд|краев\w+ суд|верховн\w+ суд|кассационн\w+|апелляционн\w+|конституционн\w+)"
    r"|^суд\b.*\bавтономн|^(московск\w+|санкт-петербургск\w+|севастопольск\w+) городск\w+ суд\b",
    re.I,
)
_NOT_STATE = re.compile(r"\b(третейск\w+|военн\w+) суд", re.I)
_COURT = re.compile(r"\bсуд\b", re.I)
_NAMELESS = re.compile(r"\W*((меж)?районный|городской)?\W*суд\W*", re.I)
_TO = re.compile(r"^во?\s+(?=[А-ЯЁ])", re.I)


class Venue(Choice):
    """По какому правилу выбран суд."""

    HOME = "home", "там, где вы живёте", "Обычно удобнее всего"
    EMPLOYER = "employer", "по адресу работодателя"
    WORKPLACE = "workplace", "по месту работы из договора", "Если в трудовом договоре названо место работы"


class DistrictCourt(Court):
    """Районный или городской суд: другие споры о зарплате по первой инстанции не рассматривают."""

    @field_validator("title")
    @classmethod
    def _without_a_preposition(cls, title: str) -> str:
        return _TO.sub("", title)

    @model_validator(mode="after")
    def _tries_labour_disputes(self) -> DistrictCourt:
        if _OF_PEACE.search(self.title):
            raise wrong(
                "title",
                "трудовые споры рассматривает районный (городской) суд, а не мировой судья (ГПК РФ, ст. 24); "
                "впишите районный суд",
            )
        if _ARBITRATION.search(self.title):
            raise wrong(
                "title", "арбитражный суд не рассматривает споры работников; впишите районный суд (ГПК РФ, ст. 24)"
            )
        if _HIGHER.search(self.title):
            raise wrong("title", "иск подают сначала в районный (городской) суд (ГПК РФ, ст. 24); впишите его")
        if _NOT_STATE.search(self.title) or not _COURT.search(self.title):
            raise wrong(
                "title",
                "споры о зарплате рассматривает районный (городской) суд; впишите его название целиком, "
                "например: Ленинский районный суд г. Твери",
            )
        if _NAMELESS.fullmatch(self.title):
            raise wrong("title", "допишите название суда целиком, например: Ленинский районный суд г. Твери")
        return self
