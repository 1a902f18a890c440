"""The end of the way: what to take, for what; what a court's site would not take; the documents in words."""

from __future__ import annotations

import io
import re
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from html import unescape
from itertools import pairwise
from uuid import UUID

import pikepdf
import pypdf
import pytest
from PIL import Image
from sqlalchemy import text

from conftest import Person
from filings.catalogue import kind_of
from filings.documents.efiling import recognition
from filings.documents.efiling.folder import Efiling
from filings.errors import ConversionError, TemplateError
from filings.questions.naming import english_names
from filings.questions.reading import read_answers
from web import assembling, create_app

pytestmark = pytest.mark.xdist_group("web")
KIND = "wage_claim"


def answered(app, kind: str = "court_order_objection") -> Person:
    """Somebody who has answered everything and not yet asked for a packet."""
    person = Person(app.test_client()).begin(kind)
    found = kind_of(kind)
    answers = english_names(found.model, read_answers(found.sample))[0]
    app.extensions["filings"].cases.change(UUID(person.filing.rsplit("/", 1)[-1]), lambda _: answers)
    return person


def finish(app, kind: str = KIND, **exhibit: bytes) -> Person:
    """Somebody with a packet of the sample answers."""
    person = answered(app, kind)
    files = [(io.BytesIO(content), f"{name}.jpg") for name, content in exhibit.items()]
    assert person.send("exhibits", do="next", files=files).location.endswith("/packet")
    wait(person)
    return person


def wait(person: Person, title: str = "<h1>Пакет готов</h1>") -> str:
    """The page of the packet once it is no longer in work."""
    for _ in range(600):
        reply = person.open("packet")
        if "Refresh" not in reply.headers:
            assert title in reply.text
            return unescape(reply.text)
        time.sleep(0.1)
    raise AssertionError("пакет не собран")


def stored(app, person: Person):
    """The packet as it is kept."""
    return app.extensions["filings"].packets.latest(UUID(person.filing.rsplit("/", 1)[-1]))


@pytest.fixture(scope="module")
def finished(app) -> Person:
    """A person with a claim and a photograph that nobody can read."""
    target = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(target, "JPEG")
    return finish(app, договор=target.getvalue())


def test_files_stand_by_errand_with_pages_and_sizes(finished):
    page = wait(finished)
    titles = re.findall(r'<h3 id="errand-[a-z]+">([^<]+)</h3>', page)
    assert titles == [
        "Отнести или отправить по почте",
        "Подать через сайт суда",
        "Исправить в Word",
        "Оставить себе",
    ]
    assert page.index("Что сделать") < page.index("Скачать всё для подачи") < page.index(titles[0])
    assert page.count('class="button"') == 1, "главная кнопка одна"
    content = finished.open("packet/packet.pdf").data
    with pikepdf.open(io.BytesIO(content)) as packet:
        assert f"PDF, {len(packet.pages)} лист" in page
    assert f"{round(len(content) / 1000)}\xa0КБ" in page
    assert re.search(r"Ближайший срок — \d+\xa0[а-я]+\xa0\d{4}\.", page)


def test_everything_lies_in_folders_named_as_the_errands(finished):
    with zipfile.ZipFile(io.BytesIO(finished.open("packet/all.zip").data)) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {
        "Отнести или отправить по почте",
        "Подать через сайт суда",
        "Исправить в Word",
        "Оставить себе",
        "Сведения о пакете",
    }
    assert all(name.count("/") == 1 and "efiling" not in name for name in names)
    filed = [name for name in names if name.startswith("Подать через сайт суда/Исковое_заявление_")]
    assert {name.rsplit(".", 1)[1] for name in filed} == {"pdf", "docx"}


def test_what_the_site_would_refuse_is_told_without_a_command(finished):
    page = wait(finished)
    assert "1 файл не примут" in page and "меньше 100 точек на дюйм" in page and "Заменить файлы в приложениях" in page
    assert "могут вернуть" in page and "Отсканируйте сами" in page
    report = pypdf.PdfReader(io.BytesIO(finished.open("packet/preflight.pdf").data))
    told = page + " ".join(sheet.extract_text() for sheet in report.pages)
    assert "Распознайте текст в программе" in told
    assert not re.search(r"--(shrink|recognise)|apt install", told)


def test_all_four_documents_are_read_on_the_page(finished):
    page = finished.read("packet/read")
    titles = re.findall(r'<h2 class="sheet-title" id="([a-z_]+)"[^>]*>([^<]+)</h2>', page)
    assert titles == [
        ("filing", "Исковое заявление"),
        ("calculation", "Расчёт взыскиваемых сумм"),
        ("inventory", "Опись документов"),
        ("next_steps", "Что делать дальше"),
    ]
    contents = page[page.index("Содержание") : page.index("</nav>", page.index("Содержание"))]
    anchors = re.findall(r'href="#([a-z_0-9-]+)"', contents)
    assert len(anchors) > 8 and all(f'id="{anchor}"' in page for anchor in anchors)
    assert '<th scope="col">Ставка, %</th>' in page
    assert '<th scope="row">Цена иска</th>' in page, "в итогах строки названы слева"
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1 and all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert page.count("<h1") == 1


def test_an_old_packet_still_opens(finished, app):
    """Packets made before sizes and words were kept with them."""
    packet = stored(app, finished)
    lost = ("sizes", "reading", "efiling", "specimen")
    old = {name: value for name, value in packet.result.items() if name not in lost}
    try:
        app.extensions["filings"].packets.finish(packet.id, "done", old)
        assert "Скачать всё для подачи" in wait(finished)
        assert ">Исковое заявление</h2>" in finished.read("packet/read")
        assert finished.open("packet/all.zip").status_code == 200
    finally:
        app.extensions["filings"].packets.finish(packet.id, "done", packet.result)


