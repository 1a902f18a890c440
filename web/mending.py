"""Where an answer is given: the address of the very question."""

from __future__ import annotations

from flask import url_for

from filings.questions.naming import Path
from filings.questions.pages import Page
from web.drafts import Draft
from web.way import row_url, rows_of


def mend_url(draft: Draft, path: Path, page: Page, *, shown: bool = True) -> str:
    """The very question on its page; `shown` shows there what is wrong and returns to the check page."""
    row = path[1] if page.many and len(path) > 1 and isinstance(path[1], int) else None
    inner = path[2:] if row is not None else path[1:] if page.block is not None else path
    anchor = "q-" + "-".join(str(part) for part in inner) if inner else None
    more = {"_anchor": anchor} | ({"back": "check", "show": "1"} if shown else {})
    if row is not None:
        return row_url(draft, page, row, **more)
    if page.many and not rows_of(draft, page):
        return row_url(draft, page, 0, **({"back": "check"} if shown else {}))
    return url_for("questions.page", filing_id=draft.id, key=page.key, **more)
