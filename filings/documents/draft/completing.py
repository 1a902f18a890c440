"""Partial answers made whole: what is missing or wrong is lent by the sample and marked as a gap."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from filings.documents.draft.gaps import gap_for, gap_sign
from filings.questions.asking import Asked, questions_of, without_unknown
from filings.questions.field import Block, ask_of
from filings.questions.kept import keeping
from filings.questions.naming import Path, is_empty
from filings.questions.shape import adapter_of, shape_of
from filings.schemas.base import Filing

_ROUNDS = 8
WORDS = frozenset({"text", "long_text", "address", "email", "phone", "digits"})
_NUMBERS = frozenset({"money", "number", "day", "month", "moment"})
COUNTED = WORDS | _NUMBERS
_LENT = {
    "money": "1000",
    "number": "10",
    "day": "01.03.2026",
    "month": "03.2026",
    "moment": "01.03.2026 12:00",
    "yes_no": "нет",
    "address": "344002, г. Ростов-на-Дону, ул. Садовая, д. 10",
    "email": "name@example.ru",
    "phone": "+7 912 345-67-89",
}


@dataclass(frozen=True)
class Gap:
    """An answer that is missing: where it is asked and how the question reads."""

    path: Path
    title: str


@dataclass
class Completed:
    """`filing` has an answer everywhere; `gaps` are those that the person has not given, by their number.

    `sure` means that no sum, day or choice is lent, so that what the rules conclude is about this person.
    `counted` is the same filing with days and numbers that rules accept. `lent_days` are the days lent, with the
    signs of their gaps: methods of a kind may have written them into words. `kinds` are the widgets of the gaps.
    """

    filing: Filing
    counted: Filing
    gaps: list[Gap] = field(default_factory=list)
    sure: bool = True
    lent_days: dict[date, str] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()

    @property
    def lends_numbers(self) -> bool:
        """Whether a sum, a number or a day is lent."""
        return any(kind in _NUMBERS for kind in self.kinds)


def complete(model: type[Filing], answers: dict[str, Any], sample: dict[str, Any], on: date) -> Completed:
    """The filing that these answers would make; both sets of answers have English names. Raises nothing of its own."""
    with keeping(answers):
        return _complete(model, without_unknown(model, answers), without_unknown(model, sample), on)


def _complete(model: type[Filing], answers: dict[str, Any], sample: dict[str, Any], on: date) -> Completed:
    raw, lent = _filled(model, answers, sample)
    questions = {one.path: one for one in questions_of(model, raw)}
    gaps = _named([Gap(path, questions[path].ask.title) for path in lent if path in questions], questions)
    signs = {gap.path: gap_sign(number) for number, gap in enumerate(gaps)}
    kinds = tuple(questions[gap.path].shape.widget.kind for gap in gaps)
    builder = _Builder(questions, signs, on)
    filing = builder.built(model, raw, ())
    counted = replace(builder, words_only=True).built(model, raw, ())
    lent = {day: sign for day, sign in builder.lent_days.items() if day not in builder.own_days and day != on}
    return Completed(filing, counted, gaps, WORDS.issuperset(kinds), lent, kinds)


def _named(gaps: list[Gap], questions: dict[Path, Asked]) -> list[Gap]:
    """«Фамилия» of two people is told apart by the page that asks."""
    titles = [gap.title for gap in gaps]
    return [
        Gap(gap.path, f"{questions[gap.path[:1]].ask.title}: {gap.title}") if titles.count(gap.title) > 1 else gap
        for gap in gaps
    ]


def _filled(model: type[Filing], raw: dict[str, Any], sample: dict[str, Any]) -> tuple[dict[str, Any], list[Path]]:
    """The answers with the missing ones lent; an answer may open further questions, so it goes in rounds."""
    lent: list[Path] = []
    raw = {**raw, **{name: [{}] for name in _rows_ahead(model, raw, sample)}}
    for _ in range(_ROUNDS):
        missing = [one for one in questions_of(model, raw) if _is_missing(one)]
        if not missing:
            break
        for one in missing:
            raw = put(raw, one.path, _loan(one, sample))
            if one.shape.block is None:
                lent.append(one.path)
    return raw, list(dict.fromkeys(lent))


def _rows_ahead(model: type[Filing], raw: dict[str, Any], sample: dict[str, Any]) -> list[str]:
    """Pages of rows that the person has not come to: the sample's first row shows what will stand there."""
    names = list(model.model_fields)
    reached = max((place for place, name in enumerate(names) if not is_empty(raw.get(name))), default=-1)
    ahead = [name for name in names[reached + 1 :] if ask_of(name, model.model_fields[name]).own_page]
    shapes = {name: shape_of(model.model_fields[name]) for name in ahead}
    return [name for name, shape in shapes.items() if shape.block and shape.many and sample.get(name)]


