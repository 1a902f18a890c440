"""One family of errors: a Russian text for the person, an exit code, an HTTP status."""

from dataclasses import dataclass


class FilingError(Exception):
    """Something that the person who asked can understand and mend."""

    exit_code = 1
    http_status = 500

    def __init__(self, message: str) -> None:
        """`message` is Russian, says what is wrong and how to mend it."""
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Problem:
    """One wrong answer: `path` as the person wrote it («долги.2.срок»), `message` in Russian.

    `instead` is the name of the kind of filing that fits when this one does not.
    """

    path: str
    message: str
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class ArgumentsError(FilingError):
    """A command or a request was called with wrong arguments."""

    exit_code = 2
    http_status = 400


class AnswersError(FilingError):
    """The answers do not make a filing; `problems` names every place."""

    exit_code = 2
    http_status = 422

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class TemplateError(FilingError):
    """A Word template cannot be used: the text names the paragraph and the tag."""

    exit_code = 3
    http_status = 500


class ExhibitError(FilingError):
    """A file that was to be attached cannot be used; the packet is not made."""

    exit_code = 4
    http_status = 422

    def __init__(self, name: str, reason: str) -> None:
        """`name` is the file's name as the person knows it, `reason` is Russian."""
        super().__init__(f"Файл «{name}» нельзя приложить: {reason}")
        self.name = name
        self.reason = reason


class ConversionError(FilingError):
    """Word could not be turned into PDF on this machine."""

    exit_code = 5
    http_status = 503


class LegalValueMissing(FilingError):
    """No legal value is recorded for the date asked; nothing is guessed."""

    exit_code = 6
    http_status = 422
