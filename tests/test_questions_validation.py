"""Validation: names in both languages, every problem at once in the order of the questions, paths as written."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import model_validator
from today import ON

from filings.errors import AnswersError, Problem
from filings.questions import Block, Choice, NamePart, PastDay, Roubles, Text, YesNo, page, question, wrong
from filings.questions.naming import english_names, is_empty, written_path
from filings.questions.validation import problems_of, validate


class Proof(Choice):
    """Доказательство."""

    PAPERS = "papers", "бумаги"
    WITNESSES = "witnesses", "свидетели"


class Debt(Block):
    """Долг."""

    due: PastDay = question("Срок", ru="срок")
    amount: Roubles = question("Сумма", ru="сумма")
    paid: Roubles | None = question("Выплачено", ru="выплачено", optional=True)

    @model_validator(mode="after")
    def _is_owed(self) -> "Debt":
        if self.paid and self.paid >= self.amount:
            raise wrong("paid", "всё выплачено: долга нет")
        return self


class Person(Block):
    """Человек."""

    surname: NamePart = question("Фамилия", ru="фамилия")
    first_name: NamePart = question("Имя", ru="имя")


class Claim(Block):
    """Иск."""

    claimant: Person = page("Кто", ru="истец")
    debts: list[Debt] = page("Долги", ru="долги")
    proofs: list[Proof] = page("Доказательства", ru="доказательства", optional=True, default=())
    fired: YesNo = page("Уволены?", ru="уволен")
    fired_on: PastDay | None = page("Когда", ru="дата_увольнения", when="fired")
    reason: Text | None = page("Почему", ru="причина", when="fired", optional=True)
    certain: YesNo | None = page("Уверены?", ru="уверены", when="fired", unsure="не знаю")


RIGHT = {
    "истец": {"фамилия": "ИВАНОВА", "имя": "Мария"},
    "долги": [{"срок": "10.03.2026", "сумма": "1 000,50"}],
    "уволен": "да",
    "дата_увольнения": "1 июня 2026",
}


def problems(answers: dict[str, Any]) -> list[str]:
    with pytest.raises(AnswersError) as caught:
        validate(Claim, answers, on=ON)
    return [str(problem) for problem in caught.value.problems]


def test_russian_and_english_names_mean_the_same() -> None:
    english = {
        "claimant": {"surname": "Иванова", "имя": "Мария"},
        "debts": {"due": "2026-03-10", "сумма": "1000.5"},
        "fired": True,
        "fired_on": "01.06.2026",
    }
    claim = validate(Claim, RIGHT, on=ON)
    assert claim == validate(Claim, english, on=ON)
    assert claim.debts[0].amount == Decimal("1000.50") and claim.claimant.surname == "Иванова"


def test_what_was_validated_is_valid_again() -> None:
    claim = validate(Claim, RIGHT | {"доказательства": ["бумаги", "witnesses"], "причина": ""}, on=ON)
    assert validate(Claim, claim.model_dump(mode="json"), on=ON) == claim
    assert validate(Claim, claim.model_dump(by_alias=True), on=ON) == claim


def test_every_problem_at_once_in_the_order_of_the_questions() -> None:
    found = problems(
        {
            "дата_увольнения": "31.02.2026",
            "уволен": "да",
            "долги": [
                {"срок": "10.03.2026", "сумма": "5", "выплачено": "5"},
                {"срок": "10.03.2027", "сумма": "много"},
                {"срок": "10.03.2026"},
            ],
            "истец": {"имя": "Maria"},
            "доказательства": ["бумаги", "слухи"],
        }
    )
    assert [problem.partition(":")[0] for problem in found] == [
        *("истец.фамилия", "истец.имя", "долги.1.выплачено", "долги.2.срок", "долги.2.сумма", "долги.3.сумма"),
        *("доказательства.2", "дата_увольнения"),
    ]
    assert found[0] == "истец.фамилия: нет ответа; впишите его"
    assert found[2] == "долги.1.выплачено: всё выплачено: долга нет"
    assert "ещё не наступила" in found[3]
    assert found[6] == "доказательства.2: «слухи» нет среди вариантов; выберите: «бумаги», «свидетели»"


def test_no_answers_at_all_names_what_is_required() -> None:
    assert problems({}) == [f"{name}: нет ответа; впишите его" for name in ("claimant", "debts", "fired")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"расказ": "да"}, ["расказ: такого вопроса нет; проверьте имя."], id="неизвестное имя"),
        pytest.param({"причны": "сам"}, ["причны: такого вопроса нет; возможно, «причина»."], id="опечатка"),
        pytest.param({"fired": "да"}, ["fired: этот вопрос отвечен дважды: по-русски и по-английски"], id="дважды"),
        pytest.param(
            {"истец": {"фамилия": "Ли", "имя": "Ан", "отчество": "Пак"}},
            ["истец.отчество: такого вопроса нет; проверьте имя."],
            id="неизвестное имя в группе",
        ),
        pytest.param(
            {"долги": [{"срок": "10.03.2026", "сумма": "5"}, {"срок": "10.03.2026", "сума": "5"}]},
            ["долги.2.сума: такого вопроса нет; возможно, «сумма».", "долги.2.сумма: нет ответа; впишите его"],
            id="строки считаются с одной",
        ),
        pytest.param({"уволен": "", "дата_увольнения": None}, ["уволен: нет ответа; впишите его"], id="пусто"),
        pytest.param({"дата_увольнения": "\u200b"}, ["дата_увольнения: нет ответа; впишите его"], id="невидимый ответ"),
        pytest.param({"долги": []}, ["долги: нет ответа; впишите его"], id="пустой список"),
        pytest.param({"истец": "Иванова"}, ["истец: здесь нужна группа ответов, а не один ответ"], id="не группа"),
        pytest.param({"долги": ["много"]}, ["долги.1: здесь нужна группа ответов, а не один ответ"], id="не строка"),
        pytest.param({"долги": [None]}, ["долги.1: здесь нужна группа ответов, а не один ответ"], id="пустая строка"),
        pytest.param({"уволен": ["да", "нет"]}, ["уволен: здесь нужен один ответ, а не список"], id="список"),
        pytest.param(
            {"уволен": "нет"},
            ["дата_увольнения: при таких ответах этого не спрашивают; уберите ответ или проверьте предыдущие"],
            id="не спрашивают",
        ),
        pytest.param(
            {"уволен": "наверное"}, ["уволен: ответьте «да» или «нет», а не «наверное»"], id="неверный ответ решает"
        ),
    ],
)
def test_problems(change: dict[str, Any], said: list[str]) -> None:
    assert problems(RIGHT | change) == said


def test_paths_are_in_the_language_of_the_answers() -> None:
    assert problems({"fired": "нет", "claimant": {}, "debts": [{"due": "вчера", "amount": "5"}]})[1].startswith(
        "debts.1.due: "
    )
    assert written_path(Claim, ("debts", 1, "due"), russian=True) == "долги.2.срок"
    assert written_path(Claim, ("debts", 1, "due"), russian=False) == "debts.2.due"


def test_no_to_a_question_that_is_not_asked_is_no_answer() -> None:
    answers = RIGHT | {"уволен": "нет", "дата_увольнения": "нет", "причина": "Нет", "уверены": False}
    claim = validate(Claim, answers, on=ON)
    assert (claim.fired_on, claim.reason, claim.certain) == (None, None, None)


def test_an_answer_nobody_is_sure_of_may_be_left_out() -> None:
    assert validate(Claim, RIGHT, on=ON).certain is None
    assert validate(Claim, RIGHT | {"уверены": "нет"}, on=ON).certain is False


def test_empty_items_of_a_list_are_no_answers() -> None:
    assert validate(Claim, RIGHT | {"доказательства": ["бумаги", "", None]}, on=ON).proofs == [Proof.PAPERS]
    assert validate(Claim, RIGHT | {"доказательства": "свидетели"}, on=ON).proofs == [Proof.WITNESSES]


@pytest.mark.parametrize("value", [None, "", "  ", "\u00a0", "\u200b", "\ufeff \u00ad", [], (), {}, {"а": "", "б": []}])
def test_nothing_is_answered(value: Any) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", ["0", 0, False, "нет", "-", [None], {"а": "0"}])
def test_something_is_answered(value: Any) -> None:
    assert not is_empty(value)


def test_english_names_keep_what_was_written() -> None:
    raw, found = english_names(Claim, {"истец": {"фамилия": " Ли "}, "уволен": "ДА", "долги": [], "лишнее": 1})
    assert raw == {"claimant": {"surname": " Ли "}, "fired": "ДА"}
    assert found == [Problem("лишнее", "такого вопроса нет; проверьте имя.")]


def test_problems_of_names_paths_in_english() -> None:
    raw, _ = english_names(Claim, RIGHT | {"дата_увольнения": "завтра"})
    assert [path for path, _ in problems_of(Claim, raw, on=ON)] == [("fired_on",)]
