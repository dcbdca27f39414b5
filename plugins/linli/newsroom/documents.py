# SPDX-License-Identifier: MIT
"""The documents that people declare void: what each is called, and which numbers it bears.

Sources of the forms: 人民币银行结算账户管理办法实施细则 (approval and serial number of a permit),
GB 32100 and GB 11714 (credit and organisation code), GB 11643 (resident's number), GB 16735 / ISO
3779 (VIN), GA 36 (plates), 不动产登记暂行条例实施细则 (title deeds), 国家税务总局 on invoices (code
of ten or twelve digits and a number of eight; twenty digits where it is fully digital).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from linli.language.languages import Text
from linli.newsroom.identifiers import compact


class Need(StrEnum):
    """How much depends on a number."""

    REQUIRED = "required"
    """Without it the declaration is not accepted anywhere."""
    ADVISED = "advised"
    """Whoever replaces the document usually asks for it."""
    KNOWN = "known"
    """It may be given; if it is, its form is known."""


class Check(StrEnum):
    """A computation that a number must stand."""

    CREDIT_CODE = "GB 32100"
    ORGANISATION_CODE = "GB 11714"
    RESIDENT_ID = "GB 11643"
    VEHICLE = "ISO 3779"


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How a number is written."""

    words: Text
    pattern: str
    """Of the number in its plain form: NFKC, upper case, without spaces, hyphens and dots."""
    is_certain: bool = False
    """No document was ever issued with another form, so another one is a slip."""
    check: Check | None = None

    def fits(self, value: str) -> bool:
        return re.fullmatch(self.pattern, plain(value)) is not None


_OFFICES = Text("补办单位", "Offices")


@dataclass(frozen=True, slots=True)
class NumberRule:
    """A number that a document is known by."""

    label: Text
    spellings: tuple[str, ...]
    """Labels under which editors give it; compared without spaces."""
    need: Need = Need.KNOWN
    form: NumberForm | None = None
    asked_by: Text = _OFFICES
    """Who asks for it when the document is replaced."""

    @property
    def advice(self) -> bool:
        """Its absence is a warning, not an error."""
        return self.need is Need.ADVISED

    def means(self, label: str) -> bool:
        """Whether an editor's label means this number."""
        return "".join(unicodedata.normalize("NFKC", label).split()) in self.spellings


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A sort of document."""

    code: str
    """The announcement under which its loss is declared."""
    name: Text
    words: tuple[str, ...]
    """What its name holds; of several sorts the one with the longest word is meant."""
    numbers: tuple[NumberRule, ...] = ()
    needs_issuer: Text | None = None
    """What its issuer is called, where nobody accepts a declaration that does not name it."""
    has_copies: bool = False
    """It is issued as 正本 and 副本, each of which can be lost."""
    unclear: tuple[str, ...] = ()
    """Names that leave open which one of the sort it is."""

    def rule_for(self, label: str) -> NumberRule | None:
        return next((rule for rule in self.numbers if rule.means(label)), None)


def plain(value: str) -> str:
    """A number as its form is written: as the standards write it, without the dot of a plate."""
    return re.sub(r"[·•・.]", "", compact(value))


def typed_otherwise(value: str, *, letters: bool = True) -> bool:
    """Whether a number has full-width signs, or small letters where its letters are capitals."""
    return re.search("[０-９Ａ-Ｚａ-ｚ]" + ("|[a-z]" if letters else ""), value) is not None


_TRANSLITERATION = {str(digit): digit for digit in range(10)} | dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), *range(1, 6), 7, 9, *range(2, 10)), strict=True)
)
_VEHICLE_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def vehicle_check(vin: str) -> str:
    """The ninth character of a vehicle's number, from the sixteen others (ISO 3779, GB 16735)."""
    total = sum(
        _TRANSLITERATION[sign] * weight for sign, weight in zip(vin, _VEHICLE_WEIGHTS, strict=True)
    )
    return "0123456789X"[total % 11]


