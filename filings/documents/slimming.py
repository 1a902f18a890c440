"""A lighter Word file with the same text and the same pages: LibreOffice reads every style, used or not, each time.

What goes: built-in styles that nothing uses, previews, data beside the document, marks of editing sessions.
Styles that a person made stay, used or not: they are the lawyer's tools.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from lxml import etree

from filings.documents import package
from filings.documents.tags import W
from filings.errors import TemplateError

_STYLES = "word/styles.xml"
_NEEDLESS_PART = re.compile(
    r"customXml/|docProps/thumbnail|word/(stylesWithEffects|webSettings)\.xml|.*printerSettings"
)
_USES = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}styleLink", f"{W}numStyleLink", f"{W}clickAndTypeStyle")
_NEEDLESS = (f"{W}proofErr", f"{W}lastRenderedPageBreak", f"{W}rsids")
_SESSION = re.compile(rf"{re.escape(W)}rsid\w*")


@dataclass(frozen=True)
class Slimmed:
    """The lighter file, and what it is lighter by: bytes of XML before and after, styles that went."""

    content: bytes
    before: int
    after: int
    styles: int


def slimmed(name: str, content: bytes) -> Slimmed:
    """The Word file without what neither the reader nor the page needs; TemplateError when it is no Word file."""
    parts = package.read(content, name)
    before = sum(map(len, parts.values()))
    kept = {part: xml for part, xml in parts.items() if not _NEEDLESS_PART.match(part)}
    trees = {part: package.parse(xml, part) for part, xml in kept.items() if part.endswith((".xml", ".rels"))}
    _forget_parts(trees, set(parts) - set(kept))
    for part, tree in trees.items():
        if part.startswith("word/"):
            _clean(tree)
    dropped = _drop_styles(trees) if _STYLES in trees else 0
    made = kept | {part: _xml(tree) for part, tree in trees.items()}
    return Slimmed(package.write(made, level=9), before, sum(map(len, made.values())), dropped)


def _forget_parts(trees: dict[str, etree._Element], gone: set[str]) -> None:
    """No list of parts names one that is not there."""
    for part, tree in trees.items():
        for entry in list(tree) if part == "[Content_Types].xml" or part.endswith(".rels") else []:
            if entry.get("TargetMode") != "External" and _target(part, entry) in gone:
                tree.remove(entry)


def _target(part: str, entry: etree._Element) -> str:
    if entry.get("PartName"):
        return entry.get("PartName", "").lstrip("/")
    target = entry.get("Target", "")
    # relationships of a/b.xml lie in a/_rels/b.xml.rels and are counted from a/
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(dirname(part)), target))


def _clean(tree: etree._Element) -> None:
    for node in [*tree.iter(*_NEEDLESS)]:
        if (above := node.getparent()) is not None:
            above.remove(node)
    for node in tree.iter(etree.Element):
        for attribute in [name for name in node.attrib if _SESSION.fullmatch(name)]:
            del node.attrib[attribute]


def _drop_styles(trees: dict[str, etree._Element]) -> int:
    """How many went; those based on each other in a circle end LibreOffice and are refused."""
    styles = trees[_STYLES]
    by_id = {style.get(f"{W}styleId", ""): style for style in styles.findall(f"{W}style")}
    used = {node.get(f"{W}val", "") for part, tree in trees.items() if part != _STYLES for node in tree.iter(*_USES)}
    used |= {name for name, style in by_id.items() if _is_kept(style)}
    needed = set(_with_ancestors(used, by_id))
    gone = set(by_id) - needed
    for name in gone:
        styles.remove(by_id[name])
    for reference in [*styles.iter(f"{W}next", f"{W}link")]:
        if reference.get(f"{W}val") in gone:
            reference.getparent().remove(reference)
    for exception in [*styles.iter(f"{W}lsdException")]:
        exception.getparent().remove(exception)
    return len(gone)


def _is_kept(style: etree._Element) -> bool:
    is_own = style.get(f"{W}customStyle") in ("1", "true") and style.get(f"{W}type") != "table"
    return is_own or style.get(f"{W}default") in ("1", "true")


def _with_ancestors(names: Iterable[str], by_id: dict[str, etree._Element]) -> Iterator[str]:
    for name in names:
        line: list[str] = []
        while name in by_id and line[-1:] != [name]:  # based on itself is based on nothing
            if name in line:
                raise TemplateError(f"Стили «{name}» и «{line[-1]}» основаны друг на друге: исправьте это в Word.")
            line.append(name)
            based = by_id[name].find(f"{W}basedOn")
            name = "" if based is None else based.get(f"{W}val", "")
        yield from line


def _xml(tree: etree._Element) -> bytes:
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
