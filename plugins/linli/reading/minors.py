# SPDX-License-Identifier: MIT
"""Children who are called by their whole name: a surname, and a given name of one or two signs.

Nobody can tell a name from a word for certain. So a name counts only in places where little else
stands, and there only with a surname that begins few other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linli.reading.names import LONG_BEGINNINGS, SURNAMES, listed

_LIKE_A_WORD = frozenset(
    "于时和常乐安平明应满温支全白向元伏成强路危单解宗宣房包左甘厉祖符景束幸印能双党那简关查红游权益"
    "公代付尧银母补税青先原官易慎连习容古利越师丰闻农车封段巫乌焦谷步计项司通花云皮水昌伍仰秋宫全班"
    "季麻盛童管卫章经仝线矫苟辜揭迟帅敬盖向艾凤酆邬康茅虞尚冷辛荆竺充胥苍申桑寿边浦晏晁融荣惠"
)
"""Surnames that more often begin some other word."""
_SURNAMES = "".join(sorted(SURNAMES - _LIKE_A_WORD))
_LONG = "|".join(LONG_BEGINNINGS[:17])
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NAME = rf"(?P<name>(?:{_LONG}|[{_SURNAMES}])[{_HAN}]{{1,2}}?)"

# What a name's first signs make with each other, and is none.
_WORDS = frozenset(
    listed(
        "丁字 丁香 万人 万元 万分 万名 严格 严禁 严肃 严重 云南 云朵 任何 任务 任意 任教 任课 "
        "何况 何处 何必 何时 何种 何等 余人 余位 余名 余家 健康 兰花 关于 关心 关怀 关注 关照 "
        "关爱 关系 关键 凌晨 包子 包容 包干 包括 包粽 包饺 单亲 单位 单元 单独 单纯 单车 卫士 "
        "卫生 史料 叶子 司机 吴语 周一 周三 周二 周五 周全 周六 周到 周四 周围 周岁 周年 周日 "
        "周末 周边 唐代 唐诗 夏令 夏天 夏季 夏日 姚家 孔雀 孙女 孙子 孙辈 季节 宁静 安全 宋代 "
        "宋词 尤为 尤其 屈服 左右 左手 席地 平安 康乐 康复 张口 张开 张望 张罗 张贴 强化 强壮 "
        "强烈 强调 强身 戏曲 成为 成人 成功 成双 成员 成才 成效 成果 成熟 成立 成绩 成群 成都 "
        "成长 戴上 戴着 方便 方向 方式 方案 方法 方面 施工 明白 景区 景色 曾在 曾是 曾经 曾获 "
        "朱砂 朱红 李子 杨柳 杨梅 杭州 林中 林间 柏树 查找 查看 柳树 桂花 梁上 梅花 樊篱 欧洲 "
        "武侯 武术 武装 武警 段时 段落 毕业 毛巾 毛笔 江北 江南 江水 江河 江苏 江边 池塘 汤勺 "
        "汤圆 汪洋 沈阳 沙子 沙画 温州 温情 温暖 温柔 温馨 游客 游戏 游泳 游玩 游览 焦急 熊猫 "
        "牛奶 牛角 王国 王牌 甄别 甘心 甘甜 田园 田径 田野 田间 申报 申请 盛夏 盛大 盛装 石头 "
        "石桥 石榴 祝大 祝您 祝愿 祝福 祝老 祝贺 秦代 章程 童声 童年 童心 童真 童话 童谣 童趣 "
        "简介 简单 简直 管好 管弦 管护 管理 米粒 米饭 纪律 纪念 罗列 耿直 胡同 胡子 花园 苏绣 "
        "苏醒 范围 莫名 莫大 解决 解放 解答 解说 解读 解题 许可 许多 许愿 谢意 谢谢 谷雨 费用 "
        "贺卡 贺年 贾宝 赖以 路上 路口 路线 路边 路过 辛苦 邮票 郑重 都市 金牌 金色 金融 金额 "
        "金黄 钟声 钱包 阳光 阳台 陆续 陈列 陶泥 陶艺 陶醉 雷声 雷锋 雷雨 韩语 项目 项链 顾客 "
        "顾虑 顾问 颜色 马上 马虎 马路 高中 高低 高兴 高处 高大 高度 高温 高级 高质 高高 黄昏 "
        "黄瓜 黄色 黄豆 黄金 齐全 齐声 齐心 龙头 龙泉 龙灯 龙舟 "
    )
)
_TITLES = (
    "员|女士|先生|老师|书记|主任|爷爷|奶奶|阿姨|叔叔|大爷|大妈|大叔|婆婆|妈妈|爸爸|同学|师傅|医生|校长|"
    "院长|园长|站长|队长|某|姓|家长|老人|教授|教练|姐姐|哥哥|弟弟|妹妹|家|氏|们|总|导|局|社长|馆长"
)
_NO_GIVEN_NAME = re.compile(rf".+?(?:{_TITLES})|.*[的了是在和与及说道都也就被把给让向从到对为]")

_SPEAKS = (
    "说道|说[，。：“]|笑着说|高兴地|兴奋地|开心地|激动地|自豪地|告诉|表示|介绍|坦言|感慨|回忆|写道|"
    "回答|讲述|分享|喊道|问道|认为|觉得|高声|大声|认真|说"
)
_FOLLOWS = rf"(?={_SPEAKS}|今年|[，。、；：！？”）（( ]|[和与在的正用拿把从获也就]|参加|代表|\n|$)"
_AGE = "(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二三四五六七八九两])"
_YEARS = rf"(?<![0-9.十百—～~-]){_AGE}岁(?!以|到|至|—|～|-)"
_CLASS = (
    r"(?:[一二三四五六1-6]年级|[初高][一二三123])(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)]?班)?"
)
_WHO = (
    "(?:小学生|初中生|中学生|高中生|(?<![大留])学生(?!家|会|处|科|们)|同学(?!们|会)|小朋友(?!们)|"
    "(?<!青)少年(?!宫|们|儿童|时)|男孩子?|女孩子?|男童|女童|孩子(?!们)|娃娃(?!们)|萌娃|"
    "小选手|小记者|小志愿者|小队员|小主持人|小演员|小作者|小读者)"
)
_CHILDREN = listed(
    "学生 中生 同学 小朋友 少年 孩 童 娃 小选手 小记者 小志愿 小队员 小主持 小演员 小作者 小读者"
)
_CLASSES = ("年级", *(f"{school}{year}" for school in "初高" for year in "一二三123"))
# Each with the words it cannot do without. They take ten milliseconds to compile: `re` does so when
# one is asked for, and keeps it.
_PATTERNS = (
    # 少年张萧阳说道; 小学生代表李小禾，
    (_CHILDREN, rf"(?<!老)(?<!大)(?<!研究){_WHO}(?:代表)?(?:——)?{_NAME}{_FOLLOWS}"),
    # 今年9岁的张小禾; 9岁女孩张小禾
    (("岁",), rf"{_YEARS}的?(?:小|{_WHO})?{_NAME}{_FOLLOWS}"),
    # 三年级2班的张小禾
    (_CLASSES, rf"{_CLASS}的?(?:{_WHO})?{_NAME}{_FOLLOWS}"),
    # 张小禾（9岁）; 张小禾，今年9岁
    (
        ("岁",),
        rf"(?:^|[^{_HAN}]|[的叫是和与、]|{_WHO}){_NAME}(?:[（(]|，)(?:男，|女，)?"
        rf"(?:今年|年仅|刚满)?{_YEARS}",
    ),
    # 张小禾同学; 张小禾小朋友
    (
        ("同学", "小朋友"),
        rf"(?:^|[^{_HAN}]|[的叫和与]){_NAME}(?:小朋友|同学)(?!们|会)",
    ),
)
_ALL_CHANGED = re.compile("(?:均|皆|都|系|为|全部)(?:为|系|是)?化名")
_MAY = re.compile("岁|年级|[初高][一二三]|[学中]生|同学|小朋友|少年|孩|童|娃|小[选记志队主演作读]")


def _where(needed: tuple[str, ...], pattern: str, text: str) -> Iterator[re.Match[str]]:
    """What a pattern finds on the lines that hold a word it cannot do without."""
    for start, end in sorted({line for word in needed for line in _lines_with(word, text)}):
        yield from re.compile(pattern).finditer(text, start, end)


def _lines_with(word: str, text: str) -> Iterator[tuple[int, int]]:
    end = -1
    while (place := text.find(word, end + 1)) >= 0:
        start = text.rfind("\n", 0, place) + 1
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        yield start, end


@dataclass(frozen=True, slots=True)
class NamedMinor:
    """A child's whole name, and where it stands."""

    start: int
    name: str


def named_minors(text: str) -> Iterator[NamedMinor]:
    """Each child whose whole name a text gives, where it stands first.

    小明, 小张, 张某, 刘女士 and a name said to be changed (化名) are nobody's whole name.
    """
    if not _MAY.search(text) or _ALL_CHANGED.search(text):
        return
    found: dict[str, int] = {}
    for needed, pattern in _PATTERNS:
        for match in _where(needed, pattern, text):
            name, start, end = match["name"], match.start("name"), match.end("name")
            if name[:2] in _WORDS or _NO_GIVEN_NAME.fullmatch(name):
                continue
            if not text.startswith(("（化名", "(化名"), end):
                found[name] = min(start, found.get(name, start))
    for name, start in sorted(found.items(), key=lambda one: one[1]):
        yield NamedMinor(start, name)
