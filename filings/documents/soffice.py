"""LibreOffice as an outside program: where it is, which version, its settings, one cold run with a life of its own."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from filings.documents.office.formats import ENDINGS, filter_of
from filings.documents.office.traces import wipe_sockets
from filings.errors import ConversionError

INSTALL = (
    "Установите LibreOffice Writer: apt install --no-install-recommends libreoffice-writer-nogui fonts-liberation2"
    " (не Debian и не Ubuntu: https://www.libreoffice.org)."
)
INSTALL_FONTS = "Установите шрифты Liberation: apt install fonts-liberation2."

AT_ONCE = threading.BoundedSemaphore(2)

_OUTPUT_FILTER = (
    'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{archival}"}},'
    '"ExportBookmarks":{{"type":"boolean","value":"{archival}"}},'
    '"ExportBookmarksToPDFDestination":{{"type":"boolean","value":"true"}},'
    '"SelectPdfVersion":{{"type":"long","value":"{version}"}},'
    '"ExportFormFields":{{"type":"boolean","value":"false"}}}}'
)
# A template or an exhibit may point at a file of this machine or at an address inside the network: block both.
_PROFILE = {
    "Office.Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
    },
    "Office.Common/Save/Document": {"AutoSave": "false", "CreateBackup": "false"},
    "Office.Common/Misc": {"FirstRun": "false", "CollectUsageInformation": "false", "CrashReport": "false"},
    "Office.Common/History": {"PickListSize": "0"},
    "Office.Recovery/RecoveryInfo": {"Enabled": "false"},
    "Office.Recovery/AutoSave": {"Enabled": "false"},
    "Setup/Office": {"ooSetupInstCompleted": "true"},
    "Office.Linguistic/General/SpellChecking": {"IsSpellAuto": "false"},
}


def find_soffice() -> Path:
    """Path of the program; ConversionError says what to install."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    raise ConversionError(f"Не найден LibreOffice, без него документ Word не превратить в PDF. {INSTALL}")


@lru_cache(maxsize=1)
def version() -> str:
    """«7.4.7.2»; ConversionError when LibreOffice does not answer."""
    try:
        said = subprocess.run(
            [find_soffice(), "--version"], capture_output=True, text=True, timeout=30, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ConversionError(f"LibreOffice установлен, но не запускается. {INSTALL}") from error
    if number := re.search(r"\d+(\.\d+)+", said):
        return number.group()
    raise ConversionError(f"LibreOffice установлен, но не называет свою версию. {INSTALL}")


def font_report(family: str = "Times New Roman") -> str:
    """The family that stands in for `family`, «Liberation Serif»; ConversionError when the layout would change."""
    try:
        command = ["fc-match", "--format", "%{family[0]}", family]
        found = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False).stdout.strip()
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ConversionError(f"Не найдена программа fc-match, шрифты не проверить. {INSTALL_FONTS}") from error
    if not found.startswith(("Liberation", family)):
        raise ConversionError(f"Вместо «{family}» будет «{found}», и число страниц изменится. {INSTALL_FONTS}")
    return found


def to_pdf(documents: Mapping[str, bytes], seconds: float, *, archival: bool = False) -> dict[str, bytes]:
    """PDF of every document that LibreOffice takes; a cold run of at most `seconds` for each format among them.

    PDF/A-2b if `archival`.
    """
    try:
        with AT_ONCE, tempfile.TemporaryDirectory(prefix="filings-pdf-", ignore_cleanup_errors=True) as temporary:
            return _in_folder(Path(temporary), documents, seconds, archival)
    except OSError as error:
        raise ConversionError(
            f"Документ Word не превратить в PDF: для временных файлов нет места ({error.strerror})."
            " Освободите место на диске или назовите другую папку в TMPDIR и повторите."
        ) from error


def _in_folder(folder: Path, documents: Mapping[str, bytes], seconds: float, archival: bool) -> dict[str, bytes]:
    """One run for the documents of each format: the input filter is fixed, never guessed."""
    of_format: dict[str, list[str]] = {}
    for name, content in documents.items():
        of_format.setdefault(filter_of(content), []).append(name)
    made: dict[str, bytes] = {}
    for number, (input_filter, names) in enumerate(of_format.items()):
        own = folder / str(number)
        (own / "in").mkdir(parents=True)
        files = {f"{place:04d}{ENDINGS[input_filter]}": name for place, name in enumerate(names)}
        for file, name in files.items():
            (own / "in" / file).write_bytes(documents[name])
        run(own, list(files), seconds, input_filter, archival=archival)
        printed = {name: (own / "out" / file).with_suffix(".pdf") for file, name in files.items()}
        made |= {name: path.read_bytes() for name, path in printed.items() if path.is_file()}
    return made


def furnish(folder: Path) -> None:
    """Everything that a LibreOffice of its own needs in `folder`: a profile, a home, a place for temporary files."""
    for name in ("tmp", "home", "profile/user"):
        (folder / name).mkdir(parents=True)
    (folder / "profile/user/registrymodifications.xcu").write_text(_registry(), encoding="utf-8")


def run(folder: Path, names: list[str], timeout: float, input_filter: str, *, archival: bool = False) -> None:
    """Turn `names` in `folder`/in into PDF in `folder`/out, in one process with its own profile and temporary files.

    The exit code is not looked at: it is 0 on most failures. The caller checks the PDFs.
    """
    furnish(folder)
    (folder / "out").mkdir()
    wish = _OUTPUT_FILTER.format(archival=str(archival).lower(), version=2 if archival else 0)
    command = [
        str(find_soffice()),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        f"--infilter={input_filter}", "--convert-to", wish, "--outdir", str(folder / "out"),
        *(str(folder / "in" / name) for name in names),
    ]  # fmt: skip
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ConversionError(f"LibreOffice не запускается. {INSTALL}") from error
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired as error:
        raise ConversionError(
            f"LibreOffice не закончил за {timeout:g} с и остановлен. Повторите; если не поможет, упростите документ."
        ) from error
    finally:
        # soffice is a shell around soffice.bin: killing only the child leaves the real one running
        _kill_group(process)
        wipe_sockets(folder)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def environment(folder: Path) -> dict[str, str]:
    """The variables for a LibreOffice in `folder`: nothing of ours but the way to programs."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp",
        "SAL_DISABLE_OPENCL": "1",
    }


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, properties in _PROFILE.items()
        for name, value in properties.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n"
    )
