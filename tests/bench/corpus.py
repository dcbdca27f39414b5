# SPDX-License-Identifier: MIT
"""A made-up town's news, the same for every generator measured: as many pieces as are asked for.

Six of ten are reports, two are notices, two are declarations of lost documents; thirty a day, back
from the last day of the paper. Each piece is made from the seed and its own number alone, so a
small corpus is the beginning of a large one, and no corpus is ever in memory as a whole.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import Literal

from PIL import Image

Kind = Literal["reports", "notices", "lost"]

SEED = 20261120
LAST_DAY = date(2026, 11, 20)
NOW = "2026-11-21 12:00"
"""The instant of every build: the morning after the last day."""
A_DAY = 30
PHOTOS = 24
WIDTH, HEIGHT = 1620, 1080

CATEGORIES = {
    "governance": "社区治理",
    "livelihood": "民生服务",
    "culture": "文化生活",
    "volunteers": "志愿服务",
    "learning": "社区教育",
    "safety": "平安家园",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A name of the town's map, and how it is written in a URL."""

    name: str
    slug: str


DISTRICTS = (
    Place("湖滨区", "hubin"),
    Place("河湾区", "hewan"),
    Place("桥头区", "qiaotou"),
    Place("山前区", "shanqian"),
    Place("林盘区", "linpan"),
)
_STREETS = (
    *(("柳岸", "liuan"), ("荷塘", "hetang"), ("石桥", "shiqiao"), ("竹林", "zhulin")),
    *(("书院", "shuyuan"), ("钟楼", "zhonglou"), ("码头", "matou"), ("磨坊", "mofang")),
    *(("茶园", "chayuan"), ("古井", "gujing"), ("染坊", "ranfang"), ("渡口", "dukou")),
    *(("梨花", "lihua"), ("银杏", "yinxing"), ("樟树", "zhangshu"), ("桂湖", "guihu")),
    *(("瓦窑", "wayao"), ("酱园", "jiangyuan"), ("灯市", "dengshi"), ("花市", "huashi")),
)
_ENDS = (("东", "dong"), ("西", "xi"), ("新村", "xincun"))
TOWN: dict[Place, dict[Place, tuple[Place, ...]]] = {
    district: {
        Place(f"{name}街道", slug): tuple(
            Place(f"{name}{end}社区", f"{slug}-{way}") for end, way in _ENDS
        )
        for name, slug in _STREETS[number :: len(DISTRICTS)]
    }
    for number, district in enumerate(DISTRICTS)
}
"""Districts, their streets, and the communities of each."""

REPORTERS = ("林小禾", "何安然", "沈青禾", "周一诺", "陈向阳", "许知远", "罗小满", "江雨晴")

_WHEN = (
    *("上周六上午", "昨天傍晚", "院落议事会上", "雨停以后", "开学前一天", "连续三个晚上"),
    *("菜市场刚开门", "社区食堂里", "长廊的石凳旁", "从去年冬天起", "活动室的灯亮着", "按照约定"),
)
_WHO = (
    *("居民代表把三份方案逐条念了一遍", "网格员挨家敲门说明施工安排", "志愿者给独居老人送去热饭"),
    *("木工坊的师傅教孩子们做板凳", "楼栋长把大家的意见记满两页纸", "物业和商户坐到一张桌子前"),
    *(
        "退休教师在黑板上写下第一行字",
        "几位邻居合力清理了堆满杂物的楼道",
        "年轻人把旧照片一张张扫描存档",
    ),
    *("医生为街坊量血压、看药盒", "路灯维修班换好了最后一只灯泡", "合唱队排练了新学的两首歌"),
)
_HOW = (
    *(
        "大家商量以后定下先易后难的顺序",
        "需要的钱从公共收益里支出，每月张贴账目",
        "说好半个月以后再来看一次",
    ),
    *(
        "不少人当场报名，名单写满了一面墙",
        "有人提出不同看法，也都写进了记录",
        "事情不大，却解决了多年的烦恼",
    ),
    *("孩子们说下一回还要来", "结果贴在每个单元的门口", "没有轮到的人可以到服务台登记"),
    *(
        "这样的做法将在附近几个小区试行",
        "老街坊说，门前终于又热闹起来了",
        "剩下的材料留给隔壁院子使用",
    ),
)

