"""No page ends with «ПРОШУ:» or another announcement, and none begins with the signature: at every length of a text."""

import io
import re
import subprocess

import pytest
from docx import Document
from today import ON

from filings.catalogue import kind_of
from filings.documents.attachments import attachments
from filings.documents.paperwork import Paperwork
from filings.documents.pdf import convert
from filings.questions.reading import read_answers
from filings.questions.validation import validate

MOST_LINES = 20
SIGNED = re.compile(r"\d{1,2} [а-я]+ 20\d\d г\.\s+_{3,}|Представитель ")


def filled(name: str) -> bytes:
    """The filing of the invented person of this kind."""
    kind = kind_of(name)
    filing = validate(kind.model, read_answers(kind.sample), on=ON)
    conclusions = filing.conclude(ON)
    items = attachments((), filing.exhibits, None, filing.papers(conclusions))
    return Paperwork(kind.template, filing, conclusions, ON).filing_document(items)


def longer(docx: bytes, lines: int) -> bytes:
    """The same with so many lines more before its story."""
    document = Document(io.BytesIO(docx))
    story = next(one for one in document.paragraphs if one.style.name == "Текст")
    for number in range(lines):
        story.insert_paragraph_before(f"Ещё одна строка, {number}.", style=story.style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pages(pdf: bytes) -> list[list[str]]:
    """The lines of every page, without its number."""
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    split = [[line.strip() for line in page.splitlines() if line.strip()] for page in read.decode().split("\f")]
    return [lines[1:] if lines[0].isdigit() else lines for lines in split if lines]


def torn(sheets: list[list[str]]) -> list[str]:
    """What stands at the end of a page without what it announces, or at the beginning without what it signs."""
    ends = [lines[-1] for lines in sheets[:-1] if lines[-1].endswith(":")]
    return ends + [lines[0] for lines in sheets[1:] if SIGNED.match(lines[0])]


# Papers whose end crosses the foot of a page within so many lines.
@pytest.mark.parametrize("name", ["appeal", "absent_hearing_motion", "employer_documents_demand"])
def test_nothing_is_torn_from_what_it_belongs_to(name: str) -> None:
    text = filled(name)
    printed = convert({str(lines): longer(text, lines) for lines in range(MOST_LINES)}, timeout=300)
    sheets = {lines: pages(pdf) for lines, pdf in printed.items()}
    assert {lines: what for lines, found in sheets.items() if (what := torn(found))} == {}
    assert len({len(found) for found in sheets.values()}) > 1, "the page was never turned"
