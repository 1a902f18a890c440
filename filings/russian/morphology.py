"""The dictionary of Russian words: pymorphy3 behind a few questions. Loaded at the first question, never at import."""

from functools import lru_cache

import pymorphy3
from pymorphy3.analyzer import Parse

from filings.russian.forms import Case

# «loct» and «gent», not «loc2» and «gen2»: «в Саде», not «в саду» — names of bodies and posts have no second forms.
GRAMMEMES = {
    Case.NOMINATIVE: "nomn",
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}


@lru_cache(maxsize=1)
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Parse, ...]:
    """All readings of one word, likeliest first."""
    return tuple(_analyzer().parse(word))


@lru_cache(maxsize=8192)
def inflected(reading: Parse, grammemes: frozenset[str]) -> str:
    """The word of `reading` with other grammemes, in lower case; the word itself where the dictionary has none."""
    found = reading.inflect(grammemes)
    return found.word if found else reading.word


def nouns(word: str) -> list[Parse]:
    """Readings of `word` as a nominative noun that changes by case."""
    return [r for r in readings(word) if r.tag.POS == "NOUN" and r.tag.case == "nomn" and "Fixd" not in r.tag]


def adjectives(word: str) -> list[Parse]:
    """Readings of `word` as a full nominative adjective, ordinal or participle."""
    return [r for r in readings(word) if r.tag.POS in ("ADJF", "PRTF") and r.tag.case == "nomn"]


def is_noun(word: str) -> bool:
    """Whether the likeliest reading of `word` is a noun, in any case."""
    return readings(word)[0].tag.POS == "NOUN"


def is_adjective(word: str) -> bool:
    """Whether `word` may be an adjective or a participle, in any case."""
    return any(r.tag.POS in ("ADJF", "PRTF") for r in readings(word))


def agrees_obliquely(adjective: str, noun: str) -> bool:
    """Whether both may stand in one case other than the nominative: «городской больницы»."""
    wanted = {(r.tag.case, r.tag.number) for r in readings(noun) if r.tag.POS == "NOUN" and r.tag.case != "nomn"}
    return any((r.tag.case, r.tag.number) in wanted for r in readings(adjective) if r.tag.POS in ("ADJF", "PRTF"))


def is_adverb(word: str) -> bool:
    """«Временно» in «временно исполняющий»."""
    return readings(word)[0].tag.POS == "ADVB"


def is_only_nominative(word: str) -> bool:
    """Whether `word` cannot be read as a genitive or another oblique case."""
    cases = {str(r.tag.case) for r in readings(word) if r.tag.POS in ("NOUN", "ADJF", "PRTF")}
    return bool(cases) and cases <= {"nomn", "accs"}


def is_known_first_name(word: str) -> bool:
    """Whether the dictionary marks `word` as a first name, foreign ones among them."""
    return any("Name" in r.tag and r.tag.case == "nomn" for r in readings(word) if r.is_known)


def is_abbreviation(word: str) -> bool:
    """Whether a word in capitals is an abbreviation and not a common word in capitals."""
    return not any(r.is_known and "Abbr" not in r.tag and "Fixd" not in r.tag for r in readings(word))
