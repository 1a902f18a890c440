"""Who manages the house or supplies it: the addressee of housing demands."""

from __future__ import annotations

from filings.questions import AddressLine, Block, Choice, Email, Ogrn, OrganisationInn, Text, question
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


class HouseManager(Block):
    """Организация, на которую жалуются: она не адресат, её руководитель не нужен."""

    title: Text = question("Название", ru="название", hint="Стоит в квитанции", example="ООО «УК Дом»")
    kind: ManagerKind = question("Что это за организация", ru="вид", hint="Кто управляет домом, видно в квитанции")
    address: AddressLine | None = question("Адрес", ru="адрес", optional=True, hint="Есть в квитанции и на сайте")
    inn: OrganisationInn | None = question("ИНН", ru="инн", optional=True, hint="10 цифр, есть в квитанции")

    @property
    def keeps_the_house(self) -> bool:
        """Whether it manages the house, so that upkeep and meetings are its affair. ЖК РФ, ст. 161."""
        return self.kind not in (ManagerKind.SUPPLIER, ManagerKind.OPERATOR)
