"""Word and PDF of every document made here, with sheet and page numbers that are true of the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pypdf

from filings.documents.attachments import Attachment, attachments
from filings.documents.enclosures import Enclosures
from filings.documents.paperwork import InventoryRow, Paperwork
from filings.documents.pdf import convert
from filings.errors import ConversionError

INVENTORY, FILING, CALCULATION, STEPS = "inventory", "filing", "calculation", "next_steps"
_PASSES = 6


@dataclass(frozen=True)
class Printed:
    """Word and PDF by name, and the attachments as the filing lists them."""

    words: dict[str, bytes]
    pdfs: dict[str, bytes]
    items: list[Attachment]


def print_out(
    paperwork: Paperwork, enclosures: Enclosures, warnings: list[str], progress: Callable[[str], None]
) -> Printed:
    """Print until the numbers printed agree with the pages that came out; usually twice.

    The filing states how many sheets the calculation has, the inventory states the pages of everything, its own
    length included, so that no single pass can know them.
    """
    sheets = {INVENTORY: 1, FILING: 2}
    if paperwork.conclusions.calculation:
        sheets[CALCULATION] = 1
    steps = paperwork.steps_document(warnings)
    done: dict[bytes, bytes] = {}
    for _ in range(_PASSES):
        items = _items(paperwork, enclosures, sheets)
        words = _words(paperwork, items, sheets) | {STEPS: steps}
        fresh = {name: docx for name, docx in words.items() if docx not in done}
        progress(f"Печатаем: {len(fresh)} из {len(words)}")
        done |= {words[name]: pdf for name, pdf in convert(fresh, on=paperwork.on).items()}
        pdfs = {name: done[docx] for name, docx in words.items()}
        counted = {name: _pages(pdfs[name]) for name in sheets}
        if counted == sheets:
            return Printed(words, pdfs, items)
        sheets = counted
    raise ConversionError("Номера страниц в описи не сходятся с пакетом. Сократите названия приложений и повторите.")


def _items(paperwork: Paperwork, enclosures: Enclosures, sheets: dict[str, int]) -> list[Attachment]:
    filing = paperwork.filing
    calculation = (filing.calculation_title, sheets[CALCULATION]) if CALCULATION in sheets else None
    return attachments(enclosures.files, enclosures.by_hand, calculation, filing.papers(paperwork.conclusions))


def _words(paperwork: Paperwork, items: list[Attachment], sheets: dict[str, int]) -> dict[str, bytes]:
    words = {
        INVENTORY: paperwork.inventory_document(inventory_rows(paperwork, items, sheets), sheets[INVENTORY]),
        FILING: paperwork.filing_document(items),
    }
    return words | ({CALCULATION: paperwork.calculation_document()} if CALCULATION in sheets else {})


def inventory_rows(paperwork: Paperwork, items: list[Attachment], sheets: dict[str, int]) -> list[InventoryRow]:
    """The lines of the inventory in the order of the packet: the filing, the calculation, exhibits, papers by hand."""
    place = sheets[INVENTORY] + 1
    rows = [InventoryRow(paperwork.title, sheets[FILING], place)]
    place += sheets[FILING]
    calculation = [item for item in items if item.calculation]
    for item in calculation + [item for item in items if item.exhibit] + [item for item in items if not item.bound]:
        rows.append(InventoryRow(_row_title(item), item.sheets, place if item.bound else None))
        place += (item.sheets or 0) if item.bound else 0
    return rows


def _row_title(item: Attachment) -> str:
    if item.calculation:  # stands before the exhibits in the packet, so that its number would come out of order
        return f"{item.title} (приложение № {item.number})"
    return f"Приложение № {item.number}. {item.title}"


def _pages(pdf: bytes) -> int:
    return len(pypdf.PdfReader(BytesIO(pdf)).pages)
