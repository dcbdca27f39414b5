# SPDX-License-Identifier: MIT
"""What is locked is locked by name, version and hash; where it comes from is each machine's own."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


LOCKS = ["requirements.lock", "tests/tools/package-lock.json", ".vendor/package-lock.json"]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_stands_in_a_lock(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "://" in line] == []
    assert any("sha" in line for line in lines)
