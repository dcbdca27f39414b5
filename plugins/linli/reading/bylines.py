# SPDX-License-Identifier: MIT
"""A signature under a piece, `华西社区传媒记者 沈悦 摄影报道`, read into bylines and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from linli.newsroom.bylines import Byline, Credit, CreditKind, Role
from linli.reading.names import LONG_BEGINNINGS, SURNAMES, listed


@dataclass(frozen=True, slots=True)
class Signature:
    """All that one line says about who made a piece."""

    bylines: tuple[Byline, ...] = ()
    credits: tuple[Credit, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, (*self.bylines, *self.credits)))


_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"


# What a body's name ends in. One character says it of a name of three (民政局), or of two that
# begin with no surname (法院); these last are endings of given names too (李会) and want four.
_BODY_WORDS = listed(
    "社区 小区 街道 街办 政府 公司 集团 企业 中心 协会 学会 商会 工会 总会 分会 基金会 管委会 "
    "居委会 村委会 委员会 理事会 红十字会 志愿会 妇联 残联 文联 侨联 工商联 团委 机构 银行 "
    "支行 分行 分理处 学校 大学 中学 小学 幼儿园 公园 园区 传媒 媒体 电视台 广播台 电台 报社 "
    "新华社 通讯社 合作社 联合社 联社 法庭 党委 支部 总支 业委会 物业 单位 平台 工作室 俱乐部 "
    "联盟 团队 网格 新闻 客户端 频道 杂志 出版社 旅行社"
)
_BODY_ENDINGS = tuple("委局办院所站处厅部队校网报组区县市省乡镇村馆厂店")
_RARE_ENDINGS = ("州", "社", "会", "团")
_GROUPS = frozenset(
    listed(
        "网络 网友 读者 受访者 被访者 采访对象 受访单位 主办方 活动方 业主 居民 村民 市民 当事人 "
        "家属 本人"
    )
)
_OWN_HOUSE = frozenset(listed("本报 本网 本刊 本台 本社 本端"))

# Words of the trade that look like a short name and are none.
_NEVER_NAMES = frozenset(
    listed(
        "记者 通讯员 编辑 责编 校对 审核 审校 美编 排版 版式 版面 制图 漫画 插画 监制 总编 主编 "
        "策划 统筹 整理 翻译 综合 综合报道 图片 照片 资料 资料图 资料图片 示意图 本报讯 报道 摄影 "
        "文图 图文 供图 供稿 通讯 来源 来稿 转载 全文 作者 实习 实习生 撰稿 撰文 采写 文字 提供 "
        "视频 制作 出品 指导 执行"
    )
)


def is_organisation(name: str) -> bool:
    """Whether a name is a body's, a group's or the house's own, and so never a person's."""
    if name in _GROUPS or name in _OWN_HOUSE:
        return True
    if "·" in name:
        return False
    if name.endswith(_BODY_WORDS) or (name.endswith(_RARE_ENDINGS) and len(name) >= 4):
        return True
    is_long = len(name) >= 3 or (len(name) == 2 and name[0] not in SURNAMES)
    return is_long and name.endswith(_BODY_ENDINGS)


def is_person_name(name: str) -> bool:
    """Whether a word can be a person's name: two to four Han, or more with · between them.

    Four Han that begin with a surname of one are two names without a space (张三李四).
    """
    if name in _NEVER_NAMES or is_organisation(name):
        return False
    if re.fullmatch(rf"[{_HAN}]+(?:·[{_HAN}]+)+", name):
        return True
    if len(name) == 4 and name[0] in SURNAMES and not name.startswith(LONG_BEGINNINGS):
        return False
    return re.fullmatch(rf"[{_HAN}]{{2,4}}", name) is not None


def _has_surname(name: str) -> bool:
    # A word that stands alone is a name only where it shows one: 活动现场 is four Han as well.
    if "·" in name or name.startswith(LONG_BEGINNINGS):
        return True
    return name[0] in SURNAMES and len(name) <= 3


class _Work(Enum):
    """What a word says was done by those beside it."""

    WROTE = auto()
    SHOT = auto()
    BOTH = auto()
    GAVE_PICTURE = auto()
    GAVE_TEXT = auto()
    SOURCE = auto()


_WORKS = (
    dict.fromkeys(listed("文 撰文 撰稿 采写 文字 作者 报道"), _Work.WROTE)
    | dict.fromkeys(listed("图 摄 摄影 拍摄 图片"), _Work.SHOT)
    | dict.fromkeys(listed("文图 图文 摄影报道 文摄影 文摄"), _Work.BOTH)
    | dict.fromkeys(listed("供图 图片提供 照片提供 提供图片"), _Work.GAVE_PICTURE)
    | dict.fromkeys(listed("供稿 来稿 稿件提供 文字提供"), _Work.GAVE_TEXT)
    | dict.fromkeys(listed("图片来源 照片来源 图源 图据"), _Work.SOURCE)
)
_ALWAYS_AFTER = frozenset(listed("报道 摄影报道"))
_CREDIT_KINDS = {
    _Work.WROTE: (CreditKind.TEXT,),
    _Work.SHOT: (CreditKind.PHOTO,),
    _Work.BOTH: (CreditKind.TEXT, CreditKind.PHOTO),
    _Work.GAVE_PICTURE: (CreditKind.PICTURE,),
    _Work.GAVE_TEXT: (CreditKind.TEXT,),
    _Work.SOURCE: (CreditKind.PHOTO,),
}

_TITLE = re.compile(
    r"(?P<of>.*?)(?P<title>(?:实习|见习|首席|高级|资深|特约|特派|全媒体|摄影|文字|小|责任|执行|本版|值班)*"
    r"(?:记者|通讯员|编辑|责编|主编|评论员|实习生))(?P<rest>.*)"
)
_TITLE_ROLES = {
    "记者": Role.REPORTER,
    "实习生": Role.REPORTER,
    "通讯员": Role.CORRESPONDENT,
    "编辑": Role.EDITOR,
    "责编": Role.EDITOR,
    "主编": Role.EDITOR,
    "评论员": Role.AUTHOR,
}


@dataclass(frozen=True, slots=True)
class _Title:
    affiliation: str
    text: str

    @property
    def role(self) -> Role:
        if self.text.endswith("摄影记者"):
            return Role.PHOTOGRAPHER
        return next(role for end, role in _TITLE_ROLES.items() if self.text.endswith(end))


@dataclass(frozen=True, slots=True)
class _Done:
    word: str

    @property
    def work(self) -> _Work:
        return _WORKS[self.word]


@dataclass(frozen=True, slots=True)
class _Person:
    name: str


@dataclass(frozen=True, slots=True)
class _Body:
    name: str


_Token = _Title | _Done | _Person | _Body


class _Unknown(Exception):
    """A form this table does not hold."""


@lru_cache(maxsize=1024)
def parse_signature(text: str) -> Signature | None:
    """What a signature says; None where its form is unknown, so that the caller reports it."""
    try:
        tokens = [token for word in _words(text) for token in _tokens(word)]
        if not tokens:
            return None
        groups = list(_groups(tokens))
        _share_common_work(groups)
        made = [thing for group in groups for thing in _made(group)]
    except _Unknown:
        return None
    bylines = tuple(thing for thing in made if isinstance(thing, Byline))
    credits = tuple(thing for thing in made if isinstance(thing, Credit))
    return Signature(bylines, credits)


# Ways of writing that come to one form before the line is taken apart into words.
_REWRITES = (
    (r"[•・‧]", "·"),
    (r"^[（(【\[](.*)[）)】\]]$", r"\1"),
    (r"[。.]$", ""),
    (r"(?<![^\s/、，])(文|图)\s*[/、／&+]\s*(图|文|摄影?)(?!\w)", r" \1\2 "),
    (rf"(?<=[{_HAN}])(文|图)[/／](图|文)$", r" \1\2"),
    (r"(?:本文|文中)?(?:图片|照片|图)[均都]?由(.+?)(?:提供|供图)$", r"\1 供图"),
    (r"(?:本文|本稿)?(?:稿件|文字|文)[均都]?由(.+?)(?:提供|供稿)$", r"\1 供稿"),
)


def _words(text: str) -> list[str]:
    line = " ".join(text.split())
    for pattern, form in _REWRITES:
        line = re.sub(pattern, form, line)
    words = re.split(r"[\s、，,；;：:/／|丨]+", line)
    return list(_spaced_names([word for word in words if word]))


def _spaced_names(words: list[str]) -> Iterator[str]:
    """Two single Han that print sets apart, 张　三, are one name."""
    rest = iter(words)
    for word in rest:
        if len(word) == 1 and word in SURNAMES and word not in _WORKS:
            following = next(rest, "")
            joined = len(following) == 1 and following not in _WORKS
            yield from [word + following] if joined else filter(None, [word, following])
        else:
            yield word


def _tokens(word: str) -> Iterator[_Token]:
    if word in _WORKS:
        yield _Done(word)
    elif work := _attached_work(word):
        yield from _tokens(word.removesuffix(work))
        yield _Done(work)
    elif source := _attached_source(word):
        yield _Done(source)
        yield from _tokens(word.removeprefix(source))
    elif titled := _titled(word):
        yield _Title(titled["of"], titled["title"])
        if titled["rest"]:
            yield from _tokens(titled["rest"])
    elif is_person_name(word):
        yield _Person(word)
    elif is_organisation(word) and re.fullmatch(r"\w+", word):
        yield _Body(word)
    else:
        raise _Unknown(word)


def _titled(word: str) -> re.Match[str] | None:
    """A title, alone or with whom it serves before it and a name after it: 本报记者张三."""
    found = _TITLE.fullmatch(word)
    if found is None or len(found["rest"]) == 1:
        return None
    serves = found["of"]
    # Five characters unknown to us are a paper's name; fewer that begin with a surname might be
    # somebody's own.
    named = is_organisation(serves) or len(serves) >= 5 or not _has_surname(serves or "-")
    return found if named else None


def _attached_source(word: str) -> str | None:
    return next((w for w in ("图片来源", "图源", "图据") if word.startswith(w)), None)


def _attached_work(word: str) -> str | None:
    """The work at the end of a word that is someone's: 张三摄, 新津区委社治委供图."""
    for work in ("摄影报道", "供图", "供稿", "摄影", "报道", "摄"):
        who = word.removesuffix(work)
        if who != word and (is_person_name(who) or is_organisation(who)):
            return work
    return None


