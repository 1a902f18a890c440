"""Which names the service answers to: a page asked for under a foreign name is not given.

A name in the request's header is the visitor's own word. Without a list, addresses and names of one word are taken:
no stranger can make them lead here, as they can with a domain of theirs.
"""

from __future__ import annotations

import socket
from ipaddress import ip_address

from flask import Flask, request
from werkzeug.exceptions import BadRequest
from werkzeug.sansio.utils import host_is_trusted


class ForeignName(BadRequest):
    """The page was asked for under a name that is not ours."""


def guard(app: Flask, names: tuple[str, ...]) -> None:
    """Refuses requests under names that are not in `names`."""
    app.before_request(lambda: _refuse_foreign(names))


def _refuse_foreign(names: tuple[str, ...]) -> None:
    host = request.headers.get("Host", "")
    if not (host_is_trusted(host, names) if names else _is_local(host)):
        raise ForeignName


def _is_local(host: str) -> bool:
    name = host.rpartition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]
    name = name.casefold().rstrip(".")
    return "." not in name or name.endswith(".localhost") or name == socket.getfqdn().casefold() or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
