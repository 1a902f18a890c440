"""From one filing to the next: what follows, what fits instead, and the answers that go along."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID, uuid4

import pytest

from filings.questions.messages import Refusal
from web.calendar_file import calendar_of
from web.chain import fitting_instead

pytestmark = pytest.mark.xdist_group("web")

CLAIMANT = {"surname": "Иванова", "first_name": "Мария", "patronymic": "Петровна"}


def test_the_answers_go_along_and_the_first_filing_stays(person, app):
    person.begin("benefit_refusal_complaint").send("questions/applicant", **CLAIMANT)
    offer = person.read("next/utility_quality_complaint")
    assert "Что перенесём" in offer and "Кто обращается" in offer
    before = person.filing
    reply = person.send("next/utility_quality_complaint")
    person.filing = re.search(r"/filing/[0-9a-f-]{36}", reply.location)[0]
    assert person.filing != before
    assert 'value="Иванова"' in person.read(reply.location)
    person.filing = before
    assert 'value="Иванова"' in person.read("questions/applicant")


def test_what_does_not_exist_or_is_not_one_s_own_is_not_begun(person, stranger):
    person.begin()
    assert person.open("next/no_such_kind").status_code == 404
    stranger.begin()
    assert stranger.open(f"{person.filing}/next/wage_claim").status_code == 404


def test_the_wrong_road_names_the_right_one(person):
    reply = person.begin().send("questions/someone", surname="Зарплата")
    assert reply.status_code == 422
    assert "Вам подойдёт: <a" in reply.text and "/next/wage_claim" in reply.text
    assert "Иск о взыскании заработной платы" in reply.text
    assert "/next/wage_claim" in person.read("check")
    way = re.search(r'href="([^"]*/next/wage_claim[^"]*)"', reply.text)[1]
    assert f'href="{person.filing}/questions/someone"' in person.read(way), "дороги назад нет"


def test_only_kinds_that_exist_are_offered():
    problems = [(("a",), Refusal("нет", "wage_claim")), (("b",), Refusal("нет", "no_such_kind")), (("c",), "нет")]
    assert [kind.name for kind in fitting_instead(problems)] == ["wage_claim"]


def test_the_calendar_is_one_that_phones_read():
    what = "Подать жалобу, если Фонд молчит; считается со дня, когда вы узнали о решении\nтак"
    written = calendar_of(UUID(int=7), "Жалоба", [(date(2026, 12, 4), what), (date(2026, 12, 31), "Иск")])
    lines = written.decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = written.decode().replace("\r\n ", "")
    assert whole.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and whole.endswith("END:VCALENDAR\r\n")
    assert "SUMMARY:Подать жалобу\\, если Фонд молчит\\; считается со дня\\, когда вы узнали о решении так\r\n" in whole
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101" in whole
    identifiers = re.findall(r"UID:(\S+)", whole)
    again = calendar_of(UUID(int=7), "Жалоба", [(date(2026, 12, 4), what)]).decode()
    assert len(set(identifiers)) == 2 and identifiers[0] in again
    assert identifiers[0] not in calendar_of(uuid4(), "Жалоба", [(date(2026, 12, 4), what)]).decode()
