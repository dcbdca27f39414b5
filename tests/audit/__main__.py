# SPDX-License-Identifier: MIT
"""`python tests/audit` · `make audit`: the finished portal before the judges: Lighthouse on one
page of each sort, axe on every template in every view, vnu on every page, and a scale."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests" / "support"), str(ROOT / "tests" / "bench")]

import lighthouse  # noqa: E402
import results  # noqa: E402
from judges import VIEWS, WIDTHS, axe_faults, vnu_faults  # noqa: E402
from portal_build import build_portal, copy_portal  # noqa: E402
from report import machine  # noqa: E402
from served import CHROMIUM, FLAGS, PAGES, served  # noqa: E402
from weight import TWO_PHOTOS, Weight, add_report_with_two_photos, weigh  # noqa: E402

JUDGES = ("lighthouse", "axe", "vnu", "weight")

ASKED = {
    "front page": PAGES["front"],
    "report with two photos": TWO_PHOTOS,
    "listing": PAGES["listing"],
    "archive": PAGES["archive"],
    "announcement": PAGES["lost document"],
    "look-up": PAGES["look-up"],
    "search": "search/",
}
"""What Lighthouse is asked about, where the portal has it."""

WEIGHED = {
    "report without a photo": PAGES["report without a picture"],
    "report with a photo": PAGES["report"],
    "report with two photos": TWO_PHOTOS,
    "photo story": PAGES["photo story"],
    "announcement": PAGES["lost document"],
    "front page": PAGES["front"],
    "archive": PAGES["archive"],
    "look-up": PAGES["look-up"],
    "search": "search/",
}
ARTICLES = tuple(WEIGHED)[:5]
BOTH = "two photos, read to the end"


def main() -> int:
    options = _parser().parse_args()
    work = options.work.resolve()
    site = _portal(work / "portal") / "site"
    about = machine()
    faults: list[str] = []
    parts: list[tuple[str, str]] = []
    seen: dict[str, tuple[int, int]] = {}
    with served(site, pack=True) as address:
        if "lighthouse" in options.only:
            reports = []
            for name, path in _there(ASKED, site).items():
                _say(f"Lighthouse: {name}")
                asked = f"{address}{path}"
                reports.append(lighthouse.report(name, asked, options.runs, work / "lighthouse"))
            about |= zip(("Lighthouse", "Chromium"), reports[0].versions, strict=True)
            faults += [fault for one in reports for fault in one.faults]
            parts.append(
                (f"Lighthouse, median of {options.runs}", results.lighthouse_table(reports))
            )
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            if "weight" in options.only:
                weights = _weights(browser, address, site)
                faults += _too_heavy(weights)
                parts.append(("Weight", results.weight_table(weights)))
            if "axe" in options.only:
                pages = _there(PAGES | {"search": "search/"}, site)
                for view in VIEWS:
                    for width in WIDTHS:
                        _say(f"axe: {view}, {width} px")
                        found = list(axe_faults(browser, address, pages, view, width))
                        seen[f"axe, {view}, {width} px"] = len(pages), len(found)
                        faults += [f"{view}, {width} px: {one}" for one in found]
            browser.close()
    if "vnu" in options.only:
        _say("vnu: every page")
        wrong = vnu_faults(site)
        seen["vnu"] = sum(1 for _ in site.rglob("*.html")), len(wrong)
        faults += wrong
    if seen:
        parts.append(("Judges", results.judges_table(seen)))
    print("\n".join(f"{title}\n{table}" for title, table in parts))
    if options.results:
        page = options.results.read_text(encoding="utf-8")
        options.results.write_text(results.with_results(page, about, parts), encoding="utf-8")
    for fault in faults:
        _say(f"audit: {fault}")
    return bool(faults)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python tests/audit", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=JUDGES, default=JUDGES, help="some judges")
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse on each page")
    parser.add_argument("--work", type=Path, default=ROOT / ".cache" / "audit", help="scratch")
    parser.add_argument("--results", type=Path, help="RESULTS.md, to be given these figures")
    return parser


def _portal(root: Path) -> Path:
    """The portal, built as its readers get it, with a report more."""
    shutil.rmtree(root, ignore_errors=True)
    developed = root.parent / "developed"
    developed.mkdir(parents=True, exist_ok=True)
    copy_portal(root, developed)
    add_report_with_two_photos(root)
    build_portal(root)
    return root


def _there(pages: Mapping[str, str], site: Path) -> dict[str, str]:
    return {
        name: path
        for name, path in pages.items()
        if (site / path / "index.html").is_file() or (site / path).is_file()
    }


def _weights(browser: Browser, address: str, site: Path) -> dict[str, Weight]:
    weights = {name: weigh(browser, address, path) for name, path in _there(WEIGHED, site).items()}
    weights[BOTH] = weigh(browser, address, TWO_PHOTOS, to_the_end=True)
    return weights


def _too_heavy(weights: Mapping[str, Weight]) -> Iterator[str]:
    for name in ARTICLES:
        if weights[name].text > 15 * 1024:
            yield f"{name}: {weights[name].text} bytes of text, at most 15 KB"
    if weights[BOTH].all > 120 * 1024:
        yield f"{BOTH}: {weights[BOTH].all} bytes in all, at most 120 KB"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
