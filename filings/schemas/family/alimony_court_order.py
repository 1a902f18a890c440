"""Заявление о вынесении судебного приказа о взыскании алиментов на несовершеннолетних детей."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import Block, Choice, LongText, PastDay, YesNo, page, question, wrong
from filings.rules.figures import day
from filings.russian.forms import Gender
from filings.schemas import advice
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.court_claim import OrderApplication
from filings.schemas.courts import MagistrateCourt
from filings.schemas.exhibits import Paper
from filings.schemas.family._child import AlimonyVenue, CertifiedChild
from filings.schemas.family._shares import Stage, share_of, stages
from filings.schemas.next_steps import NextSteps
from filings.schemas.other_citizen import OtherCitizen
from filings.schemas.parties import Person


class Obstacle(Choice):
    """Что закрывает дорогу к приказу. Source: ГПК РФ, ст. 122, 125; СК РФ, ст. 83, 100, 107."""

    NONE = "none", "ничего из этого"
    OTHERS = "others", "должник уже платит алименты на других детей"
    PATERNITY = "paternity", "отцовство не записано или его оспаривают"
    AGREEMENT = "agreement", "есть нотариальное соглашение об алиментах"
    FIXED = "fixed", "нужна твёрдая сумма, а не доля дохода"
    PAST = "past", "нужны алименты и за прошлое время"

    @property
    def reason(self) -> str:
        """Why an order is not issued, and what to do."""
        return {
            "others": "должник платит на других детей: их права тоже затронуты, поэтому нужен иск в районный суд, а не "
            "приказ (ГПК РФ, ст. 122)",
            "paternity": "пока отцовство не установлено, приказ не выдадут (ГПК РФ, ст. 122): подайте в районный суд "
            "иск об установлении отцовства и взыскании алиментов",
            "agreement": "нотариальное соглашение само заменяет исполнительный лист (СК РФ, ст. 100): отнесите его "
            "приставам",
            "fixed": "в приказе бывает только доля дохода; о твёрдой сумме подают иск в районный суд (СК РФ, ст. 83)",
            "past": "за прошлое время алименты взыскивают только по иску (СК РФ, ст. 107): приказ действует с подачи "
            "заявления; снимите отметку, чтобы просить с этого дня",
        }[self.value]


class Marriage(Choice):
    """Отношения родителей."""

    MARRIED = "married", "в браке"
    DIVORCED = "divorced", "брак расторгнут"
    NEVER = "never", "в браке не состояли"


class Family(Block):
    """Семья: брак и с кем живут дети."""

    live_with_me: YesNo = question("Дети живут с вами?", ru="дети_со_мной")
    marriage: Marriage = question("Вы с должником", ru="брак")
    ended_on: PastDay | None = question(
        "Когда брак расторгнут", ru="дата_развода", when="marriage=divorced", optional=True
    )
    support: LongText | None = question(
        "Как должник сейчас помогает детям",
        ru="помощь",
        optional=True,
        hint="Если не помогает, оставьте пустым. Полным предложением",
        example="С мая 2026 года должник перевёл на детей только 3 000 руб.",
    )

    @field_validator("live_with_me")
    @classmethod
    def _lives_with_the_claimant(cls, live: bool) -> bool:
        if not live:
            raise wrong("", "алименты взыскивает тот, с кем живут дети; оставьте только тех, кто живёт с вами")
        return live


class AlimonyOrderConclusions(Conclusions):
    """The share, and its stages as the children grow up."""

    share: str = fact("Доля дохода", ru="доля")
    stages: tuple[Stage, ...] = fact("Как доля меняется", ru="ступени")


class AlimonyCourtOrder(OrderApplication):
    """Судебный приказ об алиментах. Source: СК РФ, ст. 80, 81, 107; ГПК РФ, ст. 121–124."""

    about = About(
        title="Судебный приказ об алиментах на детей",
        printed="Заявление",
        summary="Когда второй родитель не содержит детей, а спора об отцовстве нет. Мировой судья без заседания "
        "взыщет долю его дохода.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=15,
        at_hand=(
            "паспорт и СНИЛС или ИНН",
            "свидетельства о рождении детей",
            "свидетельство о браке или о разводе",
            "справка о том, что дети живут с вами",
            "адрес должника; если знаете — место работы и дата рождения",
        ),
        cost="Бесплатно: пошлину суд взыщет с должника.",
        references=("СК РФ, ст. 80, 81, 107", "ГПК РФ, ст. 28, 29, 121–127, 211", "НК РФ, ст. 333.36, п. 1, пп. 2"),
        not_for=("алименты на взрослых детей", "твёрдая сумма", "алименты за прошлое время", "спор об отцовстве"),
        next_kinds=("writ_request", "enforcement_application", "alimony_penalty_claim"),
    )

    obstacles: list[Obstacle] = page(
        "Есть ли что-то из этого",
        ru="препятствия",
        screening=True,
        hint="Любое из этого закрывает дорогу к приказу: скажем, куда идти вместо него",
    )
    debtor: OtherCitizen = page("Кто должен платить", ru="должник")
    children: list[CertifiedChild] = page("Дети", ru="дети", add="Добавить ребёнка")
    family: Family = page("О семье", ru="семья")
    venue: AlimonyVenue = page("К какому мировому судье обратиться", ru="подсудность")
    court: MagistrateCourt = page(
        "Мировой судья", ru="суд", hint="Участок по нужному адресу показывает поиск на сайте sudrf.ru"
    )

    @field_validator("obstacles")
    @classmethod
    def _road_is_open(cls, obstacles: list[Obstacle]) -> list[Obstacle]:
        if found := [one.reason for one in obstacles if one is not Obstacle.NONE]:
            raise wrong("", "; ".join(found))
        return obstacles

    @model_validator(mode="after")
    def _children_are_minors(self, info: ValidationInfo) -> AlimonyCourtOrder:
        seen = set()
        for place, child in enumerate(self.children):
            if (on := (info.context or {}).get("on")) and child.adult_on <= on:
                text = "{child}: 18 лет исполнилось {when}; приказ выдают только на несовершеннолетних"
                raise wrong(f"children.{place}.born_on", text, child=child.full_name, when=day(child.adult_on))
            if (child.full_name, child.born_on) in seen:
                raise wrong("children", "один ребёнок назван дважды; уберите повтор")
            seen.add((child.full_name, child.born_on))
        return self

    def respondents(self) -> list[OtherCitizen]:
        """The other parent."""
        return [self.debtor]

    def people(self) -> list[Person]:
        """The parents, the representative and the children."""
        return [*super().people(), *self.children]

    def subject(self) -> str:
        """«о вынесении судебного приказа о взыскании алиментов на …»."""
        whom = "несовершеннолетних детей" if len(self.children) > 1 else "несовершеннолетнего ребёнка"
        return f"о вынесении судебного приказа о взыскании алиментов на {whom}"

    def duty_line(self, conclusions: Conclusions) -> str:
        """НК РФ, ст. 333.36, п. 1, пп. 2; the court takes the duty from the debtor."""
        return "взыскатель от уплаты освобождён (пп. 2 п. 1 ст. 333.36 НК РФ)"

    def conclude(self, on: date) -> AlimonyOrderConclusions:
        """СК РФ, ст. 81, п. 1: the share by the number of children."""
        return AlimonyOrderConclusions(
            share=share_of(len(self.children), on),
            stages=stages(self.children, on),
            warnings=tuple(self._warnings()),
        )

    def _warnings(self) -> list[str]:
        found = []
        if not self.encloses("справк", "выписк", "домов"):
            found.append("Приложите документ о том, что дети живут с вами: без него заявление могут вернуть.")
        if self.debtor.unknown:
            found.append("Сведения о должнике неполные. Если узнаете дату рождения или номер документа, впишите их.")
        return found

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """ГПК РФ, ст. 124, ч. 2, п. 6, and proof of sending copies."""
        many = len(self.children) > 1
        found = (
            []
            if self.encloses("рожден")
            else [Paper(f"{'Копии свидетельств' if many else 'Копия свидетельства'} о рождении")]
        )
        if self.family.marriage is Marriage.MARRIED and not self.encloses("брак"):
            found.append(Paper("Копия свидетельства о заключении брака"))
        if self.family.marriage is Marriage.DIVORCED and not self.encloses("брак", "развод"):
            found.append(Paper("Копия свидетельства о расторжении брака или решения суда о разводе"))
        fathered = self.family.marriage is Marriage.NEVER and self.debtor.gender is Gender.MALE
        if fathered and not self.encloses("отцовств"):
            found.append(Paper("Копия свидетельства об установлении отцовства", "Если должник записан отцом по нему."))
        if not self.encloses("справк", "выписк", "домов"):
            reason = "Справка управляющей компании, школы или выписка о регистрации."
            found.append(Paper(f"Справка о проживании {'детей' if many else 'ребёнка'} с взыскателем", reason))
        return [*found, *super().papers(conclusions)]

    def facts(self) -> dict[str, Any]:
        """The children by age."""
        return {"дети_по_возрасту": sorted(self.children, key=lambda child: child.born_on)}

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """To the justice of the peace, then to the bailiffs."""
        norm = "ГПК РФ, ст. 126, ч. 1"
        what = "Судья выносит приказ; считаем, что заявление поступит сегодня"
        return NextSteps(
            where=advice.to_court(self.court),
            copies=advice.court_copies(1),
            cost=["Ничего: истцы и взыскатели по алиментам пошлину не платят (НК РФ, ст. 333.36, п. 1, пп. 2)."],
            silence=[
                "Приказ об алиментах исполняется немедленно: получите его у судьи и отнесите приставам по адресу "
                "должника или сразу его работодателю.",
                "Должник может подать возражения. Тогда приказ отменят; подайте иск об алиментах в районный суд там, "
                "где живёте вы или должник.",
                "Если алименты платят с опозданием, с должника можно взыскать неустойку.",
            ],
            terms=[advice.term(what, "court_order_issue", on, norm)],
            evidence=[
                "Копии свидетельств о рождении, документ о браке или разводе, справка о том, что дети живут с вами.",
                "Отправьте должнику копию заявления с приложениями и приложите чек с описью.",
            ],
            mistakes=[
                "Не приложить справку о том, с кем живут дети.",
                "Просить в приказе твёрдую сумму или алименты за прошлые годы: заявление вернут.",
            ],
        )
