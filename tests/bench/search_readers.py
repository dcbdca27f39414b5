# SPDX-License-Identifier: MIT
"""A reader with each search: what a first question costs on the line, and what ten answers are."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from playwright.sync_api import Browser, CDPSession, Page
from served import opened

SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8 * 0.9,
    "uploadThroughput": 750 * 1024 / 8 * 0.9,
}
"""What Lighthouse calls slow 4G when it holds the line back itself."""
SLOWER = 4
"""Times that Lighthouse slows the processor."""


class Answers(NamedTuple):
    """What a search shows for one question."""

    first: tuple[str, ...]
    """Paths of the first ten."""
    total: int
    """How many it says there are."""
    candidates: tuple[int, ...] = ()
    """Numbers of all documents that it would go through, where it can tell."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A search as a page offers it."""

    name: str
    path: str
    """Of a page that has it."""
    ready: str
    """A script that makes `window.ask`, a function of a text that gives `{first, total}`."""
    shows: str
    """A script that gives how long it takes, in milliseconds, until the first answers stand on
    the page."""


_PATHS = "urls => urls.map(url => new URL(url, location.href).pathname.slice(1))"

LINLI = Engine(
    "Linli",
    "search/",
    f"""
async () => {{
  const module = await import(document.querySelector('script[src*="search"]').src);
  const files = new module.Files('../search/'), paths = {_PATHS};
  window.ask = async text => {{
    await files.open();
    const search = new module.Search(files, new module.Question(await files.key(text)));
    await search.begin();
    const candidates = search.queue.map(one => one.document), first = [];
    while (first.length < 10 && !search.isOver) first.push(...await search.next(10 - first.length));
    return {{ first: paths(first.map(one => '/' + one.record.url)), total: search.total, candidates }};
  }};
}}
""",
    """
text => new Promise(done => {
  const list = document.getElementById('search-answers'), field = document.getElementById('search');
  const begun = performance.now();
  new MutationObserver((_, seen) => {
    if (!list.querySelector('.nr-answer')) return;
    seen.disconnect();
    requestAnimationFrame(() => done(performance.now() - begun));
  }).observe(list, { childList: true });
  field.value = text;
  field.form.requestSubmit();
})
""",
)
PAGEFIND = Engine(
    "Pagefind",
    "",
    f"""
async () => {{
  const pagefind = await import('/pagefind/pagefind.js'), paths = {_PATHS};
  await pagefind.options({{ noWorker: true }});
  window.ask = async text => {{
    const {{ results }} = await pagefind.search(text);
    const data = await Promise.all(results.slice(0, 10).map(one => one.data()));
    return {{ first: paths(data.map(one => one.url)), total: results.length }};
  }};
}}
""",
    """
async text => {
  const begun = performance.now(), pagefind = await import('/pagefind/pagefind.js');
  // What a worker fetches neither the brake on the line nor who counts would see.
  await pagefind.options({ noWorker: true });
  const { results } = await pagefind.search(text);
  await Promise.all(results.slice(0, 10).map(one => one.data()));
  return performance.now() - begun;
}
""",
)
MATERIAL = Engine(
    "Material",
    "",
    f"""
async () => {{
  const field = document.querySelector('[data-md-component=search-query]');
  const list = document.querySelector('.md-search-result__list'), paths = {_PATHS};
  const meta = document.querySelector('.md-search-result__meta'), wait = time => new Promise(done => setTimeout(done, time));
  document.getElementById('__search').checked = true;
  field.focus();
  const settled = async () => {{
    // It says nothing when it is done: so once nothing has changed for a while.
    let last = '', since = performance.now();
    while (performance.now() - since < 250) {{
      await wait(25);
      const now = meta.textContent + list.innerHTML.length;
      if (now !== last) {{ last = now; since = performance.now(); }}
    }}
  }};
  window.ask = async text => {{
    field.value = text;
    field.dispatchEvent(new KeyboardEvent('keyup', {{ bubbles: true }}));
    await settled();
    const links = [...list.querySelectorAll('.md-search-result__item > a')].map(one => one.href.split(/[?#]/)[0]);
    return {{ first: paths(links.slice(0, 10)), total: parseInt(meta.textContent.replace(/\\D/g, '') || (links.length ? '1' : '0')) }};
  }};
}}
""",
    """
async text => {
  const field = document.querySelector('[data-md-component=search-query]'), begun = performance.now();
  const list = document.querySelector('.md-search-result__list');
  document.getElementById('__search').checked = true;
  field.focus();
  field.value = text;
  field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
  while (!list.querySelector('.md-search-result__item')) await new Promise(done => setTimeout(done, 25));
  return performance.now() - begun;
}
""",
)