def test_scans_that_were_shrunk_for_the_site_are_named(finished, app):
    packet = stored(app, finished)
    note = {"level": "note", "code": "shrunk", "what": "Сканы сжаты.", "mend": "Посмотрите."}
    file = packet.result["efiling"]["files"][0] | {"title": "Переписка", "findings": [note]}
    report = packet.result["efiling"] | {"files": [file]}
    try:
        app.extensions["filings"].packets.finish(packet.id, "done", packet.result | {"efiling": report})
        page = wait(finished)
        assert "Сканы сжаты, чтобы файл прошёл: Переписка." in page and "не примут" not in page
    finally:
        app.extensions["filings"].packets.finish(packet.id, "done", packet.result)


def test_a_packet_over_the_limit_says_that_the_site_takes_separate_files(finished, app):
    packet = stored(app, finished)
    large = packet.result | {"sizes": packet.result["sizes"] | {"packet.pdf": [30_000_001, 9]}}
    try:
        app.extensions["filings"].packets.finish(packet.id, "done", large)
        assert "Файл больше 30 МБ: сайт суда его не примет" in wait(finished)
    finally:
        app.extensions["filings"].packets.finish(packet.id, "done", packet.result)


def test_without_files_for_the_site_the_packet_stays_and_the_page_says_why(app, monkeypatch):
    beside = assembling._beside
    recognising = Efiling(recognise=True, by_command=False)
    monkeypatch.setattr(recognition, "languages", lambda: ())
    monkeypatch.setattr(
        assembling, "_beside", lambda *args, **more: replace(beside(*args, **more), efiling=recognising)
    )
    person = finish(app)
    page = wait(person)
    assert "Отдельные файлы для сайта суда собрать не получилось. Распознать текст нечем" in page
    assert "Пакет цел: его можно отнести или отправить по почте" in page
    assert person.open("packet/packet.pdf").status_code == 200
    assert person.open("packet/efiling.zip").status_code == 404
    monkeypatch.undo()
    person.send("exhibits", do="next")
    assert "Отдельные файлы</a>" in wait(person), "собранный ещё раз, пакет получает и эти файлы"


@pytest.mark.parametrize("error", [TemplateError, ConversionError])
def test_what_only_we_can_mend_is_not_put_to_the_person(app, monkeypatch, error):
    def fail(*_args, **_more):
        raise error("LibreOffice не запускается. Установите: apt install libreoffice-writer-nogui")

    monkeypatch.setattr(assembling, "assemble", fail)
    person = answered(app)
    person.send("exhibits", do="next")
    page = wait(person, "Пакет не собран")
    assert "ошибки на нашей стороне" in page and "apt" not in page


def test_six_presses_at_once_make_one_packet(app):
    person = answered(app)
    token = re.search(r'name="csrf_token" value="([^"]+)"', person.open("exhibits").text)[1]
    cookie = person.client.get_cookie("filings").value

    def press(number: int) -> int:
        client = app.test_client()
        client.set_cookie("filings", cookie)
        path = "packet/new" if number % 2 else "exhibits"
        return client.post(f"{person.filing}/{path}", data={"csrf_token": token, "do": "next"}).status_code

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(press, range(6))) == [302] * 6
    wait(person)
    with app.extensions["filings"].engine.begin() as connection:
        made = text("SELECT status, tries FROM packet WHERE filing_id = :id")
        assert connection.execute(made, {"id": person.filing.rsplit("/", 1)[-1]}).all() == [("done", 1)]


def test_who_removes_all_while_the_packet_is_made_leaves_no_file(app):
    person = answered(app)
    person.send("exhibits", do="next")
    packet = stored(app, person)
    while packet.status == "waiting":
        packet = stored(app, person)
    person.send("remove")
    assert person.open("packet").status_code == 404
    finish(app, "court_order_objection")  # one worker: when this one is made, the removed one is over
    assert not app.extensions["filings"].cases.files.has(f"packets/{packet.id}")


def test_a_packet_whose_file_is_lost_is_made_anew(app):
    person = finish(app, "court_order_objection")
    files = app.extensions["filings"].cases.files
    files.delete(f"packets/{stored(app, person).id}")
    assert person.open("packet/packet.pdf").location.endswith("/exhibits")
    assert "Соберите его заново" in person.read("exhibits")
    assert person.open("packet/read").status_code == 200, "слова лежат отдельно"
    person.send("exhibits", do="next")
    wait(person)
    assert person.open("packet/packet.pdf").status_code == 200


def test_a_site_for_seminars_says_so_and_marks_every_packet(app):
    seminars = create_app(replace(app.extensions["filings"].settings, specimen=True))
    try:
        person = finish(seminars, "court_order_objection")
        assert "Это учебный сайт" in person.read("/") and "Это учебный сайт" in wait(person)
        packet = pypdf.PdfReader(io.BytesIO(person.open("packet/packet.pdf").data))
        assert all("ОБРАЗЕЦ" in page.extract_text() for page in packet.pages)
        assert "Это образец" in person.read("packet/read")
    finally:
        seminars.extensions["filings"].assembler.close()
        seminars.extensions["filings"].engine.dispose()
    assert "учебный" not in Person(app.test_client()).read("/")
