"""A kind that asks with every control there is; it is never assembled."""

from __future__ import annotations

from pydantic import field_validator, model_validator

from filings.questions import (
    AddressLine,
    Block,
    Choice,
    DatedSum,
    Email,
    LongText,
    Moment,
    Month,
    NamePart,
    Number,
    PastDay,
    PersonInn,
    Phone,
    Roubles,
    Text,
    Whole,
    YesNo,
    page,
    question,
    wrong,
)
from filings.schemas.base import About, Filing


class Colour(Choice):
    """Цвет."""

    RED = "red", "красный", "как рябина"
    BLUE = "blue", "синий"


class Letter(Choice):
    """Буква: вариантов больше, чем помещается кружками."""

    A = "a", "а"
    B = "b", "б"
    C = "c", "в"
    D = "d", "г"
    E = "e", "д"
    F = "f", "е"
    G = "g", "ж"
    H = "h", "з"
    I = "i", "и"  # noqa: E741
    J = "j", "к"
    K = "k", "л"
    L = "l", "м"
    M = "m", "н"


class Someone(Block):
    """Человек на двух страницах."""

    surname: NamePart = question("Фамилия", ru="фамилия", autocomplete="family-name")
    nickname: Text | None = question("Прозвище", ru="прозвище", optional=True)
    phone: Phone = question("Телефон", ru="телефон", autocomplete="tel", new_page="Как с вами связаться")
    email: Email | None = question("Почта", ru="почта", optional=True)
    address: AddressLine = question("Адрес", ru="адрес", example="344002, г. Ростов-на-Дону, ул. Садовая, д. 10")

    @model_validator(mode="after")
    def _has_a_nickname_unlike_the_surname(self) -> Someone:
        if self.nickname == self.surname:
            raise wrong("nickname", "прозвище повторяет фамилию; уберите его")
        return self

    @field_validator("surname")
    @classmethod
    def _is_a_person(cls, surname: str) -> str:
        if surname == "Зарплата":
            raise wrong("", "для этого есть другой документ", instead="wage_claim")
        return surname


class Times(Block):
    """Дни и часы."""

    born_on: PastDay = question("Когда вы родились", ru="родился", autocomplete="bday")
    month: Month | None = question("Какой месяц", ru="месяц", optional=True)
    called_at: Moment | None = question("Когда звонили", ru="звонок", optional=True)


class Numbers(Block):
    """Числа и деньги."""

    sum: Roubles = question("Сколько", ru="сумма", hint="В рублях")
    degrees: Number | None = question("Сколько градусов", ru="градусы", unsure="напишем, что не мерили")
    people: Whole | None = question("Сколько человек", ru="людей", optional=True)
    inn: PersonInn | None = question("ИНН", ru="инн", unsure="напишем, что он неизвестен")


class Shade(Block):
    """Группа, которую открывает ответ той же страницы."""

    depth: Text = question("Насколько тёмный", ru="глубина")
    reason: Text | None = question("Почему", ru="почему", optional=True)


class Tastes(Block):
    """Выбор."""

    colour: Colour = question("Какой цвет", ru="цвет")
    why_red: Text | None = question("Почему красный", ru="почему_красный", when="colour=red")
    shade: Shade | None = question("Какой оттенок", ru="оттенок", when="colour=blue", optional=True)
    colours: list[Colour] = question("Какие ещё цвета", ru="цвета", optional=True, default=())
    letter: Letter = question("Какая буква", ru="буква")
    words: list[Text] = question("Любимые слова", ru="слова", optional=True, default=())


class Debt(Block):
    """Долг с выплатами."""

    name: Text = question("За что", ru="за_что")
    amount: Roubles = question("Сколько должны", ru="сумма")
    payments: list[DatedSum] = question(
        "Что заплатили", ru="выплаты", optional=True, default=(), add="Добавить выплату"
    )


class EveryWidget(Filing):
    """Заявление обо всём."""

    about = About(
        title="Заявление обо всём",
        printed="Заявление",
        summary="Спрашивает всеми способами, какие есть.",
        audience=("citizen", "trainer"),
        minutes=5,
        at_hand=("паспорт", "терпение"),
        cost="Бесплатно",
        references=("Конституция РФ, ст. 33",),
        not_for=("Если писать не о чем",),
        next_kinds=("no_such_kind",),
    )

    someone: Someone = page("Кто вы", ru="человек")
    times: Times = page("Когда", ru="времена")
    numbers: Numbers = page("Сколько", ru="числа")
    tastes: Tastes = page("Что вам нравится", ru="вкусы")
    has_debts: YesNo = page("Вам должны?", ru="есть_долги")
    debts: list[Debt] | None = page("Что вам должны", ru="долги", when="has_debts", add="Добавить ещё долг")
    story: LongText = page("Расскажите, как было", ru="рассказ", hint="Своими словами", help="Пишите по порядку.")
