"""Who may run now: a few at a time, and whoever takes long moves aside so that the others do not wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore


class Lane:
    """The place of one document; `move_aside` gives it to the next, once, while there is room aside."""

    def __init__(self, places: BoundedSemaphore, aside: BoundedSemaphore) -> None:
        self._places, self._aside = places, aside
        self.is_aside = False

    def move_aside(self) -> bool:
        """True when the document has just moved."""
        if self.is_aside or not self._aside.acquire(blocking=False):
            return False
        self._places.release()
        self.is_aside = True
        return True

    def leave(self) -> None:
        """Frees the place it has now."""
        (self._aside if self.is_aside else self._places).release()


class Lanes:
    """As many places as workers, and twice as many aside."""

    def __init__(self, workers: int) -> None:
        self._places, self._aside = BoundedSemaphore(workers), BoundedSemaphore(2 * workers)

    @contextmanager
    def enter(self, seconds: float) -> Iterator[Lane]:
        """A place as soon as one is free; TimeoutError when none was within `seconds`."""
        if not self._places.acquire(timeout=max(0.0, seconds)):
            raise TimeoutError
        lane = Lane(self._places, self._aside)
        try:
            yield lane
        finally:
            lane.leave()
