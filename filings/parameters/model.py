"""A legal value and its history. A parameter answers for a date or refuses: it never guesses outside its records."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from filings.errors import LegalValueMissing

A_YEAR = timedelta(days=365)
ENDING_SOON = timedelta(days=60)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Record:
    """What the law says from `since` to `until` inclusive; `until` is None while no end is set."""

    since: date
    until: date | None
    value: Any
    reference: str
    url: str | None
    checked_on: date | None

    def covers(self, on: date) -> bool:
        """Whether the record acts on that day."""
        return self.since <= on and (self.until is None or on <= self.until)


_since = attrgetter("since")


@dataclass(frozen=True)
class Parameter:
    """A named legal value; `records` go in order of time and never overlap."""

    name: str
    title: str
    unit: str
    chosen_by: str
    records: tuple[Record, ...]
    verified_until: date | None = None
    verify_at: str | None = None

    def at(self, on: date) -> Record:
        """The record that acts on the day. Raises LegalValueMissing outside the records."""
        place = bisect_right(self.records, on, key=_since) - 1
        if place < 0 or not self.records[place].covers(on):
            raise LegalValueMissing(self._missing(on))
        return self.records[place]

    def latest(self) -> Record:
        """The last record known, for a question in which the law gives no date to choose by."""
        return self.records[-1]

    def between(self, since: date, until: date) -> list[tuple[date, date, Record]]:
        """The records that act from `since` to `until`, both inclusive, cut to these days.

        Raises LegalValueMissing when a day in between has no record; an empty period gives an empty list.
        """
        pieces = []
        while since <= until:
            record = self.at(since)
            last = min(until, record.until or until)
            pieces.append((since, last, record))
            since = last + ONE_DAY
        return pieces

    def acting(self, since: date, until: date) -> list[tuple[date, date, Record]]:
        """Like `between`, but days without a record are passed over: for moratoria and other temporary rules."""
        last = bisect_right(self.records, until, key=_since)
        return [
            (max(since, record.since), min(until, record.until or until), record)
            for record in self.records[:last]
            if record.until is None or record.until >= since
        ]

    def warnings(self, since: date, until: date | None = None) -> tuple[str, ...]:
        """What a person must be told when the values of these days are used."""
        until = until or since
        used = [record for _, _, record in self.acting(since, until)]
        warnings = []
        if used and self.verified_until is not None and until > self.verified_until:
            warnings.append(self._stale())
        if unchecked := [record for record in used if record.checked_on is None]:
            warnings.append(self._unconfirmed(unchecked))
        return tuple(warnings)

    def _missing(self, on: date) -> str:
        first, last = self.records[0].since, self.records[-1].until
        known = f"с {_day(first)}" + (f" по {_day(last)}" if last else "")
        return f"{self.title}: на {_day(on)} значения нет, записаны значения {known}. Проверьте дату."

    def _stale(self) -> str:
        assert self.verified_until is not None
        where = f", сверьте с {self.verify_at}" if self.verify_at else ""
        return f"{self.title}: проверено по {_day(self.verified_until)}, более поздние изменения не учтены{where}."

    def _unconfirmed(self, unchecked: list[Record]) -> str:
        first, last = unchecked[0], unchecked[-1]
        if len(unchecked) == 1:
            which = f"значение не сверено с официальным текстом ({first.reference})"
        else:
            until = f" по {_day(last.until)}" if last.until else ""
            which = f"значения с {_day(first.since)}{until} не сверены с официальным текстом"
        return f"{self.title}: {which}; проверьте перед подачей."


@dataclass(frozen=True)
class Due:
    """A record that somebody should look at, and why (Russian)."""

    parameter: Parameter
    record: Record
    reason: str


def records_due(parameter: Parameter, on: date) -> list[Due]:
    """The records of a parameter that want a look on that day: unconfirmed, checked long ago, ending soon."""
    reasons = ((record, reason) for record in parameter.records for reason in _reasons(parameter, record, on))
    return [Due(parameter, record, reason) for record, reason in reasons]


def _reasons(parameter: Parameter, record: Record, on: date) -> list[str]:
    reasons = []
    if record.checked_on is None:
        reasons.append("не сверено с официальным текстом")
    elif record is parameter.records[-1] and on - record.checked_on > A_YEAR:
        reasons.append(f"проверяли больше года назад, {_day(record.checked_on)}")
    if record is parameter.records[-1]:
        if record.until is not None and record.until - ENDING_SOON <= on:
            reasons.append(f"{'действует' if on <= record.until else 'действовало'} по {_day(record.until)}")
        if parameter.verified_until is not None and on > parameter.verified_until:
            reasons.append(f"проверено только по {_day(parameter.verified_until)}")
    return reasons


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
