# SPDX-License-Identifier: MIT
"""A title in the report of a pull request: its words are read, and nothing else comes of them."""

from __future__ import annotations

import re
from html import unescape

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.pages.neutral import neutral

SIGNS = st.text(st.sampled_from("桥 a1|`*_[]()<>!#@&~$\\{}\"'^/.:-+=w"), max_size=24)


def shown(text: str) -> list[str]:
    """What a browser shows of a text in a cell between two others."""
    html = markdown.markdown(
        f"| a | b | c |\n|---|---|---|\n| x | {text} | y |", extensions=["tables"]
    )
    cells = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    assert not any("<" in cell for cell in cells), cells
    return [unescape(cell) for cell in cells]


@given(SIGNS)
@settings(max_examples=150, deadline=None)
def test_every_sign_is_shown_and_none_means_anything(text: str) -> None:
    before, cell, after = shown(neutral(text))
    assert (before, after) == ("x", "y")
    assert cell.replace("\u2060", "") == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("@someone", "@|someone"),
        ("owner/repo#12", "owner/repo#|12"),
        ("GH-12", "GH-|12"),
        ("https://bad.example", "https:|//bad.example"),
        ("www.bad.example", "www.|bad.example"),
        ("editor@paper.example", "editor@|paper.example"),
    ],
)
def test_a_call_is_parted_from_whom_it_calls(text: str, parted: str) -> None:
    assert unescape(neutral(text)) == parted.replace("|", "\u2060")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("电话13900000000", "电话139****0000"),
        ("身份证号11010519491231002X", "身份证号1****************X"),
        ("身份证号110105194912310023", "身份证号1****************3"),
        ("两\n行", "两 行"),
        ("\udcff.md", "?.md"),
    ],
)
def test_no_number_of_a_person_is_repeated(text: str, read: str) -> None:
    assert unescape(neutral(text)) == read


def test_a_long_text_is_cut_before_its_signs_are_written_out() -> None:
    assert neutral("*" * 9, 4) == "&#42;&#42;&#42;…"
