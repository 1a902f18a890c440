"""How a command of the command line ended."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """The exit code and both streams."""

    code: int
    out: str
    err: str
