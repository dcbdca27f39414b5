# SPDX-License-Identifier: MIT
"""`linli check --against REV`: what was published does not vanish, and changes only openly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import commit, git, repository
from sites import CONFIG

from linli.cli import main

NOW = "2026-11-25 12:00"
SITE = """\
-- content/places.yml --
- {name: 新津区, slug: xinjin}
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/小桥.md --
---
title: 桥修好了
date: 2026-11-10
category: news
bylines: [本报记者 李玥林]
---
小桥昨天修好，走得稳当。
-- content/reports/2026/draft.md --
---
title: 还没写完
date: 2026-11-10
category: news
bylines: [本报记者 李玥林]
status: draft
---
还没写完。
-- content/reports/2026/later.md --
---
title: 以后再说
date: 2026-11-10
publish_at: 2026-11-20 12:00:01
category: news
bylines: [本报记者 李玥林]
---
以后再说。
-- content/notices/2026/N-2026-0001.md --
---
id: N-2026-0001
code: 1003
title: 招募志愿者
date: 2026-11-10
places: [新津区]
issuer: {name: 古家社区居委会}
deadline: 2026-12-05
---
招募志愿者十名，
找某某甲报名。
-- content/lost/2026/L-2026-0001.md --
---
id: L-2026-0001
code: 4101
title: 寻伞
date: 2026-11-10
places: [新津区]
holder: {type: person, name: 李某}
item: 伞
lost_on: 2026-11-09
lost_where: 桥头
claim_by: 2027-01-01
---
寻伞一把。
-- content/lost/2026/2026-11-10.batch.md --
---
code: 4002
date: 2026-11-10
places: [新津区]
---
## L-2026-0101 营业执照遗失声明
```yaml
holder: {type: organisation, name: 示例第一商店}
documents: [{name: 营业执照, copy: 正本, numbers: [{label: 注册号, value: "510118600123451"}]}]
```
示例第一商店遗失营业执照正本（注册号：510118600123451），声明作废。

