# SPDX-License-Identifier: MIT
"""刊登证明: a true copy, its dates and its check sum, and room for a seal that is not there."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import segno
from crawl import Walk, containing, document
from PIL import Image
from sites import CONFIG, Built, Site
from town import ADDRESS, TOWN

pytestmark = pytest.mark.site

PROOF = "lost/2026/L-2026-0001/proof/"
PRINTED = TOWN.replace(
    "code: 1003\ntitle: 招募读书志愿者\n",
    "code: 1003\nversion: 1\ntitle: 招募读书志愿者\n"
    "edition: {date: 2026-11-20, issue: '12', page: '02', page_name: 公告}\n"
    "insertions:\n  - {date: 2026-11-21}\n"
    "  - {date: 2026-11-22, edition: {date: 2026-11-22, issue: '13', page: '04'}}\n"
    "contacts: [{desk: 居委会, phone: 028-00000000}]\nkeywords: [示例]\n"
    "corrections: [{date: 2026-11-23, kind: clarification, text: 报名到晚上八点。}]\n",
)


def test_the_check_sum_on_the_sheet_is_that_of_the_file_beside_it(town: Built) -> None:
    sheets = [path for path in town.files if path.endswith("/proof/index.html")]
    assert len(sheets) == 5
    for path in sheets:
        canonical = town.files[path.replace("proof/index.html", "canonical.txt")]
        assert hashlib.sha256(canonical).hexdigest() in town.files[path].decode()
        assert canonical.decode().startswith("linli announcement 1\nid: ")


def test_the_sheet_is_a_true_copy_of_the_page(town: Built) -> None:
    page, sheet = town.main("lost/2026/L-2026-0001/"), town.main(PROOF)
    for part in (r'<table class="nr-fields">.*?</table>', r'<div class="nr-text">.*?</div>'):
        found = re.search(part, page, re.DOTALL)
        assert found
        assert found[0] in sheet


def test_the_sheet_tells_every_day_on_which_the_notice_was_printed(site: Site) -> None:
    text = document(site(PRINTED).main("notices/2026/N-2026-0002/proof/")).text
    for words in (
        "N-2026-0002",
        "第1版",
        "1003 社区通知·活动招募",
        "新津区五津街道岷江社区",
        "2026年11月20日 第12期 02版 公告",
        "2026年11月21日",
        "2026年11月22日 第13期 04版",
        "https://paper.example/notices/2026/N-2026-0002/",
        "本站为报纸公告的网上存档，以报纸刊登的为准",
        "加盖报社公章方为有效",
        "本文是示例内容",
        "报名到晚上八点。",
        "028-00000000",
        *("盖章处", "经办人", "日期"),
    ):
        assert words in text


def test_a_page_that_is_not_recorded_is_left_to_the_newspaper(town: Built) -> None:
    assert "版次未登记，由报社填写：" in town.main(PROOF)


def test_the_sheet_shows_the_code_of_its_notice_and_no_other_picture(town: Built) -> None:
    main = town.main(PROOF)
    assert len(re.findall("<svg", main)) == 1
    assert not re.findall("<(?:img|canvas|object|picture|script)|url\\(", main)
    code = segno.make_qr(f"{ADDRESS}lost/2026/L-2026-0001/", error="m", boost_error=False, mask=2)
    assert code.error == "M"
    assert modules(main) == [[bool(one) for one in row] for row in code.matrix_iter(border=4)]


def modules(main: str) -> list[list[bool]]:
    """The black modules of the code in a page, with the white around them."""
    size = re.search(r'viewBox="0 0 (\d+) \1"', main)
    path = re.search(r'stroke="#000" d="([^"]+)"', main)
    assert size
    assert path
    rows = [[False] * int(size[1]) for _ in range(int(size[1]))]
    x, y = 0.0, 0.0
    for sign, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,](-?[\d.]+))?", path[1]):
        if sign == "h":
            for column in range(int(x), int(x + float(first))):
                rows[int(y)][column] = True
            x += float(first)
        elif sign == "m":
            x, y = x + float(first), y + float(second)
        else:
            x, y = float(first), float(second)
    return rows


def test_a_picture_in_a_notice_stays_away_from_the_sheet_but_for_its_words(
    site: Site, tmp_path: Path
) -> None:
    photo = tmp_path / "site0/content/notices/2026/form.jpg"
    photo.parent.mkdir(parents=True)
    Image.new("RGB", (640, 480), "orange").save(photo)
    picture = '请到居委会报名。\n\n![一张表](form.jpg "报名的表。"){ credit="居委会" }\n'
    built = site(TOWN.replace("请到居委会报名。\n", picture))
    assert "<img" in built.main("notices/2026/N-2026-0002/")
    sheet = built.main("notices/2026/N-2026-0002/proof/")
    assert "<img" not in sheet
    assert "报名的表。" in sheet
    assert "\n\n报名的表。 居委会\n" in built.text("notices/2026/N-2026-0002/canonical.txt")


def test_the_sheet_is_not_indexed_and_its_notice_leads_to_it(town: Built) -> None:
    assert document(town.text(PROOF)).metas["robots"] == "noindex"
    assert "proof" not in town.text("sitemaps/2026-11.xml")
    assert ("../../../lost/2026/L-2026-0001/proof/", "刊登证明", "") in document(
        town.main("lost/2026/L-2026-0001/")
    ).anchors


def test_a_withdrawn_notice_has_no_sheet(town: Built) -> None:
    below = [path for path in town.files if path.startswith("notices/2026/N-2026-0003/")]
    assert below == [
        "notices/2026/N-2026-0003/announcement.json",
        "notices/2026/N-2026-0003/index.html",
        "notices/2026/N-2026-0003/v1/index.html",
    ]


def test_what_is_masked_on_the_page_is_masked_on_the_sheet_and_in_its_text(site: Site) -> None:
    built = site(
        TOWN.replace('value: "510116600123456"}', 'value: "510116600123456", show: masked}')
    )
    assert containing(built.files, ["510116600123456"]) == []
    assert "***********3456" in built.main(PROOF)
    assert "number: 注册号 ***********3456\n" in built.text("lost/2026/L-2026-0001/canonical.txt")


@pytest.mark.parametrize("address", ["https://paper.example/", "https://host.example/paper/"])
@pytest.mark.parametrize("folders", [True, False])
def test_all_ways_to_the_sheet_and_from_it_lead_somewhere(
    site: Site, address: str, folders: bool
) -> None:
    config = CONFIG.replace("https://paper.example/", address)
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}use_directory_urls: {str(folders).lower()}\n")
    assert Walk(built.site, address).faults() == []
    sheet = f"{PROOF}index.html" if folders else "lost/2026/L-2026-0001/proof.html"
    assert f"{address}lost/2026/L-2026-0001" in built.text(sheet)


def test_a_site_without_an_address_has_sheets_without_a_code(site: Site) -> None:
    config = CONFIG.replace("site_url: https://paper.example/\n", "")
    config = config.replace("  - linli/feeds\n", "")
    main = site(f"{TOWN}-- mkdocs.yml --\n{config}").main(PROOF)
    assert "<svg" not in main
    assert "网址" not in main


def test_a_site_without_announcements_has_no_sheets(site: Site) -> None:
    config = CONFIG.replace("  - linli/announcements\n", "")
    built = site(f"{TOWN}-- mkdocs.yml --\n{config}")
    assert built.has("lost/2026/L-2026-0001/")
    assert not built.has(PROOF)
    assert "刊登证明" not in built.main("lost/2026/L-2026-0001/")


def test_the_sheet_is_the_same_bytes_a_year_later(site: Site) -> None:
    now, later = site(TOWN), site(TOWN, "2027-11-25 12:00")
    for path in (f"{PROOF}index.html", "lost/2026/L-2026-0001/canonical.txt"):
        assert now.files[path] == later.files[path]
