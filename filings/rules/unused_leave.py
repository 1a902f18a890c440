"""Money for leave that was not taken: ТК РФ, ст. 127, 139."""

from filings.questions import Block, Number, Roubles, question
from filings.rules.accrual import wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import days, money, to_kopecks


class Input(Block):
    """Компенсация за неиспользованный отпуск."""

    days: Number = question("Сколько дней отпуска не использовано", ru="дни", hint="Можно с дробью: 9,33")
    daily_pay: Roubles = question(
        "Средний дневной заработок",
        ru="средний_заработок",
        hint="Заработок за 12 месяцев, разделённый на 12 и на 29,3 (ст. 139 ТК РФ)",
    )


def unused_leave(given: Input) -> Conclusion:
    """Days × average daily pay; paid on dismissal for all leave not taken (ТК РФ, ст. 127, ч. 1)."""
    if given.days < 0:
        raise wrong("дни", "число дней не может быть меньше нуля")
    amount = to_kopecks(given.days * given.daily_pay)
    step = Step(base=given.daily_pay, formula=f"{money(given.daily_pay)} × {days(given.days)}", amount=amount)
    return Conclusion(
        rule="unused_leave",
        title="Расчёт компенсации за неиспользованный отпуск",
        value=amount,
        unit=ROUBLES,
        steps=(step,),
        references=("ТК РФ, ст. 127, ч. 1", "ТК РФ, ст. 139, ч. 4"),
    )
