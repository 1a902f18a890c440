"""The home that a housing filing is about: where it is, by what right the person lives there, the account number."""

from __future__ import annotations

import re

from pydantic import field_validator

from filings.questions import AddressLine, Block, Choice, YesNo, question
from filings.schemas.printed_texts import BareNumber, Quotation, answered

_HOME_IN_ADDRESS = re.compile(
    r",?\s*(?:кв\.?|квартира|ком\.?|комн\.?|комната|пом\.?|помещение)\s*№?\s*[\dА-Яа-я/-]{1,8}\s*$", re.IGNORECASE
)


def house_of(address: str) -> str:
    """«г. Тверь, ул. Советская, д. 14» from the address of a flat there."""
    return _HOME_IN_ADDRESS.sub("", address)


class DwellingRight(Choice):
    """По какому праву человек живёт в квартире. Source: ЖК РФ, ст. 31, 60, 69."""

    OWNER = "owner", "собственник"
    TENANT = "tenant", "наниматель", "По договору социального найма"
    FAMILY = "family_member", "член семьи", "Живёте в семье собственника или нанимателя"


class Dwelling(Block):
    """Жильё, о котором идёт речь."""

    at_contact_address: YesNo = question(
        "Это жильё по тому же адресу, который вы указали для ответа?", ru="по_адресу_для_ответа"
    )
    other_address: AddressLine | None = question(
        "Адрес жилья",
        ru="адрес",
        when="!at_contact_address",
        example="344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5",
    )
    right: DwellingRight = question("Кто вы в этом жилье", ru="право", new_page="Ваши права на жильё")
    right_document: Quotation | None = question(
        "Документ о праве, его дата и номер",
        ru="документ_о_праве",
        optional=True,
        hint="Возьмите из выписки ЕГРН, договора или ордера",
        example="выписка из ЕГРН от 12.05.2024",
    )
    account: BareNumber | None = question(
        "Номер лицевого счёта", ru="лицевой_счёт", optional=True, hint="Стоит вверху квитанции", example="6100012345"
    )

    @field_validator("right_document", "account")
    @classmethod
    def _nothing_is_no_answer(cls, written: str | None) -> str | None:
        return answered(written)
