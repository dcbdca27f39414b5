# SPDX-License-Identifier: MIT
"""The form of a 统一社会信用代码 in the front matter, checked by GB 32100 and GB 11714."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.language.languages import Language, Text
from linli.newsroom.documents import typed_otherwise
from linli.newsroom.identifiers import CreditCode, FaultKind, faults
from linli.reading.findings import Findings
from linli.reading.nodes import Node, Scalar

_SHAPE = Text("18 位统一社会信用代码", "a credit code of 18 characters")


# Authority and class (GB 32100), the region's province, and an organisation code that has a letter:
# no other number of eighteen signs looks so.
_LOOK = re.compile(
    r"(?:1[1-59]|2[19]|3[1-59]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[1-3]|A[19]|N[1-39]|Y1)"
    r"(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{4}(?=[0-9A-Z]*[A-Z][0-9A-Z])[0-9A-Z]{10}"
)


def looks_like_a_credit_code(token: str) -> bool:
    """Whether a number in a text can hardly be anything but a credit code, right or wrong."""
    return _LOOK.fullmatch(token) is not None


def slips(code: str) -> Iterator[tuple[str, dict[str, str | int]]]:
    """What is wrong with a credit code, as codes of messages with their arguments."""
    found = faults(code)
    inner = any(fault.kind is FaultKind.ORGANISATION_CHECK for fault in found)
    for fault in found:
        if fault.kind is FaultKind.LENGTH:
            yield "uscc-length", {"value": code, "length": fault.actual}
        elif fault.kind is FaultKind.CHARACTER:
            position, actual = fault.position, fault.actual
            yield "uscc-character", {"value": code, "position": position, "found": actual}
        elif fault.kind is FaultKind.CHECK:
            # With a slip further in, the last character need not be the wrong one.
            yield "uscc-check", {"value": code, "expected": "" if inner else fault.expected}
        else:
            yield "uscc-organisation", {"value": code, "expected": fault.expected}


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
        for slip, arguments in slips(code.text):
            findings.say(slip, node.line, **arguments)
        if typed_otherwise(node.text) and code.is_valid:
            findings.say("number-typed", node.line, value=node.text.strip())
        # A wrong code is still handed on: its region may be wrong as well, and that is said too.
        return code.text

    def json_schema(self) -> dict[str, object]:
        return {"type": "string", "pattern": "^[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]{18}$"}

    def words(self, language: Language) -> str:
        return _SHAPE(language)
