"""Raw answers become a frozen block of typed ones, or a list of every problem with its place."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from filings.errors import AnswersError, Problem
from filings.questions.addresses import doubts
from filings.questions.asking import Asked, questions_of, removed, without_unknown
from filings.questions.conditions import is_about_days, judged_on
from filings.questions.field import Block
from filings.questions.kept import KEPT, KEPT_RU, keeping, kept_in
from filings.questions.messages import Refusal, russian
from filings.questions.naming import Path, english_names, is_empty, written_path
from filings.questions.shape import shape_of

AnyBlock = TypeVar("AnyBlock", bound=Block)


def validate(model: type[AnyBlock], answers: dict[str, Any], *, on: date) -> AnyBlock:
    """The typed block; raises AnswersError with every problem found. `on` is the day the filing is made."""
    with judged_on(on):
        return _validated(model, answers, on)


def _validated(model: type[AnyBlock], answers: dict[str, Any], on: date) -> AnyBlock:
    raw, problems = english_names(model, answers)
    raw = _without_idle_no(model, without_unknown(model, raw))
    russian_names = any("а" <= sign <= "я" for name in answers for sign in str(name))
    found = [(path, text) for path, text in problems_of(model, raw, on=on)]
    problems += [
        Problem(
            written_path(model, path, russian=russian_names),
            _with_way_on(model, text, russian=russian_names),
            getattr(text, "instead", ""),
        )
        for path, text in found
    ]
    if problems:
        raise AnswersError(problems)
    with keeping(raw):
        return model.model_validate(raw, context={"on": on})


def problems_of(model: type[Block], raw: dict[str, Any], *, on: date) -> list[tuple[Path, str]]:
    """Everything wrong with answers under English names: (path, Russian text), in the order of the questions.

    A text is a `Refusal` where the person may need another kind of filing, or may keep the number that it is about.
    """
    with keeping(raw), judged_on(on):
        return _problems_of(model, raw, on)


def doubts_of(model: type[Block], raw: dict[str, Any], *, on: date) -> list[tuple[Path, Refusal]]:
    """What is kept although it is doubtful: numbers whose check digit fails, unlikely addresses.

    The answers have English names; `note` of what is found is the text.
    """
    kept = kept_in(raw)
    strict = {name: value for name, value in raw.items() if name != KEPT}
    found = problems_of(model, strict, on=on) if kept else []
    numbers = [(path, text) for path, text in found if isinstance(text, Refusal) and text.number in kept]
    return numbers + [(one.path, _doubtful(one.value)) for one in questions_of(model, raw) if _is_doubtful(one)]


def kept_notes(model: type[Block], answers: dict[str, Any], *, on: date) -> list[str]:
    """A sentence about everything that is kept although it is doubtful, each once; names are English or Russian."""
    raw, _ = english_names(model, answers)
    return list(dict.fromkeys(text.note for _, text in doubts_of(model, _without_idle_no(model, raw), on=on)))


def _is_doubtful(one: Asked) -> bool:
    is_address = one.shape.widget.kind == "address" and one.asked is not False
    return is_address and isinstance(one.value, str) and bool(doubts(one.value))


def _doubtful(address: str) -> Refusal:
    return Refusal("", doubt=f"в адресе «{' '.join(address.split())}» {', '.join(doubts(address))}")


def _problems_of(model: type[Block], raw: dict[str, Any], on: date) -> list[tuple[Path, str]]:
    raw = without_unknown(model, raw)
    wrong: dict[Path, str] = {}
    for one in questions_of(model, raw):
        if text := _misplaced(one):
            wrong[one.path] = text
    try:
        model.model_validate(raw, context={"on": on})
    except ValidationError as error:
        for item in error.errors(include_url=False):
            inner = item.get("ctx", {}).get("field", "")
            named = (int(part) if part.isdigit() else part for part in inner.split(".") if part)
            path = _field_path(model, raw, (*item["loc"], *named))
            known = {name: item.get("ctx", {}).get(name, "") for name in ("instead", "number", "doubt")}
            wrong.setdefault(path, Refusal(russian(item), **known))
    return sorted(wrong.items(), key=lambda item: _order(model, item[0]))


def _with_way_on(model: type[Block], text: str, *, russian: bool) -> str:
    """Who writes answers by hand learns how to keep the number; on a page there is a box for it."""
    number = getattr(text, "number", "")
    if not number or KEPT not in model.model_fields:
        return text
    name = KEPT_RU if russian else KEPT
    return f"{text}. Если в документе именно такой номер, добавьте в ответы строку «{name}: [{number}]»"


def _without_idle_no(model: type[Block], raw: dict[str, Any]) -> dict[str, Any]:
    """«нет» to a question that is not asked says nothing, and is no answer to print."""
    for one in list(questions_of(model, raw)):
        if one.asked is False and _says_no(one.value):
            raw = removed(raw, one.path)
    return raw


def _misplaced(one: Asked) -> str:
    if one.asked is True and one.required and not one.field.is_required() and is_empty(one.value):
        return "нет ответа; впишите его"
    if one.asked is False and not is_empty(one.value) and not _says_no(one.value) and not is_about_days(one.ask.when):
        return "при таких ответах этого не спрашивают; уберите ответ или проверьте предыдущие"
    return ""


def _says_no(value: Any) -> bool:
    return value is False or str(value).strip().casefold() in ("нет", "no", "false")


def _field_path(model: type[Block], raw: Any, loc: tuple[str | int, ...]) -> Path:
    """Pydantic names a field by its alias when it is missing; turn such names back into English."""
    path: list[str | int] = []
    current: type[Block] | None = model
    for part in loc:
        if isinstance(part, str) and current is not None:
            names = {field.alias: name for name, field in current.model_fields.items()}
            part = part if part in current.model_fields else names.get(part, part)
            if part in current.model_fields:
                current = shape_of(current.model_fields[part]).block
        path.append(part)
    return tuple(path)


def _order(model: type[Block], path: Path) -> tuple[int, ...]:
    order: list[int] = []
    current: type[Block] | None = model
    for part in path:
        if isinstance(part, int):
            order.append(part)
        elif current is not None and part in current.model_fields:
            order.append(list(current.model_fields).index(part))
            current = shape_of(current.model_fields[part]).block
        else:
            order.append(10_000)
    return tuple(order)
