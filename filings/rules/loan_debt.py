"""What is owed under a loan on a day: ГК РФ, ст. 319, 330, 395, 809–811."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from filings.parameters import Parameter, parameter
from filings.questions import Block, DatedSum, Day, Number, Roubles, YesNo, question
from filings.rules import moratorium
from filings.rules.accrual import ONE_DAY, OverdueSum, Stretch, daily_step, ignored_payments, split, split_years, wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.default_interest import MORATORIUM, District, interest_steps, rates_used, year_step
from filings.rules.figures import day, money
from filings.rules.terms import legal_term, raw_end
from filings.rules.working_days import nearest_working_day

USE, LATE, PENALTY = "проценты за пользование", "проценты за просрочку", "неустойка"
SILENT, ON_DEMAND = "loan_interest", "loan_on_demand_term"


class Input(Block):
    """Долг по договору займа."""

    principal: Roubles = question("Сколько дали взаймы", ru="сумма")
    lent_on: Day = question("Когда передали деньги", ru="выдан")
    due: Day | None = question(
        "Когда нужно было вернуть",
        ru="срок",
        hint="Срока нет — тридцатый день после требования (ст. 810 ГК РФ). Требования ещё не было — не заполняйте",
        optional=True,
    )
    until: Day = question("По какой день считать", ru="по", hint="Этот день входит в расчёт")
    rate: Number | None = question(
        "Процент по договору, годовых",
        ru="процент",
        hint="Беспроцентный заём — 0; в договоре о процентах ни слова — не заполняйте",
        optional=True,
    )
    between_citizens: YesNo = question("Заём между гражданами", ru="между_гражданами", default=True)
    payments: tuple[DatedSum, ...] = question("Что вернули", ru="выплаты", default=())
    costs: Roubles = question("Издержки на получение долга", ru="издержки", default=Decimal(0))
    late_interest: YesNo = question(
        "Считать проценты за просрочку по ст. 395 ГК РФ",
        ru="проценты_за_просрочку",
        hint="Если в договоре своя неустойка, ответьте «нет»",
        default=True,
    )
    daily_penalty: Number | None = question(
        "Неустойка по договору, процентов в день",
        ru="неустойка",
        hint="Считается вместо процентов по ст. 395 ГК РФ",
        optional=True,
    )
    moratorium: YesNo = question("Учесть мораторий 2022 года", ru="мораторий", default=True)
    district: District | None = question(
        "Федеральный округ кредитора", ru="округ", hint="Нужен для дней с 01.06.2015 по 31.07.2016", optional=True
    )


@dataclass
class Owed:
    """What is owed on a day, in roubles; `late` is interest for delay or the penalty of the contract."""

    costs: Decimal
    principal: Decimal
    use: Decimal = Decimal("0.00")
    late: Decimal = Decimal("0.00")


@dataclass
class _Debt(Owed):
    """The same in the order in which a payment meets it; `steps` tell how it came to that."""

    steps: list[Step] = field(default_factory=list)
    late_name: str = LATE

    def grow(self, use: list[Step], late: list[Step]) -> None:
        """Adds interest for use and interest for delay."""
        self.steps += [*use, *late]
        self.use += total(tuple(use))
        self.late += total(tuple(late))

    def pay(self, payment: DatedSum) -> None:
        """ГК РФ, ст. 319: costs, interest for use, the debt; interest for delay last (Пленум ВС № 54, п. 37)."""
        left, told = payment.amount, []
        for name, called in (("costs", "издержки"), ("use", USE), ("principal", "долг"), ("late", self.late_name)):
            part = min(left, getattr(self, name))
            setattr(self, name, getattr(self, name) - part)
            left -= part
            if part:
                told.append(f"{called} {money(part)}")
        if left:
            text = f"к {day(payment.on)} вернули на {money(left)} руб. больше, чем были должны; проверьте суммы и даты"
            raise wrong("выплаты", text)
        formula = f"возврат: {', '.join(told) or money(payment.amount)}"
        self.steps.append(Step(since=payment.on, formula=formula, amount=-payment.amount))


def loan_debt(given: Input) -> Conclusion:
    """The debt with interest for use and for delay, less what was paid; every payment is set off by ГК 319.

    Interest runs from the day after the loan to the day of return inclusive. Raises AnswersError when more was paid
    than owed, LegalValueMissing when the contract is silent and the law of its day is not recorded.
    """
    debt = _reckoned(given)
    return Conclusion(
        rule="loan_debt",
        title="Расчёт долга по договору займа",
        value=total(tuple(debt.steps)),
        unit=ROUBLES,
        steps=(*debt.steps, _left(debt)),
        references=_references(given),
        warnings=_warnings(given),
    )


def loan_owed(given: Input) -> Owed:
    """The parts of that sum: the loan itself, interest for use, interest or penalty for delay, costs."""
    debt = _reckoned(given)
    return Owed(debt.costs, debt.principal, debt.use, debt.late)


def term_end(on: date) -> date:
    """The last day to pay: a day off moves to the next working day where the calendar is known (ГК РФ, ст. 193)."""
    return nearest_working_day(on, ONE_DAY) or on


def due_on_demand(received_on: date) -> date:
    """The last day to return a loan without a term: ГК РФ, ст. 810, п. 1; thirty days from the demand."""
    return term_end(end_on_demand(received_on))


def end_on_demand(received_on: date) -> date:
    """The thirtieth day from the demand, whether people work on it or not."""
    return raw_end(received_on, legal_term(ON_DEMAND, received_on))


def _reckoned(given: Input) -> _Debt:
    _check(given)
    named = PENALTY if given.daily_penalty else LATE
    debt, since = (
        _Debt(given.costs, given.principal, steps=_first_steps(given), late_name=named),
        given.lent_on + ONE_DAY,
    )
    for payment in sorted(given.payments, key=lambda payment: payment.on):
        if payment.on > given.until:
            break
        _accrue(debt, since, payment.on, given)
        debt.pay(payment)
        since = max(since, payment.on + ONE_DAY)
    _accrue(debt, since, given.until, given)
    return debt


def _check(given: Input) -> None:
    if given.due and given.due < given.lent_on:
        raise wrong("срок", f"срок возврата раньше займа ({day(given.lent_on)}); поменяйте одну из дат")
    if given.until < given.lent_on:
        raise wrong("по", f"день расчёта раньше займа ({day(given.lent_on)}); поменяйте одну из дат")
    early = [payment for payment in given.payments if payment.on < given.lent_on]
    if early:
        raise wrong("выплаты", f"возврат {day(early[0].on)} раньше займа ({day(given.lent_on)}); проверьте дату")
    if given.rate is not None and given.rate < 0:
        raise wrong("процент", "процент не может быть меньше нуля")
    if given.daily_penalty is not None and given.daily_penalty < 0:
        raise wrong("неустойка", "неустойка не может быть меньше нуля")


def _first_steps(given: Input) -> list[Step]:
    lent = Step(since=given.lent_on, formula="сумма займа", amount=given.principal)
    return [lent, Step(formula="издержки кредитора", amount=given.costs)] if given.costs else [lent]


def _accrue(debt: _Debt, since: date, until: date, given: Input) -> None:
    if since > until or not debt.principal:
        return
    first_late = max(since, given.due + ONE_DAY) if given.due else until + ONE_DAY
    late = _late(Stretch(first_late, until, debt.principal), given) if first_late <= until else []
    debt.grow(list(_use(Stretch(since, until, debt.principal), given)), late)


def _late(piece: Stretch, given: Input) -> list[Step]:
    """ГК РФ, ст. 811, п. 1; ст. 395, п. 4: a penalty of the contract takes the place of the interest."""
    due = given.due or piece.until
    if given.daily_penalty:
        cut = moratorium.cut(piece, MORATORIUM, due) if given.moratorium else [(piece, None)]
        called = f"{PENALTY}: "
        return [
            moratorium.step(part) if stopped else daily_step(part, given.daily_penalty, called) for part, stopped in cut
        ]
    if not given.late_interest:
        return []
    return interest_steps(piece, due, given.district, given.moratorium, f"{LATE}: ")


def _use(piece: Stretch, given: Input) -> Iterator[Step]:
    """ГК РФ, ст. 809: by the contract; if it is silent, by the key rate of each day, unless the loan is free."""
    if given.rate is not None:
        rated = [(piece, given.rate)] if given.rate else []
    else:
        law = _silent_law(given)
        rated = [(part, record.value) for part, record in split(piece, law)] if law else []
    for part, rate in rated:
        for same_year in split_years(part):
            yield year_step(same_year, rate, f"{USE}: ")


def _silent_law(given: Input) -> Parameter | None:
    """The rate that the law gives for a silent contract; None for a loan that the law takes for a free one."""
    terms = parameter(SILENT).at(given.lent_on).value
    free = given.between_citizens and given.principal <= terms["free_up_to"]
    return None if free else parameter(terms["rate"])


def _left(debt: _Debt) -> Step:
    parts = (("долг", debt.principal), (USE, debt.use), (debt.late_name, debt.late), ("издержки", debt.costs))
    owed = ", ".join(f"{name} {money(amount)}" for name, amount in parts if amount)
    return Step(formula=f"осталось: {owed or 'ничего'}")


def _references(given: Input) -> tuple[str, ...]:
    acts = ["ГК РФ, ст. 807, 809, 810"]
    if given.rate is None:
        acts.append(parameter(SILENT).at(given.lent_on).reference)
    if given.payments or given.costs:
        acts.append("ГК РФ, ст. 319; постановление Пленума ВС РФ от 22.11.2016 № 54, п. 37")
    delayed = given.due is not None and given.until > given.due
    if given.daily_penalty and delayed:
        acts.append("ГК РФ, ст. 330; ст. 395, п. 4")
    elif given.late_interest and delayed:
        acts.append("ГК РФ, ст. 811, п. 1; ст. 395")
    return tuple(acts)


def _warnings(given: Input) -> tuple[str, ...]:
    whole = OverdueSum(given.principal, given.lent_on, given.payments)
    texts = list(ignored_payments([whole], given.until))
    first, late = given.lent_on + ONE_DAY, (given.due or given.until) + ONE_DAY
    if given.due and given.until <= given.due:
        texts.append(f"Срок возврата ({day(given.due)}) ещё не прошёл: требовать долг пока рано.")
    if given.rate is None:
        texts += parameter(SILENT).warnings(given.lent_on)
        law = _silent_law(given)
        texts += law.warnings(first, given.until) if law and first <= given.until else ()
    if given.late_interest and not given.daily_penalty and late <= given.until:
        for rate in rates_used([Stretch(late, given.until, given.principal)]):
            texts += rate.warnings(late, given.until)
    return tuple(dict.fromkeys(texts))
