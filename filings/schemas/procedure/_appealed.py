"""The decision appealed against, the grounds of the appeal, what the court above is asked for."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import Block, Choice, PastDay, YesNo, question, wrong
from filings.rules.figures import day
from filings.schemas import advice
from filings.schemas.courts import CourtLevel, level_of, without_preposition
from filings.schemas.organisations import Court
from filings.schemas.printed_texts import Story, inside
from filings.schemas.procedure._texts import Change, NewWords, PartOfDecision, Result, Words


class Extent(Choice):
    """Какую часть решения обжалуют."""

    WHOLE = "whole", "всё решение"
    PART = "part", "часть решения"


class Appealed(Block):
    """Решение, с которым человек не согласен. Source: ГПК РФ, ст. 322, ч. 1, п. 3; КАС РФ, ст. 299, ч. 1."""

    made_on: PastDay = question("Дата решения", ru="дата", hint="День, когда суд его объявил")
    final_on: PastDay = question(
        "Когда изготовлено полное решение",
        ru="изготовлено",
        hint="Срок жалобы идёт от этого дня. Он стоит в конце решения или на сайте суда",
    )
    received_on: PastDay | None = question(
        "Когда вы его получили", ru="получено", unsure="напишем без этой даты", optional=True
    )
    simplified: YesNo | None = question(
        "Дело рассмотрели в упрощённом порядке, без заседаний?",
        ru="упрощённое",
        when="role=claimant|respondent|third_party",
        hint="Так написано в определении о принятии иска. Тогда срок короче",
    )
    reasons: Story | None = question(
        "Почему жалоба не подана раньше",
        ru="причины",
        # ГПК РФ, ст. 321, ч. 2; ст. 232.4, ч. 8; КАС РФ, ст. 298: a month, fifteen days for simplified cases
        when="final_on>1m || simplified & final_on>15d",
        optional=True,
        hint="Со дня, когда готово полное решение, прошёл срок жалобы. Если он не прошёл, оставьте пустым",
        example="Полное решение суд выслал только 20.10.2026, до этого я не мог составить жалобу.",
        new_page="Если срок прошёл",
    )
    result: Result = question(
        "Что решил суд",
        ru="что_решил",
        hint="Продолжите фразу «решением суда…», как в самом решении",
        example="в удовлетворении иска отказано",
        new_page="Что решил суд",
    )
    extent: Extent = question("Что обжалуете", ru="что_обжалуется")
    part: PartOfDecision | None = question(
        "Какую часть",
        ru="часть",
        when="extent=part",
        hint="Продолжите фразу «в части…»",
        example="отказа во взыскании компенсации морального вреда",
    )

    template_names: ClassVar[tuple[str, ...]] = ("в_части",)

    def template_values(self) -> dict[str, str]:
        """What templates read beside the answers: the part, to stand inside a sentence."""
        return {"в_части": inside(self.part) if self.part else ""}

    @model_validator(mode="after")
    def _in_order(self, info: ValidationInfo) -> Appealed:
        if self.final_on < self.made_on:
            raise wrong("final_on", "полное решение не бывает раньше объявления {on}", on=day(self.made_on))
        if self.received_on and self.received_on < self.made_on:
            raise wrong("received_on", "решение от {on}: получить его раньше нельзя", on=day(self.made_on))
        last, today = self.last_day, (info.context or {}).get("on")
        if today and last and last < today and not self.reasons:
            text = "срок жалобы кончился {last}: без просьбы восстановить его жалобу вернут; объясните опоздание"
            raise wrong("reasons", text, last=day(last))
        return self

    @property
    def last_day(self) -> date | None:
        """ГПК РФ, ст. 321, ч. 2; ст. 232.4, ч. 8; КАС РФ, ст. 298: from the full text; None without a calendar."""
        return advice.term("", "simplified_appeal" if self.simplified else "court_appeal", self.final_on, "").day


class GroundKind(Choice):
    """Основания отмены. Source: ГПК РФ, ст. 330, ч. 1; КАС РФ, ст. 310, ч. 2."""

    CIRCUMSTANCES = "circumstances", "суд не выяснил важное", "Неправильно определил, что имеет значение для дела"
    UNPROVED = "unproved", "вывод суда ничем не доказан"
    CONTRADICTION = "contradiction", "вывод не соответствует обстоятельствам дела"
    LAW = "law", "суд неправильно применил закон", "Не тот закон, неверно понял или нарушил порядок"

    @property
    def norm_words(self) -> str:
        """As the codes name the ground."""
        return {
            "circumstances": "Неправильно определены обстоятельства, имеющие значение для дела",
            "unproved": "Не доказаны установленные судом обстоятельства, имеющие значение для дела",
            "contradiction": "Выводы суда, изложенные в решении, не соответствуют обстоятельствам дела",
            "law": "Нарушены или неправильно применены нормы материального права или нормы процессуального права",
        }[self.value]


class Ground(Block):
    """Основание жалобы и объяснение."""

    template_names: ClassVar[tuple[str, ...]] = ("как_в_законе",)

    kind: GroundKind = question("В чём ошибка суда", ru="вид")
    why: Story = question(
        "Объясните",
        ru="объяснение",
        hint="Что решил суд, почему это неверно, из каких документов это видно. Полными предложениями",
        example="Суд не оценил выписку по счёту (л. д. 24), из которой видно, что зарплата за июль не поступила.",
    )

    def template_values(self) -> dict[str, str]:
        """What templates read beside the answers."""
        return {"как_в_законе": self.kind.norm_words}


class NewEvidence(Block):
    """Новое доказательство. Source: ГПК РФ, ст. 322, ч. 2; ст. 327.1, ч. 1; КАС РФ, ст. 299, 308."""

    what: Words = question("Какое доказательство", ru="что", example="справка банка от 02.11.2026")
    template_names: ClassVar[tuple[str, ...]] = ("название", "причина")

    why: Words = question(
        "Почему не могли представить раньше",
        ru="почему_не_раньше",
        hint="Причина от вас не зависела: иначе суд его не примет",
        example="банк выдал справку только после решения суда",
    )

    def template_values(self) -> dict[str, str]:
        """What templates read beside the answers: the name, to stand inside a sentence."""
        return {"название": inside(self.what), "причина": inside(self.why)}


class Demand(Choice):
    """Что сделать с решением. Source: ГПК РФ, ст. 328; КАС РФ, ст. 309."""

    NEW = "new", "отменить и принять новое решение"
    CHANGE = "change", "изменить решение", "Например, увеличить или уменьшить сумму"
    REMAND = "remand", "отменить и вернуть дело в первый суд", "Только в редких случаях, которые назвал закон"


class NewDecision(Choice):
    """Каким должно быть новое решение."""

    GRANT = "grant", "иск удовлетворить полностью"
    REFUSE = "refuse", "в иске отказать полностью"
    OTHER = "other", "другое"


class Asked(Block):
    """Просьба к суду апелляционной инстанции."""

    demand: Demand = question("О чём просите", ru="что_сделать")
    decision: NewDecision | None = question("Какое решение принять", ru="новое_решение", when="demand=new")
    words: NewWords | None = question(
        "Какое именно",
        ru="своими_словами",
        when="decision=other",
        hint="Продолжите фразу «принять новое решение, которым…»",
        example="взыскать с ООО «Склад» в пользу Ивановой М.П. 60 000 руб.",
    )
    change: Change | None = question(
        "Как изменить",
        ru="как_изменить",
        when="demand=change",
        hint="Продолжите фразу «изменить решение:…»",
        example="увеличить компенсацию морального вреда до 30 000 руб.",
    )
    remand: Story | None = question(
        "Почему дело нужно вернуть",
        ru="почему_вернуть",
        when="demand=remand",
        hint="Например: суд отказал только из-за срока и не разобрал спор; дело решил не тот суд",
    )


class DutyWay(Choice):
    """Как с пошлиной за жалобу."""

    PAY = "pay", "заплачу"
    EXEMPT = "exempt", "льгота по закону"
    ASK = "ask", "прошу об отсрочке или освобождении", "Понадобится отдельное ходатайство"


class AppealCourt(Court):
    """Суд апелляционной инстанции. Source: ГПК РФ, ст. 320.1; КАС РФ, ст. 296."""

    @field_validator("title")
    @classmethod
    def _is_a_court(cls, title: str) -> str:
        title = without_preposition(title)
        if level_of(title) in (CourtLevel.NAMELESS, CourtLevel.NO_COURT, CourtLevel.ARBITRATION, CourtLevel.MAGISTRATE):
            text = "впишите название суда целиком, например: Тверской областной суд; для мирового судьи — районный суд"
            raise wrong("", text)
        return title
