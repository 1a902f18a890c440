"""Our own faults: the database stops and comes back, the disk is full. What was typed is kept and sent once more."""

from __future__ import annotations

import logging
import os
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from sqlalchemy import text

from web import create_app
from web.config import Settings
from web.storage.database import stop_embedded

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.timeout(90)]


@pytest.fixture
def fragile(person) -> Iterator:
    """A person at a service whose database and disk may be hurt."""
    data = Path(tempfile.mkdtemp(prefix="filings-faults-"))
    app = create_app(Settings(data=data, keys=data / "keys", workers=1, limits=""))
    yield type(person)(app.test_client())
    app.extensions["filings"].close()
    stop_embedded(data)
    shutil.rmtree(data, ignore_errors=True)


def stop_database(person) -> None:
    """Stops PostgreSQL at once, as when its machine goes down; waits until it is gone."""
    data = person.client.application.extensions["filings"].settings.data
    told = data / "postgres" / "postmaster.pid"
    os.kill(int(told.read_text().split()[0]), signal.SIGQUIT)
    assert until(lambda: not told.exists(), 20)


def until(met: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether the condition is met in time."""
    deadline = time.monotonic() + seconds
    while not met():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def test_a_stopped_database_loses_nothing_and_is_started_again(fragile):
    fragile.begin().send("questions/someone", surname="Иванова")
    page = fragile.open("questions/numbers").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
    stop_database(fragile)
    sent = {"csrf_token": token, "sum": "12 500,50", "do": "next"}
    reply = fragile.client.post(f"{fragile.filing}/questions/numbers", data=sent)
    assert reply.status_code == 503
    shown = unescape(reply.text)
    assert "Служба сейчас не отвечает" in shown and "Сохранить ещё раз" in shown
    assert 'name="sum" value="12 500,50"' in shown and f'action="{fragile.filing}/questions/numbers"' in shown
    assert "psycopg" not in shown and "Traceback" not in shown
    assert until(lambda: fragile.open("check").status_code == 200), "встроенная база поднимается сама"
    again = re.search(r'name="csrf_token" value="([^"]+)"', reply.text)[1]
    reply = fragile.client.post(f"{fragile.filing}/questions/numbers", data=sent | {"csrf_token": again})
    assert reply.status_code == 302
    text = fragile.read("check")
    assert "Иванова" in text and "12\u00a0500,50" in text


def test_connections_that_the_database_dropped_are_made_anew(person, app):
    person.begin().send("questions/someone", surname="Иванова")
    others = "FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL"
    with app.extensions["filings"].engine.connect() as connection:
        connection.execute(text(f"SELECT pg_terminate_backend(pid) {others}"))
    assert "Иванова" in person.read("check")


def test_a_file_that_does_not_fit_on_the_disk_is_told_and_the_answers_stay(fragile):
    import io

    from PIL import Image

    fragile.begin().send("questions/someone", surname="Иванова")
    folder = fragile.client.application.extensions["filings"].settings.data / "files"
    (folder / "exhibits").write_text("здесь не создать ни одного файла, как на полном диске")
    picture = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(picture, "PNG")
    reply = fragile.send("exhibits", files=(io.BytesIO(picture.getvalue()), "скан.png"), do="upload")
    assert reply.status_code == 503
    assert "закончилось место" in reply.text and "на месте" in reply.text
    assert "Иванова" in fragile.read("check")
    (folder / "exhibits").unlink()
    picture.seek(0)
    assert fragile.send("exhibits", files=(picture, "скан.png"), do="upload").status_code == 302
    assert "Скан" in fragile.read("exhibits")


def test_a_stale_page_keeps_what_was_typed(person):
    person.begin()
    reply = person.client.post(
        f"{person.filing}/questions/story", data={"csrf_token": "old", "story": "Пришли\r\nутром"}
    )
    assert reply.status_code == 400 and "Страница устарела" in reply.text
    assert re.search(r'<textarea name="story" hidden>\s*Пришли\r?\nутром</textarea>', unescape(reply.text))
    again = re.search(r'name="csrf_token" value="([^"]+)"', reply.text)[1]
    sent = {"csrf_token": again, "story": "Пришли\r\nутром"}
    assert person.client.post(f"{person.filing}/questions/story", data=sent).status_code == 302
    assert "Пришли" in person.read("check")


def test_logs_and_addresses_hold_nothing_of_the_person(person, caplog):
    caplog.set_level(logging.DEBUG)
    secret = {"surname": "Кржижановская", "nickname": "Зимородок"}
    replies = [person.begin().send("questions/someone", **secret)]
    replies += [person.send("questions/someone-2", phone="89161234567", email="zimorodok@example.ru", address="Тверь")]
    replies += [person.send("questions/numbers", sum="много Зимородок"), person.open("check"), person.open("packet")]
    replies += [person.client.post(f"{person.filing}/questions/story", data={"story": "Зимородок"})]
    code = re.search(r'id="code">([\d ]+)<', person.send("device", do="issue").text)[1]
    replies += [person.send("/resume", code=code)]
    addresses = " ".join(f"{one.request.url} {one.location or ''}" for one in replies)
    for word in ("Кржижановская", "Зимородок", "9161234567", "zimorodok", "Тверь", code, code.replace(" ", "")):
        assert word not in caplog.text and word not in unescape(addresses)
