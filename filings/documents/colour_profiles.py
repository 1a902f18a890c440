"""Whether the colour profile inside a picture describes its colours: with one that does not, readers draw nothing."""

from __future__ import annotations

import io

from PIL import ImageCms

# ICC.1:2010, 7.2.6: the colour space that the profile is for.
_SPACES = {"1": "GRAY", "L": "GRAY", "LA": "GRAY", "P": "RGB", "RGB": "RGB", "RGBA": "RGB", "CMYK": "CMYK"}


def fits(profile: bytes, mode: str) -> bool:
    """Whether the profile can be read and is for pictures of this Pillow mode."""
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ValueError, TypeError):
        return False
    return opened.profile.xcolor_space.strip() == _SPACES.get(mode)
