"""The last day of a term: ГК РФ, ст. 190–194; ГПК РФ, ст. 107–108."""

from datetime import date
from typing import Any

from pydantic import model_validator

from filings.questions import Block, Day, Text, question
from filings.rules.accrual import ONE_DAY
from filings.rules.conclusion import Conclusion, Step
from filings.rules.figures import day
from filings.rules.terms import Term, last_day, legal_term, raw_end, term_called
from filings.rules.working_days import calendar_warnings


class Input(Block):
    """Последний день срока."""

    from_: Day = question("День события, с которого идёт срок", ru="от", hint="Сам этот день не считают")
    term: Text = question(
        "Какой срок",
        ru="срок",
        hint="10 рабочих дней, 30 дней, 3 месяца, 1 год; коротко 10wd, 30d, 3m, 1y",
        help="Можно назвать срок из закона, и он будет взят на день события: например, «срок апелляционной жалобы», "
        "«срок частной жалобы», «срок ответа на обращение гражданина».",
    )

    @model_validator(mode="before")
    @classmethod
    def _plain_name(cls, given: Any) -> Any:
        """`from` is what a person writes; Python keeps the word for itself."""
        if isinstance(given, dict) and "from" in given:
            return {"from_" if key == "from" else key: value for key, value in given.items()}
        return given


def deadline(given: Input) -> Conclusion:
    """The term begins on the next day; an end on a day off moves to the next working day (ГК 193, ГПК 108 ч. 2).

    A term of the law may be named; it is then the one of the day of the event.
    What is handed to the post before midnight of the last day is in time (ГК 194 п. 2, ГПК 108 ч. 3).

    Raises LegalValueMissing when the production calendar of a year is not known.
    """
    by_law = term_called(given.term)
    term = legal_term(by_law.name, given.from_) if by_law else Term.parse(given.term)
    end, shifted = raw_end(given.from_, term), last_day(given.from_, term)
    moved = () if end == shifted else (Step(formula=_moved(end, shifted)),)
    counted = Step(
        note=by_law.title[:1].lower() + by_law.title[1:] if by_law else "",
        since=given.from_ + ONE_DAY,
        until=end,
        formula=f"{day(given.from_)} + {term} = {day(end)}",
    )
    return Conclusion(
        rule="deadline",
        title="Расчёт последнего дня срока",
        value=shifted,
        unit="дата",
        steps=(counted, *moved, Step(formula=f"сдать на почту можно {day(shifted)} до 24 часов")),
        references=(
            *((by_law.at(given.from_).reference,) if by_law else ()),
            "ГК РФ, ст. 191–194",
            "ГПК РФ, ст. 107, 108",
        ),
        warnings=(
            *(by_law.warnings(given.from_) if by_law else ()),
            *calendar_warnings(given.from_ if term.unit == "wd" else end, shifted),
        ),
    )


def _moved(end: date, shifted: date) -> str:
    return f"{day(end)} — нерабочий день, срок переходит на {day(shifted)}"
