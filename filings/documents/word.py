"""Fills a Word template: strict, escaped, sandboxed, and refused rather than printed with a loss."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import Template
from lxml import etree

from filings.documents import breaks, columns, filters, package, tags, word_text
from filings.documents.compiled import Compiled, PrintedPart, compiled, placed
from filings.documents.sandbox import UNMASK, Sandbox
from filings.errors import AnswersError, Problem, TemplateError
from filings.russian.typography import typeset

if TYPE_CHECKING:
    from filings.russian.wording import Wording

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\U0010f100\U0010f101]")
_BRACE = re.compile(r"[{}]")
_POINTS = re.compile(r"\.\.+")
# What docxtpl makes line breaks, tabulators, paragraphs and pages of; the template's own are in no source.
_CONTROLS = re.compile(r"[\n\t\a\f]")
_UNMASKED = [(chr(masked).encode(), brace.encode()) for masked, brace in UNMASK.items()]
_QUOTES = str.maketrans(dict.fromkeys("«»„“”", '"') | dict.fromkeys("‘’", "'") | dict.fromkeys("–—−‑", "-"))


def fill(
    template: Path, context: Mapping[str, Any], wording: "Wording", *, title: str = "", author: str = "", on: date
) -> bytes:
    """The .docx made of `template` and `context`; equal arguments give equal bytes.

    `context` holds str, int, Decimal, bool, date, None, and dicts and lists of these. `title`, `author` and `on`
    go into the file's properties. TemplateError names the paragraph and the tag, AnswersError the bad value.
    Every text that the template prints is found again in the result: nothing is lost on the way.
    """
    ready = compiled(template)
    values = plain(context)
    environment = filters.environment(wording)
    trees = {part.name: _rendered(ready, part, environment, values) for part in ready.printed}
    texts = [_checked_text(tree, template.name) for tree in trees.values()]
    if lost := _missing("\n".join(texts), environment.printed):
        raise TemplateError(f"Шаблон «{template.name}»: в документе потерялось «{tags.shortened(lost[0])}».")
    parts = ready.parts | {name: _serialised(tree) for name, tree in trees.items()}
    if package.CORE in parts:
        parts[package.CORE] = package.core_properties(title, author, on)
    return package.write(parts, packed=ready.packed)


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


def _rendered(ready: Compiled, part: PrintedPart, environment: Sandbox, values: dict[str, Any]) -> etree._Element:
    try:
        xml = Template.from_code(environment, part.code, {}).render(values)
    except Exception as error:
        raise placed(ready.name, error, part.source) from error
    tree = _without_docxtpl_s_marks(xml, part.name)
    finish(tree, ready, environment.printed)
    return tree


def _without_docxtpl_s_marks(xml: str, name: str) -> etree._Element:
    """What docxtpl does after Jinja, each step only where it would change anything."""
    if _CONTROLS.search(xml):
        xml = _docxtpl().resolve_listing(xml)
    # docxtpl itself parses with recover=True and would drop the rest of a broken paragraph
    tree = package.parse(xml, name)
    if columns.is_uneven(tree):
        tree = _docxtpl().fix_tables(xml)
    _docxtpl().fix_docpr_ids(tree)
    return tree


def _docxtpl() -> DocxTemplate:
    """A new one for each use: it holds state and is not safe to share. These steps read no file."""
    word = DocxTemplate("")
    word.docx_ids_index = 1000
    return word


def finish(tree: etree._Element, ready: Compiled, printed: Iterable[str] = ()) -> None:
    """What we add to a part that docxtpl would have made the same: typography, widths, what a page break may not part.

    The lawyer's own text is typeset too: «ст. 131», «№ {{ номер }}» get non-breaking spaces, nested quotes their form.
    `printed` is typeset already.
    """
    known = ready.typeset | {text: text for text in printed}
    for node in tree.iter(f"{tags.W}t"):
        if text := node.text:
            node.text = known.get(text) or typeset(text)
    columns.fit(tree)
    breaks.keep_signature(tree, ready.signatures)
    breaks.keep_announcements(tree)


def _serialised(tree: etree._Element) -> bytes:
    xml = etree.tostring(tree, encoding="UTF-8", xml_declaration=False)
    for masked, brace in _UNMASKED:
        xml = xml.replace(masked, brace)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml


def _checked_text(tree: etree._Element, template: str) -> str:
    """The text of a part, with no brace in it but those of the answers."""
    text = word_text.text_in(tree)
    if _BRACE.search(text):
        _refuse_leftovers(template, tree)
    return _unmasked(text)


def _unmasked(text: str) -> str:
    for masked, brace in UNMASK.items():
        text = text.replace(chr(masked), brace)
    return text


def _refuse_leftovers(template: str, tree: etree._Element) -> None:
    for paragraph in tree.iter(f"{tags.W}p"):
        text = tags.own_text(paragraph)
        if _BRACE.search(text):
            raise TemplateError(
                f"Шаблон «{template}»: в абзаце «{tags.shortened(_unmasked(text))}» остались фигурные скобки."
                " Тег пишется {{ имя }} или {% if … %}, без пробела между скобками."
            )


def missing_values(docx: bytes, expected: Iterable[str]) -> list[str]:
    """Those of `expected` that are not to be read in the document; what typography changes may differ."""
    return _missing(word_text.text_of(docx), expected)


def _missing(text: str, expected: Iterable[str]) -> list[str]:
    doubtful = [value for value in dict.fromkeys(expected) if value not in text]
    essence = _essence(text) if doubtful else ""
    return [value for value in doubtful if _essence(value) not in essence]


def _essence(text: str) -> str:
    return _POINTS.sub(".", "".join(text.translate(_QUOTES).replace("₽", "руб.").split()))
