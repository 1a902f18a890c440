"""Types of options: a day, a sum with its day."""

from __future__ import annotations

from datetime import date
from typing import Any

import click
from pydantic_core import PydanticCustomError

from filings.questions import times


class Day(click.ParamType):
    """A day as people write it."""

    name = "дата"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """A date, or a Russian error."""
        try:
            return times.day(value)
        except PydanticCustomError as error:
            self.fail(error.message(), param, ctx)


DAY = Day()
