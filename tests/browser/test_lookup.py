# SPDX-License-Identifier: MIT
"""The look-up as a clerk meets it: what is typed is found, what is not there is plainly said."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
from finding import ask, barriers, said, settle, urls
from playwright.sync_api import Browser, Page, Route, expect
from served import opened, served

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))

from registry import Registry

from linli.newsroom.lookup import Record, name_key, number_key
from linli.pages.lookup import index, terms
from linli.pages.lookup.answers import Lookup, Question

pytestmark = pytest.mark.browser

SEED = "lost/2022/L-2022-0001/"


def look_up(page: Page, address: str, text: str, **among: str) -> None:
    ask(page, f"{address}lookup/", text, **among)


# The portal


@pytest.mark.parametrize(
    "spelling",
    [
        *(
            "n2510116mf1516847y",
            "N2510116 MF1516847Y",
            "Ｎ２５１０１１６ＭＦ１５１６８４７Ｙ",
            "J65101555",
        ),
        *("012305", "机场路社区", "西航港分理处"),
    ],
)
def test_the_seed_notice_is_found_in_every_spelling(
    chromium: Browser, address: str, spelling: str
) -> None:
    with opened(chromium) as page:
        look_up(page, address, spelling)
        assert SEED in urls(page)
        assert page.locator(".nr-answer mark").count() >= 1


def test_a_question_is_typed_and_kept_in_the_address_and_back_leads_to_the_one_before(
    chromium: Browser, address: str
) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}lookup/")
        settle(page)
        field = page.get_by_label("号码的全部")
        field.fill("J65101555")
        page.get_by_role("button", name="查", exact=True).click()
        expect(page.locator(f"a[href$='{SEED}']")).to_have_count(1)
        assert page.url == f"{address}lookup/?q=J65101555"
        field.fill("99999999")
        field.press("Enter")
        expect(page.locator("[role=status]")).to_have_text("没有找到“99999999”。")
        assert urls(page) == []
        page.go_back()
        expect(page.locator(f"a[href$='{SEED}']")).to_have_count(1)
        assert field.input_value() == "J65101555"
        page.go_back()
        expect(page.locator("[role=status]")).to_have_text("")
        assert urls(page) == []
        page.go_forward()
        expect(page.locator(f"a[href$='{SEED}']")).to_have_count(1)


def test_nothing_found_says_what_that_means_and_what_not(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        look_up(page, address, "不存在的商行")
        assert said(page) == "没有找到“不存在的商行”。"
        expect(page.get_by_role("heading", name="这说明什么")).to_be_visible()
        meaning = page.locator("#lookup-nothing").inner_text()
        assert "不说明证件有效，也不说明别的报纸没有登过" in meaning
        assert "个人证件号码在公告里已遮盖" in meaning
        assert not page.locator("#lookup-more").is_visible()
        look_up(page, address, "J65101555")
        assert not page.locator("#lookup-nothing").is_visible()


@pytest.mark.parametrize("text", ["123", "王", "３４５"])
def test_too_short_a_question_is_told_so(chromium: Browser, address: str, text: str) -> None:
    asked: list[str] = []
    with opened(chromium) as page:
        page.on("request", lambda request: asked.append(request.url))
        look_up(page, address, text)
        assert said(page) == "请至少输入号码的四位，或者名称的两个字。"
        assert not page.locator("#lookup-nothing").is_visible()
    assert [url for url in asked if "/leaves/" in url] == []


def test_markup_in_a_question_stays_text(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        look_up(page, address, "<img src=x onerror=alert(1)>示例")
        assert "<img src=x onerror=alert(1)>示例" in said(page)
        assert page.locator("[role=status] img").count() == 0


def test_a_filter_narrows_the_answers_at_once(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        look_up(page, address, "机场路社区")
        page.locator("summary").filter(has_text="只查某一类").click()
        page.get_by_label("类型", exact=True).select_option("4004")
        page.wait_for_url("**/lookup/?q=*&code=4004")
        settle(page)
        assert SEED in urls(page)
        assert all(url.startswith("lost/") for url in urls(page))
        page.get_by_label("年份", exact=True).select_option("2026")
        page.wait_for_url("**code=4004&year=2026")
        settle(page)
        assert SEED not in urls(page)
        # Whoever comes by such an address sees what the answers are narrowed to.
        look_up(page, address, "机场路社区", code="4004", year="2022")
        assert SEED in urls(page)
        expect(page.get_by_label("年份", exact=True)).to_be_visible()


def test_the_form_of_the_front_page_leads_to_the_answer(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(address)
        page.locator("form[role=search] input[name=q]").first.fill("j6510 155527401")
        page.keyboard.press("Enter")
        page.wait_for_url("**/lookup/?q=*")
        settle(page)
        assert urls(page)[:1] == [SEED]


def test_a_keyboard_is_enough(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}lookup/")
        settle(page)
        page.locator("#lookup").focus()
        page.keyboard.type("J65101555")
        page.keyboard.press("Enter")
        expect(page.locator(f"a[href$='{SEED}']")).to_have_count(1)
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.nr-answer a')"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{SEED}")


@pytest.mark.validator
@pytest.mark.parametrize("view", ["light", "dark", "elder"])
@pytest.mark.parametrize("text", ["机场路社区", "99999999"])
def test_axe_finds_no_barrier_in_answers(
    chromium: Browser, address: str, view: str, text: str
) -> None:
    scheme: Any = "dark" if view == "dark" else "light"
    with opened(chromium, color_scheme=scheme, bypass_csp=True) as page:
        elder = {"elder": "1"} if view == "elder" else {}
        look_up(page, address, text, **elder)
        assert barriers(page) == []


@pytest.mark.parametrize("elder", ["0", "1"])
def test_answers_do_not_scroll_sideways_on_the_smallest_phone(
    chromium: Browser, address: str, elder: str
) -> None:
    with opened(chromium, 320) as page:
        for text in ("机场路社区", "J6510155527401", "9" * 80, "没有这样的" * 16):
            look_up(page, address, text, elder=elder)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, text


def test_without_a_script_the_archive_is_there_and_the_page_says_so(
    chromium: Browser, address: str
) -> None:
    with opened(chromium, java_script_enabled=False) as page:
        page.goto(f"{address}lookup/?q={quote('机场路社区')}")
        expect(page.get_by_text("这台设备没有开脚本")).to_be_visible()
        page.get_by_role("link", name="2022年", exact=True).click()
        page.get_by_role("link", name="遗失公告").click()
        assert page.url == f"{address}{SEED}"
    with opened(chromium) as page:
        page.goto(f"{address}lookup/")
        expect(page.get_by_text("这台设备没有开脚本")).not_to_be_visible()


# A larger archive, with leaves as small as in one of many years


class Archive(NamedTuple):
    address: str
    folder: Path
    records: tuple[Record, ...]


@pytest.fixture(scope="session")
def archive(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    site = tmp_path_factory.mktemp("archive") / "site"
    shutil.copytree(folder, site)
    shutil.rmtree(site / "lookup" / "leaves")
    page = (site / "lookup" / "index.html").read_text(encoding="utf-8")
    offered = {
        name: re.findall(r'<option value="([^"]+)"', part)
        for name, part in re.findall(
            r'(?s)<select id="lookup-\w+" name="(\w+)">(.*?)</select>', page
        )
    }
    rng = Random("archive")
    records = tuple(
        record._replace(
            day=record.day.replace(
                year=int(rng.choice(offered["year"])), day=record.day.day % 28 + 1
            ),
            code=rng.choice(offered["code"]),
            places=(rng.choice(offered["place"]),),
        )
        for record in Registry().records(3_000)
    )
    with pytest.MonkeyPatch.context() as small:
        small.setattr(index, "LIMIT", 40)
        small.setattr(index, "A_DAY", 10)
        small.setattr(terms, "LIMIT", 80)
        small.setattr(terms, "COMMON", 40)
        for file in index.build(records):
            (site / file.path).parent.mkdir(parents=True, exist_ok=True)
            (site / file.path).write_bytes(file.data)
    with served(site) as url:
        yield Archive(url, site, records)


def questions(records: tuple[Record, ...]) -> Iterator[Question]:
    rng = Random("questions")

    def some() -> Record:
        return rng.choice(records)

    def number() -> str:
        return rng.choice([one for one in some().numbers if len(one) > 7])

    for _ in range(5):
        name = max(some().names, key=len)
        start = rng.randint(0, max(0, len(name) - 4))
        key = number_key(number())
        yield Question(number())
        yield Question(number().lower().replace("-", " "))
        yield Question(key[:6])
        yield Question(key[-6:])
        yield Question(key[1:8])
        yield Question(key[3:9])
        yield Question(name)
        yield Question(name[start : start + 2])
        yield Question(name[start : start + 4])
        yield Question(f"{name[-6:-3]} {name[:3]}")
        yield Question(name[-4:], code=some().code)
        yield Question(name[-4:], place=some().places[0])
        yield Question(name[-4:], code=some().code, place=some().places[0], year=some().day.year)
        yield Question(key[:5], year=some().day.year)
        yield Question("".join(rng.choices("0123456789", k=11)))
        yield Question("".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(4)))
    yield Question("Sample")
    yield Question("co., ltd.")
    yield Question("L-2026")


MOST = 24
"""Answers that are compared; some questions have a thousand."""


@pytest.mark.parametrize("half", [0, 1])
def test_the_page_answers_as_python_does_in_the_same_order(
    chromium: Browser, archive: Archive, half: int
) -> None:
    def fetch(path: str) -> str | None:
        file = archive.folder / path
        return file.read_text(encoding="utf-8") if file.is_file() else None

    found_any = 0
    with opened(chromium) as page:
        page.goto(f"{archive.address}lookup/")
        words = page.evaluate(
            "JSON.parse(document.querySelector('form[data-words]').dataset.words)"
        )
        for question in list(questions(archive.records))[half::2]:
            wanted: list[tuple[str, str, str]] = []
            for found in Lookup(fetch).ask(question):
                if found is not None:
                    wanted.append((found.record.url, words["how"][found.how], found.matched))
                if len(wanted) == MOST:
                    break
            among = {"code": question.code, "place": question.place, "year": question.year or ""}
            given = {name: str(value) for name, value in among.items() if value}
            look_up(page, archive.address, question.text, **given)
            more = page.locator("#lookup-more")
            while len(urls(page)) < MOST and more.is_visible():
                more.click()
                settle(page)
            shown = page.locator(".nr-answer").evaluate_all(
                """all => all.map(one => [
                  new URL(one.querySelector('a').href).pathname.slice(1),
                  one.querySelector('.nr-answer__how').textContent,
                  one.querySelector('.nr-answer__match').children[1].textContent])"""
            )
            assert [tuple(one) for one in shown[:MOST]] == wanted, question
            found_any += bool(wanted)
    assert found_any > 25


def test_more_answers_are_shown_when_they_are_asked_for(
    chromium: Browser, archive: Archive
) -> None:
    with opened(chromium) as page:
        look_up(page, archive.address, "有限公司")
        # Eight, or fewer where these lie in many files.
        shown = urls(page)
        assert 1 < len(shown) <= 8
        assert said(page) == f"已列出{len(shown)}则，可能还有。"
        page.get_by_role("button", name="再往前找").click()
        settle(page)
        following = urls(page)
        assert following[: len(shown)] == shown
        assert len(shown) < len({*following}) == len(following) <= len(shown) + 8
        assert said(page) == f"已列出{len(following)}则，可能还有。"


def test_after_a_whole_number_a_reader_is_asked_whether_to_go_on(
    chromium: Browser, archive: Archive
) -> None:
    asked: list[str] = []
    record = next(one for one in archive.records if len(one.numbers[-1]) > 14)
    with opened(chromium) as page:
        page.on("request", lambda request: asked.append(request.url))
        look_up(page, archive.address, record.numbers[-1])
        assert urls(page) == [record.url]
        leaves = [url for url in asked if "/leaves/" in url]
        # The list, the leaf, the day; one more where the day is a long one.
        assert 3 <= len(leaves) <= 4
        page.get_by_role("button", name="再找相近的").click()
        settle(page)
        assert urls(page) == [record.url]
        assert said(page) == "找到1则公告。"
        assert not page.locator("#lookup-more").is_visible()


def test_a_network_that_fails_is_told_and_tried_again(chromium: Browser, archive: Archive) -> None:
    record = archive.records[0]
    with opened(chromium) as page:
        page.route("**/leaves/**", lambda route: route.abort())
        look_up(page, archive.address, record.numbers[-1])
        assert said(page) == "没有查完：网络不通，或者服务器没有应答。"
        assert not page.locator("#lookup-nothing").is_visible()
        page.unroute("**/leaves/**")
        page.get_by_role("button", name="再试一次").click()
        expect(page.locator(f"a[href$='{record.url}']")).to_have_count(1)


def test_a_server_that_breaks_down_halfway_never_says_that_nothing_is_there(
    chromium: Browser, archive: Archive
) -> None:
    record = archive.records[0]
    with opened(chromium) as page:
        page.route("**/leaves/records/**", lambda route: route.fulfill(status=503))
        look_up(page, archive.address, record.numbers[-1])
        assert said(page) == "没有查完：网络不通，或者服务器没有应答。"
        assert urls(page) == []


def test_a_leaf_that_was_cut_since_its_list_was_kept_is_found_anew(
    chromium: Browser, archive: Archive
) -> None:
    record = archive.records[0]
    asked: list[str] = []

    def gone_at_first(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=404)
        else:
            route.continue_()

    lists: list[str] = []
    with opened(chromium) as page:
        page.route("**/leaves/numbers/*", gone_at_first)
        page.on(
            "request",
            lambda request: (
                lists.append(request.url) if request.url.endswith("leaves/numbers.txt") else None
            ),
        )
        look_up(page, archive.address, record.numbers[-1])
        expect(page.locator(f"a[href$='{record.url}']")).to_have_count(1)
    assert len(asked) == 2
    assert len(lists) == 2


def test_a_slow_answer_to_an_old_question_is_not_shown(chromium: Browser, archive: Archive) -> None:
    first, second = archive.records[0], archive.records[1]
    with opened(chromium) as page:
        held: list[Route] = []

        def slow_at_first(route: Route) -> None:
            held.append(route) if not held else route.continue_()

        page.goto(f"{archive.address}lookup/")
        settle(page)
        page.route("**/leaves/records/**", slow_at_first)
        page.locator("#lookup").fill(first.numbers[-1])
        with page.expect_request("**/leaves/records/**"):
            page.locator("#lookup").press("Enter")
        expect(page.locator("[role=status]")).to_have_text("正在查……")
        page.locator("#lookup").fill(second.numbers[-1])
        page.locator("#lookup").press("Enter")
        expect(page.locator(f"a[href$='{second.url}']")).to_have_count(1)
        with page.expect_response("**/leaves/records/**"):
            held[0].continue_()
        settle(page)
        assert urls(page)[0] == second.url
        assert first.url not in urls(page)


def test_a_name_of_the_registry_is_found_by_its_parts(chromium: Browser, archive: Archive) -> None:
    record = next(one for one in archive.records if len(one.names[0]) > 12)
    name = name_key(record.names[0])
    with opened(chromium) as page:
        look_up(page, archive.address, name)
        assert record.url in urls(page)
        assert page.locator(".nr-answer mark").first.inner_text() == record.names[0]
