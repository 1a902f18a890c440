"""Several Word files of one style as one file: LibreOffice begins once, and each after the first costs half.

A document of one page costs twenty milliseconds of beginning and ending and a few of its own. Joined are only
documents whose pages cannot depend on each other: one style, one header, no lists, no notes, no count of all pages.
They are read as text, as our own filling has written them: anything written otherwise lies alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pikepdf
from lxml import etree

from filings.documents import package

_BODY = "word/document.xml"
_OWN_PARTS = {_BODY, package.CORE}
_WHOLE = re.compile(rb"(.*<w:document [^>]*><w:body>)(.*</w:p>)(<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>)(.*)", re.S)
_LAST_PARAGRAPH = re.compile(rb".*(<w:p(?: [^>]*)?>)(?:(<w:pPr>.*?)(?=</w:pPr>))?", re.S)
_FIRST_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>(?:<w:pPr>.*?</w:pPr>)?", re.S)
_HEADERS = re.compile(rb"<w:(?:header|footer)Reference [^>]*>")
_AFTER_NUMBERS = re.compile(
    rb"<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid)\b|</w:s"
)
# Lists and notes are counted through a whole file, bookmarks have one name in it, and a section may begin its own way.
_ENTANGLED = re.compile(
    rb"<w:(?:numPr|bookmarkStart|footnoteReference|endnoteReference|commentReference|altChunk|pgNumType|type|pPrChange)\b"
)
# Of the fields, only the number of this page is the same wherever the document lies.
_FIELD = re.compile(rb"<w:instrText[^>]*>([^<]*)<|w:instr=\"([^\"]*)\"")
_MARK = "part"


@dataclass(frozen=True)
class Sheaf:
    """Documents that may be joined, by name and in order."""

    documents: dict[str, bytes]
    _opened: tuple[_Opened, ...]

    def joined(self) -> bytes:
        """One Word file of them, each beginning on a page of its own that has the number one."""
        first, *others = self._opened
        *before, last = first.body, *(_marked(other.body, number) for number, other in enumerate(others, 1))
        sections = [first.section, *(_from_one(other.section) for other in others)]
        ended = [_ended(body, section) for body, section in zip(before, sections, strict=False)]
        xml = b"".join((first.head, *ended, last, sections[-1], first.tail))
        return package.write(first.parts | {_BODY: xml})


@dataclass(frozen=True)
class _Opened:
    """A Word file with its body, and what must be equal in those of one sheaf: the `look`."""

    parts: dict[str, bytes]
    look: tuple[object, ...]
    head: bytes
    body: bytes
    section: bytes
    tail: bytes


def sheaves(documents: Mapping[str, bytes]) -> list[Sheaf]:
    """The Word files by name, in their order, those of one look together; each is in one sheaf."""
    found: dict[object, list[tuple[str, _Opened | None]]] = {}
    for name, docx in documents.items():
        opened = _open(docx) if len(documents) > 1 else None
        found.setdefault(opened.look if opened else name, []).append((name, opened))
    return [
        Sheaf({name: documents[name] for name, _ in alike}, tuple(opened for _, opened in alike if opened))
        for alike in found.values()
    ]


def first_pages(document: pikepdf.Pdf, count: int) -> list[int] | None:
    """The page, from 0, on which each of `count` joined documents begins; None when the PDF does not tell them all."""
    marks = document.Root.get("/Dests", {})
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    found = [0, *(pages.get(_page(marks.get(f"/{_MARK}{number}")), -1) for number in range(1, count))]
    return found if all(here < there for here, there in pairwise(found)) else None


def _page(mark: pikepdf.Object | None) -> tuple[int, int] | None:
    if mark is None:
        return None
    place = mark.get("/D") if isinstance(mark, pikepdf.Dictionary) else mark
    return place[0].objgen


def _open(docx: bytes) -> _Opened | None:
    """None for a document that lies alone."""
    parts = package.read(docx, "")
    xml = parts.get(_BODY, b"")
    if _ENTANGLED.search(xml) or xml.count(b"<w:sectPr") != 1 or not all(map(_counts_nothing, parts.values())):
        return None
    if (whole := _WHOLE.fullmatch(xml)) is None:
        return None
    head, body, section, tail = whole.groups()
    shared = tuple((name, _canonical(part)) for name, part in sorted(parts.items()) if name not in _OWN_PARTS)
    return _Opened(parts, (head, tail, tuple(_HEADERS.findall(section)), shared), head, body, section, tail)


def _counts_nothing(part: bytes) -> bool:
    return all((field[1] or field[2] or b"PAGE").split()[:1] == [b"PAGE"] for field in _FIELD.finditer(part))


@lru_cache(maxsize=512)
def _canonical(part: bytes) -> bytes:
    """The same for the same XML, whoever wrote it."""
    try:
        return etree.tostring(etree.fromstring(part, package.PARSER), method="c14n")
    except (etree.XMLSyntaxError, ValueError):
        return part


def _ended(body: bytes, section: bytes) -> bytes:
    """The properties of a section that is not the last stand in its last paragraph."""
    last = _LAST_PARAGRAPH.match(body)
    if last[2]:
        return body[: last.end()] + section + body[last.end() :]
    return body[: last.end(1)] + b"<w:pPr>" + section + b"</w:pPr>" + body[last.end(1) :]


def _marked(body: bytes, number: int) -> bytes:
    """With a bookmark at its beginning, which becomes a destination in the PDF."""
    place = _FIRST_PARAGRAPH.search(body).end()
    mark = b'<w:bookmarkStart w:id="%d" w:name="%s%d"/><w:bookmarkEnd w:id="%d"/>'
    return body[:place] + mark % (number, _MARK.encode(), number, number) + body[place:]


def _from_one(section: bytes) -> bytes:
    place = _AFTER_NUMBERS.search(section).start()
    return section[:place] + b'<w:pgNumType w:start="1"/>' + section[place:]
