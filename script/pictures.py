"""Pictures for the README: the service in a browser at phone and desk width, and a packet as its sheets."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright
from waitress import create_server

from filings.assembly import ExhibitFile, assemble
from filings.catalogue import kind_of
from filings.questions.reading import read_answers
from web import create_app
from web.config import Settings

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
ON = date(2026, 11, 22)
PHONE, DESK = (360, 740), (1280, 800)
GREY = (205, 205, 205)


def main() -> None:
    """Write every picture into docs/pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        photograph_packet(Path(folder))
        with service(Path(folder) / "data") as address:
            photograph_pages(address)


def photograph_packet(folder: Path) -> None:
    """The sheets of the wage claim side by side."""
    kind = kind_of("wage_claim")
    exhibit = ExhibitFile(_scan(folder / "договор.png"), title="Копия трудового договора от 01.02.2024 № 18/2024")
    packet = assemble(kind, read_answers(kind.sample), on=ON, exhibits=[exhibit])
    (folder / "packet.pdf").write_bytes(packet.files["packet.pdf"])
    subprocess.run(["pdftoppm", "-r", "45", "-png", folder / "packet.pdf", folder / "sheet"], check=True)
    sheets = [Image.open(path) for path in sorted(folder.glob("sheet*.png"))]
    _side_by_side(sheets, per_row=4).save(PICTURES / "packet.png", optimize=True)


def photograph_pages(address: str) -> None:
    """The start page at the desk; the page of a kind, a question and an error on a phone."""
    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        desk = browser.new_page(viewport=dict(zip(("width", "height"), DESK, strict=True)))
        desk.goto(address)
        desk.screenshot(path=PICTURES / "start.png")
        phone = browser.new_page(viewport=dict(zip(("width", "height"), PHONE, strict=True)))
        phone.goto(f"{address}/kinds/wage_claim")
        shots = [phone.screenshot()]
        phone.get_by_label("Даю согласие").check()
        phone.get_by_role("button", name="Начать").click()
        shots.append(phone.screenshot())
        phone.get_by_label("Фамилия").fill("Ivanova")
        phone.locator(".actions button[value=next]").click()
        shots.append(phone.screenshot())
        browser.close()
    for number, shot in enumerate(shots):
        (PICTURES / f"phone{number}.png").write_bytes(shot)
    parts = [Image.open(PICTURES / f"phone{number}.png") for number in range(len(shots))]
    _side_by_side(parts, per_row=len(parts)).save(PICTURES / "phone.png", optimize=True)
    for number in range(len(shots)):
        (PICTURES / f"phone{number}.png").unlink()


@contextmanager
def service(data: Path) -> Iterator[str]:
    """The service on a free port with a database of its own; yields its address."""
    app = create_app(Settings(data=data, keys=data / "keys"))
    server = create_server(app, host="127.0.0.1", port=0)
    Thread(target=server.run, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        app.extensions["filings"].close()


def _scan(path: Path) -> Path:
    """A sheet that looks like a scanned contract; no real document."""
    sheet = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(sheet)
    for line in range(40):
        width = 980 if line % 6 else 600
        draw.rectangle((130, 160 + 36 * line, 130 + width, 168 + 36 * line), fill=90)
    sheet.save(path, dpi=(150, 150))
    return path


def _side_by_side(images: list[Image.Image], *, per_row: int) -> Image.Image:
    gap = 12
    rows = [images[start : start + per_row] for start in range(0, len(images), per_row)]
    width = max(sum(image.width + gap for image in row) for row in rows) + gap
    height = sum(max(image.height for image in row) + gap for row in rows) + gap
    sheet, top = Image.new("RGB", (width, height), GREY), gap
    for row in rows:
        left = gap
        for image in row:
            sheet.paste(image, (left, top))
            left += image.width + gap
        top += max(image.height for image in row) + gap
    return sheet


if __name__ == "__main__":
    main()
