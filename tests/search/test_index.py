# SPDX-License-Identifier: MIT
"""Whatever stands in a piece is found through the files, and what is brought up to date is what is
made anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search import Files, Index, Stream, files_of

from linli.newsroom.search import Document, is_term, key, terms
from linli.pages.page import File, Gone
from linli.pages.paper import SearchMonth
from linli.pages.search import jobs, layout, postings
from linli.pages.search.bindery import Bindery
from linli.reading.simplified import simplified


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections and shards so small that a few pieces make several."""
    monkeypatch.setattr(layout, "SECTION", 4)
    monkeypatch.setattr(layout, "_PER_SHARD", 2)


SIGNS = "菜市场測测血压静語语Coffee Ｋ１６路ＡＢ·，。_-\n𠮷豈²①ßİ"
TEXTS = st.text(SIGNS, max_size=12)
SLUGS = st.sampled_from(("a", "a/b", "c"))
DAYS = st.sampled_from(
    (date(2025, 12, 31), date(2026, 9, 1), date(2026, 10, 2), date(2026, 10, 3), date(2026, 11, 20))
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    number = draw(st.integers(0, 40))
    return Document(
        *(f"reports/{number}/", draw(st.sampled_from(("report", "notice"))), draw(DAYS)),
        *(draw(TEXTS) for _ in range(5)),
        tuple(draw(st.lists(TEXTS, min_size=2, max_size=5))),
        tuple(f"=place/{slug}" for slug in draw(st.lists(SLUGS, max_size=2, unique=True))),
    )


PAPERS = st.lists(documents(), max_size=20, unique_by=lambda document: document.url)


class Records:
    """The pieces of one state of a paper, and the files of the state before."""

    def __init__(self, papers: Sequence[Document], site: Files, by: Mapping[str, str]) -> None:
        self._site, self._by = site, by
        order = sorted(papers, key=lambda one: (-one.day.toordinal(), one.url))
        self._months = {
            month: [(one.line(), one.filter_lines) for one in found]
            for month, found in groupby(order, lambda one: f"{one.day:%Y-%m}")
        }

    def names(self) -> list[str]:
        return list(self._months)

    def months(self) -> list[SearchMonth]:
        return [
            SearchMonth(month, len(found), blake2b(repr(found).encode(), digest_size=4).hexdigest())
            for month, found in self._months.items()
        ]

    def documents(self, month: str) -> Iterator[tuple[str, str]]:
        return iter(self._months[month])

    def made_by(self, job: str) -> list[str]:
        return sorted(path for path, maker in self._by.items() if maker == job)

    def published(self, path: str) -> bytes | None:
        return self._site.get(path)


def made(papers: Sequence[Document]) -> tuple[dict[str, bytes], dict[str, str]]:
    """All files, and the job of each."""
    records = Records(papers, {}, {})
    site: dict[str, bytes] = {}
    by: dict[str, str] = {}
    for job in jobs.jobs_of(records):
        for file in job.make():
            assert isinstance(file, File)
            assert file.path not in site
            site[file.path] = file.data
            by[file.path] = job.name
    return site, by


def renewed(
    site: Files, by: Mapping[str, str], papers: Sequence[Document]
) -> tuple[dict[str, bytes], dict[str, str]]:
    """The same, by those that can renew their files."""
    records = Records(papers, site, by)
    after, makers = dict(site), dict(by)
    plan = list(jobs.jobs_of(records))
    for path, maker in by.items():
        if maker not in {job.name for job in plan}:
            del after[path], makers[path]
    for job in plan:
        before = set(records.made_by(job.name))
        if job.renew is None or not before:
            files = list(job.make())
            for path in before - {file.path for file in files if isinstance(file, File)}:
                del after[path], makers[path]
        else:
            files = list(job.renew())
        for file in files:
            if isinstance(file, Gone):
                del after[file.path], makers[file.path]
            elif isinstance(file, File):
                after[file.path] = file.data
                makers[file.path] = job.name
    return after, makers


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(PAPERS)
def test_every_part_of_every_field_is_found(papers: list[Document]) -> None:
    index = Index(files_of(made(papers)[0]))
    for document in papers:
        fields = (document.title, document.kicker, document.subtitle, *document.blocks)
        for text in fields:
            for run in index.runs(text):
                parts = {
                    run[start:end] for end in range(2, len(run) + 1) for start in range(end - 1)
                }
                for part in parts:
                    assert document.url in {hit.url for hit in index.ask(part)}, part
        for text in (document.title, document.kicker):
            for sign in "".join(index.runs(text)):
                assert document.url in {hit.url for hit in index.ask(sign)}, sign
        for one in document.filters:
            assert document.url in {hit.url for hit in index.ask("", one)}
    assert [record[0] for record in index.all()] == [
        one.url for one in sorted(papers, key=lambda one: (-one.day.toordinal(), one.url))
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(PAPERS, st.text(SIGNS, min_size=2, max_size=2))
def test_nothing_else_is_found_and_the_class_is_where_it_stands(
    papers: list[Document], pair: str
) -> None:
    index = Index(files_of(made(papers)[0]))
    if len(index.runs(pair)) != 1 or len(index.runs(pair)[0]) != 2:
        return
    found = {hit.url: hit.weight for hit in index.ask(pair)}

    def has(text: str) -> bool:
        return any(index.runs(pair)[0] in run for run in index.runs(text))

    for one in papers:
        wanted = None
        for weight, texts in enumerate(
            (one.blocks[1:], one.blocks[:1], (one.kicker, one.subtitle), (one.title,))
        ):
            if any(map(has, texts)):
                wanted = weight
        assert found.get(one.url) == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PAPERS, min_size=2, max_size=4))
