"""The packet: asked for, waited for, downloaded; and what to do with it."""

from __future__ import annotations

import io
from uuid import UUID

from flask import Blueprint, abort, flash, make_response, redirect, render_template, send_file, url_for

from web.drafts import Draft, own_draft
from web.packing import unpack
from web.services import services
from web.storage.packets import StoredPacket

pages = Blueprint("packet", __name__, url_prefix="/filing/<uuid:filing_id>/packet")
_REFRESH_SECONDS = "2"


@pages.post("/new")
def ask(filing_id: UUID):
    """Asks for the packet of the present answers."""
    return begin(own_draft(filing_id))


def begin(draft: Draft):
    """Puts the packet to work unless it is ready; back to the check page when some answers are wrong."""
    if draft.problems:
        flash("Пакет пока не собрать: сначала ответьте на вопросы, которые отмечены ниже.")
        return redirect(url_for("check.show", filing_id=draft.id))
    if not _is_fresh(draft, services().packets.latest(draft.id)):
        services().assembler.submit(services().packets.ask(draft.id))
    return redirect(url_for("packet.show", filing_id=draft.id))


@pages.get("")
def show(filing_id: UUID):
    """The state of the packet asked for last: in work, failed, or ready with what to do next."""
    draft = own_draft(filing_id)
    packet = services().packets.latest(draft.id)
    if packet is None:
        return redirect(url_for("check.show", filing_id=draft.id))
    if packet.status in ("waiting", "running"):
        services().assembler.look_after(packet)
        waiting = make_response(render_template("packet_waiting.html", draft=draft, packet=packet))
        # The header works without a script, and unlike a tag in the page it leaves no trap for screen readers.
        waiting.headers["Refresh"] = _REFRESH_SECONDS
        return waiting
    page = "packet_ready.html" if packet.status == "done" else "packet_failed.html"
    fresh = packet.filing_version == draft.stored.version
    files = {name: label for name, (_, label) in _files(draft).items() if _is_in(packet, name)}
    return render_template(page, draft=draft, packet=packet, fresh=fresh, files=files, back=_exhibits_url(draft))


@pages.get("/<name>")
def download(filing_id: UUID, name: str):
    """One file of the packet, or all of them as a zip."""
    draft = own_draft(filing_id)
    packet = services().packets.latest(draft.id)
    if packet is None or packet.status != "done" or name not in _files(draft) or not _is_in(packet, name):
        abort(404)
    packed = services().cases.files.get(f"packets/{packet.id}")
    content = packed if name == "all.zip" else unpack(packed)[name]
    return send_file(io.BytesIO(content), download_name=_files(draft)[name][0], as_attachment=True)


def _files(draft: Draft) -> dict[str, tuple[str, str]]:
    """Names in the address, each with the name under which it is saved and the words of the link."""
    title = draft.kind.about.printed
    return {
        "packet.pdf": (f"{title} — пакет.pdf", "Пакет для подачи, PDF"),
        f"{draft.kind.name}.docx": (f"{title}.docx", "Текст документа, Word"),
        "next_steps.pdf": ("Что делать дальше.pdf", "Памятка «Что делать дальше», PDF"),
        "all.zip": (f"{title} — всё вместе.zip", "Всё вместе, ZIP"),
    }


def _is_in(packet: StoredPacket, name: str) -> bool:
    return name == "all.zip" or name in packet.result.get("files", ())


def _is_fresh(draft: Draft, packet: StoredPacket | None) -> bool:
    return packet is not None and packet.status == "done" and packet.filing_version == draft.stored.version


def _exhibits_url(draft: Draft) -> str:
    return url_for("exhibits.show", filing_id=draft.id)
