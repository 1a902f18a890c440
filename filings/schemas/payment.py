"""Where the state duty is paid: the requisites of the court's recipient, as the court's own site gives them."""

from __future__ import annotations

from pydantic import model_validator

from filings.questions import AccountNumber, AddressLine, Bik, Block, OrganisationInn, Roubles, Text, question, wrong
from filings.schemas.payment_codes import Kbk, Kpp, Oktmo, Uin

_WHERE = "Возьмите на сайте суда, в разделе «Государственная пошлина»"


class StateDutyPayment(Block):
    """Реквизиты для уплаты государственной пошлины. Source: приказ Минфина России от 12.11.2013 № 107н."""

    recipient: Text = question(
        "Получатель", ru="получатель", hint=_WHERE, example="УФК по Тульской области (ФНС России)"
    )
    account: AccountNumber = question("Казначейский счёт", ru="счёт", hint="20 цифр, начинается с 03")
    bank: Text = question("Банк получателя", ru="банк")
    bik: Bik = question("БИК", ru="бик", hint="9 цифр")
    correspondent: AccountNumber = question(
        "Единый казначейский счёт", ru="корсчёт", hint="20 цифр, начинается с 40102; его называют и корреспондентским"
    )
    inn: OrganisationInn = question("ИНН получателя", ru="инн")
    kpp: Kpp = question("КПП получателя", ru="кпп", hint="9 цифр")
    kbk: Kbk = question("КБК", ru="кбк", hint="20 цифр")
    oktmo: Oktmo = question("ОКТМО", ru="октмо", hint="8 или 11 цифр")
    uin: Uin | None = question("УИН", ru="уин", optional=True, hint="Если суд его назвал; 20 или 25 цифр")
    amount: Roubles = question("Сумма", ru="сумма")
    purpose: Text = question(
        "Назначение платежа",
        ru="назначение",
        example="Государственная пошлина по иску Иванова И.И. к Петрову П.П., Ленинский районный суд",
    )
    surname: Text = question("Фамилия плательщика", ru="фамилия")
    first_name: Text = question("Имя плательщика", ru="имя")
    patronymic: Text | None = question("Отчество плательщика", ru="отчество", optional=True)
    address: AddressLine = question("Адрес плательщика", ru="адрес")
    payer_inn: Text | None = question("ИНН плательщика", ru="инн_плательщика", optional=True)

    @model_validator(mode="after")
    def _there_is_something_to_pay(self) -> StateDutyPayment:
        if self.amount <= 0:
            raise wrong("amount", "сумма должна быть больше нуля")
        return self

    @property
    def payer(self) -> str:
        """«Иванова Мария Петровна»."""
        return " ".join(part for part in (self.surname, self.first_name, self.patronymic) if part)
