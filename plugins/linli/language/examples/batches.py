# SPDX-License-Identifier: MIT
"""Examples of what is wrong with a file of many announcements."""

from __future__ import annotations

from linli.language.examples.example import BATCH, Examples, keys, text

_ONE = "## L-2026-0101 收据遗失声明\n\n示例商店遗失收据（编号：A-001），声明作废。"
_HOLDER = "holder: {type: organisation, name: 示例商店}"
_FIELDS = (
    f"## L-2026-0101 收据遗失声明\n\n```yaml\n{_HOLDER}\n```\n\n"
    "示例商店遗失收据（编号：A-001），声明作废。"
)

BATCHES: Examples = {
    "batch-not-named": text(
        f"# lost/2026/2026-11-20.md\n{_ONE}", f"# lost/2026/2026-11-20.batch.md\n{_ONE}", BATCH
    ),
    "batch-empty": text("", _ONE, BATCH),
    "batch-text-before": text(f"今天的公告有一则。\n\n{_ONE}", _ONE, BATCH),
    "batch-heading": text(f"{_ONE}\n\n## 联系方式", f"{_ONE}\n\n### 联系方式", BATCH),
    "batch-key-shared": keys(
        "id: L-2026-0101\ncode: 4005\ndate: 2026-11-20",
        "code: 4005\ndate: 2026-11-20",
        BATCH,
    ),
    "batch-fields-open": text(_FIELDS.replace("```\n\n示例", "\n示例"), _FIELDS, BATCH),
    "batch-fields-bare": text(
        _FIELDS.replace("```yaml\n", "").replace("```\n", ""), _FIELDS, BATCH
    ),
    "batch-fields-late": text(
        f"{_ONE}\n\n```yaml\n{_HOLDER}\n```",
        _FIELDS,
        BATCH,
    ),
    "batch-version": text(
        _FIELDS.replace(_HOLDER, "version: 2"),
        _FIELDS.replace(f"\n\n```yaml\n{_HOLDER}\n```", ""),
        BATCH,
    ),
}
