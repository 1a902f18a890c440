"""What to do with a request for papers of the house: the term of each sort of paper, the doubts, the next steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.parameters import parameter
from filings.schemas import advice
from filings.schemas.dwelling import DwellingRight
from filings.schemas.housing._manager_papers import HousePaper
from filings.schemas.managing_organisation import ManagerKind
from filings.schemas.next_steps import NextSteps

if TYPE_CHECKING:
    from filings.schemas.housing.manager_information_request import ManagerInformationRequest

REPLY, CERTIFICATE, REGISTER = "manager_reply", "manager_certificate_reply", "owners_register_reply"
_SAID = {
    REPLY: "Письменный ответ, если отдать запрос сегодня; срок проверьте",
    CERTIFICATE: "Расчёт платы; срок проверьте",
    REGISTER: "Реестр собственников; срок проверьте",
}


def doubts(filing: ManagerInformationRequest, on: date) -> Iterator[str]:
    """What may be refused, and which terms nobody has compared with the law."""
    if HousePaper.CONTRACT in filing.documents and filing.recipient.kind is not ManagerKind.COMPANY:
        yield "У ТСЖ и кооператива договора управления может не быть: вместо него действует устав."
    if HousePaper.CHARGES in filing.documents and not filing.home.account:
        yield "Впишите номер лицевого счёта: без него расчёт платы могут не найти."
    if HousePaper.MINUTES in filing.documents:
        yield "Личные данные соседей в протоколах закроют: так и должно быть."
    if filing.home.right is DwellingRight.FAMILY:
        yield "Документы о доме дают прежде всего собственнику. Надёжнее, если запрос подпишет он."
    yield from (text for name in _terms(filing) for text in parameter(name).warnings(on))


def next_steps(filing: ManagerInformationRequest, on: date) -> NextSteps:
    """Where to hand it in, by when they answer, what if they are silent."""
    return NextSteps(
        where=[
            *advice.to_organisation(filing.recipient),
            "Или отправьте через ГИС ЖКХ либо «Госуслуги.Дом»: вход через Госуслуги, ответ придёт туда же.",
        ],
        copies=advice.two_copies("организации"),
        cost=[advice.NO_FEE],
        evidence=[
            "Сначала посмотрите дом в ГИС ЖКХ (dom.gosuslugi.ru): часть документов там уже есть, а отчёты с 2026 "
            "года размещают по единой форме."
        ],
        silence=[
            "Не ответили или дали не всё — пожалуйтесь в жилищную инспекцию: за сокрытие информации штрафуют "
            "(КоАП РФ, ст. 7.23.3, 13.19.2).",
        ],
        terms=[advice.term(_SAID[name], name, on, parameter(name).at(on).reference) for name in _terms(filing)],
        mistakes=["Просить личные данные соседей.", "Не назвать, за какое время нужны документы."],
    )


def _terms(filing: ManagerInformationRequest) -> list[str]:
    asked = (
        (REPLY, True),
        (CERTIFICATE, HousePaper.CHARGES in filing.documents),
        (REGISTER, HousePaper.REGISTER in filing.documents),
    )
    return [name for name, wanted in asked if wanted]
