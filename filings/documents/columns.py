"""Widths of table columns by what stands in them, for tables whose columns come from data ({%tc for … %})."""

import re

from lxml import etree

from filings.documents.tags import W, own_text
from filings.errors import TemplateError

# Typed in Word: Table properties, Alt text, Title.
MARK = "ширина по содержанию"
_PADDING = 200  # twips: the margins of a cell, left and right, with the rule
_NUMBER = re.compile(r"[−-]?\d[\d\s\u00a0]*(,\d+)?\s?(руб\.|₽|%)?", re.ASCII)


def fit(tree: etree._Element) -> None:
    """Share the width of every table marked `MARK` by its words; columns of numbers are set right."""
    for table in tree.iter(f"{W}tbl"):
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        if caption is not None and caption.get(f"{W}val") == MARK:
            _fit_table(table)


def is_uneven(tree: etree._Element) -> bool:
    """Whether any table has rows with more or fewer cells than its grid has columns, or no rows at all."""
    return any(_is_uneven(table) for table in tree.iter(f"{W}tbl"))


def _is_uneven(table: etree._Element) -> bool:
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        raise TemplateError("В таблице нет ширины столбцов. Откройте шаблон в Word, сохраните заново и повторите.")
    rows = [_cells(row) for row in table.iter(f"{W}tr")]
    return not rows or set(rows) != {len(grid.findall(f"{W}gridCol"))}


def _cells(row: etree._Element) -> int:
    """Columns that a row takes up, merged ones included."""
    spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
    return sum(1 if span is None else int(span.get(f"{W}val", "1")) for span in spans)


def _fit_table(table: etree._Element) -> None:
    rows = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    if not rows or any(len(row) != len(grid) for row in rows):
        return
    widths = _shared([[_text(row[n]) for row in rows] for n in range(len(grid))], _total(grid), _size(table))
    for number, (column, width) in enumerate(zip(grid, widths, strict=True)):
        column.set(f"{W}w", str(width))
        numeric = all(_NUMBER.fullmatch(_text(row[number])) for row in rows[1:])
        for place, row in enumerate(rows):
            _set_width(row[number], width)
            if place and numeric:
                _set_right(row[number])


def _total(grid: list[etree._Element]) -> int:
    return sum(int(float(column.get(f"{W}w", "0"))) for column in grid)


def _size(table: etree._Element) -> float:
    """Type size in points: the smallest that the runs name themselves, else that of the table text in house style."""
    named = [int(node.get(f"{W}val", "22")) for node in table.iter(f"{W}sz")]
    return min(named, default=22) / 2


def _shared(columns: list[list[str]], total: int, size: float) -> list[int]:
    """Widths in twips: the longest word of each column always fits, the rest goes to those with long text."""
    narrow = [_widest([word for text in column for word in text.split(" ")], column[0], size) for column in columns]
    wide = [_widest(column, column[0], size) for column in columns]
    spare = total - sum(narrow)
    wish = sum(wide) - sum(narrow)
    if spare <= 0:
        return [int(width * total / sum(narrow)) for width in narrow]
    if wish <= spare:
        return [int(width * total / sum(wide)) for width in wide]
    return [int(n + spare * (w - n) / wish) for n, w in zip(narrow, wide, strict=True)]


def _widest(texts: list[str], heading: str, size: float) -> float:
    # a heading is bold; only its longest word has to fit on a line
    bold = max(_width(word, size) for word in heading.split(" ")) * 1.12
    return max(bold, *(_width(text, size) for text in texts if text != heading)) + _PADDING


def _width(text: str, size: float) -> float:
    """About how wide `text` is in a Times-like face, in twips."""
    return sum(0.26 if sign in " ,.:;\u00a0" else 0.72 if sign.isupper() else 0.52 for sign in text) * size * 20


def _text(cell: etree._Element) -> str:
    return " ".join(own_text(paragraph) for paragraph in cell.iter(f"{W}p")).strip()


def _set_width(cell: etree._Element, width: int) -> None:
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    stated = properties.find(f"{W}tcW")
    if stated is None:
        stated = etree.Element(f"{W}tcW")
        properties.insert(0, stated)
    stated.set(f"{W}w", str(width))
    stated.set(f"{W}type", "dxa")


def _set_right(cell: etree._Element) -> None:
    for paragraph in cell.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        stated = properties.find(f"{W}jc")
        if stated is None:
            stated = etree.Element(f"{W}jc")
            # the schema wants the mark's own properties last
            mark = properties.find(f"{W}rPr")
            properties.insert(len(properties) if mark is None else properties.index(mark), stated)
        stated.set(f"{W}val", "right")
