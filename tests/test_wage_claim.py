"""The claim for unpaid wages: its sums by hand, its branches in the text, its refusals in Russian."""

from __future__ import annotations

import copy
import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from filings.catalogue import ROOT
from filings.documents.calculation import calculation_view
from filings.documents.paperwork import Paperwork
from filings.documents.word import missing_values
from filings.documents.word_text import text_of
from filings.errors import AnswersError
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.russian.typography import typeset
from filings.schemas.conclusions import Conclusions
from filings.schemas.labour.wage_claim import WageClaim

ON = date(2026, 11, 22)
TEMPLATE = ROOT / "templates" / "labour" / "wage_claim.docx"
SAMPLES = {"plain": ROOT / "samples" / "labour" / "wage_claim.yaml"} | {
    path.stem: path for path in sorted((Path(__file__).parent / "samples" / "wage_claim").glob("*.yaml"))
}
ABSENT = "—"


def cases(name: str) -> list[dict[str, Any]]:
    """The rows of a table of this kind."""
    table = Path(__file__).parent / "cases" / "wage_claim" / f"{name}.yaml"
    return yaml.safe_load(table.read_text(encoding="utf-8"))


@cache
def _read(name: str) -> dict[str, Any]:
    return read_answers(SAMPLES[name])


def answers(name: str, **changes: Any) -> dict[str, Any]:
    """A sample's answers with some changed: `работа__договор="устно"`, ABSENT removes, `долги__0__срок` is a row."""
    found = copy.deepcopy(_read(name))
    for path, value in changes.items():
        *inner, last = [int(part) if part.isdigit() else part for part in path.split("__")]
        place: Any = found
        for part in inner:
            place = place[part] if isinstance(place, list) else place.setdefault(part, {})
        if value == ABSENT:
            del place[last]
        else:
            place[last] = value
    return found


def claim(name: str, on: date = ON, **changes: Any) -> WageClaim:
    """The valid claim."""
    return validate(WageClaim, answers(name, **changes), on=on)


def text(name: str, on: date = ON, **changes: Any) -> str:
    """The words of the claim on paper, one space between words."""
    filing = claim(name, on, **changes)
    docx = Paperwork(TEMPLATE, filing, filing.conclude(on), on).filing_document([])
    return " ".join(text_of(docx).split())


def problems(name: str, **changes: Any) -> str:
    """What the person is told about wrong answers."""
    with pytest.raises(AnswersError) as caught:
        claim(name, **changes)
    return str(caught.value)


# ---- sums -----------------------------------------------------------------------------


def test_sums_of_the_sample_by_hand() -> None:
    """Key rate of the Bank of Russia: 14.25 % to 26.07.2026, 14 % from 27.07.2026."""
    found = claim("plain").conclude(ON)
    assert found.wages == Decimal("110000.00")  # 20 000 + 30 000 + 60 000
    assert found.leave == Decimal("28668.92")  # 2 047,78 × 14
    advance = Decimal("57.00") + Decimal("224.00") + Decimal("2072.00")  # 2, 8 and 111 days
    rest = Decimal("2912.00") + Decimal("4648.00") + Decimal("2220.89")  # 104, 83 and 83 days
    assert found.late_pay == advance + rest
    assert found.price == Decimal("150802.81")


