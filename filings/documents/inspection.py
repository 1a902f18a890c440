"""Every fault of a template at once, each with its place: for the command line and for comments in the Word file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from docxtpl import DocxTemplate
from jinja2 import TemplateError as JinjaError
from lxml import etree

from filings.documents import filters, package, tags
from filings.documents.contract import Names, wrong_names
from filings.documents.sandbox import Sandbox, explained

_MOST = 100
_OPENING = re.compile(r"\{\{|\{%")
_BLOCK = re.compile(r"\{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?(if|elif|for|set)\s(.*?)[-+]?%\}", re.DOTALL)
_ALONE = {"if": "{{% if {} %}}{{% endif %}}", "elif": "{{% if {} %}}{{% endif %}}", "set": "{{% set {} %}}"}
_ALONE["for"] = "{{% for {} %}}{{% endfor %}}"


@dataclass(frozen=True)
class Fault:
    """What is wrong and where, in Russian; `paragraph` counts from 0 in its part, `tag` from 0 in its paragraph."""

    place: str
    message: str
    part: str = ""
    paragraph: int | None = None
    tag: int | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


def inspect(name: str, content: bytes, names: Names) -> list[Fault]:
    """Faults of the template in the bytes of a Word file, in reading order; TemplateError when it is no Word file.

    `names` is the tree of what a template of this kind can read. No more than a hundred faults of a part are told:
    whoever has more mends these first.
    """
    parts = package.read(content, name)
    printed = package.printed_parts(parts)
    found = list(_unfilled(parts, printed))
    for part in printed:
        found += _Part(part, content, parts[part]).faults(names)
    return list(dict.fromkeys(found))


def _unfilled(parts: Mapping[str, bytes], printed: list[str]) -> Iterator[Fault]:
    """Tags where nothing fills them."""
    for part, content in parts.items():
        tag = tags.TAG.search(content.decode("utf-8", "replace")) if part.endswith((".xml", ".rels")) else None
        if tag and part not in printed:
            where = "в свойствах файла" if part.startswith("docProps/") else f"в части «{part}»"
            yield Fault(where, f"тег {tag.group()} там не заполнится: перенесите его в текст или уберите", part)


class _Part:
    """One printed part: its paragraphs, and its Jinja source with a line for every tag."""

    def __init__(self, name: str, content: bytes, xml: bytes) -> None:
        self._name = name
        mended = tags.mended(etree.tostring(package.parse(xml, name), encoding="unicode"))
        self._tree = package.parse(mended, name)
        self._paragraphs = list(self._tree.iter(f"{tags.W}p"))
        self._texts = [tags.own_text(paragraph) for paragraph in self._paragraphs]
        self._source = tags.numbered(DocxTemplate(io.BytesIO(content)).patch_xml(mended))
        self._environment = Sandbox(filters.names(), str)

    def faults(self, names: Names) -> Iterator[Fault]:
        """In the order of the paragraphs."""
        found = [*islice(self._losing_text(), _MOST), *islice(self._in_jinja(names), _MOST)]
        known = {fault.paragraph for fault in found}
        found += [fault for fault in islice(self._leftovers(), _MOST) if fault.paragraph not in known]
        yield from sorted(found, key=lambda fault: (fault.paragraph or 0, fault.tag or 0))

    def _losing_text(self) -> Iterator[Fault]:
        for paragraph, why in tags.lost_text(self._tree):
            yield Fault("", why, self._name, self._paragraphs.index(paragraph))

    def _in_jinja(self, names: Names) -> Iterator[Fault]:
        try:
            tree = self._environment.parse(self._source)
        except JinjaError as error:
            yield self._placed(error, explained(error, filters.names()))
            yield from self._tags_alone()
        else:
            for node, message in wrong_names(tree, names, self._environment):
                error = JinjaError(message)
                error.lineno = node.lineno  # type: ignore[attr-defined]
                yield self._placed(error, message)

    def _placed(self, error: Exception, message: str) -> Fault:
        paragraph, tag = self._of_tag(tags.number_of_tag(error, self._source))
        return Fault(tags.place_of(error, self._source), message, self._name, paragraph, tag)

    def _of_tag(self, number: int | None) -> tuple[int | None, int | None]:
        """Paragraph and place in it of the tag of this number in the part."""
        left = number
        for paragraph, text in enumerate(self._texts):
            here = len(_OPENING.findall(text))
            if left is not None and left < here:
                return paragraph, left
            left = None if left is None else left - here
        return None, None

    def _tags_alone(self) -> Iterator[Fault]:
        """Jinja stops at the first fault: every other tag is then looked at by itself."""
        for paragraph, text in enumerate(self._texts):
            for number, tag in enumerate(tags.TAG.findall(text)):
                if why := self._alone(tag):
                    place = f"в абзаце «{tags.shortened(text)}», в теге {tags.shortened(tag, 160)}"
                    yield Fault(place if text.strip() != tag else f"в теге {tag}", why, self._name, paragraph, number)

    def _alone(self, tag: str) -> str:
        block = _BLOCK.fullmatch(tag)
        if not block and not tag.startswith("{{"):
            return ""
        try:
            tree = self._environment.parse(_ALONE[block[1]].format(block[2]) if block else tag)
        except JinjaError as error:
            return explained(error, filters.names())
        unknown = (message for _, message in wrong_names(tree, {}, self._environment) if "нет фильтра" in message)
        return next(unknown, "")

    def _leftovers(self) -> Iterator[Fault]:
        for paragraph, text in enumerate(self._texts):
            if re.search(r"[{}]", tags.TAG.sub("", text)):
                why = "остались фигурные скобки. Тег пишется {{ имя }} или {% if … %}, без пробела между скобками"
                yield Fault(f"в абзаце «{tags.shortened(text)}»", why, self._name, paragraph)
