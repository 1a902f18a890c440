"""«ОБРАЗЕЦ»: on every page of every PDF, in the headers of every Word file, in the manifest; behind the text."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from click.testing import CliRunner
from docx import Document
from docx.enum.section import WD_SECTION
from exhibit_inputs import pdf
from PIL import Image

from filings.assembly import ExhibitFile, assemble
from filings.catalogue import kind_of
from filings.cli import cli
from filings.documents import specimen
from filings.documents.beside import Beside
from filings.documents.efiling.folder import Efiling
from filings.questions.reading import read_answers

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def packets(tmp_path_factory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The same packet with everything beside it, plain and marked."""
    scan = tmp_path_factory.mktemp("scan") / "скан.jpg"
    Image.new("RGB", (1240, 1754), (200, 200, 200)).save(scan, "JPEG")
    kind = kind_of("wage_claim")
    answers = read_answers(kind.sample)
    plain, marked = (
        assemble(
            kind,
            answers,
            on=ON,
            exhibits=[ExhibitFile(scan, title="Копия трудового договора от 01.02.2024 № 18/2024")],
            wanted=Beside(paper=True, efiling=Efiling(), specimen=wish),
        ).files
        for wish in (False, True)
    )
    return plain, marked


def test_every_page_of_every_pdf_says_so(packets):
    plain, marked = packets
    names = [name for name in marked if name.endswith(".pdf")]
    assert len(names) > 6 and set(plain) == set(marked)
    for name in names:
        for page in pypdf.PdfReader(io.BytesIO(marked[name])).pages:
            assert "ОБРАЗЕЦ" in page.extract_text(), name
        assert not any("ОБРАЗЕЦ" in page.extract_text() for page in pypdf.PdfReader(io.BytesIO(plain[name])).pages)


def test_word_files_say_so_in_every_header_and_nothing_else_changes(packets):
    plain, marked = packets
    names = [name for name in marked if name.endswith(".docx")]
    assert len(names) == 2
    for name in names:
        before, after = (Document(io.BytesIO(files[name])) for files in (plain, marked))
        section = after.sections[0]
        for header in (section.first_page_header, section.header):
            assert "ОБРАЗЕЦ" in [paragraph.text for paragraph in header.paragraphs], name
        assert [one.text for one in after.paragraphs] == [one.text for one in before.paragraphs]


def test_the_manifest_says_so_and_agrees_with_the_files(packets):
    plain, marked = (json.loads(files["manifest.json"]) for files in packets)
    assert marked["specimen"] is True and "specimen" not in plain
    sizes = {one["name"]: one["bytes"] for one in marked["files"]}
    assert sizes == {name: len(content) for name, content in packets[1].items() if name != "manifest.json"}
    assert all(one["bytes"] == sizes[one["name"]] for one in marked["efiling"]["files"])
    assert marked["pages"] == plain["pages"]


def test_the_word_lies_behind_the_text_and_shows_on_a_scan(packets):
    """Ink stays ink, paper and a grey scan get darker in some places and lighter nowhere."""
    plain, marked = (pypdfium2.PdfDocument(files["packet.pdf"]) for files in packets)
    for before, after in zip(plain, marked, strict=True):
        was, now = (page.render(scale=0.7).to_pil().convert("L") for page in (before, after))
        pairs = list(zip(was.tobytes(), now.tobytes(), strict=True))
        assert sum(later > earlier + 2 for earlier, later in pairs) < len(pairs) / 1000  # edges of letters, no more
        darker = [later for earlier, later in pairs if earlier > 190 and earlier - later > 15]
        assert 0.01 < len(darker) / len(pairs) < 0.2
        assert min(darker) > 120, "бледно: текст под словом читается"


def test_marking_twice_the_same_gives_the_same_bytes(packets):
    once, twice = (specimen.marked(packets[0]) for _ in range(2))
    assert once == twice


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_word_goes_up_from_left_to_right_however_the_page_is_turned(turn):
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        page = opened.pages[0]
        page.mediabox, page.cropbox, page.obj.Rotate = [-100, 50, 500, 900], [-50, 100, 450, 850], turn
        page.obj.Contents = opened.make_stream(b"q .5 0 0 .5 9 9 cm")  # leaves the coordinates turned
        target = io.BytesIO()
        opened.save(target)
    drawn = pypdfium2.PdfDocument(specimen.marked_pdf(target.getvalue()))[0].render(scale=0.4).to_pil().convert("L")
    width, height = drawn.size
    dark = [(place % width, place // width) for place, tone in enumerate(drawn.tobytes()) if tone < 240]
    left = [y for x, y in dark if x < width / 3]
    right = [y for x, y in dark if x > width * 2 / 3]
    assert left and right and sum(left) / len(left) > sum(right) / len(right) + height / 5
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    assert abs(sum(xs) / len(xs) - width / 2) < width / 10 and abs(sum(ys) / len(ys) - height / 2) < height / 10


def test_headers_of_all_sections_and_of_even_pages_are_marked():
    document = Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = True
    target = io.BytesIO()
    document.save(target)
    marked = Document(io.BytesIO(specimen.marked_word(target.getvalue())))
    first, second = marked.sections
    shown = (first.header, first.even_page_header, second.header, second.first_page_header, second.even_page_header)
    assert [[one.text for one in header.paragraphs].count("ОБРАЗЕЦ") for header in shown] == [1] * 5


def test_the_command_marks(tmp_path: Path):
    kind = kind_of("court_order_objection")
    told = CliRunner().invoke(cli, ["assemble", kind.name, str(kind.sample), "-o", str(tmp_path), "--specimen"])
    assert told.exit_code == 0 and "Пакет с пометкой «ОБРАЗЕЦ» лежит" in told.output
    assert json.loads((tmp_path / "manifest.json").read_text())["specimen"] is True