def test_what_is_renewed_is_what_is_made_anew(states: list[list[Document]]) -> None:
    first, *others = states
    site, by = made(first)
    for papers in others:
        site, by = renewed(site, by, papers)
        assert (site, by) == made(papers)


def test_an_edit_of_today_leaves_the_old_months_alone() -> None:
    old = [_piece(number, date(2026, 1 + number % 9, 3)) for number in range(30)]
    today = _piece(90, date(2026, 11, 20))
    before, by = made([*old, today])
    after, _ = renewed(before, by, [*old, today._replace(title="另一个题目")])
    changed = {path.split("/")[1].split(".")[0] for path in before.keys() ^ after.keys()}
    assert changed == {"fresh", "2026-11"}


def test_an_edit_of_an_old_month_encodes_its_section_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [_piece(number, date(2026, 1 + number % 9, 3)) for number in range(36)]
    site, by = made(papers)
    papers[0] = papers[0]._replace(title="另一个题目")
    read: list[str] = []
    documents = Records.documents

    def noted(self: Records, month: str) -> Iterator[tuple[str, str]]:
        read.append(month)
        return documents(self, month)

    monkeypatch.setattr(Records, "documents", noted)
    records = Records(papers, site, by)
    assert list(Bindery(records).renew("search base 0", "base", 0))
    assert read == ["2026-01"]


def test_a_published_list_that_does_not_fit_its_folder_is_not_trusted() -> None:
    papers = [_piece(number, date(2026, 1 + number % 9, 3)) for number in range(36)]
    site, by = made(papers)
    false = site[layout.INDEX].replace(b'"2026-01",4', b'"2026-01",5')
    assert false != site[layout.INDEX]
    papers[8] = papers[8]._replace(title="另一个题目")
    site, _ = renewed({**site, layout.INDEX: false}, by, papers)
    assert site == made(papers)[0]


@given(st.integers(0, 1 << 40))
def test_a_number_is_read_as_it_was_written(number: int) -> None:
    stream = Stream(postings.varint(number) + b"x")
    assert stream.number() == number
    assert stream.rest == b"x"


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_a_shard_is_split_as_it_was_joined(parts: list[bytes]) -> None:
    assert list(postings.split(postings.join(parts))) == parts


def test_terms_that_share_a_place_share_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "crc32", lambda term: len(term))
    one = _piece(1, date(2026, 11, 20))._replace(title="甲乙", blocks=("", "丙丁"))
    two = _piece(2, date(2026, 11, 20))._replace(title="戊", blocks=("", "己庚"))
    ((shard, data),) = [
        found for found in postings.encode(postings.Lists([one, two], simplified()), 1)
    ]
    assert shard == 0
    assert Stream(data).find(0) == [(0, 3), (1, 3)]


@settings(deadline=None)
@given(st.text("語静ＡＢ，。·㎡№①é ß\n-_"))
def test_a_text_is_cut_into_runs_where_its_key_has_no_letter(text: str) -> None:
    found = terms(_piece(1, date(2026, 11, 20))._replace(blocks=("", text, "")), simplified())
    runs = re.findall(r"[^\W_]+", key(text, simplified()))
    pairs = {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
    assert pairs <= {*filter(is_term, found.all)} <= pairs | {*found.weights, "=kind/report"}


def test_each_sign_becomes_one_sign_and_stays_it() -> None:
    table = simplified()
    assert table[ord("語")] == "语"
    assert table[ord("靜")] == "静"
    assert all(len(sign) == 1 for sign in table.values())
    assert not {*map(chr, table)} & {*table.values()}
    # GB 2312 has these, and simplified texts use them.
    assert not {*map(ord, "乾瞭著覆")} & {*table}


def _piece(number: int, day: date) -> Document:
    text = f"第{number}篇说的是菜市场"
    return Document(
        *(f"reports/{number:02}/", "report", day, f"题目{number}", "", "", "民生", "古家社区"),
        ("", text, ""),
        ("=kind/report",),
    )
