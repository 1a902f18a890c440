"""What is risky in a complaint to the prosecutor, what goes with it, and what to do once it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.rules.terms import legal_term
from filings.schemas import advice
from filings.schemas.authorities._prosecutor import CannotSue, Sphere, answered_below
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.prior_appeals import TOO_EARLY, copies_of, too_early

if TYPE_CHECKING:
    from filings.schemas.authorities.prosecutor_complaint import ProsecutorComplaint

_FIRST = {
    Sphere.HOUSING: "в управляющую организацию и в жилищную инспекцию",
    Sphere.LABOUR: "к работодателю или в инспекцию труда",
    Sphere.BENEFITS: "в орган, который отказал",
    Sphere.MILITARY: "рапортом или заявлением к командиру или в военкомат",
    Sphere.BAILIFFS: "к старшему судебному приставу",
    Sphere.ROADS: "к владельцу дороги или в Госавтоинспекцию",
    Sphere.SOCIAL: "в орган социальной защиты",
}
_PROOFS = {
    CannotSue.AGE: Paper("Копия паспорта", "Подтверждает возраст."),
    CannotSue.DISABILITY: Paper("Копия справки об инвалидности"),
    CannotSue.ILLNESS: Paper("Копия медицинского документа", "Выписка или справка, из которой видно, что мешает."),
}
_PROOF_WORDS = {CannotSue.AGE: "паспорт", CannotSue.DISABILITY: "инвалидност", CannotSue.ILLNESS: "медицин"}
# Which term to go to court runs on while the prosecutor checks.
_COURT_TERMS = {
    Sphere.LABOUR: (
        "labour_limitation_pay",
        "Иск о зарплате",
        "со дня, когда её должны были выплатить",
        "ТК РФ, ст. 392",
    ),
    Sphere.BAILIFFS: (
        "bailiff_complaint",
        "Иск об оспаривании",
        "со дня, когда узнали о нарушении",
        "КАС РФ, ст. 219, ч. 3",
    ),
    Sphere.MILITARY: (
        "administrative_claim",
        "Иск к командованию",
        "со дня, когда узнали о нарушении",
        "КАС РФ, ст. 219, ч. 1",
    ),
    Sphere.BENEFITS: (
        "administrative_claim",
        "Иск об отказе лучше подать",
        "со дня, когда о нём узнали",
        "КАС РФ, ст. 219, ч. 1",
    ),
    Sphere.SOCIAL: (
        "administrative_claim",
        "Иск об отказе лучше подать",
        "со дня, когда о нём узнали",
        "КАС РФ, ст. 219, ч. 1",
    ),
}


def warnings(filing: ProsecutorComplaint) -> Iterator[str]:
    """What does not stop the complaint but weakens it."""
    if not filing.approached:
        yield (
            f"Сначала обратитесь {_FIRST[filing.sphere]}: прокуратура не подменяет другие органы (закон о прокуратуре, "
            "ст. 21, п. 2; ст. 26, п. 2) и может переслать жалобу туда."
        )
    elif not filing.encloses("обращени", "заявлени", "претензи", "жалоб", "ответ"):
        yield "Приложите прежние обращения и ответы на них: по ним прокурор видит, что вы уже добивались своего."
    if filing.recipient.is_regional and not answered_below(filing):
        yield "Прокуратура региона обычно пересылает первую жалобу в район. Быстрее начать с района или города."
    if too_early(filing.prior or (), filing.breach.since):
        yield TOO_EARLY
    if filing.breach.since is None:
        yield "Дата начала не указана. Хотя бы примерная дата помогает проверке."
    if not filing.breach.proof and not filing.exhibits:
        yield "Приложите документы и фотографии, которые подтверждают нарушение."
    if filing.breach.story.count("\n") > 14:
        yield "Рассказ длинный. Оставьте одно нарушение и самое важное о нём: о другом напишите отдельную жалобу."


def papers(filing: ProsecutorComplaint) -> list[Paper]:
    """The earlier appeals, the proof of what keeps the person from the court."""
    found = []
    if filing.prior and not filing.encloses("обращени", "заявлени", "претензи", "жалоб"):
        found.append(
            Paper(copies_of(filing.prior), "С отметкой о приёме, чеком и описью почты или снимком экрана кабинета.")
        )
    if filing.unlawful_act and not filing.encloses("решени", "постановлени", "приказ", "уведомлени"):
        found.append(Paper("Копия оспариваемого документа"))
    proof = _PROOFS.get(filing.cannot_sue)
    if proof and not filing.encloses(_PROOF_WORDS[filing.cannot_sue]):
        found.append(proof)
    return found


def next_steps(filing: ProsecutorComplaint, on: date) -> NextSteps:
    """How to hand it in, when to expect the answer, whom to turn to next."""
    return NextSteps(
        where=advice.to_authority(filing.recipient),
        copies=advice.two_copies("прокуратуре"),
        cost=[advice.NO_FEE],
        evidence=["Сходите на приём: прокурор принимает граждан лично, график — на сайте прокуратуры."],
        silence=[
            "Ответили не по существу или отказали — жалоба вышестоящему прокурору: приложите ответ.",
            "Жалоба прокурору не мешает сразу обратиться в суд: срок на суд она не продлевает.",
            *_suing(filing),
        ],
        terms=[
            advice.term("Ответ, если проверка нужна и подать сегодня", "petition_reply", on, "59-ФЗ, ст. 12, ч. 1"),
            advice.term(
                "Ответ, если проверка не нужна",
                "prosecutor_short_reply",
                on,
                "Инструкция, утв. приказом Генпрокуратуры России от 30.01.2013 № 45, п. 5.1",
            ),
            *_court_term(filing, on),
        ],
        mistakes=[
            "Пишут сразу в Генеральную прокуратуру: жалоба вернётся в район.",
            "В одной жалобе — десять разных нарушений. На каждое — своя жалоба.",
            "Нет прежних обращений и ответов.",
            "Отправляют по обычной электронной почте.",
        ],
    )


def _suing(filing: ProsecutorComplaint) -> list[str]:
    """ГПК РФ, ст. 45, ч. 1: in these spheres a prosecutor may sue at the citizen's request whatever the reason."""
    if filing.sphere not in (Sphere.LABOUR, Sphere.BENEFITS, Sphere.SOCIAL) or filing.cannot_sue is not CannotSue.CAN:
        return []
    return [
        "По трудовым и социальным правам прокурор может обратиться в суд по вашей просьбе и без особых причин "
        "(ГПК РФ, ст. 45, ч. 1): спросите об этом на приёме."
    ]


def _court_term(filing: ProsecutorComplaint, on: date) -> list[Term]:
    if filing.sphere not in _COURT_TERMS:
        return []
    name, what, since, norm = _COURT_TERMS[filing.sphere]
    return [Term(f"{what}: {legal_term(name, on)} {since}. Жалоба прокурору этот срок не продлевает", norm)]
