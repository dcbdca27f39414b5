# SPDX-License-Identifier: MIT
"""The portal itself: its name, its language, its clock, and the duty items of its imprint."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from linli.language.languages import Language
from linli.newsroom.addresses import Addresses
from linli.newsroom.licences import Licence


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """What the configuration says, as a plain value."""

    name: str
    url: str = ""
    """Absolute, with a slash at the end; empty where no site_url is set."""
    description: str = ""
    language: Language = Language.ZH_HANS
    """Of the pages; what is said to editors may be in another."""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    addresses: Addresses = Addresses()
    page_size: int = 20
    tagline: str = ""
    sponsor: str = ""
    publisher: str = ""
    serial: str = ""
    supervisor: str = ""
    postal: str = ""
    price: str = ""
    founded: str = ""
    licences: tuple[Licence, ...] = ()
    news_licence: str = ""
    """互联网新闻信息服务许可证, the number alone."""
    data_licence: str = ""
    """On what terms the open data may be used; empty for Linli's own words."""

    def absolute(self, url: str) -> str:
        """The full URL of a page, or the relative one where the site has no address."""
        return f"{self.url}{url}"

    @property
    def base_path(self) -> str:
        """The path the site lies under on its host: `/` or `/paper/`."""
        _, _, rest = self.url.partition("://")
        return f"/{rest.partition('/')[2]}" if rest else "/"


@dataclass(frozen=True, slots=True)
class Clock:
    """The one instant of a build, in the portal's zone."""

    now: datetime

    @property
    def day(self) -> date:
        return self.now.date()
