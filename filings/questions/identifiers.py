"""Identifiers with check digits: ИНН, ОГРН, ОГРНИП, СНИЛС; telephone numbers.

A wrong check digit is an error until the person says that the document shows this very number, see `kept`.

Sources: the algorithms published by ФНС (ИНН, ОГРН) and by the Social Fund (СНИЛС).
"""

from __future__ import annotations

import re
from typing import Any

import phonenumbers
from pydantic_core import PydanticCustomError

from filings.questions.kept import doubtful, is_kept
from filings.questions.texts import written

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12 = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)


def organisation_inn(value: Any) -> str:
    """ИНН of an organisation: 10 digits, the last one checks the others."""
    digits = _digits(value, 10, "ИНН организации")
    return _checked("ИНН", digits, inn_check(digits[:9]) == digits[9:])


def person_inn(value: Any) -> str:
    """ИНН of an individual: 12 digits, the last two check the others."""
    digits = _digits(value, 12, "ИНН человека")
    return _checked("ИНН", digits, inn_check(digits[:10]) == digits[10:])


def ogrn(value: Any) -> str:
    """ОГРН of an organisation: 13 digits, begins with 1 or 5."""
    digits = _digits(value, 13, "ОГРН")
    return _checked("ОГРН", digits, digits[0] in "15" and ogrn_check(digits[:12]) == digits[12])


def ogrnip(value: Any) -> str:
    """ОГРНИП of an individual entrepreneur: 15 digits, begins with 3."""
    digits = _digits(value, 15, "ОГРНИП")
    return _checked("ОГРНИП", digits, digits[0] == "3" and ogrn_check(digits[:14]) == digits[14])


def snils(value: Any) -> str:
    """СНИЛС, returned as «112-233-445 95»; numbers up to 001-001-998 have no check digits."""
    digits = _digits(value, 11, "СНИЛС")
    right = int(digits[:9]) > 0 and (int(digits[:9]) <= 1001998 or snils_check(digits[:9]) == digits[9:])
    _checked("СНИЛС", digits, right)
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:9]} {digits[9:]}"


def bik(value: Any) -> str:
    """БИК of a bank: 9 digits; it has no check digit."""
    return _digits(value, 9, "БИК")


def account_number(value: Any) -> str:
    """A bank account: 20 digits; the check digit depends on the bank, see `account_fits`."""
    return _digits(value, 20, "Номер счёта")


def account_fits(bik: str, account: str) -> bool:
    """Whether the check digit of the account fits the bank: weights 7, 1, 3 over the bank's part and the account.

    Source: the procedure of the Bank of Russia of 08.09.1997 № 515. A payment centre (the code ends in 000–002)
    gives «0» and its fifth and sixth digits, a bank its last three.
    """
    bank = "0" + bik[4:6] if bik[6:] in ("000", "001", "002") else bik[6:]
    weights = (7, 1, 3) * 8
    return sum(int(digit) * weight for digit, weight in zip(bank + account, weights, strict=False)) % 10 == 0


def phone(value: Any) -> str:
    """A Russian telephone number, returned as «+7 912 345-67-89»."""
    text = " ".join(written(value).split())
    try:
        number = phonenumbers.parse(text, "RU")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not re.search(r"[0-9]", text) or not phonenumbers.is_valid_number(number):
        raise PydanticCustomError(
            "phone", "«{text}» не похоже на номер телефона; нужен вид +7 912 345-67-89", {"text": text}
        )
    extension, number.extension = number.extension, None
    printed = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return f"{printed} доб. {extension}" if extension else printed


def inn_check(digits: str) -> str:
    """The check digits of an ИНН: one for 9 digits, two for 10."""
    if len(digits) == 9:
        return _weighted(digits, _INN_10)
    first = _weighted(digits, _INN_11)
    return first + _weighted(digits + first, _INN_12)


def ogrn_check(digits: str) -> str:
    """The check digit of an ОГРН (12 digits, modulo 11) or ОГРНИП (14 digits, modulo 13): last digit of the rest."""
    return str(int(digits) % (11 if len(digits) == 12 else 13) % 10)


def snils_check(digits: str) -> str:
    """The two check digits of a СНИЛС of 9 digits."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 0, -1), strict=True)) % 101
    return "00" if total == 100 else f"{total:02d}"


def _weighted(digits: str, weights: tuple[int, ...]) -> str:
    return str(sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 % 10)


def _digits(value: Any, count: int, what: str) -> str:
    digits = re.sub(r"[\s\u00a0.–—-]", "", written(value))
    if not re.fullmatch(r"[0-9]+", digits) or len(digits) != count or int(digits) == 0:
        raise PydanticCustomError(
            "digits",
            "{what}: нужно {count} цифр, а написано «{text}»",
            {"what": what, "count": count, "text": written(value)},
        )
    return digits


def _checked(what: str, digits: str, right: bool) -> str:
    if not right and not is_kept(digits):
        doubt = f"{what} {digits} не сходится с контрольной цифрой"
        raise doubtful(doubt, "сверьте каждую цифру с документом", digits)
    return digits
