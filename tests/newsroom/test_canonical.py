# SPDX-License-Identifier: MIT
"""The canonical text: the same words, the same check sum, on any machine and for good."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from linli.newsroom.announcements import (
    Contact,
    Holder,
    HolderType,
    Insertion,
    Issuer,
    Lost,
    LostDocument,
    Notice,
    Number,
    Show,
)
from linli.newsroom.canonical import canonical_text, digest
from linli.newsroom.diagnostics import Source
from linli.newsroom.places import Place

PLACE = Place(("双流区", "西航港街道"), ("shuangliu", "xihanggang"))
LOST = Lost(
    source=Source("lost/2026/L-2026-0001.md"),
    body="",
    id="L-2026-0001",
    version=2,
    code="4004",
    title="遗失  声明",
    published=datetime(2026, 11, 10, 8, 30, tzinfo=UTC),
    holder=Holder(HolderType.ORGANISATION, "双流区示例公司", "N2510116MF1516847Y"),
    documents=(
        LostDocument(
            "银行开户许可证",
            copy="正本",
            issuer="示例银行",
            issued_on=date(2020, 5, 6),
            numbers=(
                Number("核准号", "J6510155527401"),
                Number("账号", "22829301040012305", Show.MASKED),
                Number("密码", "000000", Show.HIDDEN),
            ),
        ),
    ),
    contacts=(Contact("示例公司办公室", "028-00000000"),),
)
TEXT = """\
linli announcement 1
id: L-2026-0001
version: 2
code: 4004
title: 遗失 声明
date: 2026-11-10
place: 双流区/西航港街道
holder: 双流区示例公司
uscc: N2510116MF1516847Y
document: 银行开户许可证 正本
document-issuer: 示例银行
issued-on: 2020-05-06
number: 核准号 J6510155527401
number: 账号 *************2305
contact: 示例公司办公室 028-00000000

第一段。

第二段。
"""


def test_a_lost_document_has_this_text_and_this_check_sum() -> None:
    text = canonical_text(LOST, [PLACE], ["第一段。", "第二段。"])
    assert text == TEXT
    assert digest(text) == hashlib.sha256(TEXT.encode()).hexdigest()


def test_a_notice_has_this_text() -> None:
    notice = Notice(
        source=Source("notices/2026/N-2026-0001.md"),
        body="",
        id="N-2026-0001",
        code="3001",
        title="减资公告",
        published=datetime(2026, 11, 10, tzinfo=UTC),
        issuer=Issuer("示例公司", department="办公室"),
        effective_from=date(2026, 11, 11),
        deadline=date(2026, 12, 25),
        expires=date(2026, 12, 31),
    )
    assert canonical_text(notice, [], []) == (
        "linli announcement 1\nid: N-2026-0001\nversion: 1\ncode: 3001\ntitle: 减资公告\n"
        "date: 2026-11-10\nissuer: 示例公司\ndepartment: 办公室\neffective-from: 2026-11-11\n"
        "deadline: 2026-12-25\nexpires: 2026-12-31\n"
    )


def test_two_ways_to_write_one_sign_have_one_check_sum() -> None:
    texts = {canonical_text(replace(LOST, title=title), [], []) for title in ("Café", "Cafe\u0301")}
    assert len(texts) == 1


def test_what_may_change_without_a_new_version_changes_no_check_sum() -> None:
    printed_again = replace(LOST, insertions=(Insertion(date(2026, 11, 12)),), topics=("开户",))
    assert canonical_text(printed_again, [PLACE], []) == canonical_text(LOST, [PLACE], [])
