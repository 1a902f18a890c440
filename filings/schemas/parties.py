"""People of a filing: the person who applies, the claimant in court, the representative."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from filings.questions import AddressLine, Block, Choice, Email, NamePart, PastDay, Phone, Text, question
from filings.questions.identifiers import person_inn, snils
from filings.russian.forms import Gender
from filings.russian.names import decline_short, detect_gender, short_name
from filings.schemas.printed_texts import Clause, NumberAndDay

_FEWEST_DIGITS = 6


class Sex(Choice):
    """Пол: от него зависят окончания слов."""

    MALE = "male", "мужской"
    FEMALE = "female", "женский"


class IdentifierKind(Choice):
    """Один из идентификаторов гражданина. Source: ГПК РФ, ст. 131, ч. 2, п. 2; ст. 124, ч. 2, п. 2."""

    SNILS = "snils", "СНИЛС"
    INN = "inn", "ИНН"
    PASSPORT = "passport", "паспорт"
    LICENCE = "driving_licence", "водительское удостоверение"


class Person(Block):
    """Человек: имя и пол."""

    template_names: ClassVar[tuple[str, ...]] = ("фио", "кратко", "подпись", "пол")

    surname: NamePart = question("Фамилия", ru="фамилия", autocomplete="family-name")
    first_name: NamePart = question("Имя", ru="имя", autocomplete="given-name")
    patronymic: NamePart | None = question(
        "Отчество",
        ru="отчество",
        optional=True,
        hint="Если отчества нет, оставьте пустым",
        autocomplete="additional-name",
    )
    # Validated even when it is not answered, and even while other answers of the block are still missing.
    sex: Annotated[Sex | None, Field(validate_default=True)] = question(
        "Пол", ru="пол", optional=True, hint="Можно не отвечать, если он понятен по отчеству. Нужен для окончаний слов"
    )

    @field_validator("sex")
    @classmethod
    def _gender_is_known(cls, sex: Sex | None, info: ValidationInfo) -> Sex | None:
        name = [info.data.get(part) for part in ("surname", "first_name", "patronymic")]
        if sex is None and name[0] and name[1] and detect_gender(*name) is None:
            raise PydanticCustomError("sex", "по имени не видно, мужчина это или женщина; выберите пол")
        return sex

    @property
    def gender(self) -> Gender:
        """The gender answered, else the one that the name shows."""
        if self.sex is not None:
            return Gender(self.sex.value)
        return detect_gender(self.surname, self.first_name, self.patronymic) or Gender.MALE

    @property
    def full_name(self) -> str:
        """«Иванова Мария Петровна»."""
        return " ".join(part for part in (self.surname, self.first_name, self.patronymic) if part)

    @property
    def signature(self) -> str:
        """«М.П. Иванова»."""
        return short_name(self.surname, self.first_name, self.patronymic)

    def template_values(self) -> dict[str, str]:
        """What templates read beside the answers."""
        short = decline_short(self.surname, self.first_name, self.patronymic, self.gender).nominative
        return {"фио": self.full_name, "кратко": short, "подпись": self.signature, "пол": self.gender.ru}


class Applicant(Person):
    """Кто обращается в орган или организацию: имя и связь. Source: 59-ФЗ, ст. 7."""

    address: AddressLine = question(
        "Адрес, куда прислать ответ",
        ru="адрес",
        example="344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5",
        autocomplete="street-address",
        new_page="Как с вами связаться",
    )
    phone: Phone = question("Телефон", ru="телефон", hint="Мобильный или городской с кодом", autocomplete="tel")
    email: Email | None = question("Электронная почта", ru="почта", optional=True, autocomplete="email")


class Claimant(Person):
    """Истец: сведения, которых требует ГПК РФ, ст. 131, ч. 2, п. 2."""

    birth_date: PastDay = question(
        "Дата рождения", ru="дата_рождения", autocomplete="bday", new_page="Сведения, которых требует суд"
    )
    birth_place: Clause = question("Место рождения", ru="место_рождения", hint="Как в паспорте", example="г. Тверь")
    identifier: IdentifierKind = question(
        "Какой номер указать", ru="документ", hint="Закон требует один на выбор; проще всего СНИЛС"
    )
    identifier_value: Text = question("Номер", ru="номер_документа", hint="Серия и номер, если это паспорт")
    address: AddressLine = question(
        "Адрес, где вы живёте",
        ru="адрес",
        example="344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5",
        autocomplete="street-address",
        new_page="Как с вами связаться",
    )
    phone: Phone | None = question("Телефон", ru="телефон", optional=True, autocomplete="tel")
    email: Email | None = question("Электронная почта", ru="почта", optional=True, autocomplete="email")

    @field_validator("identifier_value")
    @classmethod
    def _identifier_is_right(cls, number: str, info: ValidationInfo) -> str:
        return identifier_number(info.data.get("identifier"), number)


class RepresentativeAuthority(Choice):
    """На чём основаны полномочия. Source: ГПК РФ, ст. 53."""

    POWER = "power_of_attorney", "доверенность"
    ORDER = "advocate_order", "ордер адвоката"
    LAW = "legal_representative", "законный представитель"


class Representative(Person):
    """Представитель: имя, полномочия, адрес для извещений, идентификатор. Source: ГПК РФ, ст. 131, ч. 2, п. 2."""

    authority: RepresentativeAuthority = question("На чём основаны полномочия", ru="полномочия", new_page="Полномочия")
    document: NumberAndDay | None = question(
        "Номер и дата доверенности или ордера",
        ru="номер_полномочий",
        when="authority=power_of_attorney|advocate_order",
        example="№ 12 от 01.11.2026",
    )
    identifier: IdentifierKind = question("Какой номер указать", ru="документ", hint="Закон требует один на выбор")
    identifier_value: Text = question("Номер", ru="номер_документа")
    address: AddressLine = question("Адрес для извещений", ru="адрес", new_page="Как связаться с представителем")
    phone: Phone | None = question("Телефон", ru="телефон", optional=True)
    email: Email | None = question("Электронная почта", ru="почта", optional=True)

    @field_validator("identifier_value")
    @classmethod
    def _identifier_is_right(cls, number: str, info: ValidationInfo) -> str:
        return identifier_number(info.data.get("identifier"), number)


def identifier_number(kind: IdentifierKind | None, number: str) -> str:
    """The number in its printed form; СНИЛС and ИНН have check digits, the other documents at least six digits."""
    check = {IdentifierKind.SNILS: snils, IdentifierKind.INN: person_inn}.get(kind)
    if check is None and sum(sign.isdigit() for sign in number) < _FEWEST_DIGITS:
        raise PydanticCustomError("digits", "номер неполный; впишите серию и номер, как в документе")
    return check(number) if check else number
