"""A utility that is bad or absent: what is wrong, since when, how it was measured, who was told, what was recorded."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from pydantic import model_validator

from filings.questions import (
    Block,
    Choice,
    LongText,
    Month,
    Number,
    PastDay,
    PastMoment,
    PeriodBlock,
    Roubles,
    YesNo,
    question,
    wrong,
)
from filings.schemas.printed_texts import BareNumber, Clause, Name, PersonName, Quotation

COLDEST, HOTTEST = Decimal(-40), Decimal(100)
SIGNERS = 2
CHECK = timedelta(hours=2)


class Provider(Choice):
    """Кто исполнитель коммунальной услуги. Source: ПП РФ № 354, п. 8–10."""

    MANAGER = "manager", "управляющая компания"
    ASSOCIATION = "association", "ТСЖ или ТСН"
    COOPERATIVE = "cooperative", "ЖСК или другой кооператив"
    SUPPLIER = (
        "supplier",
        "поставщик тепла или воды",
        "Ресурсоснабжающая организация: «Теплосеть», «Водоканал» и подобные",
    )


class WarmService(Choice):
    """Услуга, у которой бывает температура; значения те же, что у правила о снижении платы."""

    HEATING = "heating", "отопление"
    HOT_WATER = "hot_water", "горячая вода"


class Trouble(Choice):
    """Что не так с услугой; значения те же, что у правила о снижении платы."""

    TEMPERATURE = "temperature", "холоднее нормы", "Батареи еле тёплые или из крана идёт тёплая вода вместо горячей"
    BREAK = "break", "нет совсем", "Батареи холодные или горячая вода не идёт"


class Room(Block):
    """Комната, от которой зависит норма тепла. Source: ПП РФ № 354, приложение № 1, п. 15."""

    corner: YesNo = question(
        "Холодная комната угловая?", ru="угловая", hint="У неё две стены или больше выходят на улицу"
    )
    cold_region: YesNo | None = question(
        "Живёте там, где очень холодные зимы?",
        ru="холодный_регион",
        hint="Самая холодная пятидневка −31 °C и ниже: например, Новосибирск, Омск, Красноярск, Якутск",
        unsure="возьмём обычную норму",
    )


class Outage(PeriodBlock):
    """Когда услуги не было или она была плохой."""

    started_at: PastMoment = question(
        "Когда это началось",
        ru="начало",
        period="Когда было плохо",
        hint="День и время, можно примерно",
        example="10.11.2026 18:30",
    )
    ended: YesNo = question("Сейчас всё исправили?", ru="исправили")
    ended_at: PastMoment | None = question(
        "Когда исправили",
        ru="конец",
        when="ended",
        ends="started_at",
        hint="День и время",
        example="15.11.2026 12:00",
    )
    planned_until: PastDay | None = question(
        "По какой день объявляли плановое отключение",
        ru="плановое_по",
        when="service=hot_water & trouble=break",
        optional=True,
        hint="Если планового отключения не было, оставьте пустым",
    )

    @model_validator(mode="after")
    def _in_order(self) -> Outage:
        if self.ended_at and self.ended_at <= self.started_at:
            raise wrong("ended_at", "исправили раньше, чем началось; проверьте оба времени")
        if self.planned_until and self.planned_until < self.started_at.date():
            raise wrong("planned_until", "плановое отключение кончилось раньше, чем пропала вода; проверьте оба дня")
        if self.planned_until and self.ended_at and self.ended_at.date() <= self.planned_until:
            raise wrong(
                "planned_until",
                "воду включили не позже объявленного дня: за плановое отключение плату не снижают; проверьте оба дня",
            )
        return self


class MeasuredBy(Choice):
    """Кто измерил температуру."""

    APPLICANT = "applicant", "вы сами"
    NEIGHBOURS = "neighbours", "вы вместе с соседями"
    PROVIDER = "provider", "представитель организации"
    EXPERT = "expert", "специалист по вашему вызову"


class Measurement(Block):
    """Замер температуры. Source: ПП РФ № 354, приложение № 1, п. 5 и 15, примечания."""

    at: PastMoment = question("Когда измерили", ru="когда", hint="День и время", example="10.11.2026 20:15")
    temperature: Number = question("Сколько градусов", ru="градусы", example="14,5")
    by: MeasuredBy = question("Кто измерил", ru="кто")
    by_the_rules: YesNo = question(
        "Замер сделан по правилам?",
        ru="по_правилам",
        hint="Комната: на высоте 1 м, не ближе 0,5 м к наружной стене и батарее. "
        "Вода: сначала слить, но не дольше 3 минут",
    )

    @model_validator(mode="after")
    def _possible(self) -> Measurement:
        if not COLDEST <= self.temperature <= HOTTEST:
            raise wrong("temperature", "такой температуры не бывает; напишите, сколько градусов Цельсия")
        return self


class Call(Block):
    """Сообщение о плохой услуге. Source: ПП РФ № 354, п. 105, 106."""

    at: PastMoment = question("Когда сообщили", ru="когда", hint="День и время", example="10.11.2026 18:45")
    number: BareNumber | None = question(
        "Номер заявки", ru="номер", optional=True, hint="Диспетчер обязан его назвать. Если не назвал, оставьте пустым"
    )
    operator: Clause | None = question(
        "Кто принял", ru="оператор", optional=True, hint="Фамилия или номер оператора", example="Петрова"
    )
    answer: Name | None = question(
        "Что ответили", ru="ответ", optional=True, hint="Коротко, своими словами", example="ждите слесаря"
    )


class ActState(Choice):
    """Что с актом проверки. Source: ПП РФ № 354, п. 108–110.1."""

    DRAWN = "drawn", "акт составили", "Приходили с проверкой и составили акт"
    REFUSED = "refused", "приходили, но акт не составили"
    NOBODY = "nobody_came", "никто не пришёл"
    OWN = "own", "составили акт сами", "Вместе с соседями, потому что никто не пришёл"


class Act(Block):
    """Проверка и акт."""

    state: ActState = question("Приходили ли проверить и составили ли акт?", ru="состояние")
    visited_at: PastMoment | None = question(
        "Когда приходили", ru="когда_приходили", when="state=refused", hint="День и время", new_page="Проверка и акт"
    )
    excuse: Quotation | None = question(
        "Как объяснили, что акта не будет", ru="объяснение", when="state=refused", optional=True
    )
    drawn_at: PastMoment | None = question(
        "Когда составлен акт", ru="составлен", when="state=drawn|own", hint="День и время стоят в акте"
    )
    number: BareNumber | None = question("Номер акта", ru="номер", when="state=drawn|own", optional=True)
    confirmed: YesNo | None = question("В акте написано, что услуга плохая?", ru="подтверждает", when="state=drawn")
    objection: LongText | None = question(
        "Почему вы не согласны с актом",
        ru="возражение",
        when="state=drawn & !confirmed",
        optional=True,
        example="Температуру мерили у батареи.",
    )
    copy_given: YesNo | None = question("Вам отдали экземпляр акта?", ru="экземпляр_выдан", when="state=drawn")


class Signer(Block):
    """Кто подписал акт, составленный без исполнителя. Source: ПП РФ № 354, п. 110.1."""

    name: PersonName = question("Фамилия, имя, отчество", ru="фио", example="Петров Пётр Иванович")
    home: BareNumber | None = question("Квартира", ru="квартира", optional=True, example="6")
    chair: YesNo = question("Это председатель совета дома, ТСЖ или кооператива?", ru="председатель", default=False)

    @property
    def described(self) -> str:
        """«Петров Пётр Иванович (кв. 6)», «Орлов Денис Юрьевич (председатель)»."""
        known = [f"кв. {self.home}" if self.home else "", "председатель" if self.chair else ""]
        return f"{self.name} ({', '.join(filter(None, known))})" if any(known) else self.name


class MonthCharge(Block):
    """Плата за услугу за месяц."""

    month: Month = question("За какой месяц", ru="месяц", example="11.2026")
    amount: Roubles = question(
        "Сколько начислили за эту услугу", ru="сумма", hint="Строка этой услуги в квитанции, до снижения"
    )

    @model_validator(mode="after")
    def _was_charged(self) -> MonthCharge:
        if not self.amount:
            raise wrong("amount", "если за этот месяц ничего не начислили, снижать нечего; уберите его")
        return self
