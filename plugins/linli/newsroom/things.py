# SPDX-License-Identifier: MIT
"""Lost and found things: the two halves of their board, and the categories of a thing, as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from linli.language.languages import Text


class Side(StrEnum):
    """Who waits for whom: a thing for its owner, or an owner for his thing."""

    FOUND = "found"
    LOST = "lost"

    @classmethod
    def of(cls, code: str) -> Side | None:
        """42xx is found, 41xx is lost; None for what is no thing."""
        return {"41": cls.LOST, "42": cls.FOUND}.get(code[:2])


class ItemType(StrEnum):
    """The category of a thing; its value is its slug."""

    KEYS = "keys"
    PAPERS = "papers"
    ELECTRONICS = "electronics"
    BAGS = "bags"
    CLOTHING = "clothing"
    GLASSES = "glasses"
    JEWELLERY = "jewellery"
    BICYCLES = "bicycles"
    PETS = "pets"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ItemCategory:
    """What a category is called, and the words of things that belong to it."""

    name: Text
    words: tuple[str, ...] = ()


ITEM_TYPES: Mapping[ItemType, ItemCategory] = {
    ItemType.KEYS: ItemCategory(Text("钥匙", "Keys"), ("钥匙", "门禁卡", "门禁扣")),
    ItemType.PAPERS: ItemCategory(
        Text("卡证文件", "Cards and papers"),
        (
            *("身份证", "社保卡", "医保卡", "银行卡", "公交卡", "学生证", "老年卡", "驾驶证"),
            *("行驶证", "护照", "病历", "文件", "合同", "存折", "户口簿", "户口本"),
        ),
    ),
    ItemType.ELECTRONICS: ItemCategory(
        Text("手机数码", "Phones and electronics"),
        (
            *("手机", "耳机", "平板", "笔记本电脑", "电脑", "相机", "充电宝", "U盘", "助听器"),
            "收音机",
        ),
    ),
    ItemType.BAGS: ItemCategory(
        Text("箱包钱包", "Bags and purses"),
        ("钱包", "背包", "书包", "挎包", "提包", "手袋", "行李箱", "拉杆箱", "公文包"),
    ),
    ItemType.CLOTHING: ItemCategory(
        Text("衣帽雨伞", "Clothing and umbrellas"),
        (
            *("外套", "上衣", "羽绒服", "毛衣", "衬衫", "裤子", "裙子", "帽子", "围巾", "手套"),
            *("鞋", "雨伞", "阳伞", "雨衣"),
        ),
    ),
    ItemType.GLASSES: ItemCategory(Text("眼镜", "Glasses"), ("眼镜", "老花镜", "墨镜")),
    ItemType.JEWELLERY: ItemCategory(
        Text("首饰手表", "Jewellery and watches"),
        ("戒指", "项链", "耳环", "耳钉", "手镯", "手链", "玉佩", "吊坠", "手表", "怀表"),
    ),
    ItemType.BICYCLES: ItemCategory(
        Text("自行车电动车", "Bicycles and e-bikes"),
        ("自行车", "单车", "电动车", "电瓶车", "三轮车", "滑板车", "童车"),
    ),
    ItemType.PETS: ItemCategory(
        Text("宠物", "Pets"), ("狗", "犬", "猫", "鹦鹉", "八哥", "乌龟", "兔子", "鸽子")
    ),
    ItemType.OTHER: ItemCategory(Text("其他", "Other")),
}
"""Every category in the order in which they are offered."""

_TYPE_OF = {word: type for type, category in ITEM_TYPES.items() for word in category.words}
_WORD = re.compile("|".join(sorted(_TYPE_OF, key=lambda word: (-len(word), word))))
_ASIDE = re.compile("[，,、；;。（(：:]|内有|装有|内装|里有|装在|附")


def likely_type(item: str) -> ItemType | None:
    """The category that the words for a thing suggest.

    What a thing is stands at the end of its name (电动车钥匙), and what is in it or on it behind
    that (黑色钱包，内有身份证).
    """
    found = _WORD.findall(_ASIDE.split(item.strip(), maxsplit=1)[0])
    return _TYPE_OF[found[-1]] if found else None
