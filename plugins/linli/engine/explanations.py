# SPDX-License-Identifier: MIT
"""Where an editor reads what a code means: on the site's own page, if it has one."""

from __future__ import annotations

from dataclasses import dataclass

from linli.engine.settings import Settings
from linli.language import handbook
from linli.language.languages import Language


@dataclass(frozen=True, slots=True)
class Explanations:
    """The page of codes as this site has it."""

    url: str
    """Empty where the site has no such page, or no address."""
    file: str
    """The same in the content folder; empty where there is none."""

    def of(self, code: str) -> str:
        """Where one code stands; empty where the page has no address."""
        return f"{self.url}#{code}" if self.url else ""

    def read_more(self, language: Language) -> str:
        """One line that says where to read about the codes."""
        command = handbook.COMMAND(language)
        comma = "，或" if language is Language.ZH_HANS else ", or "
        page = self.url or self.file
        where = f"{page}{comma}{command}" if page else command
        return handbook.READ_MORE(language).format(page=where)


def explanations(settings: Settings) -> Explanations:
    if not (settings.content / handbook.PAGE).is_file():
        return Explanations("", "")
    portal = settings.portal
    url = portal.absolute(portal.addresses.of_source(handbook.PAGE)) if portal.url else ""
    return Explanations(url, f"{settings.content.name}/{handbook.PAGE}")
