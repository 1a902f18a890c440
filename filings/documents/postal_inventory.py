"""Опись вложения, form 107 of the Russian post: two equal copies for every letter."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from filings.documents.copies import CopySet
from filings.documents.leaflet import Leaflet
from filings.documents.paperwork import Paperwork
from filings.documents.requisites import capitalised
from filings.rules import figures
from filings.russian.forms import Case

TITLE = "Опись вложения"
_COPIES = 2


def sheet(sets: Sequence[CopySet], paperwork: Paperwork, declared: Decimal | None) -> bytes:
    """Two copies for every set that goes by post, each on a page of its own.

    Every item is declared at `declared` roubles; without it the sums are left to be written by hand, equally in both.
    """
    sender = paperwork.filing.author()
    sender_address = getattr(sender, "address", "") or ""
    leaflet = Leaflet(TITLE, author=sender.full_name, numbered=False)
    letters = [one for one in sets if one.by_post]
    for number, one in enumerate(one for one in letters for _ in range(_COPIES)):
        if number:
            leaflet.new_page()
        whom = paperwork.wording.form(one.to, Case.DATIVE)
        _copy(leaflet, one, capitalised(whom), ", ".join(filter(None, (sender.full_name, sender_address))), declared)
        leaflet.text(f"Экземпляр {number % _COPIES + 1} из {_COPIES}", style="small")
    return leaflet.pdf()


def _copy(leaflet: Leaflet, one: CopySet, whom: str, sender: str, declared: Decimal | None) -> None:
    leaflet.text("форма 107", style="right")
    leaflet.heading(TITLE.upper(), large=True)
    leaflet.text("в ценное письмо", style="centre")
    leaflet.text(f"Кому: {whom}")
    leaflet.text(f"Куда: {one.address or '_' * 40}")
    leaflet.text(f"От кого: {sender}")
    leaflet.gap()
    value = figures.money(declared) if declared is not None else ""
    rows = [[str(number), _called(item.title, item.sheets), "1", value] for number, item in enumerate(one.items, 1)]
    total = figures.money(declared * len(one.items)) if declared is not None else ""
    rows.append(["", "Итого", str(len(one.items)), total])
    leaflet.table(("№", "Наименование предметов", "Количество", "Объявленная ценность, руб."), rows, (1, 9, 2.6, 3.4))
    leaflet.gap()
    leaflet.together([f"Отправитель  {'_' * 24}  (подпись)", "", "Место для оттиска почтового штемпеля:", "", "", ""])


def _called(title: str, sheets: int | None) -> str:
    return f"{title}, {sheets} л." if sheets else title
