# SPDX-License-Identifier: MIT
"""What is done after a page was served, once nobody has saved anything for a moment."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Later:
    """One piece of work at a time, in a thread of its own."""

    def __init__(self, quiet: float = 1.0) -> None:
        """`quiet` is for how many seconds nothing else may have begun."""
        self._quiet = quiet
        self._timer: threading.Timer | None = None

    def begin(self, work: Callable[[], None]) -> None:
        """Do something in a while, in place of what was to be done."""
        self.cancel()
        self._timer = threading.Timer(self._quiet, work)
        self._timer.daemon = True
        self._timer.start()

    def cancel(self) -> None:
        """Leave undone what has not begun, and wait for what has."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
            self._timer = None
