"""The chain of a leak: an act, a demand, a claim. What has been said once is not asked again."""

from __future__ import annotations

from changed import changed

from filings.carrying import carried
from filings.catalogue import kind_of
from filings.questions.naming import english_names


def go_on(source: str, target: str, sample: str = "plain") -> tuple[dict, dict]:
    """The answers of the source under English names, and those that the target takes over."""
    kind = kind_of(source)
    answers = changed(kind, sample, {})
    return english_names(kind.model, answers)[0], carried(kind, answers, kind_of(target))


def test_a_demand_takes_over_all_that_the_request_for_an_act_knew() -> None:
    given, taken = go_on("leak_report_request", "leak_damage_demand", "own")
    for name in ("applicant", "home", "leak", "act", "rooms"):
        assert taken[name] == given[name], name
    assert taken["organisation"] == given["recipient"]


def test_that_there_was_no_act_is_not_taken_over() -> None:
    given, taken = go_on("leak_report_request", "leak_damage_demand")
    assert given["act"] and "act" not in taken
    assert taken["things"] == given["things"]


def test_a_claim_takes_over_the_damage_and_the_organisation() -> None:
    given, taken = go_on("leak_damage_demand", "leak_damage_claim")
    for name in ("home", "leak", "act", "rooms", "things", "ownership", "damage", "insurance", "repair_days", "moral"):
        assert taken[name] == given[name], name
    assert taken["organisation"]["title"] == given["organisation"]["title"]
    assert taken["claimant"]["surname"] == given["applicant"]["surname"]


def test_a_claim_takes_over_the_neighbour() -> None:
    given, taken = go_on("leak_damage_demand", "leak_damage_claim", "rich")
    assert taken["citizen"] == given["citizen"]
    assert taken["representative"]["document"] == given["representative"]["document"]
