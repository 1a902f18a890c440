"""What a parent does with an application for alimony."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.rules.figures import day
from filings.rules.terms import legal_term
from filings.russian.forms import Gender
from filings.schemas import advice
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_claim import by_order_alone
from filings.schemas.exhibits import Paper
from filings.schemas.family._parents import Marriage
from filings.schemas.next_steps import NextSteps

if TYPE_CHECKING:
    from filings.schemas.family.alimony_court_order import AlimonyCourtOrder


def next_steps(filing: AlimonyCourtOrder, conclusions: Conclusions, on: date) -> NextSteps:
    """To the justice of the peace, then to the bailiffs."""
    norm = "ГПК РФ, ст. 126, ч. 1"
    what = "Судья выносит приказ; считаем, что заявление поступит сегодня"
    return NextSteps(
        where=advice.to_court(filing.court),
        copies=advice.court_copies(1),
        cost=["Ничего: истцы и взыскатели по алиментам пошлину не платят (НК РФ, ст. 333.36, п. 1, пп. 2)."],
        silence=[
            "Приказ об алиментах исполняется немедленно: получите его у судьи и отнесите приставам по адресу "
            "должника или сразу его работодателю.",
            "Должник может подать возражения. Тогда приказ отменят; подайте иск об алиментах в районный суд там, "
            "где живёте вы или должник.",
            "Если алименты платят с опозданием, с должника можно взыскать неустойку.",
        ],
        terms=[advice.term(what, "court_order_issue", on, norm)],
        evidence=[
            "Копии свидетельств о рождении, документ о браке или разводе, справка о том, что дети живут с вами.",
            "Отправьте должнику копию заявления с приложениями и приложите чек с описью.",
        ],
        mistakes=[
            "Не приложить справку о том, с кем живут дети.",
            "Просить в приказе твёрдую сумму или алименты за прошлые годы: заявление вернут.",
            "Откладывать: алименты идут с того дня, когда вы обратились в суд. За прошлое время — не больше чем за "
            f"{legal_term('alimony_arrears', on)} — их взыскивают только иском и только если вы добивались их, а "
            "должник уклонялся (СК РФ, ст. 107).",
        ],
    )


def papers(filing: AlimonyCourtOrder, conclusions: Conclusions) -> list[Paper]:
    """ГПК РФ, ст. 124, ч. 2, п. 6, and proof of sending copies."""
    many = len(filing.children) > 1
    found = (
        []
        if filing.encloses("рожден")
        else [Paper(f"{'Копии свидетельств' if many else 'Копия свидетельства'} о рождении")]
    )
    if filing.family.marriage is Marriage.MARRIED and not filing.encloses("брак"):
        found.append(Paper("Копия свидетельства о заключении брака"))
    if filing.family.marriage is Marriage.DIVORCED and not filing.encloses("брак", "развод"):
        found.append(Paper("Копия свидетельства о расторжении брака или решения суда о разводе"))
    fathered = filing.family.marriage is Marriage.NEVER and filing.debtor.gender is Gender.MALE
    if fathered and not filing.encloses("отцовств"):
        found.append(Paper("Копия свидетельства об установлении отцовства", "Если должник записан отцом по нему."))
    if not filing.encloses("справк", "выписк", "домов"):
        reason = "Справка управляющей компании, школы или выписка о регистрации."
        found.append(Paper(f"Справка о проживании {'детей' if many else 'ребёнка'} с взыскателем", reason))
    return found


def warnings(filing: AlimonyCourtOrder, on: date) -> list[str]:
    """What a justice of the peace returns such applications for."""
    found = []
    if not filing.encloses("справк", "выписк", "домов"):
        live = "дети живут" if len(filing.children) > 1 else "ребёнок живёт"
        found.append(f"Приложите документ о том, что {live} с вами: без него заявление могут вернуть.")
    if by_order_alone(filing):
        found.append(
            "По одному ордеру адвокат подать заявление не может: подпишите его сами или выдайте ему доверенность, где "
            "названо это право (ГПК РФ, ст. 54)."
        )
    issued = advice.term("", "court_order_issue", on, "").day
    for child in filing.children:
        if issued and child.adult_on <= issued:
            found.append(
                f"{child.full_name}: 18 лет исполнится {day(child.adult_on)}, раньше, чем судья вынесет приказ. "
                "Алименты присудят только до этого дня; решите, стоит ли подавать."
            )
    if filing.debtor.unknown:
        found.append("Сведения о должнике неполные. Если узнаете дату рождения или номер документа, впишите их.")
    return found
