# SPDX-License-Identifier: MIT
"""Same input, same bytes: whatever the machine, the hour of the day, or the order of a disk."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from portal_build import Portal, build_portal, copy_portal


def differences(one: Portal, other: Portal) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
        {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    ],
    ids=["utc", "new-york"],
)
def test_another_time_zone_and_locale_change_no_byte(
    portal: Portal, tmp_path: Path, environment: dict[str, str]
) -> None:
    again = build_portal(copy_portal(tmp_path / "b"), **environment)
    assert differences(portal, again) == []


def test_another_order_of_files_changes_no_byte(
    portal: Portal, tmp_path: Path, developed: Path
) -> None:
    root = copy_portal(tmp_path / "c", developed)
    # Written again backwards, with the times of another checkout.
    files = sorted((root / "content").rglob("*"), reverse=True)
    for number, path in enumerate(path for path in files if path.is_file()):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
        os.utime(path, (1_600_000_000 + number, 1_600_000_000 + number))
    assert differences(portal, build_portal(root)) == []


def test_a_second_build_over_the_first_changes_no_byte(portal: Portal, tmp_path: Path) -> None:
    root = copy_portal(tmp_path / "d")
    build_portal(root)
    shutil.rmtree(root / ".cache" / "linli" / "photos")
    assert differences(portal, build_portal(root)) == []


def test_properdocs_makes_the_same_tree(portal: Portal, tmp_path: Path, developed: Path) -> None:
    again = build_portal(copy_portal(tmp_path / "e", developed), host="properdocs")
    assert differences(portal, again) == []
