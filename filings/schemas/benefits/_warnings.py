"""What does not stop a complaint about a refused benefit but weakens it, and the terms that run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.errors import LegalValueMissing
from filings.parameters import parameter
from filings.rules.conclusion import Conclusion
from filings.rules.deadline import Input, deadline
from filings.russian import dates, numbers
from filings.schemas.benefits._benefit import BenefitKind
from filings.schemas.benefits._income import months_in_words, window

if TYPE_CHECKING:
    from filings.schemas.benefits.benefit_refusal_complaint import BenefitRefusalComplaint

REPLY, COURT = "public_service_complaint_reply", "administrative_claim"
_MONTHS_AFTER_BIRTH, _GROWN = 6, 17
_I = re.compile(r"\b(я|меня|мне|мной|мой|моя|моё|мое|мои|моего|моей|моих|моему|моим|мою)\b", re.IGNORECASE)


def warnings(filing: BenefitRefusalComplaint, per_head: Decimal | None, on: date) -> tuple[str, ...]:
    """Most dangerous first; `per_head` is the income that the complaint prints, None when it prints none."""
    found = [*_late(filing, on), *_new_application(filing), *_income(filing, per_head), *_sums(filing, per_head)]
    found += [*_idle(filing), *_babies(filing), *_grown(filing), *_first_person(filing)]
    return (*found, *_calendar(filing, on), *parameter(REPLY).warnings(on))


def _late(filing: BenefitRefusalComplaint, on: date) -> Iterator[str]:
    """210-ФЗ sets no term for the complaint; after three months the court becomes doubtful (КАС РФ, ст. 219)."""
    until = last_day(filing.decision.received_on, COURT)
    if until is None or until >= on:
        return
    ask = "" if filing.late_reasons else " Ответьте на вопрос «Почему не пожаловались раньше»."
    yield (
        f"С того дня, как вы узнали об отказе, прошло больше трёх месяцев (они истекли {dates.day(until)}). "
        f"Жалобу могут отклонить, а в суде придётся объяснять, почему вы не обратились раньше.{ask}"
    )


def _new_application(filing: BenefitRefusalComplaint) -> Iterator[str]:
    if not filing.reapplied:
        yield (
            "Не ждите ответа на жалобу: подайте сейчас же и новое заявление на пособие, если право на него есть и "
            "сегодня. Обычно пособие назначают не раньше обращения, и месяцы ожидания могут пропасть."
        )


def _income(filing: BenefitRefusalComplaint, per_head: Decimal | None) -> Iterator[str]:
    if not (filing.income and filing.incomes):
        return
    absent = {
        "сколько человек в семье": filing.income.members,
        "прожиточный минимум в вашем регионе": filing.income.minimum,
    }
    missing = [name for name, value in absent.items() if value is None]
    if missing:
        yield f"Расчёт дохода в жалобу не вошёл: впишите {' и '.join(missing)}."
    elif per_head is None:
        yield (
            "По вашим суммам доход на человека выше прожиточного минимума, поэтому расчёта в жалобе нет: он подтвердил "
            "бы отказ. Проверьте суммы и число членов семьи; если всё верно, эта причина жалобе не поможет. С 2026 "
            "года при повторном назначении один раз допускают превышение до 10 %: спросите об этом в Фонде."
        )
    else:
        yield (
            f"Доход посчитан {months_in_words(filing.benefit.applied_on)}, по общему правилу: 12 месяцев до месяца, "
            "который предшествует обращению. Сверьте эти месяцы с решением об отказе."
        )


def _sums(filing: BenefitRefusalComplaint, per_head: Decimal | None) -> Iterator[str]:
    """Sums that people mix up: a month for a year, one minimum for another, the income of the family for one person."""
    if filing.income is None:
        return
    minimum, refused_at, members = filing.income.minimum, filing.income.refused_at, filing.income.members
    if minimum and _unlikely(minimum, filing.benefit.applied_on):
        yield f"Прожиточный минимум {numbers.money(minimum)} в месяц не похож на настоящий: проверьте сумму."
    if minimum and refused_at is not None and refused_at <= minimum:
        yield (
            f"Доход из решения ({numbers.money(refused_at)}) не выше прожиточного минимума ({numbers.money(minimum)}): "
            "тогда отказать по доходу не могли. Проверьте обе суммы."
        )
    if minimum and per_head is not None and per_head * 4 < minimum:
        yield "Доход на человека вышел очень маленьким. Проверьте, что суммы вписаны за все 12 месяцев, а не за один."
    if members and members <= len(filing.children or ()):
        yield "Людей в семье меньше, чем вы и дети вместе. Проверьте, сколько человек в семье: от этого зависит расчёт."


def _unlikely(minimum: Decimal, on: date) -> bool:
    """Regions differ from the country by less than three times."""
    try:
        country = Decimal(parameter("subsistence_minimum").at(on).value["per_head"])
    except LegalValueMissing:
        return False
    return not country / 2 <= minimum <= country * 3


def _idle(filing: BenefitRefusalComplaint) -> Iterator[str]:
    first, last = window(filing.benefit.applied_on)
    ends = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    idle = filing.idle or [] if filing.benefit.kind.unified else []
    outside = [one for one in idle if one.since >= ends or (one.until and one.until < first)]
    if outside:
        named = "; ".join(f"{one.who}, {one.as_row()['когда']}" for one in outside)
        yield (
            f"Фонд смотрит доход {months_in_words(filing.benefit.applied_on)}. Эти периоды сюда не попадают и могут не "
            f"помочь: {named}. Проверьте даты."
        )


def _babies(filing: BenefitRefusalComplaint) -> Iterator[str]:
    applied_on = filing.benefit.applied_on
    if filing.benefit.kind is not BenefitKind.CHILD or filing.benefit.since_month:
        return
    born = [child for child in filing.children or () if _months(child.born_on, applied_on) <= _MONTHS_AFTER_BIRTH]
    if born and any(_months(child.born_on, applied_on) for child in born):
        names = ", ".join(child.full_name for child in born)
        yield (
            "Если за пособием обратились в первые шесть месяцев жизни ребёнка, его назначают с месяца рождения, а если "
            "вы получали пособие по беременности — со следующего месяца. Это может касаться вас: "
            f"{names}. Ответьте на вопрос «С какого месяца должны назначить»."
        )


def _grown(filing: BenefitRefusalComplaint) -> Iterator[str]:
    grown = [child for child in filing.children or () if _age(child.born_on, filing.benefit.applied_on) >= _GROWN]
    if grown and filing.benefit.kind is BenefitKind.CHILD:
        names = ", ".join(child.full_name for child in grown)
        yield f"Единое пособие платят на детей до 17 лет. На день обращения 17 лет уже исполнилось: {names}."


def _first_person(filing: BenefitRefusalComplaint) -> Iterator[str]:
    """With a representative the complaint speaks of the applicant in the third person; so should the answers."""
    if filing.representative is None:
        return
    blocks = [filing.income, filing.property, *(filing.family or ()), *(filing.registry or ())]
    told = [block.story for block in blocks if block] + [text for text in (filing.other, filing.late_reasons) if text]
    said = next((found[0] for text in told if (found := _I.search(text))), None)
    if said:
        yield (
            f"Жалобу подаёт представитель, и о заявителе в ней сказано «он» или «она», а в ваших ответах есть слово "
            f"«{said}». Перепишите эти места, например: «заявительница получала»."
        )


def _calendar(filing: BenefitRefusalComplaint, on: date) -> Iterator[str]:
    terms = [_deadline(on, REPLY), _deadline(filing.decision.received_on, COURT)]
    doubtful = [term.value for term in terms if term and term.warnings and term.value >= on]
    if doubtful:
        days = " и ".join(dates.day(day) for day in doubtful)
        yield f"Выходные этого года ещё не сверены, срок может сдвинуться ({days}): не ждите последнего дня."


def last_day(since: date, term: str) -> date | None:
    """The last day of the legal term `term` that runs from `since`; None where the calendar does not reach."""
    found = _deadline(since, term)
    return found.value if found else None


def _deadline(since: date, term: str) -> Conclusion | None:
    try:
        return deadline(Input(from_=since, term=parameter(term).at(since).value))
    except LegalValueMissing:
        return None


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _months(born: date, on: date) -> int:
    return (on.year - born.year) * 12 + on.month - born.month
