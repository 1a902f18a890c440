"""Conditions: their grammar, where their names are looked for, and what happens to answers that are not asked."""

from datetime import date
from typing import Any

import pytest

from filings.catalogue import kinds
from filings.questions import Block, Choice, PastDay, Text, Whole, YesNo, ask_of, page, question
from filings.questions.asking import is_asked, questions_of, without_unasked
from filings.questions.conditions import Term, judged_on, terms
from filings.questions.pages import pages_asked, pages_of
from filings.questions.shape import shape_of


class Service(Choice):
    """Услуга."""

    HEATING = "heating", "отопление"
    HOT_WATER = "hot_water", "горячая вода"
    GAS = "gas", "газ"


class Row(Block):
    """Строка."""

    paid: YesNo = question("Заплатили?", ru="заплатили", default=False)
    receipt: Text | None = question("Чек", ru="чек", when="paid")
    because: Text | None = question("Почему", ru="почему", when="!paid & service=gas")
    on: PastDay | None = question("Когда", ru="когда", optional=True)


class Work(Block):
    """Работа."""

    ended: YesNo = question("Уволены?", ru="уволен")
    ended_on: PastDay | None = question("Когда", ru="когда", when="ended", new_page="Увольнение")
    reason: Text | None = question("Почему", ru="почему", when="ended", optional=True)


class Outer(Block):
    """Анкета с условной группой."""

    open: YesNo = page("Есть?", ru="есть")
    work: Work | None = page("Работа", ru="работа", when="open")


class Form(Block):
    """Анкета."""

    service: Service = page("Услуга", ru="услуга")
    services: list[Service] = page("Услуги", ru="услуги", optional=True, default=())
    count: Whole | None = page("Сколько", ru="сколько", optional=True)
    work: Work = page("Работа", ru="работа")
    dismissal: Text | None = page("Расчёт", ru="расчёт", when="work.ended")
    sued: YesNo | None = page("Подали в суд?", ru="в_суде", when="dismissal")
    court: Text | None = page("Какой суд", ru="суд", when="sued")
    rows: list[Row] = page("Строки", ru="строки", optional=True, default=())
    note: Text | None = question("Не страница", ru="заметка", optional=True)


@pytest.mark.parametrize(
    ("condition", "parsed"),
    [
        ("", ()),
        ("ended", (Term("ended"),)),
        ("!ended", (Term("ended", negated=True),)),
        ("work.ended", (Term("work.ended"),)),
        ("service=gas", (Term("service", ("gas",)),)),
        ("service = heating | hot_water", (Term("service", ("heating", "hot_water")),)),
        ("!service=gas", (Term("service", ("gas",), negated=True),)),
        ("ended & !paid&service=gas", (Term("ended"), Term("paid", negated=True), Term("service", ("gas",)))),
        ("work.since > 3m", (Term("work.since", older="3m"),)),
        ("!since>1y || ended", (Term("since", negated=True, older="1y"), Term("ended"))),
    ],
)
def test_grammar(condition: str, parsed: tuple[Term, ...]) -> None:
    assert terms(condition) == parsed


@pytest.mark.parametrize(
    ("condition", "answers", "asked"),
    [
        pytest.param("", {}, True, id="без условия спрашивают всегда"),
        pytest.param("work.ended", {"work": {"ended": "да"}}, True, id="да"),
        pytest.param("work.ended", {"work": {"ended": True}}, True, id="true"),
        pytest.param("work.ended", {"work": {"ended": "нет"}}, False, id="нет"),
        pytest.param("work.ended", {"work": {}}, False, id="нет ответа — всё равно что нет"),
        pytest.param("work.ended", {}, False, id="нет и блока"),
        pytest.param("!work.ended", {}, True, id="отрицание отсутствующего"),
        pytest.param("work.ended", {"work": {"ended": "может быть"}}, None, id="неверный ответ ничего не решает"),
        pytest.param("!work.ended", {"work": {"ended": "может быть"}}, None, id="и под отрицанием"),
        pytest.param("service=gas", {"service": "газ"}, True, id="вариант по-русски"),
        pytest.param("service=gas", {"service": "Gas"}, True, id="вариант по-английски"),
        pytest.param("service=gas", {"service": "отопление"}, False, id="другой вариант"),
        pytest.param("service=heating|hot_water", {"service": "горячая вода"}, True, id="один из вариантов"),
        pytest.param("service=heating|hot_water", {"service": "газ"}, False, id="ни один из вариантов"),
        pytest.param("!service=gas", {"service": "отопление"}, True, id="не этот вариант"),
        pytest.param("!service=gas", {}, True, id="не этот вариант, ответа нет"),
        pytest.param("service=gas", {"service": "уголь"}, None, id="такого варианта нет"),
        pytest.param("services=gas", {"services": ["отопление", "газ"]}, True, id="несколько ответов, есть среди них"),
        pytest.param("services=gas", {"services": ["отопление"]}, False, id="несколько ответов, нет среди них"),
        pytest.param("services", {"services": []}, False, id="пустой список — нет ответа"),
        pytest.param("services", {"services": ["газ"]}, True, id="непустой список"),
        pytest.param("count", {"count": "0"}, False, id="ноль — это нет"),
        pytest.param("count=3", {"count": "3"}, True, id="число"),
        pytest.param("work.ended & service=gas", {"work": {"ended": "да"}, "service": "газ"}, True, id="оба"),
        pytest.param("work.ended & service=gas", {"work": {"ended": "да"}, "service": "отопление"}, False, id="одно"),
        pytest.param("work.ended=yes", {"work": {"ended": "да"}}, True, id="«да» словом yes"),
        pytest.param("work.ended=no", {"work": {"ended": "нет"}}, True, id="«нет» словом no"),
        pytest.param("rows", {"rows": [{"paid": "да"}]}, True, id="есть строки"),
    ],
)
def test_holds(condition: str, answers: dict[str, Any], asked: bool | None) -> None:
    assert is_asked(condition, Form, answers) is asked


