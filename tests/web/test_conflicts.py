"""Two tabs, a page sent twice, an old page sent late: nothing saved is overwritten unseen, nothing typed is lost."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

pytestmark = pytest.mark.xdist_group("web")


def mark_on(person, path: str) -> str:
    """The mark in the form of a page that is open in a tab."""
    return re.search(r'name="mark" value="([0-9a-f]+)"', person.open(path).text)[1]


def test_the_second_tab_shows_both_answers_and_overwrites_nothing(person):
    mark = mark_on(person.begin(), "questions/someone")
    person.send("questions/someone", surname="Иванова", nickname="Заря", mark=mark)
    reply = person.send("questions/someone", surname="Петрова", nickname="Заря", mark=mark)
    assert reply.status_code == 409
    assert "Эти ответы уже изменились" in reply.text
    assert re.search(r"Записано сейчас</dt><dd[^>]*>Иванова.*Вы прислали</dt><dd[^>]*>Петрова", reply.text, re.S)
    assert "Прозвище" not in reply.text, "показано только то, что различается"
    assert "Иванова" in person.read("check") and "Петрова" not in person.read("check")


def test_what_was_sent_is_written_when_the_person_says_so(person):
    mark = mark_on(person.begin(), "questions/someone")
    person.send("questions/someone", surname="Иванова", mark=mark)
    page = person.send("questions/someone", surname="Петрова", mark=mark).text
    fresh = re.search(r'name="mark" value="([0-9a-f]+)"', page)[1]
    assert 'name="surname" value="Петрова"' in page
    assert person.send("questions/someone", surname="Петрова", mark=fresh).status_code == 302
    assert "Петрова" in person.read("check")


def test_the_same_page_sent_twice_is_no_conflict(person):
    mark = mark_on(person.begin(), "questions/someone")
    first = person.send("questions/someone", surname="Иванова", mark=mark)
    again = person.send("questions/someone", surname="Иванова", mark=mark)
    assert again.status_code == 302 and again.location == first.location


def test_an_old_page_sent_after_a_newer_one_is_stopped(person):
    old = mark_on(person.begin(), "questions/someone")
    person.send("questions/someone", surname="Иванова", mark=old)
    person.send("questions/someone", surname="Сидорова", mark=mark_on(person, "questions/someone"))
    assert person.send("questions/someone", surname="Иванова", mark=old).status_code == 409
    assert "Сидорова" in person.read("check")


def test_two_tabs_on_different_pages_do_not_disturb_each_other(person):
    someone, numbers = mark_on(person.begin(), "questions/someone"), mark_on(person, "questions/numbers")
    assert person.send("questions/someone", surname="Иванова", mark=someone).status_code == 302
    assert person.send("questions/numbers", sum="10", mark=numbers).status_code == 302
    page = person.read("check")
    assert "Иванова" in page and "10 руб." in page


def test_a_row_added_in_two_tabs_is_offered_as_one_more(person):
    person.begin().send("questions/has_debts", has_debts="yes")
    mark = mark_on(person, "questions/debts/0")
    person.send("questions/debts/0", name="Дрова", amount="1000", mark=mark)
    page = person.send("questions/debts/0", name="Сено", amount="2000", mark=mark)
    assert page.status_code == 409 and "Добавить ещё одной записью" in page.text
    action, rest = re.search(r'action="[^"]+(questions/debts/1)"(.*?)</form>', page.text, re.S).groups()
    fresh = re.search(r'name="mark" value="([0-9a-f]+)"', rest)[1]
    assert person.send(action, name="Сено", amount="2000", mark=fresh).status_code == 302
    page = person.read("questions/debts")
    assert "Дрова" in page and "Сено" in page


def test_the_button_that_adds_a_row_pressed_twice_adds_one(person):
    person.begin().send("questions/has_debts", has_debts="yes")
    typed = {"name": "Дрова", "amount": "1000", "mark": mark_on(person, "questions/debts/0"), "do": "add:payments"}
    person.send("questions/debts/0", **typed)
    before = person.read("questions/debts/0").count("remove:payments#")
    assert person.send("questions/debts/0", **typed).status_code == 302
    assert person.read("questions/debts/0").count("remove:payments#") == before == 1


def test_a_page_that_the_other_tab_has_closed_keeps_what_was_typed(person):
    person.begin().send("questions/has_debts", has_debts="yes")
    mark = mark_on(person, "questions/debts/0")
    person.send("questions/has_debts", has_debts="no")
    reply = person.send("questions/debts/0", source="questions/has_debts", name="Дрова сосновые", mark=mark)
    assert reply.status_code == 404
    assert "Дрова сосновые" in reply.text and "скопируйте" in reply.text


def test_a_forged_mark_only_asks(person):
    person.begin().send("questions/someone", surname="Иванова")
    reply = person.send("questions/someone", surname="Петрова", mark="<b>' OR 1=1")
    assert reply.status_code == 409 and "<b>'" not in reply.text


def test_of_two_tabs_sent_in_the_same_moment_one_is_asked(person, app):
    """Both have passed every look at what is saved before either may write: only the lock can tell them apart."""
    person.begin()
    mark, sent = mark_on(person, "questions/someone"), []
    engine = app.extensions["filings"].engine
    tabs = [another_tab(app, person) for _ in range(2)]
    with ThreadPoolExecutor(2) as threads:
        with engine.begin() as connection:
            held = text("SELECT id FROM filing WHERE id = :id FOR UPDATE")
            connection.execute(held, {"id": person.filing.rsplit("/", 1)[-1]})
            for tab, surname in zip(tabs, ("Иванова", "Петрова"), strict=True):
                sent.append(threads.submit(tab.send, "questions/someone", surname=surname, mark=mark))
            wait_for_waiting(engine, 2)
        replies = [one.result(timeout=30) for one in sent]
    assert sorted(reply.status_code for reply in replies) == [302, 409]
    asked = next(reply.text for reply in replies if reply.status_code == 409)
    assert "Иванова" in asked and "Петрова" in asked
    page = person.read("check")
    assert ("Иванова" in page) != ("Петрова" in page)


def another_tab(app, person):
    """The same browser once more: the same cookies, a connection of its own."""
    tab = type(person)(app.test_client())
    tab.client.set_cookie("filings", person.client.get_cookie("filings").value)
    tab.filing = person.filing
    return tab


def wait_for_waiting(engine, count: int) -> None:
    """Until so many transactions wait for a lock."""
    for _ in range(200):
        with engine.connect() as connection:
            chosen = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            if connection.execute(text(chosen)).scalar() >= count:
                return
        time.sleep(0.05)
    raise AssertionError("обе записи должны ждать")
