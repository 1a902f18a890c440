"""One file written whole or not at all."""

import os
import secrets
from pathlib import Path

from filings.errors import FilingError


def write_file(path: Path, content: bytes) -> None:
    """Write beside and rename; a Russian error when the disk or the folder refuses."""
    aside = path.parent / f".{path.name}.{secrets.token_hex(4)}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(content)
        os.replace(aside, path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise FilingError(f"Файл {path} не записан ({error.strerror}). Укажите другое место.") from error
