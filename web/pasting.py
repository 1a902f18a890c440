"""Rows pasted from a spreadsheet: cells between tabs become answers, each checked in its own cell."""

from __future__ import annotations

import csv
import io
from typing import Any

from filings.questions import Block
from filings.questions.field import ask_of
from filings.questions.naming import is_empty
from filings.questions.shape import shape_of

MOST_ROWS = 200
MOST_SIGNS = 100_000  # a cell longer than 131,072 signs stops the reader of tables
_LISTED = ";"


def columns_of(block: type[Block]) -> list[tuple[str, str]]:
    """(name, title) of the questions that a cell can answer; groups within a row are filled on its page."""
    asked = [(name, ask_of(name, field), shape_of(field)) for name, field in block.model_fields.items()]
    return [(name, ask.title) for name, ask, shape in asked if shape.block is None and not ask.silent]


def rows_in(pasted: str, block: type[Block]) -> list[dict[str, Any]]:
    """The rows of a table copied from a spreadsheet. A first row of titles tells the order of the columns."""
    table = [row for row in csv.reader(io.StringIO(pasted[:MOST_SIGNS]), delimiter=_delimiter(pasted)) if any(row)]
    names = [name for name, _ in columns_of(block)]
    headings = _headings(table[0], block) if table else None
    if headings:
        names, table = headings, table[1:]
    rows = [
        {name: _cell(block, name, cell) for name, cell in zip(names, row, strict=False) if name and cell.strip()}
        for row in table[:MOST_ROWS]
    ]
    return [row for row in rows if not is_empty(row)]


def _delimiter(pasted: str) -> str:
    first = pasted.partition("\n")[0]
    return "\t" if "\t" in first or _LISTED not in first else _LISTED


def _headings(first: list[str], block: type[Block]) -> list[str] | None:
    """The names of the columns when at least half of the first row are titles of questions."""
    known: dict[str, str] = {}
    for name, field in block.model_fields.items():
        ask = ask_of(name, field)
        known |= {_plain(ask.title): name, _plain(ask.ru): name, _plain(name): name}
    found = [known.get(_plain(cell), "") for cell in first]
    return found if sum(map(bool, found)) * 2 >= len([cell for cell in first if cell.strip()]) else None


def _plain(title: str) -> str:
    return "".join(sign for sign in title.casefold().replace("ё", "е") if sign.isalnum())


def _cell(block: type[Block], name: str, cell: str) -> Any:
    text = cell.strip()
    return [part.strip() for part in text.split(_LISTED)] if shape_of(block.model_fields[name]).many else text
