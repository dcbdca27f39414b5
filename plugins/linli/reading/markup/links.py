# SPDX-License-Identifier: MIT
"""Links of a set text: resolved against the site, or reported with their line."""

from __future__ import annotations

from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from linli.reading.links import Unresolved
from linli.reading.markup.located import LINE
from linli.reading.markup.state import ROOT, Sheet


class Links(Treeprocessor):
    """Sets the `href` of every link that has a line, which is every link an editor wrote."""

    sheet: Sheet | None = None

    def run(self, root: Element) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        for anchor in root.iter("a"):
            line = anchor.attrib.pop(LINE, None)
            if line is None:
                continue
            href = anchor.get("href", "")
            if not href.strip():
                sheet.say("link-empty", int(line), target=href, nearest="")
                anchor.attrib.pop("href", None)
                continue
            if not len(anchor) and not (anchor.text or "").strip():
                sheet.say("link-silent", int(line), target=href)
            found = sheet.surroundings.links.resolve(sheet.source.path, href)
            if isinstance(found, Unresolved):
                sheet.say(found.code, int(line), target=href, nearest=found.nearest)
                anchor.attrib.pop("href", None)
                continue
            sheet.links.append((found, href, int(line)))
            if found.src_uri:
                fragment = f"#{quote(found.fragment)}" if found.fragment else ""
                anchor.set("href", f"{ROOT}{found.url}{fragment}" if found.url else fragment)
            elif found.url.startswith(("http:", "https:", "//")):
                # A page that others opened must not be able to steer the one it came from.
                anchor.set("rel", "noopener")
