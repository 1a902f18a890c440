"""Documents attached to a filing: those the person names, and those the law wants."""

from __future__ import annotations

from dataclasses import dataclass

from filings.questions import Block, Text, Whole, question


class NamedExhibit(Block):
    """Документ, который прикладывается: файлом или на бумаге."""

    title: Text = question("Как называется документ", ru="название", example="Копия трудового договора")
    sheets: Whole | None = question("Сколько в нём листов", ru="листов", optional=True)
    file: Text | None = question("Файл", ru="файл", optional=True)


@dataclass(frozen=True)
class Paper:
    """A paper that the person adds by hand: `title` as the list of attachments prints it.

    `reason` tells the person where to get it and which norm wants it; it goes to the sheet of next steps.
    """

    title: str
    reason: str = ""
    sheets: int | None = None
