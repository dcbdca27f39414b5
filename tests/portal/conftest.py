# SPDX-License-Identifier: MIT
"""One build of the real portal for all tests of a worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal_build import Portal, build_portal, copy_portal


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory, developed: Path) -> Portal:
    return build_portal(copy_portal(tmp_path_factory.mktemp("portal") / "a", developed))
