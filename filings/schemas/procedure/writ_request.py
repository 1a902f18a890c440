"""Заявление о выдаче исполнительного листа или второго экземпляра судебного приказа."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from pydantic import field_validator, model_validator

from filings.questions import AddressLine, Block, Choice, PastDay, Text, YesNo, page, question, wrong
from filings.rules.figures import day
from filings.rules.terms import legal_term
from filings.schemas import advice
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.pending_case import CaseFiling, CaseRole
from filings.schemas.procedure import _advice


class Act(Choice):
    """Что вынес суд."""

    DECISION = "decision", "решение"
    ORDER = "court_order", "судебный приказ"


class Appealed(Choice):
    """Что было с решением дальше."""

    NO = "no", "не обжаловали"
    UPHELD = "upheld", "апелляция оставила без изменения"
    CHANGED = "changed", "апелляция изменила или приняла новое"


class Way(Choice):
    """Куда деть лист. Source: ГПК РФ, ст. 428, ч. 1; ст. 130."""

    HANDS = "hands", "забрать самому"
    POST = "post", "прислать почтой"
    BAILIFFS = "bailiffs", "сразу отправить приставам"


class Judgment(Block):
    """Решение или приказ: когда вынесено и когда вступило в силу. Source: ГПК РФ, ст. 209, 329."""

    made_on: PastDay = question("Дата решения или приказа", ru="дата")
    at_once: YesNo | None = question(
        "В решении сказано, что оно исполняется немедленно?",
        ru="немедленно",
        when="act=decision",
        hint="Так бывает с алиментами, зарплатой за три месяца, восстановлением на работе",
    )
    appealed: Appealed | None = question("Решение обжаловали?", ru="обжаловали", when="act=decision")
    final_on: PastDay | None = question(
        "Когда суд изготовил полное решение",
        ru="изготовлено",
        when="act=decision & appealed=no",
        unsure="день вступления в силу проверит суд",
        hint="День стоит в конце решения или на сайте суда",
    )
    upheld_on: PastDay | None = question(
        "Дата апелляционного определения", ru="дата_апелляции", when="act=decision & appealed=upheld|changed"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Judgment:
        for name in ("final_on", "upheld_on"):
            if (later := getattr(self, name)) and later < self.made_on:
                raise wrong(name, "этот день раньше даты решения {made}; поправьте дату", made=day(self.made_on))
        return self

    @property
    def in_force_on(self) -> date | None:
        """ГПК РФ, ст. 209, ч. 1; ст. 329, ч. 5: the day after the term of appeal, or the day of the appeal ruling."""
        if self.upheld_on or not self.final_on:
            return self.upheld_on
        last = advice.term("", "court_appeal", self.final_on, "").day
        return last + timedelta(days=1) if last else None


class Bailiffs(Block):
    """Отдел приставов, куда суд отправит лист. Source: 229-ФЗ, ст. 33."""

    title: Text = question(
        "Название отдела",
        ru="название",
        example="Отделение судебных приставов по Заволжскому району г. Твери",
        hint="По адресу должника; отдел можно найти на сайте службы приставов",
    )
    address: AddressLine | None = question("Адрес отдела", ru="адрес", optional=True)


class WritConclusions(Conclusions):
    """When the judgment came into force, as far as it can be counted."""

    in_force_on: date | None = fact("Вступило в силу", ru="в_силе_с", default=None)


class WritRequest(CaseFiling):
    """Выдача исполнительного листа. Source: ГПК РФ, ст. 428; КАС РФ, ст. 353; приказ — ГПК РФ, ст. 130."""

    about = About(
        title="Заявление о выдаче исполнительного листа",
        printed="Заявление",
        summary="Когда суд решил в вашу пользу, а деньги не платят. Просим суд выдать исполнительный лист "
        "или второй экземпляр судебного приказа — вам или сразу приставам.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=7,
        at_hand=("решение суда или судебный приказ", "если лист нужен сразу приставам — название их отдела"),
        cost="Бесплатно.",
        references=("ГПК РФ, ст. 130, 209, 211, 428", "КАС РФ, ст. 186, 353", "229-ФЗ, ст. 21"),
        not_for=("исполнительный лист потерян", "решение арбитражного суда"),
        next_kinds=("enforcement_application", "alimony_penalty_claim"),
    )

    given_before: YesNo = page(
        "Исполнительный лист по этому решению вам уже выдавали?", ru="уже_выдавали", screening=True, default=False
    )
    act: Act = page("Что вынес суд", ru="акт")
    judgment: Judgment = page("О решении", ru="решение")
    way: Way = page("Как передать исполнительный документ", ru="способ")
    bailiffs: Bailiffs | None = page("Какие приставы будут взыскивать", ru="приставы", when="way=bailiffs")
    copy_wanted: YesNo | None = page(
        "Выдать и копию решения с отметкой о вступлении в силу?",
        ru="нужна_копия",
        when="act=decision",
        hint="Пригодится для банка, пенсионного фонда, налоговой",
    )

    @field_validator("given_before")
    @classmethod
    def _is_the_first(cls, given: bool) -> bool:
        if given:
            raise wrong(
                "",
                "второй раз тот же лист не выдают: если он потерян, нужно заявление о дубликате (ГПК РФ, ст. 430) с "
                "пошлиной; если лист у приставов или в банке, узнайте там о ходе взыскания",
            )
        return given

    @field_validator("role")
    @classmethod
    def _winner_asks(cls, role: CaseRole) -> CaseRole:
        if role is CaseRole.DEBTOR:
            text = "лист выдают тому, в чью пользу взыскали; если взыскивают с вас и вы не согласны, подайте возражения"
            raise wrong("", text, instead="court_order_objection")
        return role

    @model_validator(mode="after")
    def _act_fits_the_role(self) -> WritRequest:
        if (self.act is Act.ORDER) != (self.role is CaseRole.CREDITOR):
            text = "по приказу вы «взыскатель», по решению — «истец» (или как вы названы в решении); поправьте ответ"
            raise wrong("act", text)
        return self

    def subject(self) -> str:
        """«о выдаче исполнительного листа»."""
        what = "второго экземпляра судебного приказа" if self.act is Act.ORDER else "исполнительного листа"
        return f"о {'направлении' if self.way is Way.BAILIFFS else 'выдаче'} {what}" + (
            " на исполнение" if self.way is Way.BAILIFFS else ""
        )

    def conclude(self, on: date) -> WritConclusions:
        """ГПК РФ, ст. 209: the day the judgment came into force; a request that is too early is warned of."""
        since = self.judgment.in_force_on
        early = since and since > on and not self.judgment.at_once
        found = [f"Решение вступит в силу {day(since)}: раньше лист не выдадут."] if since and early else []
        if self.judgment.appealed is Appealed.NO and not self.judgment.at_once and not since:
            found.append("Проверьте на сайте суда, что решение вступило в силу: раньше лист не выдадут.")
        return WritConclusions(in_force_on=since if since and since <= on else None, warnings=tuple(found))

    def facts(self) -> dict[str, Any]:
        """The demands in their order."""
        asked = (("документ", True), ("копия", self.copy_wanted))
        return super().facts() | {"требования": [name for name, wanted in asked if wanted]}

    def next_steps(self, conclusions: WritConclusions, on: date) -> NextSteps:
        """Get the writ, take it to the bailiffs, count the years."""
        since, norm = self.judgment.in_force_on, "229-ФЗ, ст. 21"
        years = "Предъявить лист приставам или в банк, считая со дня вступления решения в силу"
        last = (
            advice.term(years, "writ_presentation", since, norm)
            if since
            else Term(f"{years}: {legal_term('writ_presentation', on)}", norm)
        )
        return NextSteps(
            where=[*advice.to_court(self.court), "Подают в тот суд, который рассматривал дело первым.", _advice.TELL],
            copies=_advice.COPIES,
            cost=["Ничего: за выдачу листа пошлину не платят."],
            silence=[
                "Лист обычно готов через несколько дней после того, как дело вернётся из архива или апелляции. "
                "Позвоните в канцелярию и спросите.",
                "Получив лист, проверьте имена, суммы и адреса: ошибку исправит только суд.",
                "Лист отнесите приставам по адресу должника или сразу в его банк, если знаете счёт. "
                "Снимите с листа копию.",
            ],
            terms=[last],
            evidence=[
                "За листом приходите с паспортом; представитель — с доверенностью, где названо право его получить."
            ],
            mistakes=[
                "Ждать, что лист придёт сам: суд выдаёт его по просьбе.",
                "Потерять лист: за дубликат платят пошлину и объясняют пропажу в заседании.",
            ],
        )
