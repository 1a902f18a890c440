"""The complaint on a refused benefit: each mistake of the body in the text; income per head; refusals in Russian."""

from __future__ import annotations

import copy
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from today import ON

from filings.catalogue import kind_of
from filings.documents.attachments import attachments
from filings.documents.paperwork import Paperwork
from filings.documents.word_text import text_of
from filings.errors import AnswersError
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.schemas.benefits._income import window
from filings.schemas.benefits.benefit_refusal_complaint import BenefitRefusalComplaint

KIND = kind_of("benefit_refusal_complaint")
SAMPLES = {"plain": KIND.sample} | {
    path.stem: path for path in sorted((Path(__file__).parent / "samples" / KIND.name).glob("*.yaml"))
}
ABSENT = object()
read = cache(lambda name: read_answers(SAMPLES[name]))


def filing(name: str = "plain", on: date = ON, **changes: Any) -> BenefitRefusalComplaint:
    """A sample with some answers changed: `доход__членов_семьи=4`, `доходы__0__сумма="1"`, ABSENT removes."""
    answers = copy.deepcopy(read(name))
    for path, value in changes.items():
        *inner, last = [int(part) if part.isdigit() else part for part in path.split("__")]
        place: Any = answers
        for part in inner:
            place = place[part]
        if value is ABSENT:
            del place[last]
        else:
            place[last] = value
    return validate(BenefitRefusalComplaint, answers, on=on)


def text(made: BenefitRefusalComplaint, on: date = ON) -> str:
    """The complaint as it is read, with plain spaces."""
    conclusions = made.conclude(on)
    items = attachments((), made.exhibits, None, made.papers(conclusions))
    printed = text_of(Paperwork(KIND.template, made, conclusions, on).filing_document(items))
    return printed.replace("\u00a0", " ")


sample_text = cache(lambda name: text(filing(name)))


@pytest.mark.parametrize(
    ("sample", "has", "lacks"),
    [
        pytest.param(
            "plain", ["Доход семьи посчитан неверно", "ошибочно включённое"], ["Имущество учтено"], id="доход и семья"
        ),
        pytest.param("property", ["то, что учтено ошибочно (автомобиль"], ["Доход семьи", "81-ФЗ"], id="имущество"),
        pytest.param("no_income", ["уважительными", "№ 2330", "01.09.2025"], ["среднедушевой"], id="причина"),
        pytest.param("registry", ["п. 2 ч. 1 ст. 7", "сообщить Ли К., от какого"], ["№ 2330", "единое"], id="базы"),
        pytest.param(
            "pregnancy",
            ["в период беременности с месяца постановки на учёт", "Учтена премия"],
            ["Всего"],
            id="беременность",
        ),
        pytest.param(
            "bare", ["по следующей причине", "по заявлению от 01.10.2026"], ["месяца обращения", "2330"], id="другое"
        ),
        pytest.param(
            "property", ["01.11.2026 Гончар А.Л. подала новое заявление"], ["Причины, по"], id="новое заявление"
        ),
        pytest.param(
            "rich",
            ["1.\tРассмотреть жалобу по существу", "Член семьи, которого не учли"],
            ["месяца обращения"],
            id="пропущенное время",
        ),
        pytest.param("rich", ["решение Отделения Фонда", "В Фонд пенсионного"], ["ПРОШУ"], id="вышестоящий орган"),
        pytest.param(
            "plain",
            ["с октября 2026 года (месяца обращения)", "я не согласна"],
            ["по существу"],
            id="с месяца обращения",
        ),
        pytest.param(
            "rich",
            ["с апреля 2026 года и выплатить", "Мамедова А.Р. не согласна"],
            ["Мамедова А.Р. ."],
            id="свой месяц",
        ),
        pytest.param("registry", ["с 01.09.2026 и выплатить"], ["по заявлению от"], id="другая выплата со своего дня"),
    ],
)
def test_the_branch_is_in_the_text(sample: str, has: list[str], lacks: list[str]) -> None:
    found = sample_text(sample)
    assert [words for words in has if words not in found] == []
    assert [words for words in lacks if words in found] == []


