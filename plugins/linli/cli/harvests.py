# SPDX-License-Identifier: MIT
"""What came out of each source, as an editor reads it: drafts, their gaps, what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linli.engine.drafting import Laid
from linli.engine.harvesting import Gathered
from linli.language import harvests
from linli.language.languages import Language
from linli.reading.chinese import length


def report(
    gathered: Sequence[Gathered], laid: Iterable[Laid], folder: str, says: Language, *, dry: bool
) -> str:
    """Source by source: what became of it, word for word also what stands in no draft.

    `laid` are the drafts of all sources, in their order; `folder` is the content folder's name.
    """
    rest = iter(laid)
    lines: list[str] = []
    new = there = left = failed = 0
    undated = ""
    for one in gathered:
        drafts = [next(rest) for _ in one.harvest.drafts]
        lines += [f"# {one.name}", ""]
        if one.problem:
            failed += 1
            lines += [f"- {one.problem(says)}"]
        else:
            lines += _drafts(one, drafts, folder, says, dry)
        for remark in sorted(one.harvest.remarks, key=lambda remark: remark.line):
            lines.append(f"- {one.name}:{remark.line}: {remark.say(says)}")
        for leftover in one.harvest.leftovers:
            left += 1
            lines += ["", harvests.LEFT(says).format(line=leftover.line), ""]
            lines += [f"    {line}" for line in leftover.text.splitlines()]
        lines.append("")
        undated = undated or next(filter(None, map(_year_of_undated, drafts)), "")
        new += sum(draft.is_new for draft in drafts)
        there += sum(not draft.is_new for draft in drafts)
    counts = {"sources": len(gathered), "drafted": new, "there": there}
    lines.append(harvests.SUMMARY(says).format(**counts, left=left, failed=failed))
    if undated:
        lines.append(harvests.UNDATED(says).format(year=undated))
    if new:
        lines.append(harvests.NEXT(says))
    return "\n".join([*lines, ""])


def _year_of_undated(laid: Laid) -> str:
    """The folder of a draft that nobody has told the day of."""
    return laid.path.split("/")[1] if laid.is_new and "date" not in laid.draft.keys else ""


def _drafts(
    one: Gathered, drafts: Iterable[Laid], folder: str, says: Language, dry: bool
) -> Iterator[str]:
    if not one.harvest.drafts:
        yield f"- {harvests.NOTHING(says)}"
    for laid in drafts:
        words = harvests.WOULD if dry else harvests.DRAFTED
        if not laid.is_new:
            words = harvests.THERE
        yield "- " + words(says).format(
            path=f"{folder}/{laid.path}",
            headline=laid.draft.headline,
            length=length(laid.draft.body),
        )
        if not laid.is_new:
            continue
        if laid.draft.enclosures:
            names = "、".join(picture.name for picture in laid.draft.enclosures)
            yield f"  - {harvests.PICTURES(says).format(names=names)}"
        for key, what in laid.draft.to_do.items():
            yield f"  - {harvests.TO_DO(says).format(key=key, words=what)}"
