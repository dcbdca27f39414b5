# SPDX-License-Identifier: MIT
"""Of a set text everything that a reader sees is read, and nothing that he does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.reading.markup.legible import blocks_of

SHOWN = {
    "paragraphs": ("<p>甲</p>\n<p>乙</p>", ["甲", "乙"]),
    "a word in parts": ("<p>菜<strong>市</strong><a href='x>y'>场</a></p>", ["菜市场"]),
    "two lines": ("<p>甲<br>乙</p>", ["甲 乙"]),
    "a cross-head": ('<h2 id="甲">甲</h2><p>乙</p>', ["甲", "乙"]),
    "a caption and whose photo it is": (
        '<figure><img src="a" alt="&lt;p&gt;看不见"><figcaption><span class="caption">灯会。</span> '
        '<span class="credit">王某 摄</span></figcaption></figure>',
        ["灯会。 王某 摄"],
    ),
    "a table, row by row": (
        '<div class="nr-scroll"><table><thead><tr><th>班</th><th>人</th></tr></thead>'
        "<tbody><tr><td>甲班</td>\n<td>8</td></tr></tbody></table></div>",
        ["班 人", "甲班 8"],
    ),
    "a list in a list": ("<ul><li>甲<ul><li>乙</li></ul></li></ul>", ["甲", "乙"]),
    "code": ("<pre><code>a &lt; b\nc</code></pre>", ["a < b c"]),
    "entities": ("<p>A&amp;B &lt;p&gt; &#20013;</p>", ["A&B <p> 中"]),
    "what other programs put in": (
        "<p>甲</p><script>var a = '<p>乙</p>'</script><style>p{}</style><!-- 丙 --><p>丁</p>",
        ["甲", "丁"],
    ),
    "nothing": ("", []),
    "a tag that begins like another": ("<section>甲</section><article>乙</article>", ["甲", "乙"]),
}


@pytest.mark.parametrize(("html", "blocks"), SHOWN.values(), ids=SHOWN)
def test_blocks(html: str, blocks: list[str]) -> None:
    assert list(blocks_of(html)) == blocks


@given(st.text("<>/abp \"'!-&;甲"))
def test_any_text_ends(html: str) -> None:
    assert all(block == " ".join(block.split()) for block in blocks_of(html))
