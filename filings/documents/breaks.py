"""Page breaks that a style alone cannot prevent.

A signature never stands on a page without the text it signs, nor «Также прошу:» without what is asked for.
"""

from lxml import etree

from filings.documents import package
from filings.documents.tags import W, own_text

SIGNATURE = "подпись"


def signature_styles(parts: dict[str, bytes]) -> frozenset[str]:
    """Identifiers of the styles that a lawyer sees in Word as «Подпись»; Word names identifiers as it likes."""
    if "word/styles.xml" not in parts:
        return frozenset()
    styles = package.parse(parts["word/styles.xml"], "word/styles.xml").iter(f"{W}style")
    return frozenset(style.get(f"{W}styleId", "") for style in styles if _name(style).lower() == SIGNATURE)


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(f"{W}val", "")


def keep_signature(tree: etree._Element, styles: frozenset[str]) -> None:
    """Tie whatever stands before a signature to it, through empty paragraphs up to the last words or table row."""
    if not styles:
        return
    for style in tree.iter(f"{W}pStyle"):
        if style.get(f"{W}val") in styles:
            # w:p holds w:pPr, which holds w:pStyle
            _tie_previous(style.getparent().getparent())


def keep_announcements(tree: etree._Element) -> None:
    """Tie a line that ends with a colon to what it announces: a list, a table, a quotation."""
    for body in tree.iter(f"{W}body"):
        for paragraph in body.findall(f"{W}p"):
            if own_text(paragraph).rstrip().endswith(":"):
                _keep_with_next(paragraph)


def _tie_previous(paragraph: etree._Element) -> None:
    before = paragraph.getprevious()
    while before is not None and before.tag == f"{W}p":
        _keep_with_next(before)
        if own_text(before).strip():
            return
        before = before.getprevious()
    if before is not None and before.tag == f"{W}tbl" and (rows := before.findall(f"{W}tr")):
        for inside in rows[-1].iter(f"{W}p"):
            _keep_with_next(inside)


def _keep_with_next(paragraph: etree._Element) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{W}keepNext") is None:
        # the schema wants it right after the style
        properties.insert(1 if properties.find(f"{W}pStyle") is not None else 0, etree.Element(f"{W}keepNext"))
