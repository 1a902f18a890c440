"""The day on which documents are made."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from flask import Flask

from filings.questions.conditions import reckon_on

# Moscow has kept one offset since 26.10.2014; a zone name would need a database that bare machines lack.
_MOSCOW = timezone(timedelta(hours=3))


def register(app: Flask) -> None:
    """Questions that hang on how long ago something was are asked as of the day of the request."""
    app.before_request(lambda: reckon_on(today()))
    app.teardown_request(lambda _: reckon_on(None))


def today() -> date:
    """The day of filing as it is in Moscow."""
    return datetime.now(_MOSCOW).date()


def day_of(moment: datetime) -> date:
    """The day of a moment as it is in Moscow."""
    return moment.astimezone(_MOSCOW).date()
