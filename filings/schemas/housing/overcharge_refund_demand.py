"""Заявление о перерасчёте необоснованно начисленной платы и выплате штрафа.

Sources: ЖК РФ, ст. 155, 156 (ч. 11–13), 157 (ч. 6, 7); Правила, утв. ПП РФ от 06.05.2011 № 354, п. 31, подп. «д».
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationInfo, model_validator

from filings.parameters import parameter
from filings.questions import Choice, YesNo, page, wrong
from filings.rules.overcharge_fine import Fee
from filings.rules.terms import legal_term
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.dwelling import Dwelling
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _overcharge, _overcharge_advice
from filings.schemas.housing._overcharge import MeterReading, Mistake, Overcharge
from filings.schemas.managing_organisation import Manager, ManagerKind
from filings.schemas.next_steps import NextSteps
from filings.schemas.petition import Petition
from filings.schemas.printed_texts import Story


class Paid(Choice):
    """Оплачены ли суммы, о которых спор."""

    ALL = "all", "да, полностью"
    PART = "part", "частично"
    NOTHING = "nothing", "нет"


class OverchargeRefundConclusions(Conclusions):
    """What was charged over and the fine for it."""

    overcharge: Decimal = fact("Начислено лишнего", ru="лишнее")
    fine: Decimal | None = fact("Штраф", ru="штраф")
    fine_for_utilities: Decimal | None = fact("Штраф за коммунальные услуги", ru="штраф_за_услуги")
    fine_for_maintenance: Decimal | None = fact("Штраф за содержание жилья", ru="штраф_за_содержание")
    period: str = fact("Период", ru="период_начислений")
    percent: Decimal = fact("Процент штрафа", ru="процент_штрафа")
    check_days: int = fact("Дней на проверку", ru="дней_на_проверку")
    pay_months: int = fact("Месяцев на выплату штрафа", ru="месяцев_на_выплату")


class OverchargeRefundDemand(Petition):
    """Заявление тому, кто начислил лишнее."""

    about = About(
        title="Заявление о перерасчёте и штрафе за лишние начисления",
        printed="Заявление",
        summary="В квитанции начислили больше, чем положено: не тот тариф, площадь, показания, дважды одно и то же. "
        "Заявление требует пересчитать плату и уплатить штраф — половину лишнего.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=12,
        at_hand=(
            "квитанции за спорные месяцы",
            "показания счётчиков, тарифы или решение собрания: откуда видна верная сумма",
            "название и адрес организации из квитанции",
        ),
        cost="Бесплатно",
        references=(
            "ЖК РФ, ст. 155, 156, ч. 11–13; ст. 157, ч. 6, 7",
            "ПП РФ от 06.05.2011 № 354, п. 31, подп. «д»",
        ),
        not_for=("если услуга была плохой или её не было: для этого есть заявление о качестве услуги",),
        next_kinds=("housing_inspectorate_complaint", "prosecutor_complaint", "utility_recalculation_claim"),
    )
    recipient: Manager = page(
        "Кто начислил лишнее", ru="адресат", hint="Название — в квитанции: кто получает деньги за эту строку"
    )
    home: Dwelling = page("О каком жилье речь", ru="жильё")
    overcharges: list[Overcharge] = page(
        "За что начислили лишнее", ru="начисления", add="Добавить ещё строку", hint="Каждая строка за каждый месяц"
    )
    mistakes: list[Mistake] = page("В чём ошибка", ru="ошибки")
    readings: list[MeterReading] | None = page(
        "Показания счётчиков",
        ru="показания",
        when="mistakes=meter",
        optional=True,
        add="Добавить показание",
        hint="Лучше два: на начало и на конец спорного времени",
    )
    explanation: Story | None = page(
        "Объясните, почему сумма должна быть другой",
        ru="объяснение",
        optional=True,
        hint="Какой тариф, площадь, показания верны и откуда это видно",
        example="Тариф на отопление с 01.07.2026 установлен в размере 2 540,10 руб. за 1 Гкал, а применён другой.",
    )
    paid: Paid = page("Вы оплатили эти суммы?", ru="оплачено")
    corrected: YesNo = page(
        "Организация уже сама исправила начисление?",
        ru="исправлено",
        hint="Если исправила до вашего заявления, штраф не платят",
    )
    penalties: YesNo = page("На лишние суммы начислили пени?", ru="начислены_пени")

    @model_validator(mode="after")
    def _answers_agree(self, info: ValidationInfo) -> OverchargeRefundDemand:
        _overcharge.check_rows(self.overcharges, (info.context or {}).get("on"))
        if self.recipient.kind in (ManagerKind.SUPPLIER, ManagerKind.OPERATOR) and self._charged(Fee.MAINTENANCE):
            raise wrong(
                "overcharges",
                "плату за содержание жилья начисляет тот, кто управляет домом, а не поставщик: уберите эти строки "
                "и составьте о них отдельное заявление",
            )
        return self

    def _charged(self, fee: Fee) -> bool:
        return any(row.fee is fee for row in self.overcharges)

    def conclude(self, on: date) -> OverchargeRefundConclusions:
        """The overcharge by sort of fee; ЖК РФ, ст. 156, ч. 11; ст. 157, ч. 6: half of it, unless put right before."""
        over = [one for fee in Fee if (one := _overcharge.overcharged(self.overcharges, fee))]
        fines = {} if self.corrected else {fee: _overcharge.fine_for(self.overcharges, fee) for fee in Fee}
        made = {fee: one.value for fee, one in fines.items() if one}
        total, fine = sum(one.value for one in over), sum(made.values()) if made else None
        totals = [("Излишне начислено", total), *([("Штраф", fine)] if fine else [])]
        return OverchargeRefundConclusions(
            overcharge=total,
            fine=fine,
            fine_for_utilities=made.get(Fee.UTILITIES),
            fine_for_maintenance=made.get(Fee.MAINTENANCE),
            period=_overcharge.period_of(self.overcharges),
            percent=parameter("overcharge_fine_percent").at(on).value["percent"],
            check_days=legal_term("overcharge_check", on).count,
            pay_months=legal_term("overcharge_fine_payment", on).count,
            calculation=(*over, *(one for one in fines.values() if one)),
            totals=tuple(Total(title=title, amount=amount) for title, amount in totals),
            warnings=tuple(_overcharge_advice.warnings(self, on)),
        )

    @property
    def calculation_title(self) -> str:
        """What the calculation is of: a fine is in it unless the charge has been put right."""
        return "Расчёт излишне начисленной платы" + ("" if self.corrected else " и штрафа")

    def subject(self) -> str:
        """«о перерасчёте необоснованно начисленной платы и выплате штрафа»."""
        return "о перерасчёте необоснованно начисленной платы" + ("" if self.corrected else " и выплате штрафа")

    def facts(self) -> dict[str, Any]:
        """The address of the home, the sorts of fees, each mistake by a name of its own."""
        return {
            "адрес_жилья": self.home.other_address or self.applicant.address,
            "строки_начислений": _overcharge.printed_rows(self.overcharges),
            "строки_словами": list(dict.fromkeys(f"«{row.line}»" for row in self.overcharges)),
            "причины": [mistake.told for mistake in self.mistakes],
            "есть_услуги": self._charged(Fee.UTILITIES),
            "есть_содержание": self._charged(Fee.MAINTENANCE),
            "не_тот_тариф": Mistake.TARIFF in self.mistakes,
            "не_по_счётчику": Mistake.METER in self.mistakes,
            "завышены_общие_нужды": Mistake.COMMON in self.mistakes,
            "решает_собрание": self.recipient.kind is ManagerKind.COMPANY,
        }

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The bills, proof of the readings, the authority of the representative, unless they are enclosed."""
        return [*super().papers(conclusions), *_overcharge_advice.papers(self)]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where to hand it in, when to expect the check and the fine, whom to turn to next."""
        return _overcharge_advice.next_steps(self, on)
