"""Any valid answers to any kind: they validate, come back unchanged, are concluded on, and every document is written.

The answers are made from the schema alone (strategies.py), so a new kind is tested as soon as its files are there.
"""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, seed, settings
from hypothesis import strategies as st
from strategies import answers_of, unchecked_answers_of
from test_samples import FAULTS
from today import ON

from filings.catalogue import Kind, kinds
from filings.documents.attachments import attachments
from filings.documents.paperwork import Paperwork
from filings.documents.printing import CALCULATION, FILING, INVENTORY, inventory_rows
from filings.documents.word_text import text_of
from filings.errors import AnswersError
from filings.questions.asking import questions_of, without_unasked
from filings.questions.validation import validate
from filings.rules.conclusion import ROUBLES
from filings.rules.figures import money
from filings.russian.decline import decline
from filings.russian.forms import Case
from filings.russian.names import decline_name
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.parties import Person

KINDS = sorted(kinds().values(), key=lambda kind: kind.name)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
quick = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
# Making an answer of thirty rows smaller takes minutes of writing documents.
slow = settings(quick, max_examples=30, phases=[Phase.explicit, Phase.reuse, Phase.generate])


def documents(kind: Kind, filing: Filing, conclusions: Conclusions) -> dict[str, str]:
    """The text of every document by name, with nominal numbers of sheets."""
    paperwork = Paperwork(kind.template, filing, conclusions, ON)
    sheets = {INVENTORY: 1, FILING: 2} | ({CALCULATION: 1} if conclusions.calculation else {})
    calculation = (filing.calculation_title, 1) if conclusions.calculation else None
    items = attachments((), filing.exhibits, calculation, filing.papers(conclusions))
    made = {"документ": paperwork.filing_document(items)}
    if conclusions.calculation:
        made["расчёт"] = paperwork.calculation_document()
    made["опись"] = paperwork.inventory_document(inventory_rows(paperwork, items, sheets), 1)
    made["что делать дальше"] = paperwork.steps_document(conclusions.warnings)
    return {name: text_of(docx) for name, docx in made.items()}


def spaced(text: str) -> str:
    """Non-breaking spaces and hyphens as plain ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2011", "-")


def faults(texts: dict[str, str]) -> list[str]:
    """What test_samples looks for, table cells apart."""
    cells = ((name, text.replace(" | ", "\n")) for name, text in texts.items())
    return [
        f"{document}: {fault}: …{text[max(0, found.start() - 60) : found.end() + 40]}…"
        for document, text in cells
        for fault, pattern in FAULTS.items()
        for found in re.finditer(pattern, text, re.MULTILINE | re.IGNORECASE)
    ]


@each_kind
def test_answers_mean_the_same_when_read_again(kind: Kind) -> None:
    @quick
    @given(answers_of(kind.model, ON))
    def holds(answers: dict[str, Any]) -> None:
        filing = validate(kind.model, answers, on=ON)
        assert validate(kind.model, filing.model_dump(mode="json"), on=ON) == filing
        assert validate(kind.model, filing.model_dump(mode="json", by_alias=True), on=ON) == filing
        assert without_unasked(kind.model, answers) == (answers, [])

    holds()


@each_kind
def test_every_document_of_any_filing_is_written_without_a_slip(kind: Kind) -> None:
    @slow
    @given(answers_of(kind.model, ON))
    def holds(answers: dict[str, Any]) -> None:
        filing = validate(kind.model, answers, on=ON)
        conclusions = filing.conclude(ON)
        texts = documents(kind, filing, conclusions)
        assert faults(texts) == []
        printed = spaced(texts["документ"])
        assert any(form in printed for form in forms_of(filing.author()))
        assert spaced(filing.signer().signature) in printed
        assert not filing.opponent() or words_of(in_all_cases(filing.opponent())) & words_of(printed)
        concluded = [one.value for one in conclusions.calculation if one.unit == ROUBLES]
        for amount in (*concluded, *(total.amount for total in conclusions.totals)):
            assert spaced(money(amount)) in spaced(texts["расчёт"])

    holds()


def forms_of(person: Person) -> set[str]:
    """The full name in every case: a header says «от Ивановой Марии Петровны»."""
    forms = decline_name(person.surname, person.first_name, person.patronymic, person.gender)
    return {spaced(forms.get(case)) for case in Case}


def in_all_cases(name: str) -> str:
    """A body or a person in every case: a demand goes «Ли Илье»."""
    return " ".join(decline(name).get(case) for case in Case)


def words_of(text: str) -> set[str]:
    """Words that do not decline to something else: those inside quotes, and long stems."""
    return {word[:5].casefold() for word in re.findall(r"[А-ЯЁа-яё]{3,}", text)}


@each_kind
def test_generated_answers_reach_every_question_and_few_are_refused(kind: Kind) -> None:
    """Otherwise the tests above promise more than they look at; a kind that refuses more needs a hint."""
    reached: dict[bool, set[tuple[str, ...]]] = {True: set(), False: set()}
    refused: list[str] = []

    def collect(answers: dict[str, Any]) -> None:
        for one in questions_of(kind.model, answers):
            name = tuple(part for part in one.path if isinstance(part, str))
            reached[one.value is not None].add(name)
        try:
            validate(kind.model, answers, on=ON)
        except AnswersError as error:
            refused.append(error.message)

    def passed_by() -> set[tuple[str, ...]]:
        return reached[False] - reached[True] - {("declensions",), ("kept_numbers",)}

    # what is seldom asked may be left out by chance, but not three times
    for again in range(3):
        seed(again)(settings(quick, max_examples=200)(given(unchecked_answers_of(kind.model, ON))(collect)))()
        assert len(refused) <= 40 * (again + 1), refused
        if not passed_by():
            return
    assert passed_by() == set()


@each_kind
def test_a_day_later_the_same_answers_are_still_valid(kind: Kind) -> None:
    """A packet is assembled again after the night: the past stays the past."""

    @slow
    @given(answers_of(kind.model, ON), st.integers(1, 30))
    def holds(answers: dict[str, Any], later: int) -> None:
        on = date.fromordinal(ON.toordinal() + later)
        note(f"{on}")
        filing = validate(kind.model, answers, on=on)
        filing.conclude(on)
        filing.next_steps(filing.conclude(on), on)

    holds()
