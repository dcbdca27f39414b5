# SPDX-License-Identifier: MIT
"""The types of announcement: names, required keys, legal clock, expiry; all of it data.

Sources of the clocks: 公司法 2023 §§220-224 (merger, division, capital reduction: claims within
45 days of publication) and §235 (liquidation: 45 days); 民事诉讼法 2023 §95 (service by
publication: 30 days) and §230 (公示催告: not less than 60 days); 民法典 §318 (found property: one
year from the notice).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from linli.language.languages import Text
from linli.newsroom.documents import DocumentType, Need, NumberRule, types_of


class Kind(StrEnum):
    """What a piece is; the folder it lies in decides."""

    REPORT = "report"
    NOTICE = "notice"
    LOST = "lost"

    @property
    def folder(self) -> str:
        return {"report": "reports", "notice": "notices", "lost": "lost"}[self.value]

    @property
    def is_announcement(self) -> bool:
        return self is not Kind.REPORT


@dataclass(frozen=True, slots=True)
class Clock:
    """A term that the law sets, counted from the day after publication (民法典 §201)."""

    basis: Text
    meaning: Text
    """What may be done until its last day, and by whom, or what happens after it."""
    days: int = 0
    years: int = 0
    at_least: bool = False
    """The law sets the shortest term only; the announcement itself names the day."""

    def ends(self, published: date) -> date:
        """The last day of the term: published 2024-07-01, 45 days, ends 2024-08-15.

        A term in years ends on the day of the same date; where that month has no such day, on
        the month's last (民法典 §202).
        """
        year = published.year + self.years
        leapless = (published.month, published.day) == (2, 29) and self.years
        start = published.replace(year=year, day=28 if leapless else published.day)
        return start + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class AnnouncementCode:
    """One type of announcement."""

    code: str
    name: Text
    kind: Kind
    required: tuple[str, ...] = ()
    """Keys this type needs beyond those its kind needs."""
    clock: Clock | None = None
    phrase: str = ""
    """Words the text must hold for the announcement to have its effect."""
    expires_after: int | None = None
    """Days after publication on which it closes where it names no day itself."""

    @property
    def documents(self) -> tuple[DocumentType, ...]:
        """The sorts of document that are declared void under it."""
        return types_of(self.code)

    @property
    def numbers(self) -> tuple[NumberRule, ...]:
        """The numbers that a document of it must bear."""
        rules = (rule for sort in self.documents for rule in sort.numbers)
        return tuple(rule for rule in rules if rule.need is Need.REQUIRED)

    @property
    def group(self) -> str:
        """The first two digits and zeros: 4000 for 4004."""
        return self.code[:2] + "00"

    @property
    def is_void_declaration(self) -> bool:
        """遗失声明: what is declared void stays void, so it never closes."""
        return self.group == "4000"


def _found_property() -> Clock:
    return Clock(
        Text("《民法典》第三百一十八条", "Civil Code, article 318"),
        Text(
            "自发布招领公告之日起一年内无人认领的，归国家所有。",
            "What nobody claims within one year of the notice belongs to the state.",
        ),
        years=1,
    )


def _company_law(article: Text, meaning: Text) -> Clock:
    return Clock(
        Text(f"《公司法》{article.zh}", f"Company Law (2023), {article.en}"), meaning, days=45
    )


def _lost(code: str, zh: str, en: str) -> AnnouncementCode:
    return AnnouncementCode(
        code,
        Text(zh, en),
        Kind.LOST,
        required=("documents",),
        phrase="声明作废",
    )


GROUPS: dict[str, Text] = {
    "1000": Text("社区通知", "Community notices"),
    "2000": Text("公示", "Public disclosure"),
    "3000": Text("法定公告", "Statutory notices"),
    "4000": Text("遗失声明", "Lost and void documents"),
    "4100": Text("寻物启事", "Lost things"),
    "4200": Text("招领启事", "Found things"),
    "9000": Text("更正与撤回", "Corrections and withdrawals"),
}
"""Names of the groups of codes, by their first two digits."""

_COMMUNITY = 30
"""A community notice that names no day concerns the weeks after it."""

CODES: dict[str, AnnouncementCode] = {
    entry.code: entry
    for entry in (
        AnnouncementCode(
            "1001",
            Text("停水停电停气", "Water, power or gas cut"),
            Kind.NOTICE,
            required=("effective_from",),
            expires_after=_COMMUNITY,
        ),
        AnnouncementCode(
            "1002", Text("施工", "Building works"), Kind.NOTICE, expires_after=_COMMUNITY
        ),
        AnnouncementCode(
            "1003", Text("活动招募", "Call for participants"), Kind.NOTICE, expires_after=_COMMUNITY
        ),
        AnnouncementCode(
            "1004", Text("办事服务", "Office services"), Kind.NOTICE, expires_after=_COMMUNITY
        ),
        AnnouncementCode(
            "2001",
            Text("资金补助", "Funds and subsidies"),
            Kind.NOTICE,
            required=("deadline",),
        ),
        AnnouncementCode(
            "2002", Text("评选", "Selection of candidates"), Kind.NOTICE, required=("deadline",)
        ),
        AnnouncementCode("2003", Text("采购", "Procurement"), Kind.NOTICE, required=("deadline",)),
        AnnouncementCode(
            "3001",
            Text("减资", "Capital reduction"),
            Kind.NOTICE,
            clock=_company_law(
                Text("第二百二十四条", "article 224"),
                Text(
                    "债权人接到通知的，自接到之日起三十日内，未接到的，自公告之日起四十五日内，"
                    "有权要求公司清偿债务或者提供担保。",
                    "Creditors who were notified have 30 days from receipt, all others 45 days "
                    "from this notice, to ask the company to pay its debts or give security.",
                ),
            ),
        ),
        AnnouncementCode(
            "3002",
            Text("合并分立", "Merger or division"),
            Kind.NOTICE,
            clock=_company_law(
                Text("第二百二十条、第二百二十二条", "articles 220 and 222"),
                # Article 222 wants a division published and gives no term; by 223 the companies
                # that come of it answer together for what was owed before.
                Text(
                    "合并的，债权人接到通知的，自接到之日起三十日内，未接到的，自公告之日起四十五日内，"
                    "可以要求清偿债务或者提供担保。分立的，分立前的债务由分立后的公司承担连带责任。",
                    "On a merger, creditors who were notified have 30 days from receipt, all "
                    "others 45 days from this notice, to ask for payment or security. After a "
                    "division the companies answer together for earlier debts.",
                ),
            ),
        ),
        AnnouncementCode(
            "3003",
            Text("清算", "Liquidation"),
            Kind.NOTICE,
            clock=_company_law(
                Text("第二百三十五条", "article 235"),
                Text(
                    "债权人接到通知的，自接到之日起三十日内，未接到的，自公告之日起四十五日内，"
                    "向清算组申报债权。",
                    "Creditors who were notified have 30 days from receipt, all others 45 days "
                    "from this notice, to file their claims with the liquidators.",
                ),
            ),
        ),
        AnnouncementCode(
            "3004",
            Text("公告送达", "Service by publication"),
            Kind.NOTICE,
            clock=Clock(
                Text("《民事诉讼法》第九十五条", "Civil Procedure Law (2023), article 95"),
                Text(
                    "自发出公告之日起，经过三十日，即视为送达。",
                    "Thirty days after this notice the papers count as served.",
                ),
                days=30,
            ),
        ),
        AnnouncementCode(
            "3005",
            Text("公示催告", "Public summons to claim"),
            Kind.NOTICE,
            required=("deadline",),
            clock=Clock(
                Text("《民事诉讼法》第二百三十条", "Civil Procedure Law (2023), article 230"),
                Text(
                    "利害关系人应在公示催告期间向法院申报权利；期间由法院决定，不少于六十日。",
                    "Whoever has a right must file it with the court within the term, which the "
                    "court sets at no less than 60 days.",
                ),
                days=60,
                at_least=True,
            ),
        ),
        _lost("4001", "身份证件", "Identity papers"),
        _lost("4002", "营业执照", "Business licence"),
        _lost("4003", "公章", "Official seal"),
        _lost("4004", "银行开户许可证", "Bank account permit"),
        _lost("4005", "发票票据", "Invoices and receipts"),
        _lost("4006", "权属证书", "Title deeds"),
        _lost("4007", "学历资格证", "Diplomas and certificates"),
        _lost("4008", "出生医学证明", "Birth certificate"),
        _lost("4009", "车辆证件", "Vehicle papers"),
        _lost("4099", "其他", "Other documents"),
        AnnouncementCode(
            "4101",
            Text("寻物", "Lost thing"),
            Kind.LOST,
            required=("item", "lost_on", "lost_where"),
            expires_after=180,
        ),
        AnnouncementCode(
            "4201",
            Text("招领", "Found thing"),
            Kind.LOST,
            required=("item", "lost_where"),
            clock=_found_property(),
        ),
        AnnouncementCode("9001", Text("更正", "Correction"), Kind.NOTICE, required=("corrects",)),
        AnnouncementCode("9002", Text("撤回", "Withdrawal"), Kind.NOTICE, required=("supersedes",)),
    )
}
"""Every type by its code, in ascending order. Codes are never reused."""
