# SPDX-License-Identifier: MIT
"""The bench is a program of its own: its modules find each other beside themselves."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
