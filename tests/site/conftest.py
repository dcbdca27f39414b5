# SPDX-License-Identifier: MIT
"""What the tests of whole sites share: a build that must fail, and a picture from a camera."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

if TYPE_CHECKING:
    from sites import Built

Refused = Callable[[Path], tuple[int | None, str]]


@pytest.fixture
def refused(caplog: pytest.LogCaptureFixture) -> Refused:
    """Builds a site that must not be published; tells the exit code and all that was said."""
    from sites import NOW, build

    def make(root: Path, now: str = NOW) -> tuple[int | None, str]:
        caplog.clear()
        with caplog.at_level(logging.INFO, "mkdocs"), pytest.raises(SystemExit) as stopped:
            build(root, now)
        code = stopped.value.code
        assert code is None or isinstance(code, int)
        return code, "\n".join(record.getMessage() for record in caplog.records)

    return make


@pytest.fixture
def snapshot(tmp_path: Path) -> Callable[[str], Path]:
    """Puts a picture with a GPS position and a camera's number into the first site's folder."""

    def put(path: str) -> Path:
        file = tmp_path / "site0" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        exif = Image.Exif()
        exif[0x010F] = "SECRETMAKER"
        exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 34.0, 1.5), 3: "E", 4: (104.0, 3.0, 2.5)})
        exif.get_ifd(0x8769)[0xA431] = "SERIAL4711"
        Image.new("RGB", (640, 480), "orange").save(file, exif=exif)
        return file

    return put


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small town, built once for all tests of a worker that only look at it."""
    from sites import build, write_site
    from town import TOWN

    built = build(write_site(tmp_path_factory.mktemp("town"), TOWN))
    assert not built.warnings
    return built
