# SPDX-License-Identifier: MIT
"""Who made a piece, where its text says so: in a line of its own, or in brackets at its ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linli.reading.bylines import parse_signature

_WORDS = re.compile(
    r"记者|通讯员|实习生|评论员|作者|摄影|供图|供稿|摄$|摄[）)]$|文\s?[/／]\s?图|图\s?[/／]\s?文|报道[）)]?$"
    r"|图片来源|图源|图据|^[文图摄]\s?[/／：: ]|撰文|采写"
)
_LIKE_ONE = re.compile(
    r"(?:^|[\s■□◆◇●○▲△★☆（(])(?:本[报刊网台]|见习|实习)*(?:记者|通讯员|作者|摄影|文|图)[\s：:/／系]"
    r"|(?:摄|供图|供稿|来稿|报道|[文图]\s?[/／]\s?[图文])[）)]?$"
)
_ENDING = frozenset({"完", "全文完", "未完", "未完待续"})
_LONGEST = 40
_BRACKETS = re.compile(r"[（(]([^（）()]{2,40})[）)]")
_AT_END = re.compile(r"(?<=[。！？!?…”])\s*[（(]([^（）()]{2,40})[）)]$")
_REPORTED = re.compile(r"(?:本[报刊网台]|[\u4e00-\u9fff]{2,6})讯[：:]?\s*(?=[（(]|记者|通讯员|\s)")
_SIGN = re.compile(r"[■□◆◇●○▲△★☆▎丨|]\s*")
_BARE = re.compile(
    r"((?:记者|通讯员)[ \u3000]*[\u4e00-\u9fff]{2,3}(?:[ \u3000]*(?:报道|文/图))?)[ \u3000]+"
)


@dataclass(frozen=True, slots=True)
class Signed:
    """A text, and who signed it within."""

    text: str
    signature: str


def is_signature(text: str) -> bool:
    """Whether a line says who made a piece and nothing else."""
    bare = _bare(text)
    whole = not re.search(r"[（()），,]|讯$", bare) and not _REPORTED.match(bare)
    if not whole or len(text) > _LONGEST or not _WORDS.search(text):
        return False
    signature = parse_signature(bare)
    # 记者手记, 通讯员之家: what stands behind a title is a name where it begins with a surname.
    return signature is not None and all(
        parse_signature(byline.name) is not None for byline in signature.bylines
    )


def looks_like_one(text: str) -> bool:
    """Whether a line speaks of those who make a piece, in a form that may be unknown."""
    return len(text) <= _LONGEST and "。" not in text and _LIKE_ONE.search(text) is not None


def is_credit(text: str) -> bool:
    """Whether it names only who gave a picture or a text, or took a picture."""
    signature = parse_signature(_bare(text))
    if signature is None or not _WORDS.search(text):
        return False
    return not any(byline.wrote for byline in signature.bylines)


def divided(text: str) -> tuple[list[str], list[str]] | None:
    """Bylines and credits of a line, each as printed; None where they cannot be told apart."""
    bare = _bare(text)
    whole = parse_signature(bare)
    if whole is None:
        return None
    if not whole.credits:
        return [bare], []
    if not whole.bylines:
        return [], [bare]
    for space in re.finditer(r"\s+|(?<=[）)])", bare):
        parts = bare[: space.start()], bare[space.end() :]
        read = [parse_signature(part) for part in parts]
        match read:
            case [one, other] if one and other and not one.credits and not other.bylines:
                return [parts[0]], [parts[1]]
            case [one, other] if one and other and not one.bylines and not other.credits:
                return [parts[1]], [parts[0]]
    return None


def at_end(text: str) -> Signed | None:
    """`……大家都说好。（记者 王某 文/图）`, as the last words of a piece."""
    found = _AT_END.search(text)
    if found is None or found[1] in _ENDING or divided(found[1]) is None:
        return None
    return Signed(text[: found.start()].rstrip(), found[1].strip())


def at_beginning(text: str) -> Signed | None:
    """`本报讯（记者 王某）`, as the first words of a piece: 本报讯 stays."""
    reported = _REPORTED.match(text)
    start = reported.end() if reported else 0
    found = _BRACKETS.match(text, start) or (_BARE.match(text, start) if reported else None)
    if found is None or not is_signature(found[1]) or divided(found[1]) is None:
        return None
    rest = text[found.end() :].lstrip()
    lead = text[:start].rstrip()
    return Signed(f"{lead} {rest}" if lead and rest else lead or rest, found[1].strip())


def sign_of(text: str) -> str:
    """The mark that a paper sets before its signatures."""
    found = _SIGN.match(text)
    return found[0].strip() if found else ""


def _bare(text: str) -> str:
    text = _SIGN.sub("", text, count=1) if _SIGN.match(text) else text
    brackets = _BRACKETS.fullmatch(text.strip())
    return brackets[1].strip() if brackets else text.strip()
