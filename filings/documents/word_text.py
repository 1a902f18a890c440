"""The text of a Word file as a person reads it: for golden text and diffs.

As a textconv for git: `python -m filings.documents.word_text FILE`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from filings.documents import package
from filings.documents.tags import W

_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_TEXTS = (f"{W}t", *_SIGNS)
_STOPS = f"{W}tabs"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def text_of(docx: bytes) -> str:
    """Paragraphs on lines of their own, table cells between « | »; body first, then headers, footers, notes."""
    parts = package.read(docx, "документ")
    roots = [package.parse(parts[name], name) for name in package.printed_parts(parts)]
    blocks = map(text_in, roots)
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def text_in(root: etree._Element) -> str:
    """The same of one part that is parsed already."""
    return "\n".join(_lines(root))


def _lines(block: etree._Element) -> Iterator[str]:
    for child in block:
        if child.tag == f"{W}tbl":
            yield from _rows(child)
        elif child.tag == f"{W}p":
            boxes = list(child.iter(f"{W}txbxContent"))
            yield _paragraph(child, has_boxes=bool(boxes))
            for box in boxes:
                if _is_shown(box, child):
                    yield from _lines(box)
        elif child.tag != _ALTERNATE and isinstance(child.tag, str):
            yield from _lines(child)


def _rows(table: etree._Element) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is table:
            cells = [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
            yield " | ".join(" ".join(line for line in _lines(cell) if line) for cell in cells)


def _is_shown(box: etree._Element, paragraph: etree._Element) -> bool:
    # Word writes every text box twice: the Fallback is for readers of 2007
    return next(box.iterancestors(_ALTERNATE), None) is None and next(box.iterancestors(f"{W}p")) is paragraph


def _paragraph(paragraph: etree._Element, *, has_boxes: bool) -> str:
    nodes = paragraph.iter(*_TEXTS)
    if has_boxes:
        nodes = (node for node in nodes if next(node.iterancestors(f"{W}p")) is paragraph)
    return "".join(_SIGNS.get(node.tag, node.text or "") for node in nodes if node.getparent().tag != _STOPS)


if __name__ == "__main__":
    sys.stdout.write(text_of(Path(sys.argv[1]).read_bytes()))
