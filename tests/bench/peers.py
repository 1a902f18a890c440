"""The usual ways to do the same work, on the same papers."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from filings.documents import filters, soffice, word
from filings.documents.attachments import Attachment
from filings.documents.paperwork import Paperwork
from tests.bench.papers import Case

ROOT = Path(__file__).parents[2]
BENCH_PYTHON = ROOT / ".venv" / "bench"
_UNOSERVER_SECONDS = 60


def docxtpl_claim(case: Case) -> bytes:
    """The claim by docxtpl, read from the disk each time."""
    paperwork = case.paperwork
    return _docxtpl(paperwork.template, paperwork.filing_context([Attachment(1, "Копия")]), paperwork)


def _docxtpl(template: Path, context: Mapping[str, object], paperwork: Paperwork) -> bytes:
    environment = Environment(autoescape=True)
    environment.filters.update(filters.filters(paperwork.wording))
    document = DocxTemplate(template)
    document.render(word.plain(dict(context)), environment)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class Overheard(Paperwork):
    """Remembers what each template is filled with, for another to fill the same."""

    def __init__(self, paperwork: Paperwork) -> None:
        super().__init__(paperwork.template, paperwork.filing, paperwork.conclusions, paperwork.on)
        self.heard: dict[str, tuple[Path, Mapping[str, object]]] = {}

    def _fill(self, template: Path, context: Mapping[str, object], title: str) -> bytes:
        self.heard[title] = template, context
        return b""


def docxtpl_packet(case: Case) -> list[bytes]:
    """Claim, calculation and inventory by docxtpl from the disk."""
    overheard = Overheard(case.paperwork)
    Case(case.answers, overheard).words()
    return [_docxtpl(template, context, overheard) for template, context in overheard.heard.values()]


def cold(docx: bytes) -> bytes:
    """A LibreOffice for each document."""
    return soffice.to_pdf({"paper": docx}, 120)["paper"]


def usual_packet(case: Case, scans: list[Path]) -> bytes:
    """The packet as it is usually made: docxtpl, a cold LibreOffice for each document, an overlay for each page."""
    pdfs = [cold(docx) for docx in docxtpl_packet(case)]
    for scan in scans:
        out = io.BytesIO()
        Image.open(scan).convert("RGB").save(out, "PDF", resolution=200)
        pdfs.append(out.getvalue())
    return _bound(pdfs)


def _bound(pdfs: list[bytes]) -> bytes:
    writer = PdfWriter()
    for number, pdf in enumerate(pdfs, 1):
        reader = PdfReader(io.BytesIO(pdf))
        for place, page in enumerate(reader.pages, 1):
            overlay = PdfReader(io.BytesIO(_overlay(f"{number}/{place}")))
            writer.add_page(page).merge_page(overlay.pages[0])
        writer.add_outline_item(f"Part {number}", len(writer.pages) - len(reader.pages))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _overlay(text: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawString(480, 20, text)
    canvas.save()
    return out.getvalue()


def has_unoserver() -> bool:
    """Whether script/bench has put it beside LibreOffice's Python."""
    return (BENCH_PYTHON / "bin" / "unoserver").is_file()


@contextmanager
def unoserver() -> Iterator[Callable[[bytes], bytes]]:
    """One LibreOffice behind XML-RPC on the loopback, with its own client."""
    sys.path += map(str, BENCH_PYTHON.glob("lib/python3*/site-packages"))
    from unoserver.client import UnoClient

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [BENCH_PYTHON / "bin" / "unoserver", "--interface", "127.0.0.1", "--port", "2803"]
        server = subprocess.Popen(
            [*command, "--uno-port", "2802", "--user-installation", folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        client = UnoClient(server="127.0.0.1", port="2803")
        try:
            _wait_until_it_listens()
            yield lambda docx: client.convert(indata=docx, convert_to="pdf")
        finally:
            server.terminate()
            server.wait(30)


def _wait_until_it_listens() -> None:
    until = time.monotonic() + _UNOSERVER_SECONDS
    while True:
        try:
            return socket.create_connection(("127.0.0.1", 2803), 1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
