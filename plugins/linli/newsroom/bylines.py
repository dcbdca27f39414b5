# SPDX-License-Identifier: MIT
"""Who made a piece: a byline is a person with a role, a credit a picture's or text's source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a person did for a piece."""

    REPORTER = "reporter"
    CORRESPONDENT = "correspondent"
    """通讯员: writes for the paper from an office or a community, without being its employee."""
    PHOTOGRAPHER = "photographer"
    EDITOR = "editor"
    AUTHOR = "author"
    """Wrote it, and the line does not say as what."""


class CreditKind(Enum):
    """What a credit is given for."""

    PICTURE = "picture"
    """Supplied the picture: 供图."""
    TEXT = "text"
    """Supplied the text: 供稿."""
    PHOTO = "photo"
    """Took the photograph, or is where it was taken from: 图片来源, 图据."""


_TITLES = {Role.REPORTER: "记者", Role.CORRESPONDENT: "通讯员", Role.EDITOR: "编辑"}
_CREDITS = {
    CreditKind.PICTURE: "{}供图",
    CreditKind.TEXT: "{}供稿",
    CreditKind.PHOTO: "图片来源：{}",
}


@dataclass(frozen=True, slots=True)
class Byline:
    """One person under a piece; `str` is the line a reader sees, `华西社区传媒记者 沈悦 摄影报道`.

    Raises ValueError without a name or a role, or with a role named twice.
    """

    name: str
    roles: tuple[Role, ...]
    affiliation: str = ""
    title: str = ""
    """The role in its printed words, where they say more than the role does: 实习记者."""

    def __post_init__(self) -> None:
        if not self.name or not self.roles:
            raise ValueError("a byline needs a name and a role")
        if len(set(self.roles)) < len(self.roles):
            raise ValueError("a byline names a role twice")

    @property
    def wrote(self) -> bool:
        return self.roles != (Role.PHOTOGRAPHER,)

    @property
    def photographed(self) -> bool:
        return Role.PHOTOGRAPHER in self.roles

    def __str__(self) -> str:
        title = self.title or "".join(_TITLES.get(role, "") for role in self.roles)
        parts = (self.affiliation + title, self.name, self._work())
        return " ".join(part for part in parts if part)

    def _work(self) -> str:
        if not self.photographed:
            return ""
        if not self.wrote:
            return "" if "摄影" in self.title else "摄"
        return "摄影报道" if Role.REPORTER in self.roles else "文/图"


@dataclass(frozen=True, slots=True)
class Credit:
    """Where a picture or a text comes from; `str` is the credit line, `新津区委社治委供图`."""

    name: str
    kind: CreditKind
    organisation: bool
    """Whether the name is a body's or a group's (受访者), and so never has a person's page."""

    def __str__(self) -> str:
        return _CREDITS[self.kind].format(self.name)
