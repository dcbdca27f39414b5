# SPDX-License-Identifier: MIT
"""The one table of keys: what an editor may write, in which kinds, and what it means.

Validation, the JSON Schema, the editors' reference and the forms of the desk all come from here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from linli.language.languages import Text
from linli.newsroom.announcements import (
    Contact,
    Holder,
    HolderType,
    Insertion,
    Issuer,
    LostDocument,
    Number,
    Resolved,
    Show,
)
from linli.newsroom.articles import (
    AiUse,
    Correction,
    CorrectionKind,
    Edition,
    Minors,
    Origin,
    PhotoNote,
    Privacy,
    Prominence,
    Redaction,
    Status,
    Withdrawal,
)
from linli.newsroom.codes import Kind
from linli.newsroom.things import ITEM_TYPES
from linli.reading.credit_code import CreditCodeForm
from linli.reading.forms import (
    ByFile,
    Choice,
    Day,
    Flag,
    JsonSchema,
    Key,
    Many,
    Moment,
    Pattern,
    Record,
    Whole,
    Words,
    kinds,
    object_schema,
)
from linli.reading.placements import PlacementForm
from linli.reading.signature_forms import BylineForm, CreditForm

_ALL = kinds(Kind.REPORT, Kind.NOTICE, Kind.LOST)
_REPORT = kinds(Kind.REPORT)
_NOTICE = kinds(Kind.NOTICE)
_LOST = kinds(Kind.LOST)
_ANNOUNCED = kinds(Kind.NOTICE, Kind.LOST)

_ALIASES = Many(
    Pattern(
        re.compile(r"/?(?!\.\.?(?:/|$))[^\s/:?#\\]+(?:/(?!\.\.?(?:/|$))[^\s/:?#\\]+)*/?"),
        Text("站内旧网址，例如 old/page/", "an old URL here, such as old/page/"),
    )
)
_URL = Pattern(
    re.compile(r"https?://[^\s<>\"]+"),
    Text("网址，例如 https://example.com/a", "a web address, such as https://example.com/a"),
)
_DAY = Text("哪一天", "the day")


_PRINTED = (
    Key("date", ("日期",), Day(), Text("报纸出版的日期", "the paper's date")),
    Key("issue", ("期号",), Words(most=20), Text("第几期", "running number of the issue")),
    Key("page", ("版次",), Words(most=6), Text("第几版，如 01、A02", "page, such as 01 or A02")),
    Key("page_name", ("版名",), Words(most=20), Text("版名，如要闻", "name of the page")),
)
_EDITION = Record(Edition, _PRINTED, required=frozenset({"date"}))
_PHOTO_NOTE = Record(
    PhotoNote,
    (
        Key("caption", ("图注",), Words(), Text("读者应知道什么", "what a reader should know")),
        Key(
            "alt",
            ("替代文字",),
            Words(least=0, may_be_empty=True),
            Text('图上有什么；"" 表示装饰图', 'what it shows; "" says decorative'),
        ),
        Key("credit", ("供图",), Words(most=60), Text("图片是谁的", "whose it is")),
        Key("creator", ("摄影",), Words(most=30), Text("谁拍的", "who took it")),
        Key(
            "original",
            ("提供原图",),
            Flag(),
            Text("读者可以下载原图（位置等信息会去掉）", "readers may download the file, cleaned"),
        ),
    ),
)
_CORRECTION = Record(
    Correction,
    (
        Key("date", ("日期",), Day(), _DAY),
        Key(
            "kind",
            ("类型",),
            Choice(
                {
                    CorrectionKind.CORRECTION: Text("更正", "correction"),
                    CorrectionKind.CLARIFICATION: Text("说明", "clarification"),
                    CorrectionKind.UPDATE: Text("补充", "update"),
                    CorrectionKind.RETRACTION: Text("撤稿", "retraction"),
                }
            ),
            Text("更正的类型", "the sort of correction"),
        ),
        Key("text", ("内容",), Words(most=300), Text("改了什么", "what was changed")),
    ),
    required=frozenset({"date", "kind", "text"}),
)
_WITHDRAWAL = Record(
    Withdrawal,
    (
        Key("date", ("日期",), Day(), _DAY),
        Key("reason", ("原因",), Words(most=200), Text("为什么撤回", "why it was withdrawn")),
    ),
    required=frozenset({"date", "reason"}),
)
_REDACTION = Record(
    Redaction,
    (
        Key("date", ("日期",), Day(), _DAY),
        Key("reason", ("原因",), Words(most=200), Text("为什么隐去", "why it was taken out")),
        Key(
            "words",
            ("文字",),
            Words(least=2, most=200),
            Text("要隐去的文字；文中已写成█的不写", "the words; not where they are █ already"),
        ),
    ),
    required=frozenset({"date", "reason"}),
)
_PRIVACY = Record(
    Privacy,
    (
        Key(
            "minors",
            ("未成年人",),
            Choice(
                {
                    Minors.NONE: Text("无", "none"),
                    Minors.ANONYMISED: Text("已化名", "anonymised"),
                    Minors.CONSENT: Text("监护人同意", "consent"),
                }
            ),
            Text("文中的未成年人如何处理", "what was done about minors named"),
        ),
        Key("reviewer", ("审核人",), Words(most=30), Text("谁审核的", "who reviewed it")),
        Key("basis", ("依据",), Words(most=120), Text("依据", "on what ground")),
    ),
)
_ISSUER = Record(
    Issuer,
    (
        Key("name", ("名称",), Words(most=60), Text("全称", "full name")),
        Key(
            "uscc", ("统一社会信用代码",), CreditCodeForm(), Text("统一社会信用代码", "credit code")
        ),
        Key("department", ("部门",), Words(most=40), Text("部门", "department")),
    ),
    required=frozenset({"name"}),
)
_HOLDER = Record(
    Holder,
    (
        Key(
            "type",
            ("类型",),
            Choice(
                {
                    HolderType.PERSON: Text("个人", "person"),
                    HolderType.ORGANISATION: Text("单位", "organisation"),
                }
            ),
            Text("个人还是单位", "person or organisation"),
        ),
        Key("name", ("名称", "姓名"), Words(most=60), Text("姓名或全称", "the full name")),
        Key(
            "uscc", ("统一社会信用代码",), CreditCodeForm(), Text("统一社会信用代码", "credit code")
        ),
    ),
    required=frozenset({"type", "name"}),
)
_NUMBER = Record(
    Number,
    (
        Key("label", ("名称",), Words(most=20), Text("什么号，如 核准号", "which number it is")),
        Key("value", ("号码",), Words(most=60), Text("号码", "the number")),
        Key(
            "show",
            ("显示",),
            Choice(
                {
                    Show.FULL: Text("全部", "full"),
                    Show.MASKED: Text("遮盖", "masked"),
                    Show.HIDDEN: Text("不显示", "hidden"),
                }
            ),
            Text("单位默认全部，个人默认遮盖", "full for organisations, masked for persons"),
        ),
    ),
    required=frozenset({"label", "value"}),
)
_DOCUMENT = Record(
    LostDocument,
    (
        Key("name", ("名称",), Words(most=40), Text("证件全称", "full name of the document")),
        Key("type", ("类型",), Words(most=20), Text("证件的类别", "sort of document")),
        Key("copy", ("正副本",), Words(most=10), Text("正本、副本", "original or duplicate")),
        Key("issuer", ("签发单位",), Words(most=60), Text("谁签发的", "who issued it")),
        Key("issued_on", ("签发日期",), Day(), Text("签发日期", "date of issue")),
        Key("numbers", ("号码",), Many(_NUMBER), Text("证件上的号码", "the numbers it bears")),
    ),
    required=frozenset({"name"}),
)
_CONTACT = Record(
    Contact,
    (
        Key("desk", ("联系处",), Words(most=40), Text("找谁、哪个窗口", "whom or which desk")),
        Key("phone", ("电话",), Words(most=30), Text("电话", "telephone")),
        Key(
            "public",
            ("可公开",),
            Flag(),
            Text("私人号码要写 true 才公开", "a private number needs true"),
        ),
    ),
    required=frozenset({"desk"}),
)
_INSERTION = Record(
    Insertion,
    (
        Key("date", ("日期",), Day(), Text("刊登日期", "date of insertion")),
        Key("edition", ("见报",), _EDITION, Text("登在哪一版", "the printed page")),
    ),
    required=frozenset({"date"}),
)
_RESOLVED = Record(
    Resolved,
    (
        Key("date", ("日期",), Day(), _DAY),
        Key("how", ("结果",), Words(most=120), Text("怎样了结的", "how it ended")),
    ),
    required=frozenset({"date"}),
)
ID = re.compile(r"[A-Z]{1,4}-\d{4}-\d{3,6}")
"""An announcement's id."""
_ID = Pattern(
    ID,
    Text("编号，例如 N-2022-0001 或 L-2022-0001", "an id, such as N-2022-0001 or L-2022-0001"),
)

