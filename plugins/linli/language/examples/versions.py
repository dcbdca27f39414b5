# SPDX-License-Identifier: MIT
"""Examples of versions that do not follow each other, and of words taken out that remain."""

from __future__ import annotations

from linli.language.examples.example import NOTICE, Example, Examples, keys

_NOW = "# notices/2026/N-2026-0101.md"
_OLD = "# notices/2026/N-2026-0101.v1.md"


def _taken_out(wrong: str, right: str) -> Example:
    begin = "redactions:\n  - {date: 2026-11-08, reason: 涉及个人隐私。"
    return keys(f"{begin}{wrong}", f"{begin}{right}", NOTICE)


VERSIONS: Examples = {
    "version-missing": keys(f"{_NOW}\nversion: 2", f"{_NOW}\nversion: 2\n{_OLD}\nid: N-2026-0101"),
    "version-alone": keys(
        "# notices/2026/N-2026-0109.v1.md\nversion: 1",
        "# notices/2026/N-2026-0109.md\nversion: 2\n# notices/2026/N-2026-0109.v1.md\nversion: 1",
    ),
    "version-number": keys(
        f"{_NOW}\nversion: 2\n{_OLD}\nversion: 2", f"{_NOW}\nversion: 2\n{_OLD}\nversion: 1"
    ),
    "version-not-earlier": keys(
        f"{_NOW}\nversion: 1\n{_OLD}\nversion: 1", f"{_NOW}\nversion: 2\n{_OLD}\nversion: 1"
    ),
    "redaction-not-found": _taken_out(
        ", words: 某甲乙}\n---\n报名请找某某甲。", ", words: 某某甲}\n---\n报名请找某某甲。"
    ),
    "redaction-remains": _taken_out(
        ", words: 某某甲}\n---\n报名请找某**某甲**。", "}\n---\n报名请找███。"
    ),
    "redaction-without-mark": _taken_out("}\n---\n报名请找某某甲。", "}\n---\n报名请找███。"),
}
