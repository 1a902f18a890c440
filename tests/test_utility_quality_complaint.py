"""The complaint about cold rooms and cold tap water: every branch changes the text, the sums, what is refused."""

import copy
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filings.catalogue import kind_of
from filings.documents.paperwork import Paperwork
from filings.documents.word_text import text_of
from filings.errors import AnswersError
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.schemas.utility_recalculation import pieces
from filings.schemas.utility_service import MeasuredBy, Measurement

ON = date(2026, 11, 22)
KIND = kind_of("utility_quality_complaint")
BREAK = {"проблема": "нет совсем", "замеры": None, "комната": None}
WATER = {"услуга": "горячая вода", "комната": None}
SILENT = {"сообщали": "нет", "звонки": None, "акт": None, "начисления": None, "начислено_полностью": None}
AGENT = {"фамилия": "Ким", "имя": "Олег", "отчество": "Ильич", "полномочия": "законный представитель"}
SIGNERS = [{"фио": "Петров Пётр Иванович"}, {"фио": "Лисицына Вера Павловна"}]


def answers(**changes: Any) -> dict[str, Any]:
    """The product's sample with some pages replaced; None takes a page away."""
    changed = copy.deepcopy(read_answers(KIND.sample)) | changes
    return {name: value for name, value in changed.items() if value is not None}


def part(name: str, **changes: Any) -> dict[str, Any]:
    """One page of the sample with some answers replaced."""
    return {
        name: {key: value for key, value in (read_answers(KIND.sample)[name] | changes).items() if value is not None}
    }


def text(**changes: Any) -> str:
    filing = validate(KIND.model, answers(**changes), on=ON)
    docx = Paperwork(KIND.template, filing, filing.conclude(ON), ON).filing_document([])
    return " ".join(text_of(docx).split())


def act(**fields: str) -> dict[str, Any]:
    return {"акт": fields}


DRAWN = {"состояние": "акт составили", "составлен": "28.10.2026 10:00", "номер": "4"}
ENDED = part("период", исправили="да", конец="12.11.2026 12:00")

