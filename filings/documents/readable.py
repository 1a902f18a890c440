"""A Word document as plain blocks in reading order: what a page shows and a screen reader speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lxml import etree

from filings.documents import package
from filings.documents.tags import W

# The names of the house styles, as a lawyer sees them in Word.
_KINDS = {
    "шапка": "header",
    "заголовок документа": "title",
    "подзаголовок": "subtitle",
    "раздел": "section",
    "прошу": "section",
    "требование": "item",
    "приложение": "attachment",
    "подпись": "signature",
    "примечание": "note",
}
_NUMBERED = re.compile(r"\s*([^\w\s]*)(\d{1,4})([^\w\s]*?)\.[\t \u00a0]")
_LISTS = ("item", "attachment")
_SIGNS = {f"{W}t": "", f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table when there are `rows`. `number` is that of a list item.

    `headed` says that the first row of the table names its columns; otherwise the first column names the rows.
    `mark` is whatever the element was marked with; a draft keeps there why the paragraph is printed.
    """

    kind: str
    text: str = ""
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    mark: str = ""
    headed: bool = False


@dataclass(frozen=True)
class Group:
    """Neighbours of one kind: the lines of the header, the items of a list, or a single block."""

    kind: str
    blocks: tuple[Any, ...]


def blocks_of(docx: bytes) -> list[Block]:
    """The body of a Word file; TemplateError when it is none."""
    parts = package.read(docx, "документ")
    body = package.printed_parts(parts)[0]
    return blocks(package.parse(parts[body], body), style_names(parts))


def blocks(tree: etree._Element, styles: dict[str, str], mark: str = "") -> list[Block]:
    """The paragraphs and tables of a body in order, empty ones left out; `mark` names the attribute to keep."""
    return list(_numbered(_blocks(tree, styles, mark)))


def grouped(found: Iterable[Any]) -> list[Group]:
    """Neighbouring blocks of one kind together, so that a list is one list; blocks have a `kind` and a `number`."""
    made = []
    for (kind, is_list), same in groupby(found, key=lambda one: (one.kind, bool(one.number))):
        members = tuple(same)
        together = kind == "header" or (kind in _LISTS and is_list)
        made += [Group(kind, members)] if together else [Group(kind, (one,)) for one in members]
    return made


def style_names(parts: dict[str, bytes]) -> dict[str, str]:
    """What each style is called in Word, in small letters, by its identifier in the file."""
    if "word/styles.xml" not in parts:
        return {}
    styles = package.parse(parts["word/styles.xml"], "word/styles.xml").iter(f"{W}style")
    named = ((style.get(f"{W}styleId", ""), style.find(f"{W}name")) for style in styles)
    return {identifier: name.get(f"{W}val", "").casefold() for identifier, name in named if name is not None}


def _blocks(block: etree._Element, styles: dict[str, str], mark: str) -> Iterator[Block]:
    for child in block:
        if child.tag == f"{W}tbl":
            rows = tuple(tuple(_cell(cell) for cell in row.iter(f"{W}tc")) for row in child.iter(f"{W}tr"))
            rows = tuple(row for row in rows if any(cell.strip() for cell in row))
            if rows:
                yield Block("table", rows=rows, headed=next(child.iter(f"{W}tblHeader"), None) is not None)
        elif child.tag == f"{W}p":
            text = _text(child)
            if text.strip():
                yield Block(_kind(child, styles), text, mark=child.get(mark, "") if mark else "")
        elif isinstance(child.tag, str):
            yield from _blocks(child, styles, mark)


def _kind(paragraph: etree._Element, styles: dict[str, str]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = "" if style is None else style.get(f"{W}val", "")
    return _KINDS.get(styles.get(name, name).casefold(), "text")


def _numbered(found: Iterable[Block]) -> Iterator[Block]:
    """«1.<tab>Взыскать…» is item 1 of a list; an item without a number is a line before the list."""
    for one in found:
        match = _NUMBERED.match(one.text) if one.kind in _LISTS else None
        if match is None:
            yield one
        else:
            text = match[1] + one.text[match.end() :]
            yield Block(one.kind, text, match[2], mark=one.mark)


def _cell(cell: etree._Element) -> str:
    return " ".join(filter(None, (_text(inside).strip() for inside in cell.iter(f"{W}p"))))


def _text(paragraph: etree._Element) -> str:
    inside = (node for node in paragraph.iter(*_SIGNS) if node.getparent().tag != f"{W}tabs")
    return "".join(node.text or "" if node.tag == f"{W}t" else _SIGNS[node.tag] for node in inside)
