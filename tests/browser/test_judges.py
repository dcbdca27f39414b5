# SPDX-License-Identifier: MIT
"""Two judges from outside: vnu for the HTML of every page, axe for those who cannot see it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from served import PAGES

TOOLS = Path(__file__).resolve().parents[1] / "tools" / "node_modules"

pytestmark = [pytest.mark.browser, pytest.mark.validator]


def test_no_page_has_an_error_in_its_html(folder: Path) -> None:
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    # "info" without a subtype is a remark on taste, such as a slash at the end of a void element.
    found = [one for one in messages if one["type"] == "error" or one.get("subType") == "warning"]
    assert [f"{one['url'].rpartition('/site/')[2]}: {one['message']}" for one in found] == []


@pytest.mark.parametrize("view", ["light", "dark", "elder"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_barrier_on_any_template(
    chromium: Browser, address: str, view: str, width: int
) -> None:
    axe = (TOOLS / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if view == "dark" else "light",
        bypass_csp=True,
    )
    found: list[str] = []
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(f"{address}{path}{'?elder=1' if view == 'elder' else ''}")
        page.wait_for_load_state("load")
        page.evaluate(axe)
        result = page.evaluate("axe.run({resultTypes: ['violations']})")
        found += [
            f"{name}: {one['id']}: {node['target']}"
            for one in result["violations"]
            for node in one["nodes"]
        ]
    context.close()
    assert found == []
