"""Addresses: split into the boxes of a page and put together again, nothing lost; what is unlikely is named.

The tables are tests/cases/addresses/*.yaml.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from strategies_people import places
from werkzeug.datastructures import MultiDict
from wtforms.form import BaseForm

from filings.catalogue import kinds
from filings.questions import AddressLine
from filings.questions.addresses import Address, doubts, split
from filings.questions.asking import questions_of
from filings.questions.naming import english_names
from filings.questions.reading import read_answers
from web.forms.address_boxes import AddressBoxes, understood

CASES = Path(__file__).parent / "cases" / "addresses"
NAMES = ("Тверь", "Ивановка", "Мира", "Садовая", "Набережные Челны", "8 Марта", "20-летия Октября", "1-я Полевая")
_SCRAPS = """170100 17010 5 12 5-А 42к3 8/2 г. г город Тверь ул. ул улица Мира Советская проспект Красный пр-т д. дом
    Ключи кв. кв оф. 3 комната с. село к. стр. лит. А тер. СНТ «Берёзка» обл. Тверская Россия , , , , ; № мкр. 8 Марта
    корп. б/н - — : ( ) а/я п. км 12,5 этаж последний"""
scraps = st.lists(st.sampled_from(_SCRAPS.split()), max_size=14).map(" ".join) | st.text(
    "аг.у л,;:-01 кмдв№«»/", max_size=30
)


def rows(name: str) -> list[Any]:
    table = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return [pytest.param(row, id=row["name"]) for row in table]


def signs(text: str) -> Counter[str]:
    """Letters and digits: what must not be lost."""
    return Counter(sign for sign in text if sign.isalnum())


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    """An address whose parts say what they are, as a person fills the boxes."""
    name = st.sampled_from(NAMES)
    place = draw(st.sampled_from(["г. {}", "с. {}", "Тверская обл., д. {}", "Московская область, г. о. {}", "рп {}"]))
    street = draw(st.sampled_from(["ул. {}, ", "пр-т {}, ", "пер. {}, ", "мкр. {}, ", "тер. СНТ «{}», ", ""]))
    house = draw(st.sampled_from(["д. {}", "дом № {}", "д. {}, корп. 2", "влд. {}", "{}", "{}к2", "уч. {}"]))
    flat = draw(st.sampled_from(["", "кв. {}", "оф. {}", "комната {}", "эт. 2, пом. {}"]))
    number = draw(st.integers(1, 300))
    return Address(
        draw(st.sampled_from(["", "170100", "344002"])),
        place.format(draw(name)),
        street.format(draw(name)) + house.format(number),
        flat.format(draw(st.integers(1, 900))),
    )


@pytest.mark.parametrize("case", rows("split"))
def test_an_address_is_split(case: dict[str, Any]) -> None:
    found = split(case["address"])
    assert list(found.parts) == case["parts"]
    assert found.written() == case.get("written", case["address"])
    assert doubts(case["address"]) == case.get("doubts", [])


@pytest.mark.parametrize("case", rows("boxes"))
def test_the_boxes_are_understood(case: dict[str, Any]) -> None:
    assert understood(case["typed"], case.get("was", "")).written() == case["kept"]


@given(addresses())
def test_parts_come_back_as_they_were(address: Address) -> None:
    assert split(address.written()) == address


@given(scraps)
def test_nothing_is_lost_and_a_second_reading_changes_nothing(text: str) -> None:
    found = split(text)
    line = found.written()
    more = signs(line) - signs(text)
    assert not signs(text) - signs(line)
    assert more in (Counter(), Counter("кв"))  # the number of a flat that stood alone
    assert split(line).written() == line


@pytest.mark.parametrize("text", ["а" * 20_000, "1" * 20_000, "5/" * 10_000, "ул. " * 5000], ids=lambda text: text[:4])
def test_a_text_too_long_for_an_address_stays_whole(text: str) -> None:
    assert split(text) == Address(place=text.strip())
    with pytest.raises(ValidationError, match="слишком длинно"):
        TypeAdapter(AddressLine).validate_python(text)


@given(places, st.sampled_from([part.name for part in AddressBoxes.parts]))
def test_a_whole_address_may_stand_in_any_box(address: str, box: str) -> None:
    sent = {f"home-{part.name}": "" for part in AddressBoxes.parts} | {f"home-{box}": address}
    assert form_of(sent).data == split(address).written()


@given(places)
def test_what_a_page_shows_it_keeps(address: str) -> None:
    shown = form_of(None, address)
    names = [part.name for part in AddressBoxes.parts]
    sent = {f"home-{name}": text for name, text in zip(names, shown.boxes, strict=True)}
    assert form_of({**sent, "home-was": shown.data}, address).data == split(address).written()


def form_of(sent: dict[str, str] | None, stored: str = "") -> AddressBoxes:
    """The question with what the browser sent."""
    form = BaseForm({"home": AddressBoxes()})
    form.process(None if sent is None else MultiDict(sent), data={"home": stored})
    return form["home"]


def sample_addresses() -> list[Any]:
    """Every address of the invented people."""
    found = {}
    for kind in kinds().values():
        answers, _ = english_names(kind.model, read_answers(kind.sample))
        for one in questions_of(kind.model, answers):
            if one.shape.widget.kind == "address" and isinstance(one.value, str):
                found[one.value] = kind.name
    return [pytest.param(address, id=f"{kind}: {address}") for address, kind in found.items()]


@pytest.mark.parametrize("address", sample_addresses())
def test_the_page_keeps_the_addresses_of_the_samples_letter_by_letter(address: str) -> None:
    assert split(TypeAdapter(AddressLine).validate_python(address)).written() == address
    assert doubts(address) == []
