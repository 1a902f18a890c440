"""A postal address: one line that is kept, four parts that are asked for, and what is unlikely about it.

The line is what answers, spreadsheets and documents hold. For the page it is split into postcode, place, street with
house, and flat, and put together again. Words are never changed and never lost: a piece that says nothing of itself
stays with its neighbours. Only the postcode may change its place (it goes to the front), and so may a place that is
written behind the street, as on an envelope.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic_core import PydanticCustomError

from filings.questions import texts
from filings.questions.address_words import Kind, cuts, ends_with_number, has_a_name, kind_of

_EDGES = " ,;"
_ROUNDS = 4  # what moves to the front may show another piece in a new light
_COMMA = re.compile(r"\s*(?:(?<!\d)[,;]|[,;](?!\d))[\s,;]*")  # not the comma of «12,5 км»
_POSTCODE_FIRST = re.compile(r"(^|[,;]\s*)(?:(?:почтовый )?индекс:?\s*)?(\d{6})\s+(?=\S)", re.IGNORECASE)
_POSTCODE_LAST = re.compile(r"(?<=[^\s:])\s+(?:(?:почтовый )?индекс:?\s*)?(\d{6})$", re.IGNORECASE)
_POSTCODE_APART = re.compile(r"(?:^|[,;])\s*\d{3}[ -]?\d{3}\s*(?:[,;]|$)")
_POSTCODE_WORD = re.compile(r"(?:почтовый )?индекс:?\s*(?=\d)", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d -]*")
_BARE_FLAT = re.compile(r"\d+\s?-?[а-яёА-ЯЁ]?")
_NO_NUMBER_NEEDED = re.compile(r"б/н|без номера|востребования|а/я|ящик|в/ч|войсковая", re.IGNORECASE)
_STREET_LEVEL = (Kind.STREET, Kind.HOUSE, Kind.NUMBER, Kind.FLAT)


@dataclass(frozen=True)
class Address:
    """The parts of an address; any may be empty. `place` holds region and district too, `street` the house."""

    postcode: str = ""
    place: str = ""
    street: str = ""
    flat: str = ""

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """The four parts in the order in which they are written."""
        return self.postcode, self.place, self.street, self.flat

    @property
    def is_whole(self) -> bool:
        """Whether it is enough for a letter to come: a place, and a street with a house."""
        return bool(self.place) and any(_names_a_house(piece) for piece in _pieces(self.street))

    def written(self) -> str:
        """The address on one line; a bare number of a flat becomes «кв. 8»."""
        flat = _clean(self.flat)
        flat = f"кв. {flat}" if _BARE_FLAT.fullmatch(flat) else flat
        parts = (_joined_digits(_clean(self.postcode)), _clean(self.place), _clean(self.street), flat)
        return ", ".join(filter(None, parts))


@dataclass(frozen=True)
class _Piece:
    text: str
    kind: Kind
    before: str  # what stood between it and the piece before: a comma or only a space


def address_line(value: Any) -> str:
    """The validator of the type: a postal address on one line; it must name something beside numbers."""
    lines = (part.strip(_EDGES) for part in texts.legible(value).split("\n"))
    text = re.sub(r"(?<=\d)\.$", "", texts.line(", ".join(filter(None, lines))))
    if text and not has_a_name(text):
        raise PydanticCustomError(
            "address", "адрес неполный; напишите его целиком: индекс, город, улица, дом, квартира"
        )
    return text


def split(text: str) -> Address:
    """The line as parts; what cannot be told apart stands whole in one of them, and so does a text too long for a line.

    Its length is bounded because the patterns look back and forth: twenty thousand letters would take a minute.
    """
    if len(text) > texts.LINE_LENGTH:
        return Address(place=_clean(text))
    found = _split(text)
    for _ in range(_ROUNDS):
        again = _split(found.written())
        if again == found:
            break
        found = again
    return found


def _split(text: str) -> Address:
    pieces = _pieces(_clean(text))
    postcode, pieces = _postcode_of(pieces)
    pieces = _place_first(pieces)
    street = _street_start(pieces)
    flat = _flat_start(pieces, street)
    return Address(postcode, _together(pieces[:street]), _together(pieces[street:flat]), _together(pieces[flat:]))


def doubts(text: str) -> list[str]:
    """What is unlikely about a written address, each a short clause in Russian; none of it is an error."""
    return list(_doubts(split(text))) if text.strip() else []


def _doubts(found: Address) -> Iterator[str]:
    if found.postcode and len(found.postcode) != 6:
        yield "индекс не из шести цифр"
    rest = ", ".join(found.parts[1:])
    if _NO_NUMBER_NEEDED.search(rest):
        return
    if not found.place and all(piece.kind is not Kind.PLACE for piece in _pieces(found.street)):
        yield "не видно города или села"
    if not re.search(r"\d", found.street or found.place):
        yield "не видно номера дома" if found.street else "не видно улицы и дома"


def _names_a_house(piece: _Piece) -> bool:
    """«д. 5», «5», «ул. Мира 5»; the number of «мкр. 5» is its name."""
    in_name = piece.kind is Kind.STREET and len(piece.text.split()) > 2 and ends_with_number(piece.text)
    return piece.kind in (Kind.HOUSE, Kind.NUMBER) or in_name


def _clean(text: str) -> str:
    return " ".join(", ".join(texts.visible(text).splitlines()).split()).strip(_EDGES)


def _joined_digits(text: str) -> str:
    """«344 002» is 344002."""
    return re.sub("[ -]", "", text) if _DIGITS.fullmatch(text) else text


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    chunks = [chunk for chunk in _COMMA.split(_with_postcode_apart(text)) if chunk.strip(_EDGES)]
    for chunk in chunks:
        start = 0
        for cut, after in (*cuts(chunk), (len(chunk), len(chunk))):
            piece = chunk[start:cut]
            found.append(_Piece(piece, kind_of(piece), ", " if start == 0 else " "))
            start = after
    return found


def _with_postcode_apart(text: str) -> str:
    """Commas where the postcode stands first, behind a comma or last without them."""
    text = _POSTCODE_WORD.sub("", text, count=1) if _POSTCODE_WORD.match(text) else text
    for glued, apart in ((_POSTCODE_FIRST, r"\1\2, "), (_POSTCODE_LAST, r", \1")):
        text = text if _POSTCODE_APART.search(text) else glued.sub(apart, text, count=1)
    return text


def _postcode_of(pieces: list[_Piece]) -> tuple[str, list[_Piece]]:
    """Six digits wherever they stand, else digits that begin the address, however many there are."""
    places = [place for place, piece in enumerate(pieces) if _DIGITS.fullmatch(piece.text)]
    exact = [place for place in places if len(_joined_digits(pieces[place].text)) == 6]
    found = next(iter(exact), 0 if 0 in places and len(pieces) > 1 else None)
    if found is None:
        return "", pieces
    return _joined_digits(pieces[found].text), pieces[:found] + pieces[found + 1 :]


def _place_first(pieces: list[_Piece]) -> list[_Piece]:
    """«ул. Мира, д. 5, г. Тверь, Тверская обл.», as on an envelope, with the place in front."""
    kinds = [piece.kind for piece in pieces]
    if not kinds or kinds[0] is not Kind.STREET or Kind.PLACE not in kinds:
        return pieces
    turn = kinds.index(Kind.PLACE)
    if any(kind in _STREET_LEVEL for kind in kinds[turn:]) or Kind.OTHER in kinds[:turn]:
        return pieces
    return pieces[turn:] + pieces[:turn]


def _street_start(pieces: list[_Piece]) -> int:
    kinds = [piece.kind for piece in pieces]
    if Kind.STREET in kinds:
        return kinds.index(Kind.STREET)
    house = next((place for place, kind in enumerate(kinds) if kind in (Kind.HOUSE, Kind.NUMBER)), None)
    if house is not None:
        return house - 1 if house > 1 and kinds[house - 1] is Kind.OTHER else house
    named = (place for place, piece in enumerate(pieces) if place and _is_named_street(piece))
    return next(named, _flat_start(pieces, 0))


def _is_named_street(piece: _Piece) -> bool:
    return piece.kind is Kind.OTHER and ends_with_number(piece.text)


def _flat_start(pieces: list[_Piece], street: int) -> int:
    later = (place for place, piece in enumerate(pieces) if place >= street and piece.kind is Kind.FLAT)
    return next(later, len(pieces))


def _together(pieces: list[_Piece]) -> str:
    return "".join((piece.before if place else "") + piece.text for place, piece in enumerate(pieces))
