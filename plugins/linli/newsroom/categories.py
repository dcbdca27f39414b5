# SPDX-License-Identifier: MIT
"""Categories and people: what exists because its file exists."""

from __future__ import annotations

from dataclasses import dataclass

from linli.newsroom.diagnostics import Source
from linli.newsroom.front_page import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A category of reports, from categories/<slug>.md."""

    slug: str
    name: str
    source: Source
    order: int = 0
    summary: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A byline's own page, from people/<slug>.md."""

    slug: str
    name: str
    source: Source
    role: str = ""
    affiliation: str = ""
    summary: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinaryPage:
    """A page that is no piece: a policy, the handbook, the front page's shell."""

    title: str
    source: Source
    summary: str = ""
    body: str = ""
    aliases: tuple[str, ...] = ()
    front: tuple[Placement, ...] = ()
    """What stands on the front page by hand, in this order; index.md alone has it."""