def test_the_ground_is_quoted_once() -> None:
    """The person's own quotes and full stop do not double the printed ones."""
    assert "трудоспособного члена семьи»." in sample_text("rich")
    assert "««" not in sample_text("rich") and ".»" not in sample_text("rich")
    assert "«Пропущен срок обращения»." in sample_text("bare")
    assert "«Доход „выше прожиточного минимума“»" in sample_text("pregnancy")


def test_the_sign_of_a_number_is_printed_once() -> None:
    found = text(filing(решение__номер="№ 15", пособие__номер="№16-а"))
    assert "16.10.2026 № 15 об отказе" in found and "заявление № 16-а" in found


def test_income_per_head_by_hand() -> None:
    """421 380 + 168 600 = 589 980; / 12 / 3 = 16 388,333…; 18 100 − 16 388,33 = 1 711,67."""
    found = filing().conclude(ON)
    assert (found.family_income, found.income_per_head) == (Decimal("589980.00"), Decimal("16388.33"))
    assert found.below_minimum == Decimal("1711.67")
    assert "Семья состоит из 3 человек, среднедушевой доход — 16 388,33 руб. в месяц" in sample_text("plain")
    assert "с сентября 2025 года по август 2026 года" in sample_text("plain")


def test_the_calculation_can_be_followed_with_a_pencil() -> None:
    """Every income on its line, then the division, then the minimum; the title is in the list of attachments."""
    family, head = filing().conclude(ON).calculation
    assert [step.base for step in family.steps] == [Decimal("421380.00"), Decimal("168600.00")]
    assert family.value == Decimal("589980.00")
    assert [step.formula.replace("\u00a0", " ") for step in head.steps] == [
        "589 980,00 / 12 мес. / 3 чел.",
        "",
        "18 100,00 − 16 388,33",
    ]
    assert [step.amount for step in head.steps] == [Decimal("16388.33"), Decimal("18100.00"), Decimal("1711.67")]
    assert BenefitRefusalComplaint.calculation_title == "Расчёт среднедушевого дохода"


def test_a_family_of_one_is_not_members() -> None:
    """«Состоит из 1 человека»; 120 000 / 12 / 1 = 10 000."""
    one = filing(
        "pregnancy", доход={"что_неверно": "Учтена чужая премия.", "членов_семьи": 1, "прожиточный_минимум": "18 100"},
        доходы=[{"чей": "Зарплата", "сумма": "120 000"}],
    )  # fmt: skip
    assert "Семья состоит из 1 человека, среднедушевой доход — 10 000,00 руб. в месяц" in text(one)


def test_income_equal_to_the_minimum_is_enough() -> None:
    """81-ФЗ, ст. 9: the benefit is due when the income does not exceed the minimum; 36 × 100 / 12 / 3 = 100."""
    equal = filing(доход__прожиточный_минимум="100", доходы=[{"чей": "Королёва М.П., зарплата", "сумма": "3 600"}])
    assert equal.conclude(ON).below_minimum == 0
    assert [step.note for step in equal.conclude(ON).calculation[1].steps][-1] != "Разница"
    assert "Среднедушевой доход его не превышает." in text(equal)


@pytest.mark.parametrize(
    ("changes", "warned"),
    [
        pytest.param({"доходы__0__сумма": "900 000"}, "выше прожиточного минимума", id="доход выше минимума"),
        pytest.param({"доход__прожиточный_минимум": ABSENT}, "впишите прожиточный минимум", id="минимум не назван"),
        pytest.param({"доход__членов_семьи": ABSENT}, "впишите сколько человек", id="состав не назван"),
    ],
)
def test_no_arithmetic_that_does_not_help(changes: dict[str, Any], warned: str) -> None:
    made = filing(**changes)
    assert any(warned in warning for warning in made.conclude(ON).warnings)
    assert "составляет" not in text(made) and made.conclude(ON).calculation == ()


