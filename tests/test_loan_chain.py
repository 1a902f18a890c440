"""The chain of a loan: what was said in the demand is not asked again in the application and the claim."""

import pytest
from changed import changed
from today import ON

from filings.carrying import carried
from filings.catalogue import kind_of
from filings.questions.validation import validate

KEPT = {"claimant", "citizen", "loan", "repaid"}
SUIT = {"represented", "demanded", "demand", "original_held", "venue"}


@pytest.mark.parametrize(
    ("source", "target", "kept"),
    [
        pytest.param("loan_repayment_demand", "loan_court_order", KEPT, id="требование — приказ"),
        pytest.param("loan_repayment_demand", "loan_claim", KEPT, id="требование — иск"),
        pytest.param("loan_court_order", "loan_claim", KEPT | SUIT, id="приказ — иск"),
    ],
)
def test_answers_are_carried_along_the_chain(source: str, target: str, kept: set[str]) -> None:
    answers = changed(kind_of(source), "plain", {})
    filing = validate(kind_of(source).model, answers, on=ON)
    found = carried(kind_of(source), answers, kind_of(target))
    assert kept - {"represented"} <= set(found)
    assert validate(type(filing.loan), found["loan"], on=ON) == filing.loan
    assert found["citizen"]["surname"] == filing.citizen.surname
    assert len(found["repaid"]) == len(filing.repaid)
