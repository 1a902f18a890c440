"""Papers that a managing organisation has to show: how the request names each, which need a period."""

from __future__ import annotations

from filings.questions import Choice, Month, PeriodBlock, question
from filings.russian import dates
from filings.russian.forms import Case


class HousePaper(Choice):
    """Какие документы нужны. Source: ЖК РФ, ст. 45, 46, 161, 162; ПП РФ № 416, раздел VIII."""

    CONTRACT = "contract", "договор управления"
    REPORT = "report", "отчёт за год", "О том, что сделано и на что потрачены деньги"
    MINUTES = "minutes", "протоколы общих собраний"
    WORKS = "works", "акты выполненных работ"
    CHARGES = "charges", "расчёт платы", "Как посчитаны суммы в вашей квитанции"
    TECHNICAL = "technical", "техническая документация на дом"
    REGISTER = "owners_register", "реестр собственников", "Только чтобы созвать общее собрание"

    @property
    def named(self) -> str:
        """The paper as the list names it, nominative; the period follows where there is one."""
        return _NAMED[self]

    @property
    def of_a_period(self) -> bool:
        """Whether the period belongs to it."""
        return self in (HousePaper.REPORT, HousePaper.MINUTES, HousePaper.WORKS, HousePaper.CHARGES)


OF_A_PERIOD = "documents=" + "|".join(paper.value for paper in HousePaper if paper.of_a_period)
_NAMED = {
    HousePaper.CONTRACT: "договор управления домом со всеми приложениями и изменениями",
    HousePaper.REPORT: "отчёт об управлении домом",
    HousePaper.MINUTES: "протоколы общих собраний собственников помещений с решениями",
    HousePaper.WORKS: "акты приёмки оказанных услуг и выполненных работ по содержанию и ремонту общего имущества",
    HousePaper.CHARGES: "расчёт платы за жилое помещение и коммунальные услуги с тарифами, нормативами и объёмами",
    HousePaper.TECHNICAL: "комплект технической документации на дом, в том числе технический паспорт",
    HousePaper.REGISTER: "реестр собственников помещений в доме",
}


class ReplyForm(Choice):
    """В каком виде нужны документы."""

    VIEW = "view", "посмотреть на месте", "Прийти, прочитать и сфотографировать"
    COPIES = "copies", "копии на бумаге"
    ELECTRONIC = "electronic", "в электронном виде"


class Period(PeriodBlock):
    """За какие месяцы нужны документы."""

    since: Month = question("С какого месяца", ru="с", period="За какие месяцы")
    until: Month = question("По какой месяц", ru="по", ends="since")

    @property
    def described(self) -> str:
        """«за март 2026 года», «за период с января 2025 года по декабрь 2025 года»."""
        if self.since == self.until:
            return f"за {dates.month_in(self.since, Case.ACCUSATIVE)}"
        first, last = dates.month_in(self.since, Case.GENITIVE), dates.month_in(self.until, Case.ACCUSATIVE)
        return f"за период с {first} по {last}"


def asked_for(papers: list[HousePaper], period: Period | None) -> list[str]:
    """Each paper as the request names it, with the period where it has one."""
    return [f"{one.named} {period.described}" if one.of_a_period and period else one.named for one in papers]
