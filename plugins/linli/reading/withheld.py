# SPDX-License-Identifier: MIT
"""Keys that nobody may write: what proves who owns a thing is kept in the office's own book."""

from __future__ import annotations

WITHHELD = frozenset(
    {
        *("withheld", "proof", "secret", "verification", "claim_proof"),
        *("保留特征", "保留信息", "隐藏特征", "失主特征", "核对信息", "核对特征", "核实信息"),
        *("认领凭据", "认领凭证", "认领暗号"),
    }
)
"""What editors call a detail that only the owner can know."""