BRANCHES = {
    "собственник": ({}, "Я являюсь собственником жилого помещения", ""),
    "наниматель": (part("жильё", право="наниматель"), "Я являюсь нанимателем", "собственником"),
    "член семьи": (part("жильё", право="член семьи"), "Я проживаю на правах члена семьи в жилом", "являюсь"),
    "другой адрес": (
        part("жильё", по_адресу_для_ответа="нет", адрес="344000, г. Азов, ул. Мира, д. 1"),
        "помещения по адресу: 344000, г. Азов, ул. Мира, д. 1",
        "",
    ),
    "без лицевого счёта": (part("жильё", лицевой_счёт=None), "", "лицевой счёт"),
    "получатель платы назван": ({}, "Коммунальную услугу по отоплению предоставляет", "другая организация"),
    "получатель платы неизвестен": ({"получатель_платы": None}, "сообщить мне её название и адрес", ""),
    "поставщик тепла": (
        {"исполнитель": "поставщик тепла или воды", "получатель_платы": None},
        "Коммунальную услугу",
        "другая организация",
    ),
    "угловая комната": (part("комната", угловая="да"), "должна быть не ниже 20 °C", "18 °C"),
    "холодный край": (part("комната", холодный_регион="да"), "−31 °C и ниже, должна быть не ниже 20 °C", "18 °C"),
    "отопления нет совсем": (BREAK, "не должен превышать 24 часов в сумме за месяц", "измерить"),
    "горячей воды нет совсем": (
        BREAK | {"услуга": "горячая вода"},
        "подача горячей воды прекратилась",
        "отопление",
    ),
    "плановое отключение": (
        BREAK | {"услуга": "горячая вода"} | part("период", плановое_по="30.10.2026"),
        "по 30.10.2026 включительно",
        "то есть с",
    ),
    "вода еле тёплая": (WATER, "За каждый час и каждые 3 °C отступления", "угловой"),
    "вода не холоднее 40": (
        WATER | {"замеры": [{"когда": "27.10.2026 19:00", "градусы": "40", "кто": "вы сами", "по_правилам": "да"}]},
        "",
        "по тарифу за холодную воду",
    ),
    "не измеряли": ({"замеры": None}, "измерить температуру воздуха", "Замер"),
    "один замер": (
        {"замеры": [{"когда": "27.10.2026 19:00", "градусы": "16", "кто": "вы сами", "по_правилам": "нет"}]},
        "Замер температуры показал:",
        "на высоте 1 м",
    ),
    "исправили": (ENDED, "Нарушение устранено 12.11.2026 в 12:00. ", "Устранить причины"),
    "исправили, акта нет": (ENDED, "Установить факт и время нарушения по журналу", "не позднее 2 часов"),
    "никому не звонили": (SILENT, "1. Зарегистрировать сообщение", "О нарушении я сообщила"),
    "никому не звонили, исправили": (
        SILENT | ENDED,
        "за период с 18:00 26.10.2026 по 12:00 12.11.2026",
        "со времени регистрации",
    ),
    "звонили, когда уже исправили": (
        {"звонки": [{"когда": "14.11.2026 08:00"}]} | ENDED,
        "за период с 18:00 26.10.2026 по 12:00 12.11.2026",
        "расчёт прилагается",
    ),
    "акт подтверждает": (
        act(**DRAWN, подтверждает="да", экземпляр_выдан="да"),
        "который подтверждает нарушение",
        "составлении акта",
    ),
    "акт не отдали": (
        act(**DRAWN, подтверждает="да", экземпляр_выдан="нет"),
        "Передать мне экземпляр акта № 4 от 28.10.2026",
        "Провести проверку",
    ),
    "акт не подтверждает": (
        act(**DRAWN, подтверждает="нет", экземпляр_выдан="да"),
        "Провести повторную проверку в моём присутствии",
        "Провести проверку",
    ),
    "акт составить отказались": (
        act(состояние="приходили, но акт не составили", когда_приходили="28.10.2026 10:00"),
        "представитель исполнителя приходил, но акт проверки не составил. ",
        "объяснив",
    ),
    "акт составили сами": (
        act(состояние="составили акт сами", составлен="28.10.2026 20:00") | {"подписали_акт": SIGNERS},
        "Акт подписали Петров Пётр Иванович и Лисицына Вера Павловна.",
        "составлении акта",
    ),
    "штраф": ({}, "штраф в размере 50 % величины превышения", ""),
    "полной платы не начисляли": ({"начислено_полностью": "нет"}, "", "штраф"),
    "сумма неизвестна": ({"начисления": None}, "по день устранения нарушения.", "расчёт прилагается"),
    "ничего не добавили": ({"дополнение": None}, "", "ребёнок"),
    "мужчина": (
        part("заявитель", фамилия="Королёв", имя="Пётр", отчество="Ильич"),
        "я буду вынужден обратиться",
        "вынуждена",
    ),
    "представитель": (
        {"есть_представитель": "да", "представитель": AGENT},
        "От имени Королёвой М.П. заявление подаёт законный представитель Ким Олег Ильич.",
        " мне ",
    ),
    "руководитель неизвестен": (part("адресат", должность=None, руководитель=None), "В ООО «УК Дом»", "Директору"),
}


@pytest.mark.parametrize(("changes", "present", "absent"), BRANCHES.values(), ids=BRANCHES)
def test_a_branch_changes_the_text(changes: dict, present: str, absent: str) -> None:
    printed = text(**changes)
    assert present in printed
    assert not absent or absent not in printed


