"""What to do about a leak: where to go with the paper, what to keep, what spoils the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.parameters import parameter
from filings.rules.figures import NBSP, day, plural
from filings.rules.limitation import Kind, last_day_to_sue
from filings.russian import numbers
from filings.schemas import advice
from filings.schemas.exhibits import Paper
from filings.schemas.housing._leak import ActFlaw, ActState, LeakSource, LeakStory
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.housing._leak_claim_sums import LeakClaimConclusions
    from filings.schemas.housing.leak_damage_claim import LeakDamageClaim
    from filings.schemas.housing.leak_damage_demand import LeakDamageDemand
    from filings.schemas.housing.leak_report_request import LeakReportRequest

_COMMON = re.compile(r"кровл|крыш|стояк|общедомов|розлив", re.I)
_OF_A_FLAT = re.compile(r"шланг|подводк|стиральн|посудомоечн|смесител|неосторожн|халатн", re.I)
PHOTOS = "Снимите на фото и видео каждое пятно и каждую вещь: сначала комнату целиком, потом ближе, с линейкой."
HOURS = ("часа", "часов", "часов")
DEMAND = "consumer_service_demand"
REPLY = "Письменный ответ, если отдать заявление сегодня; срок проверьте"
FAMILY = (
    "За испорченный ремонт платят собственнику или нанимателю, члену его семьи — только за его вещи. "
    "Лучше, чтобы обращался собственник или наниматель."
)
NEIGHBOURS = (
    "Никто не пришёл — составьте акт сами: дата, время, откуда вода, что повреждено. Кроме вас, его подписывают "
    "двое соседей из других квартир и, если он есть, председатель совета дома."
)


def act_paper(filing: LeakStory) -> list[Paper]:
    """A copy of the act that the person has, unless it is among the exhibits."""
    if not filing.act.at_hand or filing.encloses("акт"):
        return []
    return [Paper("Копия акта о заливе", "Подлинник оставьте себе.")]


def photo_paper(filing: LeakStory) -> list[Paper]:
    """Pictures are asked for, never demanded by law."""
    if filing.encloses("фото", "видео", "снимк"):
        return []
    return [Paper("Фотографии повреждений", f"{PHOTOS} Распечатайте самые ясные снимки.")]


def doubts(filing: LeakStory) -> Iterator[str]:
    """What may go wrong in any paper about the leak."""
    if filing.leak.source is LeakSource.HEATING:
        yield (
            "Если на отводе к лопнувшей батарее стоят краны, батарея считается имуществом хозяина той квартиры, "
            "и отвечает он. Посмотрите, есть ли они, и попросите записать это в акт."
        )
    if _named_otherwise(filing):
        yield (
            "В акте причина названа иначе, чем у вас. От неё зависит, кто отвечает: за крышу и общие трубы — тот, кто "
            "управляет домом, за кран и шланг — хозяин квартиры сверху. Сверьте ответ с актом."
        )
    if ActFlaw.NO_CAUSE in (filing.act.flaws or ()):
        yield "Не подписывайте акт без причины залива; если подпись нужна, напишите рядом: «Причина не указана»."


def _named_otherwise(filing: LeakStory) -> bool:
    """Whether the act blames the other side: wrong respondents are the commonest mistake."""
    cause = filing.act.cause or ""
    common, of_a_flat = bool(_COMMON.search(cause)), bool(_OF_A_FLAT.search(cause))
    if common == of_a_flat or filing.leak.source is LeakSource.UNKNOWN:
        return False
    return common != filing.leak.source.is_common


def of_report(filing: LeakReportRequest, on: date) -> NextSteps:
    """The sheet of the request for an act."""
    demand = "Когда акт будет у вас, подайте претензию о возмещении ущерба, а если не заплатят — иск."
    return NextSteps(
        where=advice.to_organisation(filing.recipient),
        copies=advice.two_copies("организации"),
        cost=[advice.NO_FEE],
        evidence=[PHOTOS, "Не выбрасывайте испорченные вещи и не делайте ремонт, пока нет акта и оценки."],
        silence=[
            NEIGHBOURS,
            "Отказали или молчат — пожалуйтесь в жилищную инспекцию и приложите второй экземпляр с отметкой.",
            demand,
        ],
        terms=[*_act_term(filing), advice.term(REPLY, "manager_reply", on, "ПП РФ № 416, п. 36")],
        mistakes=[
            "Подписать акт, в котором не указана причина залива.",
            "Не внести в акт испорченные вещи.",
            "Сделать ремонт до осмотра.",
        ],
    )


def _act_term(filing: LeakReportRequest) -> list[Term]:
    by_rules = filing.leak.source in (LeakSource.RISER, LeakSource.HEATING)
    if not by_rules or filing.act.state is ActState.DRAWN:
        return []
    hours = parameter("harm_act_hours").at(filing.leak_day).value
    return [
        Term(
            f"Акт: не позднее {hours}{NBSP}{plural(hours, *HOURS)} со звонка в аварийную службу", "ПП РФ № 354, п. 152"
        )
    ]


def of_demand(filing: LeakDamageDemand, on: date) -> NextSteps:
    """The sheet of the demand: proof of delivery, the term, the court after it."""
    addressee = filing.addressee()
    neighbour = (
        "Отдайте соседу лично под подпись с датой на вашем экземпляре или отправьте ценным письмом с описью вложения "
        "и уведомлением о вручении; сохраните опись и чек."
    )
    return NextSteps(
        where=[neighbour] if filing.citizen else advice.to_organisation(addressee),
        copies=advice.two_copies("соседу" if filing.citizen else "организации"),
        cost=[advice.NO_FEE],
        evidence=[PHOTOS, "Сохраните чеки на материалы, работу, оценку, почту: эти деньги тоже можно вернуть."],
        silence=[
            "Не заплатили в срок — подавайте иск: ответы отсюда перейдут в него сами.",
            *(
                []
                if filing.citizen
                else ["Одновременно пожалуйтесь в жилищную инспекцию: она заставит чинить, а не платить."]
            ),
        ],
        terms=[*_demand_term(filing, on), suing_term(filing)],
        mistakes=[
            "Требовать с управляющей организации за кран соседей, а с соседей — за общую трубу.",
            "Провести оценку, не позвав вторую сторону.",
            "Одному из совладельцев требовать за всю квартиру.",
            "Требовать ещё раз то, что уже заплатила страховая.",
        ],
    )


def suing_term(filing: LeakStory) -> Term:
    """Three years for the claim, from the day of the leak."""
    last = last_day_to_sue(filing.leak_day, Kind.GENERAL)
    return Term("Подать иск: три года со дня залива", "ГК РФ, ст. 196, 200", last)


def _demand_term(filing: LeakDamageDemand, on: date) -> list[Term]:
    if filing.citizen:
        return []
    return [advice.term("Выплата, если отдать претензию сегодня; срок проверьте", DEMAND, on, "ЗоЗПП, ст. 29, 31")]


def doubts_of_claim(claim: LeakDamageClaim, on: date) -> Iterator[str]:
    """Where the claim itself may stumble."""
    known = claim.demand and (claim.demand.received_on or claim.demand.sent_on)
    answer = known and advice.term("", DEMAND, known, "").day
    if claim.is_common and claim.fine is not False and not claim.demand:
        yield (
            "Претензии не было, и штраф могут не присудить. Отправьте её сейчас: если за десять дней не заплатят, "
            "основание для штрафа появится."
        )
    if claim.is_common and answer and answer >= on:
        at_least = "" if claim.demand and claim.demand.received_on else "не раньше "
        yield f"Срок ответа на претензию кончается {at_least}{day(answer)}. Лучше подать иск после этого дня."
    if claim.is_common and claim.fine is not False and claim.demand:
        yield (
            "Штраф не присудят, если выполнить требование помешали вы сами: не пустили на осмотр, не дали реквизиты "
            "(ЗоЗПП, ст. 13, п. 6, в ред. Федерального закона от 28.12.2025 № 500-ФЗ)."
        )
    if claim.act.exists and not claim.act.at_hand:
        yield (
            "Экземпляра акта у вас нет. Вместе с иском подайте ходатайство об истребовании доказательств: суд запросит "
            "акт у организации, которая управляет домом."
        )
    if claim.penalty:
        yield (
            "Неустойку за невозмещённый ущерб взыскивают не все суды: закон прямо говорит о ней для других требований. "
            "Если откажут, на остальные суммы это не повлияет."
        )
    if claim.co_owners:
        yield (
            "Собственников сверху несколько, и деньги просят со всех вместе (ГК РФ, ст. 1080). Суд может решить иначе: "
            "взыскать с каждого по его доле."
        )
    if claim.citizen:
        yield (
            "Отвечает собственник квартиры сверху. Если вы не уверены, что он указан верно, попросите суд запросить "
            "выписку из ЕГРН: ходатайство об истребовании доказательств."
        )
    if claim.expert:
        yield "Экспертизу оплачивает тот, кто о ней просит; деньги вернут, если выиграете."


def of_claim(claim: LeakDamageClaim, found: LeakClaimConclusions, on: date) -> NextSteps:
    """The sheet of the claim."""
    free = "Ничего: потребители пошлину не платят (НК РФ, ст. 333.36, п. 2, пп. 4; п. 3). Вы платите только за почту."
    paid = f"Государственная пошлина — {numbers.money(found.duty)} Реквизиты есть на сайте суда; квитанцию приложите."
    poor = "Нет денег на пошлину — приложите ходатайство об отсрочке."
    return NextSteps(
        where=advice.to_court(claim.court),
        copies=advice.court_copies(len(claim.respondents())),
        cost=[paid, poor] if found.duty else [free],
        evidence=["На заседание возьмите паспорт и подлинники всех документов.", PHOTOS],
        silence=[
            *_without_a_hearing(claim, found, on),
            "Откажут — подайте апелляционную жалобу. Выиграете, а вам не платят — возьмите исполнительный лист "
            "и отнесите приставам или в банк ответчика.",
        ],
        terms=[
            suing_term(claim),
            Term("Апелляционная жалоба: месяц со дня, когда суд изготовит полное решение", "ГПК РФ, ст. 321, ч. 2"),
        ],
        mistakes=[
            "Не приложить выписку из ЕГРН.",
            "Просить починить, не назвав срок.",
            "Просить то, что уже заплатила страховая.",
            "Не отправить ответчику копию иска до подачи в суд.",
        ],
    )


def _without_a_hearing(claim: LeakDamageClaim, found: LeakClaimConclusions, on: date) -> list[str]:
    """ГПК РФ, ст. 232.2: money alone, up to the limit."""
    if claim.leak.ongoing or found.price > parameter("simplified_limit").at(on).value:
        return []
    return [
        "Суд может рассмотреть дело без заседания, по бумагам (ГПК РФ, ст. 232.2). Тогда он назовёт сроки, до которых "
        "можно прислать документы: следите за почтой и сайтом суда."
    ]
