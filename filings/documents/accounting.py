"""The account of a packet: its parts with their pages and hashes, the versions it was made with, its warnings."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from filings.documents.attachments import Attachment
from filings.documents.manifest import Manifest, PartRecord, balance, records, versions
from filings.documents.packet import Bound, Part
from filings.documents.paperwork import Paperwork

_PARAMETERS = Path(__file__).parent.parent / "parameters"


def account(
    paperwork: Paperwork,
    parts: list[Part],
    bound: Bound,
    items: list[Attachment],
    files: dict[str, bytes],
    warnings: list[str],
    efiling: dict[str, Any] | None = None,
    *,
    specimen: bool = False,
) -> Manifest:
    """The manifest of the packet; FilingError when the account of pages does not close."""
    enclosed = {item.number: item for item in items if item.exhibit}
    found = [
        PartRecord(
            title=place.title,
            file=enclosed[part.exhibit_number].exhibit.name if part.exhibit_number else None,
            kind="exhibit" if part.exhibit_number else "made",
            pages=place.pages,
            first_page=place.first_page,
            sha256=enclosed[part.exhibit_number].exhibit.sha256 if part.exhibit_number else _sha256(part.pdf),
        )
        for part, place in zip(parts, bound.places, strict=True)
    ]
    pages = sum(place.pages for place in bound.places)
    balance(found, pages)
    for one in efiling["files"] if efiling else ():
        one["bytes"] = len(files[one["name"]])  # the marks of a specimen came after the report
    template = paperwork.template
    return Manifest(
        kind=f"{template.parent.name}/{template.stem}",
        title=paperwork.title,
        made_on=paperwork.on,
        versions=versions(
            version("filings"),
            f"templates/{template.parent.name}/{template.name}",
            _sha256(template.read_bytes()),
            _parameters(),
        ),
        parts=found,
        files=records(files),
        pages=pages,
        warnings=warnings,
        efiling=efiling,
        specimen=specimen,
    )


@cache
def _parameters() -> dict[str, str]:
    """The versions of the legal values, which are read once in the life of the program too."""
    return {path.stem: _sha256(path.read_bytes())[:16] for path in sorted(_PARAMETERS.glob("*.yaml"))}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
