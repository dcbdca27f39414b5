# SPDX-License-Identifier: MIT
"""The numbers that a site must show in its foot: how they are written, and where they lead."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新"
_SAMPLE = r"(?P<sample>（示例）)?"
_ICP = re.compile(rf"[{_PROVINCES}]ICP备\d{{8}}(\d\d)?号(-\d{{1,3}})?{_SAMPLE}", re.ASCII)
_PUBLIC_SECURITY = re.compile(rf"[{_PROVINCES}]公网安备(?P<code>\d{{14}})号{_SAMPLE}", re.ASCII)
_NEWS = re.compile(rf"\d{{11}}{_SAMPLE}", re.ASCII)
_REGISTER_OF_ICP = "https://beian.miit.gov.cn/"
_REGISTER_OF_PUBLIC_SECURITY = "https://beian.mps.gov.cn/#/query/webSearch?code="


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence number a portal must show (ICP备案, 公安备案, 新闻信息服务许可)."""

    text: str
    url: str = ""


def icp(number: str) -> Licence | None:
    """ICP备案, which must lead to the ministry's register. None for what is no such number."""
    text = _bare(number)
    return Licence(text, _REGISTER_OF_ICP) if _ICP.fullmatch(text) else None


def public_security(number: str) -> Licence | None:
    """公安联网备案, which must lead to its own entry. None for what is no such number."""
    text = _bare(number)
    match = _PUBLIC_SECURITY.fullmatch(text)
    return Licence(text, f"{_REGISTER_OF_PUBLIC_SECURITY}{match['code']}") if match else None


def news(number: str) -> str:
    """互联网新闻信息服务许可证: eleven digits, which lead nowhere. Empty for anything else."""
    text = _bare(number)
    return text if _NEWS.fullmatch(text) else ""


def _bare(number: str) -> str:
    """Without the spaces that a form or a web page has put into it."""
    return "".join(number.split())
