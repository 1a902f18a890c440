"""Ходатайство об истребовании доказательств."""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar

from pydantic import field_validator, model_validator

from filings.questions import AddressLine, Block, Choice, PastDay, YesNo, page, question, wrong
from filings.rules.figures import day
from filings.schemas import advice
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_case import CaseRole
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.pending_case import CaseFiling
from filings.schemas.procedure import _advice
from filings.schemas.procedure._texts import FactProved, Holder, WholeSentence, Words

_EVERYTHING = re.compile(r"^\W*(вс[её]|все|любые|всю|весь|имеющиеся)\b(?!.*\b(за|от|с)\b.*\d)", re.I)


class Reply(Choice):
    """Чем кончился собственный запрос."""

    SILENCE = "silence", "не ответили"
    REFUSED = "refused", "отказали"


class Evidence(Block):
    """Доказательство, которое человек не может получить сам. Source: ГПК РФ, ст. 57, ч. 2; КАС РФ, ст. 63."""

    what: Words = question(
        "Что нужно получить",
        ru="что",
        hint="Один документ или запись: название, дата, период",
        example="табель учёта рабочего времени за июль — август 2026 года",
    )
    holder: Holder = question("У кого это находится", ru="у_кого", example="ООО «Верхневолжский склад»")
    template_names: ClassVar[tuple[str, ...]] = ("уже_после_у",)

    address: AddressLine = question("Адрес", ru="адрес", hint="Суд отправит запрос по этому адресу")
    proves: FactProved = question(
        "Что это подтвердит",
        ru="что_подтвердит",
        hint="Факт, важный для дела",
        example="я работал полный месяц и получил не всю зарплату",
        new_page="Зачем это суду",
    )
    why: WholeSentence = question(
        "Почему не можете получить сами",
        ru="почему_не_сами",
        example="Документ хранится у ответчика, мне его не выдают.",
    )
    asked_on: PastDay | None = question(
        "Когда сами просили", ru="дата_запроса", optional=True, hint="Если не просили, оставьте пустым"
    )
    reply: Reply | None = question("Чем кончилось", ru="ответ", when="asked_on")

    def template_values(self) -> dict[str, str]:
        """What templates read beside the answers: «части 12345» from «у части 12345», else empty."""
        return {"уже_после_у": self.holder[2:].strip() if self.holder[:2].casefold() == "у " else ""}

    @field_validator("what")
    @classmethod
    def _is_named(cls, what: str) -> str:
        """ГПК РФ, ст. 57, ч. 2: the evidence is named, «all documents» is no name."""
        if _EVERYTHING.search(what) or len(what) < 5:
            raise wrong("", "назовите документ так, чтобы его нашли: что за документ, от какого числа, за какое время")
        return what


def _days(asked: list[Evidence]) -> str:
    """«05.11.2026 и 06.11.2026»: the days of the requests, each once."""
    *others, last = dict.fromkeys(day(one.asked_on) for one in asked if one.asked_on)
    return f"{', '.join(others)} и {last}" if others else last


class EvidenceMotion(CaseFiling):
    """Истребование доказательств. Source: ГПК РФ, ст. 57; КАС РФ, ст. 63."""

    about = About(
        title="Ходатайство об истребовании доказательств",
        printed="Ходатайство",
        summary="Когда нужный документ есть у другого человека или организации, а вам его не дают. "
        "Суд запросит его сам или выдаст вам запрос.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=12,
        at_hand=("номер дела", "кто хранит документ и его адрес", "ваш запрос и отказ, если вы просили"),
        cost="Бесплатно.",
        references=("ГПК РФ, ст. 35, 57", "КАС РФ, ст. 45, 63"),
        not_for=("вызов свидетеля", "экспертиза", "документы, которые вам выдадут по вашему запросу"),
        next_kinds=("absent_hearing_motion", "appeal"),
    )

    evidence: list[Evidence] = page("Какие доказательства нужны", ru="доказательства", add="Добавить ещё одно")
    to_hand: YesNo | None = page(
        "Выдать запрос вам на руки?",
        ru="запрос_на_руки",
        when="role=claimant|respondent|third_party",
        hint="Тогда вы сами отвезёте его и получите ответ. Обычно так быстрее",
    )

    @field_validator("role")
    @classmethod
    def _is_heard(cls, role: CaseRole) -> CaseRole:
        """ГПК РФ, ст. 126: an order is issued on the papers of the creditor alone."""
        if role is CaseRole.DEBTOR:
            text = "в приказном деле доказательства не запрашивают; если не согласны с приказом, подайте возражения"
            raise wrong("", text, instead="court_order_objection")
        if role is CaseRole.CREDITOR:
            raise wrong("", "в приказном деле доказательства не запрашивают: спор с доказательствами решают по иску")
        return role

    @model_validator(mode="after")
    def _each_once(self) -> EvidenceMotion:
        seen = [(one.what.casefold(), one.holder.casefold()) for one in self.evidence]
        if len(set(seen)) < len(seen):
            raise wrong("evidence", "одно и то же доказательство названо дважды; уберите повтор")
        return self

    def subject(self) -> str:
        """«об истребовании доказательств»."""
        return "об истребовании доказательств" if len(self.evidence) > 1 else "об истребовании доказательства"

    def conclude(self, on: date) -> Conclusions:
        """Nothing to count; a court asks first whether the person has tried."""
        if all(one.asked_on for one in self.evidence):
            return Conclusions()
        some = any(one.asked_on for one in self.evidence)
        return Conclusions(
            warnings=(
                f"{'Вы просили не все документы' if some else 'Сами вы документы не просили'}. Суд может спросить, "
                "пытались ли вы их получить: отправьте письменный запрос и приложите его копию, если время ещё есть.",
            )
        )

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The person's own requests and the answers to them."""
        asked = [one for one in self.evidence if one.asked_on]
        if not asked or self.encloses("запрос", "отказ"):
            return list(super().papers(conclusions))
        reason = "Он показывает, что получить документ без суда не удалось (ГПК РФ, ст. 57, ч. 2)."
        copies = Paper(f"{'Копии запросов' if len(asked) > 1 else 'Копия запроса'} от {_days(asked)}", reason)
        refused = [one for one in asked if one.reply is Reply.REFUSED]
        answer = "Ответы с отказом на запросы" if len(refused) > 1 else "Ответ с отказом на запрос"
        answers = [Paper(f"{answer} от {_days(refused)}", reason)] if refused else []
        return [*super().papers(conclusions), copies, *answers]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Hand in early, repeat aloud, complain in the appeal."""
        norm = "КАС РФ, ст. 135" if self.administrative else "ГПК РФ, ст. 149, 150"
        return NextSteps(
            where=[*advice.to_court(self.court), _advice.TELL],
            copies=_advice.COPIES,
            cost=[_advice.FREE],
            silence=[
                "Суд решает ходатайство при подготовке дела или в заседании. Если о нём забыли, напомните вслух в "
                "начале заседания и попросите записать это в протокол.",
                "Отказ отдельно не обжалуют: о нём пишут в апелляционной жалобе. Ходатайство можно повторить.",
            ],
            terms=[Term("Лучше всего подать вместе с иском или до первого заседания", norm)],
            evidence=["Свой письменный запрос с отметкой о получении и отказ, если он был."],
            mistakes=[
                "Просить «все документы»: суд откажет. Назовите каждый документ и время, за которое он нужен.",
                "Не написать, что документ подтвердит: суд не увидит связи с делом.",
                "Не дать адреса: запрос некуда отправить.",
            ],
        )
