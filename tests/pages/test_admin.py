# SPDX-License-Identifier: MIT
"""The forms of /admin/: every key has a field, and what its field gives is what the key takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from jsonschema import Draft7Validator

from linli.language.languages import Language
from linli.newsroom.categories import Category
from linli.newsroom.codes import CODES, Kind
from linli.newsroom.diagnostics import Source
from linli.newsroom.places import Gazetteer, Place
from linli.newsroom.portal import Portal
from linli.newsroom.vocabulary import Vocabulary
from linli.pages.admin import fields
from linli.pages.admin.configuration import BackEnd, Host, configuration
from linli.pages.admin.desk import policy
from linli.pages.admin.spellings import spellings
from linli.reading.articles import read_file
from linli.reading.forms import Key
from linli.reading.schema import KEYS, keys_of

SVELTIA = Path(__file__).resolve().parents[2] / ".vendor/node_modules/@sveltia/cms"
ZONE = ZoneInfo("Asia/Shanghai")
PORTAL = Portal(name="邻里", url="https://paper.example/", language=Language.ZH_HANS, zone=ZONE)
TOWN = Vocabulary.of(
    Gazetteer(
        (Place(("新津区",), ("xinjin",)), Place(("新津区", "古家社区"), ("xinjin", "gujia")))
    ),
    [Category(slug="news", name="社区治理", source=Source("categories/news.md", {}))],
    [],
)
GITHUB = BackEnd(Host.GITHUB, "example/linli")


def made(back_end: BackEnd | None = None, portal: Portal = PORTAL) -> dict[str, Any]:
    return configuration(portal, TOWN, "content", back_end, "linli")


def of_kind(kind: Kind) -> list[dict[str, Any]]:
    (found,) = [one for one in made()["collections"] if one["name"] == kind.folder]
    return list(found["fields"])


@pytest.mark.parametrize("back_end", [None, GITHUB, BackEnd(Host.GITEA, "a/b", app_id="1")])
def test_sveltia_takes_the_configuration(back_end: BackEnd | None) -> None:
    schema = json.loads((SVELTIA / "schema/sveltia-cms.json").read_text(encoding="utf-8"))
    errors = list(Draft7Validator(schema).iter_errors(made(back_end)))
    assert [error.json_path for error in errors] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_key_of_a_kind_has_a_field_with_its_chinese_name(kind: Kind) -> None:
    there = {one["name"]: one for one in of_kind(kind)}
    body = there.pop("body")
    assert body["label"] == "正文"
    assert {name: (one["label"], one["required"]) for name, one in there.items()} == {
        key.name: (key.zh[0], kind in key.required) for key in keys_of(kind)
    }


def test_a_paper_without_places_and_categories_has_them_written() -> None:
    config = configuration(PORTAL, Vocabulary(), "content", None, "linli")
    by_name = {one["name"]: one for one in config["collections"][0]["fields"]}
    assert by_name["category"]["widget"] == "string"
    assert by_name["places"]["widget"] == "list"


def test_what_must_be_filled_in_stands_above_the_text_and_the_rest_below() -> None:
    names = [one["name"] for one in of_kind(Kind.LOST)]
    above = names[: names.index("body")]
    assert above[:6] == ["title", "id", "code", "date", "places", "holder"]
    assert sorted(above[6:]) == ["documents", "item", "lost_on", "lost_where"]


def test_a_field_says_what_its_key_means() -> None:
    by_name = {one["name"]: one for one in of_kind(Kind.REPORT)}
    assert by_name["summary"] == {
        "name": "summary",
        "label": "摘要",
        "hint": "列表和订阅里的摘要；不写则取首段",
        "required": False,
        "widget": "string",
        "use_emoji_autocomplete": False,
        "maxlength": 120,
    }
    assert by_name["publish_at"]["format"] == "YYYY-MM-DD HH:mm"
    assert by_name["publish_at"]["input_timezone"] == "Asia/Shanghai"
    assert by_name["category"]["options"] == [{"label": "社区治理", "value": "news"}]
    assert [one["value"] for one in by_name["places"]["options"]] == ["新津区", "新津区/古家社区"]
    assert by_name["places"]["multiple"] is True
    assert [one["label"] for one in by_name["prominence"]["options"]] == ["头条", "重点", "普通"]
    assert [one["name"] for one in by_name["photos"]["fields"]] == [
        *("file", "caption", "alt", "credit", "creator", "original")
    ]
    assert by_name["kicker"]["hint"] == "", "the same word twice says nothing"


def test_a_code_tells_what_else_it_needs() -> None:
    codes = {one["name"]: one for one in of_kind(Kind.LOST)}["code"]["options"]
    assert [one["value"] for one in codes] == [
        code for code, entry in CODES.items() if entry.kind is Kind.LOST
    ]
    assert codes[-1] == {"label": "4201 招领（还要填：物品、遗失地点）", "value": "4201"}
    codes = {one["name"]: one for one in of_kind(Kind.NOTICE)}["code"]["options"]
    assert codes[1] == {"label": "1002 施工", "value": "1002"}


def test_an_english_paper_has_english_forms() -> None:
    portal = Portal(name="Lane", url="", language=Language.EN, zone=ZONE)
    config = made(portal=portal)
    assert [one["label"] for one in config["collections"]] == [
        *("Reports", "Reports without photos", "Notices", "Lost and found")
    ]
    labels = [one["label"] for one in config["collections"][3]["fields"]]
    assert labels[:3] == ["Title", "Id", "Code"]
    assert "Lost where" in labels
    assert "site_url" not in config


def test_a_form_that_no_widget_is_for_is_not_passed_over() -> None:
    with pytest.raises(TypeError, match="more: no field for"):
        fields.widget(Key("more", (), object(), KEYS[0].meaning), object(), Language.EN, "")  # type: ignore[arg-type]


# What a field gives

SAMPLES = {
    "id": "N-2026-0101",
    "supersedes": "N-2026-0100",
    "corrects": "N-2026-0100",
    "aliases": "old/page/",
    "original_url": "https://example.com/a",
    "uscc": "N2510116MF1516847Y",
    "bylines": "通讯员 王小明",
    "credits": "新津区委社治委供图",
    "file": "deng.jpg",
    "phone": "028-00000000",
}


def given(field: dict[str, Any]) -> Any:
    """What somebody enters who fills in everything."""
    match field["widget"]:
        case "string":
            text = SAMPLES.get(field["name"], "示例")
            assert field.get("minlength", 0) <= len(text) <= field.get("maxlength", 99)
            return text
        case "datetime":
            day = "2026-11-24"
            return day if field["type"] == "date" else f"{day} 09:30"
        case "select":
            value = field["options"][0]["value"]
            return [value] if field.get("multiple") else value
        case "number":
            return field["min"]
        case "boolean":
            return True
        case "object":
            return {one["name"]: given(one) for one in field["fields"]}
        case "list" if "field" in field:
            return [given(field["field"])]
        case "list":
            return [{one["name"]: given(one) for one in field["fields"]}]
        case other:
            raise AssertionError(other)


@pytest.mark.parametrize("kind", Kind)
def test_what_every_field_gives_is_what_its_key_takes(kind: Kind) -> None:
    values = {one["name"]: given(one) for one in of_kind(kind) if one["name"] != "body"}
    if "photos" in values:
        values["photos"] = {one.pop("file"): one for one in values["photos"]}
    head = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    read = read_file(f"{kind.folder}/2026/N-2026-0101.md", f"---\n{head}---\n正文。\n", ZONE)
    assert [found.code for found in read.diagnostics if found.is_error] == []
    assert read.value is not None


# How a file is read


def test_every_spelling_leads_to_the_one_name_of_its_key() -> None:
    known = spellings(KEYS)
    assert known["标题"] == known["title"] == {"name": "title"}
    assert known["作者"] == {"name": "bylines", "line": True}
    assert known["证件"]["keys"]["号码"]["keys"]["名称"] == {"name": "label"}
    assert known["日期"] == {"name": "date", "day": True}
    assert known["见报"]["keys"]["日期"] == {"name": "date", "day": True}
    assert known["图片"] == {
        "name": "photos",
        "by_file": True,
        "keys": known["photos"]["keys"],
    }
    assert known["photos"]["keys"]["供图"] == {"name": "credit"}


# Whom the page talks to


@pytest.mark.parametrize(
    ("back_end", "data", "origins"),
    [
        (
            GITHUB,
            {"name": "github", "repo": "example/linli", "auth_methods": ["token"]},
            ("https://api.github.com",),
        ),
        (
            BackEnd(Host.GITHUB, "example/linli", "main", base_url="https://sign-in.example"),
            {
                "name": "github",
                "repo": "example/linli",
                "branch": "main",
                "base_url": "https://sign-in.example",
                "auth_methods": ["oauth", "token"],
            },
            ("https://api.github.com", "https://sign-in.example"),
        ),
        (
            BackEnd(Host.GITLAB, "town/paper", app_id="7"),
            {
                "name": "gitlab",
                "repo": "town/paper",
                "app_id": "7",
                "auth_type": "pkce",
                "auth_methods": ["oauth", "token"],
            },
            ("https://gitlab.com",),
        ),
        (
            BackEnd(Host.GITEA, "a/b", api_root="https://git.example:8443/api/v1"),
            {
                "name": "gitea",
                "repo": "a/b",
                "api_root": "https://git.example:8443/api/v1",
                "auth_methods": ["token"],
            },
            ("https://git.example:8443",),
        ),
    ],
)
def test_a_back_end_asks_nobody_it_does_not_name(
    back_end: BackEnd, data: dict[str, Any], origins: tuple[str, ...]
) -> None:
    assert back_end.data() == data
    assert back_end.origins == origins
    asked = policy("{}", back_end).split("; ")[6]
    assert asked == " ".join(("connect-src 'self' blob: data:", *origins))


def test_a_form_opens_a_pull_request_where_there_are_any() -> None:
    modes = {host: made(BackEnd(host, "a/b"))["publish_mode"] for host in Host}
    assert modes == {
        Host.GITHUB: "editorial_workflow",
        Host.GITLAB: "editorial_workflow",
        Host.GITEA: "simple",
    }
    assert made()["publish_mode"] == "simple"


def test_the_page_of_a_checkout_may_ask_nobody_at_all() -> None:
    assert policy("{}", None) == (
        "default-src 'none'; "
        "script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='; "
        "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' blob: data:; "
        "media-src blob:; connect-src 'self' blob: data:; base-uri 'none'; form-action 'none'"
    )
