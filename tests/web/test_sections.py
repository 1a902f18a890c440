"""The sections of a long questionnaire: from the schema alone, in any order, with what is left in words."""

from __future__ import annotations

import pytest

from filings.catalogue import kind_of
from filings.questions import Block, page, question
from filings.questions.naming import english_names
from filings.questions.pages import pages_asked
from filings.questions.reading import read_answers
from web.parts import parts_of
from web.way import parts_in_words

pytestmark = pytest.mark.xdist_group("web")


class _Person(Block):
    name: str = question("Имя", ru="имя")
    phone: str = question("Телефон", ru="телефон", new_page="Как связаться")


class _Plain(Block):
    person: _Person = page("Кто вы", ru="кто")
    hurt: bool = page("Вас ранили?", ru="ранен")
    wounds: str = page("Какие раны", ru="раны", when="hurt")
    story: str | None = page("Рассказ", ru="рассказ", optional=True)


class _Named(Block):
    person: _Person = page("Кто вы", ru="кто", part="О вас")
    story: str = page("Рассказ", ru="рассказ", part="О деле")
    more: str = page("Ещё", ru="ещё")


def sections(model, answers, wrong=()):
    return parts_of(pages_asked(model, answers), answers, set(wrong))


def test_pages_of_a_block_and_what_depends_on_an_answer_stand_together():
    found = sections(_Plain, {"hurt": True})
    assert [part.title for part in found] == ["Кто вы", "Вас ранили?", "Рассказ"]
    assert [len(part.pages) for part in found] == [2, 2, 1]


def test_the_schema_may_name_the_sections():
    found = sections(_Named, {})
    assert [(part.title, len(part.pages)) for part in found] == [("О вас", 2), ("О деле", 2)]


@pytest.mark.parametrize(
    ("answers", "wrong", "state"),
    [
        ({}, ["person", "person-2"], "Не начато"),
        ({"person": {"name": "Анна"}}, ["person-2"], "Начато"),
        ({"person": {"name": "Анна", "phone": "1"}}, [], "Готово"),
        ({}, [], "Если нужно"),
    ],
)
def test_the_state_of_a_section(answers, wrong, state):
    assert sections(_Plain, answers, wrong)[0].words == state


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([], "Всё готово"),
        ([1], "Остался 1 короткий раздел"),
        ([2, 2], "Осталось 2 коротких раздела"),
        ([1] * 5, "Осталось 5 коротких разделов"),
        ([1, 3], "Осталось 2 раздела"),
        ([3] * 21, "Остался 21 раздел"),
    ],
)
def test_what_is_left_is_said_in_words(counts, words):
    part, *_ = sections(_Plain, {}, ["person"])
    assert parts_in_words([type(part)("Раздел", part.pages[:1] * count, "empty") for count in counts]) == words


def test_a_long_kind_is_resumed_at_its_sections_and_answered_in_any_order(person):
    person.begin("wage_claim").send("questions/employer", kind="organisation", title="ООО «Ромашка»")
    reply = person.open("")
    assert reply.location.endswith("/sections")
    text = person.read("sections")
    assert "Все разделы" not in text and "Начато" in text and "Не начато" in text
    assert "Все разделы" in person.read("questions/claimant")


def test_the_way_leads_on_past_what_is_done_and_back_to_what_is_not(person, app):
    kind = kind_of("wage_claim")
    answers, _ = english_names(kind.model, read_answers(kind.sample))
    person.begin("wage_claim")
    cases, filing_id = app.extensions["filings"].cases, person.filing.rsplit("/", 1)[1]
    cases.change(filing_id, lambda _: {name: value for name, value in answers.items() if name != "employer"})
    assert "Осталось" in person.read("sections") or "Остался" in person.read("sections")
    claimant = answers["claimant"]
    contact = {name: claimant[name] for name in ("phone", "email") if name in claimant}
    last = max((page.key for page in pages_asked(kind.model, answers) if page.field == "claimant"), key=len)
    assert "/questions/" in person.send(f"questions/{last}", **contact).location


def test_short_kinds_have_no_sections(person):
    assert "Все разделы" not in person.begin().read("questions/someone")
