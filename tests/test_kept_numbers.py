"""A failed check digit stops once; a number that the person keeps passes, and every list of warnings says so."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml
from pydantic import TypeAdapter, ValidationError
from today import ON

from filings import questions
from filings.assembly import assemble
from filings.carrying import carried
from filings.catalogue import kind_of
from filings.documents.draft.completing import complete
from filings.errors import AnswersError
from filings.questions.kept import KEPT, KEPT_RU, digits_of, keeping
from filings.questions.naming import english_names
from filings.questions.reading import read_answers
from filings.questions.validation import kept_notes, problems_of, validate
from filings.schemas.payment import StateDutyPayment

CASES = yaml.load(
    (Path(__file__).parent / "cases" / "numbers" / "kept_numbers.yaml").read_text("utf-8"), yaml.SafeLoader
)
each_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def answers_of(case: dict[str, Any], *kept: str) -> dict[str, Any]:
    """The sample of the kind with the changes of the case; null takes an answer out."""
    answers = read_answers(kind_of(case["kind"]).sample)
    for block, changes in case["change"].items():
        changed = answers[block] | changes
        answers[block] = {name: value for name, value in changed.items() if value is not None}
    return answers | ({KEPT_RU: list(kept)} if kept else {})


def text_of_pdf(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())


@each_case
def test_the_error_comes_first_and_tells_how_to_keep_the_number(case: dict[str, Any]) -> None:
    with pytest.raises(AnswersError) as refused:
        validate(kind_of(case["kind"]).model, answers_of(case), on=ON)
    (problem,) = refused.value.problems
    assert problem.path == case["place"]
    assert problem.message.startswith(case["error"])
    assert f"«{KEPT_RU}: [{digits_of(case['kept'])}]»" in problem.message


@each_case
def test_a_number_that_is_kept_passes_with_a_note(case: dict[str, Any]) -> None:
    model, answers = kind_of(case["kind"]).model, answers_of(case, case["kept"])
    assert validate(model, answers, on=ON).kept_numbers == [digits_of(case["kept"])]
    assert kept_notes(model, answers, on=ON) == [case["note"]]


@each_case
def test_another_number_than_the_kept_one_is_checked(case: dict[str, Any]) -> None:
    with pytest.raises(AnswersError, match="не сходится"):
        validate(kind_of(case["kind"]).model, answers_of(case, "12345"), on=ON)


def test_the_names_may_be_english() -> None:
    model = kind_of("wage_claim").model
    answers, _ = english_names(model, answers_of(CASES[0]))
    with pytest.raises(AnswersError, match=r"employer\.inn: .*«kept_numbers: \[6908123746\]»"):
        validate(model, answers, on=ON)
    assert validate(model, answers | {KEPT: "6908123746"}, on=ON).employer.inn == "6908123746"


@pytest.mark.parametrize(
    ("name", "number"),
    [("PersonInn", "50010073225"), ("OrganisationInn", "770708389"), ("Ogrn", "102770013219"), ("Snils", "1122334459")],
)
def test_a_wrong_count_of_digits_cannot_be_kept(name: str, number: str) -> None:
    with keeping({KEPT: [number]}), pytest.raises(ValidationError, match="цифр, а написано"):
        TypeAdapter(getattr(questions, name)).validate_python(number)


@pytest.mark.parametrize("kept", ["как в паспорте", "ИНН 6908123746", "6908123746?", {"инн": "6908123746"}])
def test_only_digits_are_kept(kept: Any) -> None:
    with pytest.raises(AnswersError, match="не сходится") as refused:
        validate(kind_of("wage_claim").model, answers_of(CASES[0]) | {KEPT_RU: [kept]}, on=ON)
    assert any(problem.path.startswith(KEPT_RU) for problem in refused.value.problems)


def test_a_right_number_is_not_noted_even_when_it_is_kept() -> None:
    kind = kind_of("wage_claim")
    answers = read_answers(kind.sample) | {KEPT_RU: ["6908123745"]}
    assert validate(kind.model, answers, on=ON) and kept_notes(kind.model, answers, on=ON) == []


def test_what_one_person_keeps_is_checked_for_the_next() -> None:
    model = kind_of("wage_claim").model
    validate(model, answers_of(CASES[0], CASES[0]["kept"]), on=ON)
    with pytest.raises(AnswersError, match="не сходится"):
        validate(model, answers_of(CASES[0]), on=ON)


def test_an_account_is_kept_as_it_is_with_another_bank_too() -> None:
    case = next(case for case in CASES if "БИК" in case["name"])
    answers = answers_of(case, case["kept"])
    answers["счёт"]["бик"] = "049999999"
    (note,) = kept_notes(kind_of(case["kind"]).model, answers, on=ON)
    assert "не сходится с БИК 049999999" in note


def test_where_nothing_can_be_kept_no_way_is_offered() -> None:
    with pytest.raises(AnswersError) as refused:
        validate(StateDutyPayment, {"инн": "6908123746"}, on=ON)
    (message,) = [problem.message for problem in refused.value.problems if problem.path == "инн"]
    assert message.endswith("с документом") and KEPT_RU not in message


def test_the_number_is_carried_to_the_next_filing() -> None:
    after = kind_of("wage_court_order")
    found = carried(kind_of("wage_claim"), answers_of(CASES[0], CASES[0]["kept"]), after, ON)
    assert found["employer"]["inn"] == CASES[0]["kept"] and found[KEPT] == [CASES[0]["kept"]]
    assert not [path for path, _ in problems_of(after.model, found, on=ON) if path == ("employer", "inn")]
    assert "inn" not in carried(kind_of("wage_claim"), answers_of(CASES[0]), after, ON).get("employer", {})


def test_the_draft_shows_the_number_and_no_gap() -> None:
    kind = kind_of("wage_claim")
    answers, _ = english_names(kind.model, answers_of(CASES[0], CASES[0]["kept"]))
    sample, _ = english_names(kind.model, read_answers(kind.sample))
    assert complete(kind.model, answers, sample, ON).filing.employer.inn == "6908123746"
    refused = {name: value for name, value in answers.items() if name != KEPT}
    assert ("employer", "inn") in {gap.path for gap in complete(kind.model, refused, sample, ON).gaps}


def test_check_says_it(filings: Any, tmp_path: Path) -> None:
    written = tmp_path / "иск.yaml"
    written.write_text(yaml.safe_dump(answers_of(CASES[0]), allow_unicode=True), "utf-8")
    refused = filings("check", "wage_claim", written, "--on", "2026-11-22")
    assert refused.code == 2 and f"{KEPT_RU}: [6908123746]" in refused.err
    written.write_text(yaml.safe_dump(answers_of(CASES[0], "6908123746"), allow_unicode=True), "utf-8")
    passed = filings("check", "wage_claim", written, "--on", "2026-11-22")
    assert passed.code == 0 and f"Обратите внимание: {CASES[0]['note']}" in passed.out


def test_the_packet_says_it_in_the_manifest_and_on_the_sheet_of_steps() -> None:
    packet = assemble(kind_of("wage_claim"), answers_of(CASES[0], "6908123746"), on=ON)
    assert packet.warnings[0] == CASES[0]["note"]
    assert CASES[0]["note"] in json.loads(packet.files["manifest.json"])["warnings"]
    assert "6908123746 не сходится с контрольной цифрой" in text_of_pdf(packet.files["next_steps.pdf"])
    assert "6908123746" in text_of_pdf(packet.files["packet.pdf"])
