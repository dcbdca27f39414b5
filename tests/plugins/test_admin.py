# SPDX-License-Identifier: MIT
"""Where the forms are published and where not, and what an editor is told instead."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest
from mkdocs.exceptions import ConfigurationError
from sites import CONFIG, Site, build, write_site

from linli.engine.vendored import NotAsLockedError, NotInstalledError, read_program

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "node_modules/@sveltia/cms"
GITHUB = "{backend: github, repo: example/linli}"
LOST_TO = "写稿表单的程序还没有装。运行 make forms 装上，/admin/ 就能用了。"


def with_admin(options: str) -> str:
    return f"-- mkdocs.yml --\n{CONFIG}  - linli/admin: {options}\n"


def install(root: Path) -> Path:
    """A program as npm leaves it, and as small as can be."""
    files = {"npm/index.js": "export default {}", "locales/zh-CN.json": '{"save": "<保存>"}\n'}
    lines = []
    for name, text in files.items():
        file = root / ".vendor" / PACKAGE / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        lines.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {PACKAGE}/{name}\n")
    (root / ".vendor" / "sha256sums").write_text("".join(lines), encoding="utf-8")
    return root / ".vendor"


@pytest.mark.site
def test_without_a_back_end_nothing_is_published(site: Site) -> None:
    built = site(with_admin("{}"))
    assert [path for path in built.files if "admin" in path] == []


@pytest.mark.site
def test_with_a_back_end_the_forms_are_published_and_nobody_is_led_there(
    site: Site, tmp_path: Path
) -> None:
    install(tmp_path / "site0")
    built = site(with_admin(GITHUB))
    files = built.files
    (module,) = [path for path in files if path.endswith("npm/index.js")]
    folder = module.removesuffix("@sveltia/cms/npm/index.js")
    assert re.fullmatch(r"admin/program\.[0-9a-f]{8}/", folder)
    words = files[f"{folder}@sveltia/cms/locales/zh-CN.js"].decode()
    assert words == 'export default {"save": "<保存>"};\n'
    page = built.text("admin/")
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert "admin" not in built.text("sitemap.xml")
    assert [path for path, data in files.items() if b"admin/" in data] == []
    # A host's policy or the page's own: only this text may stand in the page and run.
    import_map = re.search(r'<script type="importmap">(.*)</script>', page)
    assert import_map
    digest = base64.b64encode(hashlib.sha256(import_map[1].encode()).digest()).decode()
    assert f"&#39;sha256-{digest}&#39;" in page
    for target in json.loads(import_map[1])["imports"].values():
        assert target.startswith(f"./{folder.removeprefix('admin/')}")
    (script,) = re.findall(r'<script type="module" src="([^"]+)">', page)
    assert f"admin/{script}" in files
    config = json.loads(built.text("admin/config.json"))
    assert config["locale"] == "zh-CN"
    assert config["cms"]["backend"]["repo"] == "example/linli"
    assert config["cms"]["collections"][0]["folder"] == "content/reports"


@pytest.mark.site
def test_a_new_category_is_offered_by_the_next_build(site: Site, tmp_path: Path) -> None:
    root = tmp_path / "site0"
    install(root)
    before = site(with_admin(GITHUB)).files
    (root / "content/categories").mkdir()
    (root / "content/categories/news.md").write_text("---\nname: 社区治理\n---\n", "utf-8")
    after = build(root).files
    assert "社区治理".encode() not in before["admin/config.json"]
    assert "社区治理".encode() in after["admin/config.json"]
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text("utf-8").replace(GITHUB, "{}"), "utf-8"
    )
    assert [path for path in build(root).files if "admin" in path] == []


@pytest.mark.site
def test_a_back_end_without_the_program_stops_the_build(site: Site) -> None:
    with pytest.raises(ConfigurationError, match=f"^linli/admin: {re.escape(LOST_TO)}$"):
        site(with_admin(GITHUB))


@pytest.mark.site
def test_whoever_serves_is_told_how_to_get_the_forms(tmp_path: Path) -> None:
    built = build(write_site(tmp_path, with_admin("{}")), command="serve")
    assert [path for path in built.files if path.startswith("admin")] == []
    assert any(record.getMessage().endswith(LOST_TO) for record in built.records)
    assert built.warnings == []


@pytest.mark.site
def test_whoever_serves_has_forms_for_the_checkout(tmp_path: Path) -> None:
    install(tmp_path)
    built = build(write_site(tmp_path, with_admin("{}")), command="serve")
    config = json.loads(built.text("admin/config.json"))
    assert config["cms"]["backend"] == {
        "name": "gitea",
        "repo": f"local/{tmp_path.name}",
        "auth_methods": ["token"],
    }
    where = f"写稿表单在 /admin/，用 Chrome 或 Edge 打开，选这个文件夹：{tmp_path}"
    assert any(record.getMessage().endswith(where) for record in built.records)
    built = build(write_site(tmp_path, with_admin("{local: false}")), command="serve")
    assert [path for path in built.files if path.startswith("admin")] == []


@pytest.mark.site
def test_a_file_that_was_not_locked_is_never_published(tmp_path: Path) -> None:
    vendor = install(tmp_path)
    (vendor / PACKAGE / "npm/index.js").write_text("export default 1", "utf-8")
    said = (
        "linli/admin: 写稿表单的文件 node_modules/@sveltia/cms/npm/index.js 和登记的校验值不符。"
        "请运行 make forms 重新安装。"
    )
    with pytest.raises(ConfigurationError, match=f"^{re.escape(said)}$"):
        build(write_site(tmp_path, with_admin(GITHUB)))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            "{backend: github}",
            "linli/admin: repo: `` is not a repository; write owner/name",
        ),
        (
            "{backend: gitea, repo: linli/}",
            "linli/admin: repo: `linli/` is not a repository; write owner/name",
        ),
        (
            "{backend: gitea, repo: a/b, api_root: 'http://git.example/api/v1'}",
            "linli/admin: api_root: `http://git.example/api/v1` is not safe to sign in at; "
            "write https://…",
        ),
    ],
)
def test_a_back_end_that_cannot_be_used_is_said(tmp_path: Path, options: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{re.escape(said)}$"):
        build(write_site(tmp_path, with_admin(options)))


def test_a_server_of_ones_own_signs_its_editors_in(tmp_path: Path) -> None:
    install(tmp_path)
    options = "{backend: gitea, repo: a/b, api_root: 'https://git.example/api/v1', app_id: '7'}"
    built = build(write_site(tmp_path, with_admin(options)))
    backend = json.loads(built.text("admin/config.json"))["cms"]["backend"]
    assert backend["base_url"] == "https://git.example"
    assert "connect-src &#39;self&#39; blob: data: https://git.example;" in built.text("admin/")


# The program itself


def test_what_is_published_is_what_is_locked() -> None:
    program = read_program(ROOT / ".vendor")
    names = [copy.path for copy in program.copies]
    assert "@sveltia/cms/npm/index.js" in names
    assert "@sveltia/cms/LICENSE.txt" in names
    assert "js-yaml/dist/js-yaml.js" in names
    assert "js-yaml/LICENSE" in names
    assert json.loads(program.chinese)["save"] == "保存"


def test_the_check_sums_are_written_from_what_npm_has_installed(tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(ROOT / ".vendor/node_modules")
    subprocess.run([ROOT / ".ci/npm-sums", tmp_path], check=True)
    locked = (ROOT / ".vendor/sha256sums").read_text(encoding="utf-8")
    assert (tmp_path / "sha256sums").read_text(encoding="utf-8") == locked


def test_what_is_not_there_is_not_taken_for_what_was_changed(tmp_path: Path) -> None:
    with pytest.raises(NotInstalledError):
        read_program(tmp_path)
    vendor = install(tmp_path)
    (vendor / PACKAGE / "npm/index.js").unlink()
    with pytest.raises(NotAsLockedError, match=r"npm/index\.js$"):
        read_program(vendor)
