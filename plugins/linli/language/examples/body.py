# SPDX-License-Identifier: MIT
"""Examples of what is wrong in the text of a piece: headings, marks, pictures, links."""

from __future__ import annotations

from linli.language.examples.example import Examples, keys, text, words

_SOUND = '![巷口的一盏路灯](xiangzi.jpg "路灯亮了。"){ credit="王小明 摄" }'

BODY: Examples = {
    "body-empty": text("", "巷子里的灯亮了。"),
    "heading-one": text("# 怎么修的\n\n先换灯杆。", "## 怎么修的\n\n先换灯杆。"),
    "heading-skipped": text("#### 怎么修的\n\n先换灯杆。", "## 怎么修的\n\n先换灯杆。"),
    "list-swallowed": text("请带好：\n- 身份证\n- 户口簿", "请带好：\n\n- 身份证\n- 户口簿"),
    "raw-html": text("第一行<br>第二行。", "第一行。\n\n第二行。"),
    "unknown-attribute": text(_SOUND.replace("credit=", "cretid="), _SOUND),
    "image-missing": text(_SOUND.replace("xiangzi", "xianzi"), _SOUND),
    "image-unreadable": words(
        ("照片没有传完，只有一半。", "Only half of the picture was copied."),
        ("从相机或手机里重新导出，再放进来。", "Export it again from the camera or telephone."),
    ),
    "image-remote": text(_SOUND.replace("xiangzi", "https://example.com/xiangzi"), _SOUND),
    "image-alt-missing": text(_SOUND.replace("巷口的一盏路灯", ""), _SOUND),
    "image-caption-missing": text(_SOUND.replace(' "路灯亮了。"', ""), _SOUND),
    "image-credit-missing": text(_SOUND.partition("{")[0], _SOUND),
    "photo-alt-from-file": text(
        '![](gongtu.jpg "路灯亮了。"){ credit="王小明 摄" }',
        '![巷口的一盏路灯](gongtu.jpg "路灯亮了。"){ credit="王小明 摄" }',
    ),
    "photo-caption-from-file": text(
        '![巷口的一盏路灯](gongtu.jpg){ credit="王小明 摄" }',
        '![巷口的一盏路灯](gongtu.jpg "路灯亮了。"){ credit="王小明 摄" }',
    ),
    "photo-credit-from-file": text(
        '![巷口的一盏路灯](gongtu.jpg "路灯亮了。")',
        '![巷口的一盏路灯](gongtu.jpg "路灯亮了。"){ credit="王小明 摄" }',
    ),
    "photo-words-unreadable": words(
        (
            "照片自带的说明是乱码。",
            "The picture's own description is garbled.",
        ),
        (
            "在稿件里自己写图注、替代文字和署名。",
            "Write caption, alt text and credit line in the piece.",
        ),
    ),
    "image-inline": text(f"路灯{_SOUND}亮了。", f"路灯亮了。\n\n{_SOUND}"),
    "photo-original-unclean": words(
        (
            "照片的文件结构不完整，又写了 original: true。",
            "The picture's file is not whole, and original: true is set.",
        ),
        (
            "删去 original，或另存为 JPEG 再放进来。",
            "Delete original, or save the picture as JPEG.",
        ),
    ),
    "photo-note-unused": keys(
        "photos:\n  xianzi.jpg: {caption: 路灯亮了。}",
        "photos:\n  xiangzi.jpg: {caption: 路灯亮了。}",
    ),
    "dead-link": text("见[渡桥](du-qiao.md)。", "见[渡桥](duqiao.md)。"),
    "link-not-public": keys(
        "---\n见[渡桥](duqiao.md)。\n# reports/2026/duqiao.md\nstatus: draft",
        "---\n见[渡桥](duqiao.md)。\n# reports/2026/duqiao.md\nstatus: published",
    ),
    "link-absolute": text("见[隐私](/about/privacy.md)。", "见[隐私](../../about/privacy.md)。"),
    "link-unsafe": text("见[网站](ftp://example.com/)。", "见[网站](https://www.example.com/)。"),
    "link-empty": text("见[网站]()。", "见[网站](https://www.example.com/)。"),
    "link-silent": text("[](https://www.example.com/)", "[网站](https://www.example.com/)"),
    "link-undefined": text("见[网站][wz]。", "见[网站][wz]。\n\n[wz]: https://www.example.com/"),
    "footnote-undefined": text("灯共一百盏[^1]。", "灯共一百盏[^1]。\n\n[^1]: 居委会统计。"),
    "dead-anchor": text(
        "## 怎么修的\n\n先换灯杆，见[上文](#怎么休的)。",
        "## 怎么修的\n\n先换灯杆，见[上文](#怎么修的)。",
    ),
}
