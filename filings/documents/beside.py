"""What lies beside the packet: the folder for the court's portal, and the sheets for those who go by paper or post."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from filings.documents import copies, payment_slip, postal_inventory
from filings.documents.attachments import Attachment
from filings.documents.efiling import preflight
from filings.documents.efiling.folder import FOLDER, Document, Efiling, file_all
from filings.documents.efiling.names import file_name
from filings.documents.manifest import NAME as MANIFEST
from filings.documents.paperwork import Paperwork
from filings.documents.pdf import convert
from filings.documents.printing import CALCULATION, FILING, Printed
from filings.schemas.court_claim import CourtFiling
from filings.schemas.payment import StateDutyPayment
from filings.schemas.pending_case import CaseFiling


@dataclass(frozen=True)
class Beside:
    """What is wanted beside the packet; nothing unless asked for.

    `paper` makes the list of sets and the postal inventory, in which every item is declared at `declared` roubles (a
    blank to be filled by hand when None); `payment` makes the slip for the state duty; `specimen` marks every file.
    """

    efiling: Efiling | None = None
    paper: bool = False
    declared: Decimal | None = None
    payment: StateDutyPayment | None = None
    specimen: bool = False


NOTHING = Beside()


@dataclass(frozen=True)
class Made:
    """The files by name and, when the folder was made, the report for the manifest."""

    files: dict[str, bytes]
    efiling: dict[str, Any] | None = None


def make(wanted: Beside, paperwork: Paperwork, printed: Printed, progress: Callable[[str], None]) -> Made:
    """Everything wanted, or FilingError."""
    made = Made({})
    if wanted.efiling is not None:
        made = _efiling(wanted.efiling, paperwork, printed, progress)
    if wanted.paper:
        sets = copies.sets_of(paperwork, printed)
        made.files["copies.pdf"] = copies.sheet(sets, paperwork)
        made.files["postal_inventory.pdf"] = postal_inventory.sheet(sets, paperwork, wanted.declared)
    if wanted.payment is not None:
        made.files["payment.pdf"] = payment_slip.sheet(wanted.payment)
    return made


def _efiling(wish: Efiling, paperwork: Paperwork, printed: Printed, progress: Callable[[str], None]) -> Made:
    """The folder, and the reports beside it, where they are not taken for something to send."""
    filed = file_all(_documents(paperwork, printed), wish, progress)
    missing = [item.title for item in printed.items if not item.bound]
    pages = next(file.pages for file in filed)
    word = file_name(paperwork.title, pages, suffix="docx")
    files = {f"{FOLDER}/{file.name}": file.content for file in filed}
    files[f"{FOLDER}/{word}"] = printed.words[FILING]
    author = paperwork.filing.author().full_name
    office = _office(paperwork)
    files["preflight.txt"] = preflight.text(filed, missing, word, paperwork.on, office).encode()
    files["preflight.pdf"] = preflight.pdf(filed, missing, word, paperwork.on, office, author)
    return Made(files, preflight.record(filed, missing))


def _office(paperwork: Paperwork) -> preflight.Office:
    filing = paperwork.filing
    is_court = isinstance(filing, CourtFiling | CaseFiling)
    return preflight.Office(filing.court.title if is_court else filing.opponent(), is_court)


def _documents(paperwork: Paperwork, printed: Printed) -> list[Document]:
    """One document one file: the filing, the calculation, the exhibits by number.

    What was made here is printed once more for an archive (PDF/A-2b, tagged): here each file is handed in by itself.
    """
    own = {name: printed.words[name] for name in (FILING, CALCULATION) if name in printed.words}
    archived = convert(own, on=paperwork.on, archival=True)
    made = [Document(paperwork.title, archived[FILING], printed.sheets[FILING])]
    return made + [document for item in printed.items if (document := _document(item, printed, archived))]


def _document(item: Attachment, printed: Printed, archived: dict[str, bytes]) -> Document | None:
    if item.calculation:
        return Document(item.title, archived[CALCULATION], printed.sheets[CALCULATION], item.number)
    if item.exhibit:
        return Document(item.title, item.exhibit.pdf, item.exhibit.pages, item.number, is_exhibit=True)
    return None


def chosen(formats: Sequence[str], files: dict[str, bytes]) -> dict[str, bytes]:
    """Those of the packet's `files` that belong to the formats, and the manifest; all of them when none is named."""
    of: dict[str, Callable[[str], bool]] = {
        "pdf": lambda name: name in ("packet.pdf", "next_steps.pdf", "payment.pdf"),
        "docx": lambda name: name.endswith(".docx") and "/" not in name,
        "paper": lambda name: name in ("copies.pdf", "postal_inventory.pdf"),
        "efiling": lambda name: name.startswith((f"{FOLDER}/", "preflight.")),
    }
    wanted = [of[name] for name in formats] or list(of.values())
    return {name: files[name] for name in files if name == MANIFEST or any(one(name) for one in wanted)}
