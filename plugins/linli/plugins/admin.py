# SPDX-License-Identifier: MIT
"""`linli/admin`: forms in the browser, for editors who write no files.

Published only where a back end is named; whoever serves the site on his own machine has them for
his own checkout.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import BasePlugin, get_plugin_logger

from linli.engine.production import Production
from linli.engine.vendored import NotAsLockedError, NotInstalledError, read_program
from linli.language.forms import NOT_AS_LOCKED, NOT_THERE, OPEN
from linli.pages.admin.configuration import BackEnd, Host
from linli.pages.admin.desk import Desk, Program
from linli.pages.templates import environment
from linli.plugins.production import production_of

log = get_plugin_logger(__name__)

NONE = "none"


class AdminConfig(Config):
    backend = opt.Choice((NONE, *(host.value for host in Host)), default=NONE)
    """Who keeps the repository: `github`, `gitlab` or `gitea`. With `none` nothing is published."""
    repo = opt.Optional(opt.Type(str))
    """The repository there, as `owner/name`."""
    branch = opt.Optional(opt.Type(str))
    """The branch that forms save to; the repository's own where not set."""
    api_root = opt.Optional(opt.Type(str))
    """Where the server answers, if it is one of your own: `https://git.example.org/api/v1`."""
    base_url = opt.Optional(opt.Type(str))
    """Who signs editors in. GitHub needs a service for it; without, they sign in with a token."""
    app_id = opt.Optional(opt.Type(str))
    """The application's id at GitLab or Gitea, with which editors sign in there."""
    local = opt.Type(bool, default=True)
    """Whether `mkdocs serve` has forms for the checkout that it serves."""
    vendor = opt.Type(str, default=".vendor")
    """The folder that `make forms` installs Sveltia CMS into, from where mkdocs.yml lies."""


class AdminPlugin(BasePlugin[AdminConfig]):
    """Adds the forms to the production, where anybody may have them."""

    _serving = False
    _told = False
    """Whether somebody who serves knows already; he need not hear it at every change."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self._serving, self._told = command == "serve", False

    def on_config(self, config: MkDocsConfig) -> None:
        back_end = self._back_end()
        if back_end is None and not (self._serving and self.config.local):
            return
        production = production_of(config)
        root = Path(config.config_file_path).resolve().parent
        program = self._program(root / self.config.vendor, production)
        if program is None:
            return
        settings = production.settings
        overrides = production.overrides
        desk = Desk(
            program,
            environment(overrides, settings.portal.language).get_template("admin.html"),
            (overrides / "scripts" / "admin" / "forms.js").read_text(encoding="utf-8"),
            settings.content.resolve().relative_to(root).as_posix(),
            root.name,
            back_end,
        )
        production.producers.append(desk.jobs)
        self._tell(OPEN(settings.says).format(folder=root))

    def _program(self, folder: Path, production: Production) -> Program | None:
        says = production.settings.says
        try:
            return read_program(folder)
        except NotInstalledError as error:
            if not self._serving:
                raise ConfigurationError(f"linli/admin: {NOT_THERE(says)}") from error
            self._tell(NOT_THERE(says))
            return None
        except NotAsLockedError as error:
            raise ConfigurationError(
                f"linli/admin: {NOT_AS_LOCKED(says).format(file=error)}"
            ) from error

    def _tell(self, words: str) -> None:
        if self._serving and not self._told:
            log.info(words)
        self._told = True

    def _back_end(self) -> BackEnd | None:
        if self.config.backend == NONE:
            return None
        repo = self.config.repo or ""
        if "/" not in repo.strip("/"):
            raise ConfigurationError(
                f"linli/admin: repo: `{repo}` is not a repository; write owner/name"
            )
        api, base = self._url("api_root"), self._url("base_url")
        if api and not base and self.config.app_id:
            base = "{0.scheme}://{0.netloc}".format(urlsplit(api))
        return BackEnd(
            Host(self.config.backend),
            repo,
            self.config.branch or "",
            api,
            base,
            self.config.app_id or "",
        )

    def _url(self, option: str) -> str:
        url = str(self.config[option] or "")
        if url and not url.startswith("https://"):
            raise ConfigurationError(
                f"linli/admin: {option}: `{url}` is not safe to sign in at; write https://…"
            )
        return url.rstrip("/")
