"""One person's case is closed to everybody else, and no page gives away or runs what it should not."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from sqlalchemy import text

from web import create_app
from web.storage.database import open_database
from web.storage.tables import Table

pytestmark = pytest.mark.xdist_group("web")

PAGES = ["", "questions/someone", "questions/debts/0", "check", "exhibits", "packet", "packet/packet.pdf", "remove"]
NAUGHTY = {
    "разметка": "<script>alert(1)</script>",
    "тег шаблона": "{{ config.SECRET_KEY }}{% for x in () %}",
    "кавычки и скобки": "\"'><img src=x onerror=alert(1)>",
    "SQL": "'; DROP TABLE filing; --",
    "эмодзи": "Ура \U0001f600",
    "управляющие знаки": "а\x00б\x07в\x1b",
    "справа налево": "abc\u202edef",
    "очень длинно": "Щ" * 100_000,
    "одни пробелы": "\u00a0 \u2003\t",
}


@pytest.mark.parametrize("path", PAGES)
def test_a_foreign_case_cannot_be_opened(person, stranger, path):
    stranger.filing = person.begin().filing
    assert stranger.open(path).status_code == 404
    assert stranger.begin("every_widget").client.get(f"{person.filing}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["questions/someone", "questions/debts", "exhibits", "packet/new", "remove"])
def test_nothing_can_be_done_in_a_foreign_case(person, stranger, path):
    person.begin().send("questions/someone", surname="Иванова")
    stranger.begin()
    own, stranger.filing = stranger.filing, person.filing
    assert stranger.send(path, source=f"{own}/check", surname="Петрова", do="next").status_code in (400, 404)
    reply = stranger.send(path, source="/kinds/every_widget", surname="Петрова", do="next")
    assert reply.status_code == 404
    assert "Иванова" in person.read("questions/someone")


def test_a_guessed_case_number_does_not_fit(person):
    person.begin()
    assert person.open(f"/filing/{uuid4()}/check").status_code == 404
    assert person.open("/filing/1/check").status_code == 404


def test_the_cookie_is_signed_and_holds_no_answers(person, app):
    reply = person.begin().send("questions/someone", surname="Кржижановская")
    cookie = next(iter(person.client._cookies.values()))
    assert cookie.http_only and cookie.same_site == "Lax"
    opened = app.session_interface.get_signing_serializer(app).loads(cookie.value)
    assert set(opened) <= {"cases", "csrf_token", "_permanent", "_flashes"}
    assert "Кржижановская" not in str(opened) and "Кржижановская" not in reply.location
    person.client.set_cookie("filings", cookie.value[:-3] + "abc")
    assert person.open("check").status_code == 404


def test_over_https_the_cookie_is_secure(person):
    reply = person.client.get("/kinds/every_widget", base_url="https://localhost")
    assert "Secure" in reply.headers["Set-Cookie"]
    assert "Strict-Transport-Security" in reply.headers


@pytest.mark.parametrize("path", ["questions/someone", "exhibits", "packet/new", "remove", "/kinds/every_widget/start"])
def test_nothing_changes_without_the_token(person, path):
    person.begin()
    reply = person.client.post(person._address(path), data={"surname": "Петрова"})
    assert reply.status_code == 400
    assert "Страница устарела" in reply.text and "на месте" in reply.text
    assert "Петрова" not in person.read("check")


@pytest.mark.parametrize("path", ["/", "check", "/static/look.css", "/нет такой"])
def test_safety_headers_on_every_page(person, path):
    headers = person.begin().open(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert path.startswith("/static") or headers["Cache-Control"] == "no-store"


def test_no_inline_code_and_no_foreign_address_on_any_page(person):
    person.begin()
    for path in ("/", "/kinds/every_widget", "questions/tastes", "check", "exhibits"):
        found = person.open(path).text
        assert not re.search(r"<script(?! src=\"/static/)|<style|\sstyle=|\son[a-z]+=|https?://", found), path


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_strange_text_is_whole_and_harmless(person, name):
    typed = NAUGHTY[name]
    reply = person.begin().send("questions/someone", surname="Иванова", nickname=typed)
    assert reply.status_code in (302, 422)
    for path in ("questions/someone", "check"):
        page = person.open(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text and "<img src=x" not in page.text
    if typed.strip() and name != "очень длинно":
        assert typed.replace("\u202e", "") in person.read("check")


def test_a_huge_paste_gets_a_clear_answer(person):
    person.begin().send("questions/someone", surname="Иванова")
    reply = person.send("questions/story", story="а" * 5_000_000)
    assert reply.status_code == 413
    assert "на месте" in reply.text
    assert "Иванова" in person.read("check")


@pytest.mark.parametrize("path", ["questions/nothing", "questions/debts/999999999999", "questions/someone/0"])
def test_a_page_of_a_case_that_does_not_exist(person, path):
    assert person.begin().open(path).status_code == 404


def test_the_return_leads_to_own_pages_only(person):
    person.begin()
    reply = person.send("questions/someone?back=https://evil.example", surname="Иванова")
    assert reply.location.startswith("/filing/")


def test_an_error_of_ours_shows_no_internals(person, app, caplog):
    person.begin().send("questions/someone", surname="Иванова")
    with app.extensions["filings"].engine.begin() as connection:
        connection.execute(text("UPDATE filing SET sealed_answers = '\\x6b30303100'"))
    reply = person.open("check")
    assert reply.status_code == 500
    assert "Ошибка на нашей стороне" in reply.text and "Traceback" not in reply.text
    assert "Иванова" not in caplog.text


def test_answers_are_encrypted_in_the_database(person, app):
    person.begin().send("questions/someone", surname="Кржижановская")
    with app.extensions["filings"].engine.begin() as connection:
        for table in Table.metadata.sorted_tables:
            rows = connection.execute(table.select()).all()
            assert "Кржижановская".encode() not in str(rows).encode("unicode_escape").decode().encode()
            assert all(
                "Кржижановская".encode() not in bytes(cell) for row in rows for cell in row if isinstance(cell, bytes)
            )


def test_removal_takes_the_case_away_for_good(person, app):
    person.begin().send("questions/someone", surname="Иванова")
    assert "исчезнут сразу и насовсем" in person.read("remove")
    person.send("remove")
    assert person.open("check").status_code == 404
    with app.extensions["filings"].engine.begin() as connection:
        filing = person.filing.rsplit("/", 1)[-1]
        assert connection.execute(text("SELECT count(*) FROM filing WHERE id = :id"), {"id": filing}).scalar() == 0


def test_answers_outlive_a_restart(person, app, data):
    person.begin().send("questions/someone", surname="Иванова")
    from web.config import Settings

    again = create_app(Settings(data=data, keys=data / "keys", workers=1))
    cookie = next(iter(person.client._cookies.values()))
    client = again.test_client()
    client.set_cookie("filings", cookie.value)
    assert "Иванова" in client.get(f"{person.filing}/check").text
    again.extensions["filings"].close()


def test_the_tables_are_those_that_the_migrations_make(app, data):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = open_database("", data)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []
    engine.dispose()
