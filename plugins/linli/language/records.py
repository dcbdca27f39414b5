# SPDX-License-Identifier: MIT
"""What each key of the open data means, for the schema and for the page that explains it."""

from __future__ import annotations

from linli.language.languages import Text

MEANINGS: dict[str, Text] = {
    "id": Text("公告编号", "Notice number"),
    "uri": Text("网址", "Web address of the notice"),
    "version": Text("版本", "Version, from 1"),
    "status": Text("刊登或撤回", "published or withdrawn"),
    "kind": Text("公告或遗失招领", "notice or lost"),
    "code": Text("类型代码，见 codes.json", "Code of the type; see codes.json"),
    "codeName": Text("类型", "Name of the type"),
    "headline": Text("标题", "Headline"),
    "datePublished": Text("首次刊登日期", "Day of first publication"),
    "dateModified": Text("最后变动日期", "Day of the last change"),
    "validFrom": Text("起始日期", "First day on which it asks something of a reader"),
    "validThrough": Text(
        "截止日期，空着表示没有截止；当天的状态由日期推算，数据里不写",
        "Last day; none means no end. The state of a day follows from the dates and is not stored",
    ),
    "legalBasis": Text("法定期限的依据", "Legal basis of the term"),
    "places": Text("地点，从区写到社区", "Places, from the district down"),
    "issuer": Text("发布单位", "Who gives notice"),
    "department": Text("部门", "Department"),
    "holder": Text("遗失人或招领单位", "Whose it was, or who found it"),
    "uscc": Text("统一社会信用代码", "Credit code of the organisation"),
    "documents": Text("证件", "Documents"),
    "numbers": Text(
        "证件号码，与网页所示相同，隐去的仍隐去",
        "Numbers of the documents as the page shows them; what is masked there is masked here",
    ),
    "item": Text("物品", "Thing"),
    "itemType": Text("物品类别，只有寻物和招领有", "Category of a lost or found thing"),
    "lostOn": Text("遗失或拾到日期", "Day on which it was lost or found"),
    "lostWhere": Text("遗失或拾到地点", "Where it was lost or found"),
    "claimBy": Text("公告写明的认领期限", "Last day for a claim, where the notice names one"),
    "resolved": Text("已了结的日期和结果", "When and how it was settled"),
    "effectiveFrom": Text("生效日期", "Day on which it takes effect"),
    "deadline": Text("公告写明的截止日期", "Deadline that the notice names"),
    "expires": Text("公告期至", "On the board until"),
    "contacts": Text("联系电话", "Where to ask"),
    "edition": Text("见报：日期、期、版", "In print: day, issue, page"),
    "insertions": Text("再次刊登", "Printed again"),
    "corrections": Text("更正说明", "Corrections"),
    "supersedes": Text("取代的公告编号", "Number of the notice whose place it takes"),
    "corrects": Text("更正的公告编号", "Number of the notice it corrects"),
    "sample": Text("示例内容", "Invented, to show what a notice looks like"),
    "sha256": Text("正文指纹，即 canonical.txt 的 SHA-256", "SHA-256 of its canonical.txt"),
    "text": Text("正文，段落之间空一行", "The text, a blank line between paragraphs"),
    "withdrawn": Text("撤回的日期和原因", "When and why it was withdrawn"),
}
"""The keys in the order in which a record has them."""
