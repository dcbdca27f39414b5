# SPDX-License-Identifier: MIT
"""Open data: what the pages show and no more, counted as the archive counts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from crawl import containing, document
from sites import CONFIG, Built, Site, build, write_site
from town import ADDRESS, TOWN

from linli.pages.records import COLUMNS

pytestmark = pytest.mark.site

SUMS = (
    "155ac7450a159209114766d1bd18bb0a593587bc7a225394ae65266d755f5de6",
    "5033f316fe59fc339f1fa96f75251031ebded4d779b853aab26c3a7f55d19ceb",
)
"""Of the canonical texts of the two announcements of 2025."""

WITHDRAWN = {
    "id": "N-2026-0003",
    "uri": f"{ADDRESS}notices/2026/N-2026-0003/",
    "status": "withdrawn",
    "code": "1003",
    "datePublished": "2026-11-01",
    "withdrawn": {"date": "2026-11-05", "reason": "主办方取消。"},
}

FULL = """\
-- content/notices/2026/N-2026-0009.md --
---
id: N-2026-0009
code: 3001
version: 1
title: "=减资公告"
date: 2026-11-12
places: [双流区, 武侯区]
issuer: {name: "+示例公司", uscc: N2510116MF1516847Y, department: 办公室}
effective_from: 2026-11-13
expires: 2026-12-31
contacts: [{desk: "@办公室", phone: 028-00000000}]
edition: {date: 2026-11-12, issue: "11", page: "03", page_name: 公告}
insertions: [{date: 2026-11-13}]
corrections: [{date: 2026-11-14, kind: update, text: "-又登一次。"}]
keywords: [示例]
---
第一段，"引号"。

