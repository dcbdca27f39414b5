# SPDX-License-Identifier: MIT
"""The words of the messages, as a rule for all of them."""

from __future__ import annotations

import re

import pytest

from linli.language.languages import Language
from linli.language.messages import MESSAGES, Message, Severity

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
