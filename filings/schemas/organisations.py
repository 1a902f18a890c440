"""Organisations of a filing: a respondent, an authority or another recipient, a court."""

from __future__ import annotations

from typing import Any, ClassVar

from filings.questions import AddressLine, Block, Email, Ogrn, OrganisationInn, Phone, Text, question
from filings.schemas.printed_texts import Clause, PersonName

REGISTRY_HINT = "Есть в договоре, на печати, на сайте egrul.nalog.ru"
REGISTRY_HELP = (
    "Откройте сайт налоговой службы egrul.nalog.ru и впишите название и регион. В ответе будут ИНН, ОГРН и адрес. "
    "Это бесплатно, регистрироваться не нужно. ИНН печатают и на расчётных листках, чеках, справках о доходах."
)
# ГПК РФ, ст. 131, ч. 2, п. 3: of an organisation both numbers are demanded; only of a citizen one may not know them.
BY_HAND = "оставим в шапке место: найдёте и впишете от руки, суду этот номер нужен"


class Organisation(Block):
    """Организация: сведения, которых ГПК РФ, ст. 131, ч. 2, п. 3 требует об ответчике."""

    template_names: ClassVar[tuple[str, ...]] = ("название", "кратко")

    title: Clause = question(
        "Полное название",
        ru="название",
        hint=REGISTRY_HINT,
        example="Общество с ограниченной ответственностью «Ромашка»",
        autocomplete="organization",
    )
    short_title: Clause | None = question(
        "Краткое название", ru="краткое_название", optional=True, example="ООО «Ромашка»"
    )
    address: AddressLine = question("Адрес", ru="адрес", hint="Адрес из реестра")
    inn: OrganisationInn | None = question(
        "ИНН",
        ru="инн",
        unsure=BY_HAND,
        hint="10 цифр. " + REGISTRY_HINT,
        help=REGISTRY_HELP,
        new_page="Номера организации",
    )
    ogrn: Ogrn | None = question("ОГРН", ru="огрн", unsure=BY_HAND, hint="13 цифр. " + REGISTRY_HINT)
    phone: Phone | None = question("Телефон", ru="телефон", optional=True)
    email: Email | None = question("Электронная почта", ru="почта", optional=True)

    @property
    def full_name(self) -> str:
        """The full title."""
        return self.title

    @property
    def called(self) -> str:
        """How the text calls the organisation after the header: the short title when there is one."""
        return self.short_title or self.title

    def template_values(self) -> dict[str, Any]:
        """What templates read beside the answers: «кратко» as the text calls the organisation."""
        return {"кратко": self.called}


class Court(Block):
    """Суд, куда подаётся документ."""

    title: Text = question(
        "Название суда",
        ru="название",
        hint="Как на сайте суда, например: Ленинский районный суд г. Ростова-на-Дону",
        help="Откройте sudrf.ru, раздел «Территориальная подсудность», и впишите город, улицу и дом: сайт назовёт суд "
        "и его адрес. Или спросите по телефону в ближайшем суде.",
    )
    # The codes demand the name alone: ГПК РФ, ст. 131, ч. 2, п. 1; ст. 124, ч. 2, п. 1.
    address: AddressLine | None = question(
        "Адрес суда", ru="адрес", unsure="напишем только название, этого достаточно; адрес понадобится для письма"
    )


class Recipient(Block):
    """Организация или орган, куда направляется заявление."""

    title: Clause = question("Название", ru="название", autocomplete="organization")
    address: AddressLine | None = question("Адрес", ru="адрес", optional=True)
    post: Text | None = question(
        "Должность руководителя", ru="должность", optional=True, example="Директор", new_page="Кому адресовать"
    )
    head: PersonName | None = question(
        "Фамилия, имя и отчество руководителя", ru="руководитель", optional=True, hint="Если не знаете, оставьте пустым"
    )

    def headed(self) -> tuple[str, str]:
        """The post, and of what in the genitive when it is not the title that is to be declined."""
        return self.post or "руководитель", ""
