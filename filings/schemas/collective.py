"""A petition that several residents sign: who they are, and the sheet on which they put their names."""

from __future__ import annotations

from typing import Any

from pydantic import model_validator

from filings.questions import Block, Phone, Whole, YesNo, page, question, wrong
from filings.schemas.dwelling import Dwelling, house_of
from filings.schemas.petition import Petition
from filings.schemas.printed_texts import BareNumber, PersonName

MOST_SPARE_LINES = 100


class Signatory(Block):
    """Житель, который подписывает вместе с вами."""

    name: PersonName = question("Фамилия, имя, отчество", ru="фио", example="Петров Пётр Иванович")
    flat: BareNumber = question("Квартира", ru="квартира", example="6")
    phone: Phone | None = question("Телефон", ru="телефон", optional=True, hint="Если человек согласен его назвать")


class CollectivePetition(Petition):
    """A petition about a house that residents may sign together; the applicant is then their contact."""

    collective: YesNo = page(
        "Подписывают и другие жители?",
        ru="коллективное",
        default=False,
        hint="К заявлению добавится лист для подписей. Вы останетесь тем, с кем свяжутся",
    )
    signatories: list[Signatory] | None = page(
        "Кто ещё подписывает", ru="подписанты", when="collective", add="Добавить ещё жителя"
    )
    spare_lines: Whole | None = page(
        "Сколько пустых строк оставить для других подписей",
        ru="пустых_строк",
        when="collective",
        optional=True,
        hint="Их можно заполнить от руки, когда обойдёте соседей",
    )
    home: Dwelling = page("О каком жилье речь", ru="жильё")

    @model_validator(mode="after")
    def _signed_by_the_residents(self) -> CollectivePetition:
        if self.collective and self.represented:
            raise wrong(
                "represented",
                "коллективное обращение жители подписывают сами; ответьте здесь «нет» или откажитесь от общей подписи",
            )
        if (self.spare_lines or 0) > MOST_SPARE_LINES:
            raise wrong("spare_lines", "не больше {most} строк", most=MOST_SPARE_LINES)
        return self

    @property
    def home_address(self) -> str:
        """Where the applicant's home is."""
        return self.home.other_address or self.applicant.address

    @property
    def house_address(self) -> str:
        """Where the house is."""
        return house_of(self.home_address)

    def on_behalf_of(self) -> str:
        """«жителей дома по адресу: …» when they sign together."""
        return f"жителей дома по адресу: {self.house_address}" if self.collective else ""

    def facts(self) -> dict[str, Any]:
        """The addresses, and the rows of the sheet of signatures: those who are named, then the spare ones."""
        named = [
            {"номер": str(number), "фио": one.name, "квартира": one.flat, "телефон": one.phone or ""}
            for number, one in enumerate(self.signatories or (), 1)
        ]
        spare = [
            {"номер": str(len(named) + number + 1), "фио": "", "квартира": "", "телефон": ""}
            for number in range(self.spare_lines or 0)
        ]
        return {
            "адрес_жилья": self.home_address,
            "адрес_дома": self.house_address,
            "строки_подписей": [*named, *spare],
        }
