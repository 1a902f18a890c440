"""Advice that the papers in a pending case share: copies, and what follows a ruling."""

from __future__ import annotations

from datetime import date

from filings.rules.terms import legal_term
from filings.schemas.next_steps import Term

FREE = "Ничего: за это ходатайство пошлину не платят. По почте вы платите только за письмо."
COPIES = [
    "Два экземпляра: один суду, второй с отметкой о приёме оставляете себе. Подпишите оба.",
    "Если отправляете по почте, сохраните опись и квитанцию с номером отправления.",
]
TELL = "Номер дела и фамилию судьи проверьте на сайте суда: по ним документ попадёт в нужное дело."


def counted(what: str, name: str, since: str, norm: str, on: date) -> Term:
    """A term that the law counts from an event to come: «Кассационная жалоба: 3 месяца со дня, когда …»."""
    return Term(f"{what}: {legal_term(name, on)} со дня, {since}", norm)


def private_complaint(what: str, on: date, *, administrative: bool) -> Term:
    """The term of a complaint against a ruling; counted from a day that has not come yet."""
    norm = "КАС РФ, ст. 314" if administrative else "ГПК РФ, ст. 332, ч. 1"
    return counted(what, "private_complaint", "когда суд вынес определение", norm, on)