_NOTICES = {
    "1001": ("停水", "effective_from"),
    "1002": ("道路施工", ""),
    "1003": ("招募志愿者", "deadline"),
    "1004": ("办理老年卡", ""),
    "2002": ("评选文明院落", "deadline"),
}
"""Types of notice: what it is about, and the key for the day it names."""
_DOCUMENTS = {
    "4002": ("营业执照正本", {"注册号": "#" * 15}),
    "4003": ("公章", {"印章编码": "#" * 13}),
    "4004": ("银行开户许可证", {"核准号": "J" + "#" * 13, "编号": "#" * 12}),
    "4005": ("收款收据", {"票据号码": "#" * 14}),
    "4006": ("不动产权证书", {"不动产单元号": "#" * 14}),
    "4099": ("道路运输证", {"证号": "#" * 14}),
}
"""Types of lost document: its name, what its numbers are called, and how each is written."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture in a report; many reports share one file."""

    file: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A report, a notice or a declaration, before any generator has written it down."""

    number: int
    kind: Kind
    day: date
    title: str
    author: str
    """The reporter; who gives notice; who lost the document."""
    places: tuple[str, str, str]
    """District, street and community."""
    paragraphs: tuple[str, ...]
    category: str = ""
    headings: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()
    code: str = ""
    named_day: tuple[str, date] | None = None
    """The key and the day that a notice names."""
    document: str = ""
    numbers: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The name of its file: what the contract wants of an announcement, and a slug else."""
        if self.kind == "reports":
            return f"{self.day:%m%d}-{self.number:06}"
        return f"{self.kind[0].upper()}-{self.day.year}-{self.number:06}"

    @property
    def path(self) -> str:
        """Where it lies below the content folder, without an ending."""
        return f"{self.kind}/{self.day.year}/{self.id}"

    @property
    def url(self) -> str:
        return f"{self.path}/"

    @property
    def summary(self) -> str:
        return self.paragraphs[0][:70]

    def markdown(self, figure: Callable[[Photo], str]) -> str:
        """The text; how a picture is written down is the generator's own."""
        third = max(1, len(self.paragraphs) // 3)
        blocks: list[str] = []
        for place, paragraph in enumerate(self.paragraphs):
            heading, rest = divmod(place, third)
            if rest == 0 and 0 < heading <= len(self.headings):
                blocks.append(f"## {self.headings[heading - 1]}")
            blocks.append(paragraph)
            if rest == 0 and heading < len(self.photos):
                blocks.append(figure(self.photos[heading]))
        return "\n\n".join(blocks) + "\n"


class Prose:
    """Sentences, half of them of the newsroom's stock and half of words by Zipf's law.

    Stock alone packs nine times better than a newspaper's text and flatters whatever is measured.
    """

    def __init__(self, seed: int, words: int = 40_000, stock: float = 0.5) -> None:
        self.stock = stock
        """The share of sentences of the stock."""
        rng = Random(f"{seed} words")
        signs = _common_han()
        rng.shuffle(signs)
        self.words = tuple(
            "".join(
                signs[int(len(signs) * rng.random() ** 2.2)]
                for _ in range(rng.choices((1, 2, 3, 4), (2, 6, 1, 1))[0])
            )
            for _ in range(words)
        )
        """Words of one to four characters; the first are drawn most."""

    def sentence(self, rng: Random) -> str:
        if rng.random() < self.stock:
            return f"{rng.choice(_WHEN)}，{rng.choice(_WHO)}，{rng.choice(_HOW)}。"
        return "，".join(self.clause(rng) for _ in range(rng.randint(2, 4))) + "。"

    def clause(self, rng: Random) -> str:
        size = len(self.words)
        return "".join(self.words[int(size ** rng.random()) - 1] for _ in range(rng.randint(3, 8)))

    def paragraph(self, rng: Random, least: int, most: int) -> str:
        return "".join(self.sentence(rng) for _ in range(rng.randint(least, most)))


def _common_han() -> list[str]:
    """The 3,755 characters of GB 2312's first level."""
    rows, cells = range(0xB0, 0xD8), range(0xA1, 0xFF)
    signs = (bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    return [sign for sign in signs if sign]


class Corpus:
    """Every piece there could be; `piece(7)` is the same in every corpus of one seed."""

    def __init__(self, seed: int = SEED, stock: float = 0.5) -> None:
        self.seed = seed
        self._stock = stock

    @cached_property
    def prose(self) -> Prose:
        return Prose(self.seed, stock=self._stock)

    def pieces(self, count: int) -> Iterator[Piece]:
        """The newest so many, the newest first."""
        return map(self.piece, range(count))

    def report(self, number: int) -> Piece:
        """The first report from a number on."""
        while (piece := self.piece(number)).kind != "reports":
            number += 1
        return piece

    def piece(self, number: int) -> Piece:
        rng = Random(f"{self.seed} {number}")
        day = LAST_DAY - timedelta(days=number // A_DAY)
        district = rng.choice(DISTRICTS)
        street = rng.choice(tuple(TOWN[district]))
        community = rng.choice(TOWN[district][street])
        places = (district.name, street.name, community.name)
        kind = rng.choices((self._report, self._notice, self._lost), (6, 2, 2))[0]
        return kind(rng, number, day, places)

    def _report(self, rng: Random, number: int, day: date, places: tuple[str, str, str]) -> Piece:
        prose = self.prose
        paragraphs: list[str] = []
        length = rng.randint(800, 2000)
        while sum(map(len, paragraphs)) < length:
            paragraphs.append(prose.paragraph(rng, 2, 4))
        return Piece(
            number,
            "reports",
            day,
            f"{places[2]}：{prose.clause(rng)[:18]}（{number}）",
            rng.choice(REPORTERS),
            places,
            tuple(paragraphs),
            category=rng.choice(tuple(CATEGORIES)),
            headings=tuple(prose.clause(rng)[:14] for _ in range(2)),
            photos=tuple(
                Photo(
                    f"p{rng.randrange(PHOTOS):02}.jpg",
                    alt=prose.clause(rng),
                    caption=f"{prose.clause(rng)}。",
                    credit=f"{places[2]}供图",
                )
                for _ in range(rng.randint(1, 2))
            ),
        )

    def _notice(self, rng: Random, number: int, day: date, places: tuple[str, str, str]) -> Piece:
        code, (about, key) = rng.choice(tuple(_NOTICES.items()))
        named = day + timedelta(days=rng.randint(3, 20))
        return Piece(
            number,
            "notices",
            day,
            f"{places[2]}关于{about}的通知（{number}）",
            f"{places[2]}居民委员会",
            places,
            tuple(self.prose.paragraph(rng, 2, 2) for _ in range(2)),
            code=code,
            named_day=(key, named) if key else None,
        )

    def _lost(self, rng: Random, number: int, day: date, places: tuple[str, str, str]) -> Piece:
        code, (document, forms) = rng.choice(tuple(_DOCUMENTS.items()))
        holder = f"{places[2]}{rng.choice('甲乙丙丁')}号示例商行"
        numbers = tuple(
            (label, "".join(rng.choice("0123456789") if sign == "#" else sign for sign in form))
            for label, form in forms.items()
        )
        listed = "，".join(f"{label}：{value}" for label, value in numbers)
        return Piece(
            number,
            "lost",
            day,
            f"{document}遗失声明（{number}）",
            holder,
            places,
            (f"{places[0]}{places[1]}{holder}不慎遗失{document}（{listed}），声明作废。",),
            code=code,
            document=document,
            numbers=numbers,
        )


def photo(number: int, seed: int = SEED) -> bytes:
    """A picture file: soft shapes under grain, as heavy as a camera's own."""
    rng = Random(f"{seed} photo {number}")
    shapes = Image.frombytes("RGB", (21, 14), rng.randbytes(21 * 14 * 3))
    grain = Image.frombytes("L", (WIDTH, HEIGHT), rng.randbytes(WIDTH * HEIGHT))
    picture = Image.blend(
        shapes.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC), grain.convert("RGB"), 0.08
    )
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=88)
    return data.getvalue()


@cache
def _photos() -> dict[str, bytes]:
    return {f"p{number:02}.jpg": photo(number) for number in range(PHOTOS)}


def write_photos(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in _photos().items():
        (folder / name).write_bytes(data)