@dataclass(slots=True)
class _Group:
    """Those who share a title or a work."""

    title: _Title | None = None
    bodies: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    works: list[_Work] = field(default_factory=list)
    closed: bool = False
    """A work was named after them; who comes next did something else."""


def _groups(tokens: list[_Token]) -> Iterator[_Group]:
    # "摄影 张三" or "张三 摄影": where the line does not end in a work, works stand in front.
    works_lead = isinstance(tokens[0], _Done) or not isinstance(tokens[-1], _Done)
    group = _Group()
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        leads = isinstance(token, _Done) and _leads(token, following, group, works_lead)
        if leads or _begins(token, group):
            if group != _Group():
                yield group
            group = _Group()
        _take(token, group, leads=leads)
    yield group


def _leads(done: _Done, following: _Token | None, group: _Group, works_lead: bool) -> bool:
    if group == _Group():
        return True
    names_follow = isinstance(following, _Person | _Body)
    return works_lead and names_follow and not group.closed and done.word not in _ALWAYS_AFTER


def _begins(token: _Token, group: _Group) -> bool:
    """Whether a token that is not a work belongs to the next group."""
    if isinstance(token, _Done):
        return False
    if isinstance(token, _Title):
        return bool(group.people or group.title or group.closed)
    return group.closed or (isinstance(token, _Body) and bool(group.people))


