"""The list «Приложения»: exhibits in the packet first, so that their numbers are the stamped ones; then the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from filings.documents.exhibits import Exhibit
from filings.schemas.exhibits import NamedExhibit, Paper


@dataclass(frozen=True)
class Attachment:
    """One item of the list. `sheets` is None when nobody has counted; `exhibit` is bound into the packet."""

    number: int
    title: str
    sheets: int | None = None
    exhibit: Exhibit | None = None
    calculation: bool = False
    by_law: bool = False
    """Named neither by the person nor made here: the law wants it, and the person adds it by hand."""

    @property
    def bound(self) -> bool:
        """Whether its pages are in the packet."""
        return self.exhibit is not None or self.calculation

    @property
    def text(self) -> str:
        """«Копия трудового договора — на 2 л. в 1 экз.»"""
        return f"{self.title} — на {self.sheets} л. в 1 экз." if self.sheets else self.title


def attachments(
    enclosed: Sequence[tuple[str, Exhibit]],
    by_hand: Sequence[NamedExhibit],
    calculation: tuple[str, int] | None,
    papers: Sequence[Paper],
) -> list[Attachment]:
    """Everything attached, numbered from 1: files, papers the person names, the calculation, what the law wants.

    `calculation` is its title and its sheets, None when there is none.
    """
    items: list[dict] = [{"title": title, "sheets": file.pages, "exhibit": file} for title, file in enclosed]
    items += [{"title": paper.title, "sheets": paper.sheets} for paper in by_hand]
    if calculation is not None:
        items.append({"title": calculation[0], "sheets": calculation[1], "calculation": True})
    items += [{"title": paper.title, "sheets": paper.sheets, "by_law": True} for paper in papers]
    return [Attachment(number=number, **item) for number, item in enumerate(items, 1)]
