"""Which prosecutor's office a title names: of a region or below it, and how people write it."""

import pytest
from today import ON

from filings.questions.validation import validate
from filings.schemas.authorities._prosecutor import ProsecutorOffice


def office(title: str) -> ProsecutorOffice:
    return validate(ProsecutorOffice, {"title": title}, on=ON)


@pytest.mark.parametrize(
    ("title", "regional"),
    [
        ("прокуратура Тверской области", True),
        ("Прокуратура Республики Татарстан", True),
        ("Прокуратура Ханты-Мансийского автономного округа — Югры", True),
        ("прокуратура города Москвы", True),
        ("прокуратура Мясниковского района Ростовской области", False),
        ("прокуратура г. Самары Самарской области", False),
        ("Тверская межрайонная прокуратура Тверской области", False),
        ("прокуратура города Твери", False),
        ("34 военная прокуратура гарнизона", False),
    ],
)
def test_an_office_of_a_region(title: str, regional: bool) -> None:
    assert office(title).is_regional is regional


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("В прокуратуру Ленинского района", "прокуратура Ленинского района"),
        ("в военную прокуратуру Тверского гарнизона", "военная прокуратура Тверского гарнизона"),
        ("Прокуратура Ленинского района", "Прокуратура Ленинского района"),
    ],
)
def test_the_title_stands_in_the_nominative(written: str, title: str) -> None:
    assert office(written).title == title
