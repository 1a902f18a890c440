"""Where a worker may sue: ГПК РФ, ст. 24, 28, 29."""

from __future__ import annotations

from pydantic import field_validator, model_validator

from filings.questions import Choice, wrong
from filings.schemas.courts import CourtLevel, level_of, without_preposition
from filings.schemas.organisations import Court


class Venue(Choice):
    """По какому правилу выбран суд."""

    HOME = "home", "там, где вы живёте", "Обычно удобнее всего"
    EMPLOYER = "employer", "по адресу работодателя"
    WORKPLACE = "workplace", "по месту работы из договора", "Если в трудовом договоре названо место работы"


_WHOLE = (
    "споры о зарплате рассматривает районный (городской) суд; впишите его название целиком, "
    "например: Ленинский районный суд г. Твери"
)
_REFUSED = {
    CourtLevel.MAGISTRATE: "трудовые споры рассматривает районный (городской) суд, а не мировой судья "
    "(ГПК РФ, ст. 24); впишите районный суд",
    CourtLevel.ARBITRATION: "арбитражный суд не рассматривает споры работников; впишите районный суд (ГПК РФ, ст. 24)",
    CourtLevel.HIGHER: "иск подают сначала в районный (городской) суд (ГПК РФ, ст. 24); впишите его",
    CourtLevel.MILITARY: _WHOLE,
    CourtLevel.NO_COURT: _WHOLE,
    CourtLevel.NAMELESS: "допишите название суда целиком, например: Ленинский районный суд г. Твери",
}


class DistrictCourt(Court):
    """Районный или городской суд: другие споры о зарплате по первой инстанции не рассматривают."""

    @field_validator("title")
    @classmethod
    def _without_a_preposition(cls, title: str) -> str:
        return without_preposition(title)

    @model_validator(mode="after")
    def _tries_labour_disputes(self) -> DistrictCourt:
        level = level_of(self.title)
        if text := _REFUSED.get(level):
            raise wrong("title", text)
        return self