KEYS: tuple[Key, ...] = (
    Key(
        "title",
        ("标题",),
        Words(least=2, most=60),
        Text("标题；分句之间的空格会保留", "headline; spaces between clauses are kept"),
        _ALL,
        required=_ALL,
    ),
    Key("kicker", ("引题",), Words(most=60), Text("引题", "kicker, above the headline"), _ALL),
    Key("subtitle", ("副题",), Words(most=80), Text("副题", "below the headline"), _ALL),
    Key(
        "id",
        ("编号",),
        _ID,
        Text("与文件名相同，永不重用", "same as the file name, never used twice"),
        _ANNOUNCED,
        required=_ANNOUNCED,
    ),
    Key(
        "code",
        ("代码",),
        Pattern(re.compile(r"\d{4}"), Text("四位数字", "four digits")),
        Text("公告类型，决定还要写哪些键", "the type; decides which other keys are needed"),
        _ANNOUNCED,
        required=_ANNOUNCED,
    ),
    Key(
        "date",
        ("日期",),
        Moment(),
        Text(
            "首次发表；也可写 2022/7/5、2022年7月5日；不写时区即为本站时区",
            "first published; without an offset it is the site's own zone",
        ),
        _ALL,
        required=_ALL,
        attribute="when",
    ),
    Key(
        "updated",
        ("更新",),
        Day(),
        Text(
            "只与 corrections 或新的 version 一起改",
            "moves only together with corrections or a new version",
        ),
        _ALL,
    ),
    Key(
        "publish_at",
        ("发布时间",),
        Moment(needs_time=True),
        Text("此刻之前全文不出现在网站任何地方", "nothing of the file is public before this"),
        _ALL,
    ),
    Key(
        "status",
        ("状态",),
        Choice(
            {
                Status.DRAFT: Text("草稿", "draft"),
                Status.PUBLISHED: Text("发布", "published"),
                Status.WITHDRAWN: Text("撤回", "withdrawn"),
            }
        ),
        Text("撤回的稿件保留网址并说明原因", "withdrawn keeps the URL and shows why"),
        _ALL,
    ),
    Key(
        "category",
        ("栏目",),
        Words(most=30),
        Text("categories/ 里有的栏目，写代号或名称", "slug or name of a file in categories/"),
        _REPORT,
        required=_REPORT,
    ),
    Key("topics", ("话题",), Many(Words(most=30)), Text("自由话题", "free topics"), _ALL),
    Key(
        "places",
        ("地点",),
        Many(Words(most=60)),
        Text(
            "新津区/五津街道/古家社区，或不重名的简称",
            "the full path, or the shortest unique name, of places.yml",
        ),
        _ALL,
        required=_ANNOUNCED,
    ),
    Key(
        "bylines",
        ("记者", "作者", "署名"),
        Many(BylineForm(), flat=True),
        Text("谁写的；摄影报道 表示同一人写和拍", "who wrote it; 摄影报道: wrote and shot"),
        _REPORT,
        required=_REPORT,
    ),
    Key(
        "credits",
        ("供图", "供稿", "摄影"),
        Many(CreditForm(), flat=True),
        Text("供图供稿的单位，不是人", "who supplied pictures or text; never a person"),
        _REPORT,
    ),
    Key(
        "summary",
        ("摘要",),
        Words(most=120),
        Text("列表和订阅里的摘要；不写则取首段", "for lists and feeds; else the first paragraph"),
        _ALL,
    ),
    Key("edition", ("见报",), _EDITION, Text("登在报纸哪一天哪一版", "the printed page"), _ALL),
    Key(
        "prominence",
        ("位置",),
        Choice(
            {
                Prominence.LEAD: Text("头条", "lead"),
                Prominence.FEATURED: Text("重点", "featured"),
                Prominence.NORMAL: Text("普通", "normal"),
            }
        ),
        Text("首页位置", "place on the front page"),
        _REPORT,
    ),
    Key(
        "weight",
        ("权重",),
        Whole(),
        Text("同一位置中的先后，大的在前", "order within a prominence, larger first"),
        _REPORT,
    ),
    Key(
        "photos",
        ("图片",),
        ByFile(_PHOTO_NOTE),
        Text("图片自己的行里没写的", "what the picture's own line does not say"),
        kinds(Kind.REPORT, Kind.NOTICE),
    ),
    Key(
        "issuer",
        ("发布单位",),
        _ISSUER,
        Text("发布公告的单位", "who gives notice"),
        _NOTICE,
        required=_NOTICE,
    ),
    Key(
        "effective_from",
        ("生效日期",),
        Day(),
        Text("从哪天起", "the day it begins"),
        _NOTICE,
    ),
    Key("deadline", ("截止日期",), Day(), Text("最后一天", "the last day"), _NOTICE),
    Key(
        "expires",
        ("到期日期",),
        Day(),
        Text("此日之后离开公告栏，仍在存档", "leaves the board after this day, stays archived"),
        _NOTICE,
    ),
    Key(
        "holder",
        ("遗失人", "持有人"),
        _HOLDER,
        Text("谁遗失的；个人或单位", "who lost it"),
        _LOST,
        required=_LOST,
    ),
    Key(
        "documents",
        ("证件",),
        Many(_DOCUMENT),
        Text("遗失的证件（40xx 必填）", "the documents lost (needed for 40xx)"),
        _LOST,
    ),
    Key("item", ("物品",), Words(most=60), Text("丢失或拾到的物品", "the thing"), _LOST),
    Key(
        "item_type",
        ("物品类别",),
        Choice({type: category.name for type, category in ITEM_TYPES.items()}),
        Text("寻物、招领的物品是哪一类；不写归其他", "lost and found things: the sort; else other"),
        _LOST,
    ),
    Key("lost_on", ("遗失日期",), Day(), Text("哪天丢失或拾到", "day it was lost or found"), _LOST),
    Key(
        "lost_where",
        ("遗失地点",),
        Words(most=60),
        Text("在哪里丢失或拾到", "where it was lost or found"),
        _LOST,
    ),
    Key(
        "claim_by",
        ("认领期限",),
        Day(),
        Text("招领默认一年", "found things: one year by default"),
        _LOST,
    ),
    Key(
        "resolved", ("了结",), _RESOLVED, Text("已找到或已领回", "found again or given back"), _LOST
    ),
    Key(
        "contacts",
        ("联系方式",),
        Many(_CONTACT),
        Text("办公电话；私人号码要 public: true", "office lines; a private number needs public"),
        _ANNOUNCED,
    ),
    Key("insertions", ("刊登",), Many(_INSERTION), Text("各次见报", "printed repeats"), _ANNOUNCED),
    Key("version", ("版本",), Whole(least=1), Text("第几版", "number of the version"), _ANNOUNCED),
    Key(
        "supersedes",
        ("取代",),
        _ID,
        Text("取代哪一则公告", "the announcement it takes the place of"),
        _ANNOUNCED,
    ),
    Key(
        "corrects",
        ("更正对象",),
        _ID,
        Text("更正哪一则公告", "the announcement it corrects"),
        _ANNOUNCED,
    ),
    Key(
        "withdrawn",
        ("撤回说明",),
        _WITHDRAWAL,
        Text("status: withdrawn 时必填", "needed with status: withdrawn"),
        _ALL,
    ),
    Key("related", ("相关",), Many(Words()), Text("相关稿件的路径或编号", "paths or ids"), _ALL),
    Key("series", ("系列",), Words(most=40), Text("同一系列的名称", "name of a series"), _ALL),
    Key(
        "aliases",
        ("旧网址",),
        _ALIASES,
        Text("仍要有效的旧网址", "old URLs that stay alive"),
        _ALL,
    ),
    Key(
        "keywords",
        ("关键词",),
        Many(Words(most=30)),
        Text("给检索用的词", "words for search"),
        _ALL,
    ),
    Key(
        "origin",
        ("来源类型",),
        Choice(
            {
                Origin.OWN: Text("自采", "own"),
                Origin.SUPPLIED: Text("来稿", "supplied"),
                Origin.REPOST: Text("转载", "repost"),
            }
        ),
        Text("转载要写下面四个键", "a repost must give the next four"),
        _REPORT,
    ),
    Key(
        "source",
        ("来源",),
        Words(most=40),
        Text("原发媒体", "who published it first"),
        _REPORT,
        attribute="source_name",
    ),
    Key(
        "original_title", ("原标题",), Words(most=80), Text("原标题", "the original title"), _REPORT
    ),
    Key("original_url", ("原网址",), _URL, Text("原网址", "the original address"), _REPORT),
    Key(
        "editor", ("责任编辑",), Words(most=30), Text("责任编辑", "the editor's real name"), _REPORT
    ),
    Key(
        "ai",
        ("人工智能",),
        Choice(
            {
                AiUse.NONE: Text("未使用", "none"),
                AiUse.ASSISTED: Text("辅助", "assisted"),
                AiUse.GENERATED: Text("生成", "generated"),
            }
        ),
        Text("会告诉读者", "the reader is told"),
        _REPORT,
    ),
    Key(
        "corrections",
        ("更正",),
        Many(_CORRECTION),
        Text("显示在文前，并列入更正页", "shown above the text and at /corrections/"),
        _ALL,
    ),
    Key(
        "redactions",
        ("隐去",),
        Many(_REDACTION),
        Text("在各版中都换成█，并告诉读者", "shown as █ in every version, with the reason"),
        _ANNOUNCED,
    ),
    Key(
        "privacy",
        ("隐私",),
        _PRIVACY,
        Text("未成年人等的处理", "what was done for those named"),
        _ALL,
    ),
)
"""Keys of articles, in the order in which the reference lists them."""