@pytest.mark.parametrize(
    ("condition", "answers", "asked"),
    [
        pytest.param("rows.on>10d", {"rows": [{"on": "13.11.2026"}]}, False, id="десятый день ещё идёт"),
        pytest.param("rows.on>10d", {"rows": [{"on": "12.11.2026"}]}, True, id="десять дней прошли"),
        pytest.param("rows.on>1m", {"rows": [{"on": "23.10.2026"}]}, False, id="месяц истекает сегодня"),
        pytest.param("rows.on>1m", {"rows": [{"on": "22.10.2026"}]}, True, id="месяц истёк вчера"),
        pytest.param("rows.on>1y", {"rows": [{"on": "23.11.2025"}]}, False, id="год истекает сегодня"),
        pytest.param("rows.on>1y", {"rows": [{"on": "22.11.2025"}]}, True, id="год истёк вчера"),
        pytest.param(
            "rows.on>1m", {"rows": [{"on": "22.11.2026"}, {"on": "1.1.2026"}]}, True, id="хотя бы в одной строке"
        ),
        pytest.param("rows.on>1m", {"rows": [{"paid": "да"}]}, False, id="дня нет"),
        pytest.param("rows.on>1m", {}, False, id="нет и строк"),
        pytest.param("rows.on>1m", {"rows": [{"on": "скоро"}]}, None, id="неверный день ничего не решает"),
        pytest.param("!rows.on>1m", {"rows": [{"on": "22.11.2026"}]}, True, id="месяц не прошёл"),
        pytest.param("service=gas || rows.on>1m", {"service": "газ"}, True, id="первое из двух"),
        pytest.param("service=gas || rows.on>1m", {"rows": [{"on": "1.1.2026"}]}, True, id="второе из двух"),
        pytest.param("service=gas || rows.on>1m", {"service": "отопление"}, False, id="ни одно из двух"),
        pytest.param("count & service=gas || work.ended", {"service": "газ"}, False, id="«и» связывает крепче"),
        pytest.param(
            "service=gas || work.ended", {"service": "газ", "work": {"ended": "что"}}, True, id="одного довольно"
        ),
    ],
)
def test_what_has_passed_is_reckoned_on_the_day(condition: str, answers: dict[str, Any], asked: bool | None) -> None:
    with judged_on(date(2026, 11, 23)):
        assert is_asked(condition, Form, answers) is asked


def test_the_last_day_of_a_month_that_is_shorter() -> None:
    for on, asked in ((date(2026, 2, 28), False), (date(2026, 3, 1), True)):
        with judged_on(on):
            assert is_asked("rows.on>1m", Form, {"rows": [{"on": "31.01.2026"}]}) is asked


def test_without_a_day_what_has_passed_is_undecided() -> None:
    answers = {"rows": [{"on": "1.1.2020"}]}
    assert is_asked("rows.on>1m", Form, answers) is None
    assert is_asked("rows.on>1m || service=gas", Form, answers | {"service": "газ"}) is True


def test_a_condition_on_an_unknown_name_is_a_mistake_of_the_kind() -> None:
    with pytest.raises(LookupError, match="no field 'works'"):
        is_asked("works.ended", Form, {})


def asked(answers: dict[str, Any]) -> dict[str, bool | None]:
    return {".".join(map(str, one.path)): one.asked for one in questions_of(Form, answers)}


def test_a_name_is_looked_for_in_its_own_row_first_then_from_the_top() -> None:
    found = asked({"service": "газ", "rows": [{"paid": "да"}, {"paid": "нет"}, {}]})
    assert [found[f"rows.{row}.receipt"] for row in range(3)] == [True, False, False]
    assert [found[f"rows.{row}.because"] for row in range(3)] == [False, True, True]
    assert asked({"service": "отопление", "rows": [{"paid": "нет"}]})["rows.0.because"] is False


