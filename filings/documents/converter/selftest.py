"""Does a worker lay out as it should? A sample with known text, pages and fonts tells, before a document does."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from filings.documents.converter.faults import Refused, WayClosed, WorkerLost
from filings.documents.converter.workers import Worker
from filings.documents.printed import expected_font, fonts

SAMPLE = Path(__file__).with_name("sample.docx")
_SECONDS = 30
_PAGES = 2
_WORDS = (
    "Съешь ещё этих мягких французских булок",
    "да выпей чаю",
    "1 234 567,89 руб.",
    "Конец второй страницы",
)


def check(worker: Worker) -> None:
    """WayClosed when the sample comes out in any way but the known one."""
    try:
        made = worker.to_pdf(SAMPLE.read_bytes(), _SECONDS)
        texts = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages]
        with pikepdf.open(io.BytesIO(made)) as document:
            foreign = [name for name in fonts(document) if not expected_font(name)]
    except (WorkerLost, Refused, PyPdfError, pikepdf.PdfError, ValueError) as error:
        raise WayClosed(f"образец не собран: {error}") from error
    if len(texts) != _PAGES:
        raise WayClosed(f"в образце {len(texts)} стр. вместо {_PAGES}")
    if missing := [words for words in _WORDS if words not in " ".join(texts)]:
        raise WayClosed(f"в образце потерян текст «{missing[0]}»")
    if foreign:
        raise WayClosed(f"образец набран чужим шрифтом {foreign[0]}")
