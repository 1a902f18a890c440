"""How much may be uploaded, by what a file is; the same file sent twice is there once."""

from __future__ import annotations

import io

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
