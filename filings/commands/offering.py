"""Which other kind of filing fits, when the answers say that this one does not."""

from __future__ import annotations

from filings.catalogue import kinds
from filings.errors import AnswersError, FilingError


def offers(error: FilingError) -> list[str]:
    """A line for every other kind that the problems name and that exists, each once."""
    problems = error.problems if isinstance(error, AnswersError) else []
    wanted = dict.fromkeys(problem.instead for problem in problems if problem.instead)
    known = kinds() if wanted else {}
    return [f"Вам подойдёт: {known[name].about.title} (filings show {name})" for name in wanted if name in known]
