"""«ОБРАЗЕЦ» on finished files, for seminars: over every page of every PDF, in the headers of every Word file.

On a PDF the word is multiplied with the page: pale on paper, unseen on ink, so that it lies behind the text and yet
shows on a scan that covers its whole sheet.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from math import atan2, cos, degrees, hypot, radians, sin

import pikepdf
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import Section, _Header
from pikepdf import Dictionary, Name, Page, Pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from filings.documents import package
from filings.documents.fonts import FAMILY, font_file
from filings.documents.sheet import corners

WORD = "ОБРАЗЕЦ"
_FONT = f"{FAMILY} specimen"
_SIZE, _GREY = 100, 0.87
_SHARE = 0.72  # of the diagonal of the page
_FORM, _BLEND = Name.Specimen, Name.SpecimenBlend
# A frame of its own: a further line of the header would push the text down and spoil the pages of the document.
_PARAGRAPH = f"""<w:p {nsdecls("w")}><w:pPr><w:framePr w:wrap="around" w:vAnchor="page" w:hAnchor="margin"
 w:xAlign="right" w:y="340"/><w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/></w:pPr>
<w:r><w:rPr><w:b/><w:color w:val="9A9A9A"/><w:spacing w:val="60"/><w:sz w:val="20"/></w:rPr>
<w:t>{WORD}</w:t></w:r></w:p>"""


def marked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a packet with every PDF and every Word file marked; the same files give the same bytes."""
    return {name: _marked(name, content) for name, content in files.items()}


def _marked(name: str, content: bytes) -> bytes:
    if name.endswith(".pdf"):
        return marked_pdf(content)
    return marked_word(content) if name.endswith(".docx") else content


def marked_pdf(content: bytes) -> bytes:
    """Every page with the word across it, upright as the page is shown."""
    with pikepdf.open(io.BytesIO(content)) as pdf, pikepdf.open(io.BytesIO(_drawn()[0])) as drawn:
        form = pdf.copy_foreign(drawn.pages[0].as_form_xobject())
        blend = pdf.make_indirect(Dictionary(BM=Name.Multiply))
        opening = pdf.make_stream(b"q\n")
        for page in pdf.pages:
            _lay_over(pdf, page, form, blend, opening)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True)
        return target.getvalue()


def _lay_over(pdf: Pdf, page: Page, form: pikepdf.Object, blend: pikepdf.Object, opening: pikepdf.Stream) -> None:
    """An artifact, so that a screen reader does not say it on every page."""
    shared = page.resources
    own = Dictionary({key: value for key, value in shared.items()})
    for kind, name, value in (("/XObject", _FORM, form), ("/ExtGState", _BLEND, blend)):
        named = Dictionary({key: one for key, one in shared.get(kind, Dictionary()).items()})
        named[name] = value
        own[kind] = named
    page.obj.Resources = own
    # The page's own drawing may leave the coordinates turned: q and Q give the word a clean start.
    page.contents_add(opening, prepend=True)
    drawing = f"\nQ /Artifact BMC q {_BLEND} gs {_across(page)} cm {_FORM} Do Q EMC"
    page.contents_add(pdf.make_stream(drawing.encode("ascii")))


def _across(page: Page) -> str:
    """The matrix that lays the word along the diagonal, from bottom left to top right as the page is shown."""
    left, bottom, right, top = corners(page.cropbox)
    width, height = right - left, top - bottom
    shown = (height, width) if page.rotation % 180 == 90 else (width, height)
    angle = radians(degrees(atan2(shown[1], shown[0])) + page.rotation)  # /Rotate is clockwise
    drawn_width, drawn_height = _drawn()[1]
    scale = _SHARE * hypot(width, height) / drawn_width
    a, b = scale * cos(angle), scale * sin(angle)
    middle = (left + right) / 2, (bottom + top) / 2
    x = middle[0] - (a * drawn_width - b * drawn_height) / 2
    y = middle[1] - (b * drawn_width + a * drawn_height) / 2
    return " ".join(f"{number:.4f}" for number in (a, b, -b, a, x, y))


@cache
def _drawn() -> tuple[bytes, tuple[float, float]]:
    """The word alone on a page of its own size."""
    pdfmetrics.registerFont(TTFont(_FONT, font_file("bold")))
    size = (pdfmetrics.stringWidth(WORD, _FONT, _SIZE), _SIZE * 0.92)
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1)
    canvas.setFillGray(_GREY)
    canvas.setFont(_FONT, _SIZE)
    canvas.drawString(0, _SIZE * 0.22, WORD)  # room for the tail of «Ц»
    canvas.save()
    return target.getvalue(), size


def marked_word(content: bytes) -> bytes:
    """The word at the top right of every page, in each header that the file shows."""
    document = Document(io.BytesIO(content))
    for section in document.sections:
        for header in _headers(section, document.settings.odd_and_even_pages_header_footer):
            header.is_linked_to_previous = False
            header._element.insert(0, parse_xml(_PARAGRAPH))
    target = io.BytesIO()
    document.save(target)
    # Packed anew: python-docx writes the moment into the archive.
    return package.write(package.read(target.getvalue(), "образец"))


def _headers(section: Section, even: bool) -> list[_Header]:
    found = [section.header]
    found += [section.first_page_header] if section.different_first_page_header_footer else []
    return found + ([section.even_page_header] if even else [])
