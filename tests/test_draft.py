"""The draft of a filing: every kind, at every stage of its answers, shows what is there and marks what is missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filings.catalogue import kinds
from filings.documents.draft.completing import complete
from filings.documents.draft.sheet import sheet_of
from filings.documents.paperwork import Paperwork
from filings.documents.readable import blocks_of, grouped
from filings.questions.asking import questions_of
from filings.questions.naming import english_names
from filings.questions.reading import read_answers
from filings.questions.shape import adapter_of
from filings.questions.validation import validate
from filings.russian import dates, numbers

ON = date(2026, 11, 22)
KINDS = kinds()


def answers_of(name: str) -> dict:
    return english_names(KINDS[name].model, read_answers(KINDS[name].sample))[0]


def draft(name: str, answers: dict):
    kind = KINDS[name]
    return sheet_of(kind.template, kind.model, answers, answers_of(name), ON)


def words(sheet) -> str:
    found = [sentence.text for block in sheet.blocks for sentence in block.sentences]
    cells = [cell.text for block in sheet.blocks for row in block.rows for cell in row]
    return " ".join(" ".join((*found, *cells)).split())


def essence(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", sorted(KINDS))
def test_whole_answers_give_the_text_of_the_document(name):
    kind = KINDS[name]
    filing = validate(kind.model, answers_of(name), on=ON)
    conclusions = filing.conclude(ON)
    document = blocks_of(Paperwork(kind.template, filing, conclusions, ON).filing_document([]))
    sheet = draft(name, answers_of(name))
    assert (sheet.missing, sheet.sure) == (0, True)
    drafted = essence(words(sheet))
    lost = [one.text for one in document if one.kind in ("text", "item") and essence(one.text) not in drafted]
    assert not lost


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_stage_has_a_draft_that_names_what_is_missing(name):
    answers = answers_of(name)
    for count in range(len(answers)):
        sheet = draft(name, dict(list(answers.items())[:count]))
        text = words(sheet)
        assert sheet.blocks and "None" not in text and "{" not in text
        assert not [sign for sign in text if 0xF0000 <= ord(sign) <= 0xFFFFF]
    assert draft(name, {}).missing > 3


def test_a_sum_is_never_shown_of_the_sample_s_numbers():
    """Two samples lend different pay: neither number, nor anything counted from it, may be seen."""
    kind, sample = KINDS["wage_claim"], answers_of("wage_claim")
    claimant = {"claimant": sample["claimant"]}
    dearer = sample | {"debts": [{**row, "amount": "77 777"} for row in sample["debts"]]}
    first, second = (words(sheet_of(kind.template, kind.model, claimant, lent, ON)) for lent in (sample, dearer))
    assert first == second
    assert sample["claimant"]["address"].split(",")[0] in first


def test_sums_are_shown_before_the_choices_that_cannot_change_them():
    answers = answers_of("wage_claim")
    dated = {
        name: answers[name] for name in ("claimant", "represented", "employer", "employment", "dismissal", "debts")
    }
    whole = words(draft("wage_claim", answers | {"asks_moral": "нет", "moral": None}))
    early = draft("wage_claim", dated)
    price = next(line for line in whole.split("Цена иска: ")[1:])[:14]
    assert early.missing and early.sure
    assert f"Цена иска: {price}" in words(early)
    assert not draft("wage_claim", dated | {"asks_moral": "да"}).sure, "сумма вреда ещё не названа"
    assert not draft("wage_claim", {name: dated[name] for name in list(dated)[:4]}).sure


@pytest.mark.parametrize("name", sorted(KINDS))
def test_no_day_and_no_sum_of_the_sample_is_shown_as_the_person_s_own(name):
    text = words(draft(name, {})).replace("\u00a0", " ")
    for one in questions_of(KINDS[name].model, answers_of(name)):
        if one.value and one.shape.widget.kind in ("day", "moment", "money") and not one.shape.many:
            typed = adapter_of(one.field).validate_python(one.value)
            shown = dates.day(typed) if isinstance(typed, date) else numbers.money(typed).replace("\u00a0", " ")
            assert shown not in text, one.path


def test_two_people_are_told_apart():
    text = words(draft("wage_claim", {"represented": "да"}))
    assert "[Кто обращается в суд: Фамилия]" in text and "[Представитель: Фамилия]" in text


def test_a_wrong_answer_is_a_gap_and_stops_nothing():
    answers = answers_of("wage_claim")
    answers["employment"] = answers["employment"] | {"salary": "много", "started_on": "31.02.2026"}
    text = words(draft("wage_claim", answers))
    assert "[Зарплата за месяц]" in text and "много" not in text


def test_a_sentence_knows_its_answers_and_norms():
    sheet = draft("wage_claim", answers_of("wage_claim"))
    said = {sentence.text.strip(): sentence for block in sheet.blocks for sentence in block.sentences}
    venue = next(one for text, one in said.items() if text.startswith("Иск подан по месту жительства"))
    assert venue.paths == (("venue",),)
    assert [norm.replace("\u00a0", " ") for norm in venue.norms] == ["ч. 6.3 ст. 29 ГПК РФ"]
    price = next(one for text, one in said.items() if text.startswith("Цена иска (ст."))
    assert "Цена иска" in price.counted
    header = next(one for text, one in said.items() if text.startswith("Истец:"))
    assert ("claimant", "surname") in header.paths


def test_an_answer_that_looks_like_markup_stays_words():
    answers = answers_of("wage_claim") | {"extra": "Мне сказали: <b>{{ нет }} & {% if %}"}
    assert "<b>{{ нет }} & {% if %}" in words(draft("wage_claim", answers))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_missing_answers_leave_a_draft(data):
    name = data.draw(st.sampled_from(sorted(KINDS)))
    kind, answers = KINDS[name], answers_of(name)
    kept = data.draw(st.sets(st.sampled_from(sorted(answers))))
    for field in kept:
        if isinstance(answers[field], dict):
            inner = data.draw(st.sets(st.sampled_from(sorted(answers[field]))))
            answers[field] = {key: value for key, value in answers[field].items() if key in inner}
    partial = {field: value for field, value in answers.items() if field in kept}
    completed = complete(kind.model, partial, answers_of(name), ON)
    assert completed.filing is not None
    assert draft(name, partial).blocks


def test_lists_are_together():
    sample = Path(KINDS["wage_claim"].template).read_bytes()
    kinds_of_groups = [(group.kind, len(group.blocks)) for group in grouped(blocks_of(sample)) if group.kind == "item"]
    assert kinds_of_groups
