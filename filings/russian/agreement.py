"""Agreement: which of the ready forms fits the gender or the number of whom the text speaks."""

from filings.errors import ArgumentsError
from filings.russian.forms import Gender


def agree(gender: Gender | None, male: str, female: str, neuter: str | None = None, plural: str | None = None) -> str:
    """Choose «обратился» or «обратилась». Gender None takes `plural`; where that is not given it is an error.

    Nothing is guessed: a document never says «обратился(лась)».
    """
    by_gender = {Gender.MALE: male, Gender.FEMALE: female, Gender.NEUTER: neuter, None: plural}
    chosen = by_gender[gender]
    if chosen is None:
        raise ArgumentsError(f"Неизвестно, как согласовать «{male}» или «{female}»: укажите пол или род.")
    return chosen
