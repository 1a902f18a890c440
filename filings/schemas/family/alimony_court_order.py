"""Заявление о вынесении судебного приказа о взыскании алиментов на несовершеннолетних детей."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import page, wrong
from filings.rules.figures import day
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.court_claim import OrderApplication
from filings.schemas.courts import MagistrateCourt
from filings.schemas.exhibits import Paper
from filings.schemas.family import _order_steps
from filings.schemas.family._child import AlimonyVenue, CertifiedChild
from filings.schemas.family._parents import Family, Obstacle
from filings.schemas.family._shares import Stage, share_of, stages
from filings.schemas.next_steps import NextSteps
from filings.schemas.other_citizen import OtherCitizen
from filings.schemas.parties import Person


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
        audience=("citizen", "lawyer"),
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
        "Есть ли что-то из этого?",
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
            warnings=tuple(_order_steps.warnings(self, on)),
        )

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """ГПК РФ, ст. 124, ч. 2, п. 6, and proof of sending copies."""
        return [*_order_steps.papers(self, conclusions), *super().papers(conclusions)]

    def facts(self) -> dict[str, Any]:
        """The children by age."""
        return {"дети_по_возрасту": sorted(self.children, key=lambda child: child.born_on)}

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """To the justice of the peace, then to the bailiffs."""
        return _order_steps.next_steps(self, conclusions, on)