- 第二段；
- 第三段。
-- content/lost/2026/L-2026-0007.md --
---
id: L-2026-0007
code: 4201
title: 招领雨伞一把
date: 2026-11-15
places: [武侯区]
holder: {type: organisation, name: 武侯区示例中心}
item: 雨伞一把
lost_on: 2026-11-14
lost_where: 公交站
claim_by: 2027-11-14
resolved: {date: 2026-11-20, how: 失主已领回。}
---
拾到雨伞一把。
"""


def records(built: Built, year: int) -> list[dict[str, Any]]:
    text = built.text(f"announcements/{year}/announcements-{year}.ndjson")
    return [json.loads(line) for line in text.splitlines()]


def rows(built: Built, year: int) -> list[dict[str, str]]:
    data = built.files[f"announcements/{year}/announcements-{year}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def schema(built: Built) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(built.text("announcements/announcement.schema.json"))
    return found


def test_the_town_s_files_of_a_year_are_these_bytes(town: Built) -> None:
    head = "id,uri,version,status,kind,code,codeName,headline,datePublished,dateModified,validFrom,"
    head += "validThrough,legalBasis,places,issuer,department,holder,uscc,documents,numbers,item,"
    head += "itemType,lostOn,lostWhere,claimBy,resolved,effectiveFrom,deadline,expires,contacts,edition,"
    head += "insertions,corrections,supersedes,corrects,sample,sha256,text,withdrawn\r\n"
    assert town.files["announcements/2025/announcements-2025.csv"].decode() == (
        f"\ufeff{head}"
        f"L-2025-0001,{ADDRESS}lost/2025/L-2025-0001/,1,published,lost,4201,招领启事,招领钥匙一串,"
        "2025-01-15,2025-01-15,2025-01-15,2026-01-15,《民法典》第三百一十八条,新津区/五津街道,,,"
        "五津街道便民中心,,,,钥匙一串,keys,,菜市场门口,,,,,,,,,,,,,"
        f"{SUMS[0]},拾到钥匙一串，请失主前来认领。,\r\n"
        f"N-2025-0001,{ADDRESS}notices/2025/N-2025-0001/,1,published,notice,1003,社区通知·活动招募,"
        "招募巡逻队员,2025-10-08,2025-10-08,2025-10-08,2025-10-20,,新津区/五津街道/古家社区,"
        f"古家社区居委会,,,,,,,,,,,,,2025-10-20,,,,,,,,,{SUMS[1]},招募夜间巡逻队员六名。,\r\n"
    )
    assert town.text("announcements/2025/announcements-2025.ndjson") == (
        f'{{"id":"L-2025-0001","uri":"{ADDRESS}lost/2025/L-2025-0001/","version":1,'
        '"status":"published","kind":"lost","code":"4201","codeName":"招领启事",'
        '"headline":"招领钥匙一串","datePublished":"2025-01-15","dateModified":"2025-01-15",'
        '"validFrom":"2025-01-15","validThrough":"2026-01-15","legalBasis":"《民法典》第三百一十八条",'
        '"places":[{"name":"五津街道","path":"新津区/五津街道"}],'
        '"holder":{"name":"五津街道便民中心"},"item":"钥匙一串","itemType":"keys","lostWhere":"菜市场门口",'
        f'"sha256":"{SUMS[0]}","text":"拾到钥匙一串，请失主前来认领。"}}\n'
        f'{{"id":"N-2025-0001","uri":"{ADDRESS}notices/2025/N-2025-0001/","version":1,'
        '"status":"published","kind":"notice","code":"1003","codeName":"社区通知·活动招募",'
        '"headline":"招募巡逻队员","datePublished":"2025-10-08","dateModified":"2025-10-08",'
        '"validFrom":"2025-10-08","validThrough":"2025-10-20",'
        '"places":[{"name":"古家社区","path":"新津区/五津街道/古家社区"}],'
        '"issuer":{"name":"古家社区居委会"},"deadline":"2025-10-20",'
        f'"sha256":"{SUMS[1]}","text":"招募夜间巡逻队员六名。"}}\n'
    )


def test_a_notice_s_own_file_is_its_record(town: Built) -> None:
    for year in (2025, 2026):
        for record in records(town, year):
            path = record["uri"].removeprefix(ADDRESS) + "announcement.json"
            assert json.loads(town.text(path)) == record


def test_every_record_is_as_the_schema_says(site: Site) -> None:
    built = site(TOWN + FULL)
    validator = jsonschema.Draft202012Validator(
        schema(built), format_checker=jsonschema.FormatChecker()
    )
    validator.check_schema(schema(built))
    found = [record for year in (2025, 2026) for record in records(built, year)]
    assert len(found) == 8
    assert [error.message for one in found for error in validator.iter_errors(one)] == []
    # Together they use nearly all of it.
    used = {key for record in found for key in record}
    # The keys of a table alone, and two that only a notice about another has.
    apart = {"department", "uscc", "numbers", "supersedes", "corrects"}
    assert set(COLUMNS) - used == apart


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "还在。"},
        {"status": "published"},
        {"withdrawn": {"date": "2026-11-05"}},
        {"code": "9999"},
        {"other": 1},
    ],
)
def test_the_schema_refuses_what_is_no_record(town: Built, wrong: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema(town))
    assert validator.is_valid(WITHDRAWN)
    assert not validator.is_valid(WITHDRAWN | wrong)


def test_everything_that_a_notice_says_is_in_its_record(site: Site) -> None:
    built = site(TOWN + FULL)
    found = json.loads(built.text("notices/2026/N-2026-0009/announcement.json"))
    assert found | {"sha256": ""} == {
        "id": "N-2026-0009",
        "uri": f"{ADDRESS}notices/2026/N-2026-0009/",
        "version": 1,
        "status": "published",
        "kind": "notice",
        "code": "3001",
        "codeName": "法定公告·减资",
        "headline": "=减资公告",
        "datePublished": "2026-11-12",
        "dateModified": "2026-11-14",
        "validFrom": "2026-11-13",
        "validThrough": "2026-12-31",
        "legalBasis": "《公司法》第二百二十四条",
        "places": [
            {"name": "双流区", "path": "双流区"},
            {"name": "武侯区", "path": "武侯区"},
        ],
        "issuer": {
            "name": "+示例公司",
            "department": "办公室",
            "uscc": "N2510116MF1516847Y",
        },
        "effectiveFrom": "2026-11-13",
        "expires": "2026-12-31",
        "contacts": [{"desk": "@办公室", "phone": "028-00000000"}],
        "edition": {
            "date": "2026-11-12",
            "printEdition": "11",
            "printPage": "03",
            "printSection": "公告",
        },
        "insertions": [{"date": "2026-11-13"}],
        "corrections": [{"date": "2026-11-14", "kind": "update", "text": "-又登一次。"}],
        "sample": True,
        "sha256": "",
        "text": '第一段，"引号"。\n\n第二段；\n\n第三段。',
    }


def test_a_row_of_the_table_says_the_same_and_is_no_formula(site: Site) -> None:
    by_id = {row["id"]: row for row in rows(site(TOWN + FULL), 2026)}
    row = by_id["N-2026-0009"]
    assert {key: row[key] for key in row if row[key] and key not in ("sha256", "uri")} == {
        "id": "N-2026-0009",
        "version": "1",
        "status": "published",
        "kind": "notice",
        "code": "3001",
        "codeName": "法定公告·减资",
        "headline": "'=减资公告",
        "datePublished": "2026-11-12",
        "dateModified": "2026-11-14",
        "validFrom": "2026-11-13",
        "validThrough": "2026-12-31",
        "legalBasis": "《公司法》第二百二十四条",
        "places": "双流区；武侯区",
        "issuer": "'+示例公司",
        "department": "办公室",
        "uscc": "N2510116MF1516847Y",
        "effectiveFrom": "2026-11-13",
        "expires": "2026-12-31",
        "contacts": "'@办公室 028-00000000",
        "edition": "2026-11-12 11 03 公告",
        "insertions": "2026-11-13",
        "corrections": "2026-11-14 -又登一次。",
        "sample": "true",
        "text": '第一段，"引号"。\n\n第二段；\n\n第三段。',
    }
    assert by_id["L-2026-0007"]["resolved"] == "2026-11-20 失主已领回。"
    assert by_id["L-2026-0001"]["numbers"] == "注册号 510116600123456"
    assert by_id["N-2026-0003"]["withdrawn"] == "2026-11-05 主办方取消。"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＠"])
def test_no_cell_is_a_formula(site: Site, sign: str) -> None:
    built = site(TOWN.replace("title: 停水通知", f'title: "{sign}1+1"'))
    headlines = {row["headline"] for row in rows(built, 2026)}
    assert f"'{sign}1+1" in headlines


def test_of_a_withdrawn_notice_only_that_it_was_there_is_said(town: Built) -> None:
    assert [one for one in records(town, 2026) if one["status"] == "withdrawn"] == [WITHDRAWN]


def test_the_counts_are_those_of_the_archive(site: Site) -> None:
    built = site(TOWN + FULL)
    by_year: Counter[str] = Counter()
    by_code: Counter[str] = Counter()
    for year in (2025, 2026):
        assert len(records(built, year)) == len(rows(built, year))
        for record, row in zip(records(built, year), rows(built, year), strict=True):
            assert (record["id"], record["code"]) == (row["id"], row["code"])
            by_year[str(year)] += 1
            by_code[record["code"]] += 1
    for name, count in by_year.items():
        assert f'<p class="nr-meta">共{count}篇</p>' in built.main(f"announcements/{name}/")
        assert f"{name}</a></th><td>{count}</td>" in built.main("announcements/data/")
    for code, count in by_code.items():
        assert f"共{count}篇" in built.main(f"announcements/code/{code}/")
    assert f"共{by_year.total()}篇" in built.main("announcements/")


def test_the_sizes_on_the_page_are_those_of_the_files(town: Built) -> None:
    main = town.main("announcements/data/")
    for path, data in town.files.items():
        if re.fullmatch(r"announcements/\d+/.*\.(csv|ndjson)", path):
            kind = path.rpartition(".")[2].upper()
            assert f'{path}">{kind} {max(1, round(len(data) / 1000))} KB</a>' in main


def test_the_data_of_a_year_are_the_same_bytes_when_a_notice_has_closed(site: Site) -> None:
    now, later = site(TOWN).files, site(TOWN, "2027-06-01 08:00").files
    for path, data in now.items():
        if path.endswith((".ndjson", ".csv", ".json")) and not path.startswith("search/"):
            assert later[path] == data, path


def test_a_masked_number_is_masked_in_the_data_and_a_hidden_one_is_not_there(site: Site) -> None:
    value = 'value: "510116600123456"'
    built = site(TOWN.replace(value, f"{value}, show: masked"))
    assert rows(built, 2026)[1]["numbers"] == "注册号 ***********3456"
    assert containing(built.files, ["510116600123456"]) == []
    hidden = site(TOWN.replace(value, f"{value}, show: hidden"))
    assert rows(hidden, 2026)[1]["numbers"] == ""
    assert containing(hidden.files, ["600123456"]) == []


LATER = """\
-- content/notices/2026/N-2026-0010.md --
---
id: N-2026-0010
code: 1001
title: 停水改期
date: 2026-11-24
places: [古家社区]
issuer: {name: 示例自来水服务站}
effective_from: 2026-12-05
supersedes: N-2026-0001
---
停水改到12月5日。
"""


def test_the_data_name_what_a_notice_supersedes_but_nothing_that_is_not_public(site: Site) -> None:
    built = site(TOWN + LATER)
    assert records(built, 2026)[-1]["supersedes"] == "N-2026-0001"
    assert rows(built, 2026)[-1]["supersedes"] == "N-2026-0001"
    draft = TOWN.replace("title: 停水通知\n", "title: 停水通知\nstatus: draft\n")
    hidden = site(draft + LATER)
    assert "supersedes" not in records(hidden, 2026)[-1]
    assert containing(hidden.files, ["N-2026-0001"]) == []


def test_the_page_of_the_data_says_on_what_terms(site: Site) -> None:
    assert "不得汇集、比对或另作他用" in site(TOWN).main("announcements/data/")
    config = CONFIG.replace("- linli/articles", "- linli/articles: {data_licence: 先问编辑部。}")
    main = site(f"{TOWN}-- mkdocs.yml --\n{config}").main("announcements/data/")
    assert "<p>先问编辑部。</p>" in main


def test_the_archive_leads_to_the_data(town: Built) -> None:
    hrefs = {href for href, _, _ in document(town.main("announcements/2026/")).anchors}
    assert {
        "../../announcements/2026/announcements-2026.csv",
        "../../announcements/2026/announcements-2026.ndjson",
        "../../announcements/data/",
    } <= hrefs


def test_a_paper_without_announcements_says_that_there_are_none_yet(site: Site) -> None:
    built = site("")
    assert "这里还没有内容。" in built.main("announcements/data/")
    assert built.has("announcements/announcement.schema.json")
    assert not [path for path in built.files if path.endswith((".csv", ".ndjson", ".ics"))]


def test_the_data_follow_an_edit_and_so_do_their_sizes(tmp_path: Path) -> None:
    root = write_site(tmp_path, TOWN)
    notice = root / "content/notices/2026/N-2026-0001.md"
    before = notice.read_text(encoding="utf-8")
    build(root)
    notice.write_text(f"{before}\n{'停水期间请街坊们提前储水。' * 200}\n", encoding="utf-8")
    longer = build(root)
    assert len(records(longer, 2026)[-1]["text"]) > 2600
    assert "NDJSON 10 KB" in longer.main("announcements/data/")
    test_the_sizes_on_the_page_are_those_of_the_files(longer)
    notice.unlink()
    shorter = build(root)
    assert len(records(shorter, 2026)) == 3
    assert "NDJSON 1 KB" in shorter.main("announcements/data/")
    test_the_sizes_on_the_page_are_those_of_the_files(shorter)


def test_a_year_follows_when_what_it_names_in_another_year_comes_or_goes(tmp_path: Path) -> None:
    root = write_site(
        tmp_path,
        TOWN.replace("issuer: {name: 岷江", "supersedes: N-2025-0001\nissuer: {name: 岷江"),
    )
    earlier = root / "content/notices/2025/N-2025-0001.md"
    text = earlier.read_text(encoding="utf-8")
    named = [{"N-2026-0002": "N-2025-0001"}, {}]
    for status, expected in zip(
        ("published", "draft", "published"), (*named, named[0]), strict=True
    ):
        earlier.write_text(text.replace("code:", f"status: {status}\ncode:"), encoding="utf-8")
        found = records(build(root), 2026)
        assert {one["id"]: one["supersedes"] for one in found if "supersedes" in one} == expected
