"""A JPEG without what it tells about its maker: camera, place, time, previews; the picture stays bit for bit."""

import re

# ISO/IEC 10918-1, table B.1, and what decoders need of the application segments: JFIF, the colour profile, Adobe's
# word on the colours. EXIF and XMP (APP1), IPTC (APP13), comments and the rest say nothing about the picture itself.
_START, _END, _SCAN = b"\xff\xd8", 0xD9, 0xDA
_KEPT_APP = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_PROFILE, _COMMENT = 0xE2, 0xFE
_BARE = {0x01, *range(0xD0, 0xD8)}
_MARK = re.compile(rb"\xff+([^\x00\xff])")
# Inside a scan FF is followed by 00, by a restart mark or by more FF; anything else ends it.
_INSIDE = frozenset({0x00, 0xFF, *range(0xD0, 0xD8)})


def without_metadata(jpeg: bytes, *, profile: bool = True) -> bytes:
    """The same picture less its descriptions, and less everything after its end; unchanged when not understood.

    Without `profile` that of the colours goes too.
    """
    kept, at = [_START], 2
    if not jpeg.startswith(_START):
        return jpeg
    while mark := _MARK.match(jpeg, at):
        sign, at = mark[1][0], mark.end()
        if sign == _END:
            return b"".join([*kept, b"\xff\xd9"])
        if sign in _BARE:
            continue
        length = int.from_bytes(jpeg[at : at + 2], "big")
        segment, at = jpeg[at : at + length], at + length
        if length < 2 or len(segment) < length:
            return jpeg
        if _is_kept(sign, segment[2:]) and (profile or sign != _PROFILE):
            kept.append(b"\xff" + mark[1] + segment)
        if sign == _SCAN:
            ends = _end_of_scan(jpeg, at)
            kept.append(jpeg[at:ends])
            at = ends
    return jpeg


def _end_of_scan(jpeg: bytes, at: int) -> int:
    """Where the next mark stands, or the end of the file."""
    while (at := jpeg.find(b"\xff", at)) >= 0 and at + 1 < len(jpeg):
        if jpeg[at + 1] not in _INSIDE:
            return at
        at += 1
    return len(jpeg)


def _is_kept(sign: int, body: bytes) -> bool:
    if sign == _COMMENT:
        return False
    return not 0xE0 <= sign <= 0xEF or (sign in _KEPT_APP and body.startswith(_KEPT_APP[sign]))
