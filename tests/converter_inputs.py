"""Word files that are well, hang LibreOffice or crash it; and a look at the processes that a test has started."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pypdf import PdfReader

from filings.documents import package
from filings.documents.converter.selftest import SAMPLE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paper(*paragraphs: str) -> bytes:
    """A document of the given paragraphs in Times New Roman."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    for text in paragraphs:
        document.add_paragraph(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def text(pdf: bytes) -> str:
    """Everything that can be read in a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def crashing() -> bytes:
    """Eleven kilobytes that end any LibreOffice: two styles, each based on the other."""
    parts = package.read(SAMPLE.read_bytes(), "образец")
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val="{own}"/><w:basedOn w:val="{other}"/></w:style>'
        for own, other in (("CircleA", "CircleB"), ("CircleB", "CircleA"))
    )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", f"{circle}</w:styles>".encode())
    style = b'<w:pPr><w:pStyle w:val="CircleA"/></w:pPr>'
    parts["word/document.xml"] = re.sub(rb"<w:pPr>.*?</w:pPr>", style, parts["word/document.xml"], count=1)
    return package.write(parts)


def hanging(depth: int = 300) -> bytes:
    """Tables in tables: minutes of layout."""
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    for _ in range(depth):
        cell = cell.add_table(1, 1).cell(0, 0)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def with_linked_picture(address: str) -> bytes:
    """A document whose only picture lies at `address`."""
    document = Document(BytesIO(paper("Прошу суд")))
    link = document.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", is_external=True
    )
    picture = Path(__file__).parent.parent / "filings/documents/converter/sample.docx"
    shape = Document(str(picture)).inline_shapes[0]._inline
    shape.find(f".//{qn('a:blip')}").attrib.clear()
    shape.find(f".//{qn('a:blip')}").set(qn("r:link"), link)
    run = OxmlElement("w:r")
    drawing = OxmlElement("w:drawing")
    drawing.append(shape)
    run.append(drawing)
    document.paragraphs[0]._p.append(run)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def children(above_all: int | None = None) -> set[int]:
    """Numbers of the living processes below `above_all` (this one), to any depth."""
    above = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                state, number = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if state != "Z":
                above[int(entry.name)] = int(number)
    found, front = set(), {above_all or os.getpid()}
    while front:
        front = {number for number, its_parent in above.items() if its_parent in front} - found
        found |= front
    return found


def parent(number: int) -> int:
    """The number of the process that started this one."""
    return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])


def is_alive(number: int) -> bool:
    """False also for a process that has ended and was not collected yet."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def soon(condition: Callable[[], bool], seconds: float = 5) -> bool:
    """Whether it becomes true in time."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True
