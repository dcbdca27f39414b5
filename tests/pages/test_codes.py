# SPDX-License-Identifier: MIT
"""The types of announcement: as open data with a schema, and the law's terms on a page."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from sites import Site

from linli.pages import codes

PLACES = "-- content/places.yml --\n- {name: 双流区, slug: shuangliu, code: '510116'}\n"


@pytest.mark.site
def test_the_codes_are_published_beside_a_schema_that_they_name_and_keep(site: Site) -> None:
    built = site("")
    data = json.loads(built.text("announcements/codes.json"))
    schema = json.loads(built.text(f"announcements/{data['$schema']}"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    by_code = {one["code"]: one for one in data["codes"]}
    assert len(by_code) == 26
    assert by_code["3001"]["clock"]["basis"]["zh-Hans"] == "《公司法》第二百二十四条"
    assert by_code["1001"]["expiry"] == "days"
    assert by_code["4004"]["expiry"] == "never"
    (permit,) = by_code["4004"]["documents"]
    assert {one["label"]["zh-Hans"]: one["need"] for one in permit["numbers"]} == {
        "核准号": "required",
        "开户许可证编号": "advised",
        "账号": "known",
    }


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"code": "400"}, ["code"]),
        ({"kind": "report"}, ["kind"]),
        ({"name": {"zh-Hans": "减资"}}, ["name"]),
        ({"expiry": "soon"}, ["expiry"]),
        ({"more": 1}, []),
    ],
)
def test_the_schema_of_the_codes_refuses_what_is_none(
    change: dict[str, object], path: list[str]
) -> None:
    value = codes.data()
    value["codes"] = [value["codes"][0] | change]
    errors = [list(one.path) for one in Draft202012Validator(codes.schema()).iter_errors(value)]
    assert errors == [["codes", 0, *path]]


CLOCKS = [
    ("3001", "2024-07-01", "2024年8月15日", "《公司法》第二百二十四条：债权人接到通知的"),
    ("3002", "2024-07-01", "2024年8月15日", "《公司法》第二百二十条、第二百二十二条：合并的"),
    ("3003", "2024-07-01", "2024年8月15日", "《公司法》第二百三十五条：债权人接到通知的"),
    (
        "3004",
        "2024-07-01",
        "2024年7月31日",
        "《民事诉讼法》第九十五条：自发出公告之日起，经过三十日",
    ),
    ("3005", "2024-07-01", "2024年8月30日", "《民事诉讼法》第二百三十条：利害关系人"),
]


@pytest.mark.site
@pytest.mark.parametrize(("code", "published", "last", "law"), CLOCKS)
def test_a_statutory_term_is_shown_with_its_last_day_its_law_and_its_meaning(
    site: Site, code: str, published: str, last: str, law: str
) -> None:
    deadline = "deadline: 2024-08-30\n" if code == "3005" else ""
    main = site(
        f"{PLACES}-- content/notices/2024/N-2024-0007.md --\n---\nid: N-2024-0007\ncode: {code}\n"
        f"title: 公告\ndate: {published}\nplaces: [双流区]\nissuer: {{name: 示例公司}}\n"
        f"{deadline}---\n这是一则公告。\n"
    ).main("notices/2024/N-2024-0007/")
    row = next(line for line in main.splitlines() if last in line and "<th" in line)
    assert law in row


@pytest.mark.site
def test_a_found_thing_is_kept_for_a_year(site: Site) -> None:
    found = (
        "-- content/lost/2024/L-2024-0009.md --\n---\nid: L-2024-0009\ncode: 4201\n"
        "title: 招领\ndate: 2024-07-01\nplaces: [双流区]\n"
        "holder: {type: organisation, name: 服务站}\nitem: 雨伞\nlost_where: 门口\n---\n拾到雨伞。\n"
    )
    main = site(PLACES + found).main("lost/2024/L-2024-0009/")
    row = next(line for line in main.splitlines() if "2025年7月1日" in line and "<th" in line)
    assert "《民法典》第三百一十八条：自发布招领公告之日起一年内无人认领的，归国家所有。" in row
