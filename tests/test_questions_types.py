"""Every type of answer: writings that it accepts with what they mean, writings that it refuses with the Russian reason.

The tables are tests/cases/questions/*.yaml: add a row `written: value` under `accepted`, or `written: part of the
message` under `refused`.
"""

import re
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError
from reportlab.pdfbase.ttfonts import TTFont
from today import ON

from filings import questions
from filings.questions import Choice, texts
from filings.questions.messages import russian

TABLES = sorted((Path(__file__).parent / "cases" / "questions").glob("*.yaml"))
TYPES = [table for path in TABLES for table in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)]
NAMES = sorted(table["type"] for table in TYPES)
ACCEPTED = [(table["type"], *row) for table in TYPES for row in table["accepted"].items()]
REFUSED = [(table["type"], *row) for table in TYPES for row in table["refused"].items()]


def named(rows: list[tuple[str, str, str]]) -> list[Any]:
    """Rows whose test names are the type and the writing; signs that cannot be seen are shown by their codes."""
    return [pytest.param(*row, id=f"{row[0]}: {''.join(map(seen, row[1]))}") for row in rows]


def seen(sign: str) -> str:
    return sign if sign.isprintable() and ord(sign) < 0xD800 else f"<{ord(sign):04X}>"


def answer(name: str, written: Any) -> Any:
    """`written` as the type called `name`; ValueError with the Russian message when it is refused."""
    try:
        return TypeAdapter(getattr(questions, name)).validate_python(written, context={"on": ON})
    except ValidationError as error:
        raise ValueError(russian(error.errors()[0])) from None


def test_every_type_has_a_table() -> None:
    types = {name for name in questions.__all__ if hasattr(getattr(questions, name), "__metadata__")}
    assert set(NAMES) == types and len(NAMES) == len(set(NAMES))
    assert all(table["source"] for table in TYPES)


@pytest.mark.parametrize(("name", "written", "value"), named(ACCEPTED))
def test_accepted(name: str, written: str, value: str) -> None:
    assert str(answer(name, written)) == value


@pytest.mark.parametrize(("name", "written", "value"), named(ACCEPTED))
def test_what_was_accepted_is_accepted_again_unchanged(name: str, written: str, value: str) -> None:
    """Answers are kept and read again: the value of an answer must mean itself."""
    adapter = TypeAdapter(getattr(questions, name))
    found = answer(name, written)
    assert answer(name, adapter.dump_python(found, mode="json")) == found == answer(name, found)


@pytest.mark.parametrize(("name", "written", "message"), named(REFUSED))
def test_refused(name: str, written: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        answer(name, written)
    said = str(caught.value).replace(written, "")
    assert not re.search(r"(?<!U\+)[A-Za-z]{4,}|None|True", said.replace(" ".join(written.split()), "")), (
        "a message in English"
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("given_", [["а", "б"], {"а": "б"}, [], [["1"]]], ids=str)
def test_a_list_or_a_group_is_not_an_answer(name: str, given_: Any) -> None:
    with pytest.raises(ValueError, match=r"[а-я]") as caught:
        answer(name, given_)
    assert "[" not in str(caught.value) and "{" not in str(caught.value)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"YesNo"}))
@pytest.mark.parametrize("given_", [True, False, None], ids=str)
def test_a_bare_true_or_null_is_not_an_answer(name: str, given_: Any) -> None:
    with pytest.raises(ValueError, match=r"[а-я]") as caught:
        answer(name, given_)
    assert str(given_) not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "number", "value"),
    [
        pytest.param("Roubles", 1234.56, "1234.56", id="сумма из таблицы"),
        pytest.param("Roubles", 0.1, "0.10", id="0,1 без шума"),
        pytest.param("Roubles", 12000, "12000.00", id="целая сумма"),
        pytest.param("Roubles", Decimal("12.000"), "12.00", id="точное число не двусмысленно"),
        pytest.param("Roubles", Decimal("1E+3"), "1000.00", id="точное число со степенью"),
        pytest.param("Number", Decimal("1E+3"), "1E+3", id="число со степенью"),
        pytest.param("Whole", 12.0, "12", id="целое из таблицы"),
        pytest.param("Ogrn", 1027700132195, "1027700132195", id="ОГРН числом"),
        pytest.param("Text", 5, "5", id="число вместо текста"),
        pytest.param("YesNo", 1, "True", id="1"),
    ],
)
def test_numbers_of_spreadsheets(name: str, number: Any, value: str) -> None:
    assert str(answer(name, number)) == value


