# SPDX-License-Identifier: MIT
"""A small town that was built once, to be copied with its site and its cache."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The checkout; whoever edits makes a copy first."""
    # Imported here, because it must not bring MkDocs in before the host is chosen.
    from builds import attempt
    from edits import write_town

    root = write_town(tmp_path_factory.mktemp("standing") / "town")
    outcome = attempt(root)
    assert outcome.published, outcome.summary
    assert not outcome.warnings
    return root
