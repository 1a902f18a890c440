"""The sample answers of a kind as a person would give them on the pages."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from typing import Any

from filings.catalogue import Kind
from filings.questions.asking import Asked, questions_of, without_unasked
from filings.questions.conditions import judged_on
from filings.questions.naming import Path, english_names
from filings.questions.reading import read_answers

NOT_ASKED = ("exhibits", "declensions", "kept_numbers")


def answers_of(kind: Kind, on: date | None = None) -> dict[str, Any]:
    """Under English names, without what no page asks, on the day `on` too; boxes are ticked from top to bottom."""
    answers, problems = english_names(kind.model, read_answers(kind.sample))
    assert not problems
    for one in list(questions_of(kind.model, answers)):
        if one.shape.choice and one.shape.many and isinstance(one.value, list):
            _put(answers, one.path, _in_order(one))
    with judged_on(on) if on else nullcontext():
        answers, _ = without_unasked(kind.model, answers)
    return {name: value for name, value in answers.items() if name not in NOT_ASKED}


def _in_order(one: Asked) -> list[Any]:
    order = list(one.shape.choice)
    return sorted(one.value, key=lambda answer: order.index(one.shape.choice.parse(answer)))


def _put(answers: Any, path: Path, value: Any) -> None:
    for part in path[:-1]:
        answers = answers[part]
    answers[path[-1]] = value
