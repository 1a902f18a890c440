"""Samples of other invented people: valid for every kind, always the same for the same number, nobody of the first."""

import pytest
import yaml
from today import ON

from filings.catalogue import Kind, kinds
from filings.questions.validation import validate
from filings.samples import sample_text

KINDS = sorted(kinds().values(), key=lambda kind: kind.name)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@each_kind
@pytest.mark.parametrize("seed", [1, 7, 2026])
def test_other_people_make_a_filing(kind: Kind, seed: int) -> None:
    answers = yaml.safe_load(sample_text(kind, seed))
    assert validate(kind.model, answers, on=ON).author().surname


@each_kind
def test_the_same_number_gives_the_same_people(kind: Kind) -> None:
    assert sample_text(kind, 5) == sample_text(kind, 5) != sample_text(kind, 6)
