# SPDX-License-Identifier: MIT
"""The forms of `bylines` and `credits`: a line as the paper prints it, or its parts apart."""

from __future__ import annotations

from typing import Any

from linli.language.languages import Language, Text
from linli.newsroom.bylines import Byline, Credit, CreditKind, Role
from linli.reading.bylines import Signature, is_organisation, parse_signature
from linli.reading.findings import Findings
from linli.reading.forms import Choice, Flag, JsonSchema, Key, Record, Words
from linli.reading.nodes import Entries, Node, Scalar

ROLES: dict[Role, Text] = {
    Role.REPORTER: Text("记者", "reporter"),
    Role.CORRESPONDENT: Text("通讯员", "correspondent"),
    Role.PHOTOGRAPHER: Text("摄影", "photographer"),
    Role.EDITOR: Text("编辑", "editor"),
    Role.AUTHOR: Text("作者", "author"),
}


def _byline(name: str, role: Role = Role.AUTHOR, affiliation: str = "") -> Byline:
    return Byline(name, (role,), affiliation)


def _credit(name: str, organisation: bool = True) -> Credit:
    return Credit(name, CreditKind.PICTURE, organisation)


_BYLINE = Record(
    _byline,
    (
        Key("name", ("姓名",), Words(most=30), Text("姓名", "the person's name")),
        Key("role", ("身份",), Choice(ROLES), Text("身份", "what the person did")),
        Key("affiliation", ("单位",), Words(most=40), Text("所在单位", "where the person works")),
    ),
    required=frozenset({"name"}),
)
_CREDIT = Record(
    _credit,
    (
        Key("name", ("名称",), Words(most=40), Text("供图供稿者", "who supplied it")),
        Key("organisation", ("单位",), Flag(), Text("是不是单位", "whether it is an office")),
    ),
    required=frozenset({"name"}),
)
_LINE = Text("报上印的一行字", "a line as it is printed")


def _signature(node: Node, unknown: str, findings: Findings) -> Signature | None:
    if not isinstance(node, Scalar):
        findings.say(
            "not-a-single-value",
            node.line,
            key=findings.label,
            expected_zh=_LINE.zh,
            expected_en=_LINE.en,
        )
        return None
    text = node.text.strip()
    signature = parse_signature(text)
    if signature is None:
        findings.say(unknown, node.line, value=text)
    return signature


class BylineForm:
    """Somebody who wrote or shot the piece; one line may name several."""

    def read(self, node: Node, findings: Findings) -> tuple[Byline, ...] | None:
        if isinstance(node, Entries):
            byline: Byline | None = _BYLINE.read(node, findings)
            if byline is not None and is_organisation(byline.name):
                findings.say("byline-organisation", node.line, value=byline.name)
            return None if byline is None else (byline,)
        signature = _signature(node, "byline-unknown", findings)
        if signature is None:
            return None
        for credit in signature.credits:
            findings.say("byline-organisation", node.line, value=str(credit))
        return signature.bylines

    def json_schema(self) -> JsonSchema:
        return {"anyOf": [{"type": "string"}, _BYLINE.json_schema()]}

    def words(self, language: Language) -> str:
        shape = Text("如 华西社区传媒记者 李玥林", "such as 华西社区传媒记者 李玥林")(language)
        return f"{shape} · {_BYLINE.words(language)}"


class CreditForm:
    """An office that supplied pictures or text."""

    def read(self, node: Node, findings: Findings) -> tuple[Credit, ...] | None:
        if isinstance(node, Entries):
            credit: Any = _CREDIT.read(node, findings)
            return None if credit is None else (credit,)
        signature = _signature(node, "credit-unknown", findings)
        if signature is None:
            return None
        for byline in signature.bylines:
            findings.say("credit-person", node.line, value=str(byline))
        return signature.credits

    def json_schema(self) -> JsonSchema:
        return {"anyOf": [{"type": "string"}, _CREDIT.json_schema()]}

    def words(self, language: Language) -> str:
        shape = Text("如 新津区委社治委供图", "such as 新津区委社治委供图")(language)
        return f"{shape} · {_CREDIT.words(language)}"