@pytest.mark.parametrize(
    ("sample", "changes", "warned"),
    [
        pytest.param("plain", {"доходы__0__сумма": "35 115", "доходы__1__сумма": "0"}, "не за один", id="месяц"),
        pytest.param("plain", {"доход__прожиточный_минимум": "181 000"}, "не похож", id="минимум вдесятеро больше"),
        pytest.param("plain", {"доход__в_решении": "18 100"}, "отказать по доходу не могли", id="и так не выше"),
        pytest.param("plain", {"доход__членов_семьи": "2"}, "меньше, чем вы и дети", id="не все посчитаны"),
        pytest.param("plain", {"дети__1__дата_рождения": "05.04.2026"}, "с месяца рождения", id="ребёнку полгода"),
        pytest.param("rich", {}, "есть слово «моей»", id="представитель пишет «я»"),
        pytest.param("rich", {}, "Мамедова А.Р., с 20.04.2026", id="период вне двенадцати месяцев"),
        pytest.param("rich", {}, "Мамедова Сабина", id="ребёнку семнадцать"),
    ],
)  # fmt: skip
def test_answers_that_people_mix_up(sample: str, changes: dict[str, Any], warned: str) -> None:
    assert any(warned in warning for warning in filing(sample, **changes).conclude(ON).warnings)


def test_right_answers_are_not_doubted() -> None:
    """Only what is true of every complaint: a new application, the months, a calendar and a term not checked."""
    assert len(filing().conclude(ON).warnings) == 4
    later = filing(дети__1__дата_рождения="05.03.2026").conclude(ON).warnings
    assert not any("с месяца рождения" in warning for warning in later)


def test_no_sums_no_arithmetic_and_no_warning_about_it() -> None:
    made = filing(доходы=ABSENT)
    assert made.conclude(ON).income_months is None
    assert not any("доход" in warning for warning in made.conclude(ON).warnings)


@pytest.mark.parametrize(
    ("applied", "first", "last"),
    [
        # The Social Fund on the first applications: in January 2023 the income of December 2021 – November 2022.
        (date(2023, 1, 9), date(2021, 12, 1), date(2022, 11, 1)),
        (date(2026, 2, 28), date(2025, 1, 1), date(2025, 12, 1)),
        (date(2026, 3, 1), date(2025, 2, 1), date(2026, 1, 1)),
    ],
)
def test_the_months_of_income(applied: date, first: date, last: date) -> None:
    assert window(applied) == (first, last)


@given(st.dates(date(2023, 1, 1), date(2099, 12, 31)))
def test_the_months_of_income_are_twelve(applied: date) -> None:
    first, last = window(applied)
    assert (last.year - first.year) * 12 + last.month - first.month == 11
    assert (applied.year - last.year) * 12 + applied.month - last.month == 2


@pytest.mark.parametrize(
    ("sample", "changes", "place", "said"),
    [
        ("plain", {"решение__дата": "01.10.2026"}, "решение", "решение раньше заявления"),
        ("plain", {"решение__узнали": "15.10.2026"}, "решение.узнали", "узнать раньше нельзя"),
        ("plain", {"решение__дата": "23.11.2026"}, "решение.дата", "ещё не наступила"),
        ("plain", {"решение__основание": "«.»"}, "решение.основание", "словами, как в решении"),
        ("plain", {"дети__0__дата_рождения": "01.01.2027"}, "дети.1.дата_рождения", "ещё не наступила"),
        ("plain", {"дети__0__дата_рождения": "03.10.2026"}, "дети", "родился позже"),
        ("plain", {"дети": ABSENT}, "дети", "нет ответа"),
        ("plain", {"пособие__назначить_с_месяца": "ноябрь 2026"}, "пособие.назначить_с_месяца", "позже заявления"),
        ("plain", {"пособие__дата_обращения": "02.10.2015"}, "пособие.дата_обращения", "с 2023 года"),
        ("plain", {"состав_семьи__0__кто": "..."}, "состав_семьи.1.кто", "словами"),
        ("plain", {"ошибки": []}, "ошибки", "нет ответа"),
        ("plain", {"доход__членов_семьи": "0"}, "доход.членов_семьи", "посчитайте и себя"),
        ("plain", {"доход__прожиточный_минимум": "0"}, "доход.прожиточный_минимум", "больше нуля"),
        ("plain", {"доход": ABSENT}, "доход", "нет ответа"),
        ("plain", {"другое": "Ещё ошибка."}, "другое", "не спрашивают"),
        ("plain", {"пособие__вид": "единое пособие"}, "пособие.вид", "нет среди вариантов"),
        ("plain", {"решение__вынес_адресат": "нет"}, "решение.кто_вынес", "нет ответа"),
        ("no_income", {"без_дохода__0__конец": "31.08.2025"}, "без_дохода.1.конец", "конец раньше начала"),
        ("property", {"дата_нового": "30.09.2026"}, "дата_нового", "раньше первого"),
        ("bare", {"пособие__вид": "единое пособие по беременности", "пособие__название": ABSENT}, "пособие", "женщине"),
    ],
)
def test_wrong_answers(sample: str, changes: dict[str, Any], place: str, said: str) -> None:
    with pytest.raises(AnswersError) as caught:
        filing(sample, **changes)
    assert any(problem.path == place and said in problem.message for problem in caught.value.problems)