@dataclass
class Traffic:
    """What went over the line."""

    requests: int = 0
    bytes: int = 0
    """Packed, headers among them."""
    session: CDPSession | None = field(default=None, repr=False)
    icons: set[str] = field(default_factory=set)
    """Requests for the page's icon, which a browser may make again when the address changes."""

    def reset(self) -> None:
        self.requests = self.bytes = 0

    def _begin(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        if "favicon" in url:
            self.icons.add(event["requestId"])
        elif not url.startswith("data:"):
            self.requests += 1

    def _end(self, event: dict[str, Any]) -> None:
        if event["requestId"] not in self.icons:
            self.bytes += int(event["encodedDataLength"])

    @classmethod
    def of(cls, page: Page) -> Traffic:
        traffic = cls()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", traffic._begin)
        session.on("Network.loadingFinished", traffic._end)
        traffic.session = session
        return traffic


class First(NamedTuple):
    """What the first question of a reader costs."""

    page: int
    """Bytes before anything is typed, the page itself left out."""
    requests: int
    bytes: int
    slow: float
    """Seconds until answers stand there, on slow 4G and a slow telephone."""


@contextmanager
def _fresh(chromium: Browser, engine: Engine, address: str) -> Iterator[tuple[Page, Traffic]]:
    with opened(chromium) as page:
        traffic = Traffic.of(page)
        page.goto(f"{address}{engine.path}", wait_until="networkidle")
        yield page, traffic


def first_question(
    chromium: Browser, engine: Engine, address: str, text: str, limit: float
) -> First:
    """A question by somebody who comes for the first time; an endless wait counts as `limit`."""
    with _fresh(chromium, engine, address) as (page, traffic):
        page.set_default_timeout(limit * 1000)
        before = traffic.bytes if engine is MATERIAL else 0
        traffic.reset()
        _shown(page, engine, text, limit)
        page.wait_for_load_state("networkidle")
        requests, size = traffic.requests, traffic.bytes
    with _fresh(chromium, engine, address) as (page, traffic):
        page.set_default_timeout(limit * 1000)
        assert traffic.session is not None
        traffic.session.send("Network.emulateNetworkConditions", SLOW_4G)
        traffic.session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        slow = _shown(page, engine, text, limit)
    return First(before, requests, size, slow)


def _shown(page: Page, engine: Engine, text: str, limit: float) -> float:
    begun = time.monotonic()
    try:
        return float(page.evaluate(engine.shows, text)) / 1000
    except Exception:
        # The evaluation waits for answers that never come.
        if time.monotonic() - begun < limit / 2:
            raise
        return limit


def answers(
    chromium: Browser, engine: Engine, address: str, texts: Sequence[str]
) -> Iterator[Answers]:
    """The answers to many questions, one after another."""
    with _fresh(chromium, engine, address) as (page, _):
        page.set_default_timeout(120_000)
        page.evaluate(engine.ready)
        for text in texts:
            found = page.evaluate("text => window.ask(text)", text)
            yield Answers(tuple(found["first"]), found["total"], tuple(found.get("candidates", ())))
