"""What is owed under a loan on a day, its parts, and the words of a document about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from filings.errors import FilingError
from filings.questions import DatedSum, wrong
from filings.rules.loan_debt import ON_DEMAND, Input, Owed, loan_debt, loan_owed
from filings.rules.terms import legal_term
from filings.russian import dates
from filings.russian.numbers import money
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.debts._loan import Interest, Loan

ONE_DAY = timedelta(days=1)
_MOST_NAMED = 8


class LoanConclusions(Conclusions):
    """The sums of a loan; `late` is interest for delay or the penalty of the contract."""

    principal: Decimal = fact("Сколько осталось вернуть", ru="основной_долг")
    use: Decimal = fact("Проценты за пользование", ru="проценты_за_пользование")
    late: Decimal = fact("Проценты или неустойка за просрочку", ru="за_просрочку")
    owed: Decimal = fact("Весь долг", ru="весь_долг")
    use_since: date = fact("С какого дня идут проценты за пользование", ru="проценты_с")
    due: date | None = fact("Последний день срока", ru="последний_день_срока", default=None)
    late_since: date | None = fact("Первый день просрочки", ru="просрочка_с", default=None)
    onward: date = fact("С какого дня проценты идут дальше", ru="далее_с")
    demands: tuple[str, ...] = fact("Что требуется, по порядку", ru="требования")
    days_on_demand: int = fact("Сколько дней даёт закон после требования", ru="дней_по_требованию")
    interest_first: bool = fact("Возвраты пошли сначала на проценты", ru="сначала_проценты")
    by_key_rate: bool = fact("Проценты за пользование — по ключевой ставке", ru="по_ключевой_ставке")


def loan_input(loan: Loan, repaid: Sequence[DatedSum], due: date | None, on: date) -> Input:
    """The question to the rule: the loan counted up to the day of filing; no `due` when no term runs yet."""
    return Input(
        principal=loan.principal,
        lent_on=loan.lent_on,
        due=due,
        until=on,
        rate=loan.annual_rate,
        # Between citizens silence may mean a free loan; a key rate that was agreed on never does.
        between_citizens=loan.interest is not Interest.KEY_RATE,
        payments=tuple(repaid),
        daily_penalty=loan.daily_penalty,
    )


def check_loan(loan: Loan, repaid: Sequence[DatedSum], due: date | None, on: date) -> None:
    """Raises the error of a question when the sums do not fit together or nothing is owed any more."""
    if any(payment.on > on for payment in repaid):
        raise wrong("repaid", "эта дата ещё не наступила; уберите возврат или проверьте дату")
    try:
        owed = loan_owed(loan_input(loan, repaid, due, on))
    except FilingError as error:
        early = "за такое время посчитать не можем: для него нет ставки; проверьте даты займа и возврата"
        problems = getattr(error, "problems", ())
        place = "repaid" if any(one.path == "выплаты" for one in problems) else "loan.lent_on"
        raise wrong(place, problems[0].message if problems else early) from None
    if owed.principal + owed.use + owed.late <= 0:
        raise wrong("repaid", "по этим суммам всё уже вернули; проверьте, сколько и когда возвращали")


def owed_if_known(loan: Loan, repaid: Sequence[DatedSum], due: date, on: date) -> Decimal | None:
    """The whole debt; None when the sums do not fit together, which `check_loan` tells."""
    try:
        owed = loan_owed(loan_input(loan, repaid, due, on))
    except FilingError:
        return None
    return owed.principal + owed.use + owed.late


def loan_sums(
    loan: Loan, repaid: Sequence[DatedSum], due: date | None, on: date, more: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Values of LoanConclusions, less the warnings; `more` demands follow those of the loan."""
    given = loan_input(loan, repaid, due, on)
    owed, printed = loan_owed(given), loan_debt(given)
    return {
        "principal": owed.principal,
        "use": owed.use,
        "late": owed.late,
        "owed": owed.principal + owed.use + owed.late,
        "use_since": loan.lent_on + ONE_DAY,
        "due": due,
        "late_since": due and due + ONE_DAY,
        "onward": on + ONE_DAY,
        "demands": _demands(owed) + more,
        "days_on_demand": legal_term(ON_DEMAND, on).count,
        "interest_first": owed.principal > loan.principal - sum(payment.amount for payment in repaid),
        "by_key_rate": bool(owed.use) and loan.annual_rate is None,
        "calculation": (printed,),
        "totals": _totals(loan, owed),
    }


def loan_words(loan: Loan, repaid: Sequence[DatedSum]) -> dict[str, Any]:
    """Facts of every document about a loan: the percent in words, what was returned and when."""
    ordered = sorted(repaid, key=lambda payment: payment.on)
    return {
        "под_процент": loan.rate_in_words,
        "без_процентов": loan.interest is Interest.FREE,
        "ставка_договора": loan.interest is Interest.KEY_RATE,
        "дата_документа": loan.signed_on,
        "возвращено": _returned(ordered),
    }


def _returned(ordered: list[DatedSum]) -> str:
    """«15.06.2026 — 20 000,00 руб.; …»; of many returns the sum and the days, the calculation has each."""
    if len(ordered) <= _MOST_NAMED:
        return "; ".join(f"{dates.day(payment.on)} — {money(payment.amount)}" for payment in ordered)
    whole = sum((payment.amount for payment in ordered), Decimal(0))
    return f"всего {money(whole)} частями {dates.period(ordered[0].on, ordered[-1].on)} (каждая указана в расчёте)"


def _demands(owed: Owed) -> tuple[str, ...]:
    parts = (("займ", owed.principal), ("проценты", owed.use), ("просрочка", owed.late))
    return tuple(name for name, amount in parts if amount)


def _totals(loan: Loan, owed: Owed) -> tuple[Total, ...]:
    late_name = "Неустойка" if loan.daily_penalty else "Проценты за просрочку"
    parts = (("Сумма займа", owed.principal), ("Проценты за пользование займом", owed.use), (late_name, owed.late))
    lines = tuple(Total(title=title, amount=amount) for title, amount in parts if amount)
    return (*lines, Total(title="Всего", amount=owed.principal + owed.use + owed.late))
