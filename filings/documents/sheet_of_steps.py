"""The sheet «Что делать дальше»: for the person, not for the court."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from filings.russian import dates
from filings.schemas.base import About
from filings.schemas.next_steps import NextSteps

_QUESTIONS = (
    ("Куда подать", "where"),
    ("Сколько экземпляров", "copies"),
    ("Сколько это стоит", "cost"),
    ("Что собрать и проверить", "evidence"),
    ("Что будет, если не ответят или откажут", "silence"),
    ("Частые ошибки", "mistakes"),
)


def sections(steps: NextSteps) -> list[dict[str, Any]]:
    """The questions that have an answer, as {вопрос, абзацы}; the page and the sheet show the same."""
    found = [{"вопрос": question, "абзацы": list(getattr(steps, name))} for question, name in _QUESTIONS]
    return [section for section in found if section["абзацы"]]


def terms(steps: NextSteps) -> list[dict[str, str]]:
    """The days that matter as {что, дата, норма}, all text; a term without a day has an empty date."""
    return [
        {"что": term.what, "дата": dates.day(term.day) if term.day else "", "норма": term.norm} for term in steps.terms
    ]


def checked(about: About) -> str:
    """When a lawyer last compared the kind with the law, or an honest word that nobody did."""
    if about.checked_on is None:
        return "Текст документа ещё не сверял юрист. Если есть возможность, покажите его юристу перед подачей."
    return f"Текст документа сверен с законом {dates.day(about.checked_on)}."


def chain(next_titles: Sequence[str]) -> list[dict[str, Any]]:
    """The papers that follow when this one does not help, as a section; none when nothing follows."""
    if not next_titles:
        return []
    told = "Если не поможет, здесь же можно составить следующий документ; ответы перенесутся сами:"
    return [{"вопрос": "Какой документ дальше", "абзацы": [told, *(f"— {title}" for title in next_titles)]}]


def steps_view(
    about: About, who: str, steps: NextSteps, warnings: list[str], on: date, next_titles: Sequence[str] = ()
) -> dict[str, Any]:
    """What the shared template `packet/next_steps.docx` reads; `next_titles` are of the kinds that may follow."""
    return {
        "заголовок": "Что делать дальше",
        "для_кого": who,
        "документ": about.title,
        "разделы": sections(steps) + chain(next_titles),
        "сроки": terms(steps),
        "предупреждения": warnings,
        "проверено": checked(about),
        "дата": on,
    }
