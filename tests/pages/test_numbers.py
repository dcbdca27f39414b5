# SPDX-License-Identifier: MIT
"""How much of a document's number is published: in full, masked, or not at all."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from crawl import containing
from hypothesis import given, settings
from hypothesis import strategies as st
from sites import CONFIG, NOW, OVERRIDES, Site, write_site

from linli.engine.production import Production
from linli.engine.settings import read_clock, read_settings
from linli.newsroom.announcements import Holder, HolderType, Lost, LostDocument, Number, Show
from linli.newsroom.diagnostics import Source
from linli.pages import producers
from linli.pages.lookup.answers import Lookup, Question

PLACES = "-- content/places.yml --\n- {name: 双流区, slug: shuangliu, code: '510116'}\n"


def lost(holder: str, *numbers: str, code: int = 4099) -> str:
    rows = "".join(f"      - {number}\n" for number in numbers)
    return f"""{PLACES}-- content/lost/2026/L-2026-0001.md --
---
id: L-2026-0001
code: {code}
title: 遗失声明
date: 2026-11-10
places: [双流区]
holder: {holder}
documents:
  - name: 会员卡
    numbers:
{rows}---
不慎遗失会员卡一张，声明作废。
"""


PERSON = "{type: person, name: 王小明}"
OFFICE = "{type: organisation, name: 双流区示例公司}"
VALUE = "KX20260078915523"


@pytest.mark.site
@pytest.mark.parametrize(
    ("holder", "show", "shown"),
    [
        (OFFICE, "", VALUE),
        (OFFICE, ", show: full", VALUE),
        (OFFICE, ", show: masked", "************5523"),
        (OFFICE, ", show: hidden", ""),
        (PERSON, "", "************5523"),
        (PERSON, ", show: full", VALUE),
        (PERSON, ", show: masked", "************5523"),
        (PERSON, ", show: hidden", ""),
    ],
)
def test_a_number_is_shown_as_its_holder_is_owed(
    site: Site, holder: str, show: str, shown: str
) -> None:
    built = site(lost(holder, f"{{label: 卡号, value: {VALUE}{show}}}"))
    main = built.main("lost/2026/L-2026-0001/")
    assert ("卡号" in main) is bool(shown)
    assert f'<span class="nr-fields__number">{shown}</span>' in main or not shown
    assert (containing(built.files, [VALUE]) == []) is (shown != VALUE)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("身份证号", "510116199001011234"),
        ("公民身份号码", "510116199001011234"),
        ("身份证", "51011619900101123"),
    ],
)
def test_a_person_s_resident_number_is_masked_even_where_an_editor_wants_it_whole(
    label: str, value: str
) -> None:
    number = Number(label, value, Show.FULL)
    person = Holder(HolderType.PERSON, "王小明")
    document = LostDocument("居民身份证", numbers=(number,))
    piece = Lost(
        source=Source("lost/2026/L-2026-0001.md"),
        body="",
        title="遗失声明",
        published=datetime(2026, 11, 10, tzinfo=UTC),
        holder=person,
        documents=(document,),
    )
    shown = piece.shown(number)
    assert value not in shown
    assert value[6:14] not in shown, "nor the day of birth"


@pytest.mark.parametrize("value", ["510116199001011234", "５１０１１６ 1990 0101 1234"])
def test_what_is_like_a_resident_number_is_masked_like_one_under_any_label(value: str) -> None:
    """Its check is wrong, so one digit is; the other seventeen are the person's."""
    number = Number("号码", value)
    piece = Lost(
        source=Source("lost/2026/L-2026-0001.md"),
        body="",
        title="遗失声明",
        published=datetime(2026, 11, 10, tzinfo=UTC),
        holder=Holder(HolderType.PERSON, "王小明"),
        documents=(LostDocument("居民身份证", numbers=(number,)),),
    )
    assert piece.shown(number) == "5****************4"


def whole_tree(root: Path, text: str) -> dict[str, bytes]:
    """All that the engine publishes of a site, without MkDocs: a law needs many sites."""
    write_site(root, f"{text}-- mkdocs.yml --\n{CONFIG}")
    configured = read_settings(root / "mkdocs.yml")
    clock = read_clock(configured.portal.zone, NOW)
    production = Production(configured, clock, root / "site")
    for feature in sorted(producers.OF):
        production.producers += producers.OF[feature]
    taken = production.read()
    assert not taken.has_errors, [str(one) for one in taken.diagnostics]
    production.compose(OVERRIDES, ())
    production.print()
    production.abandon()
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in (root / "site").rglob("*")
        if path.is_file()
    }


@settings(max_examples=15, deadline=None)
@given(
    value=st.from_regex(r"[A-HJ-NP-Z0-9]{6,24}", fullmatch=True).filter(
        lambda text: not text.isdigit() and not text.startswith("5")
    ),
    show=st.sampled_from(["masked", "hidden"]),
    holder=st.sampled_from([PERSON, OFFICE]),
)
def test_the_whole_of_a_masked_or_hidden_number_is_in_no_byte_of_the_site(
    value: str, show: str, holder: str
) -> None:
    row = f"{{label: 卡号, value: {json.dumps(value)}, show: {show}}}"
    with tempfile.TemporaryDirectory() as folder:
        tree = whole_tree(Path(folder), lost(holder, row))
    piece = "site/lost/2026/L-2026-0001"
    assert {f"{piece}/index.html", f"{piece}/announcement.json", f"{piece}/v1/index.html"} <= set(
        tree
    )
    assert "site/announcements/2026/announcements-2026.csv" in tree
    assert "site/lookup/leaves/numbers.txt" in tree
    assert containing(tree, [value]) == []

    def fetch(path: str) -> str | None:
        data = tree.get(f"site/{path}")
        return None if data is None else data.decode()

    # In a leaf a number stands in pieces, so it is looked for as a reader would.
    for part in (value, value[:5], value[-5:], value[-4:]):
        assert [one for one in Lookup(fetch).ask(Question(part)) if one] == []


@pytest.mark.site
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("会员卡一张", f"会员卡一张（{VALUE}）"),
        ("会员卡一张", "会员卡一张（ｋｘ2026 0078 9155 23）"),
        ("title: 遗失声明", f"title: 遗失声明{VALUE}"),
        ("  - name: 会员卡\n", f"  - name: 会员卡{VALUE}\n"),
        ("  - name: 会员卡\n", f"  - name: 会员卡\n    issuer: 某店{VALUE}\n"),
        ("date:", f"keywords: [{VALUE}]\ndate:"),
        ("date:", f"contacts: [{{desk: 某处{VALUE}, phone: 028-00000000}}]\ndate:"),
        ("date:", f"corrections: [{{date: 2026-11-11, kind: update, text: 号{VALUE}}}]\ndate:"),
        ("    numbers:\n", f"    numbers:\n      - {{label: 旧号, value: {VALUE}, show: full}}\n"),
    ],
)
def test_a_masked_number_that_stands_elsewhere_in_full_is_stopped(
    site: Site, old: str, new: str
) -> None:
    text = lost(OFFICE, f"{{label: 卡号, value: {VALUE}, show: masked}}").replace(old, new, 1)
    with pytest.raises(SystemExit):
        site(text)