WATER_AT = [{"когда": "27.10.2026 19:00", "градусы": "54", "кто": "вы сами", "по_правилам": "да"}]
# By hand. Heating, charge 2 860,40, norm 18: October 91 h × 1 °C; November 282 h × 1 °C and 116 h × 2 °C, all 0,15 %.
# Norm 22: October 91 h × 5 °C by day and 20 h × 2 °C by night, November more than the whole charge.
# Water at 54 °C: one step of 3 °C by day only, 0,1 %: 91 h and 399 h. Break: 0,15 % of (111 − 24) h and (504 − 24) h.
SUMS = {
    "холод по двум замерам": ({}, "2595.81"),
    "холод, октябрь": ({"начисления": [{"месяц": "10.2026", "сумма": "2 860,40"}]}, "390.44"),
    "снижение не больше платы": (part("комната", угловая="да", холодный_регион="да"), "4984.24"),
    "отопления нет": (BREAK, "2432.77"),
    "вода 54 °C": (WATER | {"замеры": WATER_AT}, "1401.60"),
    "звонили в день подачи": ({"звонки": [{"когда": "22.11.2026 07:00"}]}, None),
    "не измеряли": ({"замеры": None}, None),
    "плата неизвестна": ({"начисления": None}, None),
    "перерыв в пределах допустимого": (BREAK | {"звонки": [{"когда": "21.11.2026 01:00"}]}, None),
}


@pytest.mark.parametrize(("changes", "expected"), SUMS.values(), ids=SUMS)
def test_the_cut_of_the_charge(changes: dict, expected: str | None) -> None:
    concluded = validate(KIND.model, answers(**changes), on=ON).conclude(ON)
    assert concluded.reduction == (Decimal(expected) if expected else None)
    assert bool(concluded.calculation) == bool(expected)


def test_the_fine_counts_only_months_whose_bill_has_come() -> None:
    concluded = validate(KIND.model, answers(), on=ON).conclude(ON)
    assert concluded.fine == Decimal("195.22"), "half of October's 390,44; the bill for November comes in December"


WRONG = {
    "замеры не ниже нормы": (
        {"замеры": [{"когда": "27.10.2026 19:00", "градусы": "18", "кто": "вы сами", "по_правилам": "да"}]},
        "замеры",
        "норма — не ниже 18 °C",
    ),
    "ночью в пределах допуска": (
        {"замеры": [{"когда": "27.10.2026 02:00", "градусы": "15", "кто": "вы сами", "по_правилам": "да"}]},
        "замеры",
        "с учётом допуска",
    ),
    "невозможная температура": (
        {"замеры": [{"когда": "27.10.2026 19:00", "градусы": "170", "кто": "вы сами", "по_правилам": "да"}]},
        "замеры.1.градусы",
        "такой температуры не бывает",
    ),
    "звонок раньше начала": ({"звонки": [{"когда": "20.10.2026 08:00"}]}, "звонки", "сообщили 20.10.2026"),
    "звонок в будущем": ({"звонки": [{"когда": "23.11.2026 08:00"}]}, "звонки.1.когда", "ещё не наступила"),
    "плата за чужой месяц": (
        {"начисления": [{"месяц": "09.2026", "сумма": "100"}]},
        "начисления",
        "сентябрь 2026 года: в этом месяце",
    ),
    "месяц дважды": (
        {"начисления": [{"месяц": "10.2026", "сумма": "1"}, {"месяц": "октябрь 2026", "сумма": "2"}]},
        "начисления",
        "назван дважды",
    ),
    "кончилось раньше начала": (part("период", исправили="да", конец="20.10.2026 08:00"), "период.конец", "раньше"),
    "сказали, что звонили, а звонков нет": ({"звонки": None}, "звонки", "нет ответа"),
    "один свидетель": (
        act(состояние="составили акт сами", составлен="28.10.2026 20:00") | {"подписали_акт": SIGNERS[:1]},
        "подписали_акт",
        "не меньше двух жителей",
    ),
    "председатель не второй житель": (
        act(состояние="составили акт сами", составлен="28.10.2026 20:00")
        | {"подписали_акт": [SIGNERS[0], SIGNERS[1] | {"председатель": "да"}]},
        "подписали_акт",
        "не считая председателя",
    ),
    "холодная вода не сюда": ({"услуга": "холодная вода"}, "услуга", "выберите: «отопление», «горячая вода»"),
    "комната при горячей воде": ({"услуга": "горячая вода"}, "комната", "этого не спрашивают"),
}


