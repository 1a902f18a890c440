"""The share of income that goes to the children, and how it lessens as they grow up. Source: СК РФ, ст. 81, п. 1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from filings.parameters import parameter
from filings.questions import Block
from filings.schemas.conclusions import fact
from filings.schemas.family._child import Child


class Stage(Block):
    """A share, and the children with whose majority it ends."""

    share: str = fact("Доля", ru="доля")
    until: tuple[str, ...] = fact("До чьего совершеннолетия", ru="до_кого")


def share_of(children: int, on: date) -> str:
    """«1/3» for two children; three and more share alike."""
    shares = parameter("alimony_shares").at(on).value
    return str(shares[min(children, len(shares)) - 1])


def stages(children: Sequence[Child], on: date) -> tuple[Stage, ...]:
    """From the present share to that of the youngest; neighbouring stages with the same share are one.

    Children born on one day come of age together.
    """
    ordered = sorted(children, key=lambda child: child.adult_on)
    found: list[Stage] = []
    left = len(ordered)
    for _, group in groupby(ordered, key=lambda child: child.adult_on):
        names = tuple(child.full_name for child in group)
        share = share_of(left, on)
        left -= len(names)
        if found and found[-1].share == share:
            found[-1] = Stage(share=share, until=names)
        else:
            found.append(Stage(share=share, until=names))
    return tuple(found)
