# SPDX-License-Identifier: MIT
"""The Markdown of Hugo, Jekyll and Hexo as ours: no HTML, pictures by themselves, headings below
the headline; code stays as it is."""

from __future__ import annotations

import html as entities
import re
from urllib.parse import quote

from linli.reading.importing.faults import Notes
from linli.reading.importing.prose.album import Album, meaning
from linli.reading.importing.prose.blocks import Figure, levels_of, markdown_of_part
from linli.reading.importing.prose.html import blocks_of
from linli.reading.importing.prose.tree import parse
from linli.reading.importing.sites.shortcodes import HIGHLIGHT, fenced, markdown_picture, resolve

_FENCE = re.compile(
    r"^([ \t]*)(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\2[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_WHOLE = re.compile(
    r"<(figure|table|ul|ol|dl|pre|blockquote|video|audio|iframe|script|style|object|form|details|svg"
    r"|button|select|textarea|noscript|embed)\b[^<>]*>(?:.*?</\1\s*>)?",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)((?:[\s/][^<>]*)?)>")
_IMAGE = re.compile(
    r"(?:\[\s*)?!\[(?P<alt>[^\]\n]*)\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<src>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))"
    r"(?:\s+=\d*x\d*)?(?:\s+(?P<quote>[\"'])(?P<title>[^\n]*?)(?P=quote))?\s*\)"
    r"(?:\{[^{}\n]*\})?(?:\s*\]\([^)\n]*\))?"
)
_REFERENCE = re.compile(
    r"^ {0,3}\[([^\]^\n]+)\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(](.*)[\"')])?[ \t]*$", re.MULTILINE
)
_REFERRED = re.compile(r"!\[([^\]\n]*)\]\[([^\]\n]*)\]")
_LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\(\s*([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)"
)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*)>")
_SCHEME = re.compile(r"[\s\x00-\x20]*([A-Za-z][A-Za-z0-9+.\s\x00-\x20-]*):")
_SAFE = frozenset({"http", "https", "mailto", "tel"})
_ATX = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_HASHES = re.compile(r"^ {0,3}(#{1,6})(?=[^\s#])", re.MULTILINE)
_SETEXT = re.compile(
    r"^(?![ \t]*(?:[-*+>|]|\d+\.[ \t]))([^\n]*\S[^\n]*)\n {0,3}(=+|-{2,})[ \t]*$", re.MULTILINE
)
_NOT_ALONE = re.compile(r"\s*(?:[-*+>|]|\d+[.)]\s)")
_KEPT = "\ue000{}\ue001"
_KEPT_BACK = re.compile("\ue000(\\d+)\ue001")
_DROPPED_TAGS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em"), "*"),
    **dict.fromkeys(
        ("p", "div", "center", "section", "article", "main", "header", "footer"), "\n\n"
    ),
    **dict.fromkeys(("font", "span", "u", "small", "big", "a", "wbr"), ""),
}


def ours(text: str, title: str, album: Album, notes: Notes, line: int = 1) -> str:
    """The text of a post under its headline; what cannot stand in ours is told of."""
    kept: list[str] = []

    def keep(match: re.Match[str], code: str = "") -> str:
        kept.append(code or match[0])
        # As many lines as before, so that whatever is told of below has its own.
        return _KEPT.format(len(kept) - 1) + "\n" * match[0].count("\n")

    text = re.sub("[\ue000-\ue002]", "", text)
    text = HIGHLIGHT.sub(lambda match: keep(match, fenced(match)), _FENCE.sub(keep, text))
    text = resolve(_with_references(_SPAN.sub(keep, text)), notes, line)
    text = _COMMENT.sub("", text)
    # Both may hold an address in angle brackets, which looks like a tag.
    text = _with_safe_links(_with_pictures(text, album), notes)
    text = _without_html(text, album, notes)
    text = _with_headings(text, title)
    text = re.sub(r"\n(?:[ \t]*\n)+", "\n\n", text)
    return _KEPT_BACK.sub(lambda match: kept[int(match[1])], text).strip("\n").rstrip()


