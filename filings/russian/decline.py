"""One door for any text: a person's name or a phrase, told apart by themselves."""

import re
from functools import lru_cache
from itertools import zip_longest

from filings.russian import morphology
from filings.russian.forms import Case, Forms, Gender
from filings.russian.names import (
    begins_with_first_name,
    decline_short,
    detect_gender,
    is_first_name,
    is_patronymic,
    joined,
    part_forms,
    split_full_name,
    surname_gender,
)
from filings.russian.phrases import decline_phrase
from filings.russian.wordlist import listed

_CAPITALISED = re.compile(r"[А-ЯЁ][А-ЯЁа-яё'’]+(?:-[А-ЯЁа-яё][а-яё'’]*|-[А-ЯЁ'’]+)*")
_PARTICLE = re.compile(r"(?:оглы|оглу|улы|уулу|кызы|гызы|кизи|де|фон|ван|дер|аль|бен|ибн|эль)", re.IGNORECASE)
_SURNAME_INITIALS = re.compile(r"([А-ЯЁ][А-ЯЁа-яё'’-]+)(\s+)([А-ЯЁ]\.(?:-[А-ЯЁ]\.)?(?:\s?[А-ЯЁ]\.)?)")
_INITIALS_SURNAME = re.compile(r"([А-ЯЁ]\.(?:-[А-ЯЁ]\.)?(?:\s?[А-ЯЁ]\.)?)(\s+)([А-ЯЁ][А-ЯЁа-яё'’-]+)")
# A person after one of these words declines together with it: «индивидуальный предприниматель Петров Иван».
_TITLE = re.compile(
    r"\b(?:ИП|КФХ|предприниматель|граждан(?:ин|ка)|нотариус|адвокат|судья|пристав|директор|председатель|"
    r"управляющ(?:ий|ая)|начальник|прокурор|инспектор|следователь|дознаватель|врач|бухгалтер|представитель)\b",
    re.IGNORECASE,
)
# «Представитель Петрова А.И.» may be Petrova herself or somebody who speaks for Petrov.
_OF_SOMEBODY = re.compile(r"представитель|заместитель|помощник", re.IGNORECASE)
_NOT_SURNAMES = listed("ИП КФХ ООО АО ПАО ЗАО УК ТСЖ ЖСК ГСК СНТ")


@lru_cache(maxsize=4096)
def decline(text: str, *, gender: Gender | None = None) -> Forms:
    """Any text in six cases: «Иванова Мария Петровна», «Иванова М.П.», «директор», «Ленинский районный суд».

    `gender` settles a person whose name does not tell it; without it such a name is left as it is.
    """
    if is_person(text) or (gender in (Gender.MALE, Gender.FEMALE) and _looks_like_name(text)):
        return decline_person(text, gender)
    if short := _decline_initials(text, gender):
        return short
    if titled := _decline_titled(text, gender):
        return titled
    return decline_phrase(text)


def is_person(text: str) -> bool:
    """Two to four capitalised Cyrillic words among which a first name or a patronymic is known; no post among them."""
    if not _looks_like_name(text) or _TITLE.search(text):
        return False
    name = split_full_name(text)
    if name.patronymic and is_patronymic(name.patronymic):
        return True
    return any(is_first_name(word) or morphology.is_known_first_name(word) for word in name.first.split())


def decline_person(text: str, gender: Gender | None = None) -> Forms:
    """A full name in the order in which it was written."""
    words = text.split()
    name = split_full_name(text)
    gender = gender or detect_gender(*name)
    surname, first, patronymic = part_forms(*name, gender)
    inverted = begins_with_first_name(words)
    parts = [first, patronymic, surname] if inverted else [surname, first, patronymic]
    return _spaced_like(text, joined([part for part in parts if part.nominative], gender))


def _spaced_like(text: str, forms: Forms) -> Forms:
    """The forms with the spaces of the original, some of which may be non-breaking."""
    gaps = re.split(r"\S+", text)
    cases = (zip_longest(gaps, forms.get(case).split(), fillvalue="") for case in Case)
    return Forms.of(("".join(gap + word for gap, word in pairs) for pairs in cases), forms.gender)


def _looks_like_name(text: str) -> bool:
    words = text.split()
    capitalised = all(_CAPITALISED.fullmatch(word) or _PARTICLE.fullmatch(word) for word in words)
    if not words or not capitalised or words[0] in _NOT_SURNAMES:
        return False
    # Four capitals are «Директор Петров Иван Сергеевич» unless a particle says otherwise.
    return 2 <= len(words) <= (4 if any(_PARTICLE.fullmatch(word) for word in words) else 3)


def _decline_initials(text: str, gender: Gender | None) -> Forms | None:
    """«Иванова М.П.» and «М.П. Иванова»: the gender is read from the surname where it shows."""
    if found := _SURNAME_INITIALS.fullmatch(text):
        surname, gap, marks = found.groups()
    elif found := _INITIALS_SURNAME.fullmatch(text):
        marks, gap, surname = found.groups()
    else:
        return None
    gender = gender or surname_gender(surname)
    parts = [decline_short(surname, "", None, gender), Forms.unchanging(marks)]
    return joined(parts if text.startswith(surname) else parts[::-1], gender, gap)


def _decline_titled(text: str, gender: Gender | None) -> Forms | None:
    """A post or a role with a person's name at the end: both decline."""
    for found in re.finditer(r"\s+", text):
        title, gap, rest = text[: found.start()], found[0], text[found.end() :]
        person = _decline_named(title, rest, gender)
        if person:
            return joined([decline_phrase(title), person], person.gender, gap)
    return None


def _decline_named(title: str, rest: str, gender: Gender | None) -> Forms | None:
    """The name after `title`. Only a full name with a patronymic needs no title that we know."""
    titled = _TITLE.search(title) is not None
    if is_person(rest) and (titled or is_patronymic(split_full_name(rest).patronymic or "")):
        return decline_person(rest, gender)
    return _decline_initials(rest, gender) if titled and not _OF_SOMEBODY.search(title) else None
