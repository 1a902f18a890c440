"""What a person has just sent and we could not save: kept on the page of the error, to be sent once more."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import HTTPException

_OURS = {"csrf_token", "do", "seen", "mark"}
_CODE = re.compile(r"[a-z0-9_]*")


@dataclass(frozen=True)
class Unsaved:
    """The fields of a form with their values; `texts` are those that a person typed, not chose."""

    fields: list[tuple[str, str]]
    texts: list[str]
    had_files: bool
    again: str = ""
    """Where to send the same once more; empty when that would not help."""


def unsaved(*, again: bool) -> Unsaved | None:
    """What the request brought, if anything that a person typed; `again` when it is worth sending once more."""
    try:
        sent, files = request.form, request.files
    except HTTPException:  # what was sent cannot be read at all
        return None
    fields = [(name, value) for name, value in sent.items(multi=True) if name != "csrf_token"]
    texts = [value for name, value in fields if name not in _OURS and value.strip() and not _CODE.fullmatch(value)]
    had_files = any(one.filename for one in files.values())
    if request.method != "POST" or not (texts or had_files):
        return None
    return Unsaved(fields, texts, had_files, request.full_path.rstrip("?") if again else "")