def test_the_reply_is_due_in_fifteen_working_days() -> None:
    """From Sunday 22.11.2026: 23–27 November, 30 November – 4 December, 7–11 December; the term is not checked yet."""
    made = filing()
    reply = made.next_steps(made.conclude(ON), ON).terms[0]
    assert reply.day == date(2026, 12, 11) and "проверьте" in reply.what
    assert any("210-ФЗ, ст. 11.2" in warning and "не сверено" in warning for warning in made.conclude(ON).warnings)


def test_the_court_is_near_for_three_months() -> None:
    """КАС РФ, ст. 219, ч. 1: from 17.10.2026 to Sunday 17.01.2027, so Monday 18.01.2027."""
    made = filing()
    assert made.next_steps(made.conclude(ON), ON).terms[1].day == date(2027, 1, 18)
    late = date(2027, 1, 19)
    assert made.next_steps(made.conclude(late), late).terms[1].day is None
    assert any("больше трёх месяцев" in warning for warning in made.conclude(late).warnings)
    assert not any("больше трёх месяцев" in warning for warning in made.conclude(date(2027, 1, 18)).warnings)


def test_a_new_application_is_advised_until_it_is_made() -> None:
    assert any("новое заявление" in warning for warning in filing().conclude(ON).warnings)
    assert not any("новое заявление" in warning for warning in filing("property").conclude(ON).warnings)


def test_the_higher_body_is_not_advised_to_those_who_write_to_it() -> None:
    steps = filing("rich").next_steps(filing("rich").conclude(ON), ON)
    assert "пожаловаться и выше" not in steps.silence[0] and "МФЦ" not in steps.where[0]
    assert "пожаловаться и выше" in filing().next_steps(filing().conclude(ON), ON).silence[0]


def test_the_income_that_needs_no_reason() -> None:
    """From 2026 eight minimum wages for the period: 8 × 27 093 = 216 744."""
    advice = " ".join(filing("no_income").next_steps(filing("no_income").conclude(ON), ON).evidence)
    assert "216 744,00" in advice.replace("\u00a0", " ")


def test_electronic_mail_is_never_a_way_to_complain() -> None:
    """59-ФЗ since 30.03.2025 (480-ФЗ): by the portal or a site with identification, not by mail."""
    steps = filing().next_steps(filing().conclude(ON), ON)
    assert steps.where[0].startswith("Через Госуслуги") and "почта не подходит" in steps.where[0]
    assert filing("bare").next_steps(filing("bare").conclude(ON), ON).where[0].startswith("На бумаге")


@pytest.mark.parametrize(
    ("exhibit", "listed"),
    [
        ("Решение об отказе", False),
        ("отказ", False),
        ("Решение суда о расторжении брака", True),
        ("Справка", True),
        ("Справка 2-НДФЛ за 2026 год", True),
    ],
)
def test_the_copy_of_the_decision_is_listed_once(exhibit: str, listed: bool) -> None:
    made = filing("bare", приложения=[{"название": exhibit}])
    titles = [paper.title for paper in made.papers(made.conclude(ON))]
    assert titles == (["Копия решения об отказе"] if listed else [])


def test_proofs_named_in_the_answers_are_attached() -> None:
    made = filing("rich")
    titles = [paper.title for paper in made.papers(made.conclude(ON))]
    assert titles[0] == "Копия доверенности представителя"
    assert titles.count("Выписка из ЕГРН о переходе права") == 1 and "Выписной эпикриз" in titles
