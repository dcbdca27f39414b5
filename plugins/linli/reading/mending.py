# SPDX-License-Identifier: MIT
"""A text mended where it can be done without asking anybody: `linli fix`.

Nothing but marks, blank space and the signs of YAML changes. Every letter and every digit stays,
and so do code, URLs, HTML, attribute lists and the values of all keys but the four of running text.
What is mended stays so: to mend it again changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from linli.reading import frontmatter
from linli.reading.chinese import half_width_marks, veiled, widen
from linli.reading.forms import Key
from linli.reading.frontmatter import FrontMatterError
from linli.reading.lists import swallowed_lists
from linli.reading.nodes import Entries, Scalar
from linli.reading.printed_pages import ISSUE_KEYS
from linli.reading.punctuation import (
    Slip,
    doubled_marks,
    straight_quotes,
    stray_spaces,
    unpaired_marks,
    wrong_dashes,
    wrong_ellipses,
)
from linli.reading.schema import CATEGORY_KEYS, FRONT_KEYS, KEYS, PERSON_KEYS

_HEAD = re.compile(r"---[ \t]*\n(?:.*\n)*?---[ \t]*(?:\n|\Z)")
Rule = Callable[[str], Iterator[Slip]]
_IN_WORDS: tuple[Rule, ...] = (doubled_marks, wrong_ellipses, wrong_dashes)
_IN_TEXT: tuple[Rule, ...] = (*_IN_WORDS, stray_spaces, straight_quotes)
_ROUNDS = 12
"""A mend can make room for another (`,,` for `，，`); more rounds than that no text needs."""


def mend(text: str, *, words: bool = True) -> str:
    """A whole file, its line ends being \\n; without `words`, only its form.

    Where front matter does not begin or end, nobody can tell where the text does: that file stays.
    """
    head, body = _cut(_mend_keys(_mend_fences(text)))
    if not head:
        return text
    if words:
        head, body = _mend_values(head, body), mend_marks(body)
    return head + mend_form(body)


def _cut(text: str) -> tuple[str, str]:
    head = _HEAD.match(text)
    end = head.end() if head else 0
    return text[:end], text[end:]


def mend_marks(body: str) -> str:
    """A text below front matter with the marks of Chinese as they belong."""
    mended = _mended(body, _IN_TEXT)
    # What names a link or a note has to stay as it is where that link or note is told.
    return body if any(_is_lost(name, body, mended) for name in _names(body)) else mended


def mend_words(text: str) -> str:
    """A headline or a summary: spaces mean something there, and quotes are YAML's too."""
    return _mended(text, _IN_WORDS)


def mend_form(body: str) -> str:
    """A text with a blank line before its lists, and no blank space at the ends of its lines."""
    lines = body.split("\n")
    for number in reversed(list(swallowed_lists(body))):
        lines.insert(number, "")
    return _without_trailing_space("\n".join(lines))


def _mended(text: str, rules: tuple[Rule, ...]) -> str:
    """A text by as many of the rules as leave nothing behind that was no slip before."""
    for some in (rules, tuple(rule for rule in rules if rule is not wrong_dashes), ()):
        mended = _settled(text, some)
        if mended == text or not _slips(mended) - _slips(text):
            return mended
    return text


def _slips(text: str) -> Counter[object]:
    """How many slips of each sort a text has; half-width marks are one."""
    found: Counter[object] = Counter({rule: sum(1 for _ in rule(text)) for rule in _IN_TEXT})
    found[unpaired_marks] = sum(1 for _ in unpaired_marks(text))
    found[half_width_marks] = sum(1 for _ in half_width_marks(text))
    return found


def _settled(text: str, rules: Iterable[Rule]) -> str:
    for _ in range(_ROUNDS):
        before = text
        text = _but_for_code(text, widen(text))
        for rule in rules:
            text = _applied(text, rule(text))
        if text == before:
            break
    return text


def _applied(text: str, slips: Iterable[Slip]) -> str:
    pieces: list[str] = []
    place = 0
    code = _code_blocks(text)
    for slip in slips:
        is_in_code = any(start < slip.end and slip.start < end for start, end in code)
        if slip.mended is not None and slip.start >= place and not is_in_code:
            pieces += [text[place : slip.start], slip.mended]
            place = slip.end
    return "".join([*pieces, text[place:]])


_INDENTED = re.compile(r"(?:^|(?<=\n))(?:(?:[ ]{4}|[ ]{0,3}\t).*(?:\n|\Z))+")


def _code_blocks(text: str) -> list[tuple[int, int]]:
    """Lines that may be code by their margin. A list's own are told of and not mended."""
    return [match.span() for match in _INDENTED.finditer(text)]


def _but_for_code(text: str, widened: str) -> str:
    for start, end in _code_blocks(text):
        widened = f"{widened[:start]}{text[start:end]}{widened[end:]}"
    return widened


_NAMED = re.compile(r"^[ ]{0,3}\[([^\]\n]+)\]:", re.MULTILINE)


def _names(body: str) -> set[str]:
    return {name for name in _NAMED.findall(body) if not name.isalnum()}


