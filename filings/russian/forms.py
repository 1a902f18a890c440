"""Six cases and a gender: the shape in which every declined text travels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from filings.errors import ArgumentsError


class Case(StrEnum):
    """Падеж. The value is the English name, `.ru` the Russian one."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"

    @property
    def ru(self) -> str:
        """«родительный» for GENITIVE, and so on."""
        return _CASES_IN_RUSSIAN[self]

    @classmethod
    def parse(cls, name: str) -> "Case":
        """Read an English or a Russian name («genitive», «Родительный»); ArgumentsError for anything else."""
        wanted = name.strip().lower()
        for case in cls:
            if wanted in (case.value, case.ru):
                return case
        known = ", ".join(case.ru for case in cls)
        raise ArgumentsError(f"Нет такого падежа: «{name}». Выберите один из шести: {known}.")


_CASES_IN_RUSSIAN = {
    Case.NOMINATIVE: "именительный",
    Case.GENITIVE: "родительный",
    Case.DATIVE: "дательный",
    Case.ACCUSATIVE: "винительный",
    Case.INSTRUMENTAL: "творительный",
    Case.PREPOSITIONAL: "предложный",
}


class Gender(StrEnum):
    """Род. NEUTER is the grammatical gender of things; a person is never NEUTER."""

    MALE = "male"
    FEMALE = "female"
    NEUTER = "neuter"

    @property
    def ru(self) -> str:
        """«мужской», «женский», «средний»."""
        return {Gender.MALE: "мужской", Gender.FEMALE: "женский", Gender.NEUTER: "средний"}[self]


@dataclass(frozen=True)
class Forms:
    """One text in six cases. `gender` is None when unknown, or when the text is plural."""

    nominative: str
    genitive: str
    dative: str
    accusative: str
    instrumental: str
    prepositional: str
    gender: Gender | None = None
    plural: bool = False

    @classmethod
    def unchanging(cls, text: str, gender: Gender | None = None) -> "Forms":
        """The same text in every case."""
        return cls.of([text] * len(Case), gender)

    @classmethod
    def of(cls, cases: Iterable[str], gender: Gender | None = None, plural: bool = False) -> "Forms":
        """Six texts in the order of Case."""
        nominative, genitive, dative, accusative, instrumental, prepositional = cases
        return cls(nominative, genitive, dative, accusative, instrumental, prepositional, gender, plural)

    def get(self, case: Case) -> str:
        """The text in `case`."""
        return getattr(self, Case(case).value)

    def replaced(self, overrides: Mapping[str, str] | Mapping[Case, str]) -> "Forms":
        """A copy in which the forms a person has corrected win; keys are English or Russian names of cases."""
        return replace(self, **{Case.parse(name).value: text for name, text in overrides.items()})  # type: ignore[arg-type]
