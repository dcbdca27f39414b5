# SPDX-License-Identifier: MIT
"""The front page: what an editor puts there, what follows, and how it looks on a small site."""

from __future__ import annotations

import re

import pytest
from sites import CONFIG, Built, Site

pytestmark = pytest.mark.site

CATEGORY = "-- content/categories/news.md --\n---\nname: 社区治理\n---\n"
PLACES = "-- content/places.yml --\n- {name: 新津区, slug: xinjin}\n"


def report(slug: str, day: int, more: str = "") -> str:
    return (
        f"-- content/reports/2026/{slug}.md --\n---\ntitle: 报道{slug}\ndate: 2026-11-{day:02}\n"
        f"category: news\nbylines: [本报记者 李玥林]\n{more}---\n街坊都说好。\n"
    )


def notice(number: int, more: str = "") -> str:
    id = f"N-2026-{number:04}"
    return (
        f"-- content/notices/2026/{id}.md --\n---\nid: {id}\ncode: 1003\ntitle: 告示{number}\n"
        "date: 2026-11-01\nplaces: [新津区]\nissuer: {name: 居委会}\n"
        f"{more}---\n请来参加。\n"
    )


REPORTS = "".join(report(slug, day) for day, slug in enumerate("abcdef", 1))
BASE = CATEGORY + PLACES + REPORTS


def by_hand(front: str) -> str:
    return f"-- content/index.md --\n---\ntitle: 首页\nfront:\n{front}---\n"


def above(built: Built) -> list[str]:
    """What leads and what stands beside it."""
    main = re.sub(r"(?s)<section class=\"nr-board\".*?</section>", "", built.main(""))
    main = main.partition('<div class="nr-columns">')[0]
    return re.findall(r'nr-item__headline"><a [^>]*>(.*?)</a>', main)


def test_an_editor_s_order_goes_before_prominence_and_age(site: Site) -> None:
    built = site(BASE + notice(1) + by_hand("  - reports/2026/b.md\n  - N-2026-0001\n"))
    assert above(built) == ["报道b", "告示1", "报道f", "报道e"]
    columns = built.main("").partition('<div class="nr-columns">')[2]
    assert "报道d" in columns
    assert "报道b" not in columns
    assert built.said == []


def test_what_was_put_there_until_yesterday_is_gone_and_its_editor_hears_of_it(site: Site) -> None:
    front = by_hand("  - {piece: reports/2026/a.md, until: 2026-11-25}\n")
    assert above(site(BASE + front, "2026-11-25 23:00"))[0] == "报道a"
    later = site(BASE + front, "2026-11-26 00:00")
    assert above(later) == ["报道f", "报道e", "报道d", "报道c"]
    assert [line.partition(": ")[0] for line in later.said] == ["content/index.md:4"]


def test_an_expired_notice_is_never_there_not_even_by_hand(site: Site) -> None:
    text = BASE + notice(1, "expires: 2026-11-24\n") + by_hand("  - N-2026-0001\n")
    built = site(text)
    assert "告示1" not in built.main("")
    assert "front-expired" in built.said[0]


def test_more_than_there_is_room_for_waits(site: Site) -> None:
    front = by_hand("".join(f"  - reports/2026/{slug}.md\n" for slug in "abcde"))
    built = site(BASE + front)
    assert above(built) == ["报道a", "报道b", "报道c", "报道d"]
    assert "front-full" in built.said[0]


def test_a_lead_of_last_month_leads_no_more(site: Site) -> None:
    text = BASE + report("z", 1, "prominence: lead\nweight: 9\n")
    assert above(site(text, "2026-11-07 12:00"))[0] == "报道z"
    # Then it is a featured story: before all others, and so it still stands first.
    assert above(site(text, "2026-11-14 12:00"))[0] == "报道z"
    assert above(site(text, "2026-11-15 12:00"))[0] == "报道f"


@pytest.mark.parametrize("left_out", ["announcements", "categories", "feeds", "photos"])
def test_a_front_page_stands_without_any_of_the_plugins(site: Site, left_out: str) -> None:
    config = CONFIG.replace(f"  - linli/{left_out}\n", "")
    built = site(BASE + notice(1) + by_hand("  - N-2026-0001\n") + f"-- mkdocs.yml --\n{config}")
    assert above(built)[:2] == ["告示1", "报道f"]
    links = re.findall(r'href="([^"#?]+)"', built.main(""))
    assert [link for link in links if not link.startswith("http") and not built.has(link)] == []


def test_one_report_leads_alone_and_is_told_once(site: Site) -> None:
    built = site(CATEGORY + PLACES + report("a", 1))
    assert above(built) == ["报道a"]
    assert built.main("").count("报道a") == 1
    assert "nr-second" not in built.main("")
    assert "nr-columns" not in built.main("")


def test_a_paper_without_a_piece_says_so(site: Site) -> None:
    built = site("")
    assert above(built) == []
    assert "nr-empty" in built.main("")
