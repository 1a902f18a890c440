"""A document handed in by itself: PDF/A-2b by its own word, tagged, titled, the same whichever way it is made."""

from __future__ import annotations

import time
from io import BytesIO

import pikepdf
import pytest
from converter_inputs import text
from docx import Document
from today import ON

from filings.assembly import Beside, assemble
from filings.catalogue import kind_of
from filings.documents import converter, pdf
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


def test_it_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(archived())) as document, document.open_metadata() as said:
        assert said.pdfa_status == "2B"
        assert (said["dc:title"], said["dc:creator"]) == ("Иск <о> & долге", ["Иванова М.П."])
        assert (document.docinfo.Title, document.docinfo.Author) == ("Иск <о> & долге", "Иванова М.П.")
        assert document.docinfo.CreationDate == f"D:{ON:%Y%m%d}000000Z"
        assert said["xmp:CreateDate"] == f"{ON}T00:00:00Z"
        assert document.Root.MarkInfo.Marked and "/ID" in document.trailer
        assert document.Root.OutputIntents[0].DestOutputProfile.read_bytes()
        kinds = {str(node.S) for node in document.objects if isinstance(node, pikepdf.Dictionary) and "/Pg" in node}
        assert {"/P", "/Table"} & kinds


def test_every_font_is_in_it() -> None:
    with pikepdf.open(BytesIO(archived())) as document:
        described = [node for node in document.objects if isinstance(node, pikepdf.Dictionary) and "/FontName" in node]
        assert described
        assert all("/FontFile2" in one or "/FontFile3" in one for one in described)


def test_the_pages_read_as_those_of_the_plain_one() -> None:
    assert text(archived()) == text(pdf.convert({"иск": claim()}, on=ON)["иск"])


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
