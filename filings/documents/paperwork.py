"""Writes the Word documents of one filing: the filing itself, the calculation, the inventory, the sheet of steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from filings.documents.attachments import Attachment
from filings.documents.calculation import calculation_view
from filings.documents.header import header
from filings.documents.sheet_of_steps import steps_view
from filings.documents.view import context_of, view
from filings.documents.word import fill
from filings.russian.forms import Case
from filings.russian.wording import Wording
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.employers import EmployerByName

SHARED = Path(__file__).parent.parent / "templates" / "packet"


@dataclass(frozen=True)
class InventoryRow:
    """A line of the inventory; `first_page` is None for a paper that is added by hand."""

    title: str
    sheets: int | None
    first_page: int | None


class Paperwork:
    """The Word documents of one filing on one day; every document speaks with the same wording."""

    def __init__(
        self, template: Path, filing: Filing, conclusions: Conclusions, on: date, next_titles: Sequence[str] = ()
    ) -> None:
        """`template` is the kind's own Word file; `next_titles` are of the kinds that may follow this one."""
        self._next_titles = next_titles
        self.template, self.filing, self.conclusions, self.on = template, filing, conclusions, on
        self.wording = wording_of(filing)
        self._context = context_of(filing, conclusions, on)
        self._header = header(filing, conclusions, self.wording)

    @property
    def title(self) -> str:
        """«Исковое заявление о взыскании заработной платы»."""
        return f"{self.filing.about.printed} {self.filing.subject()}".strip()

    def filing_document(self, items: Sequence[Attachment]) -> bytes:
        """The filing with its header and the list of attachments."""
        return self._fill(self.template, self.filing_context(items), self.title)

    def filing_context(self, items: Sequence[Attachment]) -> dict[str, Any]:
        """Every name that the kind's template can read."""
        listed = [{"номер": item.number, "название": item.title, "текст": item.text} for item in items]
        return self._context | {"шапка": self._header, "приложения": listed}

    def calculation_document(self) -> bytes:
        """The calculation; only for a filing that has one."""
        title = self.filing.calculation_title
        context = calculation_view(self.conclusions) | {"заголовок": title, "к": self._to_what()}
        return self._fill(SHARED / "calculation.docx", context | self._signature(), title)

    def inventory_document(self, rows: Sequence[InventoryRow], own_pages: int) -> bytes:
        """The inventory with page numbers; `own_pages` is its own length."""
        context = {
            "заголовок": "Опись документов",
            "к": self._to_what(),
            "строки": [_inventory_line(number, row) for number, row in enumerate(rows, 1)],
            "всего_страниц": own_pages + sum(row.sheets or 0 for row in rows if row.first_page is not None),
        }
        return self._fill(SHARED / "inventory.docx", context | self._signature(), "Опись документов")

    def steps_document(self, warnings: Sequence[str]) -> bytes:
        """The sheet «Что делать дальше»."""
        steps = self.filing.next_steps(self.conclusions, self.on)
        who = self.filing.author().full_name
        context = steps_view(self.filing.about, who, steps, list(warnings), self.on, self._next_titles)
        return self._fill(SHARED / "next_steps.docx", context, "Что делать дальше")

    def _to_what(self) -> str:
        """«к исковому заявлению Ивановой Марии Петровны о взыскании заработной платы»."""
        printed = self.wording.form(self.filing.about.printed, Case.DATIVE)
        whose = self.wording.form(self.filing.author().full_name, Case.GENITIVE)
        return f"к {printed[:1].lower()}{printed[1:]} {whose} {self.filing.subject()}"

    def _signature(self) -> dict[str, Any]:
        return {"дата": self.on, "подпись": self.filing.signer().signature, "подписант": view(self.filing.signer())}

    def _fill(self, template: Path, context: Mapping[str, Any], title: str) -> bytes:
        author = self.filing.author().full_name
        return fill(template, context, self.wording, title=title, author=author, on=self.on)


def wording_of(filing: Filing) -> Wording:
    """The names of everybody in the filing with their forms, and what the person has corrected."""
    wording = Wording({}, filing.declensions)
    for person in filing.people():
        wording.register_name(person.surname, person.first_name, person.patronymic, person.gender)
    for _, value in filing:
        if isinstance(value, EmployerByName) and value.is_person and value.gender:
            wording.register_name(value.surname, value.first_name, value.patronymic, value.gender, value.called)
    return wording


def _inventory_line(number: int, row: InventoryRow) -> dict[str, Any]:
    last = (row.first_page or 0) + (row.sheets or 1) - 1
    pages = str(row.first_page) if last == row.first_page else f"{row.first_page}–{last}"
    return {
        "номер": number,
        "название": row.title,
        "листов": str(row.sheets) if row.sheets else "",
        "страницы": pages if row.first_page else "вкладывается отдельно",
    }