def test_interest_of_one_month_by_hand() -> None:
    """ТК РФ, ст. 236: 60 000 due 10.03.2026, counted to 30.09.2026, gives 11 783,00."""
    on = date(2026, 9, 30)
    rows = [{"месяц": "02.2026", "начислено": "60000", "срок": "10.03.2026"}]
    found = claim("bare", on, долги=rows).conclude(on)
    assert found.late_pay == Decimal("11783.00")
    assert found.late_onward == date(2026, 10, 1)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sum_follows_from_the_calculation(name: str) -> None:
    """The price is the sum of the sections, the sections are the sums of their steps."""
    found = claim(name).conclude(ON)
    assert found.price == sum(section.value for section in found.calculation)
    assert found.totals[-1].amount == sum(total.amount for total in found.totals[:-1]) == found.price
    for section in found.calculation:
        assert section.value == sum(step.amount for step in section.steps if step.amount is not None)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.decimals(1000, 200_000, places=2), st.integers(1, 300), st.decimals(1, 999, places=2)),
        min_size=1,
        max_size=6,
        unique_by=lambda row: row[1],
    )
)
def test_price_adds_up_for_any_debts(rows: list[tuple[Decimal, int, Decimal]]) -> None:
    """Whatever was owed and paid, the price is debt plus interest and the lines give the debt."""
    debts = [
        {
            "месяц": f"{due.month:02d}.{due.year}",
            "начислено": str(owed),
            "срок": due.isoformat(),
            "выплаты": [{"дата": ON.isoformat(), "сумма": str(paid)}],
        }
        for owed, days, paid in rows
        for due in [ON - timedelta(days=days)]
    ]
    found = claim("bare", работа__начало="01.01.2020", долги=debts).conclude(ON)
    assert found.wages == sum((owed - paid for owed, _, paid in rows), Decimal(0))
    assert found.price == found.wages + found.late_pay


def test_moral_harm_is_outside_the_price() -> None:
    """ГПК РФ, ст. 91: compensation of moral harm is not a property demand."""
    without = claim("plain", просить_моральный_вред="нет", моральный_вред=ABSENT).conclude(ON)
    assert without.price == claim("plain").conclude(ON).price


def test_leave_by_salary_when_the_average_is_not_known() -> None:
    """ТК РФ, ст. 139, ч. 4: 60 000 / 29,3 = 2 047,78."""
    assert claim("plain", увольнение__средний_заработок=ABSENT).daily_pay() == Decimal("2047.78")


def test_immediate_execution_covers_three_last_months() -> None:
    """ГПК РФ, ст. 211, абз. 3: wages, for three months; leave and interest stay out."""
    found = claim("rich").conclude(ON)
    assert found.at_once == 3 * (Decimal(15_000) + Decimal("35000.70"))
    assert "за три месяца (период с мая по июль 2025 года) в размере 150 002" in text("rich")


# ---- the text -------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("text"), ids=lambda case: case["name"])
def test_branch_changes_the_text(case: dict[str, Any]) -> None:
    """Every answer that the law cares about shows, and norms that do not fit are absent."""
    words = text(case["sample"], **case.get("change", {}))
    assert [one for one in case.get("present", []) if one not in words] == []
    assert [one for one in case.get("absent", []) if one in words] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_paper_is_clean(name: str) -> None:
    """No slip of assembly: no «None», doubled marks, empty brackets, spaces before marks, slash forms."""
    words = text(name)
    slips = r"None|True|False|\(\)|\.\.|,,| ,| \.(?!\w)|;\.|руб\. руб|рублей рублей|\w\((?:а|ась|лась)\)|{%|%}"
    assert re.findall(slips, words) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_answer_is_on_paper(name: str) -> None:
    """Long texts of the person are printed whole, braces and angle brackets included."""
    filing = claim(name)
    docx = Paperwork(TEMPLATE, filing, filing.conclude(ON), ON).filing_document([])
    told = [filing.extra, filing.late_reasons, filing.moral and filing.moral.reason]
    assert missing_values(docx, [typeset(line) for one in told if one for line in one.splitlines() if line]) == []


def test_demands_are_numbered_without_gaps() -> None:
    """Numbers follow the demands that are made."""
    words = text("leave_only")
    ask = words[words.index("ПРОШУ:") :]
    assert re.findall(r"(\d)\. Взыскать", ask) == ["1", "2"]


def test_duty_line_names_the_exemption() -> None:
    """НК РФ, ст. 333.36, п. 1, пп. 1; ТК РФ, ст. 393."""
    filing = claim("bare")
    line = filing.duty_line(filing.conclude(ON))
    assert "333.36" in line
    assert "393" in line


