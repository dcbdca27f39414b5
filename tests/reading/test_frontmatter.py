# SPDX-License-Identifier: MIT
"""Front matter: what an editor's file says, on which line, and why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.reading.articles import Read
from linli.reading.frontmatter import FrontMatterError, parse_yaml, read
from linli.reading.nodes import Entries, Items, Node, Scalar

PLAIN = "---\ntitle: 灯亮了\ndate: 2022-07-05\n---\n\n正文。\n"


def fault(text: str) -> tuple[str, int]:
    with pytest.raises(FrontMatterError) as caught:
        read(text)
    return caught.value.code, caught.value.line


def lines(node: Node, prefix: str = "") -> dict[str, int]:
    """Every key and item of a tree with its line."""
    found: dict[str, int] = {}
    if isinstance(node, Entries):
        for entry in node:
            found[f"{prefix}{entry.key}"] = entry.line
            found |= lines(entry.value, f"{prefix}{entry.key}.")
    elif isinstance(node, Items):
        for index, item in enumerate(node.items):
            found[f"{prefix}{index}"] = item.line
            found |= lines(item, f"{prefix}{index}.")
    return found


def test_a_file_is_cut_into_keys_and_text() -> None:
    document = read(PLAIN)
    assert [(entry.key, entry.line) for entry in document.entries] == [("title", 2), ("date", 3)]
    assert (document.body, document.body_line) == ("正文。", 6)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        "\ufeff" + PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("---\n", "--- \t\n"),
        PLAIN.removesuffix("\n"),
    ],
    ids=["plain", "BOM", "CRLF", "BOM-CRLF", "CR", "spaces-after-fence", "no-last-newline"],
)
def test_what_the_editor_cannot_see_changes_nothing(text: str) -> None:
    assert read(text) == read(PLAIN)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "file-empty", 1),
        ("\ufeff \r\n", "file-empty", 1),
        ("正文。\n", "front-matter-missing", 1),
        ("# 标题\n\n正文。\n\n---\n\n正文。\n", "front-matter-missing", 1),
        ("———\ntitle: 灯\n———\n", "front-matter-missing", 1),
        ("\n" + PLAIN, "front-matter-late", 2),
        ("\r\n\r\n" + PLAIN.replace("\n", "\r\n"), "front-matter-late", 3),
        ("灯亮了\n" + PLAIN, "front-matter-late", 2),
        ("---\ntitle: 灯亮了\n正文。\n", "front-matter-open", 1),
        ("---\n", "front-matter-open", 1),
        ("---\n- 灯亮了\n---\n", "front-matter-no-mapping", 2),
        ("---\n灯亮了\n---\n", "front-matter-no-mapping", 2),
        ("---\ntitle：灯亮了\n---\n", "wide-colon", 2),
        ("---\ntitle: 灯亮了\ndate：2022-07-05\nid: 1\n---\n", "wide-colon", 3),
        ("---\nholder: {type：person, name: 张某}\n---\n", "wide-colon", 2),
        ("---\nedition:\n\tdate: 2022-07-05\n---\n", "tab-indent", 3),
        ("---\ntitle: 通知: 停水\n---\n", "yaml-broken", 2),
        ('---\ntitle: 灯\nkicker: "看点位\ndate: 2022-07-05\n---\n', "yaml-broken", 3),
        ("---\ntitle: 灯\ntopics: [灯, 巷\ndate: 2022-07-05\n---\n", "yaml-broken", 3),
        ("---\ntitle: 灯\nholder: {name: 张某\n---\n", "yaml-broken", 3),
        ("---\ntitle: 灯\n没有冒号\ndate: 2022-07-05\n---\n", "yaml-broken", 3),
        ("---\ntitle: 灯\n  date: 2022-07-05\n---\n", "yaml-broken", 3),
        ("---\ntitle: @灯\n---\n", "yaml-broken", 2),
        ("---\ntitle: 编程 #1 入门\n---\n", "yaml-broken", 2),
        ("---\ntopics:\n  - C\n  - C #2\n---\n", "yaml-broken", 4),
        ("---\ntitle: 灯\nkicker: 看\x07点\n---\n", "yaml-broken", 3),
        ("---\n? [a, b]\n: c\n---\n", "yaml-broken", 2),
        ("---\ntitle: 灯\nsummary: " + "[" * 5000 + "\n---\n", "yaml-broken", 3),
        ("---\ntitle: &a 灯\n---\n", "yaml-alias", 2),
        ("---\ntitle: 灯\nkicker: !!str 5\n---\n", "yaml-alias", 3),
        ("---\na: &a [x]\nb: [*a, *a]\n---\n", "yaml-alias", 2),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text: str, code: str, line: int) -> None:
    assert fault(text) == (code, line)


def test_the_unreadable_line_itself_is_quoted() -> None:
    with pytest.raises(FrontMatterError) as caught:
        read("---\ntitle: 灯\nkicker: 看点位: 聊发展\n---\n")
    assert caught.value.arguments == {"text": "kicker: 看点位: 聊发展"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("title：灯\ndate：2022-07-05\ncategory：a\n", [2, 3, 4]),
        ("title：灯\ndate: 2022-07-05\ncategory：a\n", [2, 4]),
        ("title: 灯\nedition:\n  date：2022-07-05\n  page: 02\nid：1\n", [4, 6]),
        ("title：灯\nsummary: |\n  时间：九点\n", [2]),
    ],
)
def test_every_wide_colon_of_a_file_is_told_in_one_run(
    text: str,
    lines: list[int],
    read_piece: Callable[..., Read],
    told: Callable[..., list[tuple[str, int]]],
) -> None:
    found = read_piece(f"---\n{text}---\n正文。\n").diagnostics
    assert told(found) == [("wide-colon", line) for line in lines]


def test_keys_inside_keys_keep_their_lines() -> None:
    document = read(
        "---\n"
        "title: 灯\n"
        "holder: {type: person,\n"
        "  name: 张某}\n"
        "documents:\n"
        "  - name: 证\n"
        "    numbers:\n"
        "      - {label: 号, value: 1}\n"
        "      -\n"
        "        label: 号\n"
        "  - name: 照\n"
        "topics: [灯,\n"
        "  巷]\n"
        "---\n"
    )
    assert lines(document.entries) == {
        "title": 2,
        "holder": 3,
        "holder.type": 3,
        "holder.name": 4,
        "documents": 5,
        "documents.0": 6,
        "documents.0.name": 6,
        "documents.0.numbers": 7,
        "documents.0.numbers.0": 8,
        "documents.0.numbers.0.label": 8,
        "documents.0.numbers.0.value": 8,
        "documents.0.numbers.1": 10,
        "documents.0.numbers.1.label": 10,
        "documents.1": 11,
        "documents.1.name": 11,
        "topics": 12,
        "topics.0": 12,
        "topics.1": 13,
    }


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_a_line_end_that_no_editor_shows_counts_no_line(separator: str) -> None:
    document = read(f"---\ntitle: 灯{separator}亮了\ndate: 2022-07-05\n---\n正文。\n")
    assert lines(document.entries) == {"title": 2, "date": 3}
    assert document.body_line == 5


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("22829301040012305", "22829301040012305"),
        ("0012", "0012"),
        ("2022-07-05", "2022-07-05"),
        ("是", "是"),
        ("no", "no"),
        ("1e3", "1e3"),
        ('"灯: 亮了 #1"', "灯: 亮了 #1"),
        ("灯   # 备注", "灯"),
    ],
)
def test_a_value_stays_the_characters_that_were_written(written: str, text: str) -> None:
    (entry,) = read(f"---\nkey: {written}\n---\n").entries
    assert isinstance(entry.value, Scalar)
    assert entry.value.text == text


@pytest.mark.parametrize(
    ("written", "empty"), [("", True), ("~", True), ("null", True), ('""', False), ("'~'", False)]
)
def test_nothing_written_is_not_an_empty_text(written: str, *, empty: bool) -> None:
    (entry,) = read(f"---\nkey: {written}\n---\n").entries
    assert isinstance(entry.value, Scalar)
    assert entry.value.is_empty is empty


def test_a_rule_in_the_text_does_not_end_the_front_matter() -> None:
    assert read("---\ntitle: 灯\n---\n上。\n\n---\n\n下。\n").body == "上。\n\n---\n\n下。"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: 街灯\ntitle: 小巷\n", [("duplicate-key", 3)]),
        ("title: 街灯\n标题: 小巷\n", [("duplicate-key", 3)]),
        ("标题: 街灯\ntitle: 小巷\ntitle: 老街\n", [("duplicate-key", 3), ("duplicate-key", 4)]),
        ("标题: 街灯\n摘要: 一。\n摘要: 二。\n", [("duplicate-key", 4)]),
    ],
)
def test_a_key_given_twice_in_either_spelling_is_said(
    text: str,
    found: list[tuple[str, int]],
    read_piece: Callable[..., Read],
    told: Callable[..., list[tuple[str, int]]],
) -> None:
    rest = "date: 2022-07-05\ncategory: governance\nbylines: [通讯员 王小明]\n"
    assert told(read_piece(f"---\n{text}{rest}---\n正文。\n").diagnostics) == found


def test_an_empty_yaml_file_is_nothing_and_a_byte_order_mark_is_not_a_name() -> None:
    assert parse_yaml("# 还没有地名\n") is None
    assert parse_yaml("\ufeff- name: 甲\r- name: 乙\r") == parse_yaml("- name: 甲\n- name: 乙\n")


@given(st.text(alphabet="\ufeffab:：-[]{}\"'#&*!|>%@`,?~ \t\n\r\x00\x85\u2028灯", max_size=60))
def test_any_front_matter_is_read_or_refused_with_a_line_of_the_file(text: str) -> None:
    whole = f"---\n{text}\n---\n正文"
    try:
        read(whole)
    except FrontMatterError as error:
        assert 1 <= error.line <= len(whole.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
