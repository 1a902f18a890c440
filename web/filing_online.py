"""Whether a court's site would take the files: said before the packet is made, and after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from filings.documents.efiling.findings import MOST_BYTES, megabytes
from web.drafts import Draft
from web.storage.exhibits import StoredExhibit
from web.storage.packets import StoredPacket

LIMIT = f"{MOST_BYTES // 1_000_000} МБ"


@dataclass(frozen=True)
class Remark:
    """What is wrong with one file, or with something that is no file of ours, and how to mend it."""

    title: str
    what: str
    mend: str


@dataclass(frozen=True)
class Online:
    """The report on the files for the site: what is refused, what may be returned, what is missing.

    `failed` says why there are no such files at all; the packet is whole without them.
    """

    refused: list[Remark]
    risky: list[Remark]
    missing: list[str]
    failed: str = ""
    shrunk: list[str] = field(default_factory=list)
    """Titles of the files whose scans lost dots so that they fit."""
    whole_is_large: bool = False
    """The packet as one file is over the limit: only the separate files will do."""


def online_of(packet: StoredPacket) -> Online | None:
    """The report of a packet; None for one that goes to no court's site."""
    report = packet.result.get("efiling")
    if report is None:
        return None
    whole = packet.result.get("sizes", {}).get("packet.pdf", [0])[0] > MOST_BYTES
    if "failed" in report:
        return Online([], [], [], report["failed"], whole_is_large=whole)
    remarks = {level: _remarks(report["files"], level) for level in ("refused", "risk")}
    shrunk = [file["title"] for file in report["files"] if any(one["code"] == "shrunk" for one in file["findings"])]
    return Online(remarks["refused"], remarks["risk"], list(report["missing"]), shrunk=shrunk, whole_is_large=whole)


def goes_to_a_court(draft: Draft) -> bool:
    """Whether the kind is filed in a court, whose site has limits of its own."""
    return "court" in draft.kind.model.model_fields


def too_large(exhibits: Iterable[StoredExhibit]) -> list[str]:
    """Titles of the files that a court's site would refuse for their size as they are."""
    return [f"{one.title} ({megabytes(one.size_bytes)} МБ)" for one in exhibits if one.size_bytes > MOST_BYTES]


def _remarks(files: list[dict], level: str) -> list[Remark]:
    return [
        Remark(file["title"], finding["what"], finding["mend"])
        for file in files
        for finding in file["findings"]
        if finding["level"] == level
    ]
