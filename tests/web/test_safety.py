"""One person's case is closed to everybody else, and no page gives away or runs what it should not."""

from __future__ import annotations

import gzip
import re
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from web import create_app
from web.config import Settings
from web.storage.database import open_database
from web.storage.tables import Table

pytestmark = pytest.mark.xdist_group("web")

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


STANDING_IN = {"key": "someone", "row": 0, "name": "packet.pdf"}


def closed_routes(app, method: str) -> list[str]:
    """Every address of the application that belongs to a filing and takes `method`; the filing stands in braces."""
    found = []
    for rule in app.url_map.iter_rules():
        if "filing_id" in rule.arguments and method in rule.methods:
            others = {name: STANDING_IN.get(name, "1") for name in rule.arguments - {"filing_id"}}
            built = app.url_map.bind("localhost").build(
                rule.endpoint, {"filing_id": UUID(int=1), **others}, method=method
            )
            found.append(built.replace(str(UUID(int=1)), "{filing}"))
    return sorted(set(found))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_case_cannot_be_opened_by_any_route(person, stranger, app, method):
    person.begin().send("questions/someone", surname="Иванова", nickname="Заря")
    filing, own = person.filing.rsplit("/", 1)[1], stranger.begin().filing
    token = re.search(r'name="csrf_token" value="([^"]+)"', stranger.open("/kinds/every_widget").text)[1]
    routes = closed_routes(app, method)
    assert len(routes) > 7, routes
    for route in routes:
        path = route.format(filing=filing)
        form = {"csrf_token": token, "surname": "Петрова", "do": "next"}
        reply = stranger.client.get(path) if method == "GET" else stranger.client.post(path, data=form)
        assert reply.status_code == 404, path
        assert "Иванова" not in reply.text, path
        assert type(person)(app.test_client()).client.get(path).status_code in (404, 405), f"без куки: {path}"
    assert "Иванова" in person.read("check")
    assert stranger.client.get(f"{own}/check").status_code == 200


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


@pytest.mark.parametrize(
    ("names", "host", "answers"),
    [
        ((), "127.0.0.1:8000", True),
        ((), "[::1]:8000", True),
        ((), "localhost", True),
        ((), "filings", True),
        ((), "evil.example", False),
        ((), "evil.example:8000", False),
        ((), "127.0.0.1.evil.example", False),
        (("pravo.example",), "pravo.example", True),
        (("pravo.example",), "pravo.example:8443", True),
        (("pravo.example",), "127.0.0.1", False),
        (("pravo.example",), "pravo.example.evil.example", False),
    ],
)
def test_the_service_answers_to_its_names_only(data, names, host, answers):
    app = create_app(Settings(data=data, keys=data / "keys", workers=1, hosts=names))
    reply = app.test_client().get("/", headers={"Host": host})
    assert reply.status_code == (200 if answers else 400)
    assert ("Сервис не отвечает на это имя" in reply.text) != answers
    app.extensions["filings"].close()


def test_an_address_told_by_a_visitor_is_not_believed_without_a_proxy(person, data):
    app = create_app(Settings(data=data, keys=data / "keys", workers=1))
    guesser = type(person)(app.test_client())
    for number in range(10):
        guesser.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"192.0.2.{number}"
        guesser.send("/resume", code=f"{number:012}")
    assert guesser.open("/resume/abc").status_code == 429
    app.extensions["filings"].close()


def test_behind_a_proxy_each_visitor_is_counted_apart(person, data):
    app = create_app(Settings(data=data, keys=data / "keys", workers=1, proxies=1))
    visitor = type(person)(app.test_client())
    for number in range(12):
        visitor.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"192.0.2.{number}"
        assert visitor.send("/resume", code=f"{number:012}").status_code == 422
    app.extensions["filings"].close()


@pytest.mark.parametrize("path", ["/", "check", "/static/look.css", "/нет такой"])
def test_safety_headers_on_every_page(person, path):
    headers = person.begin().open(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert path.startswith("/static") or headers["Cache-Control"] == "no-store"


def test_style_sheets_come_compressed_and_are_kept_until_they_change(person):
    address = re.search(r'href="(/static/look\.css\?v=[0-9a-f]+)"', person.open("/").text)[1]
    reply = person.open(address, headers={"Accept-Encoding": "gzip"})
    plain = person.open(address)
    assert reply.headers["Content-Encoding"] == "gzip" and "immutable" in reply.headers["Cache-Control"]
    assert gzip.decompress(reply.data) == plain.data and len(reply.data) < len(plain.data) / 2
    assert "immutable" not in person.open("/static/look.css").headers.get("Cache-Control", "")
    assert "Content-Encoding" not in person.open("/", headers={"Accept-Encoding": "gzip"}).headers


def test_no_inline_code_and_no_foreign_address_on_any_page(person):
    person.begin()
    here = ("/", "/kinds/every_widget", "/consent", "/resume", "/leave", "/remove", "/calculators")
    for path in (*here, "questions/tastes", "check", "exhibits", "device", "remove", "sections"):
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
    mine = {"id": person.filing.rsplit("/", 1)[1]}
    with app.extensions["filings"].engine.begin() as connection:
        connection.execute(text("UPDATE filing SET sealed_answers = '\\x6b30303100' WHERE id = :id"), mine)
    reply = person.open("check")
    with app.extensions["filings"].engine.begin() as connection:
        connection.execute(text("DELETE FROM filing WHERE id = :id"), mine)
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