def test_questions_of_a_block_that_is_not_asked_are_not_visited() -> None:
    assert visited({"open": "нет", "work": {"ended": "да"}}) == ["open", "work"]
    assert visited({"open": "да", "work": {"ended": "да"}}) == [
        *("open", "work", "work.ended", "work.ended_on", "work.reason")
    ]


def visited(answers: dict[str, Any]) -> list[str]:
    return [".".join(map(str, one.path)) for one in questions_of(Outer, answers)]


def test_what_is_asked_is_required_unless_it_is_optional() -> None:
    required = {".".join(map(str, one.path)): one.required for one in questions_of(Form, {"work": {}})}
    assert required["work.ended"] and required["work.ended_on"] and required["dismissal"]
    assert not required["work.reason"] and not required["count"] and not required["services"]


def test_dropping_falls_like_dominoes() -> None:
    answers = {
        "service": "газ",
        "work": {"ended": "нет", "ended_on": "01.02.2026", "reason": "сам"},
        "dismissal": "не выдан",
        "sued": "да",
        "court": "районный",
    }
    kept, dropped = without_unasked(Form, answers)
    assert kept == {"service": "газ", "work": {"ended": "нет"}}
    assert [one.path for one in dropped][:3] == [("work", "ended_on"), ("work", "reason"), ("dismissal",)]
    assert {one.path for one in dropped} == {
        ("work", "ended_on"),
        ("work", "reason"),
        ("dismissal",),
        ("sued",),
        ("court",),
    }
    assert without_unasked(Form, kept) == (kept, [])


def test_dropping_in_rows_keeps_the_rows_and_the_given_answers() -> None:
    answers = {"service": "газ", "rows": [{"paid": "нет", "receipt": "№ 1"}, {"paid": "да", "receipt": "№ 2"}]}
    kept, dropped = without_unasked(Form, answers)
    assert kept["rows"] == [{"paid": "нет"}, {"paid": "да", "receipt": "№ 2"}]
    assert [one.path for one in dropped] == [("rows", 0, "receipt")]
    assert answers["rows"][0]["receipt"] == "№ 1", "the answers given are not changed in place"


def test_a_wrong_answer_drops_nothing() -> None:
    answers = {"work": {"ended": "наверное"}, "dismissal": "не выдан"}
    assert without_unasked(Form, answers) == (answers, [])


def test_pages_are_the_questions_of_the_form_in_order() -> None:
    pages = pages_of(Form)
    assert [page.key for page in pages] == [
        *("service", "services", "count", "work", "work-2", "dismissal", "sued", "court", "rows")
    ]
    assert [(page.title, page.names) for page in pages if page.field == "work"] == [
        ("Работа", ("ended",)),
        ("Увольнение", ("ended_on", "reason")),
    ]
    assert [page.key for page in pages if page.many] == ["rows"]
    assert next(page for page in pages if page.key == "rows").names == ("paid", "receipt", "because", "on")


@pytest.mark.parametrize(
    ("answers", "hidden"),
    [
        pytest.param({}, {"work-2", "dismissal", "sued", "court"}, id="ничего не отвечено"),
        pytest.param({"work": {"ended": "да"}}, {"sued", "court"}, id="уволен"),
        pytest.param({"work": {"ended": "да"}, "dismissal": "х", "sued": "да"}, set(), id="всё открыто"),
        pytest.param({"work": {"ended": "что"}}, {"dismissal", "sued", "court"}, id="неверный ответ"),
    ],
)
def test_pages_without_a_question_are_not_shown(answers: dict[str, Any], hidden: set[str]) -> None:
    assert {page.key for page in pages_of(Form)} - {page.key for page in pages_asked(Form, answers)} == hidden


KINDS = sorted(kinds().values(), key=lambda kind: kind.name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_conditions_of_the_kinds_name_questions_and_options_that_exist(kind: Any) -> None:
    for place, model in blocks_of(kind.model):
        for name, field in model.model_fields.items():
            for term in terms(ask_of(name, field).when):
                near = term.path.split(".")[0] in model.model_fields
                choice = choice_at(model if near else kind.model, term.path)
                assert not term.values or choice is None or set(term.values) <= {one.value for one in choice}, (
                    f"{place}.{name}: {term}"
                )


def blocks_of(model: type[Block], place: str = "") -> list[tuple[str, type[Block]]]:
    inner = [(name, shape_of(field).block) for name, field in model.model_fields.items()]
    return [(place, model), *(one for name, block in inner if block for one in blocks_of(block, f"{place}.{name}"))]


def choice_at(model: type[Block], path: str) -> type[Choice] | None:
    """The choice of the question at a dotted path; KeyError when there is no such question."""
    name, _, rest = path.partition(".")
    shape = shape_of(model.model_fields[name])
    return choice_at(shape.block, rest) if rest and shape.block else shape.choice
