"""Settings of the service: from the environment, with defaults that work on one machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

SERVICE_NAME = "Своё право"
FILE_BYTES = 30 * 1024 * 1024
REQUEST_BYTES = 100 * 1024 * 1024
FORM_BYTES = 4 * 1024 * 1024
KEEP_DAYS = 30

_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Settings:
    """Where everything is kept. `database_url` empty means a server started inside `data`.

    `keys` lies outside the database, so that its copy alone opens nothing; `https` marks cookies as secure;
    `hosts` are the names that the service answers to, empty for any.
    """

    data: Path = _ROOT / "var"
    keys: Path = _ROOT / "var" / "keys"
    database_url: str = ""
    https: bool = False
    hosts: tuple[str, ...] = ()
    workers: int = 2

    @classmethod
    def from_environment(cls) -> Settings:
        """FILINGS_DATA, FILINGS_KEYS, DATABASE_URL, FILINGS_HTTPS, FILINGS_HOSTS, FILINGS_WORKERS."""
        data = Path(os.environ.get("FILINGS_DATA") or cls.data)
        return cls(
            data=data,
            keys=Path(os.environ.get("FILINGS_KEYS") or data / "keys"),
            database_url=os.environ.get("DATABASE_URL", ""),
            https=os.environ.get("FILINGS_HTTPS", "") in ("1", "yes", "true"),
            hosts=tuple(name for name in os.environ.get("FILINGS_HOSTS", "").replace(",", " ").split() if name),
            workers=int(os.environ.get("FILINGS_WORKERS") or cls.workers),
        )
