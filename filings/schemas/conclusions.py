"""What the law concludes from a filing: named values for the template, and the calculation to print."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import Field

from filings.questions import Block
from filings.rules.conclusion import Conclusion


def fact(title: str, *, ru: str, default: Any = ...) -> Any:
    """A concluded value that templates read under its Russian name `ru`."""
    return Field(default=default, alias=ru, title=title)


class Total(Block):
    """A line under the calculation: what, and how much in roubles."""

    title: str = fact("Что", ru="название")
    amount: Decimal = fact("Сколько", ru="сумма")


class Conclusions(Block):
    """A kind subclasses this with the values that its template prints.

    `calculation` are the conclusions of rules to print as the calculation, in order, empty when there is no money;
    `totals` stand under it; `warnings` reach the page, the manifest and the sheet for the person.
    """

    calculation: tuple[Conclusion, ...] = fact("Расчёт по правилам", ru="разделы_расчёта", default=())
    totals: tuple[Total, ...] = fact("Итоги расчёта", ru="итоги_расчёта", default=())
    warnings: tuple[str, ...] = fact("Предупреждения", ru="предупреждения", default=())
