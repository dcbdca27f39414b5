# SPDX-License-Identifier: MIT
"""A piece written as an editor would write it: front matter in the table's order, then text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

import yaml

from linli.reading.schema import KEYS

Value = str | int | bool | date | list["Value"] | dict[str, "Value"]
"""What may stand behind a key."""

_ORDER = {key.name: place for place, key in enumerate(KEYS)}


class _Dumper(yaml.SafeDumper):
    """YAML as the handbook writes it: items indented, and in quotes whatever could be a number."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def words(self, text: str) -> yaml.ScalarNode:
        style = '"' if _LIKE_A_NUMBER.fullmatch(text) else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def items(self, values: list[Value]) -> yaml.SequenceNode:
        node = self.represent_sequence("tag:yaml.org,2002:seq", values)
        node.flow_style = all(isinstance(one, yaml.ScalarNode) for one in node.value)
        return node

    def entries(self, values: dict[str, Value]) -> yaml.MappingNode:
        node = self.represent_mapping("tag:yaml.org,2002:map", values.items())
        node.flow_style = all(isinstance(one, yaml.ScalarNode) for _, one in node.value)
        return node


# YAML 1.1 and 1.2 differ in which of these are numbers, so none is left bare.
_LIKE_A_NUMBER = re.compile(r"[-+.]?[0-9][0-9a-zA-Z_.,:+-]*")
_Dumper.add_representer(str, _Dumper.words)
_Dumper.add_representer(list, _Dumper.items)
_Dumper.add_representer(dict, _Dumper.entries)


def piece(keys: Mapping[str, Value], body: str, to_do: Mapping[str, str] = {}) -> str:
    """A whole file. `to_do` are keys that nobody has told yet, each with what is to be told: they
    stand as comments where the key belongs, so that the check asks for them and an editor sees why.
    """
    lines = ["---", *_lines(keys, to_do), "---"]
    text = body.strip("\n")
    return "\n".join([*lines, text, ""]) if text else "\n".join([*lines, ""])


def front_matter(keys: Mapping[str, Value], to_do: Mapping[str, str] = {}) -> str:
    """The lines between the two fences."""
    return "\n".join(_lines(keys, to_do))


def _lines(keys: Mapping[str, Value], to_do: Mapping[str, str]) -> Iterable[str]:
    last = len(_ORDER)
    for name in sorted({*keys, *to_do}, key=lambda name: (_ORDER.get(name, last), name)):
        if name in keys:
            yield _dump(name, _bare(name, keys[name]))
        else:
            yield f"# 待填：{name}: {to_do[name]}".replace("\n", "\n# ")


def _bare(name: str, value: Value) -> Value:
    """An announcement's code stands without quotes everywhere: no reader of YAML changes it."""
    return int(value) if name == "code" and isinstance(value, str) and value.isdecimal() else value


def _dump(name: str, value: Value) -> str:
    """A key with its value; what holds no other list or mapping stands on one line."""
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, width=1_000_000)
    text = text.removesuffix("\n...\n").rstrip("\n")
    if isinstance(value, list | dict) and not text.startswith(("[", "{")):
        return "\n".join([f"{name}:", *(f"  {line}" for line in text.split("\n"))])
    return f"{name}: {text}"
