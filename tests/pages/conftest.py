# SPDX-License-Identifier: MIT
"""What the tests of pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sites import Built


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small town, built once for all tests of a worker that only look at it."""
    from sites import build, write_site
    from town import TOWN

    built = build(write_site(tmp_path_factory.mktemp("town"), TOWN))
    assert not built.warnings
    return built
