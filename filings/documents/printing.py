"""Word and PDF of every document made here, with sheet and page numbers that are true of the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from filings.documents.attachments import Attachment, attachments
from filings.documents.enclosures import Enclosures
from filings.documents.paperwork import InventoryRow, Paperwork
from filings.documents.press import Press
from filings.errors import ConversionError

INVENTORY, FILING, CALCULATION, STEPS = "inventory", "filing", "calculation", "next_steps"
_PASSES = 6
_ROWS_TO_SHEET, _MOST_REMEMBERED = 20, 1000
_last_sheets: dict[tuple[int, ...], int] = {}


@dataclass(frozen=True)
class Printed:
    """Word and PDF by name, and the attachments as the filing lists them."""

    words: dict[str, bytes]
    pdfs: dict[str, bytes]
    items: list[Attachment]
    sheets: dict[str, int]
    """Pages of what was printed, by name."""


def begin(paperwork: Paperwork, printing: Press, likely: Enclosures | None) -> list[str]:
    """Begins while the exhibits are still being opened: the calculation, and the filing if they are easy to guess.

    Returns the attachments as they stand in that filing; nothing of a wrong guess is left in the packet.
    """
    sheets = {}
    if paperwork.conclusions.calculation:
        printing.put(CALCULATION, paperwork.calculation_document())
        sheets = {CALCULATION: _likely_sheets(paperwork)}
    if likely is None:
        return []
    items = _items(paperwork, likely, sheets)
    printing.put(FILING, paperwork.filing_document(items))
    return _listed(items)


def _listed(items: list[Attachment]) -> list[str]:
    return [item.text for item in items]


def print_out(
    paperwork: Paperwork,
    printing: Press,
    begun: list[str],
    enclosures: Enclosures,
    warnings: list[str],
    progress: Callable[[str], None],
) -> Printed:
    """Every document with numbers that agree with the pages that came out; `begun` is what `begin` began with.

    The filing states how many sheets the calculation has, the inventory states the pages of everything, its own
    length included. What is likely is printed at once, side by side; the filing again if the calculation came out
    longer or shorter, the inventory when the rest is known.
    """
    sheets = {CALCULATION: _likely_sheets(paperwork)} if CALCULATION in printing.words else {}
    items = _items(paperwork, enclosures, sheets)
    progress("Печатаем документы")
    if FILING not in printing.words or begun != _listed(items):
        printing.put(FILING, paperwork.filing_document(items))
    printing.put(STEPS, paperwork.steps_document(warnings))
    if sheets and sheets != (sheets := {CALCULATION: printing.pages(CALCULATION)}):
        _remember_sheets(paperwork, sheets[CALCULATION])
        items = _items(paperwork, enclosures, sheets)
        printing.put(FILING, paperwork.filing_document(items))
    sheets[FILING] = printing.pages(FILING)
    progress("Печатаем опись")
    sheets = _with_inventory(paperwork, printing, items, sheets)
    return Printed(printing.words, printing.pdfs(), items, sheets)


def _with_inventory(
    paperwork: Paperwork, printing: Press, items: list[Attachment], sheets: dict[str, int]
) -> dict[str, int]:
    """The sheets of everything, the inventory printed; its own length is stated in it, so that it may take two goes."""
    own = 1
    for _ in range(_PASSES):
        rows = inventory_rows(paperwork, items, sheets | {INVENTORY: own})
        printing.put(INVENTORY, paperwork.inventory_document(rows, own))
        if own == (own := printing.pages(INVENTORY)):
            return sheets | {INVENTORY: own}
    raise ConversionError("Номера страниц в описи не сходятся с пакетом. Сократите названия приложений и повторите.")


def _likely_sheets(paperwork: Paperwork) -> int:
    """As many as the last calculation of the same size had; a wrong guess costs time and nothing else."""
    rows = _size(paperwork)
    return _last_sheets.get(rows, 1 + sum(rows) // _ROWS_TO_SHEET)


def _remember_sheets(paperwork: Paperwork, sheets: int) -> None:
    if len(_last_sheets) > _MOST_REMEMBERED:
        _last_sheets.clear()
    _last_sheets[_size(paperwork)] = sheets


def _size(paperwork: Paperwork) -> tuple[int, ...]:
    return tuple(len(conclusion.steps) for conclusion in paperwork.conclusions.calculation)


def _items(paperwork: Paperwork, enclosures: Enclosures, sheets: dict[str, int]) -> list[Attachment]:
    filing = paperwork.filing
    calculation = (filing.calculation_title, sheets[CALCULATION]) if CALCULATION in sheets else None
    return attachments(enclosures.files, enclosures.by_hand, calculation, filing.papers(paperwork.conclusions))


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
