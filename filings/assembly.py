"""The map of the main job: answers -> filing -> conclusions -> documents -> packet, one screen long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from filings.catalogue import Kind, next_titles
from filings.documents import beside, press, specimen
from filings.documents.accounting import account
from filings.documents.beside import NOTHING, Beside
from filings.documents.enclosures import Enclosures, ExhibitFile, match
from filings.documents.manifest import Manifest
from filings.documents.packet import Part, bind
from filings.documents.paperwork import Paperwork
from filings.documents.printing import (
    CALCULATION,
    FILING,
    INVENTORY,
    STEPS,
    Printed,
    begin,
    inventory_rows,
    print_out,
)
from filings.questions.validation import kept_notes, validate
from filings.schemas.conclusions import Conclusions
from filings.schemas.next_steps import NextSteps

__all__ = ["Beside", "ExhibitFile", "Packet", "assemble"]


@dataclass(frozen=True)
class Packet:
    """The files to hand over by name, and what the person should know about them."""

    files: dict[str, bytes]
    manifest: Manifest
    next_steps: NextSteps
    warnings: list[str]
    words: dict[str, bytes]
    """The Word files of all that is printed, by the names of `printing`: for those who read them without a printer."""

    def only(self, formats: Sequence[str]) -> dict[str, bytes]:
        """The files of the formats wanted (pdf, docx, paper, efiling), and the manifest; all when none is named."""
        return beside.chosen(formats, self.files)


def assemble(
    kind: Kind,
    answers: dict[str, Any],
    *,
    on: date,
    exhibits: Sequence[ExhibitFile] = (),
    folder: Path | None = None,
    wanted: Beside = NOTHING,
    progress: Callable[[str], None] = lambda step: None,
) -> Packet:
    """The whole packet on the day `on`, or a FilingError and nothing.

    `answers` have English or Russian names; `folder` is where files named in them lie; `wanted` says what to
    make beside the packet; `progress` hears each step.
    """
    progress("Проверяем ответы")
    filing = validate(kind.model, answers, on=on)
    conclusions = filing.conclude(on)
    paperwork = Paperwork(kind.template, filing, conclusions, on, next_titles(kind, filing))
    warnings = _warnings(kept_notes(kind.model, answers, on=on), conclusions)
    matched = match(filing.exhibits, exhibits, folder)
    with press.opened(on) as printing, matched.opening() as opened:
        proofs = begin(paperwork, printing, matched.likely())
        progress("Открываем приложения")
        enclosures = opened()
        warnings += _notes(enclosures)
        printed = print_out(proofs, printing, enclosures, warnings, progress)
    progress("Сшиваем пакет")
    parts = _parts(paperwork, printed)
    bound = bind(parts, title=paperwork.title, author=filing.author().full_name, on=on)
    files = {
        "packet.pdf": bound.pdf,
        f"{kind.name}.docx": printed.words[FILING],
        "next_steps.pdf": printed.pdfs[STEPS],
    }
    made = beside.make(wanted, paperwork, printed, progress)
    files |= made.files
    files = specimen.marked(files) if wanted.specimen else files
    manifest = account(paperwork, parts, bound, printed.items, files, warnings, made.efiling, specimen=wanted.specimen)
    files["manifest.json"] = manifest.to_json().encode()
    return Packet(files, manifest, filing.next_steps(conclusions, on), warnings, printed.words)


def _parts(paperwork: Paperwork, printed: Printed) -> list[Part]:
    """The order of the packet: inventory, filing, calculation, exhibits by number."""
    made = [(INVENTORY, "Опись документов"), (FILING, paperwork.filing.about.printed), (CALCULATION, "Расчёт")]
    rows = inventory_rows(paperwork, printed.items, printed.sheets)
    leads_to = {INVENTORY: tuple(row.title for row in rows if row.first_page)}
    parts = [
        Part(title, printed.pdfs[name], title, leads_to=leads_to.get(name, ()))
        for name, title in made
        if name in printed.pdfs
    ]
    for item in printed.items:
        if item.exhibit:
            bookmark = f"Приложение № {item.number}. {item.title}"
            outline = item.exhibit.outline
            parts.append(Part(item.title, item.exhibit.pdf, bookmark, exhibit_number=item.number, outline=outline))
    return parts


def _warnings(kept: list[str], conclusions: Conclusions) -> list[str]:
    """Everything to be wary of, each text once, in the order of the work; `kept` are notes on numbers kept as given."""
    found = [*kept, *conclusions.warnings]
    found += [text for conclusion in conclusions.calculation for text in conclusion.warnings]
    return list(dict.fromkeys(found))


def _notes(enclosures: Enclosures) -> list[str]:
    """What the paper does not carry over of the exhibits."""
    return list(dict.fromkeys(f"{exhibit.name}: {note}" for _, exhibit in enclosures.files for note in exhibit.notes))
