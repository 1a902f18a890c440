"""The sets of a packet on paper: how many, for whom, how they get there, and what is in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from filings.documents.attachments import Attachment
from filings.documents.leaflet import Leaflet
from filings.documents.paperwork import Paperwork
from filings.documents.printing import CALCULATION, FILING, INVENTORY, Printed
from filings.russian.numbers import plural
from filings.schemas.base import Filing
from filings.schemas.court_claim import CourtFiling
from filings.schemas.parties import Person
from filings.schemas.pending_case import CaseFiling
from filings.schemas.petition import Petition

TITLE = "Комплекты документов"
_UNCOUNTED = "сосчитайте"


@dataclass(frozen=True)
class Item:
    """One document of a set; `sheets` is None when nobody has counted them."""

    title: str
    sheets: int | None


@dataclass(frozen=True)
class CopySet:
    """One set: `to` is who gets it, `role` is «суду», «ответчику»; `how` is the way there, in Russian."""

    role: str
    to: str
    address: str
    how: str
    items: tuple[Item, ...]
    by_post: bool = True

    @property
    def sheets(self) -> int:
        """Sheets of everything that was counted."""
        return sum(item.sheets or 0 for item in self.items)


def sets_of(paperwork: Paperwork, printed: Printed) -> list[CopySet]:
    """The office's own, one for each of the other side, one that stays with the person."""
    whole = tuple(_items(paperwork, printed, inventory=True, by_law=True))
    # ГПК РФ, ст. 132, п. 6: the other side gets the filing and what it has not got, the court the proof of sending.
    copy = tuple(_items(paperwork, printed, inventory=False, by_law=False))
    sets = [
        CopySet(role, to, address, how, whole if is_office else copy)
        for role, to, address, how, is_office in _recipients(paperwork.filing)
        if is_office or _wants_copies_sent(printed)
    ]
    own = "Храните у себя: на первом листе попросите отметку о приёме или приложите почтовую квитанцию и опись."
    return [*sets, CopySet("вам", paperwork.filing.author().full_name, "", own, whole, by_post=False)]


def sheet(sets: list[CopySet], paperwork: Paperwork) -> bytes:
    """The list of sets as a PDF, for the person."""
    leaflet = Leaflet(TITLE, author=paperwork.filing.author().full_name)
    leaflet.heading(TITLE, large=True)
    leaflet.text(paperwork.title, style="centre")
    count = len(sets)
    leaflet.text(
        f"Распечатайте {count} {plural(count, 'комплект', 'комплекта', 'комплектов')}."
        " Этот листок — для вас, отдавать его не нужно."
    )
    rows = [[str(number), f"{_capital(one.role)}: {one.to}", str(one.sheets)] for number, one in enumerate(sets, 1)]
    leaflet.table(("№", "Кому", "Листов"), rows, (1, 12, 2))
    for number, one in enumerate(sets, 1):
        _describe(leaflet, number, one, sets)
    return leaflet.pdf()


def _describe(leaflet: Leaflet, number: int, one: CopySet, sets: list[CopySet]) -> None:
    leaflet.heading(f"Комплект {number}. {_capital(one.role)}")
    if one.by_post:
        leaflet.text(f"{_capital(one.to)}{', ' if one.address else ''}{one.address}.")
    leaflet.text(one.how)
    if same := next((earlier for earlier, other in enumerate(sets[: number - 1], 1) if other.items == one.items), None):
        leaflet.text(f"Состав тот же, что в комплекте {same}.")
        return
    rows = [
        [str(place), item.title, str(item.sheets) if item.sheets else _UNCOUNTED]
        for place, item in enumerate(one.items, 1)
    ]
    leaflet.table(("№", "Что в комплекте", "Листов"), rows, (1, 12, 2.4))


def _wants_copies_sent(printed: Printed) -> bool:
    """Whether the law wants proof that the other side was sent its copy: the list of attachments then names it."""
    titles = [item.title.casefold() for item in printed.items]
    return any("копи" in title and ("направлени" in title or "вручени" in title) for title in titles)


def _items(paperwork: Paperwork, printed: Printed, *, inventory: bool, by_law: bool) -> Iterator[Item]:
    """In the order of the packet; papers that the law wants are for the office alone."""
    if inventory:
        yield Item("Опись документов", printed.sheets[INVENTORY])
    yield Item(paperwork.title, printed.sheets[FILING])
    ordered = sorted(printed.items, key=lambda item: (not item.calculation, not item.bound))
    for item in ordered:
        if by_law or not item.by_law:
            yield Item(_numbered(item), printed.sheets[CALCULATION] if item.calculation else item.sheets)


def _numbered(item: Attachment) -> str:
    return f"{item.title} (приложение № {item.number})"


def _recipients(filing: Filing) -> Iterator[tuple[str, str, str, str, bool]]:
    """Role, name, address, the way there, and whether it is the office that decides."""
    office = "Отдайте в приёмную или отправьте ценным письмом с описью вложения."
    if isinstance(filing, CourtFiling):
        yield "суду", filing.court.title, filing.court.address or "", office, True
        role = filing.copies_to[0]
        for party in filing.respondents():
            yield role, party.called, party.address, _TO_THE_OTHER_SIDE, False
    elif isinstance(filing, CaseFiling):
        yield "суду", filing.court.title, filing.court.address or "", office, True
        for other in filing.others:
            yield "другой стороне", other.title, other.address or "", _TO_THE_OTHER_SIDE, False
    elif isinstance(filing, Petition):
        addressee = filing.addressee()
        yield "тому, к кому вы обращаетесь", _name_of(addressee), addressee.address or "", office, True
    elif filing.opponent():
        yield "тому, к кому вы обращаетесь", filing.opponent(), "", office, True


def _name_of(addressee: Any) -> str:
    """A citizen's full name, an employer as the text calls him, the title of an office; never the one complained of."""
    if isinstance(addressee, Person):
        return addressee.full_name
    return getattr(addressee, "called", "") or addressee.title


_TO_THE_OTHER_SIDE = (
    "Отправьте до подачи в суд ценным письмом с описью вложения; квитанцию и опись приложите к документам для суда."
    " Те приложения, которые у этой стороны уже есть, можно не посылать: вычеркните их и здесь, и в описи вложения."
)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
