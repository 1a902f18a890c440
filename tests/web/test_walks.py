"""Every kind is walked without scripts from its sample answers to a packet equal to the command line's."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from sample_answers import answers_of
from walk import Walk

from filings.assembly import ExhibitFile, assemble
from filings.catalogue import kinds
from web.clock import today

pytestmark = [pytest.mark.xdist_group("walks"), pytest.mark.timeout(120)]

# Not the toy of these tests, which has no Word file and no packet.
NAMES = sorted(name for name, kind in kinds().items() if kind.template.is_file())


@pytest.fixture
def contract(tmp_path):
    """A photograph to attach."""
    from PIL import Image

    path = tmp_path / "договор.jpg"
    Image.new("RGB", (600, 800), "white").save(path)
    return path


@pytest.mark.parametrize("name", NAMES)
def test_the_way_without_scripts_ends_in_the_packet_of_the_command_line(person, name, contract):
    kind = kinds()[name]
    answers = answers_of(kind, today())
    first = person.begin(name).open("")
    assert first.status_code == 302
    Walk(person, kind, answers).to_the_check(first.location)
    text = person.read("check")
    assert "Осталось поправить" not in text, text[: text.index("</ul>")][-2000:]
    files = {"files": (io.BytesIO(contract.read_bytes()), contract.name)}
    assert person.send("exhibits", do="next", **files).location.endswith("/packet")
    made = assemble(kind, answers, on=today(), exhibits=[ExhibitFile(contract)])
    ready(person)
    for part in ("packet.pdf", f"{name}.docx", "next_steps.pdf"):
        assert person.open(f"packet/{part}").data == made.files[part], part
    filed = person.open("packet/efiling.zip")
    assert (filed.status_code == 200) == ("court" in kind.model.model_fields)
    if filed.status_code == 200:
        with zipfile.ZipFile(io.BytesIO(filed.data)) as archive:
            assert len(archive.namelist()) > 1 and not any("/" in one for one in archive.namelist())


def ready(person) -> None:
    """Waits until the packet is made."""
    for _ in range(300):
        reply = person.open("packet")
        if "Refresh" not in reply.headers:
            assert "Пакет готов" in reply.text
            return
        time.sleep(0.1)
    raise AssertionError("пакет не собран")
