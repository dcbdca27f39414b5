# SPDX-License-Identifier: MIT
"""What each code means, with an example and its mend: a page of the handbook, or one entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from linli.language.examples import EXAMPLES, THEMES
from linli.language.examples.example import REPORT, Example, InWords, Part
from linli.language.languages import Language, Text
from linli.language.messages import MESSAGES, Severity
from linli.language.written import between_marks

PAGE = "about/codes.md"
"""Where a site keeps the page, in its content folder."""

SEVERITIES = {
    Severity.ERROR: Text("错误", "Error"),
    Severity.WARNING: Text("警告", "Warning"),
    Severity.NOTICE: Text("提示", "Notice"),
}
UNKNOWN = Text(
    "没有“{code}”这个代码。‹您要找的是不是“{nearest}”？›全部代码见 linli codes。",
    "There is no code `{code}`. ‹Did you mean `{nearest}`? ›`linli codes` lists them all.",
)
READ_MORE = Text(
    "每个代码的意思、例子和改法：{page}。", "What each code means, with examples: {page}."
)
COMMAND = Text("运行 linli codes 代码", "run `linli codes CODE`")
_WRONG, _RIGHT = Text("错", "Wrong"), Text("对", "Right")
_COLON, _IN = Text("：", ":"), Text("（{file}）", " ({file})")
_NOTHING = Text("（什么也没写）", "(nothing)")
_OTHERS = Text("其他", "Others")
_LEFT_OUT = frozenset({"nearest", "guess"})
"""What a message suggests; without an editor's text there is nothing to suggest."""
_STAND_INS = {
    "key": Text("键", "key"),
    "zh": Text("中文名", "its Chinese name"),
    "keys": Text("各个键", "its keys"),
    "name": Text("名称", "name"),
    "value": Text("值", "value"),
    "file": Text("文件", "file"),
    "files": Text("文件", "files"),
    "other": Text("另一处", "the other"),
    "document": Text("证件", "document"),
    "label": Text("号码名称", "number"),
    "code": Text("代码", "code"),
    "target": Text("网址", "target"),
    "text": Text("原文", "text"),
    "tag": Text("标签", "tag"),
    "words": Text("原话", "words"),
    "date": Text("日期", "date"),
    "day": Text("日期", "day"),
    "until": Text("日期", "day"),
    "earliest": Text("日期", "day"),
    "url": Text("网址", "URL"),
    "alias": Text("旧网址", "URL"),
    "path": Text("路径", "path"),
    "uscc": Text("代码", "code"),
    "place": Text("地点", "place"),
    "phrase": Text("声明作废", "声明作废"),
    "expected": Text("应有的", "expected"),
    "found": Text("写的", "found"),
}
"""What stands for an argument that only an editor's text would have."""
_NUMBER = Text("几", "…")
_ARGUMENT = re.compile(r"\{\{|\}\}|\{(\w+)\}")
_MARKUP = re.compile(r"([\\`*_{}\[\]#])")


def meaning(code: str, language: Language) -> str:
    """The words of a finding where nothing was found yet."""
    message = MESSAGES[code]
    names = {name for name in _ARGUMENT.findall(f"{message.zh}{message.en}") if name}
    words = {name: "" if name in _LEFT_OUT else _stand_in(name, language) for name in names}
    return message.say(words, language)


def _stand_in(name: str, language: Language) -> str:
    text = _STAND_INS.get(name) or _STAND_INS.get(re.sub("_(zh|en)$", "", name)) or Text("…", "…")
    return text(language)


def nearest(code: str) -> str:
    """The code that somebody may have meant; empty where none is like it."""
    found = get_close_matches(code.lower().replace("_", "-"), MESSAGES, n=1)
    return found[0] if found else ""


def entry(code: str, language: Language) -> str:
    """One code for a terminal."""
    head = f"{code}{_IN(language).format(file=SEVERITIES[MESSAGES[code].severity](language))}"
    parts = [head, meaning(code, language)]
    for label, written in _sides(code, language):
        parts += ["", label, *(f"    {line}".rstrip() for line in written.split("\n"))]
    return "\n".join(parts) + "\n"


def codes(language: Language) -> str:
    """All codes by theme, in Markdown; each has its name for an anchor."""
    themes = [(theme.slug, theme.name(language), list(theme.examples)) for theme in THEMES]
    if others := [code for code in MESSAGES if code not in EXAMPLES]:
        themes.append(("others", _OTHERS(language), others))
    contents = "\n".join(f"- [{name}](#theme-{slug})" for slug, name, _ in themes)
    parts = [contents]
    for slug, name, members in themes:
        parts.append(f"## {name} {{ #theme-{slug} }}")
        parts += [part for code in members for part in _section(code, language)]
    return "\n\n".join(parts) + "\n"


def _section(code: str, language: Language) -> Iterator[str]:
    severity = SEVERITIES[MESSAGES[code].severity](language)
    yield f"### {code} {{ #{code} lang=en }}"
    yield f"**{severity}**{_COLON(language)}{_escaped(meaning(code, language))}"
    example = EXAMPLES.get(code)
    for label, written in _sides(code, language):
        if isinstance(example, Example):
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", written)), default=0))
            sort = {Part.KEYS: "yaml", Part.NAMES: "text"}.get(example.part, "markdown")
            yield f"{label}\n\n{fence}{sort}\n{written}\n{fence}"
        else:
            yield f"{label}{_escaped(written)}"


def _sides(code: str, language: Language) -> Iterator[tuple[str, str]]:
    """What is wrong and what is right, each with its label."""
    example = EXAMPLES.get(code)
    if isinstance(example, InWords):
        yield f"{_WRONG(language)}{_COLON(language)}", example.wrong(language)
        yield f"{_RIGHT(language)}{_COLON(language)}", example.right(language)
    elif example is not None:
        for word, written in ((_WRONG, example.wrong), (_RIGHT, example.right)):
            names_file = written.startswith("# ") and written.split("\n")[0].endswith(".md")
            named = example.part is Part.NAMES or names_file or example.file == REPORT
            file = "" if named else _IN(language).format(file=example.file)
            label = f"{word(language)}{file}{_COLON(language)}"
            yield label, written or _NOTHING(language)


def _escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", text).replace("<", "&lt;").replace(">", "&gt;")


def with_codes(page: str, language: Language) -> str:
    """A page with the current codes between its two marks.

    Raises ValueError where a mark is missing.
    """
    return between_marks(page, "codes", codes(language))
