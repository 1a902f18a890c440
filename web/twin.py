"""The documents of a packet in words: kept with it, shown on a page for eyes and for screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from filings.documents.printing import CALCULATION, FILING, INVENTORY, STEPS
from filings.documents.readable import Block, Group, blocks_of, grouped

_ORDER = (FILING, CALCULATION, INVENTORY, STEPS)
_POINT = "—\t"


@dataclass(frozen=True)
class Section:
    """A heading inside a document: `place` is its anchor on the page."""

    place: str
    title: str


@dataclass(frozen=True)
class Written:
    """One document: its anchor, its title, its blocks with the headings among them by the group's number."""

    name: str
    title: str
    groups: list[Group]
    sections: dict[int, Section]


def kept(words: Mapping[str, bytes]) -> list[list[Any]]:
    """The Word files by their names as plain values for the record of the packet, in reading order."""
    return [[name, [_plain(block) for block in blocks_of(words[name])]] for name in _ORDER if name in words]


def written(record: Iterable[tuple[str, list[dict[str, Any]]]]) -> list[Written]:
    """The documents out of the record that `kept` has made."""
    return [_written(name, [_block(one) for one in blocks]) for name, blocks in record]


def of_word(content: bytes) -> list[Written]:
    """The filing alone, as packets had it before the others were kept."""
    return [_written(FILING, blocks_of(content))]


def heading(text: str) -> str:
    """«ИСКОВОЕ ЗАЯВЛЕНИЕ» as «Исковое заявление»: capitals are spelt letter by letter when read aloud."""
    text = " ".join(text.split()).rstrip(":")
    return text.capitalize() if text.isupper() else text


def _written(name: str, blocks: list[Block]) -> Written:
    """The first title is that of the document; a sheet without one begins with a line that is."""
    body = [block for block in blocks if block.kind != "header"] or blocks
    first = next((block for block in body if block.kind == "title"), body[0])
    groups = grouped(_pointed([block for block in blocks if block is not first]))
    headings = [number for number, group in enumerate(groups) if _is_heading(group)]
    sections = {
        number: Section(f"{name}-{place}", heading(groups[number].blocks[0].text))
        for place, number in enumerate(headings, 1)
    }
    return Written(name, heading(first.text), groups, sections)


def _is_heading(group: Group) -> bool:
    """The line over the list of attachments has their style and no number."""
    return group.kind in ("title", "section") or (group.kind == "attachment" and not group.blocks[0].number)


def _pointed(blocks: list[Block]) -> list[Block]:
    """Lines that begin with a dash as points of a list; a frame with one cell as a line."""
    found = []
    for block in blocks:
        if block.kind == "table" and sum(len(row) for row in block.rows) == 1:
            block = Block("note", block.rows[0][0])
        elif block.text.startswith(_POINT):
            block = replace(block, kind="item", number="—", text=block.text.removeprefix(_POINT))
        found.append(block)
    return found


def _plain(block: Block) -> dict[str, Any]:
    return {name: value for name, value in asdict(block).items() if value}


def _block(plain: dict[str, Any]) -> Block:
    return Block(**{**plain, "rows": tuple(tuple(row) for row in plain.get("rows", ()))})
