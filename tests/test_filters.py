"""What a lawyer writes after the bar in a template: every filter against the grammar."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from jinja2 import UndefinedError

from filings.documents import filters
from filings.errors import TemplateError
from filings.russian.wording import Wording

ROWS = yaml.safe_load((Path(__file__).parent / "cases/documents/filters.yaml").read_text("utf-8"))


def exact(value):
    """Floats of YAML are typed as decimals."""
    if isinstance(value, dict):
        return {key: exact(item) for key, item in value.items()}
    return Decimal(str(value)) if isinstance(value, float) else value


def printed(tag, given, wording=None):
    # « » inside a tag are mended by the template reader, not by Jinja
    source = tag.replace("«", '"').replace("»", '"')
    return filters.environment(wording or Wording()).from_string(source).render(exact(given))


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_filter(row):
    assert row["source"]
    if "error" in row:
        with pytest.raises((TemplateError, UndefinedError), match=row["error"]):
            printed(row["tag"], row["given"])
    else:
        assert printed(row["tag"], row["given"]).replace("\u00a0", " ") == row["expect"]


def test_every_filter_has_a_row():
    used = " ".join(row["tag"] for row in ROWS)
    assert [name for name in filters.names() if f"|{name}" not in used] == []


def test_a_corrected_form_wins_also_in_the_short_name():
    person = {"фио": "Мельник Анна Ивановна", "кратко": "Мельник\u00a0А.И."}
    wording = Wording(overrides={person["фио"]: {"родительный": "Мельничихи Анны Ивановны"}})
    assert printed("{{ истец|кратко|родительный }}", {"истец": person}, wording) == "Мельничихи\u00a0А.И."


def test_forms_of_one_filing_do_not_reach_another():
    text = "{{ 'Иванова Мария Петровна'|родительный }}"
    corrected = Wording(overrides={"Иванова Мария Петровна": {"родительный": "Ивановой-Разумник"}})
    assert printed(text, {}, corrected) == "Ивановой-Разумник"
    assert printed(text, {}) == "Ивановой Марии Петровны"


def test_values_are_typeset_and_escaped():
    assert printed("{{ имя }}", {"имя": 'ООО "А & Б" - ст. 5'}) == "ООО «А &amp; Б»\u00a0— ст.\u00a05"


def test_date_is_a_plain_date():
    assert printed("{{ день|дата }}", {"день": date(2026, 1, 2)}) == "02.01.2026"
