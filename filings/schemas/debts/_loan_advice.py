"""What a lender must be wary of, and the papers and terms that go with every document about a loan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.parameters import parameter
from filings.rules.figures import day
from filings.schemas.debts._loan import Loan, LoanPaper
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import Term

if TYPE_CHECKING:
    from filings.schemas.debts._loan_court import LoanFiling


def warnings_of(loan: Loan, due: date | None, last: date | None, on: date) -> Iterator[str]:
    """Texts for the person about the loan itself; `last` is the last day to go to court."""
    if last and last < on:
        yield (
            f"Исковая давность (три года) прошла {day(last)}. Если должник об этом заявит, "
            "суд откажет (ГК РФ, ст. 199). Срок начинается заново, если до его конца должник признал долг, например "
            "вернул часть с такой пометкой, а после — если признал письменно (ГК РФ, ст. 203, 206)."
        )
    if due and loan.due_on and due != loan.due_on:
        yield (
            f"Последний день срока, {day(loan.due_on)}, нерабочий, поэтому вернуть деньги можно было по {day(due)} "
            "(ГК РФ, ст. 193). Просрочку считаем со следующего дня."
        )
    written = parameter("loan_in_writing_from").acting(loan.lent_on, loan.lent_on)
    if loan.paper is LoanPaper.NONE and any(loan.principal > record.value for _, _, record in written):
        yield (
            "Такой заём закон велит оформлять письменно (ГК РФ, ст. 808). Без бумаги на свидетелей ссылаться нельзя "
            "(ГК РФ, ст. 162): нужны перевод с пометкой о займе, переписка, запись разговора."
        )
    yield from _heavy_terms(loan, on)


def _heavy_terms(loan: Loan, on: date) -> Iterator[str]:
    """Twice the key rate is our mark for a word of caution, not a limit of the law."""
    heavy = 2 * parameter("key_rate").at(on).value
    if loan.annual_rate and loan.annual_rate > heavy:
        yield "Процент по займу высокий: между гражданами суд может его уменьшить (ГК РФ, ст. 809, п. 5)."
    if loan.daily_penalty and loan.daily_penalty * 365 > heavy:
        yield "Неустойка высокая: по просьбе должника суд может её уменьшить (ГК РФ, ст. 333)."


def court_warnings(filing: LoanFiling, on: date) -> Iterator[str]:
    """The same and what matters in a court: the original, the demand."""
    yield from warnings_of(filing.loan, filing.due, filing.last_day(), on)
    if filing.original_held is False:
        yield (
            "Подлинника у вас нет. Если он у заёмщика, считается, что долг погашен (ГК РФ, ст. 408). Подумайте, чем "
            "ещё доказать долг: переводом, перепиской, признанием."
        )
    if not filing.demanded:
        yield (
            "Требовать возврата письмом в вашем случае не обязательно, но письмо показывает суду, что добром долг "
            "не возвращают."
        )


def copy_of(paper: LoanPaper, reason: str) -> Paper:
    """The copy of the paper on which the loan rests."""
    return Paper("Копия расписки" if paper is LoanPaper.IOU else "Копия договора займа", reason)


def limitation_term(last: date) -> Term:
    """Three years from the end of the term, longer after a cancelled order: ГК РФ, ст. 196, 200, 204."""
    return Term("Обратиться в суд, чтобы не пропустить исковую давность", "ГК РФ, ст. 196, 200, 204", last)
