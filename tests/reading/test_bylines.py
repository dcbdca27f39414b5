# SPDX-License-Identifier: MIT
"""The signatures that Chinese newspapers print, each with the people and bodies it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.newsroom.bylines import Byline, Credit, CreditKind, Role
from linli.reading.bylines import Signature, is_organisation, is_person_name, parse_signature

R, C, P, E, A = Role.REPORTER, Role.CORRESPONDENT, Role.PHOTOGRAPHER, Role.EDITOR, Role.AUTHOR
PICTURE, TEXT, PHOTO = CreditKind.PICTURE, CreditKind.TEXT, CreditKind.PHOTO


BODIES = (
    "社治委 学校 法院 新津区委社治委 民政局 街道办 古家社区 五津街道 希望公司 社区中心 志愿者协会 "
    "锦城学校 市人民医院 西航港派出所 新津区法院 何店村 兴义镇 新华社 华西社区传媒 "
    "成都市双流区西航港街道机场路社区股份经济合作联合社"
    " 区妇联 团区委 业委会 本报 受访者 叠溪书院"
)
PEOPLE = "李玥林 沈悦 张萧阳 王镇 李会 陈社 欧阳修远 扎西次仁 马克·吐温 𠮷三"


def person(name: str, *roles: Role, of: str = "", title: str = "") -> Byline:
    return Byline(name, roles, of, title)


def body(name: str, kind: CreditKind) -> Credit:
    return Credit(name, kind, organisation=True)


FORMS: list[tuple[str, list[Byline | Credit]]] = [
    ("华西社区传媒记者 李玥林", [person("李玥林", R, of="华西社区传媒")]),
    ("华西社区传媒记者 沈悦 摄影报道", [person("沈悦", R, P, of="华西社区传媒")]),
    ("新津区委社治委供图", [body("新津区委社治委", PICTURE)]),
    ("华西社区传媒 记者 李玥林", [person("李玥林", R, of="华西社区传媒")]),
    ("本报记者 张三 李四", [person("张三", R, of="本报"), person("李四", R, of="本报")]),
    ("本报记者 张三、李四", [person("张三", R, of="本报"), person("李四", R, of="本报")]),
    ("本报记者张三", [person("张三", R, of="本报")]),
    ("记者 张三 通讯员 李四", [person("张三", R), person("李四", C)]),
    ("记者张三 通讯员李四", [person("张三", R), person("李四", C)]),
    ("记者：张三", [person("张三", R)]),
    ("记者/张三 编辑/李四", [person("张三", R), person("李四", E)]),
    ("记者　张　三", [person("张三", R)]),
    ("记者 张三 文/图", [person("张三", R, P)]),
    ("通讯员 王五 文/图", [person("王五", C, P)]),
    ("通讯员 王五 图/文", [person("王五", C, P)]),
    ("记者 张三 通讯员 李四 文/图", [person("张三", R, P), person("李四", C, P)]),
    ("记者 张三 通讯员 李四 摄", [person("张三", R), person("李四", P, title="通讯员")]),
    ("记者 张三 摄影 李四", [person("张三", R), person("李四", P)]),
    ("记者 张三 文 李四 图", [person("张三", R), person("李四", P)]),
    ("本报记者 张三 摄", [person("张三", P, of="本报", title="记者")]),
    ("本报记者 张三 报道", [person("张三", R, of="本报")]),
    ("文/图 王五", [person("王五", A, P)]),
    ("文图：王五", [person("王五", A, P)]),
    ("文/图 记者 张三", [person("张三", R, P)]),
    ("王五 文/图", [person("王五", A, P)]),
    ("王五文/图", [person("王五", A, P)]),
    ("文/张三 图/李四", [person("张三", A), person("李四", P)]),
    ("张三/文 李四/图", [person("张三", A), person("李四", P)]),
    ("沈悦 摄影报道", [person("沈悦", A, P)]),
    ("张三 摄", [person("张三", P)]),
    ("张三摄", [person("张三", P)]),
    ("（张三 摄）", [person("张三", P)]),
    ("张三 李四 摄", [person("张三", P), person("李四", P)]),
    ("摄影 张三", [person("张三", P)]),
    ("摄影：张三", [person("张三", P)]),
    ("张三 摄影", [person("张三", P)]),
    ("摄影记者 张三", [person("张三", P, title="摄影记者")]),
    ("实习记者 张三", [person("张三", R, title="实习记者")]),
    ("本报首席记者 张三", [person("张三", R, of="本报", title="首席记者")]),
    ("记者 张三 实习生 李四", [person("张三", R), person("李四", R, title="实习生")]),
    ("特约通讯员 李四", [person("李四", C, title="特约通讯员")]),
    ("封面新闻记者 张三", [person("张三", R, of="封面新闻")]),
    ("张三", [person("张三", A)]),
    ("欧阳修远", [person("欧阳修远", A)]),
    ("张三、李四", [person("张三", A), person("李四", A)]),
    ("作者：张三", [person("张三", A)]),
    ("古家社区 张三", [person("张三", A, of="古家社区")]),
    ("XX社区 张三", [person("张三", A, of="XX社区")]),
    ("编辑 张三", [person("张三", E)]),
    ("责任编辑：张三", [person("张三", E, title="责任编辑")]),
    ("本报评论员 张三", [person("张三", A, of="本报", title="评论员")]),
    ("记者 阿卜杜热西提·买买提", [person("阿卜杜热西提·买买提", R)]),
    ("吉克•阿牛 摄", [person("吉克·阿牛", P)]),
    ("记者 扎西次仁", [person("扎西次仁", R)]),
    ("记者 吉克隽逸", [person("吉克隽逸", R)]),
    ("图片由XX社区提供", [body("XX社区", PICTURE)]),
    ("本文图片均由新津区委宣传部提供", [body("新津区委宣传部", PICTURE)]),
    ("稿件由古家社区提供", [body("古家社区", TEXT)]),
    ("供图：古家社区", [body("古家社区", PICTURE)]),
    ("古家社区 供图", [body("古家社区", PICTURE)]),
    ("古家社区、五津街道供图", [body("古家社区", PICTURE), body("五津街道", PICTURE)]),
    ("古家社区供稿", [body("古家社区", TEXT)]),
    ("古家社区 摄", [body("古家社区", PHOTO)]),
    ("图片来源：新华社", [body("新华社", PHOTO)]),
    ("图据新津区人民法院", [body("新津区人民法院", PHOTO)]),
    ("受访者供图", [body("受访者", PICTURE)]),
    ("张三供图", [Credit("张三", PICTURE, organisation=False)]),
    (
        "华西社区传媒记者 李玥林 新津区委社治委供图",
        [person("李玥林", R, of="华西社区传媒"), body("新津区委社治委", PICTURE)],
    ),
]


@pytest.mark.parametrize(("text", "made"), FORMS, ids=[text for text, _ in FORMS])
def test_a_known_form_names_its_people_and_bodies(text: str, made: list[Byline | Credit]) -> None:
    signature = parse_signature(text)
    assert signature is not None
    assert [*signature.bylines, *signature.credits] == made


@pytest.mark.parametrize(("text", "made"), FORMS, ids=[text for text, _ in FORMS])
def test_what_a_form_says_can_be_printed_and_read_again(
    text: str, made: list[Byline | Credit]
) -> None:
    for thing in made:
        again = parse_signature(str(thing))
        assert again is not None
        assert [*again.bylines, *again.credits] == [thing]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "记者",
        "供图",
        "古家社区",
        "记者 古家社区",
        "看点位 聊发展 议治理",
        "与会者们来到社区看点位。",
        "社区暑期课堂。",
        "遗失公告",
        "活动现场",
        "资料图片",
        "综合报道",
        "本报讯",
        "编辑 张三 校对 李四",
        "记者 张三 供图",
        "张三 记者 <b>",
        "2022-07-05",
        "http://a.cn",
        "John Smith",
        "古家社区 本报记者 张三",
        "记者张三李四",
    ],
)
def test_an_unknown_form_is_left_to_the_caller(text: str) -> None:
    assert parse_signature(text) is None


@pytest.mark.parametrize("name", BODIES.split())
def test_an_organisation_is_never_a_person(name: str) -> None:
    assert is_organisation(name)
    assert not is_person_name(name)
    signature = parse_signature(f"{name}供图")
    assert signature == Signature(credits=(body(name, PICTURE),))


@pytest.mark.parametrize("name", PEOPLE.split())
def test_a_persons_name_is_not_an_organisation(name: str) -> None:
    assert is_person_name(name)


@st.composite
def bylines(draw: st.DrawFn) -> Byline:
    name = draw(st.sampled_from(["李玥林", "沈悦", "张三", "欧阳修远", "阿不都·买买提"]))
    writer = draw(st.sampled_from([(R,), (C,), (E,), (A,)]))
    shot = draw(st.sampled_from([(), (P,)]))
    of = draw(st.sampled_from(["", "本报", "古家社区", "华西社区传媒"]))
    roles = draw(st.sampled_from([(*writer, *shot), (P,)]))
    titles = {(R,): ["", "实习记者"], (R, P): ["", "首席记者"], (P,): ["", "记者", "摄影记者"]}
    return Byline(name, roles, of, draw(st.sampled_from(titles.get(roles, [""]))))


@given(bylines())
def test_every_byline_reads_back_as_itself(byline: Byline) -> None:
    assert parse_signature(str(byline)) == Signature((byline,))


@given(
    st.sampled_from(["张三", "沈悦", "古家社区", "新津区委社治委", "受访者", "马克·吐温"]),
    st.sampled_from(CreditKind),
)
def test_every_credit_reads_back_as_itself(name: str, kind: CreditKind) -> None:
    credit = Credit(name, kind, organisation=is_organisation(name))
    assert parse_signature(str(credit)) == Signature(credits=(credit,))


@given(st.text("记者张三李四文图摄影报道供/、：· 社区委通讯员编辑a。", max_size=20))
def test_any_line_at_all_is_read_or_left(text: str) -> None:
    signature = parse_signature(text)
    if signature is not None:
        assert signature.bylines or signature.credits
        assert not any(is_organisation(byline.name) for byline in signature.bylines)


@pytest.mark.parametrize(
    ("name", "roles", "message"),
    [
        ("", (R,), "a byline needs a name and a role"),
        ("张三", (), "a byline needs a name and a role"),
        ("张三", (R, R), "a byline names a role twice"),
    ],
)
def test_a_byline_without_name_or_role_is_refused(
    name: str, roles: tuple[Role, ...], message: str
) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        Byline(name, roles)


def test_a_byline_tells_who_wrote_and_who_shot() -> None:
    both = person("沈悦", R, P)
    shot = person("沈悦", P)
    assert (both.wrote, both.photographed) == (True, True)
    assert (shot.wrote, shot.photographed) == (False, True)


def test_a_signature_prints_in_its_order() -> None:
    signature = parse_signature("华西社区传媒记者 李玥林 新津区委社治委供图")
    assert str(signature) == "华西社区传媒记者 李玥林 新津区委社治委供图"
