"""Full names of people: parts, gender, six cases, initials. pytrovich with a layer of corrections over it."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from pytrovich.enums import Case as TheirCase
from pytrovich.enums import Gender as TheirGender
from pytrovich.enums import NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from filings.russian import first_names, surnames
from filings.russian.forms import Case, Forms, Gender
from filings.russian.wordlist import listed

NBSP = "\u00a0"

_OBLIQUE = [case for case in Case if case is not Case.NOMINATIVE]
_SON, _DAUGHTER = ("оглы", "оглу", "улы", "уулу", "углы"), ("кызы", "гызы", "кизи", "кизы", "ызы")
_PARTICLES = frozenset(_SON + _DAUGHTER)
_SURNAME_PARTICLES = listed("де фон ван дер аль бен ибн да ди дю ла ле эль тер сан мак")
_MALE_PATRONYMIC = re.compile(r"[иы]ч$")
_FEMALE_PATRONYMIC = re.compile(r"[вч]на$")
_MALE_SURNAME = re.compile(r"(?:[оеё]в|[^аеёиоуыэюя][иы]н|[сц]кий|ый|[сц]кой)$")
_FEMALE_SURNAME = re.compile(r"(?:[оеё]ва|[^аеёиоуыэюя][иы]на|[сц]кая|ая|яя)$")
# Ukrainian and old Russian first names that pytrovich leaves as they are.
_NAMES_IN_O = listed("данило гаврило михайло кирило самойло")
_NAMES_IN_O_HARD = listed("павло петро дмитро марко левко")


class FullName(NamedTuple):
    """ФИО; the patronymic may be absent or consist of two words («Рашид оглы»)."""

    surname: str
    first: str
    patronymic: str | None


def split_full_name(text: str) -> FullName:
    """Parts of a name written as «Иванова Мария Петровна» or as «Мария Петровна Иванова»."""
    words = text.split()
    count = 1
    while count < len(words) - 1 and words[count - 1].lower() in _SURNAME_PARTICLES:
        count += 1
    if count == 1 and begins_with_first_name(words):
        return FullName(words[-1], words[0], " ".join(words[1:-1]) or None)
    rest = words[count:]
    return FullName(" ".join(words[:count]), rest[0] if rest else "", " ".join(rest[1:]) or None)


def begins_with_first_name(words: list[str]) -> bool:
    """Whether the surname was written last."""
    if len(words) == 3:
        return is_patronymic(words[1]) and is_first_name(words[0]) and not is_first_name(words[2])
    return len(words) == 2 and is_first_name(words[0]) and not is_first_name(words[1])


def is_patronymic(text: str) -> bool:
    """Whether `text` has the ending of a Russian or a Turkic patronymic."""
    return _patronymic_gender(text) is not None


def is_first_name(word: str) -> bool:
    """Whether `word` is among the plain Russian first names (each part of a hyphenated one)."""
    known = first_names.MALE | first_names.FEMALE | first_names.EITHER
    return all(part in known for part in _plain(word).split("-"))


def detect_gender(surname: str | None, first: str | None, patronymic: str | None) -> Gender | None:
    """The gender where it is certain: by the patronymic, else by a plain Russian first name and its surname.

    None where a person has to be asked: foreign names without a patronymic are never guessed.
    """
    if patronymic and (gender := _patronymic_gender(patronymic)):
        return gender
    if patronymic:
        return None
    by_surname, by_first = surname_gender(surname or ""), _first_name_gender(first or "")
    if by_first and by_surname in (None, by_first):
        return by_first
    return by_surname if _plain(first or "") in first_names.EITHER else None


@lru_cache(maxsize=4096)
def decline_name(surname: str, first: str, patronymic: str | None, gender: Gender | None) -> Forms:
    """«Иванова Мария Петровна» in six cases, written as it came (capitals, ё). Gender None changes nothing."""
    parts = part_forms(surname, first, patronymic, gender)
    return joined([forms for forms in parts if forms.nominative], gender)


def part_forms(surname: str, first: str, patronymic: str | None, gender: Gender | None) -> tuple[Forms, Forms, Forms]:
    """Surname, first name and patronymic, each in six cases; an absent part is empty in all of them."""
    if gender not in (Gender.MALE, Gender.FEMALE):
        return Forms.unchanging(surname), Forms.unchanging(first), Forms.unchanging(patronymic or "")
    foreign = not (patronymic or is_first_name(first))
    return (
        _forms(surname, lambda piece: _surname_cases(piece, gender, foreign), gender),
        _forms(first, lambda piece: _first_name_cases(piece, gender), gender),
        _patronymic_forms(patronymic or "", gender),
    )


def short_name(surname: str, first: str, patronymic: str | None) -> str:
    """«М.П. Иванова»: the form of a signature."""
    return f"{initials(first, patronymic)}{NBSP}{surname}".strip(NBSP)


@lru_cache(maxsize=4096)
def decline_short(surname: str, first: str, patronymic: str | None, gender: Gender | None) -> Forms:
    """«Иванова М.П.» in six cases: the surname changes, the initials never do."""
    forms = part_forms(surname, first, patronymic, gender)[0]
    marks = Forms.unchanging(initials(first, patronymic))
    return joined([part for part in (forms, marks) if part.nominative], gender, NBSP)


def initials(first: str, patronymic: str | None) -> str:
    """«М.П.»; «А.-М.» of Анна-Мария; «Э.Р.» of Эльчин Рашид оглы."""
    marks = "-".join(f"{piece[0].upper()}." for piece in first.split("-") if piece)
    fathers = [word for word in (patronymic or "").split() if word.lower() not in _PARTICLES]
    return marks + "".join(f"{word[0].upper()}." for word in fathers[:1])


def joined(parts: list[Forms], gender: Gender | None, separator: str = " ") -> Forms:
    """Several declined parts beside each other."""
    return Forms.of((separator.join(part.get(case) for part in parts) for case in Case), gender)


def like(original: str, inflected: str) -> str:
    """`inflected` with the capitals of `original` wherever the two are the same word, and with its «е» for «ё».

    Not the other way round: Пётр loses its «ё» in «Петра».
    """
    if original.isupper() and sum(map(str.isalpha, original)) > 1:
        return inflected.upper()
    kept = 0
    for mine, theirs in zip(original, inflected, strict=False):
        if mine.lower() != theirs and (mine.lower(), theirs) != ("е", "ё"):
            break
        kept += 1
    return original[:kept] + inflected[kept:]


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


def _patronymic_gender(patronymic: str) -> Gender | None:
    words = re.split(r"[\s-]+", patronymic.lower().strip())
    if words[-1] in _SON or _MALE_PATRONYMIC.search(words[-1]):
        return Gender.MALE
    if words[-1] in _DAUGHTER or _FEMALE_PATRONYMIC.search(words[-1]):
        return Gender.FEMALE
    return None


def _first_name_gender(first: str) -> Gender | None:
    pieces = _plain(first).split("-")
    if all(piece in first_names.MALE for piece in pieces):
        return Gender.MALE
    return Gender.FEMALE if all(piece in first_names.FEMALE for piece in pieces) else None


def surname_gender(surname: str) -> Gender | None:
    """The gender that a Russian surname shows by its ending; None for Черных, Ткач, Шевченко."""
    last = surname.lower().split("-")[-1]
    if _MALE_SURNAME.search(last):
        return Gender.MALE
    return Gender.FEMALE if _FEMALE_SURNAME.search(last) else None


def _forms(text: str, cases_of: Callable[[str], list[str]], gender: Gender) -> Forms:
    """Decline each word and each part of a double word by itself: Салтыковой-Щедриной."""
    if not text:
        return Forms.unchanging("")
    words = []
    for word in re.split(r"(\s+)", text):
        pieces = word.split("-")
        frozen = [
            place < len(pieces) - 1 and _plain(piece) in surnames.UNCHANGING_BEFORE_HYPHEN
            for place, piece in enumerate(pieces)
        ]
        done = [
            Forms.unchanging(piece) if still or not _declinable(piece) else _recased(piece, cases_of(piece.lower()))
            for piece, still in zip(pieces, frozen, strict=True)
        ]
        words.append(joined(done, gender, "-"))
    return joined(words, gender, "")


def _declinable(piece: str) -> bool:
    return (
        len(piece) > 1 and bool(re.fullmatch(r"[а-яё'’]+", piece.lower())) and _plain(piece) not in _SURNAME_PARTICLES
    )


def _recased(piece: str, inflected: list[str]) -> Forms:
    return Forms.of([piece, *(like(piece, form) for form in inflected)])


def _surname_cases(surname: str, gender: Gender, foreign: bool) -> list[str]:
    own = surnames.male(surname, foreign=foreign) if gender is Gender.MALE else surnames.female(surname)
    if own:
        stem, endings = own
        return [stem + ending for ending in endings]
    return _by_pytrovich(NamePart.LASTNAME, surname, gender)


def _first_name_cases(first: str, gender: Gender) -> list[str]:
    if gender is Gender.MALE and first in _NAMES_IN_O:
        return [first[:-1] + ending for ending in surnames.NOUN_A]
    if gender is Gender.MALE and first in _NAMES_IN_O_HARD:
        return [first[:-1] + ending for ending in surnames.HARD]
    return _by_pytrovich(NamePart.FIRSTNAME, first, gender)


def _patronymic_forms(patronymic: str, gender: Gender) -> Forms:
    """«Рашид оглы» does not change; of «Абдул Гамидович» the last word does; a third name is like the first."""
    if _patronymic_gender(patronymic) is None:
        return _forms(patronymic, lambda piece: _first_name_cases(piece, gender), gender)
    *before, last = patronymic.split()
    if last.lower().split("-")[-1] in _PARTICLES:
        return Forms.unchanging(patronymic)
    forms = _forms(last, lambda piece: _patronymic_cases(piece, gender), gender)
    return joined([*map(Forms.unchanging, before), forms], gender)


def _patronymic_cases(patronymic: str, gender: Gender) -> list[str]:
    if patronymic.endswith("ыч"):
        return [patronymic + ending for ending in surnames.HUSHING]
    return _by_pytrovich(NamePart.MIDDLENAME, patronymic, gender)


@lru_cache(maxsize=1)
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


def _by_pytrovich(part: NamePart, word: str, gender: Gender) -> list[str]:
    # Lower case only: pytrovich would write «ИВАНОВа».
    theirs = TheirGender.MALE if gender is Gender.MALE else TheirGender.FEMALE
    return [_maker().make(part, theirs, TheirCase[case.name], word) for case in _OBLIQUE]
