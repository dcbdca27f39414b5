# SPDX-License-Identifier: MIT
"""Examples of numbers that cannot be, or must not be read by everybody."""

from __future__ import annotations

from linli.language.examples.example import (
    LOST,
    MOBILE,
    NOTICE,
    RESIDENT_ID,
    Example,
    Examples,
    keys,
    text,
    words,
)

_SOUND = "N2510116MF1516847Y"
_LICENCE = (
    "code: 4009\nholder: {{type: person, name: 王某某}}\ndocuments:\n  - name: 行驶证\n"
    "    numbers: [{{label: 证号, value: 川A00001234, show: masked}}]\n---\n"
    "王某某遗失行驶证（证号：{}），声明作废。"
)


def _issuer(uscc: str, right: str = _SOUND, place: str = "双流区") -> Example:
    written = "places: [{}]\nissuer: {{name: 双流区示例合作社, uscc: {}}}"
    return keys(written.format(place, uscc), written.format("双流区", right), NOTICE)


NUMBERS: Examples = {
    "uscc-length": _issuer("N2510116MF1516847"),
    "uscc-character": _issuer("N2510116MF15168O7Y"),
    "uscc-check": _issuer("N2510116MF1516847X"),
    "uscc-organisation": _issuer("N2510116MF1516857Y"),
    "uscc-region": _issuer(_SOUND, place="新津区"),
    "resident-id-in-clear": text(
        f"失主的身份证号是{RESIDENT_ID}。", "失主的身份证号是5****************3。"
    ),
    "mobile-in-clear": text(f"报名请打{MOBILE}。", "报名请打028-85800000。"),
    "masked-in-text": keys(_LICENCE.format("川A00001234"), _LICENCE.format("川A*****1234"), LOST),
    "photo-says-number": words(
        (
            "照片的“备注”里写着一个手机号码。",
            "The picture's own description holds a mobile number.",
        ),
        (
            "用看图软件打开照片的“属性”，删去备注，再放进来。",
            "Delete the description in the file's properties, and put it here again.",
        ),
    ),
    "phone-private": keys(
        f'contacts:\n  - {{desk: 王师傅, phone: "{MOBILE}"}}',
        f'contacts:\n  - {{desk: 王师傅, phone: "{MOBILE}", public: true}}',
        NOTICE,
    ),
}