def _is_lost(name: str, before: str, after: str) -> bool:
    used = f"[{name}]".casefold()
    return before.casefold().count(used) != after.casefold().count(used)


_TRAILING = re.compile(r"(?:^|(?<=[^\n \t]))[ \t]+$", re.MULTILINE)


def _without_trailing_space(body: str) -> str:
    if not re.search(r"[ \t](?:\n|\Z)", body):
        return body
    plain = veiled(body)
    kept: list[str] = []
    place = 0
    for match in _TRAILING.finditer(plain):
        start, end = match.span()
        line = body.rfind("\n", 0, end) + 1
        below = plain[end + 1 :].partition("\n")[0]
        # Two spaces at the end of a line break it, where the paragraph goes on.
        is_kept = start > line and match[0] != " " and bool(below.strip())
        # `: ` alone is a mark of Markdown's, and `:` would be one of the text's.
        is_kept = is_kept or (start > line and plain[start - 1] == "\n")
        if not is_kept and not body.startswith(("    ", "\t"), line):
            kept.append(body[place:start])
            place = end
    return "".join([*kept, body[place:]])


_WIDE_COLON = re.compile(r"^(\s*(?:- )?)([\w-]+)[ \t]*：[ \t\u3000]*")
_TABS = re.compile(r"^[ \t]+")


_RULE = re.compile(r"[-－—–―]{2,6}[ \t\u3000]*")


def _mend_fences(text: str) -> str:
    """Three hyphens for the dashes that a Chinese keyboard or a word processor makes of them."""
    lines = text.split("\n")
    if _HEAD.match(text) or not _RULE.fullmatch(lines[0]):
        return text
    end = next((at for at, line in enumerate(lines) if at and _RULE.fullmatch(line)), 0)
    keys = [_WIDE_COLON.match(line.replace(":", "：", 1)) for line in lines[1:end]]
    if not any(match and match[2] in _known() for match in keys):
        return text
    lines[0] = lines[end] = "---"
    return "\n".join(lines)


def _mend_keys(text: str) -> str:
    """A full-width colon behind a key, and tabs before it; both or neither, if it helps."""
    mended = text
    for _ in range(_ROUNDS):
        try:
            frontmatter.read(mended)
        except FrontMatterError as error:
            lines = mended.split("\n")
            for one in (error, *error.others):
                lines[one.line - 1] = _mend_line(one.code, lines[one.line - 1])
            if (again := "\n".join(lines)) == mended:
                return text
            mended = again
        else:
            return mended
    return text


def _mend_line(code: str, line: str) -> str:
    if code == "tab-indent":
        return _TABS.sub(lambda margin: margin[0].replace("\t", "  "), line)
    match = _WIDE_COLON.match(line) if code == "wide-colon" else None
    if match is None or match[2] not in _known():
        return line
    rest = line[match.end() :]
    return f"{match[1]}{match[2]}: {rest}".rstrip() if rest else f"{match[1]}{match[2]}:"


@cache
def _known() -> frozenset[str]:
    """Every key that may stand anywhere, in either language."""
    tables = (KEYS, CATEGORY_KEYS, PERSON_KEYS, FRONT_KEYS, ISSUE_KEYS)
    return frozenset(name for table in tables for name in _spellings(table))


def _spellings(keys: Iterable[Key]) -> Iterator[str]:
    for key in keys:
        yield from key.spellings
        form: object = key.form
        while form is not None:
            yield from _spellings(getattr(form, "keys", ()))
            form = getattr(form, "form", None)


_TEXT_KEYS = frozenset(
    name
    for key in KEYS
    if key.name in ("title", "kicker", "subtitle", "summary")
    for name in key.spellings
)


def _mend_values(head: str, body: str) -> str:
    """The four texts of the front matter, each where it stands on one line as it is read."""
    if not head:
        return head
    try:
        entries = frontmatter.read(head + body).entries
    except FrontMatterError:
        return head
    lines = head.split("\n")
    for entry in entries:
        value = entry.value
        if entry.key not in _TEXT_KEYS or not isinstance(value, Scalar):
            continue
        line, mended = lines[entry.line - 1], mend_words(value.text)
        written = line.partition(":")[2].strip().strip("\"'")
        # What takes more room than before may be too long, and is left to an editor.
        if written == value.text and len(mended) <= len(value.text):
            lines[entry.line - 1] = line.replace(written, mended)
    again = "\n".join(lines)
    return again if _reads_as(again + body, entries) else head


def _reads_as(text: str, before: Entries) -> bool:
    """Whether front matter is what it was, but for the marks of its four texts."""
    try:
        after = frontmatter.read(text).entries
    except FrontMatterError:
        return False
    return len(tuple(after)) == len(tuple(before)) and all(
        new == old
        or (
            new.key == old.key
            and new.key in _TEXT_KEYS
            and isinstance(new.value, Scalar)
            and isinstance(old.value, Scalar)
            and new.value.text == mend_words(old.value.text)
        )
        for new, old in zip(after, before, strict=True)
    )
