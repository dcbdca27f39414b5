# SPDX-License-Identifier: MIT
"""Whatever lies in a content folder is read or told of; nothing an editor saves is an exception."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from linli.engine.load import load
from linli.engine.manifest import Manifest
from linli.engine.shelves import Shelves
from linli.engine.stocktaking import Order, Stocktaking
from linli.language.languages import Language
from linli.newsroom.diagnostics import Diagnostic
from linli.newsroom.portal import Clock, Portal
from linli.photos.darkroom import Darkroom
from linli.reading.schema import KEYS

ZONE = ZoneInfo("Asia/Shanghai")
CLOCK = Clock(datetime(2024, 7, 10, 12, 0, tzinfo=ZONE))
PORTAL = Portal(name="邻里")
PATHS = st.sampled_from(
    [
        "index.md",
        "places.yml",
        "about/privacy.md",
        "categories/governance.md",
        "people/shenyue.md",
        "reports/2024/lamp.md",
        "reports/2024/lane/index.md",
        "reports/lamp.md",
        "notices/2024/N-2024-0001.md",
        "notices/2024/N-2024-0002.md",
        "lost/2024/L-2024-0001.md",
        "topics/a.md",
    ]
)

SCALARS = st.one_of(
    st.sampled_from(
        [
            *("2024-07-01", "2024年7月1日", "2024-07-01 09:30", "0001-01-01", "9999-12-31", "~"),
            *("N-2024-0001", "N-2024-0002", "L-2024-0001", "4004", "1003", "9001", "9002", "3001"),
            *("N2510116MF1516847Y", "13800138000", "11010519491231002X", "古家社区", "governance"),
            *("published", "withdrawn", "repost", "lead", "full", "person", "true", "0", "-1"),
            *("记者 沈悦", "古家社区供图", "", "灯:亮", "[", "&a", "*a", "!x", "灯 #1", "'", '"a"'),
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=20),
)
INNER = [
    "name", "slug", "children", "type", "numbers", "label", "value", "show", "uscc", "desk",
    "phone", "kind", "text", "reason", "how", "page", "minors", "caption", "alt", "a.jpg", "x",
]  # fmt: skip
WORDS = [*sorted({spelling for key in KEYS for spelling in key.spellings}), *INNER]


def flow(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(st.sampled_from(WORDS), children).map(lambda pair: f"{pair[0]}: {pair[1]}")
    return st.one_of(
        st.lists(children, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(pairs, max_size=3).map(lambda items: f"{{{', '.join(items)}}}"),
    )


VALUES = st.recursive(SCALARS, flow, max_leaves=6)
LINES = st.tuples(st.sampled_from(WORDS), st.sampled_from([": ", ":", "：", ":\t"]), VALUES).map(
    "".join
)
BODIES = st.one_of(
    st.text("灯a1 #*_`[]()<>!{}\"'=\\|~:/.-&;^\n\t\x02\x03\u2028", max_size=60),
    st.lists(
        st.sampled_from(
            [
                *(
                    "声明作废。",
                    "[甲](lane/index.md#乙)",
                    "![](a.jpg)",
                    "<br>",
                    "# 甲",
                    "13800138000",
                ),
                *("[甲](http://[)", "![灯](http://[)", "![灯](\x00.jpg)", "[甲][乙]\n\n[乙]: x"),
                *(f"![灯]({'a' * 300}.jpg)", "`" * 9, "```", "> > >", "[TOC]", "[^1]", "甲,乙"),
                *("[^1]: 甲", "|甲|\n|-|"),
            ]
        ),
        max_size=6,
    ).map("\n".join),
)


@st.composite
def pieces(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(LINES, max_size=8))
    fence = draw(st.sampled_from(["---\n", "---\n", "---\n", "", "\n---\n", "———\n"]))
    text = fence + "\n".join(lines) + "\n---\n" + draw(BODIES)
    end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    return text.replace("\n", end).encode("utf-8", "surrogatepass")


def take(root: Path) -> tuple[tuple[Diagnostic, ...], set[str]]:
    """What is said of a content folder, and which of its files were read."""
    manifest = Manifest(root / "manifest.db", "")
    shelves = Shelves(manifest, ZONE)
    darkroom = Darkroom(root / "content", root / "photos")
    order = Order(root / "content", PORTAL, CLOCK, darkroom, lambda stands: {})
    said = Stocktaking(order, manifest, shelves).take().diagnostics
    read = {value.source.path for value in shelves.manuscripts()}
    manifest.close()
    return said, read


def hold(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        for path, data in files.items():
            file = root / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        said, read = take(root)
        loaded = load(root / "content", PORTAL, CLOCK, root / "cache", lambda stands: {})
        assert loaded.diagnostics == said
    for finding in said:
        for language in Language:
            assert finding.line(language)
        data = files.get(finding.location.path, b"")
        ends = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n")
        assert 1 <= finding.location.line <= ends + 1, finding
    for path in files:
        told = any(finding.location.path == path for finding in said)
        assert path in read or told or path == "places.yml"


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(PATHS, st.binary(max_size=80), max_size=4))
@example({"reports/2024/lamp.md": b"---\n\xff\xfe"})
@example({"places.yml": b"- - - -"})
@example({"places.yml": b"\n---\n "})
def test_bytes_of_any_sort_are_told_of(files: dict[str, bytes]) -> None:
    hold(files)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(PATHS, pieces(), min_size=1, max_size=5))
@example({"reports/2024/lamp.md": b"---\ndate: 0001-01-01 00:00+14:00\n---\n"})
@example({"reports/2024/lamp.md": b"---\ntitle: " + b"[" * 100_000 + b"\n---\n"})
@example({"reports/2024/lamp.md": b"---\ntitle: ab\n---\n" + b"> " * 5_000 + b"a"})
def test_front_matter_of_any_sort_is_read_or_told_of(files: dict[str, bytes]) -> None:
    hold(files)
