"""The limit of a court order: more than that is asked for by a claim. ГПК РФ, ст. 121, ч. 1."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from filings.parameters import parameter
from filings.questions import wrong
from filings.rules.figures import money
from filings.rules.jurisdiction import ORDER_LIMIT


def check_order_limit(owed: Decimal, name: str, on: date, instead: str) -> None:
    """Raises the error of the question `name` when the sum is over the limit; `instead` is the kind of the claim."""
    limit = Decimal(parameter(ORDER_LIMIT).at(on).value)
    if owed > limit:
        raise wrong(
            name,
            "выходит {owed} руб., а приказ выносят не больше чем на {limit} руб. вместе с процентами "
            "(ГПК РФ, ст. 121): нужно исковое заявление",
            owed=money(owed),
            limit=money(limit),
            instead=instead,
        )
