"""Options that fit most people come first; the rest waits under «Другие варианты»."""

from __future__ import annotations

from typing import Any

from web.forms.page_form import Question


def folded(one: Question) -> tuple[list[Any], list[Any]]:
    """The options of a question: those to show, in the order that the schema names, and those to fold away."""
    options = {str(choice.value): choice for choice in one.control.iter_choices()}
    likely = [value for value in one.asked.ask.likely.split("|") if value]
    if not likely:
        return list(options.values()), []
    return [options[value] for value in likely], [options[value] for value in options if value not in likely]