## L-2026-0102 营业执照遗失声明
```yaml
holder: {type: organisation, name: 示例第二商店}
documents: [{name: 营业执照, copy: 正本, numbers: [{label: 注册号, value: "510118600123452"}]}]
```
示例第二商店遗失营业执照正本（注册号：510118600123452），声明作废。
"""
REPORT = "content/reports/2026/小桥.md"
NOTICE = "content/notices/2026/N-2026-0001.md"
KEPT = "content/notices/2026/N-2026-0001.v1.md"
LOST = "content/lost/2026/L-2026-0001.md"
BATCH = "content/lost/2026/2026-11-10.batch.md"

Say = Callable[..., list[str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = repository(tmp_path, SITE)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """What is said of the current folder, each finding a line."""

    def say(revision: str = "HEAD", *more: str, code: int | None = None) -> list[str]:
        left = main(["check", "--against", revision, "--now", NOW, *more])
        said = capsys.readouterr().out.splitlines()
        assert left == (code if code is not None else (1 if said else 0)), said
        return said

    return say


def change(path: str, *pairs: tuple[str, str]) -> None:
    text = Path(path).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    Path(path).write_text(text, encoding="utf-8")


def key(path: str, lines: str) -> None:
    """Add keys below the date."""
    change(path, ("date: 2026-11-10\n", f"date: 2026-11-10\n{lines}"))


def test_nothing_is_said_of_what_nobody_touched(here: Path, say: Say) -> None:
    assert say() == []


# Files of many announcements


def test_an_announcement_that_is_gone_from_a_file_of_many_is_named(here: Path, say: Say) -> None:
    text = Path(BATCH).read_text(encoding="utf-8")
    Path(BATCH).write_text(text[: text.index("## L-2026-0102")], encoding="utf-8")
    assert say() == [
        f"{BATCH}:13: published-gone: “lost/2026/2026-11-10.batch.md:13”发表过，现在不见了，网址会失效。"
        "请恢复文件，改写 status: withdrawn；改了名的请在新文件的 aliases 里写“lost/2026/L-2026-0102/”。"
    ]


def test_a_file_of_many_that_is_gone_takes_each_of_them_along(here: Path, say: Say) -> None:
    Path(BATCH).unlink()
    assert [line.split(": ")[:2] for line in say()] == [
        [f"{BATCH}:6", "published-gone"],
        [f"{BATCH}:13", "published-gone"],
    ]


def test_what_one_of_many_says_changes_only_with_a_version(here: Path, say: Say) -> None:
    change(BATCH, ("示例第二商店遗失", "示例第二商店不慎遗失"))
    (line,) = say()
    assert line.startswith(f"{BATCH}:18: changed-without-version: ")


def test_what_all_share_is_part_of_what_each_says_and_is_told_once(here: Path, say: Say) -> None:
    change(BATCH, ("date: 2026-11-10", "date: 2026-11-11"))
    assert [line.split(": ")[1] for line in say()] == ["changed-without-version"]


def test_one_of_many_may_move_to_a_file_of_its_own_and_back(here: Path, say: Say) -> None:
    text = Path(BATCH).read_text(encoding="utf-8")
    first, second = text.split("## L-2026-0102 ")
    title, keys, body = second.replace("```yaml", "```").split("```", 2)[0:3]
    alone = (
        "---\nid: L-2026-0102\ncode: 4002\ndate: 2026-11-10\nplaces: [新津区]\n"
        f"title: {title.strip()}\n{keys.strip()}\n---\n{body.strip()}\n"
    )
    Path(BATCH).write_text(first, encoding="utf-8")
    Path("content/lost/2026/L-2026-0102.md").write_text(alone, encoding="utf-8")
    assert say() == []
    commit(here, when="2026-11-21T12:00:00+08:00")
    Path("content/lost/2026/L-2026-0102.md").unlink()
    Path(BATCH).write_text(text, encoding="utf-8")
    assert say() == []


# What disappears


def test_a_published_file_that_is_gone_is_named_with_what_to_do(here: Path, say: Say) -> None:
    for path in (REPORT, NOTICE):
        Path(path).unlink()
    assert say() == [
        f"{NOTICE}:1: published-gone: “notices/2026/N-2026-0001.md”发表过，现在不见了，网址会失效。"
        "请恢复文件，改写 status: withdrawn；改了名的请在新文件的 aliases 里写"
        "“notices/2026/N-2026-0001/”。",
        f"{REPORT}:1: published-gone: “reports/2026/小桥.md”发表过，现在不见了，网址会失效。"
        "请恢复文件，改写 status: withdrawn；改了名的请在新文件的 aliases 里写"
        "“reports/2026/%E5%B0%8F%E6%A1%A5/”。",
    ]


def test_a_report_that_was_renamed_keeps_its_old_url(here: Path, say: Say) -> None:
    Path(REPORT).rename("content/reports/2026/bridge.md")
    assert [line.split(": ")[1] for line in say()] == ["published-gone"]
    key("content/reports/2026/bridge.md", "aliases: [reports/2026/小桥/]\n")
    assert say() == []


def test_a_file_may_become_a_folder_of_the_same_url(here: Path, say: Say) -> None:
    Path("content/notices/2026/N-2026-0001").mkdir()
    Path(NOTICE).rename("content/notices/2026/N-2026-0001/index.md")
    assert say() == []


def test_without_folders_in_urls_that_is_another_url(here: Path, say: Say) -> None:
    Path("mkdocs.yml").write_text(f"{CONFIG}use_directory_urls: false\n", encoding="utf-8")
    Path("content/notices/2026/N-2026-0001").mkdir()
    Path(NOTICE).rename("content/notices/2026/N-2026-0001/index.md")
    assert [line.split(": ")[1] for line in say()] == ["published-gone"]
    key("content/notices/2026/N-2026-0001/index.md", "aliases: [notices/2026/N-2026-0001.html]\n")
    assert say() == []


def test_an_announcement_that_moves_keeps_its_id(here: Path, say: Say) -> None:
    other = "content/notices/2026/N-2026-0009.md"
    Path(NOTICE).rename(other)
    change(other, ("id: N-2026-0001", "id: N-2026-0009"))
    key(other, "aliases: [notices/2026/N-2026-0001/]\n")
    assert [line.split(": ")[1] for line in say()] == ["published-gone"]


@pytest.mark.parametrize("name", ["draft", "later"])
def test_what_was_never_published_may_go(here: Path, say: Say, name: str) -> None:
    Path(f"content/reports/2026/{name}.md").unlink()
    assert say() == []


def test_what_was_under_embargo_once_and_then_published_may_not(here: Path, say: Say) -> None:
    change(REPORT, ("稳当。", "稳当。\n"))
    commit(here, when="2026-11-21T12:00:00+08:00")
    Path("content/reports/2026/later.md").unlink()
    assert [line.split(": ")[:2] for line in say()] == [
        ["content/reports/2026/later.md:1", "published-gone"]
    ]


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("status: draft\n", "status"),
        ("publish_at: 2026-12-01 08:00\n", "publish_at"),
    ],
)
@pytest.mark.parametrize("path", [REPORT, NOTICE])
def test_what_was_published_is_not_hidden_again(
    here: Path, say: Say, path: str, lines: str, named: str
) -> None:
    key(path, lines)
    (said,) = say()
    assert said.split(": ", 1)[1] == (
        f"published-hidden: “{path.removeprefix('content/')}”发表过，现在又藏起来了（{named}）。"
        f"请删去 {named}；要撤回请写 status: withdrawn。"
    )


def test_a_withdrawn_piece_may_lose_its_text_and_not_its_file(here: Path, say: Say) -> None:
    key(NOTICE, "status: withdrawn\nwithdrawn: {date: 2026-11-24, reason: 取消。}\n")
    change(NOTICE, ("招募志愿者十名，\n找某某甲报名。\n", ""), ("deadline: 2026-12-05\n", ""))
    assert say() == []
    commit(here)
    Path(NOTICE).unlink()
    assert [line.split(": ")[1] for line in say()] == ["published-gone"]


def test_what_was_withdrawn_does_not_come_back_in_silence(here: Path, say: Say) -> None:
    key(NOTICE, "status: withdrawn\nwithdrawn: {date: 2026-11-24, reason: 取消。}\n")
    commit(here)
    git(here, "checkout", "-q", "HEAD~1", "--", NOTICE)
    (said,) = say()
    assert "changed-without-version: 公告发表后改了 status，" in said


# What changes


def test_an_announcement_that_changes_without_a_version_is_told_its_keys(
    here: Path, say: Say
) -> None:
    change(NOTICE, ("deadline: 2026-12-05", "deadline: 2026-12-15"), ("十名", "二十名"))
    assert say() == [
        f"{NOTICE}:8: changed-without-version: 公告发表后改了 deadline、正文，version 却没有升。"
        "请先恢复原稿，运行 linli revise，再改。"
    ]
    assert say("HEAD", "--language", "en") == [
        f"{NOTICE}:8: changed-without-version: The announcement was changed after publication "
        "(deadline, text), but not its version. Restore it, run `linli revise`, then edit."
    ]


@pytest.mark.parametrize(
    "pair",
    [
        ("title: 招募志愿者", "title: 招募社区志愿者"),
        ("issuer: {name: 古家社区居委会}", "issuer: {name: 岷江社区居委会}"),
        ("招募志愿者十名，", "招募志愿者十名,"),
        ("code: 1003", "code: 1004"),
    ],
)
def test_each_word_that_was_published_counts(here: Path, say: Say, pair: tuple[str, str]) -> None:
    change(NOTICE, pair)
    assert "changed-without-version" in [line.split(": ")[1] for line in say()]


def test_until_when_a_thing_can_be_claimed_counts_too(here: Path, say: Say) -> None:
    change(LOST, ("claim_by: 2027-01-01", "claim_by: 2026-12-01"))
    (said,) = say()
    assert "改了 claim_by，" in said


@pytest.mark.parametrize(
    "lines",
    [
        "related: [L-2026-0001]\n",
        "aliases: [old/one/]\n",
        "keywords: [志愿者]\ntopics: [志愿]\n",
        "corrections: [{date: 2026-11-12, kind: update, text: 补充。}]\nupdated: 2026-11-12\n",
        "insertions: [{date: 2026-11-17}]\n",
    ],
)
def test_what_may_be_added_needs_no_version(here: Path, say: Say, lines: str) -> None:
    key(NOTICE, lines)
    assert say() == []


def test_a_loss_may_be_resolved_without_a_version(here: Path, say: Say) -> None:
    key(LOST, "resolved: {date: 2026-11-24, how: 已找到}\n")
    assert say() == []


def test_blank_space_and_line_ends_say_nothing(here: Path, say: Say) -> None:
    data = Path(NOTICE).read_bytes().replace("，\n找".encode(), "，找".encode())
    Path(NOTICE).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") + b"\r\n")
    assert say() == []


def test_words_may_be_taken_out_by_key_or_by_hand(here: Path, say: Say) -> None:
    key(NOTICE, "redactions: [{date: 2026-11-24, reason: 涉及个人。, words: 某某甲}]\n")
    assert say() == []
    change(NOTICE, (", words: 某某甲", ""), ("找某某甲报名", "找███报名"))
    assert say() == []
    change(NOTICE, ("找███报名", "找███登记"))
    (said,) = say()
    assert "改了 正文，" in said


def test_a_report_with_another_text_is_warned_of(here: Path, say: Say) -> None:
    change(REPORT, ("稳当", "平稳"))
    assert say(code=0) == [
        f"{REPORT}:7: changed-without-correction: 正文发表后改过，却没有写 corrections 或 updated。"
        "改了事实请写明；只改错字可以不理。"
    ]
    key(REPORT, "corrections: [{date: 2026-11-12, kind: correction, text: 改了一词。}]\n")
    assert say() == []


# Versions


def test_a_revised_announcement_is_sound(here: Path, say: Say) -> None:
    assert main(["revise", NOTICE, "--now", NOW]) == 0
    change(NOTICE, ("十名", "二十名"))
    said = say("HEAD", code=0)
    assert [line for line in said if line.startswith("content/")] == []
    commit(here)
    assert say() == []


def test_an_earlier_version_is_what_was_published(
    here: Path, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["revise", NOTICE, "--now", NOW])
    capsys.readouterr()
    change(NOTICE, ("十名", "二十名"))
    change(KEPT, ("十名", "八名"))
    wrong = [f"{KEPT}:10: version-differs: 这份旧版与当时发表的第 1 版不同（正文）。请恢复原样。"]
    assert say() == wrong
    change(KEPT, ("八名", "十名"))
    commit(here)
    # And later, when nothing else changes, it still is.
    change(KEPT, ("十名", "八名"))
    assert say() == wrong


def test_a_version_does_not_go_back(here: Path, say: Say) -> None:
    main(["revise", NOTICE, "--now", NOW])
    commit(here)
    Path(KEPT).unlink()
    change(NOTICE, ("version: 2\n", ""))
    assert "改了 version，" in say()[-1]


# Where git is asked


def test_a_site_in_a_folder_of_its_repository_is_compared_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.chdir(repository(tmp_path, SITE, "报纸/site"))
    assert say() == []
    Path(REPORT).unlink()
    assert [line.split(": ")[0] for line in say()] == [f"{REPORT}:1"]


def test_a_commit_that_is_not_there_is_a_mistake_of_usage(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--against", "origin/main", "--now", NOW]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "linli: --against: there is no commit `origin/main` here; fetch it first (a shallow clone "
        "holds only the newest)\n"
    )


def test_a_shallow_clone_says_so_too(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    first = git(here, "rev-parse", "HEAD").strip()
    change(REPORT, ("稳当。", "稳当。\n"))
    commit(here)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", here.as_uri(), str(shallow))
    monkeypatch.chdir(shallow)
    assert main(["check", "--against", first, "--now", NOW]) == 2
    assert say() == []


def test_without_a_repository_it_is_a_mistake_of_usage(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    (here / ".git").rename(here / "aside")
    assert main(["check", "--against", "HEAD", "--now", NOW]) == 2
    assert capsys.readouterr().err == ("linli: --against: content/ lies in no git repository\n")


def test_a_hook_of_git_may_ask(here: Path, monkeypatch: pytest.MonkeyPatch, say: Say) -> None:
    monkeypatch.setenv("GIT_DIR", str(here / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(here / "nowhere/index"))
    assert say() == []
