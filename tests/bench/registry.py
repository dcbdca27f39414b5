# SPDX-License-Identifier: MIT
"""Made-up announcements as the look-up knows them, as many as are asked for.

Fifty a day, back from the last day of the paper: companies, cooperatives and persons that lost a
licence, a seal, a bank permit, a receipt or a number plate, and offices that give notice. Names are
made of 40,000 words by Zipf's law and of surnames as often as they are borne; numbers of one sort
begin alike, as they do in a town. A day is made from the seed and its own date alone, so a small
registry is the beginning of a large one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property
from itertools import islice
from random import Random

from corpus import LAST_DAY, SEED, TOWN, Place, Prose

from linli.newsroom.lookup import Record, mark_of

A_DAY = 50
_KINDS = (
    *("商贸", "科技", "建筑劳务", "餐饮管理", "物业服务", "广告", "汽车服务", "医药", "农业开发"),
    *("信息技术", "文化传播", "物流", "装饰工程", "电子商务", "机械设备", "教育咨询", "园林绿化"),
)
_BANKS = ("示例农商", "样本工商", "例行建设", "范本城市", "示例邮政")
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
    "苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史"
)
_LATIN = ("Sample", "Example", "Specimen", "Placeholder", "Pattern", "Model", "Demo", "Trial")
_PLATE = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_DIGITS = "0123456789"
LOST = ("4001", "4002", "4003", "4004", "4005", "4006", "4009", "4099")
NOTICES = ("1001", "1002", "1003", "3001", "3002")


class Registry:
    """Every announcement there could be."""

    def __init__(self, seed: int = SEED) -> None:
        self.seed = seed

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(word for word in Prose(self.seed).words if len(word) > 1)

    @cached_property
    def _places(self) -> tuple[tuple[Place, Place, Place], ...]:
        return tuple(
            (district, street, community)
            for district, streets in TOWN.items()
            for street, communities in streets.items()
            for community in communities
        )

    def records(self, count: int) -> Iterator[Record]:
        """The newest first."""
        return islice(self._all(), count)

    def _all(self) -> Iterator[Record]:
        number = 0
        while True:
            # One source of chance for a day: to seed one for each record takes longer than all else.
            rng = Random(f"{self.seed} registry {number}")
            for _ in range(A_DAY):
                yield self._record(rng, number)
                number += 1

    def _record(self, rng: Random, number: int) -> Record:
        day = LAST_DAY - timedelta(days=number // A_DAY)
        places = rng.choice(self._places)
        make = rng.choices((self._company, self._cooperative, self._person, self._office), _OFTEN)[
            0
        ]
        code, title, names, numbers = make(rng, places)
        kind = "N" if code in NOTICES else "L"
        id = f"{kind}-{day.year}-{number:06}"
        slugs = "/".join(place.slug for place in places[: rng.randint(1, 3)])
        return Record(
            *(day, mark_of(id), id),
            f"{'notices' if kind == 'N' else 'lost'}/{day.year}/{id}/",
            *(title, code, (slugs,), tuple(names), (id, *numbers)),
        )

    def _company(self, rng: Random, places: tuple[Place, ...]) -> _Parts:
        if rng.random() < 0.03:
            name = f"{rng.choice(_LATIN)} {rng.choice(_LATIN)} {rng.randint(1, 999)} Co., Ltd."
        else:
            town = rng.choice(("", "例城市", "例城", places[0].name, f"例城市{places[0].name}"))
            own = "".join(self._word(rng) for _ in range(rng.choice((1, 1, 2))))
            name = f"{town}{own}{rng.choice(_KINDS)}{rng.choice(('有限公司', '有限责任公司'))}"
        return self._lost(rng, [name], [_uscc(rng, "91")] * (rng.random() < 0.6))

    def _cooperative(self, rng: Random, places: tuple[Place, ...]) -> _Parts:
        own = self._word(rng)
        name = f"例城市{places[0].name}{places[1].name}{own}社区股份经济合作联合社"
        return self._lost(rng, [name], [_uscc(rng, "N2")])

    def _person(self, rng: Random, places: tuple[Place, ...]) -> _Parts:
        surname = _SURNAMES[int(len(_SURNAMES) * rng.random() ** 2)]
        given = "".join(rng.choices(self._given, k=rng.choice((1, 2, 2, 2))))
        return self._lost(rng, [surname + given], [])

    @cached_property
    def _given(self) -> str:
        return "".join(dict.fromkeys("".join(self._words[:900])))

    def _office(self, rng: Random, places: tuple[Place, ...]) -> _Parts:
        name = (
            f"{rng.choice((places[1].name, places[2].name))}{rng.choice(('办事处', '居民委员会'))}"
        )
        numbers = [_uscc(rng, "11")] if rng.random() < 0.2 else []
        return rng.choice(NOTICES), f"关于{self._word(rng)}的公告", [name], numbers

    def _lost(self, rng: Random, names: list[str], numbers: list[str]) -> _Parts:
        code = rng.choice(LOST)
        if code == "4004":
            names.append(f"{rng.choice(_BANKS)}银行{self._word(rng)}支行")
            numbers += [f"J6510{_signs(rng, 9)}", f"6510-{_signs(rng, 8)}"]
        elif code == "4003":
            numbers.append(f"5101{_signs(rng, 9)}")
        elif code == "4005":
            numbers.append(f"0510{_signs(rng, 16)}")
        elif code == "4006":
            numbers.append(f"川A·{_signs(rng, 5, _PLATE)}")
        else:
            numbers.append(_signs(rng, rng.choice((8, 10, 15))))
        return code, "遗失声明", names, numbers

    def _word(self, rng: Random) -> str:
        return self._words[int(len(self._words) ** rng.random()) - 1]


_Parts = tuple[str, str, list[str], list[str]]
"""Code, title, names and numbers."""
_OFTEN = (45, 8, 37, 10)


def _signs(rng: Random, length: int, of: str = _DIGITS) -> str:
    return "".join(rng.choices(of, k=length))


def _uscc(rng: Random, begins: str) -> str:
    """A number as long as a unified social credit code; its check digit is nobody's."""
    return f"{begins}5101{_signs(rng, 2)}MA{_signs(rng, 8, _USCC)}"
