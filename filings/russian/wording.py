"""The forms that one filing uses: what a person has corrected wins over what grammar would say."""

from collections.abc import Mapping

from filings.russian.decline import decline, is_person
from filings.russian.forms import Case, Forms, Gender
from filings.russian.names import (
    NBSP,
    decline_name,
    decline_short,
    detect_gender,
    initials,
    joined,
    short_name,
    split_full_name,
)

_I = Forms.of(["я", "меня", "мне", "меня", "мной", "мне"])

Overrides = Mapping[str, Mapping[str, str] | Mapping[Case, str]]


class Wording:
    """Every text of a filing in six cases: corrections first, then registered names, then grammar."""

    def __init__(self, names: Mapping[str, Forms] | None = None, overrides: Overrides | None = None) -> None:
        """`names` are forms known beforehand; `overrides` map a text to its corrected forms by the name of a case."""
        self._names = {_key(text): forms for text, forms in (names or {}).items()}
        self._overrides = {
            _key(text): {Case.parse(case): form for case, form in forms.items()}
            for text, forms in (overrides or {}).items()
        }
        for text in overrides or {}:
            if is_person(text):
                name = split_full_name(text)
                self._register_short(*name, self._names.get(_key(text), decline(text)).gender or detect_gender(*name))

    def form(self, text: str, case: Case) -> str:
        """`text` in `case`."""
        return self.forms(text).get(case)

    def forms(self, text: str) -> Forms:
        """`text` in all cases; NBSP and space are one, «ё» and «е» are not."""
        key = _key(text)
        known = self._names.get(key)
        if known is None:
            known = _pronoun(text) if key.lower() == "я" else decline(text)
        return known.replaced(self._overrides.get(key, {}))

    def register_name(
        self, surname: str, first: str, patronymic: str | None, gender: Gender | None, called: str = ""
    ) -> None:
        """Make known a person's full and short names; corrections of the full name reach the short ones.

        `called` is the full name behind a status: «индивидуальный предприниматель Оганесян Вазген». Of namesakes, the
        name alone has the forms of the first: that is the person who files.
        """
        full = " ".join(part for part in (surname, first, patronymic) if part)
        forms = decline_name(surname, first, patronymic, gender)
        self._names.setdefault(_key(full), forms)
        if called.endswith(f" {full}"):
            forms = forms.replaced(self._overrides.get(_key(full), {}))
            self._names[_key(called)] = joined([decline(called.removesuffix(f" {full}")), forms], gender)
        self._register_short(surname, first, patronymic, gender)

    def _register_short(self, surname: str, first: str, patronymic: str | None, gender: Gender | None) -> None:
        full = " ".join(part for part in (surname, first, patronymic) if part)
        corrected = {
            case: " ".join(form.split()[: len(surname.split())])
            for case, form in self._overrides.get(_key(full), {}).items()
        }
        surnames = decline_short(surname, "", None, gender).replaced(corrected)
        marks = Forms.unchanging(initials(first, patronymic))
        if not marks.nominative:
            return
        self._names[_key(f"{surname}{NBSP}{marks.nominative}")] = joined([surnames, marks], gender, NBSP)
        self._names[_key(short_name(surname, first, patronymic))] = joined([marks, surnames], gender, NBSP)


def _key(text: str) -> str:
    return " ".join(text.replace(NBSP, " ").split())


def _pronoun(text: str) -> Forms:
    if not text.strip().isupper():
        return _I
    return Forms.of(_I.get(case).capitalize() for case in Case)