# ---- warnings and terms ---------------------------------------------------------------


def warned(found: Conclusions, part: str) -> bool:
    """Whether a warning says so."""
    return any(part in warning for warning in found.warnings)


def test_term_of_one_year_runs_from_the_due_day() -> None:
    """ТК РФ, ст. 392, ч. 2; 09.10.2027 is a Saturday, so the term ends on Monday (ст. 14, ч. 4)."""
    found = claim("bare", долги__0__срок="09.10.2026").conclude(ON)
    assert found.first_term == date(2027, 10, 11)
    assert found.missed_until is None


def test_last_day_of_the_term_is_still_in_time() -> None:
    """Due 15.09.2025: 15.09.2026 is in time, 16.09.2026 is not."""
    rows = [{"месяц": "08.2025", "начислено": "25000", "срок": "15.09.2025"}]
    in_time, late = date(2026, 9, 15), date(2026, 9, 16)
    assert claim("bare", in_time, долги=rows).conclude(in_time).missed_until is None
    assert claim("bare", late, долги=rows).conclude(late).missed_until == date(2025, 9, 15)


def test_missed_term_without_reasons_is_warned_about() -> None:
    """The claim may be filed: the court applies the term only when the employer asks."""
    assert warned(claim("rich", причины_пропуска=ABSENT).conclude(ON), "Почему не обратились в суд раньше")
    assert warned(claim("rich").conclude(ON), "без них суд откажет")


def test_three_months_after_work_without_a_contract_are_warned_about() -> None:
    """ТК РФ, ст. 392, ч. 1; while the work lasts the term does not run."""
    changes = {
        "работа__уволен": "да",
        "увольнение": {"дата": "21.08.2026"},
        "долги": [{"месяц": "07.2026", "начислено": "45000", "срок": "21.08.2026"}],
    }
    part = "прошло больше трёх месяцев"
    last, late = date(2026, 11, 23), date(2026, 11, 24)  # 21.11.2026 is a Saturday
    assert not warned(claim("oral", last, **changes).conclude(last), part)
    assert warned(claim("oral", late, **changes).conclude(late), part)
    assert not warned(claim("oral").conclude(ON), part)


def test_court_order_is_offered_only_where_it_fits() -> None:
    """ГПК РФ, ст. 122: accrued wages, no dispute, not more than 500 000."""
    order = "судебный приказ у мирового судьи"
    assert warned(claim("still_working").conclude(ON), order)
    assert not warned(claim("still_working", начислено="нет").conclude(ON), order)
    assert not warned(claim("still_working", долги__1__начислено="600 000").conclude(ON), order)
    assert not warned(claim("plain").conclude(ON), order)


def test_choice_of_gross_or_net_is_told_honestly() -> None:
    """ТК РФ, ст. 236 says «начисленных сумм»; practice is divided."""
    assert warned(claim("bare").conclude(ON), "суды решают по-разному")
    assert "за вычетом налога" in claim("bare").conclude(ON).calculation[0].title
    assert "за вычетом налога" in claim("leave_only", суммы="на руки").conclude(ON).calculation[0].title


def test_warnings_do_not_reach_the_court() -> None:
    """The calculation is handed in; what to be wary of is for the person."""
    conclusions = claim("rich").conclude(ON)
    printed = calculation_view(conclusions)["разделы"]
    assert conclusions.warnings and not any(section["предупреждения"] for section in printed)


def test_due_day_after_dismissal_is_warned_about() -> None:
    """ТК РФ, ст. 140, ч. 1."""
    assert warned(claim("plain", долги__2__срок="10.09.2026").conclude(ON), "ст. 140 ТК РФ")


