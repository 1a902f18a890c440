"""What the title of a court says of its level, and blocks for a court of a known level. ГПК РФ, ст. 23, 24."""

from __future__ import annotations

import re
from enum import Enum, auto

from pydantic import field_validator, model_validator

from filings.questions import wrong
from filings.schemas.organisations import Court
from filings.schemas.printed_texts import clause

_OF_PEACE = re.compile(r"миров|судебн\w* участ|с/у", re.I)
_ARBITRATION = re.compile(r"арбитраж", re.I)
_HIGHER = re.compile(
    r"\b(областн\w+ суд|краев\w+ суд|верховн\w+ суд|кассационн\w+|апелляционн\w+|конституционн\w+)"
    r"|^суд\b.*\bавтономн|^(московск\w+|санкт-петербургск\w+|севастопольск\w+) городск\w+ суд\b",
    re.I,
)
_NOT_STATE = re.compile(r"\bтретейск\w+ суд", re.I)
_MILITARY = re.compile(r"\bвоенн\w+ суд", re.I)
_COURT = re.compile(r"\bсуд\b", re.I)
_NAMELESS = re.compile(r"\W*((меж)?районный|городской)?\W*суд\W*", re.I)
_SEAT = re.compile(r"^судебный участок\b(?: миров\w+ суд\w+)?", re.I)
_TO = re.compile(r"^во?\s+(?=[А-ЯЁ])", re.I)


class CourtLevel(Enum):
    """The level that a title names."""

    MAGISTRATE = auto()
    DISTRICT = auto()
    HIGHER = auto()
    MILITARY = auto()
    ARBITRATION = auto()
    NAMELESS = auto()
    NO_COURT = auto()


def level_of(title: str) -> CourtLevel:
    """What the title of a court says; NAMELESS for «районный суд» alone, NO_COURT when it names none."""
    if _OF_PEACE.search(title):
        return CourtLevel.MAGISTRATE
    for pattern, level in (
        (_ARBITRATION, CourtLevel.ARBITRATION),
        (_HIGHER, CourtLevel.HIGHER),
        (_MILITARY, CourtLevel.MILITARY),
    ):
        if pattern.search(title):
            return level
    if _NOT_STATE.search(title) or not _COURT.search(title):
        return CourtLevel.NO_COURT
    return CourtLevel.NAMELESS if _NAMELESS.fullmatch(title) else CourtLevel.DISTRICT


def without_preposition(title: str) -> str:
    """«Ленинский районный суд» from «в Ленинский районный суд.»: sentences go on after the title."""
    return clause(_TO.sub("", title))


def named_in_text(title: str) -> str:
    """«мировой судья судебного участка № 3» from «Мировой судья…» or «Судебный участок № 3», as a sentence says it."""
    title = _SEAT.sub("мировой судья судебного участка", without_preposition(title))
    return title[:1].lower() + title[1:] if title.startswith("Мировой судья") else title


class GeneralCourt(Court):
    """Районный (городской) суд или мировой судья: сюда подают в первый раз."""

    @field_validator("title")
    @classmethod
    def _without_a_preposition(cls, title: str) -> str:
        return named_in_text(title)

    @model_validator(mode="after")
    def _is_a_court_of_first_instance(self) -> GeneralCourt:
        level = level_of(self.title)
        if level is CourtLevel.ARBITRATION:
            raise wrong("title", "арбитражный суд рассматривает споры в бизнесе; впишите районный суд или участок")
        if level is CourtLevel.HIGHER:
            raise wrong("title", "сначала обращаются в районный (городской) суд или к мировому судье; впишите его")
        if level in (CourtLevel.NAMELESS, CourtLevel.NO_COURT):
            raise wrong(
                "title",
                "впишите название суда целиком, например: Ленинский районный суд г. Твери или мировой судья "
                "судебного участка № 3 Заволжского района г. Твери",
            )
        return self

    @property
    def level(self) -> CourtLevel:
        """MAGISTRATE, DISTRICT or MILITARY."""
        return level_of(self.title)

    @property
    def is_magistrate(self) -> bool:
        """Whether a justice of the peace is addressed."""
        return self.level is CourtLevel.MAGISTRATE


class MagistrateCourt(GeneralCourt):
    """Мировой судья: судебный приказ, небольшие споры. ГПК РФ, ст. 23."""

    @model_validator(mode="after")
    def _is_of_peace(self) -> MagistrateCourt:
        if not self.is_magistrate:
            raise wrong(
                "title",
                "такие заявления рассматривает мировой судья (ГПК РФ, ст. 23); впишите его участок, например: "
                "мировой судья судебного участка № 3 Заволжского района г. Твери",
            )
        return self


class DistrictCourt(GeneralCourt):
    """Районный (городской) суд. ГПК РФ, ст. 24."""

    @model_validator(mode="after")
    def _is_of_district(self) -> DistrictCourt:
        if self.is_magistrate:
            raise wrong(
                "title",
                "такие дела рассматривает районный (городской) суд, а не мировой судья (ГПК РФ, ст. 24); "
                "впишите районный суд",
            )
        return self
