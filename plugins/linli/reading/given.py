# SPDX-License-Identifier: MIT
"""Keys given on a command line: `category=文化`, `holder={type: 个人, name: 王某}`."""

from __future__ import annotations

from collections.abc import Iterable

from linli.language import interviews
from linli.language.languages import Language
from linli.newsroom.codes import Kind
from linli.reading import frontmatter
from linli.reading.forms import Many
from linli.reading.nodes import Entries, Items, Node
from linli.reading.schema import keys_of
from linli.reading.writing import Value


class GivenError(ValueError):
    """What cannot be read of what was given, in a sentence."""


def given_keys(kind: Kind, given: Iterable[str], says: Language) -> dict[str, Value]:
    """The keys of a piece; a value that begins with a bracket or a brace is YAML. Raises
    GivenError.

    A key that no table knows stays as it is: the check has words for it.
    """
    table = {spelling: key for key in keys_of(kind) for spelling in key.spellings}
    keys: dict[str, Value] = {}
    for one in given:
        written, sign, value = one.partition("=")
        written, value = written.strip(), value.strip()
        if not sign or not written or not value:
            raise GivenError(interviews.NO_VALUE(says).format(value=one))
        key = table.get(written)
        name = key.name if key else written
        if name in keys:
            raise GivenError(interviews.SET_TWICE(says).format(key=written))
        keys[name] = _value(written, value, says)
        if key and isinstance(key.form, Many) and isinstance(keys[name], str):
            keys[name] = [keys[name]]
    return keys


def _value(key: str, written: str, says: Language) -> Value:
    if written[0] not in "[{":
        return written
    try:
        node = frontmatter.parse_yaml(written)
    except frontmatter.FrontMatterError as error:
        words = {"key": key, "value": written}
        raise GivenError(interviews.BROKEN_FLOW(says).format(**words)) from error
    return "" if node is None else _plain(node)


def _plain(node: Node) -> Value:
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    if isinstance(node, Entries):
        return {entry.key: _plain(entry.value) for entry in node}
    return node.text
