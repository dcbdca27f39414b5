# SPDX-License-Identifier: MIT
"""Whatever was imported, no number of a person is in what is written, nor in what is reported."""

from __future__ import annotations

from linli.language.imports import Remark
from linli.newsroom.codes import Kind
from linli.reading.importing.drafted import Drafted, Harvest, Leftover
from linli.reading.importing.veil import veiled

MOBILE, RESIDENT = "13900000000", "11010519491231002X"


def test_no_part_of_a_harvest_holds_a_private_number() -> None:
    text = f"电话{MOBILE}，身份证号{RESIDENT}。"
    draft = Drafted(
        Kind.REPORT,
        text,
        {"title": text, "bylines": [text], "photos": {"a.jpg": {"caption": text}}},
        text,
        to_do={"photos": text},
    )
    harvest = Harvest((draft,), (Leftover(text),), (Remark("headlines", 1, {"kicker": text}),))
    safe = veiled(harvest)
    assert MOBILE not in repr(safe)
    assert RESIDENT not in repr(safe)
    assert safe.drafts[0].to_do == {"photos": "电话139****0000，身份证号1****************X。"}
    told = [one.arguments["value"] for one in safe.remarks if one.code == "draft-masked"]
    assert sorted(told) == ["1****************X", "139****0000"]


def test_what_holds_none_stays_as_it_is() -> None:
    draft = Drafted(Kind.REPORT, "灯亮了", {"title": "灯亮了"}, "五点半，**灯**亮了。")
    assert veiled(Harvest((draft,))) == Harvest((draft,))