@pytest.mark.parametrize("number", [0.1 + 0.2, 1e300, float("nan"), float("inf"), Decimal("NaN"), Decimal("0.001")])
def test_noise_of_floats_is_not_rounded_in_secret(number: Any) -> None:
    with pytest.raises(ValueError, match=r"[а-я]"):
        answer("Roubles", number)


@given(st.decimals(min_value="0.00", max_value="999999999999.99", places=2))
def test_a_sum_is_exact_in_every_writing(amount: Decimal) -> None:
    whole, _, kopecks = f"{amount:,.2f}".partition(".")
    for written in (
        f"{amount}",
        f"{amount:,.2f}",
        whole.replace(",", " ") + "," + kopecks,
        whole.replace(",", "\u00a0") + "," + kopecks + "\u00a0руб.",
        whole.replace(",", ".") + "," + kopecks,
    ):
        assert answer("Roubles", written) == amount


@given(st.text(max_size=30), st.sampled_from(NAMES))
def test_any_text_is_accepted_or_refused_in_russian(text: str, name: str) -> None:
    try:
        answer(name, text)
    except ValueError as refused:
        assert re.search("[а-я]", str(refused)), str(refused)


@pytest.mark.parametrize(
    ("name", "right"), [("OrganisationInn", "7707083893"), ("Ogrn", "1027700132195"), ("Snils", "11223344595")]
)
def test_one_wrong_digit_is_noticed(name: str, right: str) -> None:
    wrong = {right[:place] + digit + right[place + 1 :] for place in range(len(right)) for digit in "0123456789"}
    for number in wrong - {right}:
        with pytest.raises(ValueError, match="не сходится с контрольной цифрой"):
            answer(name, number)


def test_lengths() -> None:
    assert answer("Text", "д" * texts.LINE_LENGTH) == "д" * texts.LINE_LENGTH
    assert answer("LongText", "д" * texts.TEXT_LENGTH) == "д" * texts.TEXT_LENGTH
    with pytest.raises(ValueError, match="слишком длинно: 501 знаков, а можно 500"):
        answer("Text", "д" * 501)
    with pytest.raises(ValueError, match="приложите отдельным документом"):
        answer("LongText", "д" * (texts.TEXT_LENGTH + 1))


class Service(Choice):
    """Услуга."""

    HEATING = "heating", "отопление", "Батареи"
    HOT_WATER = "hot_water", "горячая вода"


@pytest.mark.parametrize("written", ["hot_water", "HOT_WATER", "горячая вода", "Горячая  Вода", " горячая\u00a0вода "])
def test_choice_by_either_name(written: str) -> None:
    assert TypeAdapter(Service).validate_python(written) is Service.HOT_WATER


@pytest.mark.parametrize("written", ["газ", "", "heating|hot_water", "горячая_вода", "отопление, горячая вода"])
def test_choice_names_the_options(written: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Service).validate_python(written)
    message = caught.value.errors()[0]["msg"]
    assert message == f"«{written}» нет среди вариантов; выберите: «отопление», «горячая вода»"


def test_choice_keeps_its_words() -> None:
    member = TypeAdapter(Service).validate_python(Service.HEATING)
    assert (member.value, member.ru, member.explanation) == ("heating", "отопление", "Батареи")
    assert TypeAdapter(Service).dump_python(member, mode="json") == "heating"
    schema = TypeAdapter(Service).json_schema()
    assert schema["enum"] == ["heating", "hot_water"] and schema["x-labels"]["heating"] == "отопление"


def is_accepted(sign: str) -> bool:
    """Whether the sign reaches a document as it is: not refused, not removed, not replaced."""
    try:
        return sign in texts.line(f"а{sign}а")
    except PydanticCustomError:
        return False


ACCEPTED_SIGNS = [code for code in range(0x10000) if is_accepted(chr(code))]


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "Bold Italic"])
def test_the_face_of_the_documents_shows_every_sign_that_is_accepted(face: str) -> None:
    """Liberation Serif lacks only the sign of the rouble; LibreOffice borrows it from another face."""
    found = subprocess.run(
        ["fc-match", "-f", "%{file}", f"Liberation Serif:style={face}"], capture_output=True, text=True, check=True
    )
    glyphs = set(TTFont(face, found.stdout).face.charToGlyph)
    assert {chr(code) for code in ACCEPTED_SIGNS if code not in glyphs} == {"₽"}
