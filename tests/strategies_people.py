"""Strategies of invented people, organisations, addresses and identifiers, in the shapes that make Russian hard."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from filings.questions.identifiers import inn_check, ogrn_check, snils_check
from filings.russian.names import detect_gender

# Surnames in both genders: the usual ones, -ко, -ых, -ин, double, foreign, of two letters, on an apostrophe.
_SURNAMES = {
    "male": "Берестов Ильин Достоевский Толстой Шевченко Черных Живаго Мицкевич Крузе Ли Дюма Коваль Салтыков-Щедрин "
    "Петров-Водкин Римский-Корсаков Кара-Мурза Гусь Заяц Д'Артаньян Алиев Нгуен Береза Жук",
    "female": "Берестова Ильина Достоевская Толстая Шевченко Черных Живаго Мицкевич Крузе Ли Дюма Коваль "
    "Салтыкова-Щедрина Петрова-Водкина Римская-Корсакова Кара-Мурза Гусь Заяц Д'Артаньян Алиева Нгуен Береза Жук",
}
_FIRST_NAMES = {
    "male": "Андрей Илья Лев Пётр Павел Никита Фёдор Юрий Игорь Фома Эльдар Жан-Поль Саша Женя",
    "female": "Мария Любовь Наталия Софья Юлия Зоя Ольга Айгуль Анна-Мария Гюльнара Саша Женя",
}
_PATRONYMICS = {
    "male": ["Петрович", "Ильич", "Никитич", "Юрьевич", "Мамед оглы", "Ахмед-оглы", "Лукич"],
    "female": ["Петровна", "Ильинична", "Никитична", "Юрьевна", "Мамед кызы", "Ахмед-кызы", "Лукинична"],
}
_PLACES = [
    "344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5",
    "628600, Ханты-Мансийский автономный округ — Югра, г. Нижневартовск, ул. Ленина, д. 7",
    "170100, г. Тверь, Тверской проспект, д. 2/1, стр. 3, кв. 118",
    "143900, Московская область, Балашихинский район, деревня Чёрное, д. 14А",
    "101000, г. Москва, ул. Мясницкая, д. 26, а. я. 5",
]
_COURTS = [
    "Ленинский районный суд г. Ростова-на-Дону",
    "Тверской районный суд города Москвы",
    "Нижневартовский городской суд Ханты-Мансийского автономного округа — Югры",
    "Фрунзенский районный суд Санкт-Петербурга",
]
_BODIES = [
    "ООО «УК Дом»",
    "ТСЖ «Наш дом»",
    "Муниципальное унитарное предприятие «Теплосеть»",
    "Отделение Фонда пенсионного и социального страхования Российской Федерации по Тверской области",
]
_LONG = (
    "Общество с ограниченной ответственностью «Научно-производственное объединение комплексного обслуживания, ремонта "
    "и модернизации инженерных систем многоквартирных домов Центрального федерального округа „Заря“»"
)
_TITLES = {
    "Общество с ограниченной ответственностью «Ромашка»": "ООО «Ромашка»",
    "Акционерное общество «Волжский завод № 7»": "АО «Волжский завод № 7»",
    "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 12»": "МБОУ «СШ № 12»",
    "Товарищество собственников жилья «Садовая, 10»": "ТСЖ «Садовая, 10»",
    _LONG: "ООО «НПО „Заря“»",
}

places = st.sampled_from(_PLACES)
courts = st.sampled_from(_COURTS)
bodies = st.sampled_from([*_BODIES, _LONG])
titles = st.sampled_from(list(_TITLES.items()))


@st.composite
def names(draw: st.DrawFn) -> dict[str, Any]:
    """Surname, first name, perhaps a patronymic; the sex where the name alone does not tell it, else perhaps."""
    sex = draw(st.sampled_from(["female", "male"]))
    found = {
        "surname": draw(st.sampled_from(_SURNAMES[sex].split())),
        "first_name": draw(st.sampled_from(_FIRST_NAMES[sex].split())),
        "patronymic": draw(st.none() | st.sampled_from(_PATRONYMICS[sex])),
        "sex": sex,
    }
    if detect_gender(found["surname"], found["first_name"], found["patronymic"]) and draw(st.booleans()):
        found["sex"] = None
    loud = draw(st.integers(0, 9)) == 9
    return {name: part.upper() if loud and part and name != "sex" else part for name, part in found.items()}


def _digits(count: int, start: str = "") -> st.SearchStrategy[str]:
    """Numbers of so many digits that begin with `start`."""
    rest = count - len(start)
    return st.integers(0, 10**rest - 1).map(lambda number: f"{start}{number:0{rest}d}")


organisation_inns = _digits(9, "61").map(lambda digits: digits + inn_check(digits))
person_inns = _digits(10, "61").map(lambda digits: digits + inn_check(digits))
ogrns = _digits(12, "102").map(lambda digits: digits + ogrn_check(digits))
ogrnips = _digits(14, "304").map(lambda digits: digits + ogrn_check(digits))
snilses = _digits(9, "11").map(lambda digits: f"{digits[:3]}-{digits[3:6]}-{digits[6:]} {snils_check(digits)}")
phones = st.integers(0, 99_99_999).map(lambda number: f"8 (912) {number // 10_000:03d}-{number % 10_000:04d}")
emails = st.sampled_from(["a@example.ru", "Ivanova.MP@Example.ru", "жалоба@пример.рф"])


def identifiers_of(region: str) -> dict[str, st.SearchStrategy[str]]:
    """Numbers of each document of a person that begin with the two digits of `region`: two people never share one."""
    return {
        "snils": _digits(9, region).map(lambda it: f"{it[:3]}-{it[3:6]}-{it[6:]} {snils_check(it)}"),
        "inn": _digits(10, region).map(lambda it: it + inn_check(it)),
        "passport": _digits(10, region).map(lambda it: f"{it[:2]} {it[2:4]} {it[4:]}"),
        "driving_licence": _digits(10, region),
    }
