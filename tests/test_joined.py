"""Documents printed as one Word file come out as they do alone, page for page and sign for sign."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from converter_inputs import paper, text
from PIL import ImageChops
from today import ON

from filings.catalogue import kind_of, kinds
from filings.documents import package, pdf
from filings.documents.attachments import attachments
from filings.documents.joined import first_pages, sheaves
from filings.documents.paperwork import InventoryRow, Paperwork
from filings.errors import ConversionError
from filings.questions.reading import read_answers
from filings.questions.validation import validate

BODY = "word/document.xml"


def documents(name: str) -> dict[str, bytes]:
    """The filing, its calculation and an inventory of the kind's own sample."""
    kind = kind_of(name)
    filing = validate(kind.model, read_answers(kind.sample), on=ON)
    paperwork = Paperwork(kind.template, filing, filing.conclude(ON), ON)
    items = attachments([], filing.exhibits, None, filing.papers(paperwork.conclusions))
    made = {"filing": paperwork.filing_document(items)}
    if paperwork.conclusions.calculation:
        made["calculation"] = paperwork.calculation_document()
    rows = [InventoryRow(f"Приложение № {number}. Копия", number, number + 3) for number in range(1, 40)]
    return made | {"inventory": paperwork.inventory_document(rows, 2)}


def pictures(content: bytes) -> list:
    document = pypdfium2.PdfDocument(content)
    return [page.render(scale=0.8).to_pil().convert("L") for page in document]


@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_kind_is_joined_with_its_papers(name: str) -> None:
    """One template saved with another style would cost half of the speed and nobody would see it."""
    (sheaf,) = sheaves(documents(name))
    assert list(sheaf.documents) == list(documents(name))


@pytest.mark.parametrize("name", ["wage_claim", "utility_recalculation_claim", "court_order_objection", "appeal"])
def test_joined_is_as_alone(name: str) -> None:
    alone = documents(name)
    (sheaf,) = sheaves(alone)
    for (title, docx), together in zip(alone.items(), pdf.convert_joined(sheaf, on=ON), strict=True):
        apart = pdf.convert({title: docx}, on=ON)[title]
        assert text(together) == text(apart)
        ours, theirs = pictures(together), pictures(apart)
        assert len(ours) == len(theirs)
        assert all(ImageChops.difference(one, other).getbbox() is None for one, other in zip(ours, theirs, strict=True))


def test_the_same_documents_give_the_same_bytes() -> None:
    (sheaf,) = sheaves(documents("wage_claim"))
    assert pdf.convert_joined(sheaf, on=ON) == pdf.convert_joined(sheaf, on=ON)


def changed(docx: bytes, old: bytes, new: bytes, part: str = BODY) -> bytes:
    parts = package.read(docx, "")
    assert old in parts[part]
    return package.write(parts | {part: parts[part].replace(old, new, 1)})


ALONE = {
    "a list": (b"<w:pPr>", b'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'),
    "a count of all pages": (b"<w:r>", b"<w:r><w:instrText> NUMPAGES </w:instrText></w:r><w:r>"),
    "a count of all pages in one tag": (b"<w:r>", b'<w:fldSimple w:instr="NUMPAGES \\* MERGEFORMAT"/><w:r>'),
    "a field in two pieces": (
        b"<w:r>", b"<w:r><w:instrText>NUM</w:instrText></w:r><w:r><w:instrText>PAGES</w:instrText></w:r><w:r>"),
    "a bookmark": (b"<w:r>", b'<w:bookmarkStart w:id="1" w:name="part1"/><w:bookmarkEnd w:id="1"/><w:r>'),
    "a section that goes on": (b"<w:pgSz", b'<w:type w:val="continuous"/><w:pgSz'),
    "two sections": (b"<w:pPr>", b"<w:pPr><w:sectPr/>"),
    "another header": (b"<w:headerReference", b'<w:headerReference w:type="first" r:id="rId9"/><w:headerReference'),
    "another name space": (b"<w:document ", b'<w:document xmlns:x="urn:x" '),
}  # fmt: skip


@pytest.mark.parametrize("what", ALONE)
def test_what_counts_through_a_file_lies_alone(what: str) -> None:
    made = documents("wage_claim")
    made["calculation"] = changed(made["calculation"], *ALONE[what])
    assert [list(sheaf.documents) for sheaf in sheaves(made)] == [["filing", "inventory"], ["calculation"]]


def test_another_style_lies_alone() -> None:
    made = documents("wage_claim")
    made["filing"] = changed(made["filing"], b'w:val="26"', b'w:val="24"', part="word/styles.xml")
    assert [list(sheaf.documents) for sheaf in sheaves(made)] == [["filing"], ["calculation", "inventory"]]


def test_a_document_that_ends_with_a_table_lies_alone() -> None:
    made = documents("wage_claim")
    parts = package.read(made["inventory"], "")
    cut = re.sub(rb"</w:tbl>(?:(?!</w:tbl>).)*<w:sectPr", b"</w:tbl><w:sectPr", parts[BODY], flags=re.S)
    assert cut != parts[BODY]
    made["inventory"] = package.write(parts | {BODY: cut})
    assert [list(sheaf.documents) for sheaf in sheaves(made)] == [["filing", "calculation"], ["inventory"]]


def test_a_pdf_that_does_not_tell_its_parts_is_refused() -> None:
    """A converter that knows no destinations is no reason for a packet of wrong pages."""
    alone = pdf.convert({"иск": paper("Прошу")}, on=ON)["иск"]
    with pikepdf.open(BytesIO(alone)) as document:
        assert first_pages(document, 1) == [0]
        assert first_pages(document, 2) is None
    (sheaf,) = sheaves({"иск": paper("Прошу"), "опись": paper("Опись")})
    with pytest.raises(ConversionError, match="не видно, где начинается"):
        pdf.finish_joined(list(sheaf.documents), alone, ON)
