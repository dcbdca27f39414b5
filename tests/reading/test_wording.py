# SPDX-License-Identifier: MIT
"""The words of a set text, paragraph by paragraph."""

from __future__ import annotations

import pytest

from linli.reading.markup.wording import wording


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("", ()),
        ("<p>甲。</p>\n<p>乙&amp;丙<br>\n丁。</p>", ("甲。", "乙&丙 丁。")),
        (
            '<h2 id="a">题</h2>\n<p>见<a href="x">此</a>，<strong>要</strong>紧。</p>',
            ("题", "见此，要紧。"),
        ),
        ("<ul>\n<li>一</li>\n<li>二<ul><li>三</li></ul></li>\n</ul>", ("一", "二", "三")),
        (
            "<table><thead><tr><th>名</th><th>数</th></tr></thead>"
            "<tbody><tr><td>甲</td><td>1</td></tr></tbody></table>",
            ("名 | 数", "甲 | 1"),
        ),
        (
            '<figure><img alt="桥" src="a.jpg"><figcaption><span class="caption">桥。</span>'
            '<span class="credit">甲 摄</span></figcaption></figure>',
            ("桥。 甲 摄",),
        ),
    ],
)
def test_a_text_is_read_without_its_markup(html: str, paragraphs: tuple[str, ...]) -> None:
    assert wording(html) == paragraphs
