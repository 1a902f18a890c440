"""What every bench works on: the same claims of invented people, the same two scans."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml
from PIL import Image, ImageDraw, ImageFont

from filings.assembly import ExhibitFile
from filings.catalogue import kind_of
from filings.documents.attachments import Attachment
from filings.documents.paperwork import InventoryRow, Paperwork
from filings.questions.validation import validate
from filings.samples import sample_text

ON = date(2026, 11, 22)
KIND = "wage_claim"
A4_AT_200_DPI = (1654, 2339)


@dataclass(frozen=True)
class Case:
    """The answers of one invented person and what the engine makes of them before it prints."""

    answers: dict[str, Any]
    paperwork: Paperwork

    def claim(self) -> bytes:
        """The claim as a Word file."""
        return self.paperwork.filing_document([Attachment(number, "Копия") for number in (1, 2, 3)])

    def words(self) -> dict[str, bytes]:
        """The claim, the calculation and the inventory as Word files."""
        rows = [InventoryRow(f"Приложение № {number}", 1, number + 3) for number in range(1, 5)]
        return {
            "claim": self.claim(),
            "calculation": self.paperwork.calculation_document(),
            "inventory": self.paperwork.inventory_document(rows, 1),
        }


def cases(count: int) -> list[Case]:
    """So many different people, always the same ones: nothing may profit from having seen the answers before."""
    kind = kind_of(KIND)
    made = []
    for seed in range(count):
        answers = _of_a_length(yaml.safe_load(sample_text(kind, seed)), seed)
        filing = validate(kind.model, answers, on=ON)
        made.append(Case(answers, Paperwork(kind.template, filing, filing.conclude(ON), ON)))
    return made


def _of_a_length(answers: dict[str, Any], seed: int) -> dict[str, Any]:
    """One to five debts, and nothing, something or twice as much to add: on the average the sample."""
    earlier = [{"месяц": f"0{month}.2026", "начислено": "60 000", "срок": f"10.0{month + 1}.2026"} for month in (3, 4)]
    debts = [*earlier, *answers["долги"]][-1 - seed % 5 :]
    return answers | {"долги": debts, "дополнение": " ".join([answers["дополнение"]] * (seed // 5 % 3)) or None}


def scans(folder: Path) -> list[ExhibitFile]:
    """Two photographed pages, about 0.7 MB of JPEG each, in the folder."""
    made = []
    for number in (1, 2):
        path = folder / f"scan{number}.jpg"
        path.write_bytes(_scan(number))
        made.append(ExhibitFile(path, title=f"Копия документа {number}"))
    return made


def _scan(seed: int) -> bytes:
    random = Random(seed)
    paper = Image.effect_noise(A4_AT_200_DPI, 8).point(lambda grey: min(255, grey + 105))
    pen, face = ImageDraw.Draw(paper), ImageFont.load_default(32)
    for line in range(48):
        words = " ".join("".join(random.choices("abcdehiklmnoprstu", k=random.randint(2, 10))) for _ in range(10))
        pen.text((180, 180 + line * 41), words, fill=40, font=face)
    encoded = io.BytesIO()
    paper.convert("RGB").save(encoded, "JPEG", quality=75, dpi=(200, 200))
    return encoded.getvalue()
