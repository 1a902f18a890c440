"""What is risky in a demand about charges that are too high, what goes with it, and what to do once it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.rules.overcharge_fine import Fee
from filings.schemas import advice
from filings.schemas.dwelling import DwellingRight
from filings.schemas.exhibits import Paper
from filings.schemas.housing._overcharge import Mistake, months_out_of_time
from filings.schemas.managing_organisation import ManagerKind
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.housing.overcharge_refund_demand import OverchargeRefundDemand


def warnings(filing: OverchargeRefundDemand, on: date) -> Iterator[str]:
    """What does not stop the demand but weakens it."""
    if filing.corrected:
        yield (
            "Начисление исправили до вашего заявления, поэтому штрафа в нём нет (ЖК РФ, ст. 156, ч. 11; ст. 157, ч. 6)."
        )
    elif filing.paid == "nothing":
        yield (
            "Вы ещё не оплатили лишнее: если организация успеет исправить начисление до оплаты, штраф она не заплатит "
            "(ЖК РФ, ст. 156, ч. 11; ст. 157, ч. 6). Бесспорную часть платы внесите в срок, иначе на неё начислят пени."
        )
    if not filing.explanation:
        yield "Объясните своими словами, откуда взялась верная сумма: без этого проверка обычно кончается отказом."
    if Mistake.METER in filing.mistakes and not filing.readings:
        yield "Показания счётчика не указаны. Впишите их: без показаний плату по счётчику не пересчитают."
    if filing.home.right is DwellingRight.FAMILY and not filing.corrected:
        yield (
            "Штраф платят собственнику или нанимателю. Если вы член семьи, пусть заявление подпишет он сам "
            "или выдаст вам доверенность."
        )
    if late := months_out_of_time(filing.overcharges, on):
        yield (
            f"Со срока оплаты прошло больше трёх лет: {', '.join(late)}. Пересчитать могут и так, но в суде "
            "организация вправе заявить о пропуске исковой давности (ГК РФ, ст. 196, 199)."
        )


def papers(filing: OverchargeRefundDemand) -> list[Paper]:
    """The bills, the photographs of the meters."""
    found = []
    if not filing.encloses("квитанц", "платёжн", "платежн"):
        found.append(Paper("Копии квитанций за спорные месяцы", "Их можно скачать в личном кабинете или в ГИС ЖКХ."))
    if filing.readings and not filing.encloses("счётчик", "счетчик", "показани"):
        found.append(Paper("Фотографии показаний счётчиков", "Снимите так, чтобы были видны номер и цифры."))
    return found


def next_steps(filing: OverchargeRefundDemand, on: date) -> NextSteps:
    """Where to hand it in, the days of the check and of the fine, whom to turn to next."""
    upkeep_alone = all(row.fee is Fee.MAINTENANCE for row in filing.overcharges)
    check = advice.term(
        "Проверка и решение о штрафе, если отдать заявление сегодня",
        "overcharge_check",
        on,
        "ЖК РФ, ст. 156, ч. 12" if upkeep_alone else "ЖК РФ, ст. 157, ч. 7",
    )
    fine = advice.term(
        "Штраф учтён в квитанции, если отдать заявление сегодня",
        "overcharge_fine_payment",
        on,
        "ЖК РФ, ст. 156, ч. 13" if upkeep_alone else "ЖК РФ, ст. 157, ч. 7",
    )
    return NextSteps(
        where=[
            *advice.to_organisation(filing.recipient),
            "Или подайте через ГИС ЖКХ либо приложение «Госуслуги.Дом» (вход через Госуслуги): ответ придёт туда же.",
        ],
        copies=advice.two_copies("организации"),
        cost=[advice.NO_FEE],
        evidence=[
            "Сохраните квитанции за все спорные месяцы и новые, которые придут после заявления.",
            "Найдите документ с верной суммой: решение о тарифе, протокол собрания, показания счётчика, выписку ЕГРН.",
        ],
        silence=[
            "Не ответили или отказали — пожалуйтесь в жилищную инспекцию и приложите свой экземпляр с отметкой.",
            "Затем — в прокуратуру или в суд: потребитель судится по своему месту жительства и обычно без пошлины.",
        ],
        terms=_reply(filing, on) if filing.corrected else [check, fine],
        mistakes=[
            "Нет таблицы: по каким строкам, за какие месяцы и сколько лишнего.",
            "Требуют штраф деньгами. По закону на него снижают плату в квитанции.",
            "Требуют штраф, когда начисление уже исправили.",
            "Перестают платить совсем. Платите то, с чем согласны: за долг начисляют пени.",
        ],
    )


def _reply(filing: OverchargeRefundDemand, on: date) -> list[Term]:
    """Without a fine only who manages the house has a term to answer in."""
    if filing.recipient.kind in (ManagerKind.SUPPLIER, ManagerKind.OPERATOR):
        return []
    return [advice.term("Письменный ответ, если отдать заявление сегодня", "manager_reply", on, "ПП РФ № 416, п. 36")]
