"""Papers about work that an employer gives on demand: ТК РФ, ст. 62, 66.1, 136."""

from __future__ import annotations

from datetime import date

from filings.questions import Choice, Month, PeriodBlock, question
from filings.russian import dates
from filings.russian.forms import Case

_ACCUSATIVE = (("копия", "копию"), ("справка", "справку"))


class WorkPaper(Choice):
    """Документы, связанные с работой."""

    CONTRACT = "contract", "копия трудового договора"
    HIRING = "hiring", "копия приказа о приёме на работу"
    TRANSFERS = "transfers", "копии приказов о переводах"
    DISMISSAL = "dismissal", "копия приказа об увольнении"
    PAYSLIPS = "payslips", "расчётные листки"
    PAY = "pay", "справка о заработной плате"
    PERIOD = "period", "справка о периоде работы"
    RECORD = "record", "сведения о трудовой деятельности (СТД-Р)"
    TIMESHEETS = "timesheets", "копии табелей учёта рабочего времени"
    PAY_RULES = "pay_rules", "копия положения об оплате труда"

    @property
    def wanted(self) -> str:
        """«копию трудового договора»: what the employer is to give."""
        first, space, rest = self.ru.partition(" ")
        return dict(_ACCUSATIVE).get(first, first) + space + rest


BY_MONTH = (WorkPaper.PAYSLIPS, WorkPaper.PAY, WorkPaper.TIMESHEETS)


class Months(PeriodBlock):
    """За какие месяцы нужны документы."""

    first: Month = question("С какого месяца", ru="с", period="За какие месяцы")
    last: Month = question("По какой месяц", ru="по", ends="first")

    @property
    def in_words(self) -> str:
        """« за март 2026 года», « с марта по май 2026 года»."""
        if self.first == self.last:
            return f" за {dates.month_in(self.first, Case.ACCUSATIVE)}"
        first = dates.month_in(self.first, Case.GENITIVE)
        if self.first.year == self.last.year:
            first = first.split(dates.NBSP)[0]
        return f" с {first} по {dates.month_in(self.last, Case.ACCUSATIVE)}"


def wanted_papers(papers: list[WorkPaper], months: Months | None, other: str | None) -> list[str]:
    """Each paper in the accusative, those of single months with their time."""
    time = months.in_words if months else ""
    return [paper.wanted + (time if paper in BY_MONTH else "") for paper in papers] + ([other] if other else [])


def month_is_worked(month: date, first: date) -> bool:
    """Whether the work had begun by the end of the month."""
    return month >= first.replace(day=1)
