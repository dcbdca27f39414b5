# SPDX-License-Identifier: MIT
"""Examples of names that lead nowhere, or to something else."""

from __future__ import annotations

from linli.language.examples.example import ISSUE, NOTICE, Example, Examples, keys, names

_FIRST = "# notices/2026/N-2026-0101.md"
_SECOND = "# notices/2026/N-2026-0102.md"
_THIRD = "# notices/2026/N-2026-0103.md"
_CORRECTION = f"{_SECOND}\ncode: 9001\ncorrects: N-2026-0101\ndate: 2026-11-08\n{_FIRST}"
_WITHDRAWAL = f"{_SECOND}\ncode: 9002\nsupersedes: N-2026-0101\ndate: 2026-11-08\n{_FIRST}"
_FOUR = """\
front:
  - reports/2026/ludeng.md
  - reports/2026/duqiao.md
  - reports/2026/caichang.md
  - reports/2026/tushu.md"""


def _front(wrong: str, right: str) -> Example:
    return keys(wrong, right, "index.md")


def _pages(wrong: str, right: str) -> Example:
    begin = 'pages:\n  - page: "01"\n    picture: ../reports/2026/xiangzi.jpg\n'
    return keys(f"{begin}{wrong}", f"{begin}{right}", ISSUE)


REFERENCES: Examples = {
    "unknown-category": keys("category: 平安小区", "category: 平安社区"),
    "unknown-place": keys("places: [古佳社区]", "places: [古家社区]"),
    "ambiguous-place": keys("places: [和平社区]", "places: [新津区/五津街道/和平社区]"),
    "place-repeated": keys("places: [古家社区, 新津区/五津街道/古家社区]", "places: [古家社区]"),
    "unknown-code": keys("code: 1005", "code: 1004", NOTICE),
    "code-of-other-kind": keys("code: 4099", "code: 1003", NOTICE),
    "id-differs": keys(f"{_FIRST}\nid: N-2026-0110", f"{_FIRST}\nid: N-2026-0101"),
    "id-twice": keys(
        "# notices/2025/N-2025-0109.md\nid: N-2025-0109\ndate: 2025-12-30\n"
        "# notices/2026/N-2025-0109.md\nid: N-2025-0109",
        "# notices/2025/N-2025-0109.md\nid: N-2025-0109\ndate: 2025-12-30\n"
        "# notices/2026/N-2026-0109.md\nid: N-2026-0109",
    ),
    "unknown-announcement": keys(
        f"{_SECOND}\nsupersedes: N-2026-1010", f"{_SECOND}\nsupersedes: N-2026-0101"
    ),
    "announcement-itself": keys(
        f"{_SECOND}\nsupersedes: N-2026-0102", f"{_SECOND}\nsupersedes: N-2026-0101"
    ),
    "announcement-later": keys(
        f"{_SECOND}\ndate: 2026-11-08\n{_FIRST}\ndate: 2026-11-05\nsupersedes: N-2026-0102",
        f"{_SECOND}\ndate: 2026-11-08\nsupersedes: N-2026-0101\n{_FIRST}\ndate: 2026-11-05",
    ),
    "superseded-twice": keys(
        f"{_SECOND}\nsupersedes: N-2026-0101\n{_THIRD}\nsupersedes: N-2026-0101",
        f"{_SECOND}\nsupersedes: N-2026-0101\n{_THIRD}\nsupersedes: N-2026-0102",
    ),
    "correction-one-sided": keys(
        f"{_CORRECTION}\ncode: 1003",
        f"{_CORRECTION}\ncode: 1003\n"
        "corrections: [{date: 2026-11-08, kind: correction, text: 原文“八点”应为“九点”。}]",
    ),
    "withdrawal-one-sided": keys(
        f"{_WITHDRAWAL}\ncode: 1003",
        f"{_WITHDRAWAL}\ncode: 1003\nstatus: withdrawn\n"
        "withdrawn: {date: 2026-11-08, reason: 活动取消。}",
    ),
    "withdrawal-days-differ": keys(
        f"{_WITHDRAWAL}\nstatus: withdrawn\nwithdrawn: {{date: 2026-11-09, reason: 活动取消。}}",
        f"{_WITHDRAWAL}\nstatus: withdrawn\nwithdrawn: {{date: 2026-11-08, reason: 活动取消。}}",
    ),
    "superseded-in-a-circle": keys(
        f"{_FIRST}\nsupersedes: N-2026-0102\n{_SECOND}\nsupersedes: N-2026-0101",
        f"{_FIRST}\ncode: 1003\n{_SECOND}\nsupersedes: N-2026-0101",
    ),
    "unknown-related": keys(
        "related: [reports/2026/du-qiao.md]", "related: [reports/2026/duqiao.md]"
    ),
    "front-twice": _front(
        "front:\n  - reports/2026/ludeng.md\n  - reports/2026/ludeng.md",
        "front:\n  - reports/2026/ludeng.md\n  - reports/2026/duqiao.md",
    ),
    "front-past": _front(
        "front:\n  - {piece: reports/2026/ludeng.md, until: 2026-11-20}",
        "front:\n  - reports/2026/duqiao.md",
    ),
    "front-not-public": _front(
        "front: [reports/2026/ludeng.md]\n# reports/2026/ludeng.md\nstatus: draft",
        "front: [reports/2026/ludeng.md]\n# reports/2026/ludeng.md\nstatus: published",
    ),
    "front-withdrawn": _front(
        "front: [reports/2026/ludeng.md]\n# reports/2026/ludeng.md\nstatus: withdrawn\n"
        "withdrawn: {date: 2026-11-08, reason: 报道对象有误。}",
        "front: [reports/2026/duqiao.md]\n# reports/2026/ludeng.md\nstatus: withdrawn\n"
        "withdrawn: {date: 2026-11-08, reason: 报道对象有误。}",
    ),
    "front-expired": _front(
        f"front: [N-2026-0101]\n{_FIRST}\nexpires: 2026-11-20",
        f"front: [reports/2026/duqiao.md]\n{_FIRST}\nexpires: 2026-11-20",
    ),
    "front-full": _front(f"{_FOUR}\n  - reports/2026/huodong.md", _FOUR),
    "issue-not-a-day": names("editions/shiyiyue.md", "editions/2026-11-05.md"),
    "issue-without-pieces": keys(
        '# editions/2026-11-06.md\npages: [{page: "01", picture: ../reports/2026/xiangzi.jpg}]',
        '# editions/2026-11-05.md\npages: [{page: "01", picture: ../reports/2026/xiangzi.jpg}]',
    ),
    "page-twice": _pages(
        '  - page: "01"\n    picture: ../reports/2026/xiangzi.jpg',
        '  - page: "02"\n    picture: ../reports/2026/xiangzi.jpg',
    ),
    "zone-shape": _pages(
        "    zones: [{piece: reports/2026/ludeng.md, at: [60, 0, 50, 10]}]",
        "    zones: [{piece: reports/2026/ludeng.md, at: [60, 0, 40, 10]}]",
    ),
    "zones-overlap": _pages(
        "    zones:\n      - {piece: reports/2026/ludeng.md, at: [0, 0, 60, 40]}\n"
        "      - {piece: reports/2026/duqiao.md, at: [50, 0, 50, 40]}",
        "    zones:\n      - {piece: reports/2026/ludeng.md, at: [0, 0, 50, 40]}\n"
        "      - {piece: reports/2026/duqiao.md, at: [50, 0, 50, 40]}",
    ),
    "zone-elsewhere": _pages(
        "    zones: [{piece: reports/2026/ludeng.md, at: [0, 0, 50, 40]}]\n"
        '# reports/2026/ludeng.md\nedition: {date: 2026-11-05, page: "02"}',
        "    zones: [{piece: reports/2026/ludeng.md, at: [0, 0, 50, 40]}]\n"
        '# reports/2026/ludeng.md\nedition: {date: 2026-11-05, page: "01"}',
    ),
}
