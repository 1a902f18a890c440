"""Advice on a complaint about a refused benefit: papers to attach, what to do with the packet, by when."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from filings.errors import LegalValueMissing
from filings.parameters import parameter
from filings.russian import numbers
from filings.schemas.benefits._benefit import Channel
from filings.schemas.benefits._flaws import Flaw
from filings.schemas.benefits._warnings import COURT, REPLY, last_day
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.benefits.benefit_refusal_complaint import BenefitRefusalComplaint

_COMMON = {"копия", "копии", "справ", "выпис", "докум", "свиде", "года", "годы", "месяц"}


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
            "На бумаге — два экземпляра с приложениями; подпишите оба. Один отдайте или отправьте, второй оставьте "
            "себе: если отдаёте лично, пусть на нём поставят дату, входящий номер и подпись.",
            "Через Госуслуги — файлы PDF из пакета; сохраните номер жалобы.",
        ],
        cost=["Ничего: за жалобу не платят. По почте вы платите только за письмо."],
        evidence=_evidence(filing),
        silence=[
            "Отказали или не ответили — обращайтесь в районный суд: попросите признать отказ незаконным и обязать "
            "назначить пособие за то же время." + _above(filing),
            "Если нарушен срок ответа, пожалуйтесь ещё и в прокуратуру.",
            "Если жалобу удовлетворят, проверьте, с какого времени назначили пособие и выплатили ли прошлые месяцы.",
        ],
        terms=_terms(filing, on),
        mistakes=_mistakes(filing),
    )


def _above(filing: BenefitRefusalComplaint) -> str:
    """The higher body is advised only to those who have not written to it yet."""
    return " До суда можно пожаловаться и выше, в Социальный фонд России." if filing.decision.by_addressee else ""


def _mistakes(filing: BenefitRefusalComplaint) -> list[str]:
    found = ["Жалуются, хотя в заявлении и правда чего-то не хватало: быстрее исправить это в новом заявлении."]
    if not filing.reapplied:
        found.insert(0, "Только жалуются и не подают новое заявление: если отказ оставят в силе, пропадут месяцы.")
    if Flaw.INCOME in filing.flaws:
        found.append("Пишут «посчитали неверно», но не показывают, как верно: нужны суммы, месяцы и справки.")
    return [*found, "Отправляют жалобу по электронной почте: такое письмо обращением не считается."]


def _where(filing: BenefitRefusalComplaint) -> list[str]:
    """The way the application went comes first."""
    address = f", {filing.recipient.address}" if filing.recipient.address else ""
    by_hand = "Отнесите в клиентскую службу или в МФЦ либо отправьте" if filing.decision.by_addressee else "Отправьте"
    paper = (
        f"На бумаге: {filing.recipient.title}{address}. {by_hand} ценным письмом с описью вложения и уведомлением "
        "о вручении."
    )
    portal = (
        "Через Госуслуги: найдите услугу «Досудебное обжалование» и приложите файлы из пакета. Можно и через сайт "
        "Социального фонда, если войти через Госуслуги. Электронная почта не подходит."
    )
    return [portal, paper] if filing.benefit.channel is Channel.PORTAL else [paper, portal]


def _evidence(filing: BenefitRefusalComplaint) -> list[str]:
    number = ", номер" if filing.decision.number else ""
    found = [f"Сверьте с решением дату{number} и слова, которые вы переписали: жалоба спорит именно с ними."]
    advice = {
        Flaw.INCOME: "Справки о доходах всех взрослых за те месяцы, что учёл Фонд: от работодателя, "
        "из личного кабинета налоговой.",
        Flaw.PROPERTY: "Выписка из ЕГРН на день обращения, договор купли-продажи, справка ГИБДД — "
        "то, что показывает, чьё имущество и почему его нельзя учитывать.",
        Flaw.FAMILY: "Свидетельства о браке, разводе, рождении; решение суда; справка, кто с кем живёт.",
        Flaw.NO_INCOME: "Документ на каждый период без дохода: справка из больницы, с учёбы, из центра занятости."
        + _idle_rule(filing),
        Flaw.REGISTRY: "Напишите и в то ведомство, чьи сведения неверны, чтобы их исправило; приложите его ответ.",
    }
    return [*found, *(text for flaw, text in advice.items() if flaw in filing.flaws)]


def _idle_rule(filing: BenefitRefusalComplaint) -> str:
    """Правила, утв. ПП РФ от 16.12.2022 № 2330, in the edition of 2026: eight minimum wages or a good reason."""
    if not filing.benefit.kind.unified or filing.benefit.applied_on.year < 2026:
        return ""
    try:
        wage = parameter("minimum_wage").at(filing.benefit.applied_on).value
    except LegalValueMissing:
        return ""
    return (
        " Проверьте по Правилам № 2330: обычно причина должна занимать не меньше 10 месяцев из 12, а если доход этого "
        f"человека за 12 месяцев не меньше восьми минимальных зарплат ({numbers.money(8 * wage)}), причина не нужна."
    )


def _terms(filing: BenefitRefusalComplaint, on: date) -> list[Term]:
    found = [
        Term(
            "Ответ на жалобу: 15 рабочих дней, если её зарегистрируют сегодня; срок проверьте, он ещё не сверен",
            "210-ФЗ, ст. 11.2, ч. 6",
            last_day(on, REPLY),
        )
    ]
    court = last_day(filing.decision.received_on, COURT)
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
