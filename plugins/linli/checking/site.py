# SPDX-License-Identifier: MIT
"""What a whole site must have, and may have only once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linli.language.languages import Text
from linli.newsroom.categories import Category, Person
from linli.newsroom.diagnostics import Diagnostic, Location
from linli.newsroom.manuscripts import Manuscripts
from linli.newsroom.nearest import nearest
from linli.reading.markup.typesetter import Body

POLICY_PAGES = {
    "about/corrections.md": Text("更正与撤回", "Corrections and withdrawals"),
    "about/privacy.md": Text("隐私", "Privacy"),
    "about/contact.md": Text("联系", "Contact"),
    "about/newsroom.md": Text("编辑部", "Newsroom"),
    "about/reposting.md": Text("转载", "Reposting"),
}
"""The pages that every news site must have."""


def check(manuscripts: Manuscripts, bodies: Mapping[str, Body]) -> Iterator[Diagnostic]:
    yield from policy_pages_exist(manuscripts)
    yield from names_are_unique("category-twice", manuscripts.categories)
    yield from names_are_unique("person-twice", manuscripts.people)
    yield from anchors_exist(manuscripts, bodies)


def policy_pages_exist(manuscripts: Manuscripts) -> Iterator[Diagnostic]:
    """The five policy pages are there."""
    paths = {page.source.path for page in manuscripts.pages} | manuscripts.unread
    for path, title in POLICY_PAGES.items():
        if path not in paths:
            arguments = {"title_zh": title.zh, "title_en": title.en, "path": path}
            yield Diagnostic("policy-page-missing", Location(path), arguments)


def names_are_unique(code: str, files: Iterable[Category | Person]) -> Iterator[Diagnostic]:
    """No two files of a folder bear one name."""
    first: dict[str, str] = {}
    for file in files:
        path = file.source.path
        if file.name in first:
            arguments = {"name": file.name, "other": first[file.name]}
            yield Diagnostic(code, file.source.at("name"), arguments)
        first.setdefault(file.name, path)


def anchors_exist(manuscripts: Manuscripts, bodies: Mapping[str, Body]) -> Iterator[Diagnostic]:
    """A link to a cross-head of a piece finds it there."""
    for value in manuscripts.every:
        body = bodies.get(value.source.path)
        for use in body.links if body else ():
            target = bodies.get(use.target.src_uri)
            fragment = use.target.fragment
            if target is None or not fragment or fragment in target.anchors:
                continue
            yield Diagnostic(
                "dead-anchor",
                value.source.in_body(use.line),
                {"target": use.written, "nearest": nearest(fragment, target.anchors)},
            )
