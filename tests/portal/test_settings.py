# SPDX-License-Identifier: MIT
"""The command reads mkdocs.yml without MkDocs, and reads in it what the plugin is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from sites import CONFIG, Site, write_site

from linli.engine.settings import Settings, SettingsError, read_settings

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
        "- linli/articles:\n      tagline: 甲\n      icp: 蜀ICP备2026000000号-1\n"
        "      public_security: 川公网安备 51000000000000号\n      news_licence: '51000000000'\n"
        "      sponsor: 乙\n      publisher: 丙\n"
        "      data_licence: 丙丁\n      serial: CN 00-0000\n      supervisor: 丁\n"
        "      postal: 00-0\n      price: 免费\n      founded: 1998年\n      language: en\n      precompress: [gz]\n      licences:\n"
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


WRONG = {
    "icp: ICP备00000000号": "icp: `ICP备00000000号` is not written as the register writes it; "
    "copy it from the certificate, like 蜀ICP备00000000号-1",
    "icp: 蜀ICP备1号": "icp: `蜀ICP备1号` is not written as the register writes it; "
    "copy it from the certificate, like 蜀ICP备00000000号-1",
    "public_security: 51000000000000": "public_security: `51000000000000` is not written as the "
    "register writes it; copy it from the certificate, like 川公网安备51000000000000号",
    "news_licence: '510'": "news_licence: `510` is not written as the register writes it; "
    "copy it from the certificate, like 51000000000",
}


@pytest.mark.parametrize("option", WRONG)
def test_a_licence_number_that_no_register_has_is_refused(tmp_path: Path, option: str) -> None:
    config = CONFIG.replace("- linli/articles", f"- linli/articles: {{{option}}}")
    file = write_site(tmp_path, f"-- mkdocs.yml --\n{config}") / "mkdocs.yml"
    with pytest.raises(SettingsError) as refused:
        read_settings(file)
    assert str(refused.value) == f"linli/articles: {WRONG[option]}"


def test_licences_stand_in_the_foot_and_lead_to_their_registers(site: Site) -> None:
    config = CONFIG.replace(
        "- linli/articles",
        "- linli/articles:\n      icp: 蜀ICP备00000000号-1\n"
        "      public_security: 川公网安备 51000000000000 号\n      news_licence: '51000000000'\n"
        "      licences: [{text: 川B2-00000000}]",
    )
    foot = site(f"-- mkdocs.yml --\n{config}").text("index.html").rpartition("<footer")[2]
    shown = re.findall(r"<li>(?:<a href=\"([^\"]*)\">)?([^<]+)(?:</a>)?</li>", foot)[-4:]
    assert shown == [
        ("https://beian.miit.gov.cn/", "蜀ICP备00000000号-1"),
        (
            "https://beian.mps.gov.cn/#/query/webSearch?code=51000000000000",
            "川公网安备51000000000000号",
        ),
        ("", "川B2-00000000"),
        ("", "互联网新闻信息服务许可证：51000000000"),
    ]
