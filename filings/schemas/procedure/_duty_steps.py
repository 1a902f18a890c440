"""What a person does with a motion about the state duty."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.russian import numbers
from filings.schemas import advice
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.procedure import _advice
from filings.schemas.procedure._means import REQUIRED, PaidFor, ReliefKind

if TYPE_CHECKING:
    from filings.schemas.procedure.state_duty_motion import DutyMotionConclusions, StateDutyMotion


def warnings(motion: StateDutyMotion, left: Decimal, duty: Decimal) -> list[str]:
    """What a court will ask."""
    found = []
    if missing := [proof for proof in REQUIRED if proof not in motion.proofs]:
        names = " и ".join(proof.ru for proof in missing)
        found.append(
            f"Вы не приложили {names}. Без списка счетов и остатков на них суды отказывают: получите и приложите."
        )
    if not motion.incomes:
        found.append("Доходов вы не назвали. Суд спросит, на что живёт семья: впишите хотя бы пенсию, пособие, помощь.")
    if left >= duty and motion.relief.kind in (ReliefKind.REDUCTION, ReliefKind.EXEMPTION):
        found.append("По вашим суммам на пошлину хватает: суд может отказать. Проверьте, все ли расходы вы назвали.")
    return found


def next_steps(motion: StateDutyMotion, conclusions: DutyMotionConclusions, on: date) -> NextSteps:
    """Hand in with the claim; a refusal gives time to pay."""
    what, norm = _refused(motion)
    order = motion.duty_asked.paid_for is PaidFor.COURT_ORDER
    to_what, which = ("заявлению", "заявление") if order else ("иску или жалобе", "иск или жалобу")
    together = f"Приложите ходатайство к {to_what}: оно заменяет квитанцию об уплате пошлины."
    return NextSteps(
        where=[*advice.to_court(motion.court), together],
        copies=_advice.COPIES,
        cost=[_advice.FREE, f"Сама пошлина, о которой вы просите, — {numbers.money(conclusions.duty)}"],
        silence=[
            f"Если суд согласится, он примет {which} без квитанции. Срок отсрочки или рассрочки запишите: забудете — "
            "пошлину взыщут приставы.",
            what,
            "Определение об отказе в отсрочке, рассрочке или уменьшении можно обжаловать частной жалобой.",
        ],
        terms=[
            *([] if order else [Term("Если откажут — заплатить до дня, который суд назовёт в определении", norm)]),
            _advice.private_complaint("Частная жалоба на отказ", on, administrative=motion.administrative),
        ],
        evidence=["Справки берите свежие: положение должно быть видно на день подачи."],
        mistakes=[
            "Не приложить список счетов из налоговой и остатки на них: это самая частая причина отказа.",
            "Написать «нет денег» без чисел: суд сравнивает доход, расходы и размер пошлины.",
        ],
    )


def _refused(motion: StateDutyMotion) -> tuple[str, str]:
    """What a refusal leads to: ГПК РФ, ст. 125, 136, 323; КАС РФ, ст. 130, 300."""
    paid_for = motion.duty_asked.paid_for
    if paid_for is PaidFor.COURT_ORDER:
        return "Если откажет, заявление вернут. Заплатите пошлину и подайте его снова.", "ГПК РФ, ст. 125"
    appeal = paid_for is PaidFor.APPEAL
    norm = (
        ("КАС РФ, ст. 300" if appeal else "КАС РФ, ст. 130")
        if motion.administrative
        else ("ГПК РФ, ст. 323" if appeal else "ГПК РФ, ст. 136")
    )
    what = "жалобу" if appeal else "иск"
    text = f"Если откажет, {what} оставят без движения и назначат срок, чтобы заплатить. Заплатите до этого дня: дата "
    return text + f"подачи {'жалобы' if appeal else 'иска'} сохранится.", norm