CATEGORY, PERSON, ORDINARY = "category", "person", "page"
"""Kinds of file that are no articles."""

_SUMMARY = Text("一两句介绍", "one or two sentences")

CATEGORY_KEYS: tuple[Key, ...] = (
    Key("name", ("名称",), Words(most=20), Text("栏目名", "its name"), required=kinds(CATEGORY)),
    Key("order", ("顺序",), Whole(), Text("小的在前", "smaller first")),
    Key("summary", ("摘要",), Words(most=120), _SUMMARY),
)
"""Keys of categories/<slug>.md."""

PERSON_KEYS: tuple[Key, ...] = (
    Key("name", ("姓名",), Words(most=30), Text("姓名", "the name"), required=kinds(PERSON)),
    Key("role", ("身份",), Words(most=20), Text("身份", "what the person does")),
    Key("affiliation", ("单位",), Words(most=40), Text("单位", "where the person works")),
    Key("summary", ("摘要",), Words(most=120), _SUMMARY),
)
"""Keys of people/<slug>.md."""

ORDINARY_KEYS: tuple[Key, ...] = (
    Key("title", ("标题",), Words(most=60), Text("标题", "title"), required=kinds(ORDINARY)),
    Key("summary", ("摘要",), Words(most=120), _SUMMARY),
    Key("aliases", ("旧网址",), _ALIASES, Text("旧网址", "old URLs")),
)
"""Keys of every other page."""

FRONT_KEYS: tuple[Key, ...] = (
    *ORDINARY_KEYS,
    Key(
        "front",
        ("首页",),
        Many(PlacementForm()),
        Text("首页先放哪几篇", "what stands on the front page first"),
    ),
)
"""Keys of index.md."""


@cache
def keys_of(kind: Kind) -> tuple[Key, ...]:
    """The keys that may stand in a kind of article."""
    return tuple(key for key in KEYS if kind in key.kinds)


def json_schema() -> JsonSchema:
    """The front matter of all three kinds as one JSON Schema (2020-12)."""
    definitions: dict[str, Any] = {
        kind.value: object_schema(
            keys_of(kind), [key.name for key in keys_of(kind) if kind in key.required]
        )
        for kind in Kind
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Linli front matter",
        "$defs": definitions,
        "anyOf": [{"$ref": f"#/$defs/{kind.value}"} for kind in Kind],
    }
