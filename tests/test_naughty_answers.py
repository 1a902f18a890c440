"""Whatever a person writes comes out as the same visible text, or is refused with a reason; never lost."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from today import ON
from toy import SAMPLE

from filings.catalogue import kind_of
from filings.documents.paperwork import Paperwork
from filings.documents.word_text import text_of
from filings.errors import AnswersError
from filings.questions.reading import parse_answers
from filings.questions.validation import validate

NAUGHTY = [
    "ООО «Рога & Копыта» <b>и</b> Ко",
    "a <b> c & \"кавычки\" 'и' апострофы",
    "{{ 7*7 }} {% if x %} {# нет #} {_{ 7 }_}",
    "{{ истец.__class__.__mro__ }}",
    "</w:t></w:r></w:p><w:p>",
    "&lt;script&gt; &amp; &#10;",
    "100 % уверен: цена < 10000 и > 5 ≤ 7 ≠ 8 – да — нет",
    "ТАБ\tи\r\nперенос",
    "№ 5, ст. 236, ½ ставки, 20 °C, ₽ и €",
    "Ёлка ѣ ѳ і ґ ё й",
    "слово " * 1600,
    "д" * 10_000,
]


def printed(kind_name: str, text: str) -> str:
    """The text of the toy filing with `text` as the story, blanks made alike."""
    kind = kind_of(kind_name)
    filing = validate(kind.model, parse_answers(SAMPLE) | {"рассказ": text}, on=ON)
    return essence(text_of(Paperwork(kind.template, filing, filing.conclude(ON), ON).filing_document([])))


def essence(text: str) -> str:
    """What a person sees, without blanks and with quotes and dashes of one kind: typography may change those."""
    alike = str.maketrans({"«": '"', "»": '"', "„": '"', "“": '"', "”": '"', "—": "-", "–": "-", "‑": "-", "−": "-"})
    return re.sub(r"\.+", ".", "".join(text.translate(alike).replace("₽", "руб.").split()))


@pytest.mark.parametrize("text", NAUGHTY, ids=lambda text: text[:20])
def test_comes_out_as_it_went_in(toy_kind, text: str) -> None:
    assert essence(text) in printed(toy_kind, text)


@pytest.mark.parametrize(
    "text",
    ["\ud800", "нуль\x00", "звонок\a", "страница\f", "漢字", "🙂"],
    ids=["полсимвола", "0", "7", "12", "кандзи", "эмодзи"],
)
def test_what_cannot_be_printed_is_refused_with_its_place(toy_kind, text: str) -> None:
    with pytest.raises(AnswersError, match="нельзя напечатать"):
        printed(toy_kind, f"До этого {text}")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_is_printed_or_refused(toy_kind, text: str) -> None:
    try:
        found = printed(toy_kind, f"Начало {text} конец.")
    except AnswersError as error:
        assert "нельзя напечатать" in error.message
    else:
        assert found.find(essence("Начало")) < found.find(essence("конец."))
