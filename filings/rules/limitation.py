"""Which sums may still be sued for on a day: ТК РФ, ст. 392; ГК РФ, ст. 196, 200, 204."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from filings.parameters import Parameter, parameter
from filings.questions import Block, Choice, DatedSum, Day, question
from filings.rules.accrual import ONE_DAY, wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import day, money
from filings.rules.terms import legal_term, raw_end
from filings.rules.working_days import nearest_working_day

PAY = "labour_limitation_pay"
CEILING = "limitation_ceiling"
AFTER_ORDER = "limitation_after_order"


class Kind(Choice):
    """О каком требовании речь."""

    LABOUR_PAY = "labour_pay", "зарплата"
    LABOUR_DISMISSAL = "labour_dismissal", "увольнение"
    LABOUR_OTHER = "labour_other", "другой трудовой спор"
    GENERAL = "general", "остальные долги"


TERMS = {
    Kind.LABOUR_PAY: PAY,
    Kind.LABOUR_DISMISSAL: "labour_limitation_dismissal",
    Kind.LABOUR_OTHER: "labour_limitation_other",
    Kind.GENERAL: "limitation_general",
}


class Input(Block):
    """Срок обращения в суд."""

    debts: tuple[DatedSum, ...] = question("Невыплаченные суммы и дни, когда их должны были выплатить", ru="долги")
    filed_on: Day = question("Когда подаёте иск", ru="подан")
    kind: Kind = question("Какое требование", ru="требование", default=Kind.LABOUR_PAY)
    learned_on: Day | None = question(
        "Когда узнали, что ваше право нарушено",
        ru="узнали",
        hint="Не заполняйте, если знали со дня, когда должны были заплатить",
        when="kind=general",
        optional=True,
    )
    order_filed_on: Day | None = question("Когда просили судебный приказ", ru="приказ_просили", optional=True)
    order_cancelled_on: Day | None = question("Когда приказ отменили", ru="приказ_отменён", optional=True)


@dataclass(frozen=True)
class Term:
    """A sum, the last day to sue for it, and whether the claim is in time."""

    debt: DatedSum
    last_day: date
    in_time: bool


def limitation(given: Input) -> Conclusion:
    """The sum for which the claim is in time; each sum (each periodic payment) has a term of its own.

    General claims: three years from knowledge, ten from the breach, lengthened by a cancelled court order.
    Raises AnswersError when the days contradict each other, LegalValueMissing before the first record.
    """
    _check(given)
    ends = [(debt, _last_day(debt.on, given)) for debt in given.debts]
    terms = tuple(Term(debt, end, given.filed_on <= end) for debt, end in ends)
    used = {rule.at(on).reference: None for rule, on in _used(given)}
    return Conclusion(
        rule="limitation",
        title=_title(given.kind),
        value=sum((term.debt.amount for term in terms if term.in_time), Decimal("0.00")),
        unit=ROUBLES,
        steps=tuple(_step(term) for term in terms),
        references=(*used, "ГК РФ, ст. 193" if given.kind is Kind.GENERAL else "ТК РФ, ст. 14"),
        warnings=(
            *_warnings(terms, given),
            *dict.fromkeys(text for rule, on in _used(given) for text in rule.warnings(on)),
        ),
    )


def last_day_to_sue(due: date, kind: Kind = Kind.LABOUR_PAY) -> date:
    """The last day of the term for a sum due on that day; a day off moves it on (ТК РФ, ст. 14, ч. 4; ГК РФ, ст. 193).

    For a year whose calendar is not known the end is left where it falls: never later than the true one.
    """
    return _moved(raw_end(due, legal_term(TERMS[kind], due)))


def _moved(end: date) -> date:
    return nearest_working_day(end, ONE_DAY) or end


def _check(given: Input) -> None:
    if bool(given.order_filed_on) != bool(given.order_cancelled_on):
        field = "приказ_просили" if given.order_cancelled_on else "приказ_отменён"
        raise wrong(field, "нужны оба дня: когда просили приказ и когда его отменили")
    if given.order_filed_on and given.order_cancelled_on and given.order_cancelled_on < given.order_filed_on:
        raise wrong("приказ_отменён", "приказ отменили раньше, чем о нём просили; поменяйте одну из дат")


def _last_day(due: date, given: Input) -> date:
    if given.kind is not Kind.GENERAL:
        return last_day_to_sue(due, given.kind)
    end = _moved(_general_end(due, given.learned_on))
    asked, cancelled = given.order_filed_on, given.order_cancelled_on
    if asked and cancelled and due < asked <= end:
        return _moved(_after_order(end, asked, cancelled))
    return end


def _general_end(due: date, learned_on: date | None) -> date:
    """ГК РФ, ст. 196, п. 2; ст. 200, п. 1: three years from knowledge, at most ten from the breach."""
    end = raw_end(max(due, learned_on or due), legal_term(TERMS[Kind.GENERAL], due))
    ceilings = parameter(CEILING).acting(end, end)
    return min(end, raw_end(due, legal_term(CEILING, end))) if ceilings else end


def _after_order(end: date, asked: date, cancelled: date) -> date:
    """ГК РФ, ст. 204: the term stands still from the request to the cancelling; less than six months become six."""
    return max(cancelled + (end - asked), raw_end(cancelled, legal_term(AFTER_ORDER, cancelled)))


def _used(given: Input) -> Iterator[tuple[Parameter, date]]:
    for debt in given.debts:
        yield parameter(TERMS[given.kind]), debt.on
    if given.learned_on and given.kind is Kind.GENERAL:
        yield parameter(CEILING), given.filed_on
    if given.order_cancelled_on and given.kind is Kind.GENERAL:
        yield parameter(AFTER_ORDER), given.order_cancelled_on


def _title(kind: Kind) -> str:
    return f"Проверка срока {'исковой давности' if kind is Kind.GENERAL else 'обращения в суд, ст. 392 ТК РФ'}"


def _step(term: Term) -> Step:
    verdict = "в срок" if term.in_time else "срок пропущен"
    days = f"выплатить до {day(term.debt.on)}, в суд до {day(term.last_day)}"
    return Step(
        since=term.debt.on + ONE_DAY,
        until=term.last_day,
        base=term.debt.amount,
        formula=f"{money(term.debt.amount)}: {days} — {verdict}",
        amount=term.debt.amount if term.in_time else Decimal("0.00"),
    )


def _warnings(terms: tuple[Term, ...], given: Input) -> Iterator[str]:
    """A missed term does not bar the claim: the court applies it only when the respondent asks."""
    days = ", ".join(day(term.debt.on) for term in terms if not term.in_time)
    if days and given.kind is Kind.GENERAL:
        yield (
            f"Исковая давность прошла по суммам со сроком выплаты {days}. Суд применит её, только если о ней заявит "
            "ответчик (ГК РФ, ст. 199). Если ответчик письменно признавал долг, срок начался заново (ГК РФ, ст. 203, "
            "206)."
        )
    elif days:
        still = " Если зарплату начислили и вы ещё работаете у этого работодателя, срок не пропущен (постановление "
        yield (
            f"Срок обращения в суд пропущен по суммам со сроком выплаты {days}. Попросите суд восстановить срок и "
            "назовите причины (ТК РФ, ст. 392, ч. 5)."
            + (f"{still}Пленума ВС РФ от 17.03.2004 № 2, п. 56)." if given.kind is Kind.LABOUR_PAY else "")
        )
    if given.order_filed_on and given.kind is not Kind.GENERAL:
        yield (
            "Отменённый приказ срока по трудовому спору не продлевает; назовите его причиной, когда попросите "
            "восстановить срок (ТК РФ, ст. 392, ч. 5)."
        )
