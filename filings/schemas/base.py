"""The base of every kind of filing: what it is about, what it asks, what it concludes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from pydantic import field_validator

from filings.questions import Block, question
from filings.questions.kept import KEPT_RU, KeptNumber
from filings.russian.forms import Case
from filings.schemas.conclusions import Conclusions
from filings.schemas.exhibits import NamedExhibit, Paper
from filings.schemas.next_steps import NextSteps
from filings.schemas.parties import Person, Representative

_CASES = {name for case in Case for name in (case.value, case.ru)}
AUDIENCES = {"citizen": "гражданам", "lawyer": "юристам", "trainer": "преподавателям"}


@dataclass(frozen=True)
class About:
    """What a person reads about a kind before the first question. All texts are Russian.

    `printed` is the name for the inventory and bookmarks («Исковое заявление»); `references` are norms in the
    form «ТК РФ, ст. 236»; `checked_on` is the day a lawyer last compared them with the law, None when nobody did;
    `next_kinds` are names of kinds that may follow when this one fails, whatever the answers. `minutes` is how long the
    questions take a newcomer with the papers at hand: counted from the plain sample answers (seconds for every page,
    choice, paper to look up and sign to type, see tests/test_minutes.py), rounded up for the thinking that some need.
    """

    title: str
    printed: str
    summary: str
    audience: tuple[str, ...]
    minutes: int
    at_hand: tuple[str, ...]
    cost: str
    references: tuple[str, ...]
    checked_on: date | None = None
    not_for: tuple[str, ...] = ()
    next_kinds: tuple[str, ...] = ()


class Filing(Block):
    """A filing of any kind. A kind declares `about`, its pages, and the methods below.

    `exhibits`, `declensions` and `kept_numbers` belong to every kind and are not pages of the questionnaire.
    """

    about: ClassVar[About]
    calculation_title: ClassVar[str] = "Расчёт"

    exhibits: list[NamedExhibit] = question("Документы, которые прикладываются", ru="приложения", default=())
    declensions: dict[str, dict[str, str]] = question("Исправленные склонения", ru="склонения", default={})
    kept_numbers: list[KeptNumber] = question(
        "Номера, оставленные с неверной контрольной цифрой", ru=KEPT_RU, default=()
    )

    @field_validator("declensions")
    @classmethod
    def _cases_exist(cls, corrected: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        for name in (name for forms in corrected.values() for name in forms):
            if name not in _CASES:
                raise ValueError(f"нет падежа «{name}»; бывают: {', '.join(case.ru for case in Case)}")
        return corrected

    @classmethod
    def inferred(cls, before: dict[str, Any]) -> dict[str, Any]:
        """Answers that follow from those of an earlier filing without being among them; see `earlier`."""
        return {}

    def conclude(self, on: date) -> Conclusions:
        """What the law concludes from the answers on the day of filing."""
        raise NotImplementedError

    def signer(self) -> Person:
        """Who signs: the person, or the representative when there is one."""
        return self.representative_or_none() or self.author()

    def author(self) -> Person:
        """In whose name the filing speaks."""
        raise NotImplementedError

    def representative_or_none(self) -> Representative | None:
        """The representative when the filing is made by one."""
        return getattr(self, "representative", None)

    def people(self) -> list[Person]:
        """Everybody whose name is declined in the documents."""
        everybody = [self.author(), self.representative_or_none()]
        return [person for person in everybody if person is not None]

    def opponent(self) -> str:
        """The name of whom the filing is against, nominative; empty when there is nobody."""
        return ""

    def subject(self) -> str:
        """What the filing is about, after its name: «о взыскании заработной платы»."""
        raise NotImplementedError

    def encloses(self, *words: str) -> bool:
        """Whether an exhibit's title has one of the words («акт», «квитанц»): then its paper need not be asked for."""
        titles = [exhibit.title.casefold() for exhibit in self.exhibits]
        return any(word in title for word in words for title in titles)

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """Papers that the law wants attached and that the person adds by hand, beside the exhibits."""
        return []

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """What the person does with the packet."""
        raise NotImplementedError

    def next_kinds(self) -> tuple[str, ...]:
        """Names of the kinds that follow when this one fails: those of `about` that fit the answers."""
        return self.about.next_kinds

    def facts(self) -> dict[str, Any]:
        """Further values for the template under Russian names, derived from the answers alone."""
        return {}
