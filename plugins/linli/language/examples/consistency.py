# SPDX-License-Identifier: MIT
"""Examples of keys that do not fit together."""

from __future__ import annotations

from linli.language.examples.example import LOST, NOTICE, Examples, keys

_SOCIETY = "双流区示例合作社遗失银行开户许可证"
_PERMIT = (
    "code: 4004\nplaces: [双流区]\nholder: {type: organisation, name: 双流区示例合作社}\n"
    "documents:\n  - name: 银行开户许可证\n    issuer: 示例银行双流支行\n"
)
_APPROVAL = "{label: 核准号, value: J6510155527401}"
_SERIAL = '{label: 开户许可证编号, value: "6510-00000001"}'

CONSISTENCY: Examples = {
    "withdrawn-unexplained": keys(
        "status: withdrawn",
        "status: withdrawn\nwithdrawn: {date: 2026-11-08, reason: 活动取消。}",
    ),
    "withdrawn-not-set": keys(
        "withdrawn: {date: 2026-11-08, reason: 活动取消。}",
        "status: withdrawn\nwithdrawn: {date: 2026-11-08, reason: 活动取消。}",
    ),
    "updated-unexplained": keys(
        "updated: 2026-11-08",
        "updated: 2026-11-08\n"
        "corrections:\n  - {date: 2026-11-08, kind: correction, text: 原稿“一百盏”有误。}",
    ),
    "before-publication": keys(
        "date: 2026-11-05\ndeadline: 2026-10-20",
        "date: 2026-11-05\ndeadline: 2026-11-20",
        NOTICE,
    ),
    "after-publication": keys(
        "code: 4101\ndate: 2026-11-05\nitem: 雨伞\nitem_type: clothing\nlost_where: 桥头\n"
        "lost_on: 2026-11-09",
        "code: 4101\ndate: 2026-11-05\nitem: 雨伞\nitem_type: clothing\nlost_where: 桥头\n"
        "lost_on: 2026-11-04",
        LOST,
    ),
    "days-reversed": keys(
        "effective_from: 2026-11-20\ndeadline: 2026-11-10",
        "effective_from: 2026-11-10\ndeadline: 2026-11-20",
        NOTICE,
    ),
    "term-too-short": keys(
        "code: 3001\ndate: 2026-11-05\ndeadline: 2026-11-30",
        "code: 3001\ndate: 2026-11-05\ndeadline: 2026-12-31",
        NOTICE,
    ),
    "repost-incomplete": keys(
        "origin: repost\nsource: 示例晚报\neditor: 李小红",
        "origin: repost\nsource: 示例晚报\noriginal_title: 灯亮了\n"
        "original_url: https://example.com/a\neditor: 李小红",
    ),
    "repost-not-set": keys(
        "original_title: 灯亮了",
        "origin: repost\nsource: 示例晚报\noriginal_title: 灯亮了\n"
        "original_url: https://example.com/a\neditor: 李小红",
    ),
    "code-needs-key": keys("code: 2001", "code: 2001\ndeadline: 2026-11-20", NOTICE),
    "phrase-missing": keys(
        "---\n示例商店遗失收据（编号：A-001），特此声明。",
        "---\n示例商店遗失收据（编号：A-001），声明作废。",
        LOST,
    ),
    "number-missing": keys(
        f"{_PERMIT}    numbers: [{_SERIAL}]\n---\n{_SOCIETY}（编号：6510-00000001），声明作废。",
        f"{_PERMIT}    numbers:\n      - {_APPROVAL}\n      - {_SERIAL}\n---\n"
        f"{_SOCIETY}（核准号：J6510155527401，编号：6510-00000001），声明作废。",
        LOST,
    ),
    "number-advised": keys(
        f"{_PERMIT}    numbers: [{_APPROVAL}]\n---\n{_SOCIETY}（核准号：J6510155527401），声明作废。",
        f"{_PERMIT}    numbers:\n      - {_APPROVAL}\n      - {_SERIAL}\n---\n"
        f"{_SOCIETY}（核准号：J6510155527401，编号：6510-00000001），声明作废。",
        LOST,
    ),
    "document-without-number": keys(
        "documents:\n  - name: 收据",
        'documents:\n  - name: 收据\n    numbers: [{label: 编号, value: "A-001"}]',
        LOST,
    ),
    "person-in-full": keys(
        "code: 4001\nholder: {type: person, name: 张某}\ndocuments:\n  - name: 护照\n"
        "    numbers: [{label: 护照号, value: E00000001, show: full}]\n---\n"
        "张某遗失护照，声明作废。",
        "code: 4001\nholder: {type: person, name: 张某}\ndocuments:\n  - name: 护照\n"
        "    numbers: [{label: 护照号, value: E00000001, show: masked}]\n---\n"
        "张某遗失护照，声明作废。",
        LOST,
    ),
}
