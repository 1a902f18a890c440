"""A document handed in by itself: PDF/A-2b by its own word, tagged, titled, the same whichever way it is made."""

from __future__ import annotations

import time
import zlib
from io import BytesIO

import pikepdf
import pytest
from archive_clauses import breaches
from converter_inputs import text
from docx import Document
from today import ON

from filings.assembly import Beside, assemble
from filings.catalogue import kind_of
from filings.documents import converter, pdf
from filings.documents.archive import put_in_order
from filings.documents.efiling.folder import Efiling
from filings.questions.reading import read_answers


def claim() -> bytes:
    """A document with a heading, a table, a title and an author."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.core_properties.title, document.core_properties.author = "Иск <о> & долге", "Иванова М.П."
    document.add_paragraph("Исковое заявление")
    document.add_table(2, 2).cell(0, 0).text = "Сумма"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def archived() -> bytes:
    return pdf.convert({"иск": claim()}, on=ON, archival=True)["иск"]


@pytest.fixture(scope="module")
def archive() -> bytes:
    return archived()


def test_it_says_what_it_is(archive: bytes) -> None:
    with pikepdf.open(BytesIO(archive)) as document, document.open_metadata() as said:
        assert said.pdfa_status == "2B"
        assert (said["dc:title"], said["dc:creator"]) == ("Иск <о> & долге", ["Иванова М.П."])
        assert (document.docinfo.Title, document.docinfo.Author) == ("Иск <о> & долге", "Иванова М.П.")
        assert document.docinfo.CreationDate == f"D:{ON:%Y%m%d}000000Z"
        assert said["xmp:CreateDate"] == f"{ON}T00:00:00Z"
        assert document.Root.MarkInfo.Marked and "/ID" in document.trailer
        assert document.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        kinds = {str(node.S) for node in document.objects if isinstance(node, pikepdf.Dictionary) and "/Pg" in node}
        assert {"/P", "/Table"} & kinds


def test_every_font_is_in_it(archive: bytes) -> None:
    with pikepdf.open(BytesIO(archive)) as document:
        described = [node for node in document.objects if isinstance(node, pikepdf.Dictionary) and "/FontName" in node]
        assert described
        assert all("/FontFile2" in one or "/FontFile3" in one for one in described)


def test_it_breaks_no_clause(archive: bytes) -> None:
    assert breaches(archive) == []


def _in_doubt(content: bytes) -> bytes:
    """The content with a remark after it, of which the packed form ends with a carriage return."""
    grown = (content + b"\n%" + b"!" * number for number in range(256))
    return next(each for each in grown if (zlib.adler32(each) & 0xFF) == ord("\r"))


def test_streams_that_end_in_doubt_are_told_apart_and_ended_anew(archive: bytes) -> None:
    """About one stream in 256 ends so: the page's drawing and a font are made to be such."""
    with pikepdf.open(BytesIO(archive)) as document:
        drawing = document.pages[0].obj.Contents
        font = next(iter(document.pages[0].obj.Resources.Font.as_dict().values())).FontDescriptor.FontFile2
        for stored in (drawing, font):
            stored.write(zlib.compress(_in_doubt(stored.read_bytes())), filter=pikepdf.Name.FlateDecode)
        font.Length1 = len(font.read_bytes())
        assert breaches(_saved(document)) == ["6.1.7.1 end of a stream in doubt"] * 2
        put_in_order(document)
        assert breaches(_saved(document)) == []
        assert font.Length1 == len(font.read_bytes())


def _saved(document: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _no_fonts(document: pikepdf.Pdf) -> None:
    for node in document.objects:
        if isinstance(node, pikepdf.Dictionary) and "/FontFile2" in node:
            del node.FontFile2


def _script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = document.make_indirect({"/S": pikepdf.Name.JavaScript, "/JS": "1"})


def _other_title(document: pikepdf.Pdf) -> None:
    document.docinfo.Title = "Другой"


def _own_role(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(P=pikepdf.Name.P)


def _cmyk(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(document.make_stream(b"0 0 0 1 k"))


def _attached(document: pikepdf.Pdf) -> None:
    document.attachments["a.txt"] = b"a"


SPOILT = {
    "шрифта нет в файле": (_no_fonts, "6.2.11.4"),
    "сценарий при открытии": (_script, "6.5.1"),
    "свойства расходятся с описанием": (_other_title, "6.6.3"),
    "краски печати при цветах экрана": (_cmyk, "6.2.4.3"),
    "вложенный файл": (_attached, "6.8"),
    "роль сама себя": (_own_role, "6.7.3.4"),
    "описания нет": (lambda document: document.Root.__delitem__("/Metadata"), "6.6.2.1"),
    "цвета не названы": (lambda document: document.Root.__delitem__("/OutputIntents"), "6.2.3"),
}


@pytest.mark.parametrize("case", SPOILT)
def test_the_clauses_can_be_broken(case: str, archive: bytes) -> None:
    spoil, clause = SPOILT[case]
    with pikepdf.open(BytesIO(archive)) as document:
        spoil(document)
        assert [said.split()[0] for said in breaches(_saved(document))][:1] == [clause]


def test_the_pages_read_as_those_of_the_plain_one(archive: bytes) -> None:
    assert text(archive) == text(pdf.convert({"иск": claim()}, on=ON)["иск"])


def test_the_same_bytes_every_time_and_every_way(monkeypatch: pytest.MonkeyPatch) -> None:
    made = set()
    for name in ("zygote", "uno", "cold"):
        converter.stop()
        monkeypatch.setenv("FILINGS_CONVERTER", name)
        made.add(archived())
        time.sleep(1)  # the profile of colours is dated by the second
    converter.stop()
    assert len(made) == 1


def test_what_goes_to_the_court_s_portal_is_archival_and_the_packet_does_not_claim_to_be() -> None:
    kind = kind_of("wage_claim")
    files = assemble(kind, read_answers(kind.sample), on=ON, wanted=Beside(efiling=Efiling())).files
    status = {}
    for name, content in files.items():
        if name.endswith(".pdf"):
            with pikepdf.open(BytesIO(content)) as document, document.open_metadata() as said:
                status[name] = said.pdfa_status
    own = [name for name in status if name.startswith("efiling/")]
    assert len(own) == 2
    assert {status[name] for name in own} == {"2B"}
    assert status["packet.pdf"] == ""
    assert {name: broken for name in own if (broken := breaches(files[name]))} == {}
