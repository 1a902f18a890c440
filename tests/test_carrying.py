"""What a person has said once is carried over to the next filing in the chain, and nothing that does not belong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from today import ON

from filings.carrying import carried
from filings.catalogue import Kind, following, kind_of, kinds
from filings.cli import run
from filings.questions.asking import without_unasked
from filings.questions.naming import english_names
from filings.questions.reading import read_answers
from filings.questions.validation import problems_of

KINDS = sorted(kinds().values(), key=lambda kind: kind.name)
LINKS = [(one, after) for one in KINDS for after in following(one)]
each_link = pytest.mark.parametrize(("one", "after"), LINKS, ids=lambda kind: kind.name)


def sample(kind: Kind) -> dict[str, Any]:
    return english_names(kind.model, read_answers(kind.sample))[0]


def author_of(answers: dict[str, Any]) -> dict[str, Any]:
    return next(answers[name] for name in ("claimant", "applicant", "mover") if name in answers)


def test_a_filing_carried_to_itself_keeps_its_pages() -> None:
    kind = kind_of("wage_claim")
    answers = sample(kind)
    again = carried(kind, answers, kind)
    assert again == {name: value for name, value in answers.items() if name in again}
    assert {"claimant", "employer", "employment", "debts", "court"} <= set(again)


@each_link
def test_the_person_is_carried_over(one: Kind, after: Kind) -> None:
    """Name and contacts are not asked twice, whatever the next paper calls the person."""
    before, found = author_of(sample(one)), author_of(carried(one, sample(one), after))
    for name in ("surname", "first_name", "patronymic"):
        assert found.get(name) == before.get(name)
    assert "address" not in before or found["address"] == before["address"]


@each_link
def test_what_is_carried_is_right_as_far_as_it_goes(one: Kind, after: Kind) -> None:
    """Answers may be missing in the next filing, but those that are there are accepted by their questions."""
    found = carried(one, sample(one), after)
    kept, _ = without_unasked(after.model, found)
    wrong = [(path, text) for path, text in problems_of(after.model, kept, on=ON) if _given(kept, path)]
    assert not wrong


@each_link
def test_a_complaint_does_not_go_to_whom_it_is_about(one: Kind, after: Kind) -> None:
    """An authority is not carried over as the addressee of the next authority."""
    before, found = sample(one), carried(one, sample(one), after)
    if "recipient" in before and "organisation" in after.model.model_fields:
        assert "recipient" not in found or found["recipient"].get("title") != before["recipient"]["title"]


def _given(answers: Any, path: tuple[Any, ...]) -> bool:
    """Whether there is an answer at that path."""
    for part in path:
        try:
            answers = answers[part]
        except (KeyError, IndexError, TypeError):
            return False
    return answers is not None and not isinstance(answers, dict)


def test_the_command_writes_answers_that_can_be_completed(tmp_path: Path) -> None:
    kind = kind_of("wage_claim")
    made = tmp_path / "next.yaml"
    assert run(["next", kind.name, str(kind.sample), kind.name, "-o", str(made)]) == 0
    assert read_answers(made)["истец"]["фамилия"] == read_answers(kind.sample)["истец"]["фамилия"]


# What the demand was about is not asked anew by the complaint or the claim that follows.
INFERRED = [
    ("utility_quality_complaint", "utility_recalculation_claim", {"grounds": ["quality"]}, {"outage", "calls"}),
    ("overcharge_refund_demand", "utility_recalculation_claim", {"grounds": ["overcharge"]}, {"overcharges"}),
    ("common_property_repair_request", "utility_recalculation_claim", {"grounds": ["upkeep"]}, {"fee_cuts", "defect"}),
    ("overcharge_refund_demand", "housing_inspectorate_complaint", {"topics": ["charges"]}, {"organisation"}),
    ("common_property_repair_request", "housing_inspectorate_complaint", {"topics": ["upkeep"]}, {"breach"}),
    ("housing_inspectorate_complaint", "prosecutor_complaint", {"sphere": "housing"}, {"breach", "organisation"}),
]


@pytest.mark.parametrize(("before", "after", "known", "kept"), INFERRED)
def test_what_the_earlier_paper_was_about_is_known(
    before: str, after: str, known: dict[str, Any], kept: set[str]
) -> None:
    """And that it was an appeal: whom it was sent to stands among the earlier appeals, the day is asked."""
    answers = sample(kind_of(before))
    found = carried(kind_of(before), answers, kind_of(after), ON)
    assert {name: found.get(name) for name in known} == known
    assert kept <= set(found)
    assert answers["recipient"]["title"] in [row.get("to") for row in found["prior"]]
    assert found["approached"] == "да"
