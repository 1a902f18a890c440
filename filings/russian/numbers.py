"""Numbers, plurals and sums of money, in digits and in words."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from num2words import num2words

from filings.errors import ArgumentsError
from filings.russian.forms import Case

NBSP = "\u00a0"
MINUS = "\u2212"

# num2words knows the cases by their first letters.
_CASE_LETTERS = {case: case.value[0] for case in Case}
_ZERO = {
    Case.NOMINATIVE: "ноль",
    Case.GENITIVE: "нуля",
    Case.DATIVE: "нулю",
    Case.ACCUSATIVE: "ноль",
    Case.INSTRUMENTAL: "нулём",
    Case.PREPOSITIONAL: "нуле",
}

# For each case: with 1 (and 21, 31…), with anything else. Nominative and accusative have their own «2–4» in _counted.
_ROUBLE = {
    Case.NOMINATIVE: ("рубль", "рублей"),
    Case.GENITIVE: ("рубля", "рублей"),
    Case.DATIVE: ("рублю", "рублям"),
    Case.ACCUSATIVE: ("рубль", "рублей"),
    Case.INSTRUMENTAL: ("рублём", "рублями"),
    Case.PREPOSITIONAL: ("рубле", "рублях"),
}
_KOPECK = {
    Case.NOMINATIVE: ("копейка", "копеек"),
    Case.GENITIVE: ("копейки", "копеек"),
    Case.DATIVE: ("копейке", "копейкам"),
    Case.ACCUSATIVE: ("копейку", "копеек"),
    Case.INSTRUMENTAL: ("копейкой", "копейками"),
    Case.PREPOSITIONAL: ("копейке", "копейках"),
}


def plural(n: int | Decimal, one: str, few: str, many: str) -> str:
    """The word that goes with `n`: «день», «дня», «дней». A fraction takes `few`: «1,5 дня»."""
    whole = abs(Decimal(n))
    if whole != int(whole):
        return few
    tens, units = int(whole) % 100, int(whole) % 10
    if 11 <= tens <= 14:
        return many
    return one if units == 1 else few if 2 <= units <= 4 else many


@lru_cache(maxsize=4096)
def in_words(n: int, *, gender: str = "male", case: Case = Case.NOMINATIVE) -> str:
    """A whole number in words: «двадцать одна», «двадцати одной». The accusative is that of things, not of persons."""
    if n != int(n):
        raise ArgumentsError(f"Прописью пишут только целое число, а здесь {number(Decimal(n))}.")
    if n == 0:
        return _ZERO[Case(case)]
    return num2words(
        int(n),
        lang="ru",
        case=_CASE_LETTERS[Case(case)],
        gender=str(gender)[0],
        # Otherwise the accusative of 2 is «двух», even inside «двух тысячи».
        animate=False,
    )


def number(value: Decimal | int) -> str:
    """«14,25», «152 300»: comma, groups of three, no idle zeros at the end."""
    text = f"{abs(Decimal(value)):f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return _signed(value, _grouped(int(whole)) + ("," + fraction if fraction else ""))


def money(amount: Decimal | int) -> str:
    """«152 300,50 руб.» with non-breaking spaces; always two digits of kopecks."""
    roubles, kopecks = _split(amount)
    return _signed(amount, f"{_grouped(roubles)},{kopecks:02d}{NBSP}руб.")


def money_in_words(amount: Decimal | int, case: Case = Case.NOMINATIVE) -> str:
    """«152 300 (сто пятьдесят две тысячи триста) рублей 50 копеек», the words and both nouns in `case`."""
    case = Case(case)
    roubles, kopecks = _split(amount)
    digits = _signed(amount, _grouped(roubles))
    words = in_words(-roubles if amount < 0 and roubles else roubles, case=case)
    return (
        f"{digits} ({words}) {_counted(roubles, _ROUBLE, 'рубля', case)} "
        f"{kopecks:02d}{NBSP}{_counted(kopecks, _KOPECK, 'копейки', case)}"
    )


def _counted(n: int, noun: dict[Case, tuple[str, str]], few: str, case: Case) -> str:
    """The noun beside `n` in `case`."""
    if case in (Case.NOMINATIVE, Case.ACCUSATIVE):
        return plural(n, noun[case][0], few, noun[case][1])
    if n % 1000 == 0:
        # «Ноль», «тысяча» and «миллион» govern the genitive themselves: «двум тысячам рублей».
        return noun[Case.GENITIVE][1]
    singular, several = noun[case]
    return plural(n, singular, several, several)


def _split(amount: Decimal | int) -> tuple[int, int]:
    """Whole roubles and kopecks of the absolute amount."""
    kopecks = int((abs(Decimal(amount)) * 100).to_integral_value(ROUND_HALF_UP))
    return divmod(kopecks, 100)


def _grouped(n: int) -> str:
    return f"{n:,}".replace(",", NBSP)


def _signed(value: Decimal | int, text: str) -> str:
    return MINUS + text if value < 0 else text
