# SPDX-License-Identifier: MIT
"""`linli new`: what an editor is asked, what is written, and what is never written."""

from __future__ import annotations

import builtins
import io
import re
import sys
from collections.abc import Callable, Generator, Iterable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from sites import write_site
from town import TOWN

from linli.cli import main
from linli.cli.terminal import Terminal
from linli.engine.at_hand import at_hand
from linli.engine.beginning import is_free, write_piece
from linli.engine.judging import Court
from linli.engine.load import load
from linli.engine.settings import read_settings
from linli.language import interviews
from linli.language.languages import Language, Text
from linli.newsroom.codes import CODES, Kind
from linli.newsroom.portal import Clock
from linli.pages import indexes
from linli.reading.interview.course import interview
from linli.reading.interview.draft import Desk, Draft
from linli.reading.interview.steps import Option, Question, Step, Taken, Told, choose

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


class Screen(io.StringIO):
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
        monkeypatch.setattr(sys, "stdin", Screen())
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
            *("因管网检修，12月2日9时停水。", "请拨13800000000。", "# 请储水", "。"),
            *("请拨13900000000。", "。", "。", "请拨028-85800000。", "。"),
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
            *("4001", "", "五津街道", "", "个人", "王小明"),
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
    "english": (
        ["notice", "--language", "en"],
        [
            *("施工", "", "Works", "岷江", "武侯", "", "示例街道办事处", "", "", "", ""),
            *("[rules](../../about/privcy.md)", ".", "See [them](../../about/privacy.md).", "."),
        ],
    ),
    "found": (
        ["lost"],
        [
            *("招领", "", "五津街道", "", "单位", "五津街道便民中心", ""),
            *("菜市场东门", "一串钥匙", "", "2026-11-24"),
            *("", "便民中心", "13900000000", "是", ""),
            *("拾到一串钥匙，请失主前来认领。", "。"),
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
    assert path in said
    golden(f"new-{name}.txt", f"{said}-- {path} --\n{written.read_text(encoding='utf-8')}")


GOOD = {
    "标题": "示例标题",
    "栏目": "文化",
    "记者": "本报记者 沈悦",
    "地点": "武侯区",
    "发布单位·名称": "武侯区示例街道办事处",
    "持有人·名称": "武侯区示例街道办事处",
    "遗失人·名称": "成都示例食品店",
    "·类型": "单位",
    "生效日期": "2026-12-02",
    "截止日期": "2027-03-01",
    "遗失日期": "2026-11-20",
    "遗失地点": "菜市场东门",
    "更正对象": "N-2026-0004",
    "取代": "N-2026-0005",
    "物品：": "一把雨伞",
    "证件·名称": "1",
    "签发单位": "示例银行双流支行",
    "核准号": "J6510155527401",
    "正文": "成都示例食品店声明作废。",
    "代码": "1",
    "文件名": "shi-li",
}
"""What may be answered where nothing is offered, by what stands in the question."""
TYPED = st.one_of(
    st.sampled_from(
        [
            *(
                "",
                "1",
                "3",
                "12",
                "个人",
                "单位",
                "4002",
                "4101",
                "社区",
                "2026-11-20",
                "声明作废。",
            ),
            *("明天", "13800138000", "11010519491231002X", "---", "- a: b", "[a](b.md)", "{x"),
            *("## L-2026-0001 x", "<b>", "N-2026-0001", "N-2026-0004", "91510100MA00000000"),
        ]
    ),
    st.text(max_size=12),
)


def a_desk(root: Path) -> Desk:
    site = read_settings(root / "mkdocs.yml")
    known = at_hand(site.content, site.portal.zone)
    return Desk(
        says=site.says,
        zone=site.portal.zone,
        today=date(2026, 11, 25),
        vocabulary=known.vocabulary,
        ids=tuple(known.files),
        judge=Court(site, known, {}).judge,
        is_free=lambda path: is_free(site.content, path),
    )


@given(st.sampled_from(Kind), st.lists(st.tuples(TYPED, st.integers(0, 3)), max_size=60))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_typed_is_refused_in_words_or_passes_the_check(
    here: Path, kind: Kind, typed: list[tuple[str, int]]
) -> None:
    site = read_settings(here / "mkdocs.yml")
    draft = Draft(kind, a_desk(here))
    dialogue = interview(draft)
    answers, asked = iter(typed), list[Question]()
    try:
        step = next(dialogue)
        while True:
            assert len(asked) < 200, step
            if isinstance(step, Question):
                word, chance = next(answers, ("", 3))
                good = next((word for part, word in GOOD.items() if part in step.prompt), "")
                offered = "" if step.optional or (step.default and step not in asked) else good
                asked.append(step)
                step = dialogue.send(word if chance < 2 else offered)
            else:
                step = dialogue.send(None)
    except StopIteration:
        pass
    assert draft.errors() == []
    assert write_piece(site.content, draft.path, draft.text, {})
    taken = load(
        site.content,
        site.portal,
        Clock(datetime(2026, 11, 25, 12, tzinfo=site.portal.zone)),
        site.cache,
        lambda stands: indexes.targets(stands, site.portal.addresses, site.features),
    )
    (site.content / draft.path).unlink()
    found = [one for one in taken.diagnostics if one.location.path == draft.path]
    assert [one for one in found if one.is_error] == [], draft.text


GIVEN = {
    "title": "示例标题",
    "places": "武侯区",
    "issuer": "{name: 武侯区示例街道办事处}",
    "holder": "{类型: 单位, 名称: 成都示例食品店}",
    "effective_from": "2026-12-02",
    "deadline": "2027-03-01",
    "corrects": "N-2026-0004",
    "supersedes": "N-2026-0005",
    "item": "一把雨伞",
    "lost_on": "2026-11-20",
    "lost_where": "菜市场东门",
}
DOCUMENTS = {
    "4001": "居民身份证, numbers: [{label: 公民身份号码, value: 1****************X}]",
    "4002": '营业执照, copy: 副本, numbers: [{label: 注册号, value: "510107600123456"}]',
    "4003": '公章, numbers: [{label: 印章编码, value: "5101070000001"}]',
    "4004": "银行开户许可证, issuer: 示例银行, numbers: [{label: 核准号, value: J6510155527401}, {label: 编号, value: 6510-12345678}]",
    "4005": "收据, numbers: [{label: 编号, value: A0001}]",
    "4006": "房产证, numbers: [{label: 编号, value: A0002}]",
    "4007": "上岗证, numbers: [{label: 编号, value: A0003}]",
    "4008": "出生医学证明, numbers: [{label: 编号, value: M510000001}]",
    "4009": "行驶证, numbers: [{label: 号牌号码, value: 川A12345}]",
    "4099": "工作证, numbers: [{label: 编号, value: A0004}]",
}


def test_a_script_writes_an_announcement_of_every_code_and_the_check_accepts_it(
    here: Path, new: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "text.txt").write_bytes("正文。成都示例食品店声明作废。".encode("gbk"))
    for code, entry in CODES.items():
        keys = {"code": code}
        wanted = {"title", "places", "issuer" if entry.kind is Kind.NOTICE else "holder"}
        keys |= {key: GIVEN[key] for key in GIVEN if key in wanted | {*entry.required}}
        if entry.is_void_declaration:
            keys["证件"] = f"[{{name: {DOCUMENTS[code]}}}]"
            if code == "4001":
                keys["holder"] = "{type: person, name: 王小明}"
            keys["holder"] = keys["holder"].replace("类型", "type").replace("名称", "name")
        body = [] if entry.is_void_declaration else ["--body", "text.txt"]
        sets = [word for key, value in keys.items() for word in ("--set", f"{key}={value}")]
        assert new(entry.kind, "--yes", *sets, *body) == 0, code
        assert capsys.readouterr().out.splitlines()[1] == "检查过了，没有问题。", code
    assert main(["check", "content/notices", "content/lost"]) == 0
    assert (here / "content/notices/2026/N-2026-0019.md").is_file()
    assert (here / "content/lost/2026/L-2026-0013.md").is_file()


def test_a_script_is_told_of_all_that_is_missing_and_of_all_that_is_wrong(
    here: Path, new: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {*here.rglob("content/**/*")}
    assert new("notice", "--yes") == 2
    assert capsys.readouterr().err == (
        "linli: 没有写任何文件，因为：\n"
        "  缺少“title”（标题）。请补上。\n"
        "  缺少“code”（代码）。请补上。\n"
        "  缺少“places”（地点）。请补上。\n"
        "  缺少“issuer”（发布单位）。请补上。\n"
        "  没有正文。请在稿件信息下面写正文。\n"
    )
    assert new("report", "--yes", "--set", "目栏=文化", "--set", "日期=明天") == 2
    assert capsys.readouterr().err == (
        "linli: 没有写任何文件，因为：\n"
        "  “date”的“明天”不是日期。请写成 2022-07-05、2022/7/5 或 2022年7月5日。\n"
        "  这里没有“目栏”这个键。您要写的是不是“栏目”？可用的键见写稿手册。\n"
    )
    assert {*here.rglob("content/**/*")} == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["新闻"],
            "没有“新闻”这种稿件。可以写 report（报道）、notice（公告）、lost（遗失招领）。",
        ),
        (["lost", "--set", "code"], "--set 写成了“code”。应写成 键=值，例如 --set category=文化。"),
        (
            ["lost", "--set", "holder={type: person", "--yes"],
            "--set 里“holder”的值读不懂：{type: person。括号和引号要成对。",
        ),
        (
            ["lost", "--set", "code=4001", "--set", "代码=4002"],
            "--set 里“代码”写了两次。请只留一个。",
        ),
        (["notice", "--photos", "a.jpg"], "--photos 只用于报道。公告的图片请写好以后自己放。"),
        (["report", "--photos", "a.jpg"], "a.jpg：没有这个图片文件。请核对路径。"),
        (["report", "--photos", "bad.jpg"], "bad.jpg：打不开，文件是空的。请重新导出后再试。"),
        (
            ["report", "--body", "no.txt"],
            "no.txt：读不出来（No such file or directory）。请核对路径。",
        ),
        (
            ["report", "--body", "image.txt"],
            "image.txt 不是文字（UTF-8、UTF-16、GB18030 都读不出）。请另存为 UTF-8 的文本文件。",
        ),
        (
            ["report", "--slug", "con"],
            "文件名“con”不能用。请只写小写字母、数字和连字符，例如 xiao-qiao。",
        ),
        (
            ["report", "--slug", "bridge"],
            "reports/2026/bridge.md 已经存在，没有改动它。请换一个文件名。",
        ),
        (
            ["notice", "--set", "id=N-2026-0001"],
            "content/notices/2026/N-2026-0001.md 已经存在，没有改动它。请换一个文件名。",
        ),
    ],
)
def test_what_cannot_be_begun_is_said_in_a_sentence(
    here: Path, new: Run, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (here / "bad.jpg").write_bytes(b"")
    (here / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xff\xff")
    assert new(*arguments) == 2
    assert capsys.readouterr().err == f"linli: {said}\n"


@pytest.mark.parametrize(("stop", "code"), [(KeyboardInterrupt, 130), (EOFError, 2)])
def test_who_leaves_in_the_middle_leaves_nothing_behind(
    here: Path,
    new: Run,
    capsys: pytest.CaptureFixture[str],
    stop: type[BaseException],
    code: int,
) -> None:
    before = {*here.rglob("content/**/*")}
    assert new("report", typed=["小桥", stop]) == code
    assert capsys.readouterr().err == "\n没有写任何文件。\n"
    assert {*here.rglob("content/**/*")} == before


def test_a_folder_that_cannot_be_written_is_said(
    here: Path, new: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "content/reports/2024").write_text("", encoding="utf-8")
    keys = ["category=文化", "bylines=通讯员 王小明", "date=2024-05-06"]
    sets = [word for key in keys for word in ("--set", key)]
    (here / "text.txt").write_text("正文。", encoding="utf-8")
    assert new("report", "小桥", "--yes", *sets, "--body", "text.txt") == 2
    assert capsys.readouterr().err == (
        "linli: content/reports/2024/xiao-qiao.md：写不进去（File exists）。请检查文件夹的权限和磁盘。\n"
    )


def test_a_name_that_is_taken_in_the_year_it_is_of_is_refused(
    here: Path, new: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "text.txt").write_text("正文。", encoding="utf-8")
    keys = ["category=文化", "bylines=通讯员 王小明", "date=2025-05-06"]
    sets = [word for key in keys for word in ("--set", key)]
    arguments = ["--yes", *sets, "--body", "text.txt"]
    assert new("report", "小桥", "--slug", "library", *arguments) == 2
    assert new("report", "Library", *arguments) == 2
    said = "reports/2025/library.md 已经存在，没有改动它。请换一个文件名。"
    lines = [f"linli: {said}", "linli: 没有写任何文件，因为：", f"  {said}"]
    assert capsys.readouterr().err.splitlines() == lines
    assert new("report", "🎉🎉", *arguments) == 2
    said = "  从标题得不出文件名。请用 --slug 写一个。"
    assert capsys.readouterr().err.splitlines()[1:] == [said]


class Readline:
    """As much of the module as is used."""

    def __init__(self, doc: str) -> None:
        self.__doc__ = doc
        self.bound: list[str] = []

    def set_completer(self, complete: Callable[[str, int], str | None]) -> None:
        self.complete = complete

    def set_completer_delims(self, delims: str) -> None:
        assert delims == ""

    def parse_and_bind(self, line: str) -> None:
        self.bound.append(line)


@pytest.mark.parametrize(
    ("doc", "bound"),
    [("GNU readline", "tab: complete"), ("libedit readline", "bind ^I rl_complete")],
)
def test_tab_completes_a_part_of_what_is_offered(
    monkeypatch: pytest.MonkeyPatch, doc: str, bound: str
) -> None:
    readline = Readline(doc)
    monkeypatch.setitem(sys.modules, "readline", readline)
    question = Question("地点", (Option("新津区/古家社区"), Option("武侯区"), Option("双流区")))

    def dialogue() -> Generator[Step, str | None, str | None]:
        return (yield question)

    def read(prompt: str) -> str:
        found = [readline.complete("区", state) for state in range(4)]
        assert found == ["新津区/古家社区", "武侯区", "双流区", None]
        return readline.complete("古", 0) or ""

    terminal = Terminal(read, [].append, Language.ZH_HANS)
    assert terminal.hold(dialogue()) == "新津区/古家社区"
    assert readline.bound == [bound]


def test_where_there_is_no_readline_a_number_still_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "readline", None)
    shown: list[str] = []
    many = tuple(Option(f"地点{number}号") for number in range(1, 41))
    terminal = Terminal(lambda prompt: "40", shown.append, Language.ZH_HANS)
    assert terminal.hold(choose(Question("地点", many), Language.ZH_HANS)) == "地点40号"
    assert shown == ["", "地点", "  共 40 个，写名字的一部分就会列出来", "  → 地点40号"]


def test_what_nobody_can_see_is_no_answer() -> None:
    dialogue = choose(Question("标题"), Language.ZH_HANS)
    next(dialogue)
    assert dialogue.send("小\x07桥") == Told("里面有看不见的控制字符。请再输入一次。")
    assert dialogue.send(None) == Question("标题")


def test_a_word_that_two_are_called_is_asked_about_and_enter_leads_back() -> None:
    two = (Option("新津区/东街", "", ("东街",)), Option("武侯区/东街", "", ("东街",)))
    question = Question("地点", (*two, Option("武侯区")), optional=True)
    dialogue = choose(question, Language.ZH_HANS)
    next(dialogue)
    assert dialogue.send("东街") == Told("“东街”符合 2 个，请选一个，或按回车重来。")
    assert dialogue.send(None) == Question("地点", two)
    assert dialogue.send("") == question
    assert dialogue.send("武侯区/东") == Taken("武侯区/东街")


def test_what_an_interview_says_names_the_same_in_both_languages() -> None:
    texts = [one for one in vars(interviews).values() if isinstance(one, Text)]
    assert len(texts) > 40
    for one in texts:
        names = [re.findall(r"{(\w+)}", one(language)) for language in Language]
        assert sorted(names[0]) == sorted(names[1]), one


def test_without_a_terminal_nothing_is_asked_and_a_dry_run_only_shows(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = io.TextIOWrapper(io.BytesIO("从Windows来的正文。\r\n".encode("gb18030")))
    monkeypatch.setattr(sys, "stdin", piped)
    keys = ["--set", "category=news", "--set", "bylines=通讯员 王小明", "--body", "-"]
    assert main(["new", "report", "示例", "--slug", "shi-li", *keys, "--dry-run"]) == 0
    assert capsys.readouterr().out == (
        "---\ntitle: 示例\ndate: 2026-11-25\ncategory: news\nbylines: [通讯员 王小明]\n---\n"
        "从Windows来的正文。\n"
    )
    assert not (here / "content/reports/2026/shi-li.md").exists()


def test_a_report_with_pictures_gets_a_folder(
    here: Path, new: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (8, 8), "navy").save(here / "小桥 1.JPG", "JPEG")
    Image.new("RGB", (8, 8), "gold").save(here / "lamp.png")
    typed = [
        *("桥头的石狮子", "石狮子有五十岁了。", "王小明 摄"),
        *("", "一盏灯", "请拨13800138000", '灯上写着"平安"。', ""),
        *("头一段。", "", "第二段。", "。"),
    ]
    keys = ["--set", "category=文化", "--set", "bylines=通讯员 王小明", "--set", "places=古家社区"]
    keys += ["--set", "date=2026-11-25", "--slug", "bridge-lions"]
    photos = ["--photos", "小桥 1.JPG", "lamp.png"]
    assert new("report", "桥头的狮子", *keys, *photos, typed=typed) == 0
    assert "  ! 这里有完整的手机号码（138****8000）。" in capsys.readouterr().out
    folder = here / "content/reports/2026/bridge-lions"
    assert sorted(one.name for one in folder.iterdir()) == [
        "index.md",
        "lamp.png",
        "xiao-qiao-1.jpg",
    ]
    assert (folder / "index.md").read_text(encoding="utf-8").partition("bylines")[2] == (
        ': [通讯员 王小明]\nphotos:\n  lamp.png: {alt: 一盏灯, caption: 灯上写着"平安"。}\n---\n'
        "头一段。\n\n"
        '![桥头的石狮子](xiao-qiao-1.jpg "石狮子有五十岁了。"){ credit="王小明 摄" }\n'
        "![](lamp.png)\n\n第二段。\n"
    )


def test_what_is_broken_elsewhere_stops_nobody_and_ids_are_counted_wherever_they_stand(
    here: Path, new: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, text in {
        "places.yml": "- name：新津区\n",
        "categories/broken.md": "没有稿件信息\n",
        "lost/2026/L-2026-0003.v1.md": "",
        "lost/2026/L-2026-0004/index.md": "",
        "lost/2026/day.batch.md": "---\n---\n## L-2026-0007 公章遗失声明\n",
        "lost/2025/L-2025-0099.md": "",
    }.items():
        file = here / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    keys = ["code=4003", "places=古家社区", "holder={type: person, name: 王小明}"]
    keys += ["documents=[{name: 私章, numbers: [{label: 编号, value: A00012345}]}]"]
    sets = [word for key in keys for word in ("--set", key)]
    assert new("lost", "--yes", *sets) == 0
    assert capsys.readouterr().out.startswith("写好了 content/lost/2026/L-2026-0008.md。\n")
    text = (here / "content/lost/2026/L-2026-0008.md").read_text(encoding="utf-8")
    assert text.endswith("---\n王小明不慎遗失私章（编号：*****2345），声明作废。\n")
