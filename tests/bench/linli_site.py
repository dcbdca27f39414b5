# SPDX-License-Identifier: MIT
"""The corpus as a newsroom that uses Linli would keep it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points, version
from pathlib import Path

from corpus import CATEGORIES, NOW, TOWN, Photo, Piece, write_photos
from generator import SITE, TITLE, Command, write_text

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"

FIRST = "linli/articles"
APART = frozenset({"linli/search"})
"""Hugo makes no search index, so ours is not counted against it."""
OPTIONS = {"linli/photos": "linli/photos: {share_cards: false}"}
"""Nor does it draw a picture of every article for those who pass it on."""

_CONFIG = """\
site_name: {title}
site_url: {site}
docs_dir: content
site_dir: site
theme: {{name: material, custom_dir: overrides, language: zh, font: false}}
plugins: [{plugins}]
nav:
  - 首页: index.md
  - 新闻: [reports/index.md, {categories}]
  - 公告: announcements/index.md
  - 地点: places/index.md
not_in_nav: |
  /about/
"""
_PAGES = {
    "index.md": "---\ntitle: 首页\n---\n",
    "about/corrections.md": "---\ntitle: 更正与撤回\n---\n见报有错，我们更正。\n",
    "about/privacy.md": "---\ntitle: 隐私\n---\n本站不设缓存标识。\n",
    "about/contact.md": "---\ntitle: 联系\n---\n请写信来。\n",
    "about/newsroom.md": "---\ntitle: 编辑部\n---\n编辑部在街上。\n",
    "about/reposting.md": "---\ntitle: 转载\n---\n转载请注明出处。\n",
}


@dataclass(frozen=True)
class LinliSite:
    """Linli under MkDocs, with a copy of the real templates."""

    root: Path
    name: str = "Linli"
    with_search: bool = False

    @property
    def versions(self) -> Mapping[str, str]:
        packages = ("linli", "mkdocs", "mkdocs-material", "markdown", "pillow")
        return {name: version(name) for name in packages}

    @property
    def output(self) -> Path:
        return self.root / "site"

    @property
    def kept(self) -> tuple[Path, ...]:
        # Photos are measured by themselves: here they have been developed.
        cache = self.root / ".cache" / "linli"
        return self.output, *(cache / name for name in ("build", "serve", "templates"))

    @property
    def frame(self) -> Path:
        return self.root / "overrides" / "frame.html"

    @property
    def build(self) -> Command:
        return self._mkdocs("build", "--strict", "--quiet")

    def serve(self, port: int) -> Command:
        return self._mkdocs("serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}")

    def _mkdocs(self, *arguments: str) -> Command:
        environment = {
            "LINLI_NOW": NOW,
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
        }
        command = (sys.executable, "-m", "mkdocs", *arguments, "--config-file", "mkdocs.yml")
        return Command(command, self.root, environment)

    def begin(self) -> None:
        config = _CONFIG.format(
            title=TITLE,
            site=SITE,
            plugins=", ".join(_plugins(() if self.with_search else APART)),
            categories=", ".join(f"categories/{slug}.md" for slug in CATEGORIES),
        )
        write_text(self.root / "mkdocs.yml", config)
        shutil.copytree(OVERRIDES, self.root / "overrides")
        content = self.root / "content"
        for path, text in _PAGES.items():
            write_text(content / path, text)
        for order, (slug, name) in enumerate(CATEGORIES.items()):
            front = f"---\nname: {name}\norder: {order}\n---\n{name}的报道都在这里。\n"
            write_text(content / "categories" / f"{slug}.md", front)
        write_text(content / "places.yml", "".join(_gazetteer()))
        write_photos(content / "photos")

    def write(self, piece: Piece) -> None:
        keys = "".join(f"{key}: {_yaml(value)}\n" for key, value in _front_matter(piece).items())
        write_text(
            self.root / "content" / f"{piece.path}.md",
            f"---\n{keys}---\n{piece.markdown(_figure)}",
        )


def _plugins(without: Iterable[str]) -> list[str]:
    names = {point.name for point in entry_points(group="mkdocs.plugins")} - {FIRST, *without}
    named = [FIRST, *sorted(name for name in names if name.startswith("linli/"))]
    return [OPTIONS.get(name, name) for name in named]


def _yaml(value: object) -> str:
    """A value as flow YAML; JSON is some."""
    return json.dumps(value, ensure_ascii=False)


def _front_matter(piece: Piece) -> dict[str, object]:
    keys: dict[str, object] = {"title": piece.title, "date": piece.day.isoformat()}
    keys["places"] = ["/".join(piece.places)]
    if piece.kind == "reports":
        return keys | {"category": piece.category, "bylines": [f"本报记者 {piece.author}"]}
    keys |= {"id": piece.id, "code": piece.code}
    if piece.kind == "notices":
        keys["issuer"] = {"name": piece.author}
        return keys | (
            {piece.named_day[0]: piece.named_day[1].isoformat()} if piece.named_day else {}
        )
    numbers = [{"label": label, "value": value} for label, value in piece.numbers]
    keys["holder"] = {"type": "organisation", "name": piece.author}
    document: dict[str, object] = {"name": piece.document, "numbers": numbers}
    if "银行" in piece.document:
        document["issuer"] = "示例银行"
    return keys | {"documents": [document]}


def _figure(photo: Photo) -> str:
    return (
        f'![{photo.alt}](../../photos/{photo.file} "{photo.caption}"){{ credit="{photo.credit}" }}'
    )


def _gazetteer() -> Iterator[str]:
    for district, streets in TOWN.items():
        yield f"- name: {district.name}\n  slug: {district.slug}\n  children:\n"
        for street, communities in streets.items():
            yield f"    - name: {street.name}\n      slug: {street.slug}\n      children:\n"
            for community in communities:
                yield f"        - {{name: {community.name}, slug: {community.slug}}}\n"
