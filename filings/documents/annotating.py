"""A copy of a Word file with remarks as Word comments, each at its tag or at its paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.builder import ElementMaker

from filings.documents import package, tags
from filings.documents.inspection import Fault
from filings.documents.tags import W

AUTHOR = "Проверка шаблона"
_INITIALS = "ПШ"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_w = ElementMaker(namespace=W.strip("{}"), nsmap={"w": W.strip("{}")})


def annotated(name: str, content: bytes, faults: Sequence[Fault]) -> bytes:
    """The Word file `content` with a comment for each fault; what has no place in the text is told at its beginning.

    Word allows comments in the text only: a fault of a header or of a note is told at the beginning too.
    """
    parts = package.read(content, name)
    body = package.printed_parts(parts)[0]
    document = package.parse(parts[body], body)
    comments = _comments(parts, body)
    first = 1 + max((int(node.get(f"{W}id", "0")) for node in comments.iter(f"{W}comment")), default=-1)
    paragraphs = list(document.iter(f"{W}p")) or [etree.SubElement(document[0], f"{W}p")]
    for number, fault in enumerate(faults, first):
        is_here = fault.part == body and fault.paragraph is not None
        comments.append(_comment(number, fault.message if is_here else str(fault)))
        paragraph = paragraphs[fault.paragraph or 0 if is_here else 0]
        _mark(paragraph, number, fault.tag if is_here else None)
    parts[body], parts[_part_of(parts, body)] = _xml(document), _xml(comments)
    return package.write(parts, level=9)


def _comment(number: int, text: str) -> etree._Element:
    said = _w.p(_w.r(_w.t(text[:1].upper() + text[1:])))
    return _w.comment(said, {f"{W}id": str(number), f"{W}author": AUTHOR, f"{W}initials": _INITIALS})


def _mark(paragraph: etree._Element, number: int, tag: int | None) -> None:
    """The range of the comment around the runs of the tag, or around the whole paragraph."""
    runs = list(_runs_of_tag(paragraph, tag)) or [run for run in paragraph.iter(f"{W}r") if _owner(run) is paragraph]
    mark = {f"{W}id": str(number)}
    reference = _w.r(_w.commentReference(mark))
    if runs:
        runs[0].addprevious(_w.commentRangeStart(mark))
        runs[-1].addnext(reference)
        runs[-1].addnext(_w.commentRangeEnd(mark))
    else:
        paragraph.append(reference)


def _runs_of_tag(paragraph: etree._Element, tag: int | None) -> Iterator[etree._Element]:
    """The runs over which the tag of this number is spread."""
    found = list(tags.TAG.finditer(tags.own_text(paragraph)))
    if tag is None or tag >= len(found):
        return
    place = 0
    for run in paragraph.iter(f"{W}r"):
        if _owner(run) is paragraph:
            length = sum(len(node.text or "") for node in run.findall(f"{W}t"))
            if length and place < found[tag].end() and place + length > found[tag].start():
                yield run
            place += length


def _owner(run: etree._Element) -> etree._Element | None:
    return next(run.iterancestors(f"{W}p"), None)


def _comments(parts: dict[str, bytes], body: str) -> etree._Element:
    """The comments that are there already; otherwise the part is made known to the document."""
    name = _part_of(parts, body)
    if name in parts:
        return package.parse(parts[name], name)
    types = package.parse(parts["[Content_Types].xml"], "[Content_Types].xml")
    etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=_TYPE)
    parts["[Content_Types].xml"] = _xml(types)
    relations_name = _relations_of(body)
    empty = f'<Relationships xmlns="{_RELATIONS.strip("{}")}"/>'.encode()
    relations = package.parse(parts.get(relations_name, empty), relations_name)
    target = name.removeprefix(body.rpartition("/")[0] + "/")
    etree.SubElement(relations, f"{_RELATIONS}Relationship", Id="rIdRemarks", Type=_RELATION, Target=target)
    parts[relations_name] = _xml(relations)
    return _w.comments()


def _part_of(parts: dict[str, bytes], body: str) -> str:
    """The name of the comments: as the content types say, or beside the text."""
    types = package.parse(parts["[Content_Types].xml"], "[Content_Types].xml")
    named = (node.get("PartName", "").lstrip("/") for node in types if node.get("ContentType") == _TYPE)
    return next(named, f"{body.rpartition('/')[0]}/comments.xml".lstrip("/"))


def _relations_of(body: str) -> str:
    folder, _, file = body.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _xml(tree: etree._Element) -> bytes:
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
