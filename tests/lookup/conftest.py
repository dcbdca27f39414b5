# SPDX-License-Identifier: MIT
"""The announcements that the bench makes up serve here too."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))
