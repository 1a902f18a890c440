"""Who manages the house or supplies it: the addressee of housing demands."""

from __future__ import annotations

from filings.questions import Choice, Email, Ogrn, OrganisationInn, question
from filings.schemas.organisations import Recipient


class ManagerKind(Choice):
    """Кто отвечает за дом или услугу. Source: ЖК РФ, ст. 161, 157.2, 178."""

    COMPANY = "company", "управляющая компания"
    ASSOCIATION = "association", "ТСЖ или ТСН"
    COOPERATIVE = "cooperative", "жилищный кооператив"
    SUPPLIER = "supplier", "поставщик услуги", "Вода, тепло, свет или газ по прямому договору"
    OPERATOR = "operator", "региональный оператор", "Вывоз мусора или капитальный ремонт"


class Manager(Recipient):
    """Организация, которая управляет домом или поставляет услугу."""

    kind: ManagerKind = question(
        "Что это за организация",
        ru="вид",
        hint="Есть в квитанции: кто получает деньги",
        new_page="О ней подробнее",
    )
    inn: OrganisationInn | None = question("ИНН", ru="инн", optional=True, hint="10 цифр, есть в квитанции")
    ogrn: Ogrn | None = question("ОГРН", ru="огрн", optional=True, hint="13 цифр")
    email: Email | None = question("Электронная почта", ru="почта", optional=True)
