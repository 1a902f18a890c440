"""What is risky in a claim for recalculation, what goes with it, and what to do once it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.rules.terms import legal_term
from filings.schemas import advice
from filings.schemas.dwelling import DwellingRight
from filings.schemas.exhibits import Paper
from filings.schemas.housing._disputed_charges import Ground
from filings.schemas.housing._overcharge import Mistake, months_out_of_time
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.prior_appeals import TOO_EARLY, copies_of, too_early
from filings.schemas.utility_service import ActState, WarmService

if TYPE_CHECKING:
    from filings.schemas.housing.utility_recalculation_claim import UtilityRecalculationClaim

_LIMIT = "ГК РФ, ст. 196, 200"
_PROVEN = (ActState.DRAWN, ActState.OWN)
_STEMS = {WarmService.HEATING: ("отоплен", "тепло"), WarmService.HOT_WATER: ("горяч", "гвс")}


def warnings(claim: UtilityRecalculationClaim, on: date) -> Iterator[str]:
    """Where the other side will object."""
    yield from claim.left_blank()
    if not claim.approached and claim.consumer_fine:
        yield (
            "Штраф потребителя взыскивают, если организация не выполнила требование добровольно. Отправьте ей "
            "заявление с отметкой или письмом с описью, подождите ответа и потом подавайте иск."
        )
    if claim.consumer_fine and not (claim.asks_moral or claim.charges or claim.fee_cuts or claim.overcharges):
        yield "Денег иск не просит, поэтому штраф потребителя считать не с чего: это половина присуждённой суммы."
    if claim.rests_on(Ground.QUALITY) and not _act_proves(claim):
        yield (
            "Акта, который подтверждает плохую услугу, нет. Без него суд может не поверить словам и замерам: "
            "соберите свидетелей, журнал заявок, составьте акт с соседами (п. 110.1 Правил № 354), если услуга всё ещё "
            "плохая."
        )
    if claim.outage and not claim.outage.ended:
        yield (
            "Услуга всё ещё плохая: в иске сумма по сегодняшний день. Перед заседанием посчитайте её заново "
            "и увеличьте требования (ГПК РФ, ст. 39)."
        )
    if claim.rests_on(Ground.UPKEEP) and not claim.encloses("акт"):
        yield "Приложите акт о плохом содержании дома: это главное доказательство. Нет акта — нужны фото и свидетели."
    if _counted_twice(claim):
        yield (
            "Одна и та же услуга за один месяц есть и среди плохих услуг, и среди лишних начислений. Проверьте, что "
            "сумма не посчитана дважды."
        )
    if Mistake.METER in (claim.mistakes or ()) and not claim.readings:
        yield "Показания счётчика не указаны. Впишите их: без показаний плату по счётчику не пересчитают."
    if vague := next((work.what for work in claim.works or () if work.is_vague), None):
        yield f"«{vague}» — слишком общо: пристав не проверит. Назовите, что и где сделать, тогда решение исполнят."
    if claim.prior and all(too_early([appeal], _since(claim)) for appeal in claim.prior):
        yield TOO_EARLY
    if late := months_out_of_time([*(claim.overcharges or ()), *(claim.charges or ()), *(claim.fee_cuts or ())], on):
        yield (
            f"Исковая давность прошла: {', '.join(late)}. Если ответчик заявит об этом, за эти месяцы откажут "
            "(ГК РФ, ст. 196, 199)."
        )
    if claim.home.right is DwellingRight.FAMILY:
        yield "Лучше, чтобы истцом был собственник или наниматель: договор с организацией — у него."


def _since(claim: UtilityRecalculationClaim) -> date:
    """When the earliest of what is disputed began."""
    began = [row.month for row in claim.overcharges or ()]
    began += [claim.defect.since] if claim.defect else []
    return min([*began, *([claim.outage.started_at.date()] if claim.outage else [])])


def _act_proves(claim: UtilityRecalculationClaim) -> bool:
    return claim.act is not None and claim.act.state in _PROVEN and claim.act.confirmed is not False


def _counted_twice(claim: UtilityRecalculationClaim) -> bool:
    if not claim.service:
        return False
    paid = {charge.month for charge in claim.charges or ()}
    stems = _STEMS[claim.service]
    return any(
        row.month in paid and any(stem in row.line.casefold() for stem in stems) for row in claim.overcharges or ()
    )


def papers(claim: UtilityRecalculationClaim) -> list[Paper]:
    """The bills, the act, the earlier demands, the right to the home."""
    found = []
    if not claim.encloses("егрн", "договор", "ордер", "собственност"):
        found.append(Paper("Документ о праве на жилое помещение", "Выписка из ЕГРН, договор социального найма."))
    if claim.prior and not claim.encloses("обращени", "заявлени", "претензи", "жалоб"):
        found.append(Paper(copies_of(claim.prior), "С отметкой о приёме или чеком и описью почты."))
    if claim.act and claim.act.state in _PROVEN and not claim.encloses("акт"):
        found.append(Paper("Копия акта проверки", "Подлинник возьмите в суд."))
    only_works = not (claim.overcharges or claim.charges or claim.fee_cuts)
    if not only_works and not claim.encloses("квитанц", "платёжн", "платежн"):
        found.append(Paper("Копии квитанций за спорное время", "Их можно скачать в ГИС ЖКХ."))
    if claim.rests_on(Ground.UPKEEP) and not claim.encloses("фото"):
        found.append(Paper("Фотографии", "С датой и местом."))
    return found


def next_steps(claim: UtilityRecalculationClaim, on: date) -> NextSteps:
    """Where to file, how many copies, what it costs, what comes after."""
    return NextSteps(
        where=advice.to_court(claim.court),
        copies=advice.court_copies(1),
        cost=["Потребитель не платит пошлину, если цена иска не больше предела, который назван в ст. 333.36 НК РФ."],
        evidence=[
            "Подлинники актов, квитанций и заявлений возьмите в суд.",
            "Попросите журнал заявок: он у диспетчера. Если не дают, просите суд его истребовать.",
            "Проверьте расчёт по квитанциям: суд сверит его до копейки.",
        ],
        silence=[
            "Откажут — апелляционная жалоба; её срок считают со дня, когда решение изготовлено в окончательной форме.",
            "Решение вступит в силу — просите исполнительный лист и отдайте его приставам.",
        ],
        terms=[
            Term(f"Исковая давность по каждому месяцу: {legal_term('limitation_general', on)} со срока оплаты", _LIMIT)
        ],
        mistakes=[
            "Путают два штрафа: за лишние начисления (ЖК РФ) и за отказ добровольно исполнить требование (закон о "
            "потребителях). В иске они стоят отдельно.",
            "Нет актов и номеров заявок.",
            "Просят «навести порядок»: суд обяжет только к ясной работе в ясный срок.",
        ],
    )
