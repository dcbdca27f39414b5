# SPDX-License-Identifier: MIT
"""The options of a plugin that has none: whatever is written under it is a mistake."""

from __future__ import annotations

from mkdocs.config.base import Config


class NoOptions(Config):
    """An empty table of options, by which MkDocs warns of any."""
