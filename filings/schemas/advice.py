"""Advice that many sheets «Что делать дальше» share: how to hand a paper in, how many copies, what it costs."""

from __future__ import annotations

from datetime import date

from filings.errors import LegalValueMissing
from filings.parameters import parameter
from filings.rules.terms import last_day, legal_term
from filings.schemas.courts import GeneralCourt
from filings.schemas.next_steps import Term
from filings.schemas.organisations import Recipient

NO_FEE = "Ничего: за это обращение не платят. По почте вы платите только за письмо."
ELECTRONIC_APPEAL = "59-ФЗ, ст. 7, ч. 3, в редакции Федерального закона от 28.12.2024 № 480-ФЗ"


def to_court(court: GeneralCourt) -> list[str]:
    """How to hand a paper in at a court; a justice of the peace is mostly out of the electronic system."""
    ways = "Принесите пакет в приёмную и попросите отметку на своём экземпляре или отправьте ценным письмом с описью."
    electronic = (
        "Через ГАС «Правосудие» к мировому судье подать обычно нельзя: многих участков там нет. Спросите на участке."
        if court.is_magistrate
        else "Можно подать и через ГАС «Правосудие» (вход через Госуслуги; документы — файлами PDF)."
    )
    check = "Сверьте название и адрес на сайте суда: там же видно, относится ли к нему нужный адрес."
    return [f"{_place(court.title, court.address)}.", ways, electronic, check]


def to_authority(recipient: Recipient) -> list[str]:
    """How to turn to an authority: paper, Госуслуги, its site with a login; never plain e-mail."""
    return [
        f"{_place(recipient.title, recipient.address)}.",
        "Отнесите лично и попросите отметку о приёме на своём экземпляре, или отправьте заказным письмом с "
        "уведомлением, или подайте через Госуслуги либо на сайте органа со входом через Госуслуги.",
        f"По обычной электронной почте не отправляйте: такое письмо обращением не считается ({ELECTRONIC_APPEAL}).",
    ]


def to_organisation(recipient: Recipient) -> list[str]:
    """How to hand a demand to an organisation so that it can be proved."""
    return [
        f"{_place(recipient.title, recipient.address)}.",
        "Отнесите лично: на вашем экземпляре должны поставить дату, входящий номер, подпись. Не берут — отправьте "
        "ценным письмом с описью вложения и уведомлением о вручении; сохраните опись и чек.",
    ]


def two_copies(whom: str) -> list[str]:
    """Copies of a paper outside the court; `whom` is in the dative."""
    return [f"Два экземпляра: один отдаёте {whom}, второй с отметкой о приёме оставляете себе. Подпишите оба."]


def court_copies(parties: int) -> list[str]:
    """Copies of a claim: to every other party by post, to the court, for oneself. ГПК РФ, ст. 132, п. 6."""
    others = "второй стороне" if parties == 1 else "каждой из других сторон"
    return [
        f"Экземпляров нужно {parties + 2}: суду, {others}, себе.",
        f"До подачи в суд отправьте {others} копию документа и тех приложений, которых у неё нет, ценным письмом с "
        "описью вложения. Квитанцию и опись приложите.",
        "Подпишите документ и расчёт, если он есть.",
    ]


def term(what: str, name: str, since: date, norm: str) -> Term:
    """A term of the law counted from `since` (the day of the event): `name` is a parameter of the terms.

    Without a value or a calendar for those days the term has no day: nothing is guessed.
    """
    try:
        return Term(what, norm, last_day(since, legal_term(name, since)))
    except LegalValueMissing:
        return Term(what, norm)


def confirmed(name: str, on: date) -> bool:
    """Whether somebody has compared the parameter with the law."""
    return parameter(name).at(on).checked_on is not None


def _place(title: str, address: str | None) -> str:
    title = title[:1].upper() + title[1:]
    return f"{title}, {address}" if address else title
