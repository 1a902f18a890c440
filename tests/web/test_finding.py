"""The start page finds the document for what a person says happened."""

from __future__ import annotations

import pytest

from conftest import Person
from filings.catalogue import kinds
from web.finding import found
from web.situations import situations

SAID = [
    ("соседи затопили квартиру", "leak_damage_demand"),
    ("НЕ ПЛАТЯТ ЗАРПЛАТУ", "wage_claim"),
    ("муж не платит алименты", "alimony_court_order"),
    ("холодные батареи", "utility_quality_complaint"),
    ("неправильно начислили в квитанции", "overcharge_refund_demand"),
    ("дал в долг под расписку", "loan_court_order"),
    ("пришёл судебный приказ", "court_order_objection"),
    ("не могу прийти в суд", "absent_hearing_motion"),
    ("грязь и мусор в подъезде", "common_property_repair_request"),
    ("обжаловать решение суда", "appeal"),
]


@pytest.mark.parametrize(("words", "kind"), SAID)
def test_the_document_is_among_the_first(words: str, kind: str) -> None:
    assert kind in [one.name for one in found(words)[:4]]


@pytest.mark.parametrize("words", ["", "!!!", "asdf qwerty", "что мне делать"])
def test_words_that_tell_nothing_find_nothing(words: str) -> None:
    assert found(words) == []


def test_the_page_shows_what_fits(person: Person) -> None:
    page = person.send("/find", source="/", query="соседи <b>затопили</b>").text
    assert "/kinds/leak_damage_demand" in page.split("Вам может подойти")[1].split("</section>")[0]
    assert "<b>затопили" not in page


def test_the_page_says_when_nothing_fits(person: Person) -> None:
    page = person.send("/find", source="/", query="абракадабра").text
    assert "ничего не нашлось" in page and "/kinds/wage_claim" in page


def test_the_start_page_asks_what_happened_before_it_lists_anything(person: Person) -> None:
    page = person.read("/")
    places = [page.index(text) for text in ("Что случилось?", "Не платят зарплату", "Все документы по темам")]
    assert places == sorted(places)
    topics = page[places[-1] :]
    assert "<details open" not in topics
    assert topics.count("/kinds/") == len(kinds()), "каждый документ есть в своей теме"


@pytest.mark.parametrize("one", situations(), ids=lambda one: one.slug)
def test_a_common_case_leads_to_its_documents(person: Person, one) -> None:
    assert set(one.documents) <= set(kinds()), "названы только те виды, которые есть"
    page = person.read(f"/situations/{one.slug}")
    places = [page.index(f"/kinds/{name}") for name in one.documents]
    assert places == sorted(places) and one.advice in page


def test_a_case_that_nobody_named_is_not_found(person: Person) -> None:
    assert person.open("/situations/nothing").status_code == 404


def test_chance_words_find_nothing_far_fetched() -> None:
    assert [one.name for one in found("отказали в пособии")] == ["benefit_refusal_complaint"]
