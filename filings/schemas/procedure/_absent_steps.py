"""What a person who stays away from the hearing has to know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.rules.figures import day
from filings.schemas import advice
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_case import RESPONDENTS
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.procedure import _advice
from filings.schemas.procedure._opinion import Position

if TYPE_CHECKING:
    from filings.schemas.procedure.absent_hearing_motion import AbsentHearingMotion


def warnings(motion: AbsentHearingMotion, on: date) -> list[str]:
    """What staying away risks."""
    found = []
    if motion.hearing.at and motion.hearing.at.date() < on:
        found.append(f"Заседание {day(motion.hearing.at.date())} уже прошло. Если дело отложили, впишите новую дату.")
    if motion.hearing.personal:
        found.append(
            "В таких делах личные объяснения часто решают исход. Если можете, придите сами, пришлите представителя "
            "или попросите суд об участии по видеосвязи."
        )
    if not motion.copy_wanted:
        found.append("Вы не просите прислать решение. Срок обжалования пойдёт и без него: следите за сайтом суда.")
    if motion.role in RESPONDENTS and motion.opinion.position is Position.SUPPORTS:
        found.append(
            "Вы пишете, что согласны с иском: суд, скорее всего, удовлетворит его. Обдумайте это, "
            "лучше вместе с юристом."
        )
    return found


def next_steps(motion: AbsentHearingMotion, conclusions: Conclusions, on: date) -> NextSteps:
    """Hand in before the hearing, then look for the decision."""
    at = motion.hearing.at
    before = Term("Подать до начала заседания: суд должен увидеть ходатайство раньше", "ГПК РФ, ст. 167")
    if at:
        before = Term(before.what, "КАС РФ, ст. 150" if motion.administrative else before.norm, at.date())
    return NextSteps(
        where=[*advice.to_court(motion.court), _advice.TELL],
        copies=_advice.COPIES,
        cost=[_advice.FREE],
        silence=[
            "Отдельного ответа обычно нет: суд решает это в начале заседания. Накануне позвоните помощнику судьи "
            "и спросите, дошло ли ходатайство.",
            "После заседания посмотрите результат на сайте суда по номеру дела. Если решение не в вашу пользу, "
            "подайте апелляционную жалобу.",
        ],
        terms=[before],
        evidence=["Документы, на которые вы ссылаетесь, подайте вместе с ходатайством: без вас их никто не покажет."],
        mistakes=[
            "Промолчать об иске: без вашей позиции суд решит по тому, что сказала другая сторона.",
            "Отправить письмо накануне: оно не успеет. Срочное лучше отнести или подать в электронном виде.",
        ],
    )