def _is_missing(one: Asked) -> bool:
    if one.asked is False:
        return False
    if one.shape.block is not None:
        fits = isinstance(one.value, list) and one.value if one.shape.many else isinstance(one.value, dict)
        return not fits and (one.required or not is_empty(one.value))
    return one.required if is_empty(one.value) else not _is_valid(one, one.value)


def _is_valid(one: Asked, value: Any) -> bool:
    try:
        adapter_of(one.field).validate_python(value)
    except ValidationError:
        return False
    return True


def _loan(one: Asked, sample: dict[str, Any]) -> Any:
    if one.shape.block is not None:
        return [{}] if one.shape.many else {}
    answer: Any = sample
    for part in one.path:
        if isinstance(answer, list):
            answer = answer[0] if answer else None
        elif isinstance(answer, dict):
            answer = answer.get(part)
    if not is_empty(answer) and _is_valid(one, answer):
        return answer
    if one.shape.choice:
        first = next(iter(one.shape.choice)).value
        return [first] if one.shape.many else first
    lent = _LENT.get(one.shape.widget.kind, "слово")
    return [lent] if one.shape.many else lent


def put(answers: Any, path: Path, value: Any) -> Any:
    """A copy of the answers with `value` at `path`; blocks on the way are made."""
    if not path:
        return value
    first, *rest = path
    if isinstance(answers, list) and isinstance(first, int):
        return [put(row, tuple(rest), value) if place == first else row for place, row in enumerate(answers)]
    block = answers if isinstance(answers, dict) else {}
    return {**block, first: put(block.get(first), tuple(rest), value)}


@dataclass
class _Builder:
    """Makes typed blocks: validated where nothing is lent, put together without validation elsewhere."""

    questions: dict[Path, Asked]
    signs: dict[Path, str]
    on: date
    words_only: bool = False
    lent_days: dict[date, str] = field(default_factory=dict)
    own_days: set[date] = field(default_factory=set)

    def built(self, model: type[Block], raw: dict[str, Any], path: Path) -> Any:
        """The block at `path`."""
        if not any(lent[: len(path)] == path for lent in self.signs):
            try:
                return model.model_validate(raw, context={"on": self.on})
            except ValidationError:
                pass  # a check across answers fails: the draft is shown all the same
        return model.model_construct(**{name: self._value((*path, name), raw.get(name)) for name in model.model_fields})

    def _value(self, path: Path, value: Any) -> Any:
        one = self.questions.get(path)
        if one is None or one.asked is False or (is_empty(value) and one.shape.block is None):
            return self._default(one)
        block = one.shape.block
        if block is None:
            return self._typed(one, value)
        if one.shape.many and isinstance(value, list):
            return [self.built(block, row, (*path, place)) for place, row in enumerate(value) if isinstance(row, dict)]
        return self.built(block, value, path) if isinstance(value, dict) else self._default(one)

    def _typed(self, one: Asked, value: Any) -> Any:
        try:
            typed = adapter_of(one.field).validate_python(value)
        except ValidationError:
            return self._default(one)
        sign = self.signs.get(one.path)
        if isinstance(typed, date):
            self._note(typed.date() if isinstance(typed, datetime) else typed, sign)
        is_number = not isinstance(typed, str | list | tuple)
        return gap_for(typed, sign) if sign and not (self.words_only and is_number) else typed

    def _note(self, day: date, sign: str | None) -> None:
        if sign:
            self.lent_days.setdefault(day, sign)
        else:
            self.own_days.add(day)

    @staticmethod
    def _default(one: Asked | None) -> Any:
        if one is None or one.field.is_required():
            return None
        return one.field.get_default(call_default_factory=True)
