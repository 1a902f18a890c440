"""Files and papers: good ones are kept, a bad one is refused with its reason, order and titles are the person's."""

from __future__ import annotations

import io
import re
from uuid import UUID

import pytest
from PIL import Image

from web.config import FILE_BYTES
from web.storage.exhibits import Exhibits
from web.uploads import own_name

pytestmark = pytest.mark.xdist_group("web")


def picture(kind: str = "JPEG") -> bytes:
    """A small picture."""
    target = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(target, kind)
    return target.getvalue()


def attach(person, *files: tuple[bytes, str], do: str = "upload"):
    """Uploads files by (content, name)."""
    sent = [(io.BytesIO(content), name) for content, name in files]
    return person.send("exhibits", files=sent, do=do)


def marks(person) -> list[str]:
    """The ids of the exhibits in their order."""
    return re.findall(r'name="title-([0-9a-f-]+)"', person.read("exhibits"))


def test_files_are_taken_and_named(person):
    attach(person.begin(), (picture(), "трудовой_договор.jpg"), (picture("PNG"), "скан 2.png"))
    text = person.read("exhibits")
    assert 'value="Трудовой договор"' in text and 'value="Скан 2"' in text
    assert "трудовой_договор.jpg · 1 страница" in text


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "пустой.pdf", "файл пустой"),
        (b"%PDF-1.7 broken", "битый.pdf", "битый.pdf"),
        (picture("PNG"), "картинка.pdf", "это не PDF"),
        (b"MZ" + b"\0" * 100, "program.exe", "не распознан"),
        (b"PK\x03\x04word/document.xml", "письмо.docx", "повреждён"),
        (b"\xff\xd8\xff" + b"\0" * (FILE_BYTES + 1), "огромный.jpg", "больше 30 МБ"),
    ],
    ids=["пустой", "повреждённый", "с чужим именем", "программа", "битый Word", "слишком большой"],
)
def test_a_bad_file_is_named_with_its_reason_and_a_good_one_taken(person, content, name, reason):
    reply = attach(person.begin(), (content, name), (picture(), "хороший.jpg"))
    assert reply.status_code == 422
    assert name in reply.text and reason in reply.text
    assert len(marks(person)) == 1
    assert "хороший.jpg" in person.read("exhibits")


def test_order_and_titles(person):
    attach(person.begin(), (picture(), "первый.jpg"), (picture(), "второй.jpg"))
    first, second = marks(person)
    person.send("exhibits", do=f"up:{second}", **{f"title-{second}": "Копия договора"})
    assert marks(person) == [second, first]
    assert 'value="Копия договора"' in person.read("exhibits")
    person.send("exhibits", do=f"remove:{first}")
    assert marks(person) == [second]


def test_a_foreign_file_cannot_be_removed(person, stranger):
    attach(person.begin(), (picture(), "мой.jpg"))
    stranger.begin().send("exhibits", do=f"remove:{marks(person)[0]}")
    assert len(marks(person)) == 1


def test_a_title_with_an_emoji_is_explained(person):
    attach(person.begin(), (picture(), "фото.jpg"))
    mark = marks(person)[0]
    reply = person.send("exhibits", do="next", **{f"title-{mark}": "Фото \U0001f600"})
    assert reply.status_code == 422
    assert "нельзя напечатать" in reply.text


def test_documents_on_paper(person):
    person.begin().send("exhibits", **{"paper-0-title": "Справка о доходах", "paper-0-sheets": "2"})
    person.send(
        "exhibits",
        **{"paper-0-title": "Справка о доходах", "paper-0-sheets": "2", "paper-1-title": "Чек", "paper-1-sheets": ""},
    )
    text = person.read("exhibits")
    assert 'value="Справка о доходах"' in text and 'value="Чек"' in text
    rest = {"paper-0-title": "Справка о доходах", "paper-0-sheets": "2", "paper-1-title": "Чек"}
    person.send("exhibits", do="remove_paper:0", **rest)
    assert 'value="Справка о доходах"' not in person.read("exhibits")


def test_the_number_of_sheets_is_checked(person):
    reply = person.begin().send("exhibits", do="next", **{"paper-0-title": "Чек", "paper-0-sheets": "два"})
    assert reply.status_code == 422
    assert "напишите целое число" in reply.text.lower()
    assert 'value="два"' in person.read("exhibits")


def test_removing_a_case_leaves_no_files(person, data):
    attach(person.begin(), (picture(), "мой.jpg"))
    stored = data / "files" / "exhibits" / marks(person)[0]
    assert stored.exists()
    person.send("remove")
    assert not stored.exists()


def shown(person) -> dict[str, str]:
    """What the page of exhibits that is open in a tab sends back unseen."""
    page = person.read("exhibits")
    return dict(re.findall(r'<input type="hidden" name="(shown-[^"]+|papers)" value="([^"]*)"', page))


def test_papers_named_in_two_tabs_are_both_there(person):
    old = shown(person.begin())
    person.send("exhibits", do="save", **old, **{"paper-0-title": "Чек", "paper-0-sheets": "1"})
    person.send("exhibits", do="save", **old, **{"paper-0-title": "Справка", "paper-0-sheets": "2"})
    text = person.read("exhibits")
    assert 'value="Чек"' in text and 'value="Справка"' in text and "в другой вкладке" in text
    assert text.count('value="Чек"') == 1


def test_a_paper_removed_twice_takes_no_neighbour_with_it(person):
    rows = {f"paper-{number}-title": title for number, title in enumerate(("Чек", "Справка", "Акт"))}
    person.begin().send("exhibits", do="save", **rows)
    old = shown(person)
    for _ in range(2):
        person.send("exhibits", do="remove_paper:0", **old, **rows)
    text = person.read("exhibits")
    assert 'value="Чек"' not in text and 'value="Справка"' in text and 'value="Акт"' in text


def test_a_title_given_in_another_tab_stays(person):
    attach(person.begin(), (picture(), "фото.jpg"))
    mark, old = marks(person)[0], shown(person)
    person.send("exhibits", do="save", **old, **{f"title-{mark}": "Копия договора"})
    person.send("exhibits", do="save", **old, **{f"title-{mark}": old[f"shown-{mark}"], "paper-0-title": "Чек"})
    assert 'value="Копия договора"' in person.read("exhibits")


def test_a_file_too_large_for_the_site_of_a_court_is_told_before_the_packet(person, app):
    person.begin("wage_claim")
    exhibits = Exhibits(app.extensions["filings"].cases, UUID(person.filing.rsplit("/", 1)[-1]))
    exhibits.add("скан.pdf", b"%PDF" + b"0" * 30_000_001, 3)
    text = person.read("exhibits")
    assert "Скан (30,0 МБ)" in text and "Для бумаги это не помеха" in text
    assert "30,0\xa0МБ из 100 МБ" in text


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Документы\\чек.jpg", "чек.jpg"),
        ("а\x00б\u202e.pdf", "аб.pdf"),
        ("я" * 300 + ".pdf", "я" * 150 + ".pdf"),
        ("", "файл"),
    ],
)
def test_a_file_name_has_no_folders_and_no_invisible_signs(sent, kept):
    assert own_name(sent) == kept