_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_SIGN = "[A-HJ-NP-Z0-9]"
_PLATE = (
    rf"[{_PROVINCES}][A-Z](?:{_SIGN}{{5}}|{_SIGN}{{4}}[挂学警领港澳]|{_SIGN}{{3,4}}应急"
    # New energy: small vehicles bear the letter first, large ones last.
    rf"|[A-HJK]{_SIGN}[0-9]{{4}}|[0-9]{{5}}[A-HJK])"
    rf"|[{_PROVINCES}][0-9]{{7}}|使[0-9]{{6}}"
)
_CREDIT = NumberForm(
    Text("18 位统一社会信用代码", "a credit code of 18 characters"),
    r".{18}",
    check=Check.CREDIT_CODE,
)
_RESIDENT = NumberForm(
    Text("18 位公民身份号码", "a resident's number of 18 characters"),
    r"[0-9]{17}[0-9X]",
    check=Check.RESIDENT_ID,
)
_APPROVAL = NumberForm(
    Text("字母 J、L 或 Z 加 13 位数字", "a letter J, L or Z and 13 digits"),
    r"[JLZ][0-9]{13}",
    is_certain=True,
)
_SERIAL = NumberForm(
    Text("4 位数字、连字符、8 位数字", "4 digits, a hyphen, 8 digits"), r"[0-9]{12}"
)
_ACCOUNT = NumberForm(Text("8 至 32 位数字", "8 to 32 digits"), r"[0-9]{8,32}")
_PLATE_FORM = NumberForm(
    Text("川A12345、川AD12345 的样子", "of the form 川A12345 or 川AD12345"), _PLATE
)
_VEHICLE = NumberForm(
    Text("17 位，不含字母 I、O、Q", "17 characters without I, O and Q"),
    r"[A-HJ-NPR-Z0-9]{17}",
    check=Check.VEHICLE,
)
# 毕业证书: 18 digits (17 before 2001); 学位证书: 16. One number often stands for both.
_CERTIFICATE = NumberForm(Text("16 至 18 位数字", "16 to 18 digits"), r"[0-9]{16,18}")
_TWELVE = NumberForm(Text("12 位数字", "12 digits"), r"[0-9]{12}")

_BANKS = Text("银行", "Banks")
_TAX = Text("税务机关", "Tax offices")
_VEHICLES = Text("车管所", "Vehicle offices")

_OWN_NUMBER = NumberRule(
    Text("公民身份号码", "resident's number"),
    ("公民身份号码", "身份证号", "身份证号码", "身份证", "公民身份证号码"),
    form=_RESIDENT,
)
_CODE = NumberRule(
    Text("统一社会信用代码", "credit code"),
    ("统一社会信用代码", "信用代码", "社会信用代码", "统一信用代码"),
    form=_CREDIT,
)
_FILE = NumberRule(
    Text("档案编号", "file number"), ("档案编号", "档案号", "驾驶证档案编号"), form=_TWELVE
)
_VIN = NumberRule(
    Text("车辆识别代号", "vehicle identification number"),
    ("车辆识别代号", "车辆识别代码", "车架号", "车架号码", "VIN"),
    form=_VEHICLE,
)
_PLATE_SPELLINGS = ("号牌号码", "车牌号", "车牌号码", "车牌", "号牌", "牌照号", "车号")
_PLATE_NUMBER = NumberRule(
    Text("号牌号码", "plate number"),
    _PLATE_SPELLINGS,
    Need.ADVISED,
    _PLATE_FORM,
    asked_by=_VEHICLES,
)


def _deed(kind: str) -> NumberForm:
    return NumberForm(
        Text(
            f"川(2020)成都市{kind}第0123456号 的样子",
            f"of the form 川(2020)成都市{kind}第0123456号",
        ),
        rf"[{_PROVINCES}]\([0-9]{{4}}\)[\u4e00-\u9fff]{{2,12}}{kind}第[0-9]{{6,9}}号",
    )


_DEED_SPELLINGS = ("证号", "证书号", "不动产权证号", "不动产权证书号", "不动产证号", "权证号")

DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    DocumentType("4001", Text("居民身份证", "Identity card"), ("身份证",), (_OWN_NUMBER,)),
    DocumentType(
        "4001",
        Text("护照", "Passport"),
        ("护照",),
        (
            NumberRule(
                Text("护照号", "passport number"),
                ("护照号", "护照号码"),
                form=NumberForm(
                    Text("字母加 8 位数字或字母", "a letter and eight signs"),
                    r"[A-Z][A-Z0-9][0-9]{7}",
                ),
            ),
        ),
    ),
    DocumentType(
        "4001",
        Text("通行证", "Exit permit"),
        ("港澳通行证", "台湾通行证", "内地通行证", "大陆通行证", "回乡证", "台胞证"),
        (
            NumberRule(
                Text("通行证号", "permit number"),
                ("通行证号", "通行证号码", "证件号码"),
                form=NumberForm(
                    Text("字母加 8 位，或 8 位数字", "a letter and eight signs, or eight digits"),
                    r"[A-Z][A-Z0-9][0-9]{7}|[HM]?[0-9]{8}(?:[0-9]{2})?",
                ),
            ),
        ),
    ),
    DocumentType("4001", Text("居住证", "Residence permit"), ("居住证", "暂住证")),
    DocumentType("4001", Text("户口簿", "Household register"), ("户口簿", "户口本")),
    DocumentType(
        "4001",
        Text("军人证件", "Military papers"),
        ("军官证", "士兵证", "文职干部证", "退伍证", "退役军人证", "残疾军人证"),
    ),
    DocumentType(
        "4002",
        Text("营业执照", "Business licence"),
        ("营业执照",),
        (
            _CODE,
            NumberRule(
                Text("注册号", "registration number"),
                ("注册号", "工商注册号", "营业执照注册号"),
                form=NumberForm(
                    Text("13 或 15 位数字", "13 or 15 digits"), r"[0-9]{13}(?:[0-9]{2})?"
                ),
            ),
        ),
        has_copies=True,
    ),
    DocumentType(
        "4003",
        Text("印章", "Seal"),
        (
            *("公章", "印章", "行政章", "财务专用章", "财务章", "发票专用章", "发票章"),
            *(
                "合同专用章",
                "合同章",
                "报关专用章",
                "业务专用章",
                "专用章",
                "名章",
                "法人章",
                "私章",
            ),
        ),
        (
            NumberRule(
                Text("印章编码", "seal code"),
                ("印章编码", "印章编号", "公章编码", "公章编号", "编码", "备案编码", "防伪编码"),
                form=NumberForm(Text("13 位数字", "13 digits"), r"[0-9]{13}"),
            ),
        ),
        unclear=("印章", "章", "专用章"),
    ),
    DocumentType(
        "4004",
        Text("银行开户许可证", "Bank account permit"),
        ("开户许可证",),
        (
            NumberRule(
                Text("核准号", "approval number"),
                ("核准号", "开户许可证核准号", "核准号码"),
                Need.REQUIRED,
                _APPROVAL,
                asked_by=_BANKS,
            ),
            NumberRule(
                Text("开户许可证编号", "permit serial number"),
                ("编号", "许可证编号", "开户许可证编号"),
                Need.ADVISED,
                _SERIAL,
                asked_by=_BANKS,
            ),
            NumberRule(
                Text("账号", "account number"),
                ("账号", "帐号", "银行账号", "账户", "银行账户"),
                form=_ACCOUNT,
            ),
        ),
        needs_issuer=Text("开户银行", "bank"),
    ),
    DocumentType(
        "4005",
        Text("发票", "Invoice"),
        ("发票",),
        (
            NumberRule(
                Text("发票代码", "invoice code"),
                ("发票代码",),
                Need.ADVISED,
                NumberForm(Text("10 或 12 位数字", "10 or 12 digits"), r"[0-9]{10}(?:[0-9]{2})?"),
                asked_by=_TAX,
            ),
            NumberRule(
                Text("发票号码", "invoice number"),
                ("发票号码", "发票号", "数电票号码", "号码"),
                Need.ADVISED,
                NumberForm(
                    Text("8 位数字，数电发票 20 位", "8 digits, or 20 of a fully digital invoice"),
                    r"[0-9]{8}(?:[—～~至,、]?[0-9]{8})*|[0-9]{20}",
                ),
                asked_by=_TAX,
            ),
        ),
    ),
    DocumentType("4005", Text("发票领用簿", "Invoice register"), ("发票领购簿", "发票领用簿")),
    DocumentType("4005", Text("收据票据", "Receipt"), ("收据", "票据", "支票", "汇票", "本票")),
    DocumentType(
        "4006",
        Text("不动产权证书", "Title deed"),
        ("不动产权证", "不动产证"),
        (NumberRule(Text("证号", "deed number"), _DEED_SPELLINGS, form=_deed("不动产权")),),
    ),
    DocumentType(
        "4006",
        Text("不动产登记证明", "Certificate of registration"),
        ("不动产登记证明", "不动产证明"),
        (
            NumberRule(
                Text("证明号", "certificate number"),
                ("证号", "证明号", "证明编号", "不动产登记证明号"),
                form=_deed("不动产证明"),
            ),
        ),
    ),
    DocumentType(
        "4006",
        Text("房屋和土地权证", "Older deeds of house or land"),
        ("房产证", "房屋所有权证", "房权证", "土地使用证", "土地使用权证", "土地证", "林权证"),
    ),
    DocumentType(
        "4007",
        Text("毕业证书", "Diploma"),
        ("毕业证", "结业证", "学历证"),
        (
            NumberRule(
                Text("证书编号", "diploma number"),
                (
                    "证书编号",
                    "毕业证书编号",
                    "毕业证编号",
                    "毕业证号",
                    "学历证书编号",
                    "电子注册号",
                ),
                form=_CERTIFICATE,
            ),
        ),
    ),
    DocumentType(
        "4007",
        Text("学位证书", "Degree certificate"),
        ("学位证",),
        (
            NumberRule(
                Text("学位证书编号", "degree number"),
                ("证书编号", "学位证书编号", "学位证编号", "学位证号"),
                form=_CERTIFICATE,
            ),
        ),
    ),
    DocumentType(
        "4007",
        Text("资格证书", "Certificate of qualification"),
        ("资格证", "执业证", "技能等级证", "职称证", "上岗证", "从业证"),
    ),
    DocumentType(
        "4008",
        Text("出生医学证明", "Birth certificate"),
        ("出生医学证明", "出生证"),
        (
            NumberRule(
                Text("编号", "certificate number"),
                ("编号", "证明编号", "出生证编号", "出生医学证明编号", "出生证号", "证号"),
                form=NumberForm(Text("字母加 9 位数字", "a letter and 9 digits"), r"[A-Z][0-9]{9}"),
            ),
        ),
    ),
    DocumentType(
        "4009", Text("行驶证", "Vehicle licence"), ("行驶证",), (_PLATE_NUMBER, _FILE, _VIN)
    ),
    DocumentType(
        "4009", Text("驾驶证", "Driving licence"), ("驾驶证", "驾照"), (_FILE, _OWN_NUMBER)
    ),
    DocumentType(
        "4009",
        Text("机动车登记证书", "Registration certificate"),
        ("机动车登记证", "车辆登记证", "机动车登记证书"),
        (
            NumberRule(
                Text("登记证书编号", "certificate number"),
                ("编号", "登记证书编号", "证书编号"),
                form=_TWELVE,
            ),
            NumberRule(Text("号牌号码", "plate number"), _PLATE_SPELLINGS, form=_PLATE_FORM),
            _VIN,
        ),
    ),
    DocumentType("4009", Text("号牌", "Plate"), ("号牌", "车牌", "牌照"), (_PLATE_NUMBER, _VIN)),
    DocumentType(
        "4009",
        Text("电动自行车证件", "Papers of an electric bicycle"),
        ("电动自行车号牌", "电动车号牌", "电动自行车行驶证", "电动车行驶证", "电动车牌照"),
    ),
    DocumentType(
        "4099",
        Text("食品经营许可证", "Food licence"),
        ("食品经营许可证", "食品生产许可证"),
        (
            NumberRule(
                Text("许可证编号", "licence number"),
                ("许可证编号", "编号", "食品经营许可证编号"),
                form=NumberForm(
                    Text("JY 或 SC 加 14 位数字", "JY or SC and 14 digits"), r"(?:JY|SC)[0-9]{14}"
                ),
            ),
            _CODE,
        ),
    ),
    DocumentType(
        "4099",
        Text("组织机构代码证", "Organisation code certificate"),
        ("组织机构代码证",),
        (
            NumberRule(
                Text("组织机构代码", "organisation code"),
                ("组织机构代码", "代码", "机构代码"),
                form=NumberForm(
                    Text("8 位加 1 位校验码", "eight characters and a check"),
                    r"[0-9A-Z]{8}[0-9X]",
                    is_certain=True,
                    check=Check.ORGANISATION_CODE,
                ),
            ),
        ),
    ),
    DocumentType("4099", Text("其他证件", "Other papers"), (), (_CODE, _OWN_NUMBER)),
)
"""Every sort of document that the desk knows, by the code of its announcement."""

_BY_WORD = sorted(
    ((word, sort) for sort in DOCUMENT_TYPES for word in sort.words),
    key=lambda pair: (-len(pair[0]), pair[0]),
)


def types_of(code: str) -> tuple[DocumentType, ...]:
    """The sorts of document whose loss is declared under a code."""
    return tuple(sort for sort in DOCUMENT_TYPES if sort.code == code)


@lru_cache(maxsize=1024)
def recognised(*names: str) -> DocumentType | None:
    """The sort of document that one of its names tells; None where none does."""
    for name in names:
        for word, sort in _BY_WORD:
            if word in name:
                return sort
    return None


def type_of(code: str, *names: str) -> DocumentType | None:
    """The sort of a document: by its names, else the one that its code has for all others."""
    known = recognised(*names)
    if known is not None:
        return known
    sorts = types_of(code)
    return next((sort for sort in sorts if len(sorts) == 1 or not sort.words), None)
