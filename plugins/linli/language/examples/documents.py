# SPDX-License-Identifier: MIT
"""Examples of lost documents, their numbers, and what stands in the text."""

from __future__ import annotations

from linli.language.examples.example import LOST, MISTYPED_ID, Example, Examples, keys

_USCC = "N2510116MF1516847Y"
_HOLDER = "places: [双流区]\nholder: {type: organisation, name: 双流区示例合作社}\n"
_CODED = _HOLDER.replace("合作社}", f"合作社, uscc: {_USCC}}}")
_FOUND = "code: 4201\nitem: 戒指一枚\nlost_where: 社区门口\n"


def _document(wrong: str, right: str, begin: str = f"code: 4004\n{_HOLDER}") -> Example:
    """One document of an organisation, under its holder; the text below names that and its name."""
    return keys(f"{begin}documents:\n{wrong}", f"{begin}documents:\n{right}", LOST)


def _numbers(name: str, *numbers: tuple[str, str], issuer: str = "") -> str:
    written = ", ".join(f'{{label: {label}, value: "{value}"}}' for label, value in numbers)
    between = f"    issuer: {issuer}\n" if issuer else ""
    said = "，".join(f"{label}：{value}" for label, value in numbers)
    return (
        f"  - name: {name}\n{between}    numbers: [{written}]\n---\n"
        f"双流区示例合作社遗失{name}（{said}），声明作废。"
    )


def _licence(copy: str) -> str:
    return (
        f'  - name: 营业执照\n{copy}    numbers: [{{label: 注册号, value: "510116600123456"}}]\n---\n'
        "双流区示例合作社遗失营业执照正本（注册号：510116600123456），声明作废。"
    )


def _seal(table: str, said: str = "", name: str = "公章") -> str:
    return (
        f'  - name: {name}\n    numbers: [{{label: 印章编码, value: "{table}"}}]\n---\n'
        f"双流区示例合作社遗失{name}（印章编码：{said or table}），声明作废。"
    )


def _found(key: str, body: str = "拾到戒指一枚，请失主来认领。") -> str:
    return f"{_FOUND}{key}---\n{body}"


_BANK = "示例银行双流支行"
_APPROVED = ("核准号", "J6510155527401")

DOCUMENTS: Examples = {
    "document-of-other-code": _document(
        _numbers("银行开户许可证", _APPROVED, issuer=_BANK),
        _licence("    copy: 正本\n"),
        f"code: 4002\n{_HOLDER}",
    ),
    "document-without-issuer": _document(
        _numbers("银行开户许可证", _APPROVED),
        _numbers("银行开户许可证", _APPROVED, issuer=_BANK),
    ),
    "document-without-copy": _document(
        _licence(""), _licence("    copy: 正本\n"), f"code: 4002\n{_HOLDER}"
    ),
    "seal-unclear": _document(
        _seal("5101160000001", name="印章"), _seal("5101160000001"), f"code: 4003\n{_HOLDER}"
    ),
    "number-form": _document(
        _numbers("银行开户许可证", ("核准号", "J651015552740"), issuer=_BANK),
        _numbers("银行开户许可证", _APPROVED, issuer=_BANK),
    ),
    "number-unusual": _document(
        _numbers("银行开户许可证", _APPROVED, ("编号", "6510-0000001"), issuer=_BANK),
        _numbers("银行开户许可证", _APPROVED, ("编号", "6510-00000001"), issuer=_BANK),
    ),
    "number-typed": _document(
        _numbers("银行开户许可证", ("核准号", "j6510155527401"), issuer=_BANK),
        _numbers("银行开户许可证", _APPROVED, issuer=_BANK),
    ),
    "organisation-code": _document(
        _numbers("组织机构代码证", ("代码", "MF151684-8")),
        _numbers("组织机构代码证", ("代码", "MF151684-7")),
        f"code: 4099\n{_HOLDER}",
    ),
    "vehicle-number": _document(
        _numbers("机动车登记证书", ("车架号", "1M8GDM9A1KP042788")),
        _numbers("机动车登记证书", ("车架号", "1M8GDM9AXKP042788")),
        f"code: 4009\n{_HOLDER}",
    ),
    "uscc-of-another": _document(
        "  - name: 营业执照\n    copy: 正本\n"
        "    numbers: [{label: 统一社会信用代码, value: 91510107MA61RK8CXW}]\n---\n"
        "双流区示例合作社遗失营业执照正本，声明作废。",
        f"  - name: 营业执照\n    copy: 正本\n"
        f"    numbers: [{{label: 统一社会信用代码, value: {_USCC}}}]\n---\n"
        f"双流区示例合作社遗失营业执照正本（统一社会信用代码：{_USCC}），声明作废。",
        f"code: 4002\n{_CODED}",
    ),
    "uscc-only-in-text": keys(
        f"{_HOLDER}---\n双流区示例合作社（统一社会信用代码{_USCC}）遗失收据（编号：A-001），声明作废。",
        f"{_CODED}---\n双流区示例合作社（统一社会信用代码{_USCC}）遗失收据（编号：A-001），声明作废。",
        LOST,
    ),
    "differs-from-text": _document(
        _seal("5101160000001", "5101160000002"),
        _seal("5101160000001"),
        f"code: 4003\n{_HOLDER}",
    ),
    "not-in-text": keys(
        f"{_HOLDER}---\n本社遗失收据（编号：A-001），声明作废。",
        f"{_HOLDER}---\n双流区示例合作社遗失收据（编号：A-001），声明作废。",
        LOST,
    ),
    "phone-wrong": keys(
        'contacts: [{desk: 门市部, phone: "8580000"}]',
        "contacts: [{desk: 门市部, phone: 028-85800000}]",
        LOST,
    ),
    "resident-id-wrong": keys(
        f"---\n经办人身份证号{MISTYPED_ID}。示例商店遗失收据（编号：A-001），声明作废。",
        "---\n经办人身份证号1****************3。示例商店遗失收据（编号：A-001），声明作废。",
        LOST,
    ),
    "item-type-advised": keys(_found(""), _found("item_type: jewellery\n"), LOST),
    "item-type-unused": keys("code: 4005\nitem_type: papers", "code: 4005", LOST),
    "withheld-detail": keys(
        _found("item_type: jewellery\n保留特征: 内侧刻有两个字\n"),
        _found("item_type: jewellery\n"),
        LOST,
    ),
}
