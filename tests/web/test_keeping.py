"""The box «В документе именно такой номер, оставить», without scripts: on pages, in groups, in rows, when checking."""

from __future__ import annotations

import re
from typing import Any

import pytest

from filings.questions.kept import KEPT

pytestmark = pytest.mark.xdist_group("web")
OFFER = "В документе именно такой номер, оставить"
WRONG, RIGHT, OTHER = "7707083894", "7707083893", "7707083895"


@pytest.fixture
def person(person: Any) -> Any:
    """Somebody who has begun the paper about numbers."""
    return person.begin("every_number")


def kept_by(person: Any, app: Any) -> list[str]:
    filing = person.filing.rsplit("/", 1)[-1]
    found: list[str] = []
    app.extensions["filings"].cases.change(filing, lambda answers: found.extend(answers.get(KEPT, [])) or answers)
    return found


def box(text: str, name: str) -> str:
    """The tag of the box at the question; empty when there is none."""
    found = re.search(rf'<input type="checkbox"[^>]* name="{re.escape(name)}-keep"[^>]*>', text)
    return found[0] if found else ""


def test_the_first_time_it_is_an_error_with_an_offer(person, app):
    assert OFFER not in person.read("questions/firm")
    reply = person.send("questions/firm", inn=WRONG)
    assert reply.status_code == 422
    assert f"ИНН {WRONG} не сходится с контрольной цифрой; сверьте каждую цифру с документом" in reply.text
    assert OFFER in reply.text and f'value="{WRONG}"' in box(reply.text, "inn")
    assert "checked" not in box(reply.text, "inn") and kept_by(person, app) == []


def test_a_tick_lets_the_number_through(person, app):
    reply = person.send("questions/firm", **{"inn": WRONG, "inn-keep": WRONG})
    assert reply.status_code == 302 and kept_by(person, app) == [WRONG]
    assert "checked" in box(person.read("questions/firm"), "inn")
    line = f"ИНН {WRONG} не сходится с контрольной цифрой; оставлен, как в вашем документе"
    assert f"Обратите внимание: {line}." in person.read("check")


def test_a_tick_for_one_number_does_not_let_another_through(person, app):
    person.send("questions/firm", **{"inn": WRONG, "inn-keep": WRONG})
    reply = person.send("questions/firm", **{"inn": OTHER, "inn-keep": WRONG})
    assert reply.status_code == 422 and f'value="{OTHER}"' in box(reply.text, "inn")
    assert "checked" not in box(reply.text, "inn") and kept_by(person, app) == []
    assert person.send("questions/firm", inn=WRONG).status_code == 422


def test_a_right_number_needs_no_box(person, app):
    person.send("questions/firm", **{"inn": WRONG, "inn-keep": WRONG})
    assert person.send("questions/firm", **{"inn": RIGHT, "inn-keep": WRONG}).status_code == 302
    assert kept_by(person, app) == [] and OFFER not in person.read("questions/firm")


def test_the_tick_taken_away_brings_the_error_back(person, app):
    person.send("questions/firm", **{"inn": WRONG, "inn-keep": WRONG})
    assert person.send("questions/firm", **{"inn": WRONG, "inn-keep": ""}).status_code == 422
    assert kept_by(person, app) == []


def test_a_page_that_does_not_show_the_box_changes_nothing(person, app):
    person.send("questions/firm", **{"inn": WRONG, "inn-keep": WRONG})
    assert person.send("questions/firm", inn=WRONG).status_code == 302
    person.send("questions/workers/0", name="Дарья", snils="112-233-445 95")
    assert kept_by(person, app) == [WRONG]


@pytest.mark.parametrize("typed", ["770708389", "77070838941", "семь"])
def test_a_wrong_count_of_digits_is_not_to_be_kept(person, typed):
    reply = person.send("questions/firm", **{"inn": typed, "inn-keep": typed})
    assert reply.status_code == 422 and "нужно 10 цифр" in reply.text and OFFER not in reply.text


def test_in_a_group_inside_the_page(person, app):
    sent = {"inn": RIGHT, "chief.inn": "500100732258"}
    reply = person.send("questions/firm", **sent)
    assert reply.status_code == 422 and box(reply.text, "chief.inn") and not box(reply.text, "inn")
    assert person.send("questions/firm", **sent, **{"chief.inn-keep": "500100732258"}).status_code == 302
    assert kept_by(person, app) == ["500100732258"]


def test_in_a_row(person, app):
    sent = {"name": "Дарья", "snils": "112-233-445 96"}
    reply = person.send("questions/workers/0", **sent)
    assert reply.status_code == 422 and 'value="11223344596"' in box(reply.text, "snils")
    assert person.send("questions/workers", do="next").status_code == 422
    assert person.send("questions/workers/0", **sent, **{"snils-keep": "11223344596"}).status_code == 302
    assert kept_by(person, app) == ["11223344596"]
    assert person.send("questions/workers", do="next").status_code == 302
    assert "СНИЛС 11223344596 не сходится" in person.read("check")


def test_in_a_pasted_row_the_box_is_on_the_page_of_the_row(person):
    person.send("questions/workers/0", do="paste", table="Дарья\t112-233-445 96\n")
    link = re.search(r'href="([^"]+questions/workers/0\?show=1)"', person.read("questions/workers"))[1]
    assert box(person.read(link), "snils")


def test_an_account_against_its_bank(person, app):
    sent = {"bik": "044525225", "account": "40817810838000000013"}
    reply = person.send("questions/bank", **sent)
    assert reply.status_code == 422 and "не сходится с БИК 044525225" in reply.text
    assert person.send("questions/bank", **sent, **{"account-keep": sent["account"]}).status_code == 302
    assert kept_by(person, app) == [sent["account"]]


def test_a_forged_box_keeps_only_the_number_of_its_question(person, app):
    person.send("questions/firm", **{"inn": RIGHT, "inn-keep": OTHER, "no_such-keep": WRONG, "ogrn-keep": "1"})
    assert kept_by(person, app) == []


def test_the_same_page_sent_twice_is_no_conflict(person):
    mark = re.search(r'name="mark" value="([^"]+)"', person.send("questions/firm", inn=WRONG).text)[1]
    for _ in range(2):
        assert person.send("questions/firm", **{"inn": WRONG, "inn-keep": WRONG, "mark": mark}).status_code == 302
