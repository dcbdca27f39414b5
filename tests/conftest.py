# SPDX-License-Identifier: MIT
"""Options of the suite, and the two fixtures that most tests use."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from sites import Built, Site


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--host", choices=("mkdocs", "properdocs"), default="mkdocs")
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["DISABLE_MKDOCS_2_WARNING"] = "true"
    os.environ.pop("LINLI_NOW", None)
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    if config.getoption("--host") == "properdocs":
        # From here on `import mkdocs` means ProperDocs, as under its own command.
        importlib.import_module("properdocs.replacement")


def _shared(tmp_path_factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder that all workers share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def developed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of photos: whoever builds the portal first fills it."""
    return _shared(tmp_path_factory, "developed")


@pytest.fixture(scope="session", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of compiled templates: to compile them is half of what a small site takes."""
    os.environ["LINLI_COMPILED"] = str(_shared(tmp_path_factory, "compiled"))
    yield
    del os.environ["LINLI_COMPILED"]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Builds the site whose files stand in the text; a warning that nobody expects fails."""
    # Imported here, because it must not bring MkDocs in before the host is chosen.
    from sites import NOW, build, write_site

    built: list[tuple[Built, bool]] = []

    def make(text: str, now: str = "", *, expect_warnings: bool = False, **settings: Any) -> Built:
        one = build(write_site(tmp_path / f"site{len(built)}", text), now or NOW, **settings)
        built.append((one, expect_warnings))
        return one

    yield make
    for one, expected in built:
        assert expected or not one.warnings, one.warnings


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Holds a text against a file of golden/ beside the test; --update-golden writes it."""

    def hold(name: str, text: str) -> None:
        file = request.path.parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), f"{file.name} is not there yet: --update-golden writes it"
        assert text == file.read_text(encoding="utf-8")

    return hold
