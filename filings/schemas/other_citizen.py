"""A citizen on the other side: what the codes want to know of a respondent, and what one may not know."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import ValidationInfo, field_validator

from filings.questions import AddressLine, PastDay, Phone, Text, question
from filings.schemas.parties import IdentifierKind, Person, identifier_number
from filings.schemas.printed_texts import Clause


class Addressee(Person):
    """Гражданин, которому пишут: имя и адрес. Для суда нужно больше, см. `OtherCitizen`."""

    address: AddressLine = question(
        "Где живёт этот человек",
        ru="адрес",
        hint="Если сейчас не знаете — последний известный адрес",
        example="344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5",
        new_page="Адрес и сведения об этом человеке",
    )
    phone: Phone | None = question("Телефон", ru="телефон", optional=True)

    @property
    def called(self) -> str:
        """How the text calls this person: the full name."""
        return self.full_name


class OtherCitizen(Addressee):
    """Гражданин, к которому обращены требования. Source: ГПК РФ, ст. 131, ч. 2, п. 3; ст. 124, ч. 2, п. 3."""

    template_names: ClassVar[tuple[str, ...]] = (*Person.template_names, "неизвестно")

    birth_date: PastDay | None = question(
        "Дата рождения", ru="дата_рождения", unsure="напишем, что она неизвестна, и суд запросит её сам"
    )
    birth_place: Clause | None = question("Место рождения", ru="место_рождения", unsure="напишем, что оно неизвестно")
    workplace: Clause | None = question("Место работы", ru="место_работы", optional=True, hint="Если знаете")
    identifier: IdentifierKind | None = question(
        "Какой номер этого человека вы знаете",
        ru="документ",
        unsure="напишем, что номера неизвестны, и суд запросит их сам",
        hint="Достаточно одного. Часто стоит в договоре или расписке",
        new_page="Номер, по которому человека найдут",
    )
    identifier_value: Text | None = question(
        "Номер", ru="номер_документа", when="identifier=snils|inn|passport|driving_licence"
    )

    @field_validator("identifier_value")
    @classmethod
    def _identifier_is_right(cls, number: str | None, info: ValidationInfo) -> str | None:
        return identifier_number(info.data.get("identifier"), number) if number else number

    @property
    def unknown(self) -> list[str]:
        """What has to be said to be unknown, in the genders of «неизвестны»: ГПК РФ, ст. 131, ч. 2, п. 3."""
        absent = (
            ("дата рождения", self.birth_date),
            ("место рождения", self.birth_place),
            ("идентификатор", self.identifier),
        )
        return [name for name, value in absent if not value]

    def template_values(self) -> dict[str, Any]:
        """What templates read beside the answers; «неизвестно» lists what is not known."""
        return super().template_values() | {"неизвестно": self.unknown}
