# SPDX-License-Identifier: MIT
"""The words of the messages, as a rule for all of them."""

from __future__ import annotations

import re

import pytest

from linli.language.languages import Language
from linli.language.messages import COPY_SLIPS, MESSAGES, Message, Severity
from linli.language.quoting import cut, listed
from linli.newsroom.diagnostics import Diagnostic, Location

ARGUMENT = re.compile(r"\{\{|\}\}|\{(\w+)\}")


def arguments(pattern: str) -> set[str]:
    return {name for name in ARGUMENT.findall(pattern) if name}


def bare(names: set[str]) -> set[str]:
    return {re.sub(r"_(zh|en)$", "", name) for name in names}


@pytest.mark.parametrize("code", MESSAGES)
def test_a_code_is_written_in_small_letters_and_hyphens(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize("code", MESSAGES)
def test_a_chinese_message_says_what_is_wrong_and_then_what_to_do(code: str) -> None:
    zh = re.sub("[‹›]", "", MESSAGES[code].zh)
    assert zh.endswith("。")
    assert zh.count("。") + zh.count("？") >= 2 or "请" in zh or "应" in zh or "宜" in zh


@pytest.mark.parametrize("code", MESSAGES)
def test_an_english_message_has_two_sentences(code: str) -> None:
    en = re.sub("[‹›]", "", MESSAGES[code].en)
    assert en.endswith(".")
    assert len(re.findall(r"[.?:](?= |$)", en)) >= 2


@pytest.mark.parametrize("code", MESSAGES)
def test_a_chinese_message_has_no_half_width_mark_between_han(code: str) -> None:
    assert not re.search(r"[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]", MESSAGES[code].zh)


@pytest.mark.parametrize("code", MESSAGES)
def test_the_english_message_names_nothing_that_the_chinese_one_does_not(code: str) -> None:
    message = MESSAGES[code]
    assert bare(arguments(message.en)) <= bare(arguments(message.zh))


def test_a_part_without_its_argument_is_left_out() -> None:
    message = Message(Severity.ERROR, "没有。‹要写“{near}”？›请改。", "None. ‹`{near}`? ›Mend it.")
    assert message.say({"near": ""}, Language.ZH_HANS) == "没有。请改。"
    assert message.say({"near": "甲"}, Language.ZH_HANS) == "没有。要写“甲”？请改。"
    assert message.say({}, Language.EN) == "None. Mend it."
    assert message.say({"near": "a"}, Language.EN) == "None. `a`? Mend it."


def test_a_list_is_joined_as_each_language_does() -> None:
    message = Message(Severity.ERROR, "可选：{allowed}。", "Allowed: {allowed}.")
    assert message.say({"allowed": ("甲", "乙")}, Language.ZH_HANS) == "可选：甲、乙。"
    assert message.say({"allowed": ("a", "b")}, Language.EN) == "Allowed: a, b."


def test_what_an_editor_wrote_is_never_taken_for_a_pattern() -> None:
    message = Message(Severity.ERROR, "“{value}”不对。{{x}}", "`{value}` is wrong. {{x}}")
    assert message.say({"value": "{key} ‹a›"}, Language.ZH_HANS) == "“{key} ‹a›”不对。{x}"


LISTS = {"allowed", "keys", "files", "places"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("value", ["很长" * 5000, "a" * 9000 + "\n" * 500])
def test_no_message_is_longer_than_can_be_read_whatever_an_editor_wrote(
    language: Language, value: str
) -> None:
    for code, message in MESSAGES.items():
        names = arguments(message.zh) | arguments(message.en)
        said = message.say(
            {name: (value,) * 50 if bare({name}) & LISTS else value for name in names}, language
        )
        assert len(said) <= 800, code
        assert "\n" not in said, code


def test_what_is_quoted_is_cut_to_forty_signs_and_a_path_is_not() -> None:
    message = Message(Severity.ERROR, "“{text}”，{file}。", "`{text}`, {file}.")
    said = message.say({"text": "长" * 50, "file": "a" * 50}, Language.ZH_HANS)
    assert said == f"“{'长' * 39}…”，{'a' * 50}。"
    assert message.say({"text": "长" * 40, "file": "b"}, Language.EN) == f"`{'长' * 40}`, b."


def test_a_message_stays_on_one_line_and_steers_no_terminal() -> None:
    message = Message(Severity.ERROR, "“{value}”不对。", "`{value}` is wrong.")
    assert (
        message.say({"value": "甲\n  乙\x1b[31m\u202e丙"}, Language.ZH_HANS)
        == "“甲 乙[31m丙”不对。"
    )


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("abcde\u0301fg", 6, "abcd…"),
        ("abc👩\u200d👧g", 6, "abc…"),
        ("ab ❤\ufe0fcd", 5, "ab…"),
        ("𠮷𠮷𠮷𠮷", 3, "𠮷𠮷…"),
    ],
)
def test_no_sign_is_torn_from_what_belongs_to_it(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown


def test_a_long_list_of_what_is_allowed_ends_with_a_whole_word() -> None:
    assert listed(["一二三"] * 200, "、") == "、".join([*["一二三"] * 90, "…"])
    assert listed(["甲", "乙"], "、") == "甲、乙"


def test_only_warnings_count_as_errors_of_editing() -> None:
    assert {MESSAGES[code].severity for code in COPY_SLIPS} == {Severity.WARNING}


def test_a_private_number_in_an_editors_words_is_masked_before_it_is_cut() -> None:
    words = {"text": "值班电话里有一个很长的号码要写在这一行后面请打" + "13900000000" + "好" * 20}
    said = Diagnostic("yaml-broken", Location("a.md"), words).message(Language.ZH_HANS)
    assert "139****0000" in said
    assert "13900000000" not in said
    named = Diagnostic("dead-link", Location("a.md"), {"target": "13900000000.md", "nearest": ""})
    assert "13900000000.md" in named.message(Language.ZH_HANS)
