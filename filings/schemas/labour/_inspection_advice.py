"""What the person who complains to the labour inspectorate is to know and to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.rules.figures import day
from filings.rules.limitation import last_day_to_sue
from filings.rules.terms import legal_term
from filings.schemas import advice
from filings.schemas.labour._inspection import Violation
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.labour.labour_inspectorate_complaint import LabourInspectorateComplaint


def warnings_of(complaint: LabourInspectorateComplaint, on: date) -> Iterator[str]:
    """Texts for the person, most dangerous first."""
    if Violation.DISMISSAL in complaint.violations:
        yield (
            "Восстановить на работе может только суд, а срок для этого короткий: один месяц со дня вручения "
            "приказа или трудовой книжки (ТК РФ, ст. 392). Не ждите ответа инспекции, подавайте иск."
        )
    if complaint.disputed:
        yield (
            "Спор о том, сколько вам должны, инспекция не решает: по этой части вам ответят, что нужно идти в суд "
            "(ТК РФ, ст. 391)."
        )
    if complaint.debts and not complaint.accrued:
        yield (
            "Деньги не начислены. Принудительно взыскать такие суммы инспектор не может (ТК РФ, ст. 360.1), но может "
            "обязать работодателя соблюдать закон. Готовьте и иск."
        )
    late = [last_day_to_sue(debt.due) for debt in complaint.debts if last_day_to_sue(debt.due) < on]
    if late:
        yield f"По самой старой выплате год для обращения в суд прошёл {day(min(late))} (ТК РФ, ст. 392)."
    if complaint.hides_name:
        yield (
            "Если ваше имя останется в тайне, инспектору труднее добиться выплаты именно вам: по суммам работодатель "
            "может догадаться, кто пожаловался."
        )
    if not complaint.exhibits:
        yield "Приложите копии того, что есть: договор, листки, приказы, переписку. С ними проверка вероятнее."


def next_steps(complaint: LabourInspectorateComplaint, on: date) -> NextSteps:
    """Where, how many copies, thirty days, what if they refuse."""
    reply = legal_term("petition_reply", on)
    return NextSteps(
        where=[
            *advice.to_authority(complaint.recipient),
            "Удобнее всего — на сайте онлайнинспекция.рф, кнопка «Сообщить о проблеме», вход через Госуслуги: так "
            "подтверждается ваша личность, а без этого внеплановую проверку могут не назначить (248-ФЗ).",
        ],
        copies=advice.two_copies("инспекции"),
        cost=[advice.NO_FEE],
        silence=[
            f"Отвечают за {reply} со дня регистрации (59-ФЗ, ст. 12); срок могут продлить ещё на столько же.",
            "Вместо проверки инспекция может объявить работодателю предостережение. Если не помогло, пожалуйтесь в "
            "прокуратуру: ваши ответы перейдут туда.",
            "Суд не ждёт инспекцию: начисленные деньги взыскивает приказом мировой судья, остальные — районный "
            "суд по иску.",
        ],
        terms=[
            Term(f"Ответ инспекции: {reply} со дня регистрации обращения", "59-ФЗ, ст. 12"),
            *_terms(complaint),
        ],
        evidence=["Трудовой договор, расчётные листки, приказы, переписка, выписка из банка, номер обращения."],
        mistakes=[
            "Просить взыскать деньги, о которых вы спорите: это решает только суд.",
            "Не назвать месяцы и суммы: проверить такую жалобу нельзя.",
            "Ждать инспекцию и пропустить срок для суда.",
        ],
    )


def _terms(complaint: LabourInspectorateComplaint) -> list[Term]:
    found = []
    if complaint.debts:
        first = min(last_day_to_sue(debt.due) for debt in complaint.debts)
        found.append(Term("Обратиться в суд за самой старой выплатой", "ТК РФ, ст. 392, ч. 2", first))
    if Violation.DISMISSAL in complaint.violations:
        found.append(Term("Спор об увольнении в суде: один месяц со дня вручения приказа", "ТК РФ, ст. 392, ч. 1"))
    return found
