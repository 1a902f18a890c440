"""The manifest: what is in the packet, from which files and versions; the same packet always gives the same text."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from filings.errors import FilingError

NAME = "manifest.json"


@dataclass(frozen=True)
class PartRecord:
    """One document of the packet."""

    title: str
    file: str | None
    """The person's own file name; None for what was made here."""
    kind: str
    pages: int
    first_page: int
    sha256: str


@dataclass(frozen=True)
class FileRecord:
    """One file handed over beside the manifest."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True)
class Manifest:
    """The whole account of one packet."""

    kind: str
    title: str
    made_on: date
    versions: Mapping[str, Any]
    parts: Sequence[PartRecord]
    files: Sequence[FileRecord]
    pages: int
    warnings: Sequence[str] = field(default=())
    efiling: Mapping[str, Any] | None = None
    """The report on the folder for the court's portal, when one was made."""
    specimen: bool = False
    """Every file is marked «ОБРАЗЕЦ»: the people are invented, nothing of it may be handed in."""

    def to_json(self) -> str:
        """UTF-8 text with Russian as it is; no clock, no machine, no folder in it."""
        record = asdict(self) | {"made_on": self.made_on.isoformat()}
        if self.efiling is None:
            del record["efiling"]
        if not self.specimen:
            del record["specimen"]
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def versions(filings: str, template: str, template_sha256: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """What the packet was made with; `parameters` is name -> version of the legal values used."""
    return {
        "filings": filings,
        "template": {"path": template, "sha256": template_sha256},
        "parameters": dict(sorted(parameters.items())),
    }


def records(files: Mapping[str, bytes]) -> list[FileRecord]:
    """The files handed over, by name; the manifest itself is not among them."""
    return [
        FileRecord(name, hashlib.sha256(content).hexdigest(), len(content))
        for name, content in sorted(files.items())
        if name != NAME
    ]


def balance(parts: Iterable[PartRecord], total_pages: int) -> None:
    """Every page of the packet belongs to exactly one part, and the parts follow each other; else FilingError."""
    next_page = 1
    for part in parts:
        if part.pages < 1 or part.first_page != next_page:
            raise FilingError(
                f"Счёт листов не сошёлся: «{part.title}» начинается с листа {part.first_page}, а должен с {next_page}."
                " Пакет не выдан, соберите его заново."
            )
        next_page += part.pages
    if next_page - 1 != total_pages:
        raise FilingError(
            f"Счёт листов не сошёлся: в документах {next_page - 1}, а в пакете {total_pages}."
            " Пакет не выдан, соберите его заново."
        )
