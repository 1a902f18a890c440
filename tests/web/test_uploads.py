"""How much may be uploaded, by what a file is; the same file sent twice is there once."""

from __future__ import annotations

import io
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from web.config import WORD_BYTES

pytestmark = pytest.mark.xdist_group("web")


def picture(colour: str = "white") -> bytes:
    """A small picture."""
    target = io.BytesIO()
    Image.new("RGB", (300, 400), colour).save(target, "PNG")
    return target.getvalue()


def attach(person, content: bytes, name: str):
    """Uploads one file."""
    return person.send("exhibits", files=(io.BytesIO(content), name), do="upload")


def test_the_same_file_sent_twice_is_there_once(person):
    attach(person.begin(), picture(), "скан.png")
    attach(person, picture(), "скан.png")
    assert person.read("exhibits").count("скан.png ·") == 1
    attach(person, picture("black"), "скан.png")
    assert person.read("exhibits").count("скан.png ·") == 2, "другой файл с тем же именем — другой документ"


@pytest.mark.parametrize(
    ("name", "reason"), [("письмо.rtf", "больше 10 МБ. Сохраните его как PDF"), ("письмо.pdf", "это не PDF")]
)
def test_a_large_word_document_is_told_by_its_content(person, name, reason):
    reply = attach(person.begin(), b"{\\rtf1 " + b"a" * WORD_BYTES + b"}", name)
    assert reply.status_code == 422
    assert reason in reply.text


def tabs_of(app, person, count: int) -> list:
    """The same browser in several tabs, each with the page of exhibits open: the token of its form."""
    tabs = []
    for _ in range(count):
        client = app.test_client()
        client.set_cookie("filings", person.client.get_cookie("filings").value)
        page = client.get(f"{person.filing}/exhibits").text
        tabs.append((client, re.search(r'name="csrf_token" value="([^"]+)"', page)[1]))
    return tabs


def press(app, person, forms: list[dict]) -> list[int]:
    """Sends the forms in the same moment, each from a tab of its own; the answers' codes."""
    tabs = tabs_of(app, person, len(forms))
    with ThreadPoolExecutor(len(forms)) as threads:
        replies = threads.map(
            lambda one: one[0][0].post(f"{person.filing}/exhibits", data={"csrf_token": one[0][1], **one[1]}),
            zip(tabs, forms, strict=True),
        )
        return [reply.status_code for reply in replies]


def marks(person) -> list[str]:
    """The ids of the exhibits in their order."""
    return re.findall(r'name="title-([0-9a-f-]+)"', person.read("exhibits"))


def test_the_same_file_sent_from_four_tabs_at_once_is_there_once(person, app):
    person.begin()
    content = picture("red")
    forms = [{"do": "upload", "files": [(io.BytesIO(content), "одно.png")]} for _ in range(4)]
    assert press(app, person, forms) == [302] * 4
    assert len(marks(person)) == 1


def test_files_sent_moved_and_removed_at_once_leave_the_order_whole(person, app, recwarn):
    person.begin()
    names = ("один", "два", "три", "четыре")
    shades = zip(names, ("red", "green", "blue", "black"), strict=True)
    forms = [{"do": "upload", "files": [(io.BytesIO(picture(shade)), f"{name}.png")]} for name, shade in shades]
    assert press(app, person, forms) == [302] * 4
    there = marks(person)
    assert len(there) == 4
    moves = [f"up:{there[3]}", f"remove:{there[0]}", f"remove:{there[0]}", f"up:{there[2]}"]
    assert press(app, person, [{"do": move} for move in moves]) == [302] * 4
    assert sorted(marks(person)) == sorted(there[1:])
    assert not [one for one in recwarn if "SAWarning" in str(one.category)]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("😀😀.png", "Документ"),
        ("чек 😀 2026.png", "Чек 2026"),
        ("....png", "Документ"),
        (unicodedata.normalize("NFD", "трудовой_йод.png"), "Трудовой йод"),
        ("без точки", "Без точки"),
    ],
    ids=["смайлики", "смайлик среди слов", "точки", "с Мака", "без расширения"],
)
def test_the_title_made_of_a_file_name_can_be_printed(person, name, title):
    attach(person.begin(), picture(), name)
    assert f'value="{title}" aria' in person.read("exhibits")
