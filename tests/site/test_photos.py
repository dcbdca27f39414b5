# SPDX-License-Identifier: MIT
"""Photos in a whole site: what is published of them, and what a build does not do twice."""

from __future__ import annotations

import io
import os
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pictures import claims_to_be
from PIL import Image, ImageDraw
from sites import CONFIG, OVERRIDES, Built, build, write_site

from linli.photos.darkroom import Darkroom

pytestmark = pytest.mark.site

WIDTHS = "[24, 48, 96]"
SMALL = CONFIG.replace("- linli/photos", f"- linli/photos: {{widths: {WIDTHS}}}")
STORY = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/lamp/index.md --
---
title: 灯亮了
date: 2026-11-20
category: news
bylines: [本报记者 李玥林]
---
灯亮了。

![路灯](lamp.jpg "灯亮了。"){ credit="李玥林 摄" }

![小巷](alley.png "小巷。"){ credit="李玥林 摄" }
"""


def picture(colour: str = "teal", format: str = "JPEG", size: tuple[int, int] = (120, 80)) -> bytes:
    buffer = io.BytesIO()
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((10, 10, 60, 60), fill="gold")
    image.save(buffer, format)
    return buffer.getvalue()


def story(root: Path, config: str = SMALL) -> Path:
    write_site(root, f"-- mkdocs.yml --\n{config}{STORY}")
    folder = root / "content/reports/2026/lamp"
    (folder / "lamp.jpg").write_bytes(picture())
    (folder / "alley.png").write_bytes(picture("silver", "PNG", (40, 60)))
    return root


def cache_of(root: Path) -> Path:
    return root / ".cache/linli/photos"


def times(folder: Path) -> dict[str, tuple[int, int]]:
    """When each file was written, and when last read."""
    return {
        entry.name: (entry.stat().st_mtime_ns, entry.stat().st_atime_ns)
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
    }


# What is published


def test_a_picture_is_offered_in_three_formats_and_all_widths(tmp_path: Path) -> None:
    built = build(story(tmp_path))
    main = built.main("reports/2026/lamp/")
    name = re.search(r"lamp\.[0-9a-f]{8}", main)
    assert name
    figure = main[main.index("<figure") :].split("</figure>")[0]
    sizes = 'sizes="(min-width: 96px) 96px, (min-width: 30rem) 92vw, 66vw"'

    def offers(suffix: str, *widths: int) -> str:
        paths = [f"../../../reports/2026/lamp/{name[0]}-{one}.{suffix} {one}w" for one in widths]
        return f'srcset="{", ".join(paths)}"'

    assert re.sub(r"base64,[\w+/=]+", "base64,…", figure) == (
        '<figure id="photo:1"><a class="nr-enlarge" '
        f'href="../../../reports/2026/lamp/{name[0]}-96.jpg"><picture>'
        f'<source {sizes} {offers("avif", 24, 48, 96)} type="image/avif">'
        f'<source {sizes} {offers("webp", 24, 48, 96)} type="image/webp">'
        f'<img alt="路灯" decoding="async" fetchpriority="high" height="64" {sizes} '
        f'src="../../../reports/2026/lamp/{name[0]}-96.jpg" {offers("jpg", 48, 96)} '
        'style="background:url(data:image/webp;base64,…) 0/cover" width="96"></picture></a>'
        '<figcaption><span class="caption">灯亮了。</span> '
        '<span class="credit">李玥林 摄</span></figcaption>'
    )


def test_every_rendition_that_a_page_names_is_there_and_no_other(tmp_path: Path) -> None:
    built = build(story(tmp_path))
    named: set[str] = set()
    for path, data in built.files.items():
        if path.endswith(".html"):
            named |= set(
                re.findall(r"(reports/2026/lamp/\w+\.[0-9a-f]{8}-\d+\.\w+)", data.decode())
            )
    there = {path for path in built.files if re.search(r"-\d+\.(avif|webp|jpg|png)$", path)}
    assert named == there
    # alley.png is 40 pixels wide: nothing is made wider than it is.
    assert sorted(re.findall(r"alley\.\w+-(\d+\.\w+)", "\n".join(sorted(there)))) == [
        *("24.avif", "24.webp", "40.avif", "40.jpg", "40.webp"),
    ]
    assert not any(path.endswith(("lamp.jpg", "alley.png")) for path in built.files)


def test_a_tall_picture_is_no_taller_than_a_window(tmp_path: Path) -> None:
    main = build(story(tmp_path)).main("reports/2026/lamp/")
    first, second = re.findall(r"<img(?![^>]* hidden)[^>]*>", main)
    assert "max-width" not in first
    assert ";max-width:min(100%,29.3rem)" in second
    assert 'loading="lazy"' in second


def moving(file: Path, **extra: object) -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("teal", "gold", "silver")]
    frames[0].save(file, save_all=True, append_images=frames[1:], duration=[40, 80, 0], **extra)


@pytest.mark.parametrize(("name", "loop"), [("lamp.gif", 0), ("lamp.webp", 3)])
def test_what_moves_is_kept_moving_and_stands_still_for_whoever_wants_it(
    tmp_path: Path, name: str, loop: int
) -> None:
    root = story(tmp_path)
    folder = root / "content/reports/2026/lamp"
    text = (folder / "index.md").read_text(encoding="utf-8").replace("lamp.jpg", name)
    (folder / "index.md").write_text(text, encoding="utf-8")
    moving(folder / name, loop=loop)
    built = build(root)
    (source,) = re.findall(
        r"<source[^>]*prefers-reduced-motion[^>]*>", built.main("reports/2026/lamp/")
    )
    assert 'media="(prefers-reduced-motion: no-preference)"' in source
    path = re.search(r"reports/2026/lamp/lamp\.\w+-\d+\.webp", source)
    assert path
    film = Image.open(io.BytesIO(built.files[path[0]]))
    durations = []
    for number in range(film.n_frames):
        film.seek(number)
        film.load()
        durations.append(film.info["duration"])
    assert (film.size, film.n_frames, film.info["loop"]) == ((60, 40), 3, loop)
    # A frame that claims to be seen for no time is seen for a tenth of a second.
    assert durations == [40, 80, 100]
    stills = [data for path, data in built.files.items() if re.search(r"lamp/lamp\..*jpg$", path)]
    assert stills
    for data in stills:
        image = Image.open(io.BytesIO(data)).convert("RGB")
        assert image.getpixel((3, 3))[2] > 100, "the first frame"


# The file itself


def given_away(root: Path, given: str = "original: true", *, withdrawn: bool = False) -> None:
    page = root / "content/reports/2026/lamp/index.md"
    text = STORY.split("index.md --\n")[1]
    keys = f"photos:\n  lamp.jpg:\n    {given}\n" if given else ""
    if withdrawn:
        keys += "status: withdrawn\nwithdrawn: {date: 2026-11-21, reason: 消息来源不实。}\n"
    page.write_text(text.replace("category: news\n", f"category: news\n{keys}"), encoding="utf-8")


def originals(built: Built) -> list[str]:
    return [path for path in built.files if re.search(r"lamp\.[0-9a-f]{8}\.jpg$", path)]


def test_a_file_is_given_away_only_where_the_editor_says_so_and_cleaned(tmp_path: Path) -> None:
    root = story(tmp_path)
    lamp = root / "content/reports/2026/lamp/lamp.jpg"
    exif = Image.Exif()
    exif[0x010F] = "SECRETMAKER"
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 34.0, 1.5), 3: "E", 4: (104.0, 3.0, 2.5)})
    Image.open(io.BytesIO(lamp.read_bytes())).save(lamp, exif=exif)
    assert b"SECRETMAKER" in lamp.read_bytes()
    assert originals(build(root)) == []
    given_away(root)
    built = build(root)
    (path,) = originals(built)
    data = built.files[path]
    assert b"SECRETMAKER" not in data
    assert not Image.open(io.BytesIO(data)).getexif()
    was = Image.open(lamp)
    assert Image.open(io.BytesIO(data)).tobytes() == was.tobytes(), "without loss"
    main = built.main("reports/2026/lamp/")
    assert (
        '<div><dt>原图</dt><dd><ul class="nr-links">\n'
        f'<li><a href="../../../{path}">lamp.jpg · 2 KB</a></li>\n</ul>\n'
        "</dd></div>"
    ) in main
    given_away(root, "original: false")
    assert originals(build(root)) == []


def test_what_was_withdrawn_gives_nothing_away(tmp_path: Path) -> None:
    root = story(tmp_path)
    given_away(root)
    assert originals(build(root))
    given_away(root, withdrawn=True)
    built = build(root)
    assert not [path for path in built.files if "lamp/lamp." in path]


# What is not done twice


def refuse(*_: object) -> None:
    raise AssertionError("a photo was touched")


def test_a_warm_build_touches_no_photo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = story(tmp_path)
    first = build(root).files
    before = times(cache_of(root))
    monkeypatch.setattr(Darkroom, "photo", refuse)
    monkeypatch.setattr(Darkroom, "file_of", refuse)
    page = root / "content/reports/2026/lamp/index.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("灯亮了。\n\n", "灯又亮了。\n\n"), encoding="utf-8"
    )
    second = build(root).files
    assert "灯又亮了" in second["reports/2026/lamp/index.html"].decode()
    assert {path for path in first if re.search(r"-\d+\.(avif|webp|jpg)$", path)} <= second.keys()
    assert times(cache_of(root)) == before


@pytest.mark.parametrize("lost", ["nothing", "site", "manifest"])
def test_renditions_survive_a_change_of_templates_and_a_lost_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    overrides = tmp_path / "overrides"
    shutil.copytree(OVERRIDES, overrides)
    root = story(tmp_path / "site0", SMALL.replace("OVERRIDES", overrides.as_posix()))
    first = build(root).files
    written = {name: wrote for name, (wrote, _) in times(cache_of(root)).items()}
    template = overrides / "article.html"
    template.write_text(
        template.read_text(encoding="utf-8").replace("<article", "<article id=changed"),
        encoding="utf-8",
    )
    if lost == "site":
        shutil.rmtree(root / "site")
    if lost == "manifest":
        shutil.rmtree(root / ".cache/linli/build")
    monkeypatch.setattr(Darkroom, "_print", refuse)
    second = build(root).files
    assert b"id=changed" in second["reports/2026/lamp/index.html"]
    pictures = {path for path in first if re.search(r"-\d+\.(avif|webp|jpg)$", path)}
    assert {path: second[path] for path in pictures} == {path: first[path] for path in pictures}
    assert {name: wrote for name, (wrote, _) in times(cache_of(root)).items()} == written


def test_the_cache_lets_go_of_what_was_not_used_for_a_fortnight(tmp_path: Path) -> None:
    root = story(tmp_path)
    build(root)
    cache = cache_of(root)
    first = set(times(cache))
    lamp = root / "content/reports/2026/lamp/lamp.jpg"
    was = lamp.read_bytes()
    lamp.write_bytes(picture("crimson"))
    half = cache / ".half-written.4711"
    half.write_bytes(b"x")
    build(root)
    kept = set(times(cache))
    assert first < kept, "a change may be taken back"
    long_ago = time.time() - 15 * 24 * 3600
    for file in cache.iterdir():
        os.utime(file, (long_ago, long_ago))
    lamp.write_bytes(picture("navy"))
    build(root)
    left = set(times(cache))
    assert not half.exists()
    keys = {re.match("[0-9a-f]+", name)[0] for name in left if re.match("[0-9a-f]+", name)}  # type: ignore[index]
    assert len(keys) == 2, "that of alley.png, which was in use, and the new one"
    lamp.write_bytes(was)
    again = build(root)
    assert first <= set(times(cache))
    assert any("lamp" in path and path.endswith(".avif") for path in again.files)


# Settings


@pytest.mark.parametrize("widths", ["[]", "[0, 480]", "[480, 16001]", "[-1]"])
def test_widths_that_nothing_can_be_drawn_in_are_refused(tmp_path: Path, widths: str) -> None:
    from mkdocs.exceptions import ConfigurationError

    root = story(tmp_path, SMALL.replace(WIDTHS, widths))
    with pytest.raises(ConfigurationError) as error:
        build(root)
    assert str(error.value) == (
        f"linli/photos: widths: `{widths}` are not whole numbers from 1 to 16000"
    )
    assert not (root / "site").exists()


def test_a_width_that_is_given_twice_is_drawn_once(tmp_path: Path) -> None:
    built = build(story(tmp_path, SMALL.replace(WIDTHS, "[48, 24, 48]")))
    pictures = [path for path in built.files if "lamp/lamp." in path]
    assert sorted(path.rpartition("-")[2] for path in pictures) == [
        *("24.avif", "24.webp", "48.avif", "48.jpg", "48.webp"),
    ]


# Faults


FAULTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut.jpg": (lambda: picture()[:400], "文件不完整或已损坏"),
    "half.png": (lambda: picture(format="PNG")[:-40], "文件不完整或已损坏"),
    "empty.jpg": (lambda: b"", "文件是空的"),
    "empty.webp": (lambda: b"", "文件是空的"),
    "misnamed.png": (picture, "它其实是 JPEG，扩展名应为 .jpg"),
    "misnamed.heic": (lambda: picture(format="PNG"), "它其实是 PNG，扩展名应为 .png"),
    "drawn.jpg": (lambda: picture(format="BMP"), "它其实是 BMP，这里不能用"),
    "text.jpg": (lambda: "不是图片".encode(), "它不是图片"),
    "zeros.gif": (lambda: bytes(300), "它不是图片"),
    "bomb.png": (lambda: claims_to_be(50_000, 50_000), "像素太多（最多 8000 万，每边最多 32000）"),
    "ribbon.png": (lambda: claims_to_be(50_000, 2), "像素太多（最多 8000 万，每边最多 32000）"),
}


def test_each_picture_that_is_no_good_is_told_with_its_line_and_the_old_site_stays(
    tmp_path: Path, refused: Callable[[Path], tuple[int | None, str]]
) -> None:
    root = story(tmp_path)
    before = build(root).files
    page = root / "content/reports/2026/lamp/index.md"
    text = page.read_text(encoding="utf-8")
    line = text.count("\n") + 2
    for name, (make, _) in FAULTS.items():
        (page.parent / name).write_bytes(make())
        text += '\n![图](dark.jpg "图。"){ credit="李玥林 摄" }\n'.replace("dark.jpg", name)
    page.write_text(text, encoding="utf-8")
    code, said = refused(root)
    assert code == 1
    told = [one for one in said.splitlines() if "image-unreadable" in one]
    assert told == [
        f"content/reports/2026/lamp/index.md:{line + 2 * number}: image-unreadable: "
        f"图片“{name}”打不开：{problem}。请重新导出后再放进来。"
        for number, (name, (_, problem)) in enumerate(FAULTS.items())
    ]
    assert Built(root, []).files == before


def test_a_picture_that_nobody_shows_and_nobody_can_open_stops_nobody(tmp_path: Path) -> None:
    root = story(tmp_path)
    (root / "content/reports/2026/lamp/cut.jpg").write_bytes(picture()[:400])
    built = build(root)
    assert not any("cut" in path for path in built.files)
