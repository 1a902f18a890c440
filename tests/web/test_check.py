"""The check page: every answer in words, every problem with its link, the way back to the same place."""

from __future__ import annotations

import re

import pytest

from filings.questions.naming import english_names
from filings.questions.reading import read_answers

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def finished(person, toy, app):
    """A person who has answered everything."""
    answers, _ = english_names(toy.model, read_answers(toy.sample))
    person.begin()
    filing = person.filing.rsplit("/", 1)[-1]
    app.extensions["filings"].cases.change(filing, lambda _: answers)
    return person


def test_every_answer_in_words(finished):
    text = finished.read("check")
    for answer in (
        "Оглоблина",
        "10 марта 1980",
        "март 2026",
        "12\u00a0500,50 руб.",
        "красный",
        "дом, лес",
        "Да",
        "Дрова",
    ):
        assert f'<span class="answer">{answer}</span>' in text, answer
    assert "Осталось поправить" not in text


def test_going_on_leads_to_the_first_unanswered_page(person, finished):
    assert finished.open("").location.endswith("/check")
    finished.send("questions/numbers", sum="")
    assert finished.open("").location.endswith("/questions/numbers")


def test_a_change_returns_to_the_same_place(finished):
    text = finished.read("check")
    link = re.search(r'href="([^"]+questions/numbers\?[^"]+#q-sum)"', text)[1]
    assert 'href="' + finished.filing + '/check"' in finished.read(link)
    reply = finished.send("questions/numbers?back=check", sum="7")
    assert reply.location.endswith("/check#page-numbers")


def test_new_questions_are_asked_before_the_return(finished):
    finished.send("questions/has_debts?back=check", has_debts="no")
    reply = finished.send("questions/has_debts?back=check", has_debts="yes")
    assert reply.location.endswith("/questions/debts/0?back=check")
    reply = finished.send("questions/debts/0?back=check", name="Дрова", amount="10")
    assert reply.location.endswith("/check#page-debts")


def test_problems_of_other_pages_are_named_with_links(finished):
    finished.send("questions/numbers", sum="много")
    finished.send("questions/debts/1", name="", amount="5")
    text = finished.read("check")
    assert "<title>Ошибка: Проверьте ответы" in text
    assert "Осталось поправить: 2" in text
    for link in re.findall(r'<li><a href="([^"]+)"', text):
        page = finished.read(link)
        assert "<title>Ошибка" in page
        assert f'id="{link.partition("#")[2]}"' in page


def test_no_packet_while_there_are_problems(finished):
    finished.send("questions/numbers", sum="много")
    reply = finished.send("packet/new", source=f"{finished.filing}/exhibits")
    assert reply.location.endswith("/check")
    assert "Пакет пока не собрать" in finished.read("check")


def test_several_choices_are_one_answer_not_rows(finished):
    assert "Запись 1" not in re.sub(r"Запись \d+</h3>\s*<dl[^>]*>\s*<div", "", finished.read("check"))
