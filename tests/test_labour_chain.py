"""The chain of unpaid wages: what was said in the demand is not asked again in the complaint and in court."""

import pytest
from changed import changed

from filings.carrying import carried
from filings.catalogue import kind_of

SAME = {"represented", "employer", "employment", "debts", "tax"}


@pytest.mark.parametrize(
    ("source", "target", "kept"),
    [
        pytest.param(
            "employer_documents_demand",
            "labour_inspectorate_complaint",
            SAME | {"applicant"},
            id="требование — инспекция",
        ),
        pytest.param("employer_documents_demand", "wage_court_order", SAME | {"claimant"}, id="требование — приказ"),
        pytest.param("employer_documents_demand", "wage_claim", SAME | {"claimant"}, id="требование — иск"),
        pytest.param("labour_inspectorate_complaint", "wage_court_order", SAME | {"claimant"}, id="инспекция — приказ"),
        pytest.param(
            "labour_inspectorate_complaint", "wage_claim", SAME | {"claimant", "accrued"}, id="инспекция — иск"
        ),
        pytest.param(
            "wage_claim",
            "labour_inspectorate_complaint",
            SAME | {"applicant", "owed", "accrued", "dismissal"},
            id="иск — инспекция",
        ),
        pytest.param("wage_claim", "wage_court_order", SAME | {"claimant", "venue"}, id="иск — приказ"),
        pytest.param("wage_court_order", "wage_claim", SAME | {"claimant", "accrued", "venue"}, id="приказ — иск"),
    ],
)
def test_answers_are_carried_along_the_chain(source: str, target: str, kept: set[str]) -> None:
    answers = changed(kind_of(source), "plain", {})
    found = carried(kind_of(source), answers, kind_of(target))
    assert kept - {"represented"} <= set(found)
    assert len(found["debts"]) == len(answers["долги"])
    employer = answers.get("работодатель") or answers["ответчик"]
    assert found["employer"]["title"] == employer["название"]
    assert found["employment"]["position"] == "кладовщик"


def test_the_last_day_of_work_is_carried_to_the_claim() -> None:
    answers = changed(kind_of("employer_documents_demand"), "rich", {})
    found = carried(kind_of("employer_documents_demand"), answers, kind_of("wage_claim"))
    assert found["dismissal"]["on"] == answers["увольнение"]["дата"]
    assert found["employment"]["ended"]
