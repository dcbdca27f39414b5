# SPDX-License-Identifier: MIT
"""What Hugo, Jekyll, Hexo and WordPress write into a text for their own programs."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape as in_html

from linli.reading.importing.faults import Notes

_HUGO = re.compile(r"\{\{(?:<|%)\s*(/?[\w./-]+)\s*([^\n]*?)\s*/?(?:>|%)\}\}")
_LIQUID = re.compile(r"\{%-?\s*(\w+)\s*([^\n]*?)\s*-?%\}")
_OUTPUT = re.compile(r"\{\{-?\s*([^{}\n]*?)\s*-?\}\}")
_ROOTS = re.compile(r"\{\{-?\s*(?:site\.(?:baseurl|url)|'/?'\s*\|\s*\w+)\s*-?\}\}/?")
_LINKED = re.compile(
    r"(?<!!)\[(?P<text>[^\]\n]*)\]\(\s*(?P<code>\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\})[^)\n]*\)"
)
_KRAMDOWN = re.compile(r"\{::?[^{}\n]*\}")
_QUOTES = frozenset({"blockquote", "endblockquote", "quote", "endquote"})
_APART = "\ue002"
"""What stands for a blank line until all lines are counted."""
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
HIGHLIGHT = re.compile(
    r"\{%-?\s*(highlight|codeblock|code)\b\s*([^\n%]*?)\s*-?%\}[ \t]*\n?(.*?)\n?[ \t]*"
    r"\{%-?\s*end\1\s*-?%\}"
    r"|\{\{<\s*(highlight)\s*(\S*)[^\n]*?>\}\}[ \t]*\n?(.*?)\n?[ \t]*"
    r"\{\{<\s*/highlight\s*>\}\}",
    re.DOTALL,
)
_QUOTE = re.compile(
    r"\{%-?\s*(blockquote|quote)\b\s*([^\n%]*?)\s*-?%\}(.*?)\{%-?\s*end\1\s*-?%\}", re.DOTALL
)


def fenced(match: re.Match[str]) -> str:
    """Code that a shortcode sets, HIGHLIGHT, in a fence."""
    language, code = (match[2], match[3]) if match[1] else (match[5], match[6])
    word = re.search(r"(?:lang:)?([A-Za-z]\w*)", language or "")
    return f"```{word[1] if word else ''}\n{code}\n```"


def resolve(text: str, notes: Notes, line: int) -> str:
    """A text whose pictures and quotations are Markdown; what else was written for a program is
    taken out and told of."""

    def at(match: re.Match[str]) -> int:
        return line + match.string.count("\n", 0, match.start())

    def drop(match: re.Match[str]) -> str:
        notes.say("shortcode", at(match), text=match[0])
        notes.leave(match[0], at(match))
        return ""

    def forget(match: re.Match[str]) -> str:
        notes.say("shortcode", at(match), text=match[0])
        return ""

    def linked(match: re.Match[str]) -> str:
        notes.say("shortcode", at(match), text=match[0])
        notes.leave(match["code"], at(match))
        return match["text"]

    def hugo(match: re.Match[str]) -> str:
        if match[1] != "figure":
            return drop(match)
        said = attributes_of(match[2])
        caption = said.pop("caption", "") or said.pop("title", "")
        picture = markdown_picture(said.pop("src", ""), said.pop("alt", ""), caption)
        return picture or drop(match)

    def liquid(match: re.Match[str]) -> str:
        if match[1] in _QUOTES:
            return match[0]
        if match[1] in {"img", "asset_img"}:
            return _hexo_picture(match[2]) or drop(match)
        if match[1] == "include" and "src" in (said := attributes_of(match[2])):
            caption = said.get("caption", "") or said.get("description", "")
            return markdown_picture(said["src"], said.get("alt", ""), caption)
        if match[1] == "more":
            return ""
        return drop(match)

    def quoted(match: re.Match[str]) -> str:
        lines = [*match[3].strip().split("\n"), *(["", f"—— {match[2]}"] if match[2] else [])]
        return "\n\n" + "\n".join(f"> {one}".rstrip() for one in lines) + "\n\n"

    steps: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (_ROOTS, lambda _: "/"),
        (_LINKED, linked),
        (_HUGO, hugo),
        (_LIQUID, liquid),
        (_OUTPUT, drop),
        (_KRAMDOWN, forget),
        # Last, since lines are counted until then.
        (_QUOTE, quoted),
        (_LIQUID, drop),
    )
    for pattern, step in steps:
        text = pattern.sub(step, text)
    return text.replace(_APART, "\n\n")


def attributes_of(text: str) -> dict[str, str]:
    return {match[1]: match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(text)}


def markdown_picture(source: str, alt: str, caption: str) -> str:
    """A picture by itself; '' without a source."""
    plain = caption.replace('"', "”")
    title = f' "{plain}"' if plain else ""
    return f"{_APART}![{alt}](<{source}>{title}){_APART}" if source else ""


def _hexo_picture(text: str) -> str:
    """`{% img [class] path [width [height]] ["title" ["alt"]] %}`."""
    words = re.findall(r"""'[^']*'|"[^"]*"|\S+""", text)
    bare = [word.strip("\"'") for word in words]
    at = next((at for at, word in enumerate(bare) if re.search(r"[./]\w{2,}", word)), None)
    if at is None:
        return ""
    said = [
        part.strip("\"'") for part in words[at + 1 :] if not re.fullmatch(r"\d+(?:px|%)?", part)
    ]
    if len(said) == 1 and (both := re.fullmatch(r"(.*?)\s*'(.*)", said[0])):
        said = [both[1], both[2]]
    title = said[0] if said else ""
    return markdown_picture(bare[at], said[1] if len(said) > 1 else "", title)


_CAPTION = re.compile(r"\[caption\b[^\]]*\](.*?)\[/caption\]", re.DOTALL)
_CAPTIONED = re.compile(r"\s*((?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:</a>)?)(.*)", re.DOTALL)
_EMBED = re.compile(r"\[embed\b[^\]]*\]\s*(https?://[^\s\[\]<>]+)\s*\[/embed\]")
_WORDPRESS = re.compile(
    r"\[/?(?:gallery|playlist|audio|video|embed|contact-form(?:-7)?|wp_[\w-]+|vc_[\w-]+|et_pb_[\w-]+"
    r"|[A-Za-z][\w-]*(?=(?:\s+[\w-]+=[\"'“”][^\]]*)\]))[^\]]*\]"
)


def resolve_wordpress(text: str, notes: Notes) -> str:
    """A text whose captions and embedded addresses are HTML; other shortcodes are taken out."""

    def captioned(match: re.Match[str]) -> str:
        inner = _CAPTIONED.fullmatch(match[1])
        if inner is None:
            return match[1]
        return f"<figure>{inner[1]}<figcaption>{inner[2].strip()}</figcaption></figure>"

    def drop(match: re.Match[str]) -> str:
        notes.say("shortcode", text=match[0])
        notes.leave(match[0])
        return ""

    text = _CAPTION.sub(captioned, text)
    text = _EMBED.sub(lambda match: f'<a href="{in_html(match[1])}">{in_html(match[1])}</a>', text)
    return _WORDPRESS.sub(drop, text)
