"""Возражения относительно исполнения судебного приказа."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import field_validator, model_validator

from filings.questions import LongText, PastDay, Roubles, Text, YesNo, page, question, wrong
from filings.rules.figures import day
from filings.rules.state_duty import Input, Procedure, state_duty
from filings.russian import numbers
from filings.schemas import advice
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.courts import MagistrateCourt
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.pending_case import CaseFiling, CaseParty, CaseRole, PendingCase
from filings.schemas.procedure import _advice
from filings.schemas.procedure._order import OrderRole, Receipt, Taken


class OrderCase(PendingCase):
    """Судебный приказ: номер, дата, сумма."""

    made_on: PastDay = question("Дата приказа", ru="дата", new_page="Дата и сумма приказа")
    amount: Roubles | None = question("Сколько взыскали по приказу", ru="взыскано", optional=True)


class ObjectionConclusions(Conclusions):
    """Whether the term has to be restored, and the duty for the return of what was taken."""

    demands: tuple[str, ...] = fact("Что просят", ru="требования")
    in_time: bool = fact("Поданы ли возражения в срок", ru="в_срок", default=False)
    restored: bool = fact("Просить ли восстановить срок", ru="восстановить_срок", default=False)
    duty: Decimal | None = fact("Пошлина за поворот исполнения", ru="пошлина", default=None)
    last_day: date | None = fact("Последний день срока возражений", ru="последний_день", default=None)


class CourtOrderObjection(CaseFiling):
    """Возражения должника. Source: ГПК РФ, ст. 128, 129; о возврате взысканного — ст. 443–445."""

    about = About(
        title="Возражения на судебный приказ",
        printed="Возражения",
        summary="Когда мировой судья вынес приказ и с вас взыскивают деньги без суда. Возражения отменяют приказ, "
        "объяснять их не нужно. Если срок прошёл, попросим его восстановить; если деньги списали — вернуть.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=10,
        at_hand=("судебный приказ или его номер и дата", "конверт из суда: по нему считают срок"),
        cost="Бесплатно. Пошлина нужна, только если сразу просите вернуть списанное.",
        references=("ГПК РФ, ст. 112, 128, 129, 443–445", "НК РФ, ст. 333.19"),
        not_for=("решение суда по иску", "приказ о налогах (в номере буква «а»)", "постановление пристава"),
    )

    role: OrderRole = page("Кто вы в судебном приказе", ru="роль", screening=True)  # type: ignore[assignment]
    court: MagistrateCourt = page(
        "Мировой судья, который вынес приказ",
        ru="суд",
        hint="Тот же участок, что в самом приказе, даже если вы переехали",
    )
    case: OrderCase = page("О судебном приказе", ru="дело")
    others: list[CaseParty] = page("В чью пользу вынесен приказ", ru="участники", add="Добавить взыскателя")
    receipt: Receipt = page("Когда вы узнали о приказе", ru="получение")
    why: LongText | None = page(
        "С чем вы не согласны",
        ru="возражения",
        optional=True,
        hint="Можно не писать: закон не требует объяснений. Если пишете — полными предложениями",
        example="Долга нет: квитанции за эти месяцы оплачены.",
    )
    bailiffs: Text | None = page(
        "Какие приставы взыскивают",
        ru="приставы",
        optional=True,
        example="Отдел судебных приставов по Ленинскому району г. Твери",
    )
    was_taken: YesNo = page("По приказу уже удержали деньги?", ru="деньги_удержали", default=False)
    taken: Taken | None = page("Что уже удержали", ru="удержано", when="was_taken")

    @field_validator("role")
    @classmethod
    def _debtor_objects(cls, role: OrderRole) -> OrderRole:
        if role is OrderRole.CREDITOR:
            text = "возражает должник; если приказ вынесен в вашу пользу, попросите суд выдать его"
            raise wrong("", text, instead="writ_request")
        return role

    @field_validator("case")
    @classmethod
    def _is_of_civil_code(cls, case: OrderCase) -> OrderCase:
        if case.number.casefold().split("-")[0].endswith(("а", "a")):
            text = (
                "буква «а» в номере значит приказ о налогах по КАС РФ: срок и порядок там другие, они названы в приказе"
            )
            raise wrong("number", text)
        return case

    @model_validator(mode="after")
    def _in_order(self) -> CourtOrderObjection:
        if self.receipt.on < self.case.made_on:
            raise wrong("receipt.on", "приказ вынесен {made}: узнать о нём раньше нельзя", made=day(self.case.made_on))
        if any(other.role is not CaseRole.CREDITOR for other in self.others):
            raise wrong("others", "в приказном деле другая сторона — взыскатель; выберите эту роль")
        return self

    @property
    def asks_money_back(self) -> bool:
        """Whether the return of what was taken is asked for here."""
        return bool(self.taken and self.taken.now)

    def subject(self) -> str:
        """«относительно исполнения судебного приказа»."""
        return "относительно исполнения судебного приказа"

    def conclude(self, on: date) -> ObjectionConclusions:
        """ГПК РФ, ст. 128: ten days from the copy; ст. 112: a missed term may be restored."""
        late = self.receipt.is_late(on)
        restored = late and bool(self.receipt.reasons)
        duty = state_duty(Input(filed_on=on, procedure=Procedure.EXECUTION_REVERSAL)) if self.asks_money_back else None
        asked = (("срок", restored), ("отмена", True), ("поворот", self.asks_money_back), ("копия", True))
        return ObjectionConclusions(
            duty=duty.value if duty else None,
            in_time=bool(self.receipt.last_day) and not late,
            restored=restored,
            demands=tuple(name for name, wanted in asked if wanted),
            last_day=self.receipt.last_day,
            warnings=tuple(self._warnings(on, late)),
        )

    def _warnings(self, on: date, late: bool) -> list[str]:
        last, found = self.receipt.last_day, []
        if late and last and not self.receipt.reasons:
            found.append(
                f"Срок возражений кончился {day(last)}. Без просьбы восстановить срок их вернут: напишите, почему не "
                "подали раньше, и приложите доказательства."
            )
        if not late and self.receipt.reasons:
            found.append("Срок ещё не прошёл, поэтому причины опоздания в документ не вошли.")
        if self.taken and not self.taken.now:
            found.append(
                "Когда приказ отменят, подайте отдельное заявление о повороте исполнения, чтобы вернуть деньги."
            )
        return found

    def duty_line(self, conclusions: ObjectionConclusions) -> str:
        """Objections cost nothing; the return of what was taken is paid for."""
        return f"{numbers.money(conclusions.duty)} (за поворот исполнения)" if conclusions.duty else ""

    def papers(self, conclusions: ObjectionConclusions) -> list[Paper]:
        """The proof of good reasons, and of what was taken."""
        found = list(super().papers(conclusions))
        if conclusions.restored and not self.encloses("конверт", "справк", "отчёт", "регистрац", "листок"):
            found.append(
                Paper(
                    "Документы, подтверждающие причины пропуска срока",
                    "Конверт со штемпелями, отчёт об отслеживании письма, справка о регистрации по другому адресу, "
                    "листок нетрудоспособности (ГПК РФ, ст. 112).",
                )
            )
        if self.asks_money_back:
            taken = Paper("Документ об удержании денег", "Выписка банка или справка приставов (ГПК РФ, ст. 443).")
            found += [*([] if self.encloses("выписк", "справк") else [taken]), Paper("Документ об уплате пошлины")]
        return found

    def next_steps(self, conclusions: ObjectionConclusions, on: date) -> NextSteps:
        """Hand in at once, take the ruling to the bailiffs."""
        norm, last = "ГПК РФ, ст. 128", conclusions.last_day
        ahead = last if last and last >= on else None
        what = (
            "Подать возражения" if ahead else "Срок возражений прошёл: подайте их сегодня же, с просьбой восстановить"
        )
        free = "За возражения не платят ничего."
        paid = f" За просьбу вернуть деньги — {numbers.money(conclusions.duty)} пошлины." if conclusions.duty else ""
        return NextSteps(
            where=[*advice.to_court(self.court), "Подавать можно только тому мировому судье, который вынес приказ."],
            copies=_advice.COPIES,
            cost=[free + paid],
            silence=[
                "Если срок не пропущен, судья отменит приказ: он не вправе отказать и не разбирает, кто прав.",
                "Копию определения об отмене отнесите приставам или в банк: взыскание прекратят.",
                "Взыскатель может после этого подать иск. Тогда суд разберёт спор по существу: следите за письмами из "
                "суда. В новом деле пригодятся ходатайства об истребовании доказательств и о рассмотрении без вас.",
                "Если в восстановлении срока откажут, подайте частную жалобу.",
            ],
            terms=[
                Term(what, norm, ahead),
                _advice.private_complaint("Частная жалоба на отказ восстановить срок", on, administrative=False),
            ],
            evidence=["Конверт из суда не выбрасывайте: штемпели на нём показывают, когда пришло письмо."],
            mistakes=[
                "Отправить возражения в районный суд или на другой участок: их не рассмотрят, а срок пройдёт.",
                "Долго спорить о долге и не попросить восстановить срок: сначала срок, спор будет потом.",
                "Ждать письма от приставов: срок идёт со дня, когда получена копия приказа.",
            ],
        )
