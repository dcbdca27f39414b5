# SPDX-License-Identifier: MIT
"""The page of the forms and what lies beside it, as files of the site."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
from markupsafe import Markup

from linli.language import forms as words
from linli.language.languages import Language
from linli.pages.admin.configuration import BackEnd, configuration, group, photo
from linli.pages.admin.spellings import spellings
from linli.pages.page import Copy, File, Job
from linli.pages.paper import Paper
from linli.reading.schema import KEYS

FOLDER = "admin"
MODULES = {"@sveltia/cms": "@sveltia/cms/npm/index.js", "js-yaml": "js-yaml/dist/js-yaml.js"}
"""What our script imports, below the folder of the program."""
LOCALE = "@sveltia/cms/locales/zh-CN.json"
"""The words of Sveltia CMS in Chinese."""


@dataclass(frozen=True, slots=True)
class Program:
    """What npm has installed and we publish: Sveltia CMS, and the YAML that it has no words for."""

    digest: str
    """Of all of them: the folder is named by it, so that it may be kept long."""
    copies: tuple[Copy, ...]
    """By their path below the folder of the program."""
    chinese: bytes
    """The words of Sveltia CMS, as JSON."""

    @property
    def folder(self) -> str:
        """From the page's own folder."""
        return f"program.{self.digest}"


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the forms are made from, besides the paper."""

    program: Program
    template: jinja2.Template
    script: str
    content: str
    """Where texts lie in the repository."""
    checkout: str
    """The name of the folder that the repository lies in, on this machine."""
    back_end: BackEnd | None = None

    def jobs(self, paper: Paper) -> Iterator[Job]:
        yield Job("admin", (), lambda: self.files(paper), always=True)

    def files(self, paper: Paper) -> Iterator[File | Copy]:
        """The page, its script, its configuration, and Sveltia CMS."""
        language = paper.portal.language
        script = self.script.encode()
        name = f"forms.{hashlib.blake2b(script, digest_size=4).hexdigest()}.js"
        yield File(f"{FOLDER}/{name}", script)
        yield File(f"{FOLDER}/index.html", self._page(paper, name))
        data = {
            "cms": configuration(
                paper.portal,
                paper.catalogue.vocabulary,
                self.content,
                self.back_end,
                self.checkout,
            ),
            "photo": photo(language),
            "group": group(language),
            "keys": spellings(KEYS),
            "locale": "zh-CN" if language is Language.ZH_HANS else "en-US",
        }
        yield File(f"{FOLDER}/config.json", _json(data, indent=1))
        folder = f"{FOLDER}/{self.program.folder}"
        for copy in self.program.copies:
            yield Copy(f"{folder}/{copy.path}", copy.source, copy.digest)
        # A browser takes no JSON for a module, so the words come as one.
        chinese = b"export default " + self.program.chinese.strip() + b";\n"
        yield File(f"{folder}/{_as_module(LOCALE)}", chinese)

    def _page(self, paper: Paper, script: str) -> bytes:
        language = paper.portal.language
        folder = f"./{self.program.folder}"
        modules = {name: f"{folder}/{path}" for name, path in MODULES.items()}
        modules[f"{folder}/{LOCALE}"] = f"{folder}/{_as_module(LOCALE)}"
        import_map = _json({"imports": modules}).decode()
        text = self.template.render(
            language=language.value,
            title=words.TITLE(language).format(name=paper.portal.name),
            no_script=words.NO_SCRIPT(language),
            policy=policy(import_map, self.back_end),
            import_map=Markup(import_map),
            script=script,
            is_local=self.back_end is None,
        )
        return text.encode()


def policy(import_map: str, back_end: BackEnd | None) -> str:
    """What the page may load and whom it may ask: this site, and the server of the back end.

    Sveltia would ask others too: for fonts that lie here, and how GitHub is today.
    """
    digest = base64.b64encode(hashlib.sha256(import_map.encode()).digest()).decode()
    asked = " ".join(("'self'", "blob:", "data:", *(back_end.origins if back_end else ())))
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' 'sha256-{digest}'",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self'",
        "img-src": "'self' blob: data:",
        "media-src": "blob:",
        "connect-src": asked,
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _as_module(path: str) -> str:
    return f"{path.removesuffix('.json')}.js"


def _json(value: dict[str, Any], indent: int | None = None) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    # Inside a page nothing may look like the end of its script.
    return (text.replace("<", "\\u003c") + ("\n" if indent else "")).encode()
