# SPDX-License-Identifier: MIT
"""The HTML of others as a tree of plain values; all that knows selectolax."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

_DEEPEST = 120
"""No page that somebody reads is deeper; what is stands in the element at this depth."""
_UNSEEN = frozenset({"script", "style", "template", "head", "link", "meta", "title", "base"})
_BLOCK_NAMES = """
address article aside blockquote body br button caption center dd details dialog div dl dt
fieldset figcaption figure footer form founder-content h1 h2 h3 h4 h5 h6 header hgroup hr
html legend li main menu nav ol option p pre section select summary table tbody td tfoot
th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element, its attributes and what is in it."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """The element and all that are in it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own."""
        return self.name in _BLOCKS

    @property
    def is_seen(self) -> bool:
        return self.name not in _UNSEEN

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """What a reader sees of it, on one line."""
        return " ".join("".join(_signs(self)).split())

    def first(self, holds: Callable[[Element], bool]) -> Element | None:
        return next((element for element in self if holds(element)), None)

    def named(self, name: str) -> Element | None:
        return self.first(lambda element: element.name == name)

    def identified(self, identity: str) -> Element | None:
        return self.first(lambda element: element.attributes.get("id") == identity)

    def without(self, gone: frozenset[int] | set[int]) -> Element:
        """The tree without some of its elements, told by `id()`."""
        children = [
            child.without(gone) if isinstance(child, Element) else child
            for child in self.children
            if id(child) not in gone
        ]
        return Element(self.name, self.attributes, children)


Node = Element | str


def _signs(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.is_seen:
            yield " " if child.is_block else ""
            yield from _signs(child)
            yield " " if child.is_block else ""


def parse(html: str) -> Element:
    """The tree of a page or of a part of one; comments are not in it."""
    # Some megabytes, and only who imports waits for them.
    from selectolax.lexbor import LexborHTMLParser

    top: list[Node] = []
    # A NUL in the middle would end the text.
    root = LexborHTMLParser(html.replace("\0", "")).root
    if root is None:
        return Element("html")
    # By the parser's own number of each element: how deep it stands, and what is put into it.
    homes: dict[int, tuple[int, list[Node]]] = {}
    for node in root.traverse(include_text=True):
        parent = node.parent
        depth, home = (0, top) if parent is None else homes.get(parent.mem_id, (0, top))
        if node.is_text_node:
            home.append(node.text_content or "")
        elif node.is_element_node and depth < _DEEPEST:
            attributes = {name: value or "" for name, value in node.attributes.items()}
            element = Element((node.tag or "").lower(), attributes, [])
            home.append(element)
            homes[node.mem_id] = (depth + 1, element.children)
        elif node.is_element_node:
            homes[node.mem_id] = (depth, home)
    return next((one for one in top if isinstance(one, Element)), Element("html"))
