# SPDX-License-Identifier: MIT
"""Packed copies beside the texts of a site, where its host sends them as they are."""

from __future__ import annotations

import gzip
import importlib
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import ConfigurationError
from sites import CONFIG, NOW, Built, Site, build, write_site
from town import TOWN

from linli.engine.explain import explain
from linli.engine.precompression import SMALLEST, packing
from linli.engine.settings import SettingsError, read_clock, read_settings

REPORT = "content/reports/2026/bridge.md"


def config(value: str, urls: str = "true") -> str:
    packing = CONFIG.replace("linli/articles", f"linli/articles: {{precompress: {value}}}")
    return f"{packing}use_directory_urls: {urls}\n"


def town(value: str = "[gz, br]", urls: str = "true") -> str:
    return f"{TOWN}-- mkdocs.yml --\n{config(value, urls)}"


def again(built: Built, value: str | None = None) -> Built:
    """Build over the last build, with another value of the setting where one is given."""
    if value is not None:
        (built.root / "mkdocs.yml").write_text(
            config(value).replace("OVERRIDES", _overrides(built)), encoding="utf-8"
        )
    return build(built.root, NOW)


def _overrides(built: Built) -> str:
    text = (built.root / "mkdocs.yml").read_text(encoding="utf-8")
    return text.partition("custom_dir: ")[2].partition(",")[0]


def edit(built: Built, path: str, before: str, after: str) -> None:
    file = built.root / path
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def as_a_clean_build(built: Built, site: Site) -> dict[str, bytes]:
    """What a first build makes of the same sources."""
    paths = [built.root / "mkdocs.yml", *sorted((built.root / "content").rglob("*.*"))]
    return site(
        "".join(
            f"-- {path.relative_to(built.root).as_posix()} --\n{path.read_text(encoding='utf-8')}"
            for path in paths
        )
    ).files


def unpacked(path: str, data: bytes) -> bytes:
    if path.endswith(".gz"):
        return gzip.decompress(data)
    return bytes(importlib.import_module("brotli").decompress(data))


def copies(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.endswith((".gz", ".br"))}


@pytest.mark.site
@pytest.mark.parametrize("urls", ["true", "false"])
def test_every_large_text_has_a_copy_of_each_form_that_holds_the_same(
    site: Site, urls: str
) -> None:
    files = site(town(urls=urls)).files
    plain = site(town("[]", urls)).files
    packed = copies(files)
    assert plain == {path: data for path, data in files.items() if path not in packed}
    texts = (".html", ".css", ".js", ".json", ".ndjson", ".xml", ".txt", ".svg", ".csv", ".ics")
    large = {
        path
        for path, data in plain.items()
        if path.endswith((*texts, ".webmanifest")) and len(data) >= SMALLEST
    }
    assert packed.keys() == {f"{path}{suffix}" for path in large for suffix in (".gz", ".br")}
    assert "feeds/atom.xml.br" in packed
    for path, data in packed.items():
        assert unpacked(path, data) == plain[path[:-3]]
        assert len(data) < len(plain[path[:-3]])


def test_by_itself_nothing_has_a_copy(site: Site) -> None:
    assert copies(site(TOWN).files) == {}


def test_a_copy_bears_neither_time_nor_name(site: Site) -> None:
    head = site(town("gz")).files["index.html.gz"][:10]
    assert head[:8] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"


@pytest.mark.site
def test_an_edit_gives_what_a_clean_build_gives(site: Site) -> None:
    built = site(town())
    edit(built, REPORT, "街坊走得稳当", "街坊走得更稳当")
    edit(built, "content/lost/2026/L-2026-0001.md", "510116600123456", "510116600123464")
    after = again(built).files
    assert after == as_a_clean_build(built, site)
    path = "reports/2026/bridge/index.html"
    assert "走得更稳当" in gzip.decompress(after[f"{path}.gz"]).decode()


def test_what_is_removed_takes_its_copies_along(site: Site) -> None:
    built = site(town())
    assert "reports/2025/gone/index.html.gz" in built.files
    (built.root / "content/reports/2025/gone.md").unlink()
    (built.root / "content/lost/2026/L-2026-0001.md").unlink()
    after = again(built).files
    assert after == as_a_clean_build(built, site)
    assert not any(path.startswith("reports/2025/gone/") for path in after)


def test_a_file_that_becomes_small_loses_its_copies(site: Site) -> None:
    built = site(f"{town()}-- content/about/list.txt --\n{'街坊。' * 200}\n")
    assert "about/list.txt.br" in built.files
    (built.root / "content/about/list.txt").write_text("街坊。\n", encoding="utf-8")
    after = again(built).files
    assert "about/list.txt.br" not in after
    assert "about/list.txt.gz" not in after
    assert after == as_a_clean_build(built, site)


def test_the_setting_is_switched_on_changed_and_off_over_a_standing_site(site: Site) -> None:
    built = site(town("[]"))
    before = built.files
    stamp = (built.site / "index.html").stat().st_mtime_ns
    for value in ("[gz]", "[gz, br]", "[br]"):
        assert again(built, value).files == as_a_clean_build(built, site), value
    # The file itself was not written again.
    assert (built.site / "index.html").stat().st_mtime_ns == stamp
    assert again(built, "[]").files == before


def test_a_copy_that_somebody_took_away_or_changed_is_made_again(site: Site) -> None:
    built = site(town())
    before = built.files
    (built.site / "index.html.gz").unlink()
    (built.site / "reports/2026/bridge/index.html.br").write_bytes(b"no")
    a_leaf = next(path for path in before if path.startswith("lookup/") and path.endswith(".gz"))
    (built.site / a_leaf).unlink()
    assert again(built).files == before


def test_without_an_edit_no_copy_is_made(site: Site) -> None:
    built = site(town())
    stamps = {path: (built.site / path).stat().st_mtime_ns for path in built.files}
    again(built)
    assert {path: (built.site / path).stat().st_mtime_ns for path in built.files} == stamps


def test_why_a_copy_was_made_is_told(site: Site) -> None:
    built = site(town())
    settings = read_settings(built.root / "mkdocs.yml")
    clock = read_clock(settings.portal.zone, NOW)
    path = "reports/2026/bridge/index.html.gz"
    kept = list(explain(settings, clock, settings.site, path))
    assert kept[-1] == list(explain(settings, clock, settings.site, path[:-3]))[-1]
    edit(built, REPORT, "街坊走得稳当", "街坊走得更稳当")
    would = list(explain(settings, clock, settings.site, path))
    assert would[-1] != kept[-1]
    assert would[-1] == list(explain(settings, clock, settings.site, path[:-3]))[-1]


def test_a_form_that_there_is_not_is_refused(site: Site) -> None:
    with pytest.raises(ConfigurationError) as refused:
        site(town("[gz, zst]"))
    assert str(refused.value) == (
        "linli/articles: precompress: `zst` is not a way to pack a file; use gz or br"
    )


def test_what_is_no_list_is_refused_on_the_command_line_too(tmp_path: Path) -> None:
    file = write_site(tmp_path, town("{gz: 9}")) / "mkdocs.yml"
    with pytest.raises(SettingsError, match=r"`{'gz': 9}` is not a list; use \[gz, br\]"):
        read_settings(file)


def test_a_missing_library_is_named(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    packing.cache_clear()
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'linli\[brotli\]'"):
        site(town("br"))
