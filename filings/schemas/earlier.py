"""What an earlier filing tells the next one beside the answers that both ask for: what it was about, to whom it went.

`before` are its raw answers under English names; what follows is raw too, and may be a part of an answer.
"""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

from filings.questions.times import moment

Answers = dict[str, Any]

# A page that only one sort of paper has, and what that paper was about.
_ABOUT = {
    "outage": "quality",
    "defect": "upkeep",
    "leak": "upkeep",
    "overcharges": "overcharge",
    "documents": "information",
}


def subjects(before: Answers) -> list[str]:
    """What a housing paper was about: quality, upkeep, overcharge, information; empty for other papers."""
    return list(dict.fromkeys(about for page, about in _ABOUT.items() if "home" in before and before.get(page)))


def turned_to(before: Answers) -> Answers:
    """The earlier paper was itself an appeal: its addressee joins the rows, the day is asked."""
    addressee = before.get("recipient")
    title = addressee.get("title") if isinstance(addressee, dict) else None
    rows = [*(before.get("prior") or ()), *([{"to": title}] if title else [])]
    return {"approached": "да", "prior": rows} if rows else {}


def breach(before: Answers) -> Answers:
    """Since when, and the story, as the request to repair or the complaint about a service told them."""
    if isinstance(defect := before.get("defect"), dict):
        found = {name: defect.get(name) for name in ("since", "story") if defect.get(name)}
        return {"breach": found} if found else {}
    outage = before.get("outage")
    started = outage.get("started_at") if isinstance(outage, dict) else None
    try:
        return {"breach": {"since": f"{moment(started):%d.%m.%Y}"}} if started else {}
    except PydanticCustomError:
        return {}