@pytest.mark.parametrize(("changes", "place", "message"), WRONG.values(), ids=WRONG)
def test_what_is_refused(changes: dict, place: str, message: str) -> None:
    with pytest.raises(AnswersError) as caught:
        validate(KIND.model, answers(**changes), on=ON)
    told = {problem.path: problem.message.replace("\u00a0", " ") for problem in caught.value.problems}
    assert message in told.get(place, f"nothing at {place}: {told}")


WARNED = {
    "звонок без номера": ({"звонки": [{"когда": "27.10.2026 08:20"}]}, "Нет номера заявки: 27.10.2026"),
    "никому не звонили": (SILENT, "Позвоните в аварийно-диспетчерскую службу"),
    "замер у окна": (
        {"замеры": [{"когда": "27.10.2026 19:00", "градусы": "16", "кто": "вы сами", "по_правилам": "нет"}]},
        "Замер не по правилам",
    ),
    "деньги получает другая организация": ({"получатель_платы": "нет"}, "Деньги за эту услугу получает другая"),
    "поставщик": ({"исполнитель": "поставщик тепла или воды", "получатель_платы": None}, "За трубы и батареи"),
    "акт без председателя": (
        act(состояние="составили акт сами", составлен="28.10.2026 20:00") | {"подписали_акт": SIGNERS},
        "председатель совета дома",
    ),
    "месяц без платы": ({"начисления": [{"месяц": "10.2026", "сумма": "100"}]}, "За ноябрь 2026 года"),
    "звонили, когда уже исправили": ({"звонки": [{"когда": "14.11.2026 08:00"}]} | ENDED, "когда всё уже исправили"),
    "отопление летом": (part("период", начало="01.09.2026 08:00"), "отопительный период"),
}


@pytest.mark.parametrize(("changes", "warning"), WARNED.values(), ids=WARNED)
def test_what_is_risky_is_said(changes: dict, warning: str) -> None:
    concluded = validate(KIND.model, answers(**changes), on=ON).conclude(ON)
    assert any(warning in told.replace("\u00a0", " ") for told in concluded.warnings), concluded.warnings
    plain = validate(KIND.model, answers(), on=ON).conclude(ON)
    assert not any(warning in told for told in plain.warnings)


def test_the_answer_is_awaited_ten_working_days() -> None:
    filing = validate(KIND.model, answers(), on=ON)
    terms = filing.next_steps(filing.conclude(ON), ON).terms
    assert [term.day for term in terms] == [None, date(2026, 12, 4)], "23.11–27.11 and 30.11–04.12"


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))


@given(since=MOMENTS, minutes=st.integers(1, 90_000), at=st.lists(MOMENTS, max_size=5))
def test_pieces_cover_the_period_without_gap_or_overlap(since: datetime, minutes: int, at: list[datetime]) -> None:
    until = since + timedelta(minutes=minutes)
    measured = [
        Measurement(at=one, temperature=Decimal(10 + number), by=MeasuredBy.APPLICANT, by_the_rules=True)
        for number, one in enumerate(at)
    ]
    found = pieces((since, until), measured)
    assert (found[0].since, found[-1].until) == (since, until)
    assert all(one.until == after.since for one, after in pairwise(found))
    assert all(one.since.month == one.last_day.month for one in found)
    assert all(0 <= one.night_hours <= one.hours <= (one.until - one.since) / timedelta(hours=1) for one in found)
