"""Sheets for the person and for the post, drawn at once and without Word: nobody edits them, nobody waits."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, Spacer, Table, TableStyle
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from filings.documents.fonts import font_file
from filings.russian.typography import typeset

_PLAIN, _BOLD = "Leaflet", "Leaflet-Bold"
_LEFT, _RIGHT, _TOP, _BOTTOM = 25 * mm, 15 * mm, 17 * mm, 13 * mm
WIDTH = A4[0] - _LEFT - _RIGHT


class Leaflet:
    """A sheet under way: pieces are added in their order, `pdf` prints them. All texts are plain Russian."""

    def __init__(self, title: str, *, author: str = "", numbered: bool = True) -> None:
        """`title` and `author` go into the document's properties; `numbered` prints the numbers of pages."""
        _register()
        self._numbered = numbered
        self.title, self.author = title, author
        self._pieces: list[Flowable] = []

    def heading(self, text: str, *, large: bool = False) -> None:
        """A heading that stays with what follows."""
        self._pieces.append(CondPageBreak(30 * mm))
        self._pieces.append(_paragraph(text, _style("large" if large else "heading")))

    def text(self, text: str, *, style: str = "text") -> None:
        """A paragraph; `style` is text, small, centre, right or bold."""
        self._pieces.append(_paragraph(text, _style(style)))

    def points(self, texts: Sequence[str]) -> None:
        """A list with dashes."""
        self._pieces += [Paragraph(_markup(text), _style("point"), bulletText="—") for text in texts]

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> None:
        """A ruled table; `shares` of the width by column; numbers of narrow columns are set to the right."""
        widths = [WIDTH * share / sum(shares) for share in shares]
        cells = [[_paragraph(text, _style("head")) for text in head]]
        narrow = [width < WIDTH / 3 for width in widths]
        for row in rows:
            styles = ["number" if thin and _is_number(text) else "cell" for text, thin in zip(row, narrow, strict=True)]
            cells.append([_paragraph(text, _style(style)) for text, style in zip(row, styles, strict=True)])
        self._pieces += [Table(cells, widths, repeatRows=1, style=_RULED), Spacer(0, 3 * mm)]

    def together(self, lines: Sequence[str], *, style: str = "text") -> None:
        """Paragraphs that are never torn between pages."""
        self._pieces.append(KeepTogether([_paragraph(line, _style(style)) for line in lines]))

    def picture_beside(self, drawing: Drawing, lines: Sequence[str]) -> None:
        """A drawing on the left and paragraphs on the right of it."""
        beside = [_paragraph(line, _style("text")) for line in lines]
        widths = [drawing.width + 5 * mm, WIDTH - drawing.width - 5 * mm]
        self._pieces.append(Table([[drawing, beside]], widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP")]))

    def gap(self, height_mm: float = 4) -> None:
        """Empty space."""
        self._pieces.append(Spacer(0, height_mm * mm))

    def new_page(self) -> None:
        """What follows begins on a page of its own."""
        self._pieces.append(PageBreak())

    def pdf(self) -> bytes:
        """The sheet printed; the same pieces give the same bytes."""
        encoded = io.BytesIO()
        document = BaseDocTemplate(
            encoded, pagesize=A4, title=self.title, author=self.author, lang="ru-RU", invariant=1
        )
        frame = Frame(_LEFT, _BOTTOM, WIDTH, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0)
        document.addPageTemplates(PageTemplate(frames=[frame], onPage=_number if self._numbered else _nothing))
        document.build(list(self._pieces))
        return encoded.getvalue()


_RULED = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
)


@cache
def _style(name: str) -> ParagraphStyle:
    text = ParagraphStyle("text", fontName=_PLAIN, fontSize=12, leading=15, spaceAfter=4, splitLongWords=1)
    of = {
        "text": {},
        "bold": {"fontName": _BOLD},
        "small": {"fontSize": 10, "leading": 12.5},
        "centre": {"alignment": TA_CENTER},
        "right": {"alignment": TA_RIGHT},
        "point": {"leftIndent": 18, "bulletIndent": 0},
        "heading": {"fontName": _BOLD, "fontSize": 13, "leading": 16, "spaceBefore": 8},
        "large": {"fontName": _BOLD, "fontSize": 16, "leading": 20, "alignment": TA_CENTER, "spaceAfter": 8},
        "cell": {"fontSize": 11, "leading": 13, "spaceAfter": 0},
        "number": {"fontSize": 11, "leading": 13, "spaceAfter": 0, "alignment": TA_RIGHT},
        "head": {"fontName": _BOLD, "fontSize": 11, "leading": 13, "spaceAfter": 0, "alignment": TA_CENTER},
    }
    return ParagraphStyle(name, parent=text, **of[name])


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(_markup(text), style)


def _markup(text: str) -> str:
    return escape(typeset(text)).replace("\n", "<br/>") or "&nbsp;"


def _is_number(text: str) -> bool:
    return text.replace("\u00a0", "").replace(",", "").replace("–", "").isdecimal()


def _number(canvas: Canvas, document: BaseDocTemplate) -> None:
    """The number of every page but the first, on top."""
    if canvas.getPageNumber() > 1:
        canvas.setFont(_PLAIN, 11)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 12 * mm, str(canvas.getPageNumber()))


def _nothing(canvas: Canvas, document: BaseDocTemplate) -> None:
    """Pages that are sheets of their own bear no numbers."""


@cache
def _register() -> None:
    pdfmetrics.registerFont(TTFont(_PLAIN, font_file()))
    pdfmetrics.registerFont(TTFont(_BOLD, font_file("bold")))
