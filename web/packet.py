"""The packet: asked for, waited for, downloaded; and what to do with it."""

from __future__ import annotations

import io
from datetime import date, datetime
from uuid import UUID

from flask import Blueprint, abort, flash, make_response, redirect, render_template, send_file, url_for

from web import downloads
from web.calendar_file import calendar_of
from web.chain import offered
from web.clock import today
from web.drafts import Draft, own_draft
from web.filing_online import online_of
from web.services import services
from web.storage.packets import StoredPacket

pages = Blueprint("packet", __name__, url_prefix="/filing/<uuid:filing_id>/packet")
_REFRESH_SECONDS = "1"


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
    return render_template(
        page,
        draft=draft,
        packet=packet,
        fresh=fresh,
        groups=downloads.groups_of(draft, packet),
        everything=downloads.everything(draft, packet),
        online=online_of(packet),
        nearest=_nearest(packet),
        follows=offered(draft),
        back=_exhibits_url(draft),
    )


@pages.get("/days.ics")
def days(filing_id: UUID):
    """The days that matter, for the calendar of a phone."""
    draft = own_draft(filing_id)
    packet = services().packets.latest(draft.id)
    if packet is None or packet.status != "done" or not _days(packet):
        abort(404)
    content = calendar_of(draft.id, draft.kind.about.title, sorted(_days(packet)))
    return send_file(io.BytesIO(content), "text/calendar", download_name="Сроки.ics", as_attachment=True)


@pages.get("/<name>")
def download(filing_id: UUID, name: str):
    """One file of the packet, or all of them as a zip."""
    draft = own_draft(filing_id)
    packet = services().packets.latest(draft.id)
    if packet is None or packet.status != "done":
        abort(404)
    wanted = downloads.find(draft, packet, name) or abort(404)
    try:
        packed = services().cases.files.get(f"packets/{packet.id}")
    except FileNotFoundError:  # replaced meanwhile by a packet made anew, or lost with a disk
        flash("Этот пакет уже не хранится. Соберите его заново: ответы и приложения на месте.")
        return redirect(url_for("exhibits.show", filing_id=draft.id))
    content = downloads.content_of(draft, packet, name, packed)
    return send_file(content, download_name=wanted.saved_as, as_attachment=True)


def _nearest(packet: StoredPacket) -> tuple[date, str] | None:
    """The first day that is still ahead."""
    return min((one for one in _days(packet) if one[0] >= today()), default=None)


def _days(packet: StoredPacket) -> list[tuple[date, str]]:
    """The days that the sheet of next steps names, with what is to be done."""
    terms = packet.result.get("next_steps", {}).get("terms", ())
    return [(datetime.strptime(one["day"], "%d.%m.%Y").date(), one["what"]) for one in terms if one.get("day")]


def _is_fresh(draft: Draft, packet: StoredPacket | None) -> bool:
    """Whether to make it once more would change nothing: it holds the present answers, and lacks no files."""
    done = packet is not None and packet.status == "done" and packet.filing_version == draft.stored.version
    if not done or "failed" in (packet.result.get("efiling") or {}):
        return False
    return services().cases.files.has(f"packets/{packet.id}")


def _exhibits_url(draft: Draft) -> str:
    return url_for("exhibits.show", filing_id=draft.id)
