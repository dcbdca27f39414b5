# SPDX-License-Identifier: MIT
"""`linli new`: what an editor is asked, what is written, and what is never written."""

from __future__ import annotations

import builtins
import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PIL import Image
from sites import write_site
from town import TOWN

from linli.cli import main
from linli.newsroom.codes import CODES, Kind

Golden = Callable[[str, str], None]
Run = Callable[..., int]

EARLIER = """\
-- content/notices/2026/N-2026-0004.md --
---
id: N-2026-0004
code: 1002
title: 施工通知
date: 2026-11-20
places: [古家社区]
issuer: {name: 示例自来水服务站}
corrections:
  - {date: 2026-11-25, kind: correction, text: 施工在12月3日。}
---
12月2日施工。
-- content/notices/2026/N-2026-0005.md --
---
id: N-2026-0005
code: 1003
title: 取消的讲座
date: 2026-11-20
places: [古家社区]
issuer: {name: 古家社区居委会}
status: withdrawn
withdrawn: {date: 2026-11-25, reason: 讲座取消。}
---
讲座在周五。
"""


class Terminal(io.StringIO):
    """Somebody sits there."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_site(tmp_path, TOWN + EARLIER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINLI_NOW", "2026-11-25 12:00")
    return tmp_path


@pytest.fixture
def new(here: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`linli new` before somebody who types these lines, each shown where it is typed."""

    def run(*arguments: str, typed: Iterable[str | type[BaseException]] = ()) -> int:
        lines = iter(typed)

        def read(prompt: str) -> str:
            line = next(lines, EOFError)
            if not isinstance(line, str):
                raise line
            print(f"{prompt}{line}")
            return line

        monkeypatch.setattr(builtins, "input", read)
        monkeypatch.setattr(sys, "stdin", Terminal())
        code = main(["new", *arguments])
        assert next(lines, None) is None, "not all of it was asked for"
        return code

    return run


INTERVIEWS: dict[str, tuple[list[str], list[str]]] = {
    "report": (
        ["报道"],
        [
            *("", "小", "古家社区的小桥通车了"),
            *("2026-11-31", "11月24日", "2026年11月24日"),
            *("文花", "化"),
            *("古家社区居委会", "本报记者 沈悦", ""),
            *("社区", "2", ""),
            *("小桥", ""),
            *("古家社区的小桥11月24日通车。", "", "- 全长十米", "- 宽三米", "。"),
        ],
    ),
    "water": (
        ["notice", "停水通知"],
        [
            *("停", ""),
            *("古佳社区", "古家", ""),
            *("示例自来水服务站", "91510100MA00000000", "", ""),
            *("2026-12-02",),
            *("值班室", "13800000000", "否", "028-85800000", ""),
            *("因管网检修，请拨13800000000。", "。", "因管网检修，12月2日9时停水。", "。"),
        ],
    ),
    "subsidy": (
        ["notice"],
        [
            *("2001", "", "老旧小区补助公示", "武侯区", "", "武侯区示例街道办事处", "", "财务科"),
            *("2026-11-01", "2026-12-05", ""),
            *("公示期至12月5日。", "."),
        ],
    ),
    "summons": (
        ["notice", "公示催告"],
        [
            *("3005", "", "武侯区", "", "武侯区示例法院", "", ""),
            *("2026-12-05", "2027-02-05", ""),
            *("请利害关系人申报权利。", "。"),
        ],
    ),
    "correction": (
        ["notice", "更正施工通知"],
        [
            *("9001", "", "古家", "", "示例自来水服务站", "", ""),
            *("N-2026-9999", "N-2026-0004", ""),
            *("施工在12月3日。", "。"),
        ],
    ),
    "identity": (
        ["遗失"],
        [
            *("4001", "", "五津街道", "1", "", "个人", "王小明"),
            *("身份证", "11010519491231002X", ""),
            *("", ""),
        ],
    ),
    "licence": (
        ["lost"],
        [
            *("4002", "", "双流", "", "2", "成都市双流区西航港街道机场路社区股份经济合作联合社"),
            *("N2510116MF1516847X", "N2510116MF1516847Y"),
            *("1", "副本", "", ""),
            *("公章", "", "", "", ""),
        ],
    ),
    "permit": (
        ["lost"],
        [
            *("开户", "", "双流", "", "单位", "成都示例食品店", ""),
            *("", "银行开户许可证", "", "示例银行双流支行", "", "J651015552740", "J6510155527401"),
            *("", "22829301040012305", "", "遗失银行开户许可证"),
            *("成都示例食品店遗失银行开户许可证一枚。", "。"),
            *("成都示例食品店遗失银行开户许可证，核准号J6510155527402，声明作废。", "。"),
            "",
        ],
    ),
    "found": (
        ["lost"],
        [
            *("招领", "", "五津街道", "1", "", "单位", "五津街道便民中心", ""),
            *("菜市场东门", "一串钥匙", "", "2026-11-24"),
            *("便民中心", "13900000000", "是", ""),
            *("", "拾到一串钥匙，请失主前来认领。", "。"),
        ],
    ),
}


@pytest.mark.parametrize("name", INTERVIEWS)
def test_an_interview_word_for_word_and_the_file_that_comes_of_it(
    here: Path, new: Run, capsys: pytest.CaptureFixture[str], golden: Golden, name: str
) -> None:
    arguments, typed = INTERVIEWS[name]
    before = {*here.rglob("content/**/*.md")}
    assert new(*arguments, typed=typed) == 0
    said = capsys.readouterr().out
    (written,) = {*here.rglob("content/**/*.md")} - before
    path = written.relative_to(here).as_posix()
    assert f"写好了 {path}。\n" in said
    golden(f"new-{name}.txt", f"{said}-- {path} --\n{written.read_text(encoding='utf-8')}")