def _take(token: _Token, group: _Group, *, leads: bool) -> None:
    match token:
        case _Title():
            group.title = token
        case _Person(name):
            group.people.append(name)
        case _Body(name):
            group.bodies.append(name)
        case _Done():
            group.works.append(token.work)
            group.closed = not leads


def _share_common_work(groups: list[_Group]) -> None:
    """`记者 张三 通讯员 李四 文/图`: who wrote and shot, at the end of a line, is everybody."""
    if groups[-1].works != [_Work.BOTH] or not groups[-1].closed:
        return
    if all(group.people and not group.works for group in groups[:-1]):
        for group in groups[:-1]:
            group.works.append(_Work.BOTH)


def _made(group: _Group) -> Iterator[Byline | Credit]:
    if not group.people:
        yield from _credits(group.bodies, group)
    elif _CREDIT_ONLY.isdisjoint(group.works):
        yield from _bylines(group)
    elif group.bodies:
        raise _Unknown("a body and a person both gave it")
    else:
        yield from _credits(group.people, group)


_CREDIT_ONLY = {_Work.GAVE_PICTURE, _Work.GAVE_TEXT, _Work.SOURCE}


def _credits(names: list[str], group: _Group) -> Iterator[Credit]:
    if group.title or not group.works or not names:
        raise _Unknown("nobody, or nothing done")
    for name in names:
        for work in group.works:
            for kind in _CREDIT_KINDS[work]:
                yield Credit(name, kind, organisation=is_organisation(name))


def _bylines(group: _Group) -> Iterator[Byline]:
    title = group.title
    served = [*group.bodies, *([title.affiliation] if title and title.affiliation else [])]
    if len(served) > 1:
        raise _Unknown("two affiliations")
    roles = _roles(title.role if title else Role.AUTHOR, set(group.works))
    for name in group.people:
        if not title and not group.works and not _has_surname(name):
            raise _Unknown(name)
        yield Byline(name, roles, "".join(served), _printed_title(title, roles))


def _roles(role: Role, works: set[_Work]) -> tuple[Role, ...]:
    if works == {_Work.SHOT}:
        return (Role.PHOTOGRAPHER,)
    wrote_too = role is Role.PHOTOGRAPHER and works & {_Work.WROTE, _Work.BOTH}
    writer = Role.REPORTER if wrote_too else role
    shot = works & {_Work.SHOT, _Work.BOTH} and writer is not Role.PHOTOGRAPHER
    return (writer, Role.PHOTOGRAPHER) if shot else (writer,)


def _printed_title(title: _Title | None, roles: tuple[Role, ...]) -> str:
    if title is None:
        return ""
    says_no_more = title.text in _TITLE_ROLES and str(Byline("某", roles)).startswith(title.text)
    return "" if says_no_more else title.text
