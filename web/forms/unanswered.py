"""What to do about a missing answer, in the words of its question: choose, say yes or no, write."""

from __future__ import annotations

from filings.questions.asking import Asked

_MISSING = "нет ответа; впишите его"


def to_the_point(asked: Asked | None, problem: str) -> str:
    """The problem itself, unless it only says that the answer at `asked` is missing; None stands for a whole page."""
    if problem != _MISSING:
        return problem
    if asked is None or asked.shape.block is not None:
        return "нет ответа; ответьте на этот вопрос"
    if asked.shape.widget.kind == "yes_no":
        return "нет ответа; выберите «да» или «нет»"
    return "нет ответа; выберите, что подходит" if asked.shape.choice else problem
