"""The slip for the state duty: the requisites in words, and the code that a bank's telephone reads.

The code is that of ГОСТ Р 56042-2014: «ST00012», then NAME=value divided by «|»; the sum is in kopecks, the text UTF-8.
Requisites are those that the person brings; none are known here and none are made up.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import segno
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib import colors

from filings.documents.leaflet import Leaflet
from filings.russian.numbers import money, money_in_words
from filings.schemas.payment import StateDutyPayment

TITLE = "Квитанция на уплату государственной пошлины"
# ГОСТ Р 56042-2014, 4.2: service data «ST», version 0001, encoding 2 (UTF-8); then the divider.
_HEAD, _DIVIDER = "ST00012", "|"
_SIDE = 170.0
_QUIET = 4


def code(payment: StateDutyPayment) -> str:
    """The text inside the code: first the requisites that the standard demands, then the others."""
    kopecks = (payment.amount * 100).quantize(Decimal(1), ROUND_HALF_UP)
    values = (
        ("Name", payment.recipient),
        ("PersonalAcc", payment.account),
        ("BankName", payment.bank),
        ("BIC", payment.bik),
        ("CorrespAcc", payment.correspondent),
        ("Sum", str(kopecks)),
        ("Purpose", payment.purpose),
        ("PayeeINN", payment.inn),
        ("KPP", payment.kpp),
        ("CBC", payment.kbk),
        ("OKTMO", payment.oktmo),
        ("UIN", payment.uin),
        ("LastName", payment.surname),
        ("FirstName", payment.first_name),
        ("MiddleName", payment.patronymic),
        ("PayerAddress", payment.address),
        ("PayerINN", payment.payer_inn),
    )
    # The divider may not stand inside a value; the standard lets a file choose another one, a reader seldom knows it.
    written = [f"{name}={value.replace(_DIVIDER, '/')}" for name, value in values if value]
    return _DIVIDER.join([_HEAD, *written])


def sheet(payment: StateDutyPayment) -> bytes:
    """The slip as a PDF of one page."""
    leaflet = Leaflet(TITLE, author=payment.payer)
    leaflet.heading(TITLE, large=True)
    leaflet.picture_beside(
        _picture(code(payment)),
        [
            f"К уплате: {money_in_words(payment.amount)}",
            "Откройте приложение банка, выберите «Оплата по QR-коду» и наведите телефон."
            " Сверьте получателя и сумму до того, как подтвердить.",
            "Чек об оплате приложите к документам.",
        ],
    )
    leaflet.gap(6)
    leaflet.table(("Реквизит", "Значение"), _rows(payment), (4, 9))
    leaflet.text(
        "Реквизиты названы вами, их взяли не отсюда. Сверьте их с сайтом суда: они меняются, а пошлину, уплаченную"
        " по чужим реквизитам, приходится возвращать и платить снова.",
        style="small",
    )
    return leaflet.pdf()


def _rows(payment: StateDutyPayment) -> list[tuple[str, str]]:
    rows = [
        ("Плательщик", f"{payment.payer}, {payment.address}"),
        ("ИНН плательщика", payment.payer_inn),
        ("Получатель", payment.recipient),
        ("ИНН / КПП получателя", f"{payment.inn} / {payment.kpp}"),
        ("Казначейский счёт", payment.account),
        ("Банк получателя", payment.bank),
        ("БИК", payment.bik),
        ("Единый казначейский счёт", payment.correspondent),
        ("КБК", payment.kbk),
        ("ОКТМО", payment.oktmo),
        ("УИН", payment.uin),
        ("Назначение платежа", payment.purpose),
        ("Сумма", money(payment.amount)),
    ]
    return [(name, value) for name, value in rows if value]


def _picture(text: str) -> Drawing:
    """The code as squares; segno must be told the encoding, or it takes another one for Cyrillic."""
    made = segno.make(text, error="M", micro=False, boost_error=False, encoding="utf-8")
    rows = list(made.matrix)
    step = _SIDE / (len(rows) + 2 * _QUIET)
    drawing = Drawing(_SIDE, _SIDE)
    for down, row in enumerate(rows):
        for across, dark in enumerate(row):
            if dark:
                left, bottom = (across + _QUIET) * step, _SIDE - (down + _QUIET + 1) * step
                drawing.add(Rect(left, bottom, step, step, fillColor=colors.black, strokeWidth=0, strokeColor=None))
    return drawing
