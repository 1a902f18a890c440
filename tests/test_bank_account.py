"""The account for a payment: the check digit against the bank, the bank's name by its code."""

import pytest
from today import ON

from filings.errors import AnswersError
from filings.parameters.banks import bank_of
from filings.questions.identifiers import account_fits
from filings.questions.validation import validate
from filings.schemas.bank_account import BankAccount

# Correspondent accounts stand in the directory of БИК itself; they are checked with the code of the payment centre.
CORRESPONDENT = [
    ("044525225", "30101810400000000225"),
    ("046015602", "30101810600000000602"),
]


@pytest.mark.parametrize(("bik", "account"), CORRESPONDENT)
def test_directory_knows_the_correspondent_account(bik: str, account: str) -> None:
    assert bank_of(bik).account == account


@pytest.mark.parametrize(("bik", "account"), CORRESPONDENT)
def test_check_digit_fits_the_real_accounts_of_the_directory(bik: str, account: str) -> None:
    assert account_fits("044525000" if bik.startswith("0445") else "046015000", account)


def test_one_wrong_digit_is_noticed() -> None:
    right = "40817810838000000012"
    assert account_fits("044525225", right)
    wrong = [right[:at] + str((int(right[at]) + 1) % 10) + right[at + 1 :] for at in range(20)]
    assert not any(account_fits("044525225", number) for number in wrong)


def test_the_error_says_what_to_compare() -> None:
    with pytest.raises(AnswersError, match="сверьте обе строки"):
        validate(BankAccount, {"бик": "044525225", "счёт": "40817810838000000013"}, on=ON)


def test_a_bank_outside_the_directory_has_no_name() -> None:
    assert bank_of("049999999") is None
