"""Fills a Word template: strict, escaped, sandboxed, and refused rather than printed with a loss."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import Template
from lxml import etree

from filings.documents import breaks, columns, filters, package, tags, word_text
from filings.documents.sandbox import UNMASK, Sandbox, explained
from filings.errors import AnswersError, FilingError, Problem, TemplateError
from filings.russian.typography import typeset

if TYPE_CHECKING:
    from filings.russian.wording import Wording

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\U0010f100\U0010f101]")
_BRACE = re.compile(r"[{}]")
_QUOTES = str.maketrans(dict.fromkeys("«»„“”", '"') | dict.fromkeys("‘’", "'") | dict.fromkeys("–—−‑", "-"))


def fill(
    template: Path, context: Mapping[str, Any], wording: "Wording", *, title: str = "", author: str = "", on: date
) -> bytes:
    """The .docx made of `template` and `context`; equal arguments give equal bytes.

    `context` holds str, int, Decimal, bool, date, None, and dicts and lists of these. `title`, `author` and `on`
    go into the file's properties. TemplateError names the paragraph and the tag, AnswersError the bad value.
    Every text that the template prints is read back from the result: nothing is lost on the way.
    """
    values = plain(context)
    parts = dict(package.read_file(template))
    environment = filters.environment(wording)
    signatures = breaks.signature_styles(parts)
    for name, source, code in _compiled(template, template.stat().st_mtime_ns):
        tree = _rendered(template, name, source, Template.from_code(environment, code, {}), values)
        breaks.keep_signature(tree, signatures)
        parts[name] = _serialised(tree)
    if package.CORE in parts:
        parts[package.CORE] = package.core_properties(title, author, on)
    docx = package.write(parts)
    if lost := missing_values(docx, environment.printed):
        raise TemplateError(f"Шаблон «{template.name}»: в документе потерялось «{tags.shortened(lost[0])}».")
    return docx


def plain(value: Any, path: str = "") -> Any:
    """A copy of `value` made of plain types, line ends as \\n; AnswersError names what Word cannot print."""
    match value:
        case None | bool() | date() | datetime():
            return value
        case str():
            return _printable(str(value), path)
        case int() | Decimal() if type(value) in (int, Decimal):
            return value
        case dict():
            return {_key(key, path): plain(item, f"{path}.{key}".lstrip(".")) for key, item in value.items()}
        case list():
            return [plain(item, f"{path}.{number}") for number, item in enumerate(value, 1)]
    raise TemplateError(f"Значение «{path}» — {type(value).__name__}: в шаблон идут только простые значения.")


def _key(key: Any, path: str) -> str:
    if isinstance(key, str):
        return str(key)
    raise TemplateError(f"В значении «{path}» имя поля — не строка.")


def _printable(text: str, path: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if bad := _UNPRINTABLE.search(text):
        code = f"U+{ord(bad.group()):04X}"
        raise AnswersError([Problem(path, f"есть знак, который нельзя напечатать ({code}). Наберите текст заново.")])
    return text


def sources(template: Path) -> dict[str, str]:
    """Jinja source of every printed part: tags mended, on lines of their own; refuses tags where nothing fills them."""
    parts = package.read_file(template)
    printed = package.printed_parts(parts)
    for name in parts:
        if name not in printed:
            _refuse_unfilled(template, name, parts[name])
    return {name: _patched(template, name, parts[name]) for name in printed}


def _refuse_unfilled(template: Path, name: str, content: bytes) -> None:
    if name.endswith((".xml", ".rels")) and (found := tags.TAG.search(content.decode("utf-8", "replace"))):
        where = "в свойствах файла" if name.startswith("docProps/") else f"в части «{name}»"
        raise TemplateError(f"Шаблон «{template.name}»: тег {found.group()} стоит {where}, там он не заполнится.")


def _patched(template: Path, name: str, content: bytes) -> str:
    # attributes and declarations in one spelling, as docxtpl's expressions expect it
    xml = tags.mended(etree.tostring(package.parse(content, name), encoding="unicode"))
    try:
        tags.refuse_lost_text(package.parse(xml, name))
    except TemplateError as error:
        raise TemplateError(f"Шаблон «{template.name}»: {error.message}") from error
    return tags.numbered(DocxTemplate(template).patch_xml(xml))


@lru_cache(maxsize=256)
def _compiled(template: Path, _modified: int) -> tuple[tuple[str, str, CodeType], ...]:
    """Part, source and code of every printed part; code does not depend on the wording and may be shared by threads."""
    environment = Sandbox(filters.names(), str)
    return tuple((name, source, _code(template, environment, source)) for name, source in sources(template).items())


def _code(template: Path, environment: Sandbox, source: str) -> CodeType:
    try:
        return environment.compile(source, filename="<template>")
    except Exception as error:
        raise _placed(template, error, source) from error


def _rendered(template: Path, name: str, source: str, code: Template, values: dict[str, Any]) -> etree._Element:
    try:
        xml = code.render(values)
    except Exception as error:
        raise _placed(template, error, source) from error
    # one DocxTemplate per part: it holds state and is not safe to share
    word = DocxTemplate(template)
    word.docx_ids_index = 1000
    xml = word.resolve_listing(xml)
    package.parse(xml, name)  # docxtpl itself parses with recover=True and would drop the rest of a broken paragraph
    tree = word.fix_tables(xml)
    word.fix_docpr_ids(tree)
    _typeset(tree)
    columns.fit(tree)
    _refuse_leftovers(template, tree)
    return tree


def _serialised(tree: etree._Element) -> bytes:
    text = etree.tostring(tree, encoding="unicode").translate(UNMASK)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text.encode()


def _typeset(tree: etree._Element) -> None:
    """The lawyer's own text too: «ст. 131» and «№ {{ номер }}» get non-breaking spaces, nested quotes their form."""
    for node in tree.iter(f"{tags.W}t"):
        if node.text and not node.text.isalpha():
            node.text = typeset(node.text)


def _refuse_leftovers(template: Path, tree: etree._Element) -> None:
    for paragraph in tree.iter(f"{tags.W}p"):
        text = tags.own_text(paragraph)
        if _BRACE.search(text):
            around = tags.shortened(text.translate(UNMASK))
            raise TemplateError(
                f"Шаблон «{template.name}»: в абзаце «{around}» остались фигурные скобки."
                " Тег пишется {{ имя }} или {% if … %}, без пробела между скобками."
            )


def _placed(template: Path, error: Exception, source: str) -> FilingError:
    if isinstance(error, FilingError) and not isinstance(error, TemplateError):
        return error
    place = tags.place_of(error, source)
    where = f" {place}" if place else ""
    return TemplateError(f"Шаблон «{template.name}»{where}: {explained(error, filters.names())}.")


def missing_values(docx: bytes, expected: Iterable[str]) -> list[str]:
    """Those of `expected` that are not to be read in the document; what typography changes may differ."""
    text = _essence(word_text.text_of(docx))
    return [value for value in expected if _essence(value) not in text]


def _essence(text: str) -> str:
    return re.sub(r"\.+", ".", "".join(text.translate(_QUOTES).replace("₽", "руб.").split()))
