"""What is risky in a complaint to the housing inspectorate, what goes with it, and what to do once it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.rules.figures import money
from filings.rules.state_duty import Input, Procedure, state_duty
from filings.rules.terms import legal_term
from filings.schemas import advice
from filings.schemas.exhibits import Paper
from filings.schemas.managing_organisation import ManagerKind
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.prior_appeals import TOO_EARLY, copies_of, too_early

if TYPE_CHECKING:
    from filings.schemas.housing.housing_inspectorate_complaint import HousingInspectorateComplaint

_DAMAGES = re.compile(r"ущерб|моральн\w+ вред|компенсаци|убытк", re.IGNORECASE)


def warnings(filing: HousingInspectorateComplaint, on: date) -> Iterator[str]:
    """What does not stop the complaint but weakens it."""
    if not filing.approached:
        yield (
            "Сначала напишите в саму организацию и дождитесь ответа: без такого обращения многие инспекции проверку "
            "не начинают. Жалобу можно подать и сейчас, но её могут просто переслать или разъяснить закон."
        )
    elif not filing.encloses("обращени", "заявлени", "претензи", "жалоб", "требовани"):
        yield "Приложите своё обращение в организацию с отметкой о приёме: без него инспекция может не начать проверку."
    if _DAMAGES.search(filing.breach.story):
        yield "Инспекция не взыскивает ущерб и моральный вред: за ними обращаются в суд. В просьбах их нет."
    if filing.breach.since is None:
        yield "Дата начала не указана. Хотя бы примерная дата помогает инспекции проверить журнал заявок и начисления."
    if not filing.breach.proof and not filing.exhibits:
        yield "Приложите фотографии, акты, квитанции: без доказательств инспекция поверит организации."
    if too_early(filing.prior or (), filing.breach.since):
        yield TOO_EARLY
    if filing.chair and filing.organisation.kind in (ManagerKind.ASSOCIATION, ManagerKind.COOPERATIVE):
        yield (
            "Совет дома избирают там, где нет товарищества и кооператива (ЖК РФ, ст. 161.1, ч. 1). Проверьте, кто вы: "
            "председатель совета дома или член правления."
        )
    if filing.chair and not filing.chair_document:
        yield "Председателю совета дома лучше назвать протокол, которым его избрали: он подтверждает полномочия."


def papers(filing: HousingInspectorateComplaint) -> list[Paper]:
    """The earlier appeals, the minutes of the chairman's election."""
    found = []
    if filing.prior and not filing.encloses("обращени", "заявлени", "претензи", "жалоб", "требовани"):
        found.append(
            Paper(
                copies_of(filing.prior),
                "С отметкой о приёме, чеком и описью почты или снимком экрана личного кабинета.",
            )
        )
    if filing.chair_document and not filing.encloses("протокол"):
        found.append(Paper("Копия протокола об избрании председателя совета дома"))
    return found


def next_steps(filing: HousingInspectorateComplaint, on: date) -> NextSteps:
    """How to hand it in so that a check follows, when to expect the answer, what after a refusal."""
    duty = state_duty(Input(procedure=Procedure.ADMINISTRATIVE_CLAIM, filed_on=on)).value
    court = legal_term("administrative_claim", on)
    return NextSteps(
        where=[
            *advice.to_authority(filing.recipient),
            "Удобнее всего — ГИС ЖКХ, «Госуслуги.Дом» или сайт инспекции со входом через Госуслуги: личность "
            "подтверждена, и можно назначить внеплановую проверку (248-ФЗ). С бумажной жалобой возьмите паспорт.",
        ],
        copies=[
            *advice.two_copies("инспекции"),
            *(["Соберите подписи соседей на листе в конце жалобы до её подачи."] if filing.collective else []),
        ],
        cost=[advice.NO_FEE],
        evidence=[
            "Фотографии и видео с датой, акты, номера заявок диспетчеру, квитанции.",
            "Когда придёт проверка, будьте дома или оставьте телефон соседа: пусть всё увидят на месте.",
        ],
        silence=[
            "Не ответили в срок или ответили не по существу — жалоба руководителю инспекции и в прокуратуру.",
            "Отказ или бездействие инспекции можно оспорить в районном суде по своему месту жительства "
            f"(КАС РФ, ст. 24, 218, 219): срок — {court}, пошлина — {money(duty)} руб.",
            "Предписание выдали, а его не исполняют — сообщите инспекции: за это отдельный штраф.",
        ],
        terms=[
            advice.term("Ответ инспекции, если подать сегодня", "petition_reply", on, "59-ФЗ, ст. 12, ч. 1"),
            Term(f"Иск об оспаривании отказа: {court} со дня, когда вы о нём узнали", "КАС РФ, ст. 219, ч. 1"),
        ],
        mistakes=[
            "Просят взыскать ущерб: это делает суд.",
            "Нет обращения в саму организацию с отметкой о приёме.",
            "Жалоба без имени, адреса или подписи: на неё не ответят.",
            "Отправляют по обычной электронной почте.",
        ],
    )