def _with_references(text: str) -> str:
    """Pictures that name their file at the end of the text, as pictures that name it themselves."""
    files = {match[1].lower(): (match[2], match[3] or "") for match in _REFERENCE.finditer(text)}
    used: set[str] = set()

    def named(match: re.Match[str]) -> str:
        label = (match[2] or match[1]).lower()
        file = files.get(label)
        if file is None:
            return match[0]
        used.add(label)
        return markdown_picture(file[0], match[1], file[1])

    text = _REFERRED.sub(named, text)
    return _REFERENCE.sub(lambda match: "" if match[1].lower() in used else match[0], text)


def _without_html(text: str, album: Album, notes: Notes) -> str:
    told: set[str] = set()
    links: list[str] = []

    def whole(match: re.Match[str]) -> str:
        written = markdown_of_part(blocks_of(parse(match[0]), album, notes))
        return f"\n\n{written}\n\n" if written else ""

    def tag(match: re.Match[str]) -> str:
        name = match[2].lower()
        if name == "br":
            return "  \n"
        if name == "hr":
            return "\n\n---\n\n"
        if name == "img":
            return whole(match)
        if name == "a":
            return _link_tag(match, links)
        if re.fullmatch("h[1-6]", name):
            return "\n\n" if match[1] else f"\n\n{'#' * int(name[1])} "
        if name not in _DROPPED_TAGS and name not in told:
            told.add(name)
            notes.say("no-such-html", tag=name)
        return _DROPPED_TAGS.get(name, "")

    return re.sub(r"[ \t]*  \n\n?", "  \n", _TAG.sub(tag, _WHOLE.sub(whole, text)))


def _link_tag(match: re.Match[str], links: list[str]) -> str:
    if match[1]:
        href = links.pop() if links else ""
        return f"]({href})" if href else ""
    found = re.search(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", match[3])
    href = entities.unescape(next(filter(None, found.groups()), "")) if found else ""
    href = re.sub(r"[\s<>()]", lambda sign: quote(sign[0]), href.strip()) if _is_safe(href) else ""
    links.append(href)
    return "[" if href else ""


def _is_safe(address: str) -> bool:
    scheme = _SCHEME.match(entities.unescape(address).strip().lstrip("<"))
    return scheme is None or "".join(scheme[1].split()).lower() in _SAFE


def _with_safe_links(text: str, notes: Notes) -> str:
    """Links that lead to a page; one that runs something has its words left."""

    def linked(match: re.Match[str]) -> str:
        address = match[2].strip()
        if _is_safe(address):
            angled = re.match("<([^<>]*)>", address)
            bare = angled[1].replace(" ", "%20") + address[angled.end() :] if angled else address
            return f"[{match[1]}]({bare})"
        notes.say("link-dropped", text=match[1], address=address)
        return match[1]

    def bare(match: re.Match[str]) -> str:
        if _is_safe(match[1]):
            return match[0]
        notes.say("link-dropped", text=match[1], address=match[1])
        return ""

    def referred(match: re.Match[str]) -> str:
        if _is_safe(match[2]):
            return match[0]
        notes.say("link-dropped", text=match[1], address=match[2])
        return ""

    return _REFERENCE.sub(referred, _AUTOLINK.sub(bare, _LINK.sub(linked, text)))


def _with_pictures(text: str, album: Album) -> str:
    def pictured(match: re.Match[str]) -> str:
        source = entities.unescape(match["angled"] or match["src"] or "")
        if not source or any(source == enclosure.name for enclosure in album.enclosures):
            # It was given its name already.
            return match[0]
        name = album.take([source])
        if not name:
            return ""
        written = markdown_of_part([Figure(name, meaning(match["alt"]), match["title"] or "")])
        start = text.rfind("\n", 0, match.start()) + 1
        return written if _NOT_ALONE.match(text, start) else f"\n\n{written}\n\n"

    return _IMAGE.sub(pictured, text)


def _with_headings(text: str, title: str) -> str:
    text = _SETEXT.sub(
        lambda match: f"{'#' if match[2][0] == '=' else '##'} {match[1].strip()}", text
    )
    # Not every program wants a space there; ours does.
    text = _HASHES.sub(lambda match: f"{match[1]} ", text)
    first = _ATX.search(text)
    if first and first[2] == title and not text[: first.start()].strip():
        text = text[first.end() :]
    levels = levels_of(len(match[1]) for match in _ATX.finditer(text))
    return _ATX.sub(lambda match: f"\n\n{'#' * levels[len(match[1])]} {match[2]}\n\n", text)
