"""What the worker does with the packet of a wage claim."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.rules.figures import day
from filings.schemas.labour._terms import last_day_for_fact
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.labour._wage_sums import WageClaimConclusions
    from filings.schemas.labour.wage_claim import WageClaim


def next_steps(claim: WageClaim, found: WageClaimConclusions, on: date) -> NextSteps:
    """Where, how many copies, by when, at what cost, and what if nothing happens."""
    return NextSteps(
        where=_where(claim),
        copies=_copies(),
        cost=[
            "Ничего: работники не платят государственную пошлину по спорам о зарплате (НК РФ, ст. 333.36, п. 1, пп. 1; "
            "ТК РФ, ст. 393). Вы платите только за почту."
        ],
        silence=_silence(),
        terms=_terms(claim, found, on),
        evidence=_evidence(claim),
        mistakes=_mistakes(claim),
    )


def _where(claim: WageClaim) -> list[str]:
    return [
        f"{', '.join(filter(None, (claim.court.title, claim.court.address)))}.",
        "Принесите пакет в приёмную суда и попросите отметку на своём экземпляре, или отправьте ценным письмом с "
        "описью вложения, или подайте через ГАС «Правосудие» (вход через Госуслуги; документы — файлами PDF).",
        "Сверьте название и адрес суда на его сайте: там же есть проверка, относится ли к нему нужный адрес.",
    ]


def _copies() -> list[str]:
    return [
        "Три экземпляра: один суду, один работодателю, один с отметкой остаётся вам.",
        "Работодателю отправьте копию иска и тех приложений, которых у него нет, до подачи в суд — ценным письмом "
        "с описью вложения. Квитанцию и опись приложите к иску (ГПК РФ, ст. 132, п. 6).",
        "Подпишите иск и расчёт.",
    ]


def _silence() -> list[str]:
    return [
        "Суд за пять рабочих дней решает, принять ли иск. Если чего-то не хватает, он назначит срок, чтобы исправить "
        "(ГПК РФ, ст. 133, 136). Следите за делом на сайте суда по своей фамилии.",
        "Если суд откажет, подайте апелляционную жалобу. Если работодатель не исполнит решение, возьмите "
        "исполнительный лист и отнесите его приставам или в банк работодателя. Решение о зарплате за три месяца "
        "исполняется сразу, до вступления в силу (ГПК РФ, ст. 211).",
        "Одновременно можно пожаловаться в государственную инспекцию труда: суду это не мешает.",
    ]


def _terms(claim: WageClaim, found: WageClaimConclusions, on: date) -> list[Term]:
    dismissal = [Term("Спор о самом увольнении: один месяц со дня вручения приказа", "ТК РФ, ст. 392, ч. 1")]
    return [
        *([_term_of_fact(claim, on)] if claim.employment.is_oral else []),
        _term_of_pay(found, on),
        *(dismissal if claim.dismissal else []),
        Term("Апелляционная жалоба: один месяц со дня, когда суд изготовит полное решение", "ГПК РФ, ст. 321, ч. 2"),
    ]


def _term_of_pay(found: WageClaimConclusions, on: date) -> Term:
    what = "Подать иск, чтобы не пропустить срок по самой старой выплате"
    if found.first_term < on:
        what = f"Год по самой старой выплате прошёл {day(found.first_term)}: подайте иск как можно скорее"
        what += ", чтобы не пропустить срок и по следующей" if found.next_term else ""
    return Term(f"{what}. По каждой выплате срок свой — один год", "ТК РФ, ст. 392, ч. 2; ст. 14", found.next_term)


def _term_of_fact(claim: WageClaim, on: date) -> Term:
    last, norm = last_day_for_fact(claim), "ТК РФ, ст. 392, ч. 1"
    if last is None:
        return Term("Спор о том, были ли трудовые отношения: три месяца со дня, когда вы узнали о нарушении", norm)
    if last < on:
        past = f"Три месяца для спора о том, были ли трудовые отношения, прошли {day(last)}"
        return Term(f"{past}: подайте иск как можно скорее", norm)
    return Term("Спор о том, были ли трудовые отношения: три месяца со дня, когда кончилась работа", norm, last)


def _evidence(claim: WageClaim) -> list[str]:
    found = [
        "Трудовой договор, приказы, расчётные листки, выписка из банка за спорные месяцы, трудовая книжка или СТД-Р."
    ]
    if claim.employment.is_oral:
        found = [
            "Всё, что показывает вашу работу: переписка с начальством, переводы на карту, пропуск, накладные и журналы "
            "с вашей подписью, фотографии, объявление о вакансии, свидетели.",
            "Переписку распечатайте с датами и номерами телефонов; телефон возьмите с собой в суд.",
            "Закажите на Госуслугах сведения о трудовой деятельности (СЗИ-ТД) и о состоянии лицевого счёта: видно, "
            "сообщал ли о вас работодатель.",
        ]
    if claim.late_reasons:
        found.append("Документы о причинах пропуска срока: справки, листки нетрудоспособности, ответы инспекции.")
    return [*found, "На заседание возьмите паспорт и подлинники всех документов."]


def _mistakes(claim: WageClaim) -> list[str]:
    oral = ["Убрать из иска просьбу установить факт трудовых отношений: без неё зарплату не взыщут."]
    return [
        "Смешать суммы до вычета налога и «на руки»: назовите все одинаково.",
        "Просить проценты без периодов: расчёт в пакете показывает каждый период и ставку.",
        "Подать иск к директору: должна организация или предприниматель.",
        *(oral if claim.employment.is_oral else []),
    ]
