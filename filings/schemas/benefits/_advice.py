"""Advice on a complaint about a refused benefit: risks in the answers, papers to attach, what to do with the packet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.errors import LegalValueMissing
from filings.parameters import parameter
from filings.rules.conclusion import Conclusion
from filings.rules.deadline import Input, deadline
from filings.russian import dates
from filings.schemas.benefits._benefit import BenefitKind, Channel
from filings.schemas.benefits._flaws import Flaw
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.benefits.benefit_refusal_complaint import BenefitRefusalComplaint

REPLY, COURT = "public_service_complaint_reply", "administrative_claim"
_COMMON = {"копия", "копии", "справ", "выпис", "докум", "свиде", "года", "годы", "месяц"}


def warnings(filing: BenefitRefusalComplaint, counted: bool, on: date) -> tuple[str, ...]:
    """What does not stop the complaint but weakens it; most dangerous first."""
    found = [*_late(filing, on), *_new_application(filing), *_income(filing, counted), *_children(filing)]
    return (*found, *_calendar(filing, on), *parameter(REPLY).warnings(on))


def _late(filing: BenefitRefusalComplaint, on: date) -> Iterator[str]:
    """210-ФЗ sets no term for the complaint; after three months the court becomes doubtful (КАС РФ, ст. 219)."""
    until = _day(filing.decision.received_on, COURT)
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


def _income(filing: BenefitRefusalComplaint, counted: bool) -> Iterator[str]:
    if not (filing.income and filing.incomes):
        return
    absent = {
        "сколько человек в семье": filing.income.members,
        "прожиточный минимум в вашем регионе": filing.income.minimum,
    }
    missing = [name for name, value in absent.items() if value is None]
    if missing:
        yield f"Расчёт дохода в жалобу не вошёл: впишите {' и '.join(missing)}."
    elif not counted:
        yield (
            "По вашим суммам доход на человека выше прожиточного минимума, поэтому расчёта в жалобе нет: он подтвердил "
            "бы отказ. Проверьте суммы и число членов семьи; если всё верно, эта причина жалобе не поможет."
        )
    else:
        yield (
            "Месяцы, за которые учтён доход, посчитаны по общему правилу: 12 месяцев до месяца, который предшествует "
            "обращению. Сверьте их с решением об отказе."
        )


def _calendar(filing: BenefitRefusalComplaint, on: date) -> Iterator[str]:
    terms = [_deadline(on, REPLY), _deadline(filing.decision.received_on, COURT)]
    doubtful = [term.value for term in terms if term and term.warnings and term.value >= on]
    if doubtful:
        days = " и ".join(dates.day(day) for day in doubtful)
        yield f"Выходные этого года ещё не сверены, срок может сдвинуться ({days}): не ждите последнего дня."


def _children(filing: BenefitRefusalComplaint) -> Iterator[str]:
    grown = [child for child in filing.children or () if _age(child.born_on, filing.benefit.applied_on) >= 17]
    if grown and filing.benefit.kind is BenefitKind.CHILD:
        names = ", ".join(child.full_name for child in grown)
        yield f"Единое пособие платят на детей до 17 лет. На день обращения 17 лет уже исполнилось: {names}."


def proofs(filing: BenefitRefusalComplaint) -> list[Paper]:
    """The decision and the proofs that the answers name, less those that are among the exhibits."""
    blocks = [filing.income, filing.property, *(filing.family or ()), *(filing.idle or ()), *(filing.registry or ())]
    named = [block.proof for block in blocks if block is not None and block.proof]
    wanted = [Paper("Копия решения об отказе", "Скачайте её на Госуслугах или попросите в клиентской службе.")]
    wanted += [Paper(proof[:1].upper() + proof[1:]) for proof in dict.fromkeys(named)]
    enclosed = [_stems(exhibit.title) for exhibit in filing.exhibits]
    return [paper for paper in wanted if not any(_same(_stems(paper.title), stems) for stems in enclosed)]


def _same(one: set[str], other: set[str]) -> bool:
    """«Решение» and «Копия решения об отказе» name one paper, «Решение суда» another."""
    return bool(one and other) and (one <= other or other <= one)


def _stems(title: str) -> set[str]:
    """The beginnings of the telling words; numbers and words like «копия» tell nothing."""
    words = {word[:5] for word in re.findall(r"[\w-]{4,}", title.casefold()) if not word.isdigit()}
    return words - _COMMON


def next_steps(filing: BenefitRefusalComplaint, on: date) -> NextSteps:
    """Where to hand it in, when to expect the answer, what if it does not help."""
    return NextSteps(
        where=_where(filing),
        copies=[
            "На бумаге — два экземпляра с приложениями: один отдайте, на втором пусть поставят дату, входящий номер и "
            "подпись. Подпишите оба.",
            "Через Госуслуги — файлы PDF из пакета; сохраните номер жалобы.",
        ],
        cost=["Ничего: за жалобу не платят. По почте вы платите только за письмо."],
        evidence=_evidence(filing),
        silence=[
            "Отказали или не ответили — обращайтесь в районный суд: попросите признать отказ незаконным и обязать "
            "назначить пособие с того же дня. До суда можно пожаловаться и выше, в Социальный фонд России.",
            "Если нарушен срок ответа, пожалуйтесь ещё и в прокуратуру.",
            "Если жалобу удовлетворят, проверьте, с какого дня назначили пособие и выплатили ли прошлые месяцы.",
        ],
        terms=_terms(filing, on),
        mistakes=[
            "Только жалуются и не подают новое заявление: если отказ оставят в силе, пропадут месяцы.",
            "Жалуются, хотя в заявлении и правда чего-то не хватало: быстрее исправить это в новом заявлении.",
            "Пишут «посчитали неверно», но не показывают, как верно: нужны суммы, месяцы и справки.",
            "Отправляют жалобу по электронной почте: такое письмо обращением не считается.",
        ],
    )


def _where(filing: BenefitRefusalComplaint) -> list[str]:
    """The way the application went comes first."""
    address = f", {filing.recipient.address}" if filing.recipient.address else ""
    paper = (
        f"На бумаге: {filing.recipient.title}{address}. Отнесите в клиентскую службу или в МФЦ либо отправьте ценным "
        "письмом с описью вложения и уведомлением о вручении."
    )
    portal = (
        "Через Госуслуги: найдите услугу «Досудебное обжалование» и приложите файлы из пакета. Можно и через сайт "
        "Социального фонда, если войти через Госуслуги. Электронная почта не подходит."
    )
    return [portal, paper] if filing.benefit.channel is Channel.PORTAL else [paper, portal]


def _evidence(filing: BenefitRefusalComplaint) -> list[str]:
    found = ["Сверьте с решением дату, номер и слова, которые вы переписали: жалоба спорит именно с ними."]
    advice = {
        Flaw.INCOME: "Справки о доходах всех взрослых за эти месяцы: от работодателя, из личного кабинета налоговой.",
        Flaw.PROPERTY: "Выписка из ЕГРН на день обращения, договор купли-продажи, справка ГИБДД — "
        "то, что показывает, чьё имущество и почему его нельзя учитывать.",
        Flaw.FAMILY: "Свидетельства о браке, разводе, рождении; решение суда; справка, кто с кем живёт.",
        Flaw.NO_INCOME: "Документ на каждый период без дохода: справка из больницы, с учёбы, из центра занятости.",
        Flaw.REGISTRY: "Напишите и в то ведомство, чьи сведения неверны, чтобы их исправило; приложите его ответ.",
    }
    return [*found, *(text for flaw, text in advice.items() if flaw in filing.flaws)]


def _terms(filing: BenefitRefusalComplaint, on: date) -> list[Term]:
    found = [
        Term(
            "Ответ на жалобу: 15 рабочих дней, если её зарегистрируют сегодня; срок проверьте, он ещё не сверен",
            "210-ФЗ, ст. 11.2, ч. 6",
            _day(on, REPLY),
        )
    ]
    court = _day(filing.decision.received_on, COURT)
    if court and court >= on:
        found.append(
            Term(
                "Обратиться в суд, если жалоба не поможет: три месяца с того дня, как вы узнали об отказе. "
                "Это осторожный срок, но суд может применить именно его",
                "КАС РФ, ст. 219, ч. 1",
                court,
            )
        )
    else:
        text = "Суд: три месяца с того дня, как вы узнали об отказе, прошли. Обратитесь поскорее и объясните причины"
        found.append(Term(text, "КАС РФ, ст. 219, ч. 1, 5"))
    return found


def _day(since: date, term: str) -> date | None:
    found = _deadline(since, term)
    return found.value if found else None


def _deadline(since: date, term: str) -> Conclusion | None:
    """The last day of the legal term that runs from `since`; None where the production calendar does not reach."""
    try:
        return deadline(Input(from_=since, term=parameter(term).at(since).value))
    except LegalValueMissing:
        return None


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
