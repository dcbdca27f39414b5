# SPDX-License-Identifier: MIT
"""The form of a 统一社会信用代码 in the front matter, checked by GB 32100 and GB 11714."""

from __future__ import annotations

from linli.language.languages import Language, Text
from linli.newsroom.identifiers import CreditCode, FaultKind
from linli.reading.findings import Findings
from linli.reading.nodes import Node, Scalar

_SHAPE = Text("18 位统一社会信用代码", "a credit code of 18 characters")


class CreditCodeForm:
    """A credit code; every fault it has is said, and its plain form is the value."""

    def read(self, node: Node, findings: Findings) -> str | None:
        if not isinstance(node, Scalar):
            findings.say(
                "not-a-single-value",
                node.line,
                key=findings.label,
                expected_zh=_SHAPE.zh,
                expected_en=_SHAPE.en,
            )
            return None
        code = CreditCode.of(node.text)
        inner = any(fault.kind is FaultKind.ORGANISATION_CHECK for fault in code.faults)
        for fault in code.faults:
            if fault.kind is FaultKind.LENGTH:
                findings.say("uscc-length", node.line, value=code.text, length=fault.actual)
            elif fault.kind is FaultKind.CHARACTER:
                findings.say(
                    "uscc-character",
                    node.line,
                    value=code.text,
                    position=fault.position,
                    found=fault.actual,
                )
            elif fault.kind is FaultKind.CHECK:
                # With a slip further in, the last character need not be the wrong one.
                expected = "" if inner else fault.expected
                findings.say("uscc-check", node.line, value=code.text, expected=expected)
            else:
                findings.say(
                    "uscc-organisation", node.line, value=code.text, expected=fault.expected
                )
        # A wrong code is still handed on: its region may be wrong as well, and that is said too.
        return code.text

    def json_schema(self) -> dict[str, object]:
        return {"type": "string", "pattern": "^[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{18}$"}

    def words(self, language: Language) -> str:
        return _SHAPE(language)
