"""Settings of the service: from the environment, with defaults that work on one machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

SERVICE_NAME = "Своё право"
FILE_BYTES = 30 * 1024 * 1024
WORD_BYTES = 10 * 1024 * 1024
MOST_FILES = 150
REQUEST_BYTES = 100 * 1024 * 1024
FORM_BYTES = 4 * 1024 * 1024
KEEP_DAYS = 30
FINISHED_DAYS = 180

_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Settings:
    """Where everything is kept. `database_url` empty means a server started inside `data`.

    `keys` lies outside the database, so that its copy alone opens nothing; `https` marks cookies as secure;
    `hosts` are the names that the service answers to, empty for addresses and names of this machine;
    `proxies` is how many of them stand in front and tell the visitor's address; `limits` is where attempts are
    counted, in this process or by an address that Flask-Limiter knows, empty for nowhere; `exit_to` is where
    «Быстро уйти» leads; `specimen` marks every packet with «ОБРАЗЕЦ», for a trainer's service.
    The operator answers for the personal data by law and is named in the consent.
    """

    data: Path = _ROOT / "var"
    keys: Path = _ROOT / "var" / "keys"
    database_url: str = ""
    https: bool = False
    hosts: tuple[str, ...] = ()
    workers: int = 2
    proxies: int = 0
    limits: str = "memory://"
    exit_to: str = "https://ya.ru/pogoda"
    specimen: bool = False
    operator: str = ""
    operator_address: str = ""
    operator_contact: str = ""

    @classmethod
    def from_environment(cls) -> Settings:
        """The variables of the README, empty ones as if absent."""
        data = Path(os.environ.get("FILINGS_DATA") or cls.data)
        return cls(
            data=data,
            keys=Path(os.environ.get("FILINGS_KEYS") or data / "keys"),
            database_url=os.environ.get("DATABASE_URL", ""),
            https=_is_yes("FILINGS_HTTPS"),
            hosts=tuple(name for name in os.environ.get("FILINGS_HOSTS", "").replace(",", " ").split() if name),
            workers=int(os.environ.get("FILINGS_WORKERS") or cls.workers),
            proxies=int(os.environ.get("FILINGS_PROXIES") or cls.proxies),
            limits={"off": ""}.get(limits := os.environ.get("FILINGS_LIMITS") or cls.limits, limits),
            exit_to=os.environ.get("FILINGS_EXIT_TO") or cls.exit_to,
            specimen=_is_yes("FILINGS_SPECIMEN"),
            operator=os.environ.get("FILINGS_OPERATOR", "").strip(),
            operator_address=os.environ.get("FILINGS_OPERATOR_ADDRESS", "").strip(),
            operator_contact=os.environ.get("FILINGS_OPERATOR_CONTACT", "").strip(),
        )


def _is_yes(variable: str) -> bool:
    return os.environ.get(variable, "") in ("1", "yes", "true")
