"""Reading answers from YAML or JSON: every scalar stays the text that the person wrote."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from filings.errors import AnswersError, Problem

_DEEPEST = 20
_REFERENCE = "ссылка «*» не читается; возьмите ответ в кавычки или повторите его целиком"
_TAG = "ответ начинается со знака «!»; возьмите его в кавычки"
_QUOTE_IT = "с этого знака ответ начинаться не может; возьмите ответ в кавычки"
# What the scanner of YAML was doing, or found, when it stopped.
_SAID = {
    "scanning an alias": _REFERENCE,
    "scanning an anchor": _QUOTE_IT,
    "scanning a tag": _TAG,
    "parsing a tag": _TAG,
    "scanning a directive": _QUOTE_IT,
    "'\\t' that cannot": "отступ сделан табуляцией; замените её пробелами",
    "cannot start any token": _QUOTE_IT,
}


class _Refused(yaml.MarkedYAMLError):
    """YAML that is sound but not for answers; `problem` is Russian."""


class _Loader(yaml.SafeLoader):
    """YAML without guessing: no floats, no octal numbers, no dates; a name given twice is an error.

    A reference (`*name`) is an error too: a few lines of references unfold into more than the memory holds.
    """

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """A reference is refused before it unfolds, a long nest before it fills the stack."""
        if self.check_event(yaml.AliasEvent):
            raise _refused(self.peek_event(), _REFERENCE)
        return super().compose_node(parent, index)


# Implicit types lose leading zeros of identifiers («0411…» is octal) and kopecks (floats); only null stays.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag == "tag:yaml.org,2002:null"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


# Only these types; a tag of any other («!!int», «!имя») is not what a person meant.
_Loader.yaml_constructors = {
    f"tag:yaml.org,2002:{name}": yaml.SafeLoader.yaml_constructors[f"tag:yaml.org,2002:{name}"]
    for name in ("str", "null", "seq")
}


def _refused(at: yaml.Event | yaml.Node, text: str) -> _Refused:
    return _Refused(None, None, text, at.start_mark)


def _unknown_type(loader: _Loader, node: yaml.Node) -> None:
    raise _refused(node, _TAG)


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str) or not key.isprintable():
            raise _refused(key_node, "имя ответа должно быть словом")
        if key in seen:
            raise _refused(key_node, f"«{key}» написано дважды")
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor(None, _unknown_type)


def read_answers(path: Path) -> dict[str, Any]:
    """The answers in a YAML or JSON file: names as written, scalars as text; else a Russian error with the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise _unreadable(path, "файла нет; проверьте имя") from None
    except UnicodeDecodeError:
        raise _unreadable(path, "файл не в кодировке UTF-8; сохраните его в UTF-8") from None
    except OSError as error:
        raise _unreadable(path, f"файл не читается ({error.strerror})") from None
    return parse_answers(text, name=path.name)


def parse_answers(text: str, *, name: str = "ответы") -> dict[str, Any]:
    """The answers in YAML or JSON text; `name` stands in error messages."""
    if not text.strip():
        raise _unreadable(name, "файл пустой; образец покажет команда «filings sample»")
    answers = _json(text, name) if text.lstrip().startswith(("{", "[")) else _yaml(text, name)
    if not isinstance(answers, dict):
        raise _unreadable(name, "здесь нужны строки вида «имя: ответ»; образец покажет команда «filings sample»")
    _check(answers, name, _DEEPEST)
    return answers


def _check(value: Any, name: str, depth: int) -> None:
    """No deeper than `_DEEPEST`, and no half of a character, which cannot even be shown in a message."""
    if isinstance(value, dict | list):
        if depth == 0:
            raise _unreadable(name, "слишком глубокая вложенность")
        for item in (*value, *value.values()) if isinstance(value, dict) else value:
            _check(item, name, depth - 1)
    elif isinstance(value, str) and (half := next((sign for sign in value if 0xD800 <= ord(sign) <= 0xDFFF), "")):
        raise _unreadable(name, f"в тексте непечатаемый знак U+{ord(half):04X}; уберите его")


def _yaml(text: str, name: str) -> Any:
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.reader.ReaderError as error:
        raise _unreadable(name, f"в тексте непечатаемый знак U+{error.character:04X}; уберите его") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"строка {mark.line + 1}: " if mark else ""
        raise _unreadable(name, f"{where}{_said(error)}") from None
    except RecursionError:
        raise _unreadable(name, "слишком глубокая вложенность") from None


def _said(error: yaml.MarkedYAMLError) -> str:
    if isinstance(error, _Refused):
        return str(error.problem)
    doing = f"{error.context} {error.problem}"
    return next((said for part, said in _SAID.items() if part in doing), "нарушен отступ, кавычка или двоеточие")


def _json(text: str, name: str) -> Any:
    try:
        unique = partial(_unique, name=name)
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        raise _unreadable(name, f"строка {error.lineno}: нарушен порядок скобок, кавычек или запятых") from None
    except RecursionError:
        raise _unreadable(name, "слишком глубокая вложенность") from None


def _unique(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _unreadable(name, f"«{key}» написано дважды")
        found[key] = value
    return found


def _unreadable(path: Path | str, reason: str) -> AnswersError:
    return AnswersError([Problem(str(path), reason)])
