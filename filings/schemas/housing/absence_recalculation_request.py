"""Заявление о перерасчёте платы за время временного отсутствия.

Sources: Правила, утв. ПП РФ от 06.05.2011 № 354, раздел VIII (п. 86–97), п. 148(44).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import field_validator, model_validator

from filings.parameters import parameter
from filings.questions import YesNo, page, wrong
from filings.rules.figures import NBSP
from filings.rules.terms import legal_term
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.dwelling import Dwelling
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _absence_advice
from filings.schemas.housing._absence import HAS_METERED, LEAST, Absence, Absentee, AbsentService, Meter, Proof
from filings.schemas.managing_organisation import Manager
from filings.schemas.next_steps import NextSteps
from filings.schemas.petition import Petition
from filings.schemas.printed_texts import Story

PROVED_BY, NO_METER_BY = f"п.{NBSP}93 Правил №{NBSP}354", f"п.{NBSP}86 Правил №{NBSP}354"


class AbsenceConclusions(Conclusions):
    """The days of the rules and those that count."""

    least_days: int = fact("Больше скольких дней", ru="больше_дней")
    absent: str = fact("Отсутствовали, отсутствуют или будут отсутствовать", ru="отсутствие_словами")
    application_days: int = fact("Срок заявления после возвращения, дней", ru="срок_заявления")
    overdue: bool = fact("Срок заявления прошёл", ru="срок_прошёл")
    recalculation_days: int = fact("Срок перерасчёта, рабочих дней", ru="срок_перерасчёта")


class AbsenceRecalculationRequest(Petition):
    """Заявление исполнителю: не брать плату по нормативу за дни, когда дома никого не было."""

    about = About(
        title="Перерасчёт за время отсутствия",
        printed="Заявление",
        summary="Вы или близкие уезжали больше чем на пять дней, а платили по нормативу, потому что счётчика нет "
        "и поставить его нельзя. Заявление просит пересчитать плату за эти дни.",
        audience=("citizen",),
        minutes=8,
        at_hand=(
            "квитанция: кто получает деньги, лицевой счёт",
            "дни отъезда и возвращения",
            "билеты, справка из больницы, с работы, из воинской части",
            "акт о том, что счётчик поставить нельзя",
        ),
        cost="Бесплатно",
        references=("ПП РФ от 06.05.2011 № 354, п. 86–97, 148(44)",),
        not_for=(
            "Счётчик стоит и работает: за дни отсутствия он ничего не насчитал",
            "Отопление и содержание дома: за них плату не пересчитывают",
        ),
        next_kinds=("housing_inspectorate_complaint", "prosecutor_complaint"),
    )

    services: list[AbsentService] = page(
        "За что пересчитать плату", ru="услуги", hint="Отопление и содержание дома не пересчитывают", screening=True
    )
    meter: Meter | None = page("Есть ли у вас счётчик на эту услугу", ru="счётчик", when=HAS_METERED, screening=True)
    home: Dwelling = page("О каком жилье речь", ru="жильё")
    absence: Absence = page("Когда вас не было", ru="отсутствие")
    applicant_away: YesNo = page("Вы сами тоже отсутствовали?", ru="заявитель_отсутствовал", default=True)
    others: list[Absentee] = page(
        "Кого ещё не было дома",
        ru="отсутствовали",
        optional=True,
        default=[],
        add="Добавить ещё человека",
        hint="Те, на кого начисляют плату. Если больше никого, пропустите",
    )
    proofs: list[Proof] = page("Чем это подтвердите", ru="подтверждения", hint="Отметьте всё, что есть")
    late_reason: Story | None = page(
        "Почему не подали заявление раньше",
        ru="причина_опоздания",
        when="absence.back_on>30d || absence.planned_on>30d",  # ПП РФ № 354, п. 91
        optional=True,
        hint="После возвращения прошло больше 30 дней, а заявление подают раньше. Если была причина, напишите её",
        example="Сразу после возвращения я попала в больницу.",
    )
    recipient: Manager = page("Кому вы платите за эти услуги", ru="адресат", hint="Название есть в квитанции")

    @field_validator("services")
    @classmethod
    def _can_be_recalculated(cls, services: list[AbsentService]) -> list[AbsentService]:
        water = {AbsentService.COLD_WATER, AbsentService.HOT_WATER} & set(services)
        if AbsentService.DRAINAGE in services and not water:
            raise wrong("", "водоотведение пересчитывают вместе с водой (п. 87 Правил); отметьте и её")
        return services

    @field_validator("meter")
    @classmethod
    def _has_no_meter(cls, meter: Meter | None) -> Meter | None:
        if meter is Meter.WORKS:
            raise wrong(
                "",
                "по работающему счётчику платят за то, что потратили: передайте показания, пересчитывать нечего. "
                "Если счётчик есть не на всё, оставьте только услуги без счётчика",
            )
        return meter

    @model_validator(mode="after")
    def _holds_together(self) -> AbsenceRecalculationRequest:
        if not self.applicant_away and not self.others:
            raise wrong("others", "впишите, кого не было дома: плату пересчитывают за них")
        if self.meter in (Meter.POSSIBLE, Meter.BROKEN) and not self.absence.beyond_control:
            raise wrong(
                "meter",
                "пересчитывают, только если счётчик поставить нельзя и об этом есть акт, или если вернуться помешала "
                "непреодолимая сила (п. 86 Правил); вызовите комиссию для осмотра или уберите эти услуги",
            )
        return self

    def conclude(self, on: date) -> AbsenceConclusions:
        """ПП РФ № 354, п. 86, 90, 91: how many days, and the term to recalculate."""
        return AbsenceConclusions(
            least_days=parameter(LEAST).at(on).value,
            absent=self._absent(on),
            application_days=legal_term(_absence_advice.APPLICATION, on).count,
            overdue=_absence_advice.overdue(self, on),
            recalculation_days=legal_term(_absence_advice.RECALCULATION, on).count,
            warnings=(
                *_absence_advice.doubts(self, on),
                *parameter(LEAST).warnings(on),
                *parameter(_absence_advice.RECALCULATION).warnings(on),
            ),
        )

    def subject(self) -> str:
        """«о перерасчёте платы за период временного отсутствия»."""
        return "о перерасчёте платы за период временного отсутствия"

    def facts(self) -> dict[str, Any]:
        """Who was away, the services in words, whether the term has passed."""
        absent = [self.applicant.full_name] if self.applicant_away else []
        metered = bool(self.meter)
        return {
            "адрес_жилья": self.home.other_address or self.applicant.address,
            "отсутствовавшие": absent + [other.name for other in self.others],
            "число_отсутствовавших": len(absent) + len(self.others),
            "услуги_словами": [service.of_what for service in self.services],
            "дни_отсутствия": self.absence.described,
            "документ_не_назван": self.proofs == [Proof.OTHER],
            "чем_подтверждено": [proof.named for proof in self.proofs],
            "по_счётчику": metered and self.meter is Meter.IMPOSSIBLE,
            "есть_мусор": AbsentService.WASTE in self.services,
            "только_мусор": not metered,
        }

    def _absent(self, on: date) -> str:
        one = len(self.facts()["отсутствовавшие"]) == 1
        if self.absence.returned:
            return "отсутствовал один человек" if one else "отсутствовали"
        if self.absence.left_on <= on:
            return "отсутствует один человек" if one else "отсутствуют"
        return "будет отсутствовать один человек" if one else "будут отсутствовать"

    def papers(self, conclusions: AbsenceConclusions) -> list[Paper]:
        """What proves the absence, the act about the meter, the authority of the representative."""
        found = super().papers(conclusions)
        missing = [proof for proof in self.proofs if not self.encloses(*proof.words)]
        found += [Paper(proof.paper, f"Без документа плату не пересчитают ({PROVED_BY}).") for proof in missing]
        if conclusions.overdue and self.late_reason and not self.encloses("причин", "уважительн"):
            found.append(Paper("Документы о том, почему пропущен срок", "Например, справка из больницы."))
        if self.meter is Meter.IMPOSSIBLE and not self.encloses("акт"):
            found.append(
                Paper(
                    "Копия акта о том, что установить счётчик технически невозможно",
                    f"Без него плату не пересчитают ({NO_METER_BY}).",
                )
            )
        return found

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where to hand it in, when the bill must change."""
        return _absence_advice.next_steps(self, on)
