"""The state duty of a claim or of an application for a court order, in whole roubles, and the paper that proves it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from filings.rules.figures import to_roubles
from filings.rules.state_duty import Input, Procedure, state_duty
from filings.russian.numbers import money
from filings.schemas.exhibits import Paper


def duty_of_claim(price: Decimal, on: date) -> Decimal:
    """НК РФ, ст. 333.19, п. 1, пп. 1; ст. 52, п. 6."""
    return _duty(price, on, Procedure.CLAIM)


def duty_of_order(price: Decimal, on: date) -> Decimal:
    """НК РФ, ст. 333.19, п. 1, пп. 2; ст. 52, п. 6."""
    return _duty(price, on, Procedure.COURT_ORDER)


def duty_paper(amount: Decimal) -> Paper:
    """The proof of payment: ГПК РФ, ст. 132, п. 2."""
    return Paper(
        f"Документ об уплате государственной пошлины на сумму {money(amount)}",
        "Реквизиты — на сайте суда. Не можете заплатить сразу — приложите ходатайство об отсрочке, рассрочке "
        "или уменьшении пошлины (НК РФ, ст. 333.20, 333.41).",
    )


def _duty(price: Decimal, on: date, procedure: Procedure) -> Decimal:
    return to_roubles(state_duty(Input(price=price, filed_on=on, procedure=procedure)).value)
