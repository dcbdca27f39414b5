# SPDX-License-Identifier: MIT
"""What wakes a server, and what does not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from linli.plugins import watching
from linli.plugins.watching import Lookout, file_system, watch_closely

PATIENCE = 30


class Notes(FileSystemEventHandler):
    """Notes down what it is told, and waits for what it shall be told."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._news = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        with self._news:
            self._told.append(Path(str(event.dest_path or event.src_path)).name)
            self._news.notify_all()

    def until(self, name: str) -> list[str]:
        """All that was told before the first news of a name."""
        with self._news:
            assert self._news.wait_for(lambda: name in self._told, PATIENCE), self._told
            told = self._told[: self._told.index(name)]
            self._told.clear()
        return told


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    """A server that watches a folder and a file, and was never told to serve."""
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").touch()
    one = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path / "site"))
    one.watch(str(tmp_path / "content"))
    one.watch(str(tmp_path / "mkdocs.yml"))
    yield one
    one.observer.stop()
    one.observer.join()
    one.server_close()


@pytest.fixture
def notes(server: LiveReloadServer, tmp_path: Path) -> Notes:
    notes = Notes()
    watch_closely(server)
    server.observer.schedule(notes, str(tmp_path / "content"), recursive=True)
    server.observer.start()
    return notes


def test_reading_and_what_editors_write_for_themselves_is_not_told(
    notes: Notes, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    (content / ".obsidian").mkdir()
    for name in (".a.md.swp", "a.md~", "a.swp", "a.tmp", "4913", ".obsidian/workspace.json"):
        (content / name).write_text("半", encoding="utf-8")
        (content / name).read_bytes()
    (content / "a.md").write_text("一", encoding="utf-8")
    assert notes.until("a.md") == []


def test_a_file_that_is_put_in_the_place_of_another_is_told(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "content" / "a.tmp").write_text("一", encoding="utf-8")
    (tmp_path / "content" / "a.tmp").rename(tmp_path / "content" / "a.md")
    assert notes.until("a.md") == []


def test_a_backup_that_is_gone_is_told(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "content" / "a.md~").write_text("一", encoding="utf-8")
    (tmp_path / "content" / "a.md~").unlink()
    assert notes.until("a.md~") == []


def test_a_folder_that_is_moved_away_is_told_as_a_file(notes: Notes, tmp_path: Path) -> None:
    folder = tmp_path / "content" / "reports"
    folder.mkdir()
    folder.rename(tmp_path / "elsewhere")
    assert notes.until("reports") == []


def test_all_that_was_watched_is_watched_on_and_a_missing_folder_is_passed_over(
    server: LiveReloadServer, tmp_path: Path
) -> None:
    (tmp_path / "overrides").mkdir()
    server.watch(str(tmp_path / "content"))
    watch_closely(server, [tmp_path / "overrides", tmp_path / "missing"])
    assert server._watched_paths == {
        str(tmp_path / "content"): 2,
        str(tmp_path / "mkdocs.yml"): 1,
        str(tmp_path / "overrides"): 1,
    }
    assert isinstance(server.observer, Lookout)
    # A file that was replaced once is another to the system, and watched all the same.
    for name in ("content/a.md", "mkdocs.yml", "overrides/main.html") * 2:
        server._want_rebuild = False
        aside = tmp_path / f"{name}.tmp"
        aside.write_text("一", encoding="utf-8")
        aside.rename(tmp_path / name)
        with server._rebuild_cond:
            assert server._rebuild_cond.wait_for(lambda: server._want_rebuild, PATIENCE), name
    server.unwatch(str(tmp_path / "overrides"))
    assert str(tmp_path / "overrides") not in server._watched_paths


def test_where_the_system_does_not_tell_the_server_looks_and_says_so_once(
    server: LiveReloadServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Full:
        def __init__(self) -> None:
            raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", Full)
    watch_closely(server)
    server.observer.start()
    (tmp_path / "content" / "a.md").write_text("一", encoding="utf-8")
    with server._rebuild_cond:
        assert server._rebuild_cond.wait_for(lambda: server._want_rebuild, PATIENCE)
    assert [record.getMessage() for record in caplog.records] == [
        f"linli: {tmp_path / 'content'}: the system does not tell of changes here "
        "([Errno 28] inotify watch limit reached); they are looked for twice a second."
    ]


def test_the_file_system_of_the_nearest_mount_counts(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text(
        "/dev/vda / ext4 rw 0 0\n"
        "host /srv nfs4 rw 0 0\n"
        "C:\\134 /srv/my\\040paper 9p rw 0 0\n"
        "/dev/vdb /srv/local xfs rw 0 0\n"
    )
    asked = ("/srv/my paper/content", "/srv/paper", "/srv/local/a/b", "/srvs", "/")
    assert [file_system(path, table) for path in asked] == ["9p", "nfs4", "xfs", "ext4", "ext4"]
    assert file_system("/srv", tmp_path / "nothing") == ""
