"""Words that tell what a piece of a Russian postal address is: a place, a street, a house, a flat.

The words and their short forms are those of the order of the Ministry of Finance № 171н of 05.11.2015, with those that
people write beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

# In front of the name or behind it: «ул. Мира», «Советская ул».
_STREETS = (
    r"ул|улица|пр-т|пр-кт|просп|проспект|пр|проезд|пр-д|пер|переулок|пл|площадь|наб|набережная|ш|шоссе|б-р|бул|бульвар"
    r"|туп|тупик|аллея|линия|тракт|спуск|просека|взвоз|мкр|мкрн|мкр-н|микрорайон|кв-л|квартал|тер|территория"
    r"|снт|днт|онт|днп|тсн|кп|гск|с/т|массив|в/г|городок|км|километр"
)
_SITES = r"в/ч|войсковая часть|а/я|абонентский ящик|до востребования|(?:фку )?ик-\d+|сизо(?:-\d+)?"
_PLACES = (
    r"г|гор|город|пгт|рп|р\.\s?п|п|пос|посёлок|поселок|с|село|д|дер|деревня|ст-ца|станица|ст|станция|х|хутор|аул"
    r"|обл|область|край|респ|республика|р-н|район|ао|округ|м\.\s?о|г\.\s?о|м\.\s?р-н|с/п|г/п|с/с|поселение|сельсовет"
    r"|п/о|улус|слобода|сл|починок|разъезд|рзд|местечко|заимка"
)
_HOUSES = (
    r"д|дом|вл|влад|владение|двлд|домовладение|к|корп|корпус|стр|строение|соор|сооружение|зд|здание|с|ст|уч|участок"
    r"|лит|литера|литер|секция|блок|гараж|бокс"
)
_FLATS = r"кв|квартира|ком|комн|комната|оф|офис|пом|помещ|помещение|каб|кабинет|под|подъезд|эт|этаж|койко-место|палата"
_MARKS = f"{_STREETS}|{_PLACES}|{_HOUSES}|{_FLATS}"
_END = r"(?![\w/-])"
# «д. 3», «д.№3», «уч. б/н», «лит. А», «пом. XII»
_NUMBERED = (
    r"(?:\.?\s*(?:№|n)?\s*(?:\d|б/н|без номера)|(?:\.\s*|\s+)(?:[ivxlc]+\b|[«\"„]?[а-яёa-z]\d*[»\"“]?(?![\w-])))"
)
# «с. 8 Марта» is a village all the same.
_NAME_WITH_NUMBER = rf"(?!\w+\.?\s*\d+(?:-\w+)?\s+(?!(?:{_MARKS}){_END})(?-i:[А-ЯЁ][а-яё]+))"
_NUMBER = r"\d{1,4}\s?-?[а-яa-z]?(?:\s?[/-]\s?\d+[а-яa-z]?)*(?:\s?(?:корп|стр|к|с)\.?\s?\d+[а-яa-z]?)*"


class Kind(Enum):
    """What a piece of an address names."""

    PLACE = "place"
    STREET = "street"
    HOUSE = "house"
    NUMBER = "number"
    FLAT = "flat"
    OTHER = "other"


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# The first that fits decides: «д. 3» is a house, «д. Ключи» a village; «с. 1» a building, «с. Яр» a village.
_RULES = (
    (Kind.PLACE, _any(r"вн\.?\s*тер")),  # «вн. тер. г. муниципальный округ Басманный»: a part of a city
    (Kind.FLAT, _any(rf"(?:{_FLATS}){_NUMBERED}")),
    (Kind.FLAT, _any(r"\d+\s?-?\s?(?:й|ый|ий)?\s?(?:этаж|эт|подъезд|кв|квартира|комната)\.?$")),
    (Kind.HOUSE, _any(rf"{_NAME_WITH_NUMBER}(?:{_HOUSES}){_NUMBERED}")),
    (Kind.STREET, _any(rf"(?:{_SITES}){_END}")),
    (Kind.STREET, _any(rf"(?:{_STREETS}){_END}\.?\s*[\w«\"„]")),
    (Kind.PLACE, _any(rf"(?:{_PLACES}){_END}\.?\s*[\w«\"„]")),
    (Kind.STREET, _any(rf".*\w\S*\s+(?:{_STREETS}){_END}")),
    (Kind.PLACE, _any(rf".*\w\S*\s+(?:{_PLACES}){_END}")),
    (Kind.STREET, _any(rf".*(?<!\w)(?:{_SITES}){_END}")),
    (Kind.NUMBER, _any(rf"{_NUMBER}$")),
)
_ENDS_WITH_NUMBER = _any(rf".*[^\W\d]\S*\s+{_NUMBER}$")
_STREET_CUT = _any(
    rf"(?<=\S)\s+(?=(?:ул|улица|пр-т|пр-кт|просп|проспект|пер|переулок|пл|площадь|наб|набережная|ш|шоссе|б-р|бул|бульвар"
    rf"|проезд|мкр|мкрн|микрорайон|снт|днт){_END}\.?\s*(?!(?:{_MARKS}){_END})(?:\d+(?:-\w+)?\s+)?[«\"]?[^\W\d])"
)
_NUMBER_CUT = _any(
    rf"(?<=\S)\s+(?=(?:д|дом|вл|уч|участок|зд|кв|квартира|оф|офис|ком|комн|комната|пом|помещение|каб|кабинет){_END}"
    r"\.?\s*№?\s*\d)"
)
_NAME_GOES_ON = _any(rf".*(?:\w(?:ая|яя|ий|ый|ой|ое|ее|ого|его)|(?<!\w)(?:{_STREETS}|{_PLACES})\.?)$")
_NO_NAMES = _any(rf"(?<!\w)(?:{_MARKS}|{_SITES}|б/н|индекс)(?![\w-])")


def kind_of(piece: str) -> Kind:
    """What the piece between two commas names; OTHER when no word in it tells."""
    return next((kind for kind, rule in _RULES if rule.match(piece)), Kind.OTHER)


def ends_with_number(piece: str) -> bool:
    """«Тверская 5»: a name with a number behind it, as a street with its house."""
    return bool(_ENDS_WITH_NUMBER.match(piece))


def cuts(chunk: str) -> Iterator[tuple[int, int]]:
    """Where commas were left out: «г. Тверь ул. Мира д. 5 кв. 8». The white space at each place as (start, end).

    Not behind an adjective («Красный проспект», «Садовая ул.») nor behind another such word («тер. СНТ «Заря»).
    """
    found = [*_NUMBER_CUT.finditer(chunk)]
    found += [cut for cut in _STREET_CUT.finditer(chunk) if not _NAME_GOES_ON.match(chunk[: cut.start()])]
    return iter(sorted(cut.span() for cut in found))


def has_a_name(text: str) -> bool:
    """Whether something is named at all, and not only numbered: «д. 5, кв. 1» has no name."""
    return bool(re.search(r"[^\W\d_]{2}", _NO_NAMES.sub(" ", text)))
