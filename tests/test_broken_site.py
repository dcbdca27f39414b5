# SPDX-License-Identifier: MIT
"""One site on which everything is wrong, and all that an editor is told of it, word for word."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import ExifTags, Image

from linli.engine.load import load
from linli.engine.stocktaking import Taken
from linli.language.languages import Language
from linli.language.messages import COMPARED, MESSAGES
from linli.newsroom.photos import PhotoMetadata
from linli.newsroom.portal import Clock, Portal
from linli.photos.xmp import xmp_packet

BROKEN = Path(__file__).parent / "sites" / "broken"
NOW = datetime(2026, 7, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def add_what_git_cannot_hold(content: Path) -> None:
    """Files that no version control and no Windows would keep as they are."""
    reports = content / "reports/2026"
    Image.new("RGB", (8, 8), "orange").save(reports / "lamp.jpg")
    whole = (reports / "lamp.jpg").read_bytes()
    words = Image.Exif()
    words[ExifTags.Base.ImageDescription] = "Seen by 13900000000"
    Image.new("RGB", (8, 8), "navy").save(reports / "talking.jpg", exif=words)
    agency = PhotoMetadata("路灯亮了。", "王小明", "邻里／供图", "", "巷口的一盏路灯")
    Image.new("RGB", (8, 8), "gold").save(reports / "captioned.jpg", xmp=xmp_packet(agency))
    words[ExifTags.Base.ImageDescription] = b"\xff\xff\xff"
    Image.new("RGB", (8, 8), "grey").save(reports / "garbled.jpg", exif=words)
    Image.new("RGB", (8, 8), "teal").save(reports / "open-ended.png")
    (reports / "open-ended.png").write_bytes((reports / "open-ended.png").read_bytes()[:-12])
    (reports / "cut-off.jpg").write_bytes(whole[: len(whole) // 3])
    text = "---\ntitle: 巷子里的灯亮了\n---\n正文。\n"
    (reports / "windows.md").write_bytes(text.encode("gbk"))
    (reports / "windows-unicode.md").write_bytes(text.encode("utf-16"))
    (reports / "empty.md").write_bytes(b"")
    (reports / "locked.md").write_text(text, encoding="utf-8")
    (reports / "backup.md~").write_text(text, encoding="utf-8")
    (reports / "UPPER.MD").write_text(text, encoding="utf-8")
    (reports / "link.md").symlink_to(reports / "locked.md")
    os.mkfifo(reports / "pipe.md")


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Taken:
    content = tmp_path / "content"
    shutil.copytree(BROKEN / "content", content)
    add_what_git_cannot_hold(content)
    read_bytes = Path.read_bytes

    def refuse_one(path: Path) -> bytes:
        # Not by chmod: root, who runs the tests in a container, may read everything.
        if path.name == "locked.md":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse_one)
    return load(content, Portal(name="邻里"), Clock(NOW), tmp_path / "cache", lambda _: {})


@pytest.mark.parametrize(
    ("language", "file"),
    [(Language.ZH_HANS, "messages.zh.txt"), (Language.EN, "messages.en.txt")],
)
def test_an_editor_is_told_of_every_mistake_in_these_words(
    broken: Taken, golden: Callable[[str, str], None], language: Language, file: str
) -> None:
    lines = [f"{finding.severity.value} {finding.line(language)}" for finding in broken.diagnostics]
    golden(str(BROKEN / file), "\n".join(lines) + "\n")


def test_every_message_is_said_at_least_once(broken: Taken) -> None:
    assert {finding.code for finding in broken.diagnostics} == set(MESSAGES) - COMPARED


def test_at_least_seventy_mistakes_are_found_in_file_order(broken: Taken) -> None:
    places = [finding.location for finding in broken.diagnostics]
    assert len(places) >= 70
    assert places == sorted(places)


def test_a_broken_site_is_never_published(broken: Taken) -> None:
    assert broken.has_errors


def test_no_line_is_told_of_more_than_two_ways_unless_it_holds_a_list_of_them(
    broken: Taken,
) -> None:
    """Follow-up noise: three messages about one line mean one mistake told three times."""
    lists = {"bylines-wrong.md", "references-wrong.md", "links-wrong.md", "keys-missing.md"}
    counts = Counter(
        finding.location
        for finding in broken.diagnostics
        if Path(finding.location.path).name not in lists
    )
    assert {place: count for place, count in counts.items() if count > 2} == {}


def test_every_line_that_is_named_exists(broken: Taken, tmp_path: Path) -> None:
    for finding in broken.diagnostics:
        file = tmp_path / "content" / finding.location.path
        if finding.location.line > 1:
            lines = file.read_bytes().count(b"\n") + 1
            assert finding.location.line <= lines, finding
