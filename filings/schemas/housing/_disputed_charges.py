"""Pages on which a claim takes over what the demands before it asked: bad service, bad upkeep, charges too high."""

from __future__ import annotations

from filings.questions import Choice, YesNo, page
from filings.schemas.base import Filing
from filings.schemas.dwelling import Dwelling
from filings.schemas.housing._overcharge import MeterReading, Mistake, Overcharge
from filings.schemas.housing._upkeep import Defect, FeeCut, MissedCleaning, SharedProperty
from filings.schemas.printed_texts import Story
from filings.schemas.utility_norm import Norm, norm_of
from filings.schemas.utility_service import (
    Act,
    Call,
    Measurement,
    MonthCharge,
    Outage,
    Room,
    Signer,
    Trouble,
    WarmService,
)

QUALITY, UPKEEP, OVERCHARGE = "grounds=quality", "grounds=upkeep", "grounds=overcharge"


class Ground(Choice):
    """За что иск; у каждого основания свой расчёт."""

    QUALITY = "quality", "плохое отопление или горячая вода"
    UPKEEP = "upkeep", "плохое содержание дома", "Не убирали, не работал лифт, нет ремонта"
    OVERCHARGE = "overcharge", "начислили лишнее"


class DisputedCharges(Filing):
    """What is disputed. The pages bear the names they have in the demands, so that answers are carried over."""

    home: Dwelling = page("О каком жилье речь", ru="жильё", part="Жильё и основания иска")
    grounds: list[Ground] = page("За что вы судитесь", ru="основания")

    service: WarmService | None = page("Какая услуга была плохой", ru="услуга", when=QUALITY, part="Плохая услуга")
    trouble: Trouble | None = page("Что именно не так", ru="проблема", when=QUALITY)
    room: Room | None = page(
        "О комнате, где холодно", ru="комната", when=f"{QUALITY} & service=heating & trouble=temperature"
    )
    outage: Outage | None = page("Когда это было", ru="период", when=QUALITY)
    measurements: list[Measurement] | None = page(
        "Замеры температуры", ru="замеры", when=f"{QUALITY} & trouble=temperature", add="Добавить ещё замер"
    )
    calls: list[Call] | None = page(
        "Когда вы сообщали диспетчеру",
        ru="звонки",
        when=QUALITY,
        add="Добавить ещё звонок",
        hint="С первого сообщения плату снижают",
    )
    act: Act | None = page("Проверка и акт", ru="акт", when=QUALITY)
    signers: list[Signer] | None = page(
        "Кто подписал акт вместе с вами",
        ru="подписали_акт",
        when=f"{QUALITY} & act.state=own",
        add="Добавить ещё человека",
    )
    charges: list[MonthCharge] | None = page(
        "Сколько вам начислили за услугу", ru="начисления_за_услугу", when=QUALITY, add="Добавить ещё месяц"
    )
    billed_in_full: YesNo | None = page(
        "Плату так и начислили полностью, без снижения?",
        ru="начислено_полностью",
        when=QUALITY,
        hint="Тогда попросим и штраф — половину лишнего",
    )

    property: SharedProperty | None = page("Что в доме не в порядке", ru="объект", when=UPKEEP, part="Содержание дома")
    defect: Defect | None = page("Расскажите о неисправности", ru="неисправность", when=UPKEEP)
    missed: list[MissedCleaning] | None = page(
        "Когда не убирали", ru="пропуски_уборки", when=f"{UPKEEP} & property=cleaning", add="Добавить ещё день"
    )
    fee_cuts: list[FeeCut] | None = page(
        "За что снизить плату за содержание",
        ru="снижения",
        when=UPKEEP,
        optional=True,
        add="Добавить ещё месяц",
        hint="Если просите только выполнить работы, пропустите",
    )

    overcharges: list[Overcharge] | None = page(
        "За что начислили лишнее",
        ru="начисления",
        when=OVERCHARGE,
        part="Лишние начисления",
        add="Добавить ещё строку",
    )
    mistakes: list[Mistake] | None = page("В чём ошибка начисления", ru="ошибки", when=OVERCHARGE)
    readings: list[MeterReading] | None = page(
        "Показания счётчиков",
        ru="показания",
        when=f"{OVERCHARGE} & mistakes=meter",
        optional=True,
        add="Добавить показание",
    )
    explanation: Story | None = page(
        "Объясните, почему сумма должна быть другой",
        ru="объяснение",
        when=OVERCHARGE,
        hint="Какой тариф, площадь, показания верны и откуда это видно",
    )
    housing_fine: YesNo | None = page(
        "Просить штраф — половину лишнего?",
        ru="штраф_за_начисления",
        when=OVERCHARGE,
        hint="Его не платят, если начисление исправили до вашего заявления и до оплаты",
    )

    def norm(self) -> Norm:
        """The norm of the service on the day the trouble began; only with the ground of bad quality."""
        return norm_of(self.service, self.trouble, self.room, self.outage.started_at.date())

    def rests_on(self, ground: Ground) -> bool:
        """Whether the claim has that ground."""
        return ground in self.grounds