def test_answers_that_look_like_slips_are_warned_about() -> None:
    """They may be true, so the claim is made; the leave of ТК РФ, ст. 115 is 28 days a year."""
    assert warned(claim("bare", доказательства=[]).conclude(ON), "ни одного доказательства")
    assert warned(claim("bare", ответчик__название="Ромашка").conclude(ON), "что это за организация")
    assert warned(claim("plain", увольнение__дней_отпуска="300").conclude(ON), "Дней отпуска больше")
    assert warned(claim("plain", долги__0__месяц="07.2025").conclude(ON), "Проверьте год: июль")
    slips = ("доказательства", "что это за", "Дней отпуска", "Проверьте год")
    assert not any(warned(claim("plain").conclude(ON), slip) for slip in slips)


def test_steps_name_the_days_that_are_still_to_come() -> None:
    """ТК РФ, ст. 392: three months after work without a contract; the year of the next sum when the first is late."""
    changes = {
        "работа__начало": "01.01.2025",
        "работа__уволен": "да",
        "увольнение": {"дата": "15.10.2026"},
        "долги": [
            {"месяц": "09.2025", "начислено": "1000", "срок": "10.10.2025"},
            {"месяц": "11.2025", "начислено": "1000", "срок": "10.12.2025"},
        ],
    }
    filing = claim("oral", **changes)
    days = [term.day for term in filing.next_steps(filing.conclude(ON), ON).terms]
    assert days[:3] == [date(2027, 1, 15), date(2026, 12, 10), None]


@pytest.mark.parametrize("name", SAMPLES)
def test_next_steps_answer_every_question(name: str) -> None:
    """Where, copies, cost, silence, terms."""
    filing = claim(name)
    steps = filing.next_steps(filing.conclude(ON), ON)
    assert filing.court.address in steps.where[0]
    assert all((steps.copies, steps.cost, steps.silence, steps.terms, steps.evidence, steps.mistakes))


# ---- refusals -------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases("refusals"), ids=lambda case: case["name"])
def test_wrong_answer_is_refused_in_russian(case: dict[str, Any]) -> None:
    """The message names the mistake, in Russian, with nothing English leaking."""
    told = problems(case["sample"], **case["change"])
    assert case["told"] in told
    assert not re.search(r"[A-Za-z]{3,}", told)


@pytest.mark.parametrize(
    "title",
    [
        "ООО «Иван Петров»",
        "Иванова слобода, дом культуры",
        "Акционерное общество «Мария»",
        "Школа № 5",
        "Мария-Ра",
        "Пятёрочка Плюс",
        "Школа имени А.С. Пушкина",
        "Управляющая компания «Дом»",
        "Бухгалтерия Плюс",
    ],
)
def test_organisation_named_after_a_person_is_accepted(title: str) -> None:
    """A form of business or a plain name is not a director."""
    assert claim("bare", ответчик__название=title).employer.called == title


@pytest.mark.parametrize(
    "title",
    [
        "Миргородский районный суд",
        "Перовский районный суд города Москвы",
        "Верхнепышминский городской суд",
        "Краевский районный суд",
        "Московский районный суд г. Твери",
        "Дмитровский городской суд Московской области",
        "Перовский межрайонный суд",
    ],
)
def test_district_courts_are_accepted(title: str) -> None:
    """Names that only resemble a refused court."""
    assert claim("bare", суд__название=title).court.title == title


def test_court_named_with_its_preposition() -> None:
    """The header writes «В» itself."""
    filing = claim("bare", суд__название="В Ленинский районный суд г. Курска")
    assert filing.court.title == "Ленинский районный суд г. Курска"
    assert claim("bare", суд__название="Володарский районный суд").court.title == "Володарский районный суд"


@pytest.mark.parametrize("name", SAMPLES)
def test_dump_reads_back(name: str) -> None:
    """`validate(dump(x)) == x`."""
    filing = claim(name)
    assert validate(WageClaim, filing.model_dump(mode="json", exclude_none=True, warnings=False), on=ON) == filing
