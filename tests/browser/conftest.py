# SPDX-License-Identifier: MIT
"""One build of the portal and one browser for all tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from portal_build import build_portal, copy_portal
from served import CHROMIUM, FLAGS, served


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, developed: Path) -> Path:
    """The portal's site folder."""
    root = copy_portal(tmp_path_factory.mktemp("browser") / "portal", developed)
    build_portal(root)
    return root / "site"


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Where the portal is served."""
    with served(folder) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()
