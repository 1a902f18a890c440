"""Reading answers from YAML or JSON: every scalar stays the text that the person wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from filings.errors import AnswersError, Problem


class _Loader(yaml.SafeLoader):
    """YAML without guessing: no floats, no octal numbers, no dates; a name given twice is an error."""


# Implicit types lose leading zeros of identifiers («0411…» is octal) and kopecks (floats); only null stays.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag == "tag:yaml.org,2002:null"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise yaml.constructor.ConstructorError(None, None, "имя ответа должно быть словом", key_node.start_mark)
        if key in seen:
            raise yaml.constructor.ConstructorError(None, None, f"«{key}» написано дважды", key_node.start_mark)
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_answers(path: Path) -> dict[str, Any]:
    """The answers in a YAML or JSON file, names as written, scalars as text; a Russian error with the line otherwise."""
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
    return answers


def _yaml(text: str, name: str) -> Any:
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader with fewer types
    except yaml.reader.ReaderError as error:
        raise _unreadable(name, f"в тексте непечатаемый знак U+{error.character:04X}; уберите его") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"строка {mark.line + 1}: " if mark else ""
        problem = error.problem or ""
        known = problem if any("а" <= sign <= "я" for sign in problem) else "нарушен отступ, кавычка или двоеточие"
        raise _unreadable(name, f"{where}{known}") from None
    except RecursionError:
        raise _unreadable(name, "слишком глубокая вложенность") from None


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=lambda pairs: _unique(pairs, name))
    except json.JSONDecodeError as error:
        raise _unreadable(name, f"строка {error.lineno}: нарушен порядок скобок, кавычек или запятых") from None
    except RecursionError:
        raise _unreadable(name, "слишком глубокая вложенность") from None


def _unique(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise _unreadable(name, f"«{twice}» написано дважды")
    return dict(pairs)


def _unreadable(path: Path | str, reason: str) -> AnswersError:
    return AnswersError([Problem(str(path), reason)])
