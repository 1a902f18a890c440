"""Names in their cases: shown on the check page, corrected by hand, printed as corrected; sex asked when unsure."""

from __future__ import annotations

import re
from html import unescape
from uuid import UUID

import pytest

from filings.catalogue import kind_of
from filings.questions.naming import english_names
from filings.questions.reading import read_answers

pytestmark = pytest.mark.xdist_group("web")

KIND = "wage_claim"
NAME = {"surname": "Иванова", "first_name": "Мария", "patronymic": "Петровна"}


@pytest.fixture
def named(person):
    """A person who has given a name."""
    person.begin(KIND).send("questions/claimant", **NAME)
    return person


@pytest.fixture
def whole(person, app):
    """A person who has answered everything: several names are declined."""
    person.begin(KIND)
    kind = kind_of(KIND)
    answers = english_names(kind.model, read_answers(kind.sample))[0]
    app.extensions["filings"].cases.change(UUID(person.filing.rsplit("/", 1)[-1]), lambda _: answers)
    return person


def box(page: str, form: str) -> str:
    """The name of the box that holds the form."""
    place = page.rindex(f'value="{form}"')
    return page[:place].rpartition('name="')[2].partition('"')[0]


def test_the_forms_are_shown_for_checking(named):
    text = named.read("check")
    assert "Имена и названия в падежах — верно?" in text
    assert "Кого? Чего? <strong>Ивановой Марии Петровны</strong>" in text


def test_a_correction_reaches_the_document_and_returns(named):
    name = box(named.read("words"), "Ивановой Марии Петровны")
    reply = named.send("words", **{name: "Ивановой Марьи Петровны"})
    assert reply.location.endswith("/check#words")
    assert "в пользу Ивановой Марьи Петровны" in " ".join(named.read("preview").replace("\u00a0", " ").split())
    assert "Ивановой Марьи Петровны" in named.read("check")
    named.send("words", **{name: "Ивановой Марии Петровны"})
    assert "Ивановой Марии Петровны" in named.read("check")


def sent_back(page: str) -> dict[str, str]:
    """Everything that the form of an open page sends when nothing is touched."""
    return dict(re.findall(r'name="([0-9a-f]+-[a-z-]+)" value="([^"]*)"', unescape(page)))


def test_corrections_made_in_two_tabs_are_both_kept(whole):
    page = whole.read("words")
    name, post = box(page, "Воронцовой Марины Сергеевны"), box(page, "кладовщика")
    whole.send("words", **(sent_back(page) | {name: "Воронцовой Марьи Сергеевны"}))
    whole.send("words", **(sent_back(page) | {post: "кладовщицы"}))
    text = whole.read("check")
    assert "Воронцовой Марьи Сергеевны" in text and "кладовщицы" in text


def test_a_good_correction_beside_a_bad_one_is_saved_with_it_later(whole):
    page = whole.read("words")
    name, post = box(page, "Воронцовой Марины Сергеевны"), box(page, "кладовщика")
    page = whole.send("words", **(sent_back(page) | {name: "Воронцовой Марьи Сергеевны", post: ""})).text
    whole.send("words", **(sent_back(page) | {post: "кладовщицы"}))
    text = whole.read("check")
    assert "Воронцовой Марьи Сергеевны" in text and "кладовщицы" in text


@pytest.mark.parametrize(
    ("typed", "said"), [("", "впишите, как должно быть"), ("Мария \U0001f600", "нельзя напечатать")]
)
def test_a_form_that_cannot_be_printed_is_named(named, typed, said):
    reply = named.send("words", **{box(named.read("words"), "Ивановой Марии Петровны"): typed})
    assert reply.status_code == 422 and said in reply.text
    assert "<title>Ошибка:" in reply.text
    assert "Ивановой Марии Петровны" in named.read("words")


def test_the_sex_is_asked_only_when_the_name_does_not_show_it(person):
    reply = person.begin(KIND).send("questions/claimant", **NAME, seen="all")
    assert reply.location.endswith("/questions/claimant-2")
    reply = person.send("questions/claimant", surname="Ким", first_name="Женя", patronymic="", seen="all")
    assert reply.location.endswith("/questions/claimant#q-sex")
    assert "Ваш ответ открыл ещё вопросы" in person.read("questions/claimant")
    again = {"surname": "Ким", "first_name": "Женя", "patronymic": ""}
    refused = person.send("questions/claimant", **again)
    assert refused.status_code == 422 and "выберите пол" in refused.text
    assert person.send("questions/claimant", **again, sex="female").location.endswith("/questions/claimant-2")


def test_the_hidden_sex_does_not_stand_on_the_page(person):
    text = person.begin(KIND).read("questions/claimant")
    place = text.index('name="sex"')
    assert "hidden" in text[:place].rpartition('<div class="question')[2].partition(">")[0]


def test_a_person_of_another_sees_no_words(named, stranger):
    stranger.begin(KIND)
    assert stranger.open(named.filing + "/words").status_code == 404
