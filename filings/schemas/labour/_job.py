"""The job as papers outside a court need it."""

from __future__ import annotations

from filings.questions import YesNo, question
from filings.schemas.employment import Job


class PresentJob(Job):
    """Работа: кем, с какого дня, работает ли человек сейчас."""

    ended: YesNo = question("Вы уволились или вас уволили?", ru="уволен", default=False)
