"""The account to which money is to be paid. The bank's name follows from its code."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator

from filings.parameters.banks import bank_of
from filings.questions import AccountNumber, Bik, Block, question
from filings.questions.identifiers import account_fits
from filings.questions.kept import doubtful, is_kept


class BankAccount(Block):
    """Банковские реквизиты получателя денег."""

    template_names: ClassVar[tuple[str, ...]] = ("банк", "корсчёт")

    bik: Bik = question("БИК банка", ru="бик", hint="9 цифр. Есть в приложении банка, в разделе «Реквизиты счёта»")
    account: AccountNumber = question("Номер счёта", ru="счёт", hint="20 цифр. Это не номер карты")

    @model_validator(mode="after")
    def _account_is_of_the_bank(self) -> BankAccount:
        if not account_fits(self.bik, self.account) and not is_kept(self.account):
            doubt = f"номер счёта {self.account} не сходится с БИК {self.bik} по контрольной цифре"
            advice = "сверьте обе строки с реквизитами в приложении банка"
            raise doubtful(doubt, advice, self.account, field="account")
        return self

    def template_values(self) -> dict[str, Any]:
        """«банк» and «корсчёт»; None when the code is not in the directory of banks."""
        bank = bank_of(self.bik)
        return {"банк": bank.name if bank else None, "корсчёт": bank.account if bank else None}
