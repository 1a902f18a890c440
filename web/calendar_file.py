"""The days that matter as a calendar file: RFC 5545, whole-day events with a reminder three days before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

_OCTETS = 75


def calendar_of(case: UUID, title: str, days: list[tuple[date, str]]) -> bytes:
    """One event for each (day, what to do); the same case and days give the same identifiers, so none is doubled.

    `title` is the document's name; nothing of the person's answers goes into the file.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//filings//next steps//RU", "CALSCALE:GREGORIAN"]
    for number, (day, what) in enumerate(days):
        lines += _event(f"{uuid5(case, f'{number} {day} {what}')}@filings", title, day, what)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(identifier: str, title: str, day: date, what: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{identifier}",
        f"DTSTAMP:{datetime.now(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(what)}",
        f"DESCRIPTION:{_escaped(title)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(what)}",
        "TRIGGER:-P3D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    """RFC 5545, 3.3.11: backslash, semicolon, comma and line end are escaped."""
    text = " ".join(text.replace("\r", "\n").split("\n"))
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """RFC 5545, 3.1: no line is longer than 75 octets; a letter is never cut in two."""
    parts, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += octets
    return "\r\n".join(parts)
