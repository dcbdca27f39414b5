# SPDX-License-Identifier: MIT
"""Where a page lies, in both styles of URL, and slugs that never meet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from linli.newsroom.addresses import Addresses, slugify
from linli.newsroom.portal import Portal

FOLDERS, FILES = Addresses(directory_urls=True), Addresses(directory_urls=False)


@pytest.mark.parametrize(
    ("source", "folder_url", "file_url"),
    [
        ("index.md", "", "index.html"),
        ("reports/2022/lamp.md", "reports/2022/lamp/", "reports/2022/lamp.html"),
        ("reports/2022/lamp/index.md", "reports/2022/lamp/", "reports/2022/lamp/index.html"),
        ("about/index.md", "about/", "about/index.html"),
        ("lost/2022/L-2022-0001.md", "lost/2022/L-2022-0001/", "lost/2022/L-2022-0001.html"),
        ("reports/2022/灯.md", "reports/2022/%E7%81%AF/", "reports/2022/%E7%81%AF.html"),
        ("reports/2022/a.b.md", "reports/2022/a.b/", "reports/2022/a.b.html"),
    ],
)
def test_a_file_has_one_url_in_each_style(source: str, folder_url: str, file_url: str) -> None:
    assert FOLDERS.of_source(source) == folder_url
    assert FILES.of_source(source) == file_url


@pytest.mark.parametrize(
    ("parts", "folder_url", "file_url"),
    [
        ((), "", "index.html"),
        (("topics", "路灯"), "topics/%E8%B7%AF%E7%81%AF/", "topics/%E8%B7%AF%E7%81%AF.html"),
        (("topics", "c#"), "topics/c%23/", "topics/c%23.html"),
        (("topics", "c++"), "topics/c%2B%2B/", "topics/c%2B%2B.html"),
    ],
)
def test_a_page_the_site_makes_has_one_too(
    parts: tuple[str, ...], folder_url: str, file_url: str
) -> None:
    assert FOLDERS.page(*parts) == folder_url
    assert FILES.page(*parts) == file_url


@pytest.mark.parametrize(
    ("parts", "folder_url", "file_url"),
    [
        (("places",), "places/", "places/index.html"),
        (("places", "xinjin", "wujin"), "places/xinjin/wujin/", "places/xinjin/wujin/index.html"),
    ],
)
def test_an_index_is_a_folder_in_both_styles(
    parts: tuple[str, ...], folder_url: str, file_url: str
) -> None:
    assert FOLDERS.index(*parts) == folder_url
    assert FILES.index(*parts) == file_url


@pytest.mark.parametrize(
    ("source", "folder_url", "file_url"),
    [
        ("lost/2022/L-1.md", "lost/2022/L-1/proof/", "lost/2022/L-1/proof.html"),
        ("lost/2022/L-1/index.md", "lost/2022/L-1/proof/", "lost/2022/L-1/proof.html"),
        ("lost/灯.md", "lost/%E7%81%AF/proof/", "lost/%E7%81%AF/proof.html"),
        ("lost/a.html.md", "lost/a.html/proof/", "lost/a.html/proof.html"),
    ],
)
def test_what_belongs_to_a_piece_lies_below_it(source: str, folder_url: str, file_url: str) -> None:
    assert FOLDERS.below(source, "proof") == folder_url
    assert FILES.below(source, "proof") == file_url
    data = folder_url.replace("proof/", "announcement.json")
    assert FOLDERS.beside(source, "announcement.json") == data
    assert FILES.beside(source, "announcement.json") == data


def test_a_page_below_a_piece_may_lie_deeper() -> None:
    assert FOLDERS.below("lost/L-1.md", "v1", "证") == "lost/L-1/v1/%E8%AF%81/"
    assert FILES.below("lost/L-1.md", "v1", "证") == "lost/L-1/v1/%E8%AF%81.html"


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("", "index.html"),
        ("reports/2022/lamp/", "reports/2022/lamp/index.html"),
        ("reports/2022/lamp.html", "reports/2022/lamp.html"),
        ("topics/%E8%B7%AF%E7%81%AF/", "topics/路灯/index.html"),
    ],
)
def test_a_url_is_served_from_one_file(url: str, file: str) -> None:
    assert Addresses.file_of(url) == file


@pytest.mark.parametrize(
    ("site", "base"),
    [
        ("https://a.example/", "/"),
        ("https://a.example/paper/", "/paper/"),
        ("https://a.example:8000/a/b/", "/a/b/"),
        ("", "/"),
    ],
)
def test_a_site_may_lie_in_a_folder_of_its_host(site: str, base: str) -> None:
    portal = Portal(name="邻里", url=site)
    assert portal.base_path == base
    assert portal.absolute("reports/") == f"{site}reports/"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("社区发展治理", "社区发展治理"),
        ("C", "c"),
        ("C++", "c++"),
        ("C#", "c#"),
        ("Ｃ＃", "c#"),
        ("〇", "〇"),
        ("12345 热线", "12345_热线"),
        ("a/b", "a_2f_b"),
        ("..", "_2e__2e_"),
        (".", "_2e_"),
        ("", "__"),
        (" ", "__"),
        ("a_b", "a_5f_b"),
        ("100%", "100_25_"),
        ("甲\n乙", "甲_乙"),
    ],
)
def test_a_slug_keeps_its_chinese_and_what_tells_it_from_others(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_the_topics_that_other_slugs_confuse_have_pages_of_their_own() -> None:
    topics = ["C", "C++", "C#", "〇", "零", "a b", "a_b", "a-b", "a/b", ".", "..", "…", "甲", ""]
    assert len({slugify(topic) for topic in topics}) == len(topics)


WORDS = st.text(
    st.one_of(st.sampled_from('aAＡ 　_/\\.?%*:|"<>#+-〇甲\t\x01é'), st.characters(codec="utf-8")),
    max_size=12,
)


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@given(WORDS, WORDS)
def test_two_texts_share_a_slug_only_if_they_differ_in_case_width_or_space(
    first: str, second: str
) -> None:
    assume("\0" not in first + second)
    assert (slugify(first) == slugify(second)) == (plain(first) == plain(second))


@given(WORDS)
def test_a_slug_is_never_empty_and_a_path_can_hold_it(text: str) -> None:
    slug = slugify(text)
    assert slug.strip()
    assert slug not in {".", ".."}
    assert not set(slug) & set('/\\?%*:|"<>\n\t ')
    assert not slug.startswith(".")
    assert not slug.endswith(".")
    page = FOLDERS.page("topics", slug)
    assert Addresses.file_of(page) == f"topics/{slug}/index.html"
