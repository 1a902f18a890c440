"""Fine for charging too much for housing and utilities: ЖК РФ, ст. 156, ч. 11; ст. 157, ч. 6."""

from filings.parameters import parameter
from filings.questions import Block, Choice, Roubles, question
from filings.rules.accrual import wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import money, percent, to_kopecks


class Fee(Choice):
    """За что начислили лишнее."""

    UTILITIES = "utilities", "коммунальная услуга"
    MAINTENANCE = "maintenance", "содержание жилья"


class Input(Block):
    """Штраф за завышение платы."""

    charged: Roubles = question("Сколько начислили", ru="начислено")
    due: Roubles = question("Сколько должны были начислить", ru="положено")
    fee: Fee = question("За что", ru="плата", default=Fee.UTILITIES)


def overcharge_fine(given: Input) -> Conclusion:
    """Half of what was charged over the right sum; not owed when it was put right before the request."""
    if given.charged < given.due:
        raise wrong("начислено", "начислено меньше, чем положено: завышения нет; проверьте суммы")
    rule = parameter("overcharge_fine_percent")
    terms = rule.latest().value
    over = given.charged - given.due
    amount = to_kopecks(over * terms["percent"] / 100)
    formula = f"({money(given.charged)} − {money(given.due)}) × {percent(terms['percent'])}"
    return Conclusion(
        rule="overcharge_fine",
        title="Расчёт штрафа за необоснованное увеличение платы",
        value=amount,
        unit=ROUBLES,
        steps=(Step(base=over, rate=terms["percent"], formula=formula, amount=amount),),
        references=(terms[given.fee.value],),
        warnings=rule.warnings(rule.latest().since),
    )
