"""An employer: an organisation or an entrepreneur, by name alone or as a court wants it named."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator

from filings.questions import (
    AddressLine,
    Block,
    Choice,
    Email,
    NamePart,
    Ogrn,
    Ogrnip,
    OrganisationInn,
    PersonInn,
    Phone,
    question,
    wrong,
)
from filings.russian.forms import Gender
from filings.russian.names import detect_gender
from filings.schemas.organisations import BY_HAND, REGISTRY_HELP, REGISTRY_HINT
from filings.schemas.parties import Sex
from filings.schemas.printed_texts import Clause


class EmployerKind(Choice):
    """Кто работодатель: от этого зависит, какие сведения требует суд."""

    ORGANISATION = "organisation", "организация", "ООО, АО, учреждение, ТСЖ"
    ENTREPRENEUR = "entrepreneur", "индивидуальный предприниматель"


class EmployerByName(Block):
    """Работодатель: организация или предприниматель, имя и адрес. Для суда нужно больше, см. `Employer`."""

    template_names: ClassVar[tuple[str, ...]] = ("название", "кратко")

    kind: EmployerKind = question("Кто ваш работодатель", ru="вид")
    title: Clause | None = question(
        "Полное название",
        ru="название",
        when="kind=organisation",
        hint=REGISTRY_HINT,
        example="Общество с ограниченной ответственностью «Ромашка»",
        autocomplete="organization",
    )
    short_title: Clause | None = question(
        "Краткое название", ru="краткое_название", when="kind=organisation", optional=True, example="ООО «Ромашка»"
    )
    surname: NamePart | None = question("Фамилия предпринимателя", ru="фамилия", when="kind=entrepreneur")
    first_name: NamePart | None = question("Имя", ru="имя", when="kind=entrepreneur")
    patronymic: NamePart | None = question("Отчество", ru="отчество", when="kind=entrepreneur", optional=True)
    sex: Sex | None = question(
        "Пол", ru="пол", when="kind=entrepreneur", optional=True, hint="Можно не отвечать, если он понятен по отчеству"
    )
    address: AddressLine = question(
        "Адрес", ru="адрес", hint="Организация — адрес из реестра", new_page="Адрес и номера"
    )

    @model_validator(mode="after")
    def _gender_is_known(self) -> EmployerByName:
        if self.kind is EmployerKind.ENTREPRENEUR and self.surname and self.first_name and self.gender is None:
            raise wrong("sex", "по имени не видно, мужчина это или женщина; выберите пол")
        return self

    @property
    def is_person(self) -> bool:
        """Whether the employer is an entrepreneur, so that the name is a person's."""
        return self.kind is EmployerKind.ENTREPRENEUR

    @property
    def gender(self) -> Gender | None:
        """The entrepreneur's gender answered, else as the name shows it."""
        if not (self.is_person and self.surname and self.first_name):
            return None
        if self.sex is not None:
            return Gender(self.sex.value)
        return detect_gender(self.surname, self.first_name, self.patronymic)

    @property
    def full_name(self) -> str:
        """The entrepreneur's name without the status, or the organisation's full title."""
        if self.is_person:
            return " ".join(part for part in (self.surname, self.first_name, self.patronymic) if part)
        return self.title or ""

    @property
    def called(self) -> str:
        """How the text calls the employer after the header: the short title when there is one."""
        return (
            f"индивидуальный предприниматель {self.full_name}"
            if self.is_person
            else self.short_title or self.title or ""
        )

    def template_values(self) -> dict[str, Any]:
        """What templates read beside the answers: «название» in full, «кратко» as the text calls the employer."""
        return {"название": self.called if self.is_person else self.title, "кратко": self.called}


class Employer(EmployerByName):
    """Работодатель со сведениями, которых требует ГПК РФ, ст. 131, ч. 2, п. 3."""

    inn: OrganisationInn | None = question(
        "ИНН",
        ru="инн",
        when="kind=organisation",
        unsure=BY_HAND,
        hint="10 цифр. " + REGISTRY_HINT,
        help=REGISTRY_HELP,
    )
    ogrn: Ogrn | None = question(
        "ОГРН", ru="огрн", when="kind=organisation", unsure=BY_HAND, hint="13 цифр. " + REGISTRY_HINT
    )
    person_inn: PersonInn | None = question(
        "ИНН предпринимателя",
        ru="инн_предпринимателя",
        when="kind=entrepreneur",
        unsure="напишем, что он неизвестен",
        hint="12 цифр",
    )
    ogrnip: Ogrnip | None = question(
        "ОГРНИП", ru="огрнип", when="kind=entrepreneur", unsure="напишем, что он неизвестен", hint="15 цифр"
    )
    phone: Phone | None = question("Телефон", ru="телефон", optional=True)
    email: Email | None = question("Электронная почта", ru="почта", optional=True)
