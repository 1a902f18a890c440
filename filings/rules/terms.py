"""Terms: how long they are and on which day they end (ГК РФ, ст. 190–194; ГПК РФ, ст. 107–108; ТК РФ, ст. 14)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from filings.parameters import Parameter, all_parameters, parameter
from filings.rules.accrual import wrong
from filings.rules.figures import NBSP, plural
from filings.rules.working_days import add_working_days, working_day_from

NAMES = {
    "wd": ("рабочий день", "рабочих дня", "рабочих дней"),
    "d": ("календарный день", "календарных дня", "календарных дней"),
    "m": ("месяц", "месяца", "месяцев"),
    "y": ("год", "года", "лет"),
}
# Longest first: «рабочих дней» would otherwise be taken for «дней».
LONGEST = 1000  # of any unit: no procedural term comes near it
WORDS = (("wd", "раб"), ("d", "кал"), ("d", "д"), ("d", "сут"), ("m", "мес"), ("y", "г"), ("y", "л"))
TERM = re.compile(r"(?P<count>[0-9]{1,4})\s*(?P<unit>[a-zа-яё][a-zа-яё. ]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Term:
    """So many working days, calendar days, months or years."""

    count: int
    unit: str

    @classmethod
    @cache
    def parse(cls, text: str) -> "Term":
        """From «10wd», «30d», «3m», «1y» or «10 рабочих дней», «3 месяца». Raises AnswersError."""
        found = TERM.fullmatch(" ".join(str(text).split()))
        unit = _unit(found["unit"].lower()) if found else None
        if not found or not unit or not 0 < int(found["count"]) <= LONGEST:
            forms = "10 рабочих дней, 30 дней, 3 месяца или 1 год (коротко 10wd, 30d, 3m, 1y)"
            raise wrong("срок", f"«{text}» не похоже на срок; напишите {forms}")
        return cls(int(found["count"]), unit)

    def __str__(self) -> str:
        """«10 рабочих дней», with a non-breaking space after the number."""
        return f"{self.count}{NBSP}{plural(self.count, *NAMES[self.unit])}"


def raw_end(start: date, term: Term) -> date:
    """The last day before days off are looked at; `start` is the day of the event and is not counted."""
    if term.unit == "wd":
        return add_working_days(start, term.count)
    if term.unit == "d":
        return start + timedelta(days=term.count)
    return _same_day_later(start, term.count * (12 if term.unit == "y" else 1))


def last_day(start: date, term: Term) -> date:
    """The last day of the term; a day off moves it to the next working day. LegalValueMissing without a calendar."""
    return working_day_from(raw_end(start, term))


def legal_term(name: str, on: date) -> Term:
    """The term that the law sets under that name (`petition_reply` and the like) for an event of that day."""
    return Term.parse(parameter(name).at(on).value)


def term_called(text: str) -> Parameter | None:
    """The term that runs from an event, by name or title: «court_appeal», «срок апелляционной жалобы»."""
    wanted = " ".join(text.casefold().split())
    found = (value for value in all_parameters().values() if wanted in (value.name, value.title.casefold()))
    return next((value for value in found if value.unit.startswith("срок со ")), None)


def _unit(word: str) -> str | None:
    if word in NAMES:
        return word
    return next((unit for unit, start in WORDS if word.startswith(start)), None)


def _same_day_later(start: date, months: int) -> date:
    """ГК РФ, ст. 192, п. 3: when the month has no such day, its last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
