"""Исковое заявление о взыскании заработной платы, компенсации за задержку выплаты и морального вреда."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationInfo, model_validator

from filings.questions import YesNo, page
from filings.russian import numbers
from filings.schemas.base import About
from filings.schemas.court_claim import CourtClaim
from filings.schemas.employment import Dismissal, Employment, InformalWork, average_daily_pay
from filings.schemas.labour import _wage_checks, _wage_steps, _wage_sums, _wage_words
from filings.schemas.labour._owed_pages import debts_page, tax_page
from filings.schemas.labour._proof import DocumentRequest, Evidence, Witness
from filings.schemas.labour._tax import TaxBasis
from filings.schemas.labour._venue import DistrictCourt, Venue
from filings.schemas.labour._wage_debt import WageDebt
from filings.schemas.labour._wage_employer import WageEmployer
from filings.schemas.moral_harm import WorkerMoralHarm
from filings.schemas.next_steps import NextSteps
from filings.schemas.parties import Person
from filings.schemas.printed_texts import Clause, Story

# ТК РФ, ст. 392, ч. 1 and 2: a year from the day of each payment, three months where the fact of work is disputed.
LATE = "debts.due>1y || dismissal.on>1y & dismissal.leave_unpaid || dismissal.on>3m & employment.contract=oral"


class WageClaim(CourtClaim):
    """Иск о взыскании заработной платы: долги, отпуск, проценты, моральный вред, факт трудовых отношений."""

    about = About(
        title="Иск о взыскании заработной платы",
        printed="Исковое заявление",
        summary="Когда не заплатили зарплату, расчёт при увольнении или деньги за отпуск — с договором и без него. "
        "Посчитаем проценты за задержку и составим иск в районный суд.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=25,
        at_hand=(
            "паспорт и СНИЛС или ИНН",
            "название и адрес работодателя; ИНН и ОГРН, если знаете",
            "трудовой договор, если он есть",
            "расчётные листки или выписка из банка",
            "название и адрес районного суда",
        ),
        cost="Бесплатно: работники не платят государственную пошлину.",
        references=(
            "ТК РФ, ст. 15, 16, 21, 22, 62, 67, 127, 135, 136, 139, 140, 236, 237, 391–393",
            "ГПК РФ, ст. 24, 28, 29, 57, 69, 91, 131, 132, 211",
            "НК РФ, ст. 333.36, п. 1, пп. 1",
            "Постановление Пленума ВС РФ от 17.03.2004 № 2, п. 56",
        ),
        not_for=("восстановление на работе и оспаривание увольнения", "спор о том, какой должна быть зарплата"),
        next_kinds=("appeal", "writ_request", "labour_inspectorate_complaint"),
    )

    employer: WageEmployer = page("Кто не заплатил", ru="ответчик", part="Работодатель и работа")
    employment: Employment = page("О работе", ru="работа")
    informal: InformalWork | None = page(
        "Как вы работали без договора", ru="без_договора", when="employment.contract=oral"
    )
    dismissal: Dismissal | None = page("Увольнение", ru="увольнение", when="employment.ended")
    debts: list[WageDebt] = debts_page(
        then=", добавьте каждую. Если должны только за отпуск, идите дальше",
        part="Что вам должны",
        optional=True,
        default=[],
    )
    tax: TaxBasis = tax_page()
    accrued: YesNo = page("Есть расчётный листок или справка, где эти деньги начислены?", ru="начислено", default=False)
    asks_moral: YesNo = page(
        "Просить компенсацию морального вреда?",
        ru="просить_моральный_вред",
        default=False,
        hint="Деньги за переживания и трудности из-за того, что не заплатили",
    )
    moral: WorkerMoralHarm | None = page("Моральный вред", ru="моральный_вред", when="asks_moral")
    evidence: list[Evidence] = page(
        "Чем вы это подтвердите",
        ru="доказательства",
        part="Доказательства и объяснения",
        optional=True,
        default=[],
        hint="Отметьте только то, что у вас есть",
    )
    witnesses: list[Witness] = page(
        "Свидетели", ru="свидетели", when="evidence=witnesses", add="Добавить свидетеля", default=[]
    )
    request: DocumentRequest | None = page(
        "Какие документы суд должен запросить у работодателя",
        ru="истребовать",
        optional=True,
        hint="Те, которых у вас нет, а без них трудно доказать, что вам должны",
    )
    late_reasons: Story | None = page(
        "Почему не обратились в суд раньше",
        ru="причины_пропуска",
        when=LATE,
        optional=True,
        hint="Срок для суда прошёл: год на каждую выплату, три месяца для работы без договора. Если была причина, суд "
        "может его восстановить",
        help="Болезнь, уход за больным родственником, жалоба в трудовую инспекцию или прокуратуру, обещания заплатить.",
    )
    extra: Story | None = page(
        "Что ещё важно рассказать суду",
        ru="дополнение",
        optional=True,
        hint="Например, как просили заплатить и что вам ответили",
    )
    venue: Venue = page("В какой суд подать", ru="подсудность", part="Суд")
    workplace: Clause | None = page(
        "Место работы, как оно названо в договоре", ru="место_работы", when="venue=workplace"
    )
    court: DistrictCourt = page(
        "Районный суд", ru="суд", hint="Какой суд относится к нужному адресу, показывает поиск на сайте sudrf.ru"
    )

    @model_validator(mode="after")
    def _holds_together(self, info: ValidationInfo) -> WageClaim:
        _wage_checks.check(self, (info.context or {}).get("on"))
        return self

    def dues(self) -> list[date]:
        """The due day of every sum claimed."""
        leave = [self.dismissal.on] if self.dismissal and self.dismissal.leave_unpaid else []
        return [debt.due for debt in self.debts] + leave

    def daily_pay(self) -> Decimal | None:
        """The average daily pay answered, else the salary divided by 29.3; None when no leave is owed."""
        if not (self.dismissal and self.dismissal.leave_unpaid):
            return None
        return self.dismissal.daily_pay or average_daily_pay(self.employment.salary)

    @property
    def term_runs_on(self) -> bool:
        """Постановление Пленума ВС РФ от 17.03.2004 № 2, п. 56: accrued pay of one who still works."""
        return self.accrued and not self.employment.ended and not self.employment.is_oral

    def conclude(self, on: date) -> _wage_sums.WageClaimConclusions:
        """Debts, leave, interest of ТК РФ, ст. 236 for every sum, the price of claim (ГПК РФ, ст. 91)."""
        return _wage_sums.conclude(self, on)

    def respondents(self) -> list[WageEmployer]:
        """The employer alone."""
        return [self.employer]

    def people(self) -> list[Person]:
        """The parties' people and the witnesses."""
        return [*super().people(), *self.witnesses]

    def subject(self) -> str:
        """«о взыскании заработной платы, компенсации за задержку выплаты и морального вреда»."""
        return _wage_words.subject(self)

    def price_line(self, conclusions: _wage_sums.WageClaimConclusions) -> str:
        """ГПК РФ, ст. 91, ч. 1, п. 1: the money claimed; moral harm is outside."""
        return numbers.money(conclusions.price)

    def duty_line(self, conclusions: _wage_sums.WageClaimConclusions) -> str:
        """The worker's exemption with its norm."""
        return "истец от уплаты освобождён (пп. 1 п. 1 ст. 333.36 НК РФ, ст. 393 ТК РФ)"

    def next_steps(self, conclusions: _wage_sums.WageClaimConclusions, on: date) -> NextSteps:
        """Where to go with the packet and what to expect."""
        return _wage_steps.next_steps(self, conclusions, on)

    def facts(self) -> dict[str, Any]:
        """The order of demands and motions, and words that follow from the answers alone."""
        return _wage_words.facts(self)
