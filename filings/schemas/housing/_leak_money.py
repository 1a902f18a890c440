"""What the demand and the claim about a leak have in common once the sum is counted: words, papers, doubts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from filings.rules.figures import day
from filings.rules.limitation import Kind, last_day_to_sue
from filings.russian import dates
from filings.schemas.conclusions import Total
from filings.schemas.dwelling import DwellingRight
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _leak_advice as advice
from filings.schemas.housing._leak import ActState, LeakSource, is_company
from filings.schemas.housing._leak_damage import DamageMethod, LeakDamage

FEWEST_DAYS = timedelta(days=3)  # what practice takes for enough to come to an inspection
PROVED_BY = {
    DamageMethod.REPORT: "отчётом оценщика",
    DamageMethod.ESTIMATE: "сметой на ремонт",
    DamageMethod.RECEIPTS: "чеками и квитанциями",
}
PROOF = {
    DamageMethod.REPORT: (("отчёт", "заключени"), "Отчёт оценщика"),
    DamageMethod.ESTIMATE: (("смет",), "Смета на ремонт"),
    DamageMethod.RECEIPTS: (("чек", "квитанц"), "Копии чеков и квитанций о расходах на ремонт и вещи"),
}
RIGHT = {
    DwellingRight.OWNER: Paper("Выписка из ЕГРН о праве на квартиру", "Выписку заказывают на Госуслугах или в МФЦ."),
    DwellingRight.TENANT: Paper("Копия договора социального найма или ордера"),
    DwellingRight.FAMILY: Paper("Документ о регистрации в квартире", "Справка из МФЦ или копия страницы паспорта."),
}


def totals(filing: LeakDamage) -> tuple[Total, ...]:
    """The sums asked for beside each other."""
    asked = [("Ущерб от залива", filing.loss())]
    if cost := filing.damage.appraisal_cost:
        asked.append((f"Расходы на {appraised(filing)}", cost))
    if filing.moral:
        asked.append(("Компенсация морального вреда", filing.moral.amount))
    return tuple(Total(title=title, amount=amount) for title, amount in asked)


def facts(filing: LeakDamage) -> dict[str, Any]:
    """«отчётом оценщика от 12.10.2026 № 15», «оценку ущерба», the author's name whoever signs."""
    damage = filing.damage
    made = f" от {dates.day(damage.document_on)}" if damage.document_on else ""
    number = f" № {damage.document_number}" if damage.document_number else ""
    proof = "сметой" if damage.method is DamageMethod.ESTIMATE and not damage.repair else PROVED_BY[damage.method]
    return {
        "чем_подтверждён": f"{proof}{made}{number}",
        "за_что_оценка": appraised(filing),
        "управляет_компания": filing.organisation is not None and is_company(filing.organisation),
        "автор_фио": filing.author().full_name,
    }


def appraised(filing: LeakDamage) -> str:
    """What was paid for, after «за» or «расходы на»."""
    return "составление сметы" if filing.damage.method is DamageMethod.ESTIMATE else "оценку ущерба"


def papers(filing: LeakDamage) -> list[Paper]:
    """The act, the proof of the sums, of the right to the home, the pictures."""
    words, title = PROOF[filing.damage.method]
    found = advice.act_paper(filing)
    if not filing.encloses(*words):
        found.append(Paper(title))
    if filing.damage.appraisal_cost and not filing.encloses("оплат"):
        estimate = filing.damage.method is DamageMethod.ESTIMATE
        found.append(Paper(f"Договор и документы об оплате {'сметы' if estimate else 'оценки'}"))
    if filing.damage.invited and not filing.encloses("приглаш", "телеграмм", "вызов"):
        found.append(Paper("Копия приглашения на осмотр с подтверждением отправки"))
    if not filing.encloses("егрн", "собственност", "социального найма", "ордера на", "ордер на", "регистрац"):
        found.append(RIGHT[filing.home.right])
    return [*found, *advice.photo_paper(filing)]


def doubts(filing: LeakDamage, on: date) -> Iterator[str]:
    """Where the other side will object."""
    yield from _about_proof(filing)
    if filing.leak.source is LeakSource.UNKNOWN:
        yield (
            "Причина залива неизвестна. Если вода пришла из крана или шланга соседей, отвечают они, "
            "а не организация: добейтесь, чтобы причину назвали в акте."
        )
    if filing.share:
        yield (
            "За ремонт посчитана только ваша доля. Другие собственники требуют свою часть сами или вместе с вами, "
            "каждый от своего имени."
        )
    last = last_day_to_sue(filing.leak_day, Kind.GENERAL)
    if last < on:
        yield (
            f"Три года со дня залива прошли {day(last)}. Если ответчик заявит об этом в суде, в иске откажут "
            "(ГК РФ, ст. 196, 199)."
        )
    if filing.home.right is DwellingRight.FAMILY and filing.damage.repair:
        yield advice.FAMILY
    yield from advice.doubts(filing)


def _about_proof(filing: LeakDamage) -> Iterator[str]:
    damage, act = filing.damage, filing.act
    if act.state is ActState.REFUSED:
        yield f"Акта нет, и залив придётся доказывать иначе. {advice.NEIGHBOURS}"
    if damage.invited is False:
        yield (
            "Оценку без второй стороны легко оспорить. Если ремонт ещё не сделан, пригласите её телеграммой "
            "за 3–5 дней и попросите оценщика осмотреть квартиру ещё раз."
        )
    if damage.invited_on and damage.document_on and damage.document_on - damage.invited_on < FEWEST_DAYS:
        yield "Приглашение отправлено меньше чем за три дня до отчёта: вторая сторона может сказать, что не успела."
    if damage.method is DamageMethod.RECEIPTS and damage.repair:
        yield (
            "Одни чеки на ремонт легко оспорить: скажут, что вы сделали лучше, чем было. Надёжнее смета "
            "или отчёт оценщика."
        )
    if filing.home.right is DwellingRight.OWNER and not filing.home.right_document and not filing.encloses("егрн"):
        yield "Закажите выписку из ЕГРН: без доказательства права на квартиру ущерб не возместят."
