# SPDX-License-Identifier: MIT
"""What a Chinese name begins with."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """Words as a table of them is written: with spaces between."""
    return tuple(words.split())


SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚"
    "范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍"
    "余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵"
    "席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓郁"
    "单洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封靳段巫乌焦巴谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武"
    "符刘景詹束龙叶幸司黎薄印白蒲邰卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡姬申扶冉宰雍桑桂牛寿边燕"
    "冀浦尚农温庄晏柴瞿阎闫充慕连茹习艾容向古易慎戈廖耿满匡文寇广阙东殴沃利蔚越隆师巩聂晁敖融"
    "冷辛那简饶曾沙丰关查荆红游竺权盖益桓公仝代付尧银母敬补税青岳帅苟辜罕鄢佘佟线先覃兰邝揭迟"
    "原矫柒揣官"
)
# Surnames of two characters, and the first halves of Yi and Tibetan names that look like one.
LONG_BEGINNINGS = listed(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 长孙 宇文 轩辕 南宫 "
    "吉克 吉木 吉史 沙马 沙玛 马海 马赫 曲比 曲木 白玛 罗布 平措 强巴 巴桑 边巴 贡布 贡嘎 司郎"
)
