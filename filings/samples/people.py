"""Invented people and organisations: valid in form, belonging to nobody."""

from __future__ import annotations

from datetime import date
from random import Random

from filings.questions.identifiers import inn_check, ogrn_check, snils_check
from filings.russian.forms import Gender


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SURNAMES = _words(
    "Берестов Вяземцев Глебушкин Дорошин Ельцов Жаворонков Зарубин Истомин Калачёв Лагутин Мерзляков Неверов "
    "Остроухов Пантелеев Рогожин Сапрыкин Трубников Уваров Филимонов Хворостов Чуприянов Шелепов Щеглов Ярцев"
)
_UNCHANGING = _words("Черных Шевченко Долгих Коваленко Седых")
_NAMES = {
    Gender.MALE: _words("Андрей Борис Виктор Глеб Денис Егор Илья Лев Максим Никита Павел Пётр Роман Степан Юрий"),
    Gender.FEMALE: _words("Алла Вера Галина Дарья Ева Зоя Инна Любовь Майя Нина Ольга Полина Раиса Софья Юлия"),
}
_FATHERS = _words(
    "Алексеевич Борисович Викторович Глебович Денисович Егорович Ильич Кириллович Львович Максимович Никитич "
    "Олегович Павлович Петрович Романович Сергеевич Юрьевич"
)
_DAUGHTERS = {"Ильич": "Ильинична", "Никитич": "Никитична"}
_PLACES = (
    ("344002", "г. Ростов-на-Дону", "ул. Садовая"),
    ("628600", "Ханты-Мансийский автономный округ — Югра, г. Нижневартовск", "ул. Ленина"),
    ("170100", "г. Тверь", "Тверской проспект"),
    ("394000", "г. Воронеж", "ул. Плехановская"),
    ("454000", "г. Челябинск", "ул. Цвиллинга"),
    ("163000", "г. Архангельск", "ул. Поморская"),
    ("153000", "г. Иваново", "ул. Станко"),
)
_BRANDS = _words("Ромашка Вымпел Заря Лад Меркурий Орбита Парус Радуга Сатурн Уют Янтарь")


def surname(random: Random, gender: Gender) -> str:
    """A surname in the form of the gender."""
    if random.random() < 0.15:
        return random.choice(_UNCHANGING)
    stem = random.choice(_SURNAMES)
    return stem + "а" if gender is Gender.FEMALE else stem


def first_name(random: Random, gender: Gender) -> str:
    """A first name."""
    return random.choice(_NAMES[gender])


def patronymic(random: Random, gender: Gender) -> str:
    """A patronymic."""
    male = random.choice(_FATHERS)
    return male if gender is Gender.MALE else _DAUGHTERS.get(male, male.removesuffix("ич") + "на")


def birth_date(random: Random) -> date:
    """A day on which a grown-up was born."""
    return date(random.randint(1958, 2001), random.randint(1, 12), random.randint(1, 28))


def address(random: Random) -> str:
    """A postcode, a town, a street, a house and a flat that need not exist."""
    postcode, town, street = random.choice(_PLACES)
    return f"{postcode}, {town}, {street}, д. {random.randint(200, 399)}, кв. {random.randint(1, 300)}"


def snils(random: Random) -> str:
    """СНИЛС of a number with right check digits."""
    digits = f"{random.randint(900, 999)}{random.randrange(10**6):06d}"
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]} {snils_check(digits)}"


def person_inn(random: Random) -> str:
    """ИНН of an individual; region 00 is nobody's."""
    digits = f"00{random.randrange(10**8):08d}"
    return digits + inn_check(digits)


def organisation_inn(random: Random) -> str:
    """ИНН of an organisation; region 00 is nobody's."""
    digits = f"00{random.randrange(1, 10**7):07d}"
    return digits + inn_check(digits)


def ogrn(random: Random) -> str:
    """ОГРН of an organisation; region 00 is nobody's."""
    digits = f"1{random.randint(10, 25)}00{random.randrange(10**7):07d}"
    return digits + ogrn_check(digits)


def ogrnip(random: Random) -> str:
    """ОГРНИП; region 00 is nobody's."""
    digits = f"3{random.randint(10, 25)}00{random.randrange(10**9):09d}"
    return digits + ogrn_check(digits)


def brand(random: Random) -> str:
    """The quoted name of an organisation."""
    return random.choice(_BRANDS)
