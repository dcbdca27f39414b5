# SPDX-License-Identifier: MIT
"""The command reads mkdocs.yml without MkDocs, and reads in it what the plugin is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sites import CONFIG, write_site

from linli.engine.settings import Settings, read_settings

pytestmark = pytest.mark.site

ROOT = Path(__file__).resolve().parents[2]


def as_the_plugin_makes_it(file: Path) -> Settings:
    from mkdocs.config import load_config

    config = load_config(str(file))
    settings: Settings = config.plugins["linli/articles"]._begin(config).settings
    return settings


def resolved(settings: Settings) -> Settings:
    overrides = settings.overrides and settings.overrides.resolve()
    return replace(settings, content=settings.content.resolve(), overrides=overrides)


def test_the_portal_s_own_configuration_is_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINLI_NOW", "2026-11-25 12:00")
    file = ROOT / "mkdocs.yml"
    assert resolved(read_settings(file)) == resolved(as_the_plugin_makes_it(file))


VARIANTS = {
    "as the tests have it": CONFIG,
    "in English, by files": CONFIG.replace("language: zh", "language: en_GB")
    + "use_directory_urls: false\n",
    "without an address": CONFIG.replace("site_url: https://paper.example/\n", ""),
    "an address without its slash": CONFIG.replace("example/", "example/local"),
    "plugins as a table": CONFIG.partition("plugins:")[0]
    + "plugins:\n  linli/articles: {page_size: 7, tagline: 甲, timezone: Asia/Urumqi}\n"
    "  linli/feeds: {}\n",
    "all options": CONFIG.replace(
        "- linli/articles",
        "- linli/articles:\n      tagline: 甲\n      sponsor: 乙\n      publisher: 丙\n"
        "      data_licence: 丙丁\n      serial: CN 00-0000\n      language: en\n      precompress: [gz]\n      licences:\n"
        "        - {text: 蜀ICP备0号}\n        - {text: 公安备0号, url: 'https://x.example'}",
    ),
}


@pytest.mark.parametrize("config", VARIANTS.values(), ids=VARIANTS)
def test_any_configuration_is_read_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str
) -> None:
    monkeypatch.setenv("LINLI_NOW", "2026-11-25 12:00")
    file = write_site(tmp_path, f"-- mkdocs.yml --\n{config}") / "mkdocs.yml"
    assert resolved(read_settings(file)) == resolved(as_the_plugin_makes_it(file))
