"""From answers to a packet: assembled behind the page, the same as the command line makes, kept through a crash."""

from __future__ import annotations

import io
import re
import time
import zipfile
from uuid import UUID

import pytest
from sqlalchemy import text

from filings.assembly import Beside, assemble
from filings.catalogue import kind_of
from filings.questions.naming import english_names
from filings.questions.reading import read_answers
from web.clock import today

pytestmark = pytest.mark.xdist_group("web")
KIND = "utility_quality_complaint"


@pytest.fixture
def answers():
    """The sample answers of a real kind."""
    kind = kind_of(KIND)
    return english_names(kind.model, read_answers(kind.sample))[0]


@pytest.fixture
def finished(person, app, answers):
    """A person who has answered everything."""
    person.begin(KIND)
    app.extensions["filings"].cases.change(UUID(person.filing.rsplit("/", 1)[-1]), lambda _: answers)
    return person


def wait(person, seconds: int = 90) -> str:
    """The page of the packet once it is no longer in work."""
    for _ in range(seconds * 2):
        reply = person.open("packet")
        if "Refresh" not in reply.headers:
            return reply.text
        assert "Собираем пакет" in reply.text
        time.sleep(0.5)
    raise AssertionError("пакет не собран")


def test_the_packet_is_that_of_the_command_line(finished, answers, app):
    assert finished.send("exhibits", do="next").location.endswith("/packet")
    page = wait(finished)
    assert "<h1>Пакет готов</h1>" in page and "Что делать дальше" in page
    made = assemble(kind_of(KIND), answers, on=today(), wanted=Beside(paper=True))
    for name, content in made.files.items():
        if name != "manifest.json":
            assert finished.open(f"packet/{name}").data == content, name
    with zipfile.ZipFile(io.BytesIO(finished.open("packet/all.zip").data)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert sorted(inside.values()) == sorted(finished_files(finished, made.files)), "в архиве всё, что в пакете"
    assert inside["Отнести или отправить по почте/Заявление — пакет.pdf"] == made.files["packet.pdf"]
    assert inside["Оставить себе/Что делать дальше.pdf"] == made.files["next_steps.pdf"]
    assert "filename*=UTF-8''%D0%97" in finished.open("packet/packet.pdf").headers["Content-Disposition"]
    assert finished.open("packet/manifest.yaml").status_code == 404
    calendar = finished.open("packet/days.ics")
    assert calendar.mimetype == "text/calendar" and "BEGIN:VEVENT" in calendar.text
    assert "Добавить сроки в календарь" in page and "Королёва" not in calendar.text

    # Changed answers make it out of date, and it says so.
    finished.send("exhibits", do="save", **{"paper-0-title": "Чек", "paper-0-sheets": "1"})
    assert "прежние" in finished.read("packet")

    # The next one replaces it, files and all.
    finished.send("packet/new", source=f"{finished.filing}/packet")
    assert "прежние" not in wait(finished)
    with app.extensions["filings"].engine.begin() as connection:
        chosen = text("SELECT count(*) FROM packet WHERE filing_id = :id")
        assert connection.execute(chosen, {"id": finished.filing.rsplit("/", 1)[-1]}).scalar() == 1


def finished_files(person, made) -> list[bytes]:
    """The files of the packet; the manifest is the server's own, for its exhibits come under other names."""
    with zipfile.ZipFile(io.BytesIO(person.open("packet/all.zip").data)) as archive:
        manifest = archive.read("Сведения о пакете/manifest.json")
    return [content for name, content in made.items() if name != "manifest.json"] + [manifest]


def test_the_document_is_read_on_a_page(finished):
    assert finished.open("packet/read").status_code == 404
    finished.send("exhibits", do="next")
    wait(finished)
    text = finished.read("packet/read")
    assert re.search(r'<h2 class="sheet-title" id="filing"[^>]*>Заявление</h2>', text)
    assert re.search(r'<h3 class="sheet-section"[^>]*>Прошу</h3>', text)
    assert '<li value="1">Провести проверку качества услуги' in text
    assert "Директору ООО «УК Дом» Петровой Анне Ивановне" in text


def test_an_assembly_cut_off_with_the_server_goes_on(finished, app):
    services = app.extensions["filings"]
    packet_id = services.packets.ask(UUID(finished.filing.rsplit("/", 1)[-1]))
    assert services.packets.claim(packet_id) is not None  # a server took it and was killed
    assert services.packets.claim(packet_id) is None  # nobody else takes it while the lease runs
    assert packet_id not in services.packets.unfinished()
    with services.engine.begin() as connection:
        connection.execute(text("UPDATE packet SET leased_until = now() - interval '1 second'"))
    assert packet_id in services.packets.unfinished()
    assert "<h1>Пакет готов</h1>" in wait(finished)


def test_an_assembly_cut_off_three_times_has_failed(finished, app):
    services = app.extensions["filings"]
    packet_id = services.packets.ask(UUID(finished.filing.rsplit("/", 1)[-1]))
    with services.engine.begin() as connection:
        connection.execute(
            text(
                "UPDATE packet SET status = 'running', tries = 3, leased_until = now() - interval '1 second' "
                "WHERE id = :id"
            ),
            {"id": packet_id},
        )
    finished.open("packet")
    page = wait(finished)
    assert "Пакет не собран" in page and "Ответы и файлы сохранены" in page


def test_an_error_of_assembly_is_named_and_the_answers_are_kept(finished, app):
    finished.send("exhibits", do="save", **{"paper-0-title": "Чек", "paper-0-sheets": "1"})
    services = app.extensions["filings"]
    filing = UUID(finished.filing.rsplit("/", 1)[-1])
    packet_id = services.packets.ask(filing)
    services.cases.change(filing, lambda answers: {**answers, "called": "не знаю"})  # wrong answers meanwhile
    services.assembler.submit(packet_id)
    page = wait(finished)
    assert "Пакет не собран" in page and "ответьте «да» или «нет»" in page


def test_without_a_packet_there_is_nothing_to_download(finished):
    assert finished.open("packet").location.endswith("/check")
    assert finished.open("packet/packet.pdf").status_code == 404
