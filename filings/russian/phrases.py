"""Posts, courts, bodies and organisations in six cases: the head of the phrase changes, its tail stays."""

import re
from collections.abc import Callable
from functools import lru_cache

from filings.russian import morphology
from filings.russian.forms import Case, Forms, Gender
from filings.russian.heads import ORDINAL, Head, agreement_of, around, bare, find_heads
from filings.russian.morphology import GRAMMEMES
from filings.russian.names import like
from filings.russian.wordlist import listed

_OPAQUE = re.compile(r"«.*»|„[^“]*“|\"[^\"]*\"|\([^)]*\)")
_HIDDEN = "\ue001"
_FOREIGN_PREFIX = re.compile(r"[A-Za-z0-9]+[А-ЯЁ]{0,2}-(?=[а-яё]{2})")
_EITHER = re.compile(r"[а-яё]{2}/[а-яё]{2}")
_GENDERS = {"masc": Gender.MALE, "femn": Gender.FEMALE, "neut": Gender.NEUTER}

# The gender of an abbreviation is that of the noun it begins with: «ООО обязано», «УК обязана», «ЖСК обязан».
_ABBREVIATIONS = {
    Gender.NEUTER: listed(
        "ООО ОАО ЗАО ПАО АО НАО ТСЖ ТСН СНТ ДНТ ГУП МУП ФГУП МБОУ МБДОУ МАОУ ГБОУ ГБУ ГБУЗ МБУЗ МКУ МБУ ФКУ ФГБУ ФГКУ "
        "ФГАОУ ФБУ МВД УМВД ГУ УФССП ГУФССП ОСП ОСФР ЖКУ УФНС УФСИН МРЭО ЖЭУ РЭУ БТИ КФХ"
    ),
    Gender.FEMALE: listed("УК АНО НКО ИФНС МИФНС ФНС ФССП ГЖИ ГИТ ЦРБ ВВК КДН"),
    Gender.MALE: listed("ИП СФР ПФР МФЦ ЖСК ГСК СПК ФСС ЖЭК ЗАГС РОВД ОВД ЦБ"),
}
# Written endings of «3-й», «3-я», «3-е» in genitive, dative, accusative, instrumental, prepositional.
_ORDINAL_ENDINGS = {
    "й": ("го", "му", "й", "м", "м"),
    "я": ("й", "й", "ю", "й", "й"),
    "е": ("го", "му", "е", "м", "м"),
}


@lru_cache(maxsize=4096)
def decline_phrase(text: str, *, animate: bool | None = None) -> Forms:
    """«Начальник отдела — старший судебный пристав» in six cases, with the gender of its head.

    `animate` settles the accusative of a role that no dictionary knows; None lets the words decide.
    Quoted and bracketed names, abbreviations and everything after the head stay as they are.
    """
    if _HIDDEN in text:
        return Forms.unchanging(text)
    if _EITHER.search(text) and not _OPAQUE.search(text):
        return _either(text, animate)
    hidden = _OPAQUE.findall(text)
    pieces = re.split(r"(\s+)", _OPAQUE.sub(_HIDDEN, text))
    # Words are at even places, the spaces between them at odd ones.
    words = [_FOREIGN_PREFIX.sub("", word) for word in pieces[::2]]
    heads = find_heads(words, animate)
    changed = {2 * place: forms for head in heads for place, forms in _head_forms(words, head).items()}
    changed = {place: _prefixed(pieces[place], forms) for place, forms in changed.items()}
    cases = (_assembled(pieces, changed, hidden, case) for case in Case)
    if not heads:
        return Forms.of(cases, _abbreviation_gender(text))
    return Forms.of(cases, _GENDERS.get(heads[0].agreement[0]), heads[0].plural)


def _either(text: str, animate: bool | None) -> Forms:
    """«грузчик/комплектовщик»: each side by itself."""
    sides = [decline_phrase(side, animate=animate) for side in text.split("/")]
    return Forms.of(["/".join(side.get(case) for side in sides) for case in Case], sides[0].gender, sides[0].plural)


def _prefixed(word: str, forms: Forms) -> Forms:
    """«IT-специалист»: what stands before the hyphen stays."""
    prefix = _FOREIGN_PREFIX.match(word)
    return Forms.of([prefix[0] + forms.get(case) for case in Case]) if prefix else forms


def _assembled(pieces: list[str], changed: dict[int, Forms], hidden: list[str], case: Case) -> str:
    words = (changed[place].get(case) if place in changed else piece for place, piece in enumerate(pieces))
    names = iter(hidden)
    return re.sub(_HIDDEN, lambda _: next(names), "".join(words))


def _head_forms(words: list[str], head: Head) -> dict[int, Forms]:
    forms = {place: _modifier_forms(words[place], head) for place in head.modifiers}
    return forms | {head.noun: (_modifier_forms if head.is_adjective else _noun_forms)(words[head.noun], head)}


def _noun_forms(word: str, head: Head) -> Forms:
    return _written(
        word, lambda case: morphology.inflected(head.reading, frozenset({GRAMMEMES[_noun_case(case, head)]}))
    )


def _noun_case(case: Case, head: Head) -> Case:
    """The accusative of plurals and of masculine nouns, except «судью», is one of two other cases."""
    second_declension = head.reading.tag.gender == "masc" and not head.reading.word.endswith(("а", "я"))
    if case is Case.ACCUSATIVE and (head.plural or second_declension):
        return Case.GENITIVE if head.animate else Case.NOMINATIVE
    return case


def _modifier_forms(word: str, head: Head) -> Forms:
    if found := ORDINAL.fullmatch(word):
        return Forms.of([word, *(f"{found[1]}-{ending}" for ending in _ORDINAL_ENDINGS[found[2]])])
    gender, number = head.agreement
    grammemes = frozenset({"plur"} if head.plural else {number, gender})
    reading = next(found for found in morphology.adjectives(bare(word) or "") if agreement_of(found) == head.agreement)

    def form(case: Case) -> str:
        if case is Case.ACCUSATIVE and gender != "femn" and gender != "neut":
            case = Case.GENITIVE if head.animate else Case.NOMINATIVE
        return morphology.inflected(reading, grammemes | {GRAMMEMES[case]})

    return _written(word, form)


def _written(word: str, form: Callable[[Case], str]) -> Forms:
    """The forms with the capitals, hyphens and the punctuation of the original."""
    before, core, after = around(word)
    oblique = (case for case in Case if case is not Case.NOMINATIVE)
    return Forms.of([word, *(before + _like_parts(core, form(case)) + after for case in oblique)])


def _like_parts(word: str, inflected: str) -> str:
    """Each part after a hyphen keeps its own capital: pymorphy3 writes «ростова-на-дону»."""
    mine, theirs = word.split("-"), inflected.split("-")
    if len(mine) != len(theirs):
        return like(word, inflected)
    return "-".join(like(part, changed) for part, changed in zip(mine, theirs, strict=True))


def _abbreviation_gender(text: str) -> Gender | None:
    found = re.match(r"[А-ЯЁ]+", text.strip())
    return next((gender for gender, words in _ABBREVIATIONS.items() if found and found[0] in words), None)
