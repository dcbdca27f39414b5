# SPDX-License-Identifier: MIT
"""Children's names: two dozen that are, and more that only look like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from linli.reading.minors import named_minors

PAGE = Path(__file__).parents[1].joinpath("data/newspaper-page.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“这些活动我都想参加。”社区少年张萧阳说道。", ["张萧阳"]),
        ("小朋友李小禾高兴地举起手。", ["李小禾"]),
        ("9岁的王乐天说，他很喜欢。", ["王乐天"]),
        ("年仅8岁的陈可在台上表演。", ["陈可"]),
        ("八岁女孩赵一诺，是最小的选手。", ["赵一诺"]),
        ("张小禾（9岁）获得第一名。", ["张小禾"]),
        ("张小禾(12岁)获得第一名。", ["张小禾"]),
        ("冠军是刘星语，今年11岁，来自古家社区。", ["刘星语"]),
        ("三年级2班的周子墨和同学们", ["周子墨"]),
        ("五年级学生吴悠说：“好。”", ["吴悠"]),
        ("小学生代表徐小满，第一个发言", ["徐小满"]),
        ("小朋友欧阳小禾说", ["欧阳小禾"]),
        ("郑好同学捡到了钱包。", ["郑好"]),
        ("初一（3）班何苗苗在作文里写道", ["何苗苗"]),
        ("小记者郭小北告诉大家", ["郭小北"]),
        ("孩子罗小川今年上二年级", ["罗小川"]),
        ("男孩谢小舟和女孩宋小雨，", ["谢小舟", "宋小雨"]),
        ("小志愿者董小禾、彭小雨分发传单", ["董小禾"]),
        ("高中生马小远表示", ["马小远"]),
        ("同学林小溪：“真好。”", ["林小溪"]),
        ("中学生高小原在现场", ["高小原"]),
    ],
)
def test_a_child_is_called_by_its_whole_name(text: str, names: list[str]) -> None:
    assert [found.name for found in named_minors(text)] == names
    assert all(text.startswith(found.name, found.start) for found in named_minors(text))


@pytest.mark.parametrize(
    "text",
    [
        "程序员同学看过来，",
        "居民刘女士带着女儿来到社区，她是来把小朋友放在社区参加托管",
        "锦城社区纪委书记毛超说",
        "华西社区传媒记者 李玥林",
        "社区少年小明说道",
        "小朋友小张说",
        "学生张某说",
        "少年张小禾（化名）说道",
        "文中孩子均为化名。少年张小禾说道。",
        "学生于7月4日来到社区",
        "学生和家长说，很好",
        "孩子高兴，家长放心",
        "少年时代，",
        "少年宫活动，",
        "学生张老师说",
        "大学生志愿者李明说",
        "60岁的王大爷说",
        "65岁的王建国说",
        "30多岁的李梅说",
        "3岁以内婴幼儿",
        "5-12岁的少儿",
        "学生家长李梅说",
        "孩子妈妈王梅说",
        "同学们周末在一起",
        "小朋友们",
        "学生何时在",
        "研究生李明说",
        "老同学张明说",
        "18岁以上",
        "学生王女士说",
        "青少年周末在社区",
        "儿童方便、安全",
        "孩子黄昏在",
        "6岁至12岁的孩子",
        "学生处处长李明说",
        "满15岁的方便",
        "今年9岁的小明说",
        "孩子成长、学习",
        "少年儿童的天性",
        "学生刘某某，",
        "100余名居民学生余名",
        "15年的周边",
        "7年级",
        "小学校长李明说",
        "孩子张开双臂",
        "学生任务，",
        "从8岁到80岁的居民",
        "3岁的大黄狗说",
    ],
)
def test_nobody_is(text: str) -> None:
    assert list(named_minors(text)) == []


def test_on_the_printed_page_one_boy_is_named_and_no_grown_up() -> None:
    assert [found.name for found in named_minors(PAGE)] == ["张萧阳"]
