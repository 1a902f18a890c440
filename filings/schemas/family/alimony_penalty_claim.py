"""Исковое заявление о взыскании неустойки за несвоевременную уплату алиментов."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from pydantic import ValidationInfo, field_validator, model_validator

from filings.parameters import parameter
from filings.questions import Block, LongText, PastDay, YesNo, page, wrong
from filings.rules.alimony_penalty import PARAMETER, alimony_penalty_total
from filings.rules.conclusion import Conclusion
from filings.rules.figures import day, money
from filings.rules.matters import Matter
from filings.russian import dates, numbers
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.court_claim import CourtClaim
from filings.schemas.courts import GeneralCourt
from filings.schemas.exhibits import Paper
from filings.schemas.family import _penalty_steps
from filings.schemas.family._alimony_debt import AlimonyDebt, BailiffCalculation, Writ
from filings.schemas.family._child import AlimonyVenue, Child
from filings.schemas.next_steps import NextSteps
from filings.schemas.other_citizen import OtherCitizen
from filings.schemas.parties import Person
from filings.schemas.venue import venue, wrong_level

_SHOWN_DEBT = Decimal("0.01")


class PenaltyLine(Block):
    """A line of the table of months; sums as the table prints them."""

    month: str = fact("Месяц", ru="месяц")
    due: date = fact("Срок", ru="срок")
    accrued: str = fact("Начислено", ru="начислено")
    paid: str = fact("Уплачено и когда; пусто, если ничего", ru="уплачено", default="")
    debt: str = fact("Долг", ru="долг")


class PenaltyConclusions(Conclusions):
    """The penalty, and the debt on which it goes on."""

    lines: tuple[PenaltyLine, ...] = fact("По месяцам", ru="строки")
    penalty: Decimal = fact("Неустойка", ru="неустойка")
    debt: Decimal = fact("Долг на день расчёта", ru="долг")
    since: date = fact("Первый день просрочки", ru="просрочка_с")
    last: date = fact("Последний день просрочки, за который она посчитана", ru="просрочка_по")
    onward: date = fact("С какого дня неустойка идёт дальше", ru="дальше_с")
    percent: Decimal = fact("Процент за день", ru="процент")
    earlier: str = fact("Какой процент был раньше", ru="прежний_процент", default="")
    justice: bool = fact("Подсудно ли мировому судье", ru="мировому_судье")


class AlimonyPenaltyClaim(CourtClaim):
    """Неустойка по алиментам. Source: СК РФ, ст. 113, 115."""

    calculation_title = "Расчёт неустойки"
    about = About(
        title="Иск о неустойке по алиментам",
        printed="Исковое заявление",
        summary="Когда алименты по приказу или листу платят с опозданием или не платят. Посчитаем неустойку "
        "за каждый месяц и день и составим иск.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=20,
        at_hand=(
            "судебный приказ или исполнительный лист, дата, когда его отдали приставам",
            "постановление пристава о расчёте задолженности",
            "паспорт и СНИЛС или ИНН",
        ),
        cost="Бесплатно: иск защищает права ребёнка.",
        references=(
            "СК РФ, ст. 80, 113, 115",
            "Постановление Пленума ВС РФ от 26.12.2017 № 56",
            "ГПК РФ, ст. 23, 24, 28, 29, 131, 132",
            "НК РФ, ст. 333.36, п. 1, пп. 2, 15",
        ),
        not_for=(
            "алименты по нотариальному соглашению: неустойка — по его условиям",
            "сам долг: его взыскивают приставы",
        ),
        next_kinds=("absent_hearing_motion", "writ_request", "appeal"),
    )

    by_agreement: YesNo = page(
        "Алименты платят по нотариальному соглашению?", ru="по_соглашению", screening=True, default=False
    )
    debtor: OtherCitizen = page("Кто должен платить", ru="должник")
    children: list[Child] = page("На кого взысканы алименты", ru="дети", add="Добавить ребёнка")
    writ: Writ = page("О судебном приказе или листе", ru="исполнительный_документ")
    debts: list[AlimonyDebt] = page("За какие месяцы платили не вовремя", ru="долги", add="Добавить месяц")
    until: PastDay = page("По какой день посчитать неустойку", ru="посчитать_по", hint="Обычно день подачи иска")
    ruling: BailiffCalculation | None = page(
        "Постановление пристава о расчёте задолженности",
        ru="постановление",
        optional=True,
        hint="Его выдают по заявлению. Без него суд усомнится в долге",
    )
    guilt: LongText | None = page(
        "Почему в долге виноват сам плательщик",
        ru="вина",
        optional=True,
        hint="Полными предложениями: работал, скрывал доход, сменил адрес, не отвечал приставам",
        example="Ответчик работал без оформления и о смене места работы приставам не сообщил.",
    )
    onwards: YesNo = page("Просить неустойку и дальше, по день уплаты долга?", ru="просить_дальше", default=False)
    venue: AlimonyVenue = page("В какой суд подать", ru="подсудность")
    court: GeneralCourt = page("Суд", ru="суд", hint="Мировой судья или районный суд: зависит от суммы, мы проверим")

    @field_validator("by_agreement")
    @classmethod
    def _by_a_court(cls, agreed: bool) -> bool:
        if agreed:
            raise wrong(
                "", "по соглашению неустойка такая, как в нём записано (СК РФ, ст. 115, п. 1): нужен другой иск"
            )
        return agreed

    @model_validator(mode="after")
    def _months_can_be_counted(self, info: ValidationInfo) -> AlimonyPenaltyClaim:
        months = [debt.month for debt in self.debts]
        for place, debt in enumerate(self.debts):
            if months.index(debt.month) < place:
                raise wrong(f"debts.{place}.month", "этот месяц уже назван; каждый месяц — один раз")
            if debt.due < self.writ.presented_on:
                text = "срок этого месяца раньше {on}, когда предъявили документ: за него неустойку не считают"
                raise wrong(f"debts.{place}.month", text, on=day(self.writ.presented_on))
            if debt.due >= self.until:
                raise wrong("until", "за {month} к этому дню просрочки ещё нет", month=dates.month(debt.month))
        return self

    @model_validator(mode="after")
    def _court_is_right(self, info: ValidationInfo) -> AlimonyPenaltyClaim:
        if on := (info.context or {}).get("on"):
            found = venue(Matter.DEBT, on, Decimal(self.counted().value))
            if error := wrong_level(self.court, found):
                raise error
        return self

    def counted(self) -> Conclusion:
        """СК РФ, ст. 115, п. 2: every month from the day after it was due."""
        ordered = sorted(self.debts, key=lambda debt: debt.due)
        return alimony_penalty_total([debt.overdue for debt in ordered], self.until)

    def respondents(self) -> list[OtherCitizen]:
        """The debtor."""
        return [self.debtor]

    def people(self) -> list[Person]:
        """The parties' people and the children."""
        return [*super().people(), *self.children]

    def subject(self) -> str:
        """«о взыскании неустойки за несвоевременную уплату алиментов»."""
        return "о взыскании неустойки за несвоевременную уплату алиментов"

    def price_line(self, conclusions: PenaltyConclusions) -> str:
        """ГПК РФ, ст. 91, ч. 1, п. 1."""
        return numbers.money(conclusions.penalty)

    def duty_line(self, conclusions: Conclusions) -> str:
        """A claim in defence of a child."""
        return "истец от уплаты освобождён (пп. 2, 15 п. 1 ст. 333.36 НК РФ)"

    def conclude(self, on: date) -> PenaltyConclusions:
        """The penalty by months up to the day of calculation, and the debt of that day."""
        rule = self.counted()
        penalty = Decimal(rule.value)
        ordered = sorted(self.debts, key=lambda debt: debt.due)
        return PenaltyConclusions(
            lines=tuple(_line(debt) for debt in ordered),
            penalty=penalty,
            debt=sum((self._left(debt) for debt in ordered), Decimal("0.00")),
            since=ordered[0].due + timedelta(days=1),
            last=max(step.until for step in rule.steps if step.until),
            onward=self.until + timedelta(days=1),
            percent=parameter(PARAMETER).at(self.until).value,
            earlier=_earlier(ordered[0].due, self.until),
            justice=self.court.is_magistrate,
            calculation=(rule,),
            totals=(Total(title="Цена иска", amount=penalty),),
            warnings=(*self._warnings(), *rule.warnings),
        )

    def _left(self, debt: AlimonyDebt) -> Decimal:
        """What was owed for the month at the end of the day of calculation."""
        return debt.amount if debt.paid_on and debt.paid_on > self.until else debt.debt

    def _warnings(self) -> list[str]:
        found = []
        owed = sum((debt.debt for debt in self.debts), Decimal(0))
        if self.ruling is None:
            found.append("Возьмите у пристава постановление о расчёте задолженности: без него суд усомнится в долге.")
        elif abs(self.ruling.amount - owed) >= _SHOWN_DEBT:
            found.append(
                f"В постановлении долг {money(self.ruling.amount)} руб., а по вашим месяцам выходит {money(owed)} руб. "
                "Сверьте месяцы и платежи: ответчик на это укажет."
            )
        if not self.guilt:
            found.append("Суд взыщет неустойку, если в долге виноват плательщик: по возможности напишите, в чём вина.")
        return found

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """ГПК РФ, ст. 132: what shows the debt."""
        writ = "Копия судебного приказа" if self.writ.kind.value == "court_order" else "Копия исполнительного листа"
        births = f"{'Копии свидетельств' if len(self.children) > 1 else 'Копия свидетельства'} о рождении"
        wanted = (
            ("приказ", Paper(writ), True),
            ("постановлен", Paper("Постановление судебного пристава о расчёте задолженности"), self.ruling is not None),
            ("рожден", Paper(births), True),
        )
        found = [paper for word, paper, asked in wanted if asked and not self.encloses(word)]
        return [*found, *super().papers(conclusions)]

    def next_steps(self, conclusions: PenaltyConclusions, on: date) -> NextSteps:
        """To the court, then to the bailiffs with a new writ."""
        return _penalty_steps.next_steps(self, conclusions, on)


def _earlier(since: date, until: date) -> str:
    """«до 10.08.2018 — 0,5 %» when the delay began under a former text of the article."""
    records = [(first, record) for first, _, record in parameter(PARAMETER).between(since, until)]
    return ", ".join(
        f"до {day(after)} — {numbers.number(record.value)} %" for (_, record), (after, _) in pairwise(records)
    )


def _line(debt: AlimonyDebt) -> PenaltyLine:
    paid = f"{money(debt.paid)} ({day(debt.paid_on)})" if debt.paid and debt.paid_on else ""
    return PenaltyLine(
        month=dates.month(debt.month), due=debt.due, accrued=money(debt.amount), paid=paid, debt=money(debt.debt)
    )
