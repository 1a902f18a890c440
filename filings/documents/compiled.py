"""A Word template made ready once: its parts, the Jinja source of what is printed, the code.

It is known by its content, so that a template saved anew is read anew, whatever its date says. The code does not depend
on the wording and holds nothing of a filing: threads share it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from types import CodeType

from docxtpl import DocxTemplate
from lxml import etree

from filings.documents import breaks, filters, package, tags
from filings.documents.sandbox import Sandbox, explained
from filings.errors import FilingError, TemplateError
from filings.russian.typography import typeset

_STATIC_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<{]+)</w:t>")


@dataclass(frozen=True)
class PrintedPart:
    """One part that Jinja fills: its name in the zip, its source with a line for every tag, its code."""

    name: str
    source: str
    code: CodeType


@dataclass(frozen=True)
class Compiled:
    """All that filling needs of the template `name`.

    `packed` are the parts that no filing changes; `typeset` holds the template's own texts and what becomes of them.
    """

    name: str
    parts: Mapping[str, bytes]
    packed: Mapping[str, package.Packed]
    printed: tuple[PrintedPart, ...]
    signatures: frozenset[str]
    typeset: Mapping[str, str]


def compiled(template: Path) -> Compiled:
    """The template ready for filling; TemplateError names the paragraph and the tag that are wrong."""
    return _of_content(template.name, package.content_of(template))


def sources(template: Path) -> dict[str, str]:
    """Jinja source of every printed part: tags mended, on lines of their own; refuses tags where nothing fills them."""
    content = package.content_of(template)
    return _sources(template.name, content, package.read(content, template.name))


@lru_cache(maxsize=256)
def _of_content(name: str, content: bytes) -> Compiled:
    parts = package.read(content, name)
    environment = Sandbox(filters.names(), str)
    written = _sources(name, content, parts)
    printed = tuple(PrintedPart(part, source, _code(name, environment, source)) for part, source in written.items())
    texts = {unescape(text) for source in written.values() for text in _STATIC_TEXT.findall(source)}
    return Compiled(
        name=name,
        parts=parts,
        packed={part: package.pack(xml) for part, xml in parts.items() if part not in (*written, package.CORE)},
        printed=printed,
        signatures=breaks.signature_styles(parts),
        typeset={text: typeset(text) for text in texts},
    )


def _sources(name: str, content: bytes, parts: Mapping[str, bytes]) -> dict[str, str]:
    printed = package.printed_parts(parts)
    for part in parts:
        if part not in printed:
            _refuse_unfilled(name, part, parts[part])
    return {part: _patched(name, content, part, parts[part]) for part in printed}


def _refuse_unfilled(template: str, part: str, content: bytes) -> None:
    if part.endswith((".xml", ".rels")) and (found := tags.TAG.search(content.decode("utf-8", "replace"))):
        where = "в свойствах файла" if part.startswith("docProps/") else f"в части «{part}»"
        raise TemplateError(f"Шаблон «{template}»: тег {found.group()} стоит {where}, там он не заполнится.")


def _patched(template: str, content: bytes, part: str, xml: bytes) -> str:
    # attributes and declarations in one spelling, as docxtpl's expressions expect it
    mended = tags.mended(etree.tostring(package.parse(xml, part), encoding="unicode"))
    for _, why in tags.lost_text(package.parse(mended, part)):
        raise TemplateError(f"Шаблон «{template}»: {why}")
    return tags.numbered(DocxTemplate(io.BytesIO(content)).patch_xml(mended))


def _code(template: str, environment: Sandbox, source: str) -> CodeType:
    try:
        return environment.compile(source, filename="<template>")
    except Exception as error:
        raise placed(template, error, source) from error


def placed(template: str, error: Exception, source: str) -> FilingError:
    """The error with the paragraph and the tag of `source` where it arose, in Russian."""
    if isinstance(error, FilingError) and not isinstance(error, TemplateError):
        return error
    place = tags.place_of(error, source)
    where = f" {place}" if place else ""
    return TemplateError(f"Шаблон «{template}»{where}: {explained(error, filters.names())}.")
