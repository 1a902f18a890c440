"""Short answers that stand inside a sentence of a document, and stories that are its paragraphs."""

import pytest

from filings.schemas.dwelling import house_of
from filings.schemas.printed_texts import clause, sentences, unquoted


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("подъезд № 2.", "подъезд № 2"),
        ("директор Петрова А.И.", "директор Петрова А.И."),
        ("тариф 42 руб.", "тариф 42 руб."),
        ("обещали…", "обещали…"),
        ("ждите...", "ждите..."),
        (".", "."),
    ],
)
def test_a_clause_loses_its_stop_but_not_that_of_initials(written: str, printed: str) -> None:
    assert clause(written) == printed
    assert clause(printed) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("«Отопление».", "Отопление"),
        ('"Горячая вода"', "Горячая вода"),
        ("Взнос «Сделай сам»", "Взнос «Сделай сам»"),
        ("«Дом» и «Двор»", "«Дом» и «Двор»"),
        ("Вывоз мусора", "Вывоз мусора"),
        ("«»", "«»"),
    ],
)
def test_a_name_that_the_template_quotes_has_no_quotes_of_its_own(written: str, printed: str) -> None:
    assert unquoted(written) == printed
    assert unquoted(printed) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("крыша течёт", "Крыша течёт."),
        ("Крыша течёт!\n\nвода на полу", "Крыша течёт!\nВода на полу."),
        ("Обещали «завтра»", "Обещали «завтра»."),
        ("Сказали: «Ждите.»", "Сказали: «Ждите.»"),
        ("не работает с 05.09.2026 (третий раз)", "Не работает с 05.09.2026 (третий раз)."),
        ("Что сломано:\n— лифт;", "Что сломано:\n— лифт;"),
        ("и т.д…", "И т.д…"),
    ],
)
def test_every_paragraph_of_a_story_is_a_sentence(written: str, printed: str) -> None:
    assert sentences(written) == printed
    assert sentences(printed) == printed


@pytest.mark.parametrize(
    ("address", "house"),
    [
        ("170100, г. Тверь, ул. Советская, д. 14, кв. 27", "170100, г. Тверь, ул. Советская, д. 14"),
        ("г. Тверь, ул. Советская, д. 14, квартира № 3а", "г. Тверь, ул. Советская, д. 14"),
        ("г. Тверь, ул. Советская, д. 14 кв.5", "г. Тверь, ул. Советская, д. 14"),
        ("г. Тверь, ул. Советская, д. 14, комн. 12/2", "г. Тверь, ул. Советская, д. 14"),
        ("с. Чёрный Яр, д. 3", "с. Чёрный Яр, д. 3"),
        ("г. Москва, кв-л 5, д. 1", "г. Москва, кв-л 5, д. 1"),
    ],
)
def test_the_house_of_a_flat(address: str, house: str) -> None:
    assert house_of(address) == house
