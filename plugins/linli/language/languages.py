# SPDX-License-Identifier: MIT
"""The languages Linli speaks, and a text in all of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A BCP 47 tag, as it stands in `<html lang>`."""

    ZH_HANS = "zh-Hans"
    EN = "en"

    @classmethod
    def of(cls, tag: str) -> Language:
        """The language behind a theme's or a reader's tag (`zh`, `zh-CN`, `en-GB`).

        Raises ValueError for a language that has no table of words.
        """
        main, _, rest = tag.replace("_", "-").lower().partition("-")
        if main == "zh" and rest not in {"tw", "hk", "mo", "hant"}:
            return cls.ZH_HANS
        if main == "en":
            return cls.EN
        raise ValueError(tag)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in every language, so that no language can be forgotten."""

    zh: str
    en: str

    def __call__(self, language: Language) -> str:
        return self.zh if language is Language.ZH_HANS else self.en
