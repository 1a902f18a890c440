"""Tables of single kinds, tests/cases/kinds/<kind>.yaml: what answers put into the document, and what is refused.

`texts`: rows {name, sample, change, present, absent, warned, sums}; `refused`: rows {name, sample, change, at, told,
instead, source}. `sample` is «plain» (the product's own) unless named; a path in `change` reads «долги.0.срок».
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from changed import filing_of, text_of_filing
from today import ON

from filings.catalogue import kinds
from filings.errors import AnswersError

TABLES = sorted((Path(__file__).parent / "cases" / "kinds").glob("*.yaml"))


def rows(section: str) -> list[Any]:
    found = []
    for path in TABLES:
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [pytest.param(path.stem, row, id=f"{path.stem}: {row['name']}") for row in table.get(section) or ()]
    return found


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2011", "-").split())


def test_tables_are_of_kinds() -> None:
    assert {path.stem for path in TABLES} <= set(kinds())


@pytest.mark.parametrize(("kind", "row"), rows("texts"))
def test_text(kind: str, row: dict[str, Any]) -> None:
    filing = filing_of(kind, row.get("sample", "plain"), row.get("change") or {})
    conclusions = filing.conclude(ON)
    text = plain(text_of_filing(kind, filing))
    missing = [part for part in row.get("present") or () if plain(part) not in text]
    assert not missing, f"{missing} not in: {text}"
    assert not [part for part in row.get("absent") or () if plain(part) in text]
    warnings = plain(" ".join(conclusions.warnings))
    assert not [part for part in row.get("warned") or () if plain(part) not in warnings], warnings
    for name, amount in (row.get("sums") or {}).items():
        assert getattr(conclusions, name) == Decimal(str(amount)), name


@pytest.mark.parametrize(("kind", "row"), rows("refused"))
def test_refused(kind: str, row: dict[str, Any]) -> None:
    with pytest.raises(AnswersError) as caught:
        filing_of(kind, row.get("sample", "plain"), row.get("change") or {})
    found = [one for one in caught.value.problems if plain(row["told"]) in plain(one.message)]
    assert found, str(caught.value)
    if at := row.get("at"):
        assert at in [one.path for one in found]
    if instead := row.get("instead"):
        assert instead in [one.instead for one in found]
