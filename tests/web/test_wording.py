"""Names in their cases: shown on the check page, corrected by hand, printed as corrected; sex asked when unsure."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.xdist_group("web")

KIND = "wage_claim"
NAME = {"surname": "Иванова", "first_name": "Мария", "patronymic": "Петровна"}


@pytest.fixture
def named(person):
    """A person who has given a name."""
    person.begin(KIND).send("questions/claimant", **NAME)
    return person


def box(page: str, form: str) -> str:
    """The name of the box that holds the form."""
    place = page.index(f'value="{form}"')
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
