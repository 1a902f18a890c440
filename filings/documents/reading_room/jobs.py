"""What a reader can be asked to do with a file; each takes facts and bytes and gives facts and bytes."""

from __future__ import annotations

from typing import Any

from filings.documents import foreign_pdf, images
from filings.documents.efiling import leaves, pictures, shrinking, soundings

Answer = tuple[dict[str, Any], bytes]


def _exhibit(facts: dict[str, Any], content: bytes) -> Answer:
    """A foreign file as A4 pages."""
    if facts["kind"] == "pdf":
        pdf, pages, notes, outline = foreign_pdf.to_a4(facts["name"], content)
        return {"pages": pages, "notes": notes, "outline": outline}, pdf
    pdf, pages, notes = images.to_pdf(facts["name"], content, facts["kind"])
    return {"pages": pages, "notes": notes, "outline": []}, pdf


def _leaves(facts: dict[str, Any], content: bytes) -> Answer:
    """The pages of an exhibit at their own size, for filing without paper."""
    return {}, leaves.at_own_size(content)


def _shrink(facts: dict[str, Any], content: bytes) -> Answer:
    """A smaller file of the same pages."""
    return {}, shrinking.lossy(content, facts["dpi"], facts["quality"]) if facts["lossy"] else shrinking.lossless(
        content
    )


def _sound(facts: dict[str, Any], content: bytes) -> Answer:
    """What a court's computer would find in the file."""
    found = {"pages": soundings.of_pages(content), "active": soundings.active(content)}
    return found | {"unembedded": soundings.unembedded(content)}, b""


def _picture(facts: dict[str, Any], content: bytes) -> Answer:
    """One page as a picture for recognition."""
    return {}, pictures.of_page(content, facts["page"], facts["dpi"])


JOBS = {"exhibit": _exhibit, "leaves": _leaves, "shrink": _shrink, "sound": _sound, "picture": _picture}
