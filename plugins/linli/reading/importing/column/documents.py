# SPDX-License-Identifier: MIT
"""The documents that people lose, by the words a newspaper prints for them."""

from __future__ import annotations

import re
from functools import cache

_NAMES = {
    "4001": (
        "居民身份证 临时身份证 身份证 护照 往来港澳通行证 港澳通行证 户口簿 户口本 居住证 "
        "军官证 士兵证 警官证 残疾人证 残疾证 老年证 海员证 退役军人优待证 优待证 "
        "社会保障卡 社保卡"
    ),
    "4002": (
        "个体工商户营业执照 企业法人营业执照 营业执照 民办非企业单位登记证书 "
        "事业单位法人证书 社会团体法人登记证书 农民专业合作社营业执照 组织机构代码证 "
        "税务登记证"
    ),
    "4003": (
        "公章 行政章 财务专用章 财务章 发票专用章 合同专用章 法定代表人章 法定代表人名章 "
        "法定代表人私章 法人私章 法人名章 法人章 人名章 私章 业务专用章 项目部章 党支部章 "
        "工会章 电子印章 印章 印鉴章 预留印鉴"
    ),
    "4004": (
        "银行开户许可证 基本存款账户开户许可证 基本账户开户许可证 开户许可证 "
        "基本存款账户信息表 基本存款账户信息单 开户登记证 银行印鉴卡 印鉴卡"
    ),
    "4005": (
        "增值税专用发票 增值税普通发票 机动车销售统一发票 通用机打发票 电子发票 发票 "
        "医疗住院收费票据 医疗收费票据 收费票据 财政票据 非税收入票据 票据 收据 押金条 "
        "保证金收据 押金收据 购房收据 支票 银行承兑汇票 承兑汇票 税收完税证明 完税证明 "
        "提单 电子提单 存单"
    ),
    "4006": (
        "不动产权证书 不动产权证 不动产登记证明 房屋所有权证 房产证 房屋产权证 "
        "国有土地使用证 集体土地使用证 土地使用权证 土地使用证 他项权证 他项权利证 林权证 "
        "农村土地承包经营权证 土地承包经营权证 宅基地使用证 股权证"
    ),
    "4007": (
        "毕业证书 毕业证 学位证书 学位证 学生证 教师资格证书 教师资格证 职业资格证书 "
        "资格证书 资格证 执业证书 执业证 执业药师注册证 护士执业证书 医师执业证书 "
        "医师资格证书 会计从业资格证 从业资格证 就业报到证 报到证 职称证书 职称证 "
        "注册证书 建造师注册证书 安全生产考核合格证书 合格证书 培训合格证 结业证书 "
        "技能等级证书 工作证 导游证 记者证"
    ),
    "4008": ("出生医学证明 出生证明 出生证"),
    "4009": (
        "机动车行驶证 行驶证 机动车登记证书 机动车登记证 机动车驾驶证 驾驶证 驾照 "
        "道路运输证 道路运输经营许可证 车辆营运证 营运证 机动车号牌 车牌 号牌 "
        "机动车检验合格标志 车辆合格证 船舶国籍证书 船舶检验证书"
    ),
    "4099": (
        "食品经营许可证 食品生产许可证 餐饮服务许可证 食品流通许可证 卫生许可证 "
        "公共场所卫生许可证 烟草专卖零售许可证 药品经营许可证 医疗机构执业许可证 "
        "办学许可证 民办学校办学许可证 危险化学品经营许可证 安全生产许可证 排污许可证 "
        "取水许可证 特种行业许可证 建设工程规划许可证 建筑工程施工许可证 出版物经营许可证 "
        "保险单 保单 购房合同 商品房买卖合同 租赁合同 劳动合同 合同"
    ),
}
"""Names by code; the names of a code stand in no order."""

_OTHERS = r"[\u4e00-\u9fff]{2,14}?(?:许可证|资格证|证书|证明书?|证|执照|协议书|合同书|专用章|章|卡)"
"""What nobody has listed but is named like a document: of the sort 其他."""
COPIES = re.compile(
    r"正[、\s]?副本|正本(?:[、和及]副本)?|副本|发票联|抵扣联|存根联|记[账帐]联|收据联|客户联"
    r"|第[一二三四五]联"
)


@cache
def named() -> re.Pattern[str]:
    """Finds the listed names in a text, the longest first."""
    names = sorted((name for names in _NAMES.values() for name in names.split()), key=len)
    # 发票联 is a part of an invoice, not another one.
    return re.compile(f"(?:{'|'.join(reversed(names))})(?!联)")


@cache
def others() -> re.Pattern[str]:
    """Finds what is named like a document and is not listed."""
    return re.compile(_OTHERS)


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, names in _NAMES.items() for name in names.split()}


def code_of(name: str) -> str:
    """The code of a document by its listed name, which may end a longer one."""
    whole = _codes().get(name)
    if whole:
        return whole
    found = [match[0] for match in named().finditer(name)]
    return _codes()[found[-1]] if found and name.endswith(found[-1]) else "4099"


def copies(text: str) -> str:
    """Which copies of a document a text names: 正本、副本."""
    found: list[str] = []
    for match in COPIES.finditer(text):
        both = match[0].startswith("正") and match[0].endswith("副本")
        found += ["正本", "副本"] if both else [match[0]]
    return "、".join(dict.fromkeys(found))
