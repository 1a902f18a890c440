"""WTForms fields that carry raw answers there and back: nothing is checked here, Pydantic is the only judge."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import PydanticCustomError
from wtforms import Field, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.fields.core import UnboundField

from filings.questions import times
from filings.questions.asking import Asked
from web.forms.address_boxes import AddressBoxes

MOST_RADIOS = 12
_LONGEST_PART = 4
YES_NO = [SelectChoice("yes", "Да"), SelectChoice("no", "Нет")]


class Boxes(Field):
    """An answer typed into several boxes: a day, a month, a moment. A whole date pasted into the first box is taken.

    `parts` are (name, label, width in characters, example).
    """

    parts: tuple[tuple[str, str, int, str], ...] = ()

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Joins the boxes that were sent, or fills them from the stored answer."""
        self.process_errors = []
        names = [f"{self.name}-{part[0]}" for part in self.parts]
        if formdata is not None and any(name in formdata for name in names):
            self.boxes = [" ".join(formdata.get(name, "").split()) for name in names]
            self.data = self.joined(self.boxes)
            self.boxes = self.boxes if any(self.boxes[1:]) else self.split(self.data)
        else:
            self.data = data if isinstance(data, str) else ""
            self.boxes = self.split(self.data) if self.data else [""] * len(self.parts)

    def joined(self, boxes: list[str]) -> str:
        """The boxes as one text; a whole date in the first box is the answer whatever stood in the others."""
        return ".".join(boxes) if any(boxes[1:]) and len(boxes[0]) <= _LONGEST_PART else boxes[0]

    def split(self, text: str) -> list[str]:
        """The text laid out into boxes; one that is not a date stays as it was typed."""
        raise NotImplementedError


class DayBoxes(Boxes):
    """Day, month, year."""

    parts = (("day", "День", 2, "10"), ("month", "Месяц", 2, "03"), ("year", "Год", 4, "2026"))

    def split(self, text: str) -> list[str]:
        """«2026-03-10» and «10 марта 2026» are shown as 10, 03, 2026."""
        try:
            return f"{times.day(text):%d %m %Y}".split()
        except PydanticCustomError:
            boxes = text.split(".")
            return boxes if len(boxes) == 3 else [text, "", ""]


class MonthBoxes(Boxes):
    """Month, year."""

    parts = (("month", "Месяц", 2, "03"), ("year", "Год", 4, "2026"))

    def split(self, text: str) -> list[str]:
        """«март 2026» is shown as 03, 2026."""
        try:
            return f"{times.month(text):%m %Y}".split()
        except PydanticCustomError:
            boxes = text.split(".")
            return boxes if len(boxes) == 2 else [text, ""]


class MomentBoxes(Boxes):
    """Day, month, year and the time of day."""

    parts = (*DayBoxes.parts, ("time", "Время", 5, "18:30"))

    def joined(self, boxes: list[str]) -> str:
        """The day as in three boxes, then the time; a pasted moment may hold both."""
        *day, time = boxes
        written = super().joined(day)
        return written if ":" in written else f"{written} {time}".strip()

    def split(self, text: str) -> list[str]:
        """«10.03.2026 18:30» is shown as 10, 03, 2026, 18:30."""
        try:
            return f"{times.moment(text):%d %m %Y %H:%M}".split()
        except PydanticCustomError:
            found = re.fullmatch(r"([^ ]*\.[^ ]*\.[^ ]*) ?(\S*)", text)
            return [*found[1].split(".", 2), found[2]] if found else [text, "", "", ""]


class Lines(TextAreaField):
    """Several short texts, one a line."""

    def process_data(self, value: Any) -> None:
        """Shows the stored list as lines."""
        self.data = "\n".join(map(str, value)) if isinstance(value, list) else value or ""


_BY_KIND = {
    "long_text": TextAreaField,
    "address": AddressBoxes,
    "day": DayBoxes,
    "month": MonthBoxes,
    "moment": MomentBoxes,
}


def field_for(asked: Asked) -> UnboundField:
    """The field that asks the question, chosen by its shape."""
    shape = asked.shape
    if shape.choice:
        options = [SelectChoice(member.value, member.ru) for member in shape.choice]
        if shape.many:
            return SelectMultipleField(choices=options, validate_choice=False)
        if len(options) <= MOST_RADIOS:
            return RadioField(choices=options, validate_choice=False)
        return SelectField(choices=[SelectChoice("", "Выберите"), *options], validate_choice=False)
    if shape.widget.kind == "yes_no":
        return RadioField(choices=YES_NO, validate_choice=False)
    return (Lines if shape.many else _BY_KIND.get(shape.widget.kind, StringField))()


def shown(asked: Asked, stored: Any) -> Any:
    """The stored answer as its field expects it: choices by their English value, «да» as `yes`."""
    if stored is None:
        stored = assumed(asked)
    if stored is None:
        return [] if asked.shape.many else ""
    if asked.shape.many and not isinstance(stored, list):
        stored = [stored]
    if asked.shape.choice:
        return [_value(asked, one) for one in stored] if asked.shape.many else _value(asked, stored)
    if asked.shape.widget.kind == "yes_no":
        return {"да": "yes", "true": "yes", "нет": "no", "false": "no"}.get(str(stored).casefold(), str(stored))
    return stored if asked.shape.many else str(stored)


def assumed(asked: Asked) -> str | None:
    """The answer that an unanswered «да или нет» counts as, when the schema names one."""
    default = asked.field.default
    return ("yes" if default else "no") if isinstance(default, bool) else None


def raw_answer(asked: Asked, field: Field) -> Any:
    """What the field holds, as raw answers keep it."""
    if isinstance(field, Lines):
        return [line.strip() for line in (field.data or "").splitlines() if line.strip()]
    if asked.shape.many:
        return [one for one in field.data or [] if one]
    return field.data or ""


def _value(asked: Asked, answer: Any) -> str:
    try:
        return asked.shape.choice.parse(answer).value
    except PydanticCustomError:
        return str(answer)
