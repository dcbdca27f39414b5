# SPDX-License-Identifier: MIT
"""Two trees of the same files: what is done to the next one is never seen in the published."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from builds import tree

from linli.engine import site_folder
from linli.engine.site_folder import CollisionError, Print, SiteFolder, files_below, link

OLD = {"index.html": b"front", "a/one/index.html": b"one", "a/two/index.html": b"two"}


@pytest.fixture
def folder(tmp_path: Path) -> SiteFolder:
    """A site that was published once."""
    publish_first(SiteFolder(tmp_path / "site"))
    return SiteFolder(tmp_path / "site")


def publish_first(folder: SiteFolder) -> list[Print]:
    folder.begin_anew()
    prints = [folder.write(path, data) for path, data in OLD.items()]
    folder.seal()
    folder.publish()
    return prints


def begin_like(folder: SiteFolder) -> None:
    """A next tree that shares all files of the published one."""
    folder.begin_anew()
    for path in OLD:
        folder.take_over(path)
    folder.end_of_beginning(set())


def files(root: Path) -> dict[str, bytes]:
    return {path: (root / path).read_bytes() for path in files_below(root)}


def test_the_first_site_is_there_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path / "site")
    publish_first(folder)
    assert files(folder.site) == OLD
    assert os.listdir(tmp_path) == ["site"]
    assert folder.changes == 3


@pytest.mark.parametrize("knows_how", [True, False], ids=["exchange", "no exchange"])
def test_the_two_trees_change_places(
    folder: SiteFolder, monkeypatch: pytest.MonkeyPatch, knows_how: bool
) -> None:
    if not knows_how:
        monkeypatch.setattr(site_folder, "exchange", lambda one, other: False)
    begin_like(folder)
    folder.write("index.html", b"new front")
    folder.remove("a/two/index.html")
    assert files(folder.site) == OLD
    folder.publish()
    assert files(folder.site) == {"index.html": b"new front", "a/one/index.html": b"one"}
    assert files(folder.next) == OLD
    assert not folder.last.exists()


def test_what_is_taken_over_is_one_file_until_it_is_written_anew(folder: SiteFolder) -> None:
    folder.begin_anew()
    for path in ("index.html", "a/one/index.html"):
        folder.take_over(path)
    folder.end_of_beginning({"", "a", "a/one"})
    assert os.path.samefile(folder.site / "index.html", folder.next / "index.html")
    folder.write("index.html", b"new front")
    assert files(folder.site) == OLD
    assert files(folder.next) == {"index.html": b"new front", "a/one/index.html": b"one"}


def test_where_a_file_has_one_name_only_it_is_copied_with_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: object, target: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"one")
    os.utime(source, ns=(1_000_000_000, 1_234_567_890))
    link(source, str(target))
    assert target.read_bytes() == b"one"
    assert target.stat().st_mtime_ns == 1_234_567_890
    assert not os.path.samefile(source, target)


def test_a_copy_does_not_follow_its_source(folder: SiteFolder, tmp_path: Path) -> None:
    source = tmp_path / "form.txt"
    source.write_bytes(b"a form")
    begin_like(folder)
    made = folder.copy("about/form.txt", source)
    source.write_bytes(b"another")
    assert (folder.next / "about/form.txt").read_bytes() == b"a form"
    assert (made.path, made.size) == ("about/form.txt", 6)


def test_an_empty_folder_goes_with_its_last_file(folder: SiteFolder) -> None:
    begin_like(folder)
    folder.remove("a/one/index.html")
    assert sorted(os.listdir(folder.next / "a")) == ["two"]
    folder.remove("a/two/index.html")
    assert os.listdir(folder.next) == ["index.html"]
    folder.remove("a/two/index.html")
    folder.remove("index.html")
    assert tree(folder.next) == {}, "the tree itself stays"


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a/.."])
def test_no_path_leads_out_of_the_site(folder: SiteFolder, path: str) -> None:
    folder.begin_anew()
    with pytest.raises(ValueError, match="leads out of the site"):
        folder.write(path, b"")
    with pytest.raises(ValueError, match="leads out of the site"):
        folder.take_over(path)


def test_a_file_stays_where_another_needs_a_folder(folder: SiteFolder) -> None:
    folder.begin_anew()
    folder.write("a", b"file")
    with pytest.raises(CollisionError, match="a/b: a file lies where another needs a folder"):
        folder.write("a/b", b"")
    assert files(folder.next) == {"a": b"file"}


def test_the_next_tree_is_prepared_once_and_only_for_a_change(folder: SiteFolder) -> None:
    calls: list[str] = []

    def prepare() -> None:
        calls.append("prepared")
        begin_like(folder)

    folder.prepare = prepare
    folder.differing([])
    assert calls == []
    folder.write("index.html", b"new")
    folder.remove("a/one/index.html")
    assert calls == ["prepared"]
    assert files(folder.next) == {"index.html": b"new", "a/two/index.html": b"two"}


def test_a_standing_tree_is_brought_up_to_the_published_one(folder: SiteFolder) -> None:
    begin_like(folder)
    folder.write("index.html", b"second front")
    folder.write("b/index.html", b"b")
    folder.remove("a/two/index.html")
    folder.seal()
    folder.publish()
    second = files(folder.site)
    lag = ["a/two/index.html", "b/index.html", "index.html"]
    folder.begin_from(lag, frozenset(second))
    assert files(folder.next) == second
    assert os.path.samefile(folder.site / "b/index.html", folder.next / "b/index.html")


@pytest.mark.parametrize("lying", ["folder", "file", "link"])
def test_a_new_tree_is_empty_whatever_lies_there(
    folder: SiteFolder, tmp_path: Path, lying: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "letter").write_bytes(b"mine")
    if lying == "folder":
        (folder.next / "half").mkdir(parents=True)
    elif lying == "file":
        folder.next.write_bytes(b"half")
    else:
        folder.next.symlink_to(outside)
    folder.begin_anew()
    assert tree(folder.next) == {}
    assert files(outside) == {"letter": b"mine"}


# What was done to it by hand


def test_a_site_as_it_was_published_does_not_differ(tmp_path: Path) -> None:
    folder = SiteFolder(tmp_path / "site")
    prints = publish_first(folder)
    assert folder.differing(prints) == (set(), {"", "a", "a/one", "a/two"})
    assert folder.is_untouched(folder.site, {"", "a", "a/one", "a/two", "not there yet"})


@pytest.mark.parametrize(
    ("change", "differing", "strays"),
    [
        (lambda file: file.write_bytes(b"longer"), {"a/one/index.html"}, False),
        (lambda file: os.utime(file, (1, 1)), {"a/one/index.html"}, False),
        (lambda file: file.unlink(), {"a/one/index.html"}, True),
        (lambda file: file.with_name("more.html").touch(), set(), True),
        (lambda file: file.parent.with_name("empty").mkdir(), set(), True),
    ],
    ids=["bytes", "time", "gone", "a file more", "a folder more"],
)
def test_a_change_by_hand_is_seen(
    tmp_path: Path, change: object, differing: set[str], strays: bool
) -> None:
    folder = SiteFolder(tmp_path / "site")
    prints = publish_first(folder)
    assert callable(change)
    change(folder.site / "a/one/index.html")
    found, folders = folder.differing(prints)
    assert found == differing
    assert folder.is_untouched(folder.site, folders) is not strays


def test_sealing_gives_every_changed_folder_its_time(folder: SiteFolder) -> None:
    folder.begin_anew()
    folder.write("a/b/c/index.html", b"")
    folder.seal(["a/never/made"])
    paths = [folder.next, *(path for path in folder.next.rglob("*") if path.is_dir())]
    assert len(paths) == 4
    assert {path.stat().st_mtime for path in paths} == {946_684_800}


# What a killed build left


def test_a_site_that_was_just_moved_away_is_put_back(folder: SiteFolder) -> None:
    folder.site.rename(folder.last)
    folder.recover()
    assert files(folder.site) == OLD
    assert not folder.last.exists()


def test_an_older_site_is_removed_where_there_is_one(folder: SiteFolder) -> None:
    folder.last.mkdir()
    (folder.last / "old.html").touch()
    folder.recover()
    assert files(folder.site) == OLD
    assert not folder.last.exists()
