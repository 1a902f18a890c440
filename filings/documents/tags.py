"""Jinja tags inside Word XML: mended as Word's autocorrect left them, checked, and found again when they fail."""

import re
import traceback
from collections.abc import Iterator
from html import unescape

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
# Word splits a tag over runs, so that XML stands between and inside the braces.
_RAW = re.compile(r"\{(?:<[^>]*>)*[{%#](?:(?!</w:p>).)*?[}%#](?:<[^>]*>)*\}", re.DOTALL)
_PIECE = re.compile(r"""<[^>]*>|"[^"<]*"|'[^'<]*'|.""", re.DOTALL)
_TYPED = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "–": "-", "—": "-", "−": "-", "…": "..."}
    | dict.fromkeys("«»„“”", '"')
    | dict.fromkeys("‘’‚‹›", "'")
)
_MARKER = re.compile(r"\{[{%#](p|tr|tc|r)\s.*?[}%#]\}", re.DOTALL)
_PRINTING_MARKER = re.compile(r"\{\{(p|tr|tc|r)\s")
_OWNER = {"p": "p", "tr": "tr", "tc": "tc"}
_PLACE = {"p": "в своём абзаце", "tr": "в своей строке таблицы", "tc": "в своей ячейке таблицы"}


def mended(xml: str) -> str:
    """`xml` with « », „ “, –, non-breaking spaces inside tags turned into what Jinja reads; literals in "" are kept."""
    return _RAW.sub(lambda tag: _PIECE.sub(_mend_piece, tag.group()), xml)


def _mend_piece(piece: re.Match[str]) -> str:
    text = piece.group()
    return text if len(text) > 1 else text.translate(_TYPED)


def lost_text(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Paragraphs with a tag that would swallow what stands beside it, where docxtpl loses it; and what to do."""
    for paragraph in root.iter(f"{W}p"):
        text = own_text(paragraph)
        if _PRINTING_MARKER.search(text):
            yield paragraph, f"В абзаце «{shortened(text)}» тег печати начат с буквы: пишите просто {{{{ имя }}}}."
        for marker in _MARKER.finditer(text):
            if marker.group(1) in _OWNER and (why := _neighbours(paragraph, marker)):
                yield paragraph, why


def _neighbours(paragraph: etree._Element, marker: re.Match[str]) -> str:
    kind = marker.group(1)
    owner = paragraph if kind == "p" else next(paragraph.iterancestors(f"{W}{_OWNER[kind]}"), None)
    if owner is None:
        return f"Тег {marker.group()} стоит не в таблице: пишите {{%p … %}} для абзаца."
    everything = "".join(owner.itertext(f"{W}t"))
    if everything.replace(marker.group(), "", 1).strip():
        return f"Тег {marker.group()} должен стоять один {_PLACE[kind]}, а там ещё текст: «{shortened(everything)}»."
    return ""


def own_text(paragraph: etree._Element) -> str:
    """Text of one paragraph without that of text boxes anchored in it."""
    return "".join(
        node.text or "" for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p"), None) is paragraph
    )


def numbered(source: str) -> str:
    """`source` with a line break inside every tag, so that Jinja's line number in an error tells which tag it was."""
    return re.sub(r"(\{\{|\{%)([-+]?)", r"\1\2\n", source.replace("\n", " "))


def place_of(error: BaseException, source: str) -> str:
    """«в абзаце «…», тег {{ … }}» for an error that Jinja raised over the `numbered` source."""
    line = _line_of(error, source)
    if not line:
        return ""
    start = _offset(source, line)
    opened = max(source.rfind("{{", 0, start), source.rfind("{%", 0, start))
    tag = source[opened : _end_of_tag(source, start)]
    around = _paragraph(source, start)
    where = f"в абзаце «{shortened(around)}», " if around and around != shortened(tag) else ""
    return f"{where}в теге {shortened(_text(tag), 160)}"


def number_of_tag(error: BaseException, source: str) -> int | None:
    """The same place as a number: how many tags the part has before that one."""
    line = _line_of(error, source)
    return line - 2 if line and line > 1 else None


def _line_of(error: BaseException, source: str) -> int | None:
    if "Unexpected end of template" in str(error):
        return _unclosed_line(source)
    return getattr(error, "lineno", None) or _template_line(error)


def _template_line(error: BaseException) -> int | None:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return frames[-1].lineno if frames else None


def _unclosed_line(source: str) -> int | None:
    """Line of the innermost block that nothing closes; Jinja itself names only the end of the part."""
    opened: list[int] = []
    for block in re.finditer(r"\{%[-+]?\s*(end)?(if|for|macro|set|call|filter)\b([^%]*)", source):
        if block[1]:
            opened = opened[:-1]
        elif block[2] != "set" or "=" not in block[3]:
            opened.append(source.count("\n", 0, block.start()) + 2)
    return opened[-1] if opened else None


def _offset(source: str, line: int) -> int:
    lines = source.split("\n")
    return sum(len(text) + 1 for text in lines[: min(line, len(lines)) - 1])


def _end_of_tag(source: str, start: int) -> int:
    end = re.compile(r"[}%#]\}").search(source, start)
    return end.end() if end else len(source)


def _paragraph(source: str, start: int) -> str:
    opened = max(source.rfind("<w:p>", 0, start), source.rfind("<w:p ", 0, start))
    closed = source.find("</w:p>", start)
    inside = source[opened : closed if closed >= 0 else len(source)] if opened >= 0 else ""
    return "" if "</w:p>" in inside else _text(inside)


def _text(xml: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", xml)).split())


def shortened(text: str, limit: int = 120) -> str:
    """`text` on one line, cut at `limit` characters."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
