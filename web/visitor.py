"""Who is asking: the browser's signed cookie holds secret tokens of cases and nothing else of the person."""

from __future__ import annotations

from uuid import UUID

from flask import Response, abort, session

from web.services import services
from web.storage.cases import StoredFiling

_MOST_CASES = 60  # three quarters of what a cookie may hold


def tokens() -> list[str]:
    """The tokens of the cases begun in this browser."""
    found = session.get("cases", [])
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def remember(token: str, *, lasting: bool = True) -> None:
    """Keeps a token. Those that open nothing any more go; the oldest goes when there are too many for a cookie.

    On somebody else's device the cookie is not `lasting`: it ends when the browser is closed.
    """
    session["cases"] = [*services().access.alive(tokens()), token][-_MOST_CASES:]
    session.permanent = lasting


def own_filing(filing_id: UUID) -> StoredFiling:
    """The filing if it was begun in this browser; otherwise 404, the same as for one that does not exist."""
    found = services().cases.find(filing_id, tokens()) if tokens() else None
    if found is None:
        abort(404)
    return found


def wipe(response: Response) -> Response:
    """Leaves nothing of ours in the browser: neither the cookie nor a kept page."""
    session.clear()
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
