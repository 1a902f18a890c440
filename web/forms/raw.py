"""Raw answers as a tree of dicts and lists: reading, writing and removing at a path."""

from __future__ import annotations

from typing import Any

from filings.questions.asking import Asked, questions_of
from filings.questions.field import Block
from filings.questions.naming import Path, is_empty


def at(answers: Any, path: Path) -> Any:
    """The value at `path`, None when there is none."""
    for part in path:
        if isinstance(answers, dict):
            answers = answers.get(part)
        elif isinstance(answers, list) and isinstance(part, int) and part < len(answers):
            answers = answers[part]
        else:
            return None
    return answers


def put(answers: Any, path: Path, value: Any) -> Any:
    """A copy of `answers` with `value` at `path`; missing blocks and rows are made."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        rows = list(answers) if isinstance(answers, list) else []
        rows += [{} for _ in range(first + 1 - len(rows))]
        rows[first] = put(rows[first], rest, value)
        return rows
    block = dict(answers) if isinstance(answers, dict) else {}
    return {**block, first: put(block.get(first), rest, value)}


def without(answers: Any, path: Path) -> Any:
    """A copy of `answers` without what stands at `path`; later rows of a list move up."""
    first, rest = path[0], path[1:]
    if isinstance(answers, list):
        if rest:
            return [without(row, rest) if place == first else row for place, row in enumerate(answers)]
        return [row for place, row in enumerate(answers) if place != first]
    if not isinstance(answers, dict) or first not in answers:
        return answers
    if rest:
        return {**answers, first: without(answers[first], rest)}
    return {name: value for name, value in answers.items() if name != first}


def tidy(model: type[Block], answers: dict[str, Any]) -> dict[str, Any]:
    """The answers without blanks. An empty block that must be answered stays, so that each question in it is named."""
    answers = _full_rows(answers)
    for one in reversed(list(questions_of(model, answers))):
        if at(answers, one.path) is not None and is_empty(at(answers, one.path)) and not _must_stay(one):
            answers = without(answers, one.path)
    return answers


def _full_rows(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _full_rows(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_full_rows(item) for item in value if not is_empty(item)]
    return value


def _must_stay(one: Asked) -> bool:
    return one.shape.block is not None and not one.shape.many and one.asked is not False and one.required
