"""What is risky in a request to repair the common property, what goes with it, what to do once it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.parameters import parameter
from filings.schemas import advice
from filings.schemas.exhibits import Paper
from filings.schemas.housing._upkeep import SharedProperty, months_too_old
from filings.schemas.next_steps import NextSteps

if TYPE_CHECKING:
    from filings.schemas.housing.common_property_repair_request import CommonPropertyRepairRequest

_NORM_OF_CUT = "Правила изменения размера платы (ПП РФ № 491), раздел II"


def warnings(filing: CommonPropertyRepairRequest, on: date) -> Iterator[str]:
    """What does not stop the request but weakens it."""
    years = parameter("lobby_repair_years").at(on).value
    last = filing.defect.last_repair
    if last is not None and on.year - last < years["often"]:
        yield (
            f"Подъезд ремонтировали меньше {years['often']} лет назад: организация может отказать в общем ремонте. "
            "Просите устранить то, что сломано."
        )
    if late := months_too_old(filing.fee_cuts or (), on):
        yield (
            f"С нарушения прошло больше полугода: {', '.join(late)}. Плату за это время организация может не снизить "
            f"({_NORM_OF_CUT})."
        )
    if not filing.encloses("фото"):
        yield "Снимите неисправность на фото или видео с датой и приложите снимки."
    if not filing.defect.request:
        yield "Позвоните ещё и диспетчеру и запишите номер заявки: он докажет, с какого дня организация знала."


def doubts(found: SharedProperty, on: date) -> tuple[str, ...]:
    """What is not yet certain about the terms that the request names."""
    terms, years = parameter("defect_repair_days"), parameter("lobby_repair_years")
    named = terms.warnings(on) if found.value in terms.at(on).value else ()
    return (*named, *(years.warnings(on) if found is SharedProperty.LOBBY else ()))


def papers(filing: CommonPropertyRepairRequest) -> list[Paper]:
    """Photographs, bills for the cut."""
    found = []
    if not filing.encloses("фото"):
        found.append(Paper("Фотографии", "С датой и местом: подъезд, этаж."))
    if filing.fee_cuts and not filing.encloses("квитанц", "платёжн", "платежн"):
        found.append(Paper("Копии квитанций за месяцы, указанные в расчёте", "Их можно скачать в ГИС ЖКХ."))
    return found


def next_steps(filing: CommonPropertyRepairRequest, on: date) -> NextSteps:
    """Where to hand it in, when to expect the answer, whom to turn to next."""
    reply = advice.term("Письменный ответ, если отдать заявление сегодня", "manager_reply", on, "ПП РФ № 416, п. 36")
    noted = advice.term("Извещение о регистрации заявления", "upkeep_reduction_registration", on, _NORM_OF_CUT)
    return NextSteps(
        where=[
            *advice.to_organisation(filing.recipient),
            "Или подайте через ГИС ЖКХ либо «Госуслуги.Дом» (вход через Госуслуги): ответ придёт туда же.",
        ],
        copies=[
            *advice.two_copies("организации"),
            *(["Лист подписей в конце заявления обойдите с соседями до подачи."] if filing.collective else []),
        ],
        cost=[advice.NO_FEE],
        evidence=[
            "Просите составить акт осмотра и дать вам экземпляр; позовите председателя совета дома.",
            *_by_property(filing.property),
        ],
        silence=[
            "Не ответили или не сделали — жалоба в жилищную инспекцию: приложите свой экземпляр с отметкой.",
            "Затем — прокуратура или суд: он обяжет выполнить работы к сроку.",
        ],
        terms=[reply, *([noted] if filing.fee_cuts else [])],
        mistakes=[
            "Нет дат: с какого дня не работает, когда не убирали.",
            "Требуют у управляющей компании капитальный ремонт: его проводит региональный оператор.",
            "Пишут «всё плохо» без места и этажа.",
        ],
    )


def _by_property(found: SharedProperty) -> list[str]:
    if found is SharedProperty.LIFT:
        return ["Записывайте часы простоя лифта и снимайте объявление о ремонте."]
    if found is SharedProperty.CLEANING:
        return ["Снимайте график уборки на стене и лестницу в дни, когда не убрали."]
    return []
