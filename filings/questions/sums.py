"""A sum of money with its day: a part payment, a debt."""

from filings.questions.field import Block, question
from filings.questions.types import Day, Roubles


class DatedSum(Block):
    """Сумма и день."""

    on: Day = question("Когда", ru="дата")
    amount: Roubles = question("Сколько", ru="сумма")
