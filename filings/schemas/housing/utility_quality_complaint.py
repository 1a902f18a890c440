"""Заявление о коммунальной услуге ненадлежащего качества: проверка, акт, устранение причин, перерасчёт платы.

Sources: ЖК РФ, ст. 157; Правила, утв. ПП РФ от 06.05.2011 № 354, п. 31, 98–113, 110.1, 150, приложение № 1.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from pydantic import ValidationInfo, model_validator

from filings.questions import LongText, YesNo, page
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.dwelling import Dwelling
from filings.schemas.exhibits import Paper
from filings.schemas.housing._quality_advice import next_steps
from filings.schemas.housing._quality_checks import check
from filings.schemas.housing._quality_sums import (
    UtilityQualityConclusions,
    clock_and_day,
    conclusions_of,
    end_clock_and_day,
)
from filings.schemas.next_steps import NextSteps
from filings.schemas.organisations import Recipient
from filings.schemas.petition import Petition
from filings.schemas.utility_norm import Norm, norm_of
from filings.schemas.utility_service import (
    Act,
    ActState,
    Call,
    Measurement,
    MonthCharge,
    Outage,
    Provider,
    Room,
    Signer,
    Trouble,
    WarmService,
)


class UtilityQualityComplaint(Petition):
    """Заявление исполнителю о плохом отоплении или горячей воде."""

    about = About(
        title="Заявление о плохом отоплении или горячей воде",
        printed="Заявление",
        summary="В квартире холодно, вода еле тёплая или их нет совсем. Заявление требует прийти с проверкой, "
        "составить акт, устранить причину и снизить плату.",
        audience=("citizen", "trainer"),
        minutes=15,
        at_hand=(
            "квитанция за эту услугу: название организации, лицевой счёт, сумма",
            "дни и часы звонков диспетчеру, номера заявок",
            "замеры температуры, если они есть",
            "акт, если его составили",
        ),
        cost="Бесплатно",
        references=(
            "ЖК РФ, ст. 157",
            "ПП РФ от 06.05.2011 № 354, п. 31, 98–113, 150, приложение № 1",
            "Закон РФ «О защите прав потребителей», ст. 4, 7, 29",
        ),
        not_for=("Если уже пришёл отказ, жалуйтесь в жилищную инспекцию",),
        next_kinds=("housing_inspectorate_complaint", "prosecutor_complaint", "utility_recalculation_claim"),
    )

    calculation_title: ClassVar[str] = "Расчёт снижения платы"

    home: Dwelling = page("О каком жилье речь", ru="жильё")
    service: WarmService = page("Что плохо", ru="услуга")
    trouble: Trouble = page("Что именно не так", ru="проблема")
    provider: Provider | None = page(
        "Кому вы платите за эту услугу",
        ru="исполнитель",
        hint="Посмотрите в квитанции, кто получает деньги за эту строку",
        unsure="попросим организацию сообщить, кто отвечает за услугу",
    )
    recipient: Recipient = page(
        "Как называется эта организация",
        ru="адресат",
        hint="Если не знаете, кому платите, впишите управляющую компанию, ТСЖ или кооператив",
    )
    room: Room | None = page("О комнате, где холодно", ru="комната", when="service=heating & trouble=temperature")
    outage: Outage = page("Когда это было", ru="период")
    measurements: list[Measurement] | None = page(
        "Замеры температуры",
        ru="замеры",
        when="trouble=temperature",
        optional=True,
        add="Добавить ещё замер",
        hint="Если не мерили, пропустите: попросим измерить при проверке",
    )
    called: YesNo = page(
        "Вы сообщали об этом диспетчеру?", ru="сообщали", hint="Звонили, писали в приложение или на бумаге"
    )
    calls: list[Call] | None = page("Когда и что вам ответили", ru="звонки", when="called", add="Добавить ещё звонок")
    act: Act | None = page("Проверка и акт", ru="акт", when="called")
    signers: list[Signer] | None = page(
        "Кто подписал акт вместе с вами",
        ru="подписали_акт",
        when="called & act.state=own",
        add="Добавить ещё человека",
        hint="Не меньше двух жителей дома и председатель совета дома, ТСЖ или кооператива",
    )
    charges: list[MonthCharge] | None = page(
        "Сколько вам начислили",
        ru="начисления",
        when="called",
        optional=True,
        add="Добавить ещё месяц",
        hint="По этим суммам посчитаем снижение. Если квитанции ещё нет, пропустите",
    )
    billed_in_full: YesNo | None = page(
        "После ваших сообщений пришла квитанция с полной платой?",
        ru="начислено_полностью",
        when="called",
        unsure="штраф просить не будем",
    )
    remarks: LongText | None = page(
        "Хотите что-то добавить?",
        ru="дополнение",
        optional=True,
        hint="Например, что в квартире маленький ребёнок или больной человек",
    )

    @model_validator(mode="after")
    def _answers_agree(self, info: ValidationInfo) -> UtilityQualityComplaint:
        check(self, (info.context or {}).get("on"))
        return self

    def norm(self) -> Norm:
        """The norm of the service on the day the trouble began."""
        return norm_of(self.service, self.trouble, self.room, self.outage.started_at.date())

    def conclude(self, on: date) -> UtilityQualityConclusions:
        """Приложение № 1 by hours of every month; ЖК РФ, ст. 157, ч. 6 when the full charge was billed."""
        return conclusions_of(self, on)

    def subject(self) -> str:
        """«о предоставлении услуги по отоплению ненадлежащего качества, составлении акта и перерасчёте платы»."""
        service = "отоплению" if self.service is WarmService.HEATING else "горячему водоснабжению"
        act = "" if self.act_is_drawn else ", составлении акта"
        return f"о предоставлении коммунальной услуги по {service} ненадлежащего качества{act} и перерасчёте платы"

    @property
    def act_is_drawn(self) -> bool:
        """Whether there is an act that confirms the trouble, so that no other is asked for."""
        act = self.act
        return act is not None and (act.state is ActState.OWN or (act.state is ActState.DRAWN and bool(act.confirmed)))

    @property
    def holds_act(self) -> bool:
        """Whether the person has a copy of the act to attach."""
        return self.act is not None and (self.act.state is ActState.OWN or bool(self.act.copy_given))

    def facts(self) -> dict[str, Any]:
        """The address of the home, the ends of the trouble, what the act and the measurements mean."""
        return {
            "адрес_жилья": self.home.other_address or self.applicant.address,
            "начало_нарушения": clock_and_day(self.outage.started_at),
            "конец_нарушения": end_clock_and_day(self.outage.ended_at) if self.outage.ended_at else None,
            "акт_есть": self.act_is_drawn,
            "подписавшие": [signer.described for signer in self.signers or ()],
            "замеры_по_правилам": bool(self.measurements) and all(one.by_the_rules for one in self.measurements or ()),
            "исполнитель_известен": self.provider is not None,
        }

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The act, the bills, the authority of the representative, unless they are among the exhibits."""
        found = super().papers(conclusions)
        if self.holds_act and not self.encloses("акт"):
            found.append(Paper("Копия акта проверки", "Подлинник оставьте себе."))
        if conclusions.calculation and not self.encloses("квитанц", "платёжн", "платежн"):
            found.append(
                Paper(
                    "Копии квитанций за месяцы, указанные в расчёте",
                    "Их можно скачать в личном кабинете или в ГИС ЖКХ.",
                )
            )
        return found

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where to hand it in, when to expect the answer, whom to turn to next."""
        return next_steps(self, on)
