"""A kind with numbers that have check digits: on a page, in an inner group, in rows; it is never assembled."""

from __future__ import annotations

from filings.questions import Block, Ogrn, OrganisationInn, PersonInn, Snils, Text, page, question
from filings.schemas.bank_account import BankAccount
from filings.schemas.base import About, Filing


class Chief(Block):
    """Группа внутри страницы."""

    inn: PersonInn = question("ИНН руководителя", ru="инн")


class Firm(Block):
    """Организация."""

    inn: OrganisationInn = question("ИНН", ru="инн")
    ogrn: Ogrn | None = question("ОГРН", ru="огрн", optional=True)
    chief: Chief | None = question("Кто руководит", ru="руководитель", optional=True)


class Worker(Block):
    """Запись со СНИЛС."""

    name: Text = question("Имя", ru="имя")
    snils: Snils = question("СНИЛС", ru="снилс")


class EveryNumber(Filing):
    """Заявление о номерах."""

    about = About(
        title="Заявление о номерах",
        printed="Заявление",
        summary="Спрашивает все номера, у которых есть контрольная цифра.",
        audience=("trainer",),
        minutes=3,
        at_hand=("выписка",),
        cost="Бесплатно",
        references=("Конституция РФ, ст. 33",),
    )

    firm: Firm = page("Организация", ru="организация")
    workers: list[Worker] = page("Работники", ru="работники", add="Добавить ещё работника")
    bank: BankAccount = page("Счёт", ru="счёт")
