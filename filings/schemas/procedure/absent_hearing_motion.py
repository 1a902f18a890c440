"""Ходатайство о рассмотрении дела в отсутствие стороны."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import field_validator, model_validator

from filings.questions import Block, Choice, LongText, Moment, YesNo, page, question, wrong
from filings.rules.figures import day
from filings.russian.forms import Case
from filings.russian.phrases import decline_phrase
from filings.schemas import advice
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.pending_case import CLAIMANTS, RESPONDENTS, CaseFiling, CaseRole
from filings.schemas.procedure import _advice

_CLAIMANT = "role=claimant|administrative_claimant"


class Position(Choice):
    """Что человек думает об иске."""

    SUPPORTS = "supports", "поддерживаю иск", "Если иск ваш или вы с ним согласны"
    OBJECTS = "objects", "возражаю против иска"
    PARTLY = "partly", "согласен с иском частично", "Дальше напишите, с чем именно"
    LEAVES = "leaves", "решайте на усмотрение суда"


class Hearing(Block):
    """Заседание, на которое человек не придёт."""

    at: Moment | None = question(
        "Когда заседание", ru="когда", unsure="напишем без даты", example="10.12.2026 11:30", hint="Есть в повестке"
    )
    all: YesNo = question("Провести без вас и все следующие заседания?", ru="все_заседания", default=True)
    reason: LongText | None = question(
        "Почему не сможете прийти",
        ru="причина",
        optional=True,
        hint="Закон причины не требует. Если пишете — полным предложением",
        example="Живу в другом городе, дорога мне не по средствам.",
    )
    personal: YesNo = question(
        "Это спор об увольнении, о детях или о моральном вреде?",
        ru="нужны_личные_объяснения",
        default=False,
        hint="В таких делах суду важно услышать вас самих",
    )


class Opinion(Block):
    """Позиция по иску: без неё суд не знает, чего хочет отсутствующий."""

    position: Position = question("Как вы относитесь к иску", ru="позиция")
    why: LongText | None = question(
        "Почему",
        ru="почему",
        when="position=supports|objects|leaves",
        optional=True,
        hint="Коротко, полными предложениями. Подробности — в иске или возражениях",
    )
    agreed_with: LongText | None = question(
        "С чем согласны, а с чем нет",
        ru="с_чем_согласны",
        when="position=partly",
        hint="Полными предложениями",
        example="Долг за июль признаю. С неустойкой не согласен: квитанции приходили на чужой адрес.",
    )


class AbsentHearingMotion(CaseFiling):
    """Ходатайство о рассмотрении дела без стороны. Source: ГПК РФ, ст. 167, ч. 5; КАС РФ, ст. 150."""

    about = About(
        title="Ходатайство о рассмотрении дела без вас",
        printed="Ходатайство",
        summary="Когда вы участвуете в деле, но не сможете прийти в суд: просим рассмотреть дело без вас, "
        "говорим суду, чего вы хотите, и просим прислать решение.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=8,
        at_hand=("повестка или определение суда: номер дела, дата заседания",),
        cost="Бесплатно.",
        references=("ГПК РФ, ст. 35, 42, 43, 48, 167, 233", "КАС РФ, ст. 45, 150"),
        not_for=("просьба перенести заседание на другой день", "участие по видеосвязи", "судебный приказ"),
        next_kinds=("appeal", "writ_request"),
    )

    hearing: Hearing = page("О заседании", ru="заседание")
    agent_comes: YesNo | None = page(
        "Представитель придёт на заседание?", ru="представитель_придёт", when="represented"
    )
    opinion: Opinion = page("Ваша позиция", ru="мнение")
    by_default: YesNo | None = page(
        "Согласны на заочное решение, если ответчик тоже не придёт?",
        ru="согласен_на_заочное",
        when="role=claimant",
        hint="Так быстрее, но ответчик сможет попросить суд отменить такое решение",
    )
    copy_wanted: YesNo = page("Прислать вам копию решения по почте?", ru="прислать_решение", default=True)
    writ_wanted: YesNo | None = page(
        "Прислать вам и исполнительный лист, когда решение вступит в силу?",
        ru="прислать_лист",
        when=_CLAIMANT,
        hint="Нужен, если с другой стороны взыскивают деньги или её обязывают что-то сделать",
    )

    @field_validator("role")
    @classmethod
    def _is_heard(cls, role: CaseRole) -> CaseRole:
        """ГПК РФ, ст. 126, ч. 2: an order is issued without a hearing."""
        if role is CaseRole.DEBTOR:
            text = "судебный приказ выносят без заседания; если не согласны с ним, подайте возражения"
            raise wrong("", text, instead="court_order_objection")
        if role is CaseRole.CREDITOR:
            text = "судебный приказ выносят без заседания: просить об отсутствии не нужно; чтобы получить приказ, "
            raise wrong("", text + "подайте заявление о выдаче", instead="writ_request")
        return role

    @model_validator(mode="after")
    def _position_fits(self) -> AbsentHearingMotion:
        if self.role in CLAIMANTS and self.opinion.position in (Position.OBJECTS, Position.PARTLY):
            raise wrong(
                "opinion.position",
                "иск подали вы сами: выберите «поддерживаю иск»; отказ от иска или его уменьшение оформляют отдельным "
                "заявлением (ГПК РФ, ст. 39; КАС РФ, ст. 46)",
            )
        return self

    def subject(self) -> str:
        """«о рассмотрении дела в отсутствие истца»."""
        return f"о рассмотрении дела в отсутствие {decline_phrase(self.role.ru).get(Case.GENITIVE)}"

    def facts(self) -> dict[str, Any]:
        """The demands in their order."""
        asked = (
            ("без_меня", True),
            ("заочно", self.by_default),
            ("решение", self.copy_wanted),
            ("лист", self.writ_wanted),
        )
        return super().facts() | {"требования": [name for name, wanted in asked if wanted]}

    def conclude(self, on: date) -> Conclusions:
        """Nothing to count; the risks of staying away."""
        return Conclusions(warnings=tuple(self._warnings(on)))

    def _warnings(self, on: date) -> list[str]:
        found = []
        if self.hearing.at and self.hearing.at.date() < on:
            found.append(f"Заседание {day(self.hearing.at.date())} уже прошло. Если дело отложили, впишите новую дату.")
        if self.hearing.personal:
            found.append(
                "В таких делах личные объяснения часто решают исход. Если можете, придите сами, пришлите представителя "
                "или попросите суд об участии по видеосвязи."
            )
        if not self.copy_wanted:
            found.append("Вы не просите прислать решение. Срок обжалования пойдёт и без него: следите за сайтом суда.")
        if self.role in RESPONDENTS and self.opinion.position is Position.SUPPORTS:
            found.append(
                "Вы пишете, что согласны с иском: суд, скорее всего, удовлетворит его. Обдумайте это, "
                "лучше вместе с юристом."
            )
        return found

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Hand in before the hearing, then look for the decision."""
        at = self.hearing.at
        before = Term("Подать до начала заседания: суд должен увидеть ходатайство раньше", "ГПК РФ, ст. 167")
        if at:
            before = Term(before.what, "КАС РФ, ст. 150" if self.administrative else before.norm, at.date())
        return NextSteps(
            where=[*advice.to_court(self.court), _advice.TELL],
            copies=_advice.COPIES,
            cost=[_advice.FREE],
            silence=[
                "Отдельного ответа обычно нет: суд решает это в начале заседания. Накануне позвоните помощнику судьи "
                "и спросите, дошло ли ходатайство.",
                "После заседания посмотрите результат на сайте суда по номеру дела. Если решение не в вашу пользу, "
                "подайте апелляционную жалобу.",
            ],
            terms=[before],
            evidence=[
                "Документы, на которые вы ссылаетесь, подайте вместе с ходатайством: без вас их никто не покажет."
            ],
            mistakes=[
                "Промолчать об иске: без вашей позиции суд решит по тому, что сказала другая сторона.",
                "Отправить письмо накануне: оно не успеет. Срочное лучше отнести или подать в электронном виде.",
            ],
        )
