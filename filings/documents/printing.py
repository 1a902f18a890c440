"""Word and PDF of every document made here, with sheet and page numbers that are true of the result."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from filings.documents import likely
from filings.documents.attachments import Attachment, attachments
from filings.documents.enclosures import Enclosures
from filings.documents.paperwork import InventoryRow, Paperwork
from filings.documents.press import Press
from filings.errors import ConversionError

INVENTORY, FILING, CALCULATION, STEPS = "inventory", "filing", "calculation", "next_steps"
_PASSES = 6


@dataclass(frozen=True)
class Printed:
    """Word and PDF by name, and the attachments as the filing lists them."""

    words: dict[str, bytes]
    pdfs: dict[str, bytes]
    items: list[Attachment]
    sheets: dict[str, int]
    """Pages of what was printed, by name."""


class Proofs:
    """The documents of one filing, filled anew only when what they say of each other has changed.

    The filing states how many sheets the calculation has, the inventory the pages of everything, its own included. So
    they are printed with numbers that are likely, all at once, and again with those that came out, until these agree.
    """

    def __init__(self, paperwork: Paperwork, press: Press) -> None:
        """Nothing is filled yet."""
        self._paperwork, self._press = paperwork, press
        self._filled: dict[str, tuple[Hashable, bytes]] = {}
        self._lengths: dict[str, int] = {}
        self.sheets: dict[str, int] = {}
        """As the documents state them."""

    def put(self, enclosures: Enclosures) -> list[Attachment]:
        """Sends the documents to the press with the sheets known so far, guessing the rest; the attachments listed."""
        if self._paperwork.conclusions.calculation:
            self._fill(CALCULATION, None, self._paperwork.calculation_document)
            self._expect(CALCULATION)
        items = _items(self._paperwork, enclosures, self.sheets)
        self._fill(FILING, tuple(item.text for item in items), lambda: self._paperwork.filing_document(items))
        self._expect(FILING)
        self._lengths[INVENTORY] = len(items)
        self._expect(INVENTORY)
        rows, own = inventory_rows(self._paperwork, items, self.sheets), self.sheets[INVENTORY]
        self._fill(INVENTORY, (*rows, own), lambda: self._paperwork.inventory_document(rows, own))
        order = (FILING, CALCULATION, INVENTORY)
        self._press.put({name: self._filled[name][1] for name in order if name in self._filled})
        return items

    def put_steps(self, warnings: Sequence[str]) -> None:
        """Sends the sheet of next steps."""
        self._fill(STEPS, tuple(warnings), lambda: self._paperwork.steps_document(warnings))
        self._press.put({STEPS: self._filled[STEPS][1]})

    def take_over(self) -> bool:
        """Takes the sheets that came out for the true ones; whether they are those that the documents state."""
        stated, self.sheets = self.sheets, {name: self._press.pages(name) for name in self.sheets}
        for name, pages in self.sheets.items():
            likely.remember(self._sort(name), self._lengths[name], pages)
        return stated == self.sheets

    def _fill(self, name: str, facts: Hashable, fill: Callable[[], bytes]) -> None:
        if name not in self._filled or self._filled[name][0] != facts:
            self._filled[name] = facts, fill()

    def _expect(self, name: str) -> None:
        if name not in self.sheets:
            if name not in self._lengths:
                self._lengths[name] = likely.lines(self._filled[name][1])
            self.sheets[name] = likely.pages(self._sort(name), self._lengths[name])

    def _sort(self, name: str) -> str:
        return f"{self._paperwork.template.stem} {name}"


def begin(paperwork: Paperwork, press: Press, expected: Enclosures | None) -> Proofs:
    """Begins to print while the exhibits are still being opened; nothing of a wrong guess is left in the packet.

    `expected` is what the exhibits will probably be, None when that is hard to say. The sheet of next steps waits until
    they are opened: three at once on two processors keep the longest waiting.
    """
    proofs = Proofs(paperwork, press)
    if expected is not None:
        proofs.put(expected)
    return proofs


def print_out(
    proofs: Proofs,
    press: Press,
    enclosures: Enclosures,
    warnings: Sequence[str],
    progress: Callable[[str], None],
) -> Printed:
    """Every document with numbers that agree with the pages that came out; `proofs` are what `begin` began with."""
    progress("Печатаем документы")
    proofs.put_steps(warnings)
    for _ in range(_PASSES):
        items = proofs.put(enclosures)
        if proofs.take_over():
            return Printed(press.words, press.pdfs(), items, proofs.sheets)
    raise ConversionError("Номера страниц в описи не сходятся с пакетом. Сократите названия приложений и повторите.")


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
