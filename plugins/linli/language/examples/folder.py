# SPDX-License-Identifier: MIT
"""Examples of files that lie in the wrong place or bear the wrong name."""

from __future__ import annotations

from linli.language.examples.example import Examples, keys, names, whole, words

_DISTRICT = "- name: 新津区\n  slug: xinjin"
_DEEP = (
    f"{_DISTRICT}\n  children:\n    - name: 五津街道\n      slug: wujin\n      children:\n"
    "        - name: 古家社区\n          slug: gujia"
)

FOLDER: Examples = {
    "symlink": words(
        (
            "把快捷方式（符号链接）拖进了文件夹。",
            "A symbolic link was put into the folder.",
        ),
        ("放进文件本身。", "Put the file itself there."),
    ),
    "special-file": words(
        (
            "文件夹里有一个既不是文件、也不是文件夹的东西（如管道）。",
            "There is something that is neither file nor folder, such as a pipe.",
        ),
        ("删除它。", "Delete it."),
    ),
    "extension-case": names("reports/2026/ludeng.MD", "reports/2026/ludeng.md"),
    "picture-format": names("reports/2026/xiangzi.tiff", "reports/2026/xiangzi.jpg"),
    "backup-file": names("reports/2026/ludeng.md~", "reports/2026/ludeng.md"),
    "path-shape": names("reports/ludeng.md", "reports/2026/ludeng.md"),
    "path-characters": names("reports/2026/lu deng.md", "reports/2026/lu-deng.md"),
    "path-reserved": names("topics/ludeng.md", "reports/2026/ludeng.md"),
    "file-unreadable": words(
        (
            "文件没有读取的权限，或磁盘出了错。",
            "The file may not be read, or the disk is faulty.",
        ),
        ("改权限，或重新放一份。", "Change its permissions, or put it there again."),
    ),
    "year-differs": keys(
        "# reports/2025/ludeng.md\ndate: 2026-11-05",
        "# reports/2026/ludeng.md\ndate: 2026-11-05",
    ),
    "url-twice": names(
        "reports/2026/ludeng.md\nreports/2026/ludeng/index.md",
        "reports/2026/ludeng.md\nreports/2026/duqiao.md",
    ),
    "alias-taken": keys(
        "# reports/2026/ludeng.md\naliases: [old/lamp/]\n"
        "# reports/2026/duqiao.md\naliases: [old/lamp/]",
        "# reports/2026/ludeng.md\naliases: [old/lamp/]\n"
        "# reports/2026/duqiao.md\naliases: [old/bridge/]",
    ),
    "place-twice": whole(
        f"{_DEEP}\n- name: 新津区\n  slug: xinjin-2",
        f"{_DEEP}\n- name: 双流区\n  slug: shuangliu",
        "places.yml",
    ),
    "place-too-deep": whole(
        f"{_DEEP}\n          children: [{{name: 一号院, slug: yihaoyuan}}]", _DEEP, "places.yml"
    ),
    "category-twice": keys(
        "# categories/anquan.md\nname: 平安社区\n# categories/pingan.md\nname: 平安社区",
        "# categories/anquan.md\nname: 平安社区\n# categories/wenhua.md\nname: 社区文化",
    ),
    "person-twice": keys(
        "# people/wangxiaoming.md\nname: 王小明\n# people/xiaoming.md\nname: 王小明",
        "# people/wangxiaoming.md\nname: 王小明\n# people/lixiaohong.md\nname: 李小红",
    ),
    "policy-page-missing": words(
        ("about 文件夹里没有 privacy.md。", "There is no privacy.md in about."),
        (
            "写一页 about/privacy.md，说明网站怎样对待读者的信息。",
            "Write about/privacy.md: how the site treats its readers' data.",
        ),
    ),
}
