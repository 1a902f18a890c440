"""«Не знаю» among the answers: kept where it was said, read as no answer, only where the question allows it."""

from __future__ import annotations

from typing import Any

import pytest
from today import ON

from filings.carrying import carried
from filings.catalogue import Kind, kind_of, kinds
from filings.errors import AnswersError
from filings.questions import Block, Choice, PastDay, Roubles, Text, YesNo, page, question
from filings.questions.asking import questions_of, without_unasked, without_unknown
from filings.questions.naming import english_names, russian_names
from filings.questions.reading import read_answers
from filings.questions.validation import problems_of, validate
from web.forms.raw import put


class Sender(Choice):
    """Кто отправил; «не знаю» здесь — один из ответов."""

    ME = "me", "я"
    UNCLEAR = "unclear", "не знаю"


class Letter(Block):
    """Письмо."""

    sent_on: PastDay | None = question("Когда отправили", ru="отправлено", unsure="дату не укажем")
    sum: Roubles | None = question("Сколько", ru="сумма", when="sent_on", unsure="сумму не назовём")
    note: Text | None = question("Примечание", ru="примечание", optional=True)
    sender: Sender = question("Кто отправил", ru="отправитель", unsure="не важно")
    called: YesNo | None = question("Звонили?", ru="звонили", unsure="не скажем")


class Parcel(Block):
    """Заявление о письмах."""

    letters: list[Letter] = page("Письма", ru="письма")


def answers_with(**letter: Any) -> dict[str, Any]:
    return {"letters": [{"sender": "me", **letter}]}


def letter_of(**letter: Any) -> Letter:
    return validate(Parcel, answers_with(**letter), on=ON).letters[0]


@pytest.mark.parametrize("said", ["не знаю", "Не знаю", " НЕ ЗНАЮ. ", "«не знаю»"])
def test_it_is_read_as_no_answer(said: str) -> None:
    assert letter_of(sent_on=said) == letter_of()
    (one,) = [one for one in questions_of(Parcel, answers_with(sent_on=said)) if one.path[-1] == "sent_on"]
    assert one.unknown and one.value is None


def test_russian_names_take_it_too() -> None:
    answers = {"письма": [{"отправитель": "я", "отправлено": "не знаю"}]}
    assert validate(Parcel, answers, on=ON).letters[0].sent_on is None


def test_what_hangs_on_it_is_not_asked() -> None:
    asked = {one.path[-1]: one.asked for one in questions_of(Parcel, answers_with(sent_on="не знаю"))}
    assert asked["sum"] is False
    kept, dropped = without_unasked(Parcel, answers_with(sent_on="не знаю", sum="не знаю"))
    assert kept == answers_with(sent_on="не знаю") and [one.path[-1] for one in dropped] == ["sum"]


def test_only_where_the_question_allows_it() -> None:
    assert letter_of(note="не знаю").note == "не знаю"
    with pytest.raises(AnswersError, match="дату числами"):
        letter_of(sent_on="не помню")
    with pytest.raises(AnswersError, match="нет среди вариантов"):
        validate(Parcel, answers_with(sender="не помню"), on=ON)


def test_a_choice_that_lists_it_has_it_as_an_answer() -> None:
    assert letter_of(sender="не знаю").sender is Sender.UNCLEAR


def with_unknown(kind: Kind) -> dict[str, Any]:
    """The kind's own sample with «не знаю» at every question that allows it."""
    answers, _ = english_names(kind.model, read_answers(kind.sample))
    for one in list(questions_of(kind.model, answers)):
        if one.ask.unsure and one.asked and one.shape.block is None and not one.shape.many:
            answers = put(answers, one.path, "не знаю")
    return without_unasked(kind.model, answers)[0]


SAID = {kind: said for kind in kinds().values() if (said := with_unknown(kind)) != without_unknown(kind.model, said)}


@pytest.mark.parametrize("kind", SAID, ids=lambda kind: kind.name)
def test_every_kind_takes_it_as_no_answer(kind: Kind) -> None:
    said, silent = SAID[kind], without_unknown(kind.model, SAID[kind])
    assert problems_of(kind.model, said, on=ON) == []
    assert validate(kind.model, russian_names(kind.model, said), on=ON) == validate(kind.model, silent, on=ON)


def test_it_is_carried_over_where_the_next_paper_allows_it() -> None:
    order, claim = kind_of("loan_court_order"), kind_of("loan_claim")
    answers = put(english_names(order.model, read_answers(order.sample))[0], ("citizen", "birth_date"), "не знаю")
    assert carried(order, answers, claim, ON)["citizen"]["birth_date"] == "не знаю"
