"""Жалоба (заявление) в прокуратуру: одна для всех сфер, нормы следуют за сферой.

Sources: Федеральный закон от 17.01.1992 № 2202-1, ст. 10, 21–27; ГПК РФ, ст. 45; КАС РФ, ст. 39.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import model_validator

from filings.questions import Roubles, YesNo, page
from filings.schemas import earlier
from filings.schemas.authorities import _prosecutor_advice
from filings.schemas.authorities._prosecutor import CLAIMS, CannotSue, ProsecutorOffice, Sphere, Violator, check
from filings.schemas.base import About
from filings.schemas.breach import Breach
from filings.schemas.conclusions import Conclusions
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps
from filings.schemas.petition import Petition
from filings.schemas.printed_texts import BareNumber, Clause, Story
from filings.schemas.prior_appeals import PriorAppeal


class ProsecutorComplaint(Petition):
    """Жалоба в прокуратуру."""

    about = About(
        title="Жалоба в прокуратуру",
        printed="Жалоба",
        summary="Организация или орган нарушает закон, а обращения не помогли: дом, работа, пенсия, служба, приставы, "
        "дороги, социальная защита. Прокурор проверит и потребует исправить.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=12,
        at_hand=(
            "прежние обращения и ответы на них",
            "название организации или органа, на который жалуетесь",
            "документы и фотографии",
        ),
        cost="Бесплатно",
        references=(
            "Федеральный закон от 17.01.1992 № 2202-1 «О прокуратуре Российской Федерации», ст. 10, 21–27",
            "Федеральный закон от 02.05.2006 № 59-ФЗ, ст. 7, 12",
            "ГПК РФ, ст. 45; КАС РФ, ст. 39",
        ),
        not_for=(
            "спор двух граждан: его решает суд",
            "несогласие с решением суда: на него подают апелляционную жалобу",
        ),
        next_kinds=tuple(dict.fromkeys(claim for claims in CLAIMS.values() for claim in claims)),
    )

    sphere: Sphere = page("В чём нарушены ваши права", ru="сфера")
    organisation: Violator = page("Кто нарушает", ru="нарушитель")
    proceeding: BareNumber | None = page(
        "Номер исполнительного производства",
        ru="номер_производства",
        when="sphere=bailiffs",
        optional=True,
        hint="Есть в постановлении пристава и на Госуслугах",
        example="12345/26/69040-ИП",
    )
    breach: Breach = page("Что нарушено", ru="нарушение")
    damage: Roubles | None = page(
        "Сколько вам должны или во сколько обошлось нарушение",
        ru="сумма",
        optional=True,
        hint="Если сумма известна. Прокурор её не взыскивает, но она показывает вред",
    )
    unlawful_act: Clause | None = page(
        "Какой документ органа вы считаете незаконным",
        ru="незаконный_акт",
        when="sphere=benefits|military|bailiffs|social",
        optional=True,
        hint="Решение, постановление, приказ: дата и номер. Если дело в бездействии, пропустите",
        example="решение об отказе от 10.09.2026 № 15",
    )
    approached: YesNo = page("Вы уже обращались с этим куда-нибудь?", ru="обращались")
    prior: list[PriorAppeal] | None = page(
        "Куда и когда обращались", ru="обращения", when="approached", add="Добавить ещё обращение"
    )
    cannot_sue: CannotSue = page(
        "Можете ли вы сами обратиться в суд?",
        ru="может_в_суд",
        hint="Если нет, попросим прокурора обратиться в суд за вас",
    )
    cannot_sue_why: Story | None = page(
        "Что мешает обратиться в суд самому",
        ru="почему_не_может",
        when="cannot_sue=age|disability|illness",
        hint="Полными предложениями; документ об этом приложите",
        example="Мне 82 года, я инвалид второй группы и почти не выхожу из дома.",
    )
    recipient: ProsecutorOffice = page("В какую прокуратуру", ru="адресат")

    @classmethod
    def inferred(cls, before: dict[str, Any]) -> dict[str, Any]:
        """The sphere of the earlier paper, and that it was an appeal about the same breach."""
        by_page = (("employment", "labour"), ("employer", "labour"), ("benefit", "benefits"), ("home", "housing"))
        sphere = next(({"sphere": sphere} for page, sphere in by_page if before.get(page)), {})
        return sphere | earlier.turned_to(before) | earlier.breach(before)

    @model_validator(mode="after")
    def _answers_agree(self) -> ProsecutorComplaint:
        check(self)
        return self

    def conclude(self, on: date) -> Conclusions:
        """No sums: a prosecutor does not award money."""
        return Conclusions(warnings=tuple(_prosecutor_advice.warnings(self)))

    def opponent(self) -> str:
        """Who is complained about."""
        return self.organisation.title

    def subject(self) -> str:
        """«о нарушении трудовых прав»."""
        return self.sphere.matter

    def facts(self) -> dict[str, Any]:
        """Whether the prosecutor is asked to sue, and by which code."""
        return {
            "просит_в_суд": self.cannot_sue is not CannotSue.CAN,
            "по_кас": self.sphere.by_administrative_code,
            "по_гпк": self.sphere is not Sphere.BAILIFFS,
        }

    def next_kinds(self) -> tuple[str, ...]:
        """The claims of this sphere."""
        return CLAIMS[self.sphere]

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """Earlier appeals with answers, proof of what keeps the person from the court, the authority."""
        return [*super().papers(conclusions), *_prosecutor_advice.papers(self)]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """How to hand it in, when to expect the answer, which terms go on meanwhile."""
        return _prosecutor_advice.next_steps(self, on)
