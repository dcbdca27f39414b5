# SPDX-License-Identifier: MIT
"""`linli/articles`: reads, checks and prints the portal. It stands first of the linli plugins."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from linli.engine.production import CollisionError, Production
from linli.engine.settings import SettingsError, make_settings, read_clock
from linli.engine.site_folder import Stage
from linli.language.messages import Severity
from linli.language.summaries import STOPPED
from linli.newsroom.diagnostics import Diagnostic
from linli.pages import announcements, articles, corrections, front, not_found, redirects
from linli.plugins.files import PortalFiles
from linli.plugins.navigation import sections_of
from linli.reading.markup import soft_breaks
from linli.reading.markup.outline import heading_id

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger(__name__)
findings = log.logger.getChild("findings")
"""Says `path:line: code: …` and nothing before it, so that an editor's program can follow."""
_HOST = log.logger.name.partition(".")[0]
"""`mkdocs` or `properdocs`: the logger whose warnings a strict build counts."""


class LicenceConfig(Config):
    text = opt.Type(str)
    """The number as it must be shown: 蜀ICP备00000000号."""
    url = opt.Optional(opt.Type(str))
    """The register it can be looked up in."""


class ArticlesConfig(Config):
    timezone = opt.Type(str, default="Asia/Shanghai")
    """The zone in which dates without an offset are told, and in which a day begins."""
    language = opt.Optional(opt.Type(str))
    """The language in which editors are told what is wrong; the site's where not set."""
    page_size = opt.Type(int, default=20)
    """Pieces on one page of an index."""
    tagline = opt.Optional(opt.Type(str))
    """What stands beside the paper's name."""
    sponsor = opt.Optional(opt.Type(str))
    """主办单位."""
    publisher = opt.Optional(opt.Type(str))
    """出版单位."""
    serial = opt.Optional(opt.Type(str))
    """The paper's CN number."""
    licences = opt.ListOfItems(opt.SubConfig(LicenceConfig), default=[])
    """ICP, public security and news licence numbers for the footer."""
    now = opt.Optional(opt.Type(str))
    """The instant of the build, for a preview of another day; LINLI_NOW says the same."""


class ArticlesPlugin(BasePlugin[ArticlesConfig]):
    """The build of the portal, event by event."""

    production: Production | None = None
    _stage: Stage | None = None
    _serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self._serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a production; the plugins below add their producers to it."""
        self.production = self._begin(config)
        self.production.producers += [
            lambda paper: [front.page(paper)],
            articles.pages,
            announcements.pages,
            lambda paper: [corrections.page(paper), not_found.page(paper)],
            redirects.files,
        ]
        # Pages that MkDocs sets get the Chinese of ours: soft breaks, and ids that keep their Han.
        if soft_breaks.__name__ not in config.markdown_extensions:
            config.markdown_extensions.append(soft_breaks.__name__)
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", heading_id)
        # These two are pages of ours: MkDocs' own would know neither the frame nor the dates.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        self._stage = None
        if not self._serving:
            self._stage = Stage(Path(config.site_dir))
            self._stage.clear()
            config.site_dir = str(self._stage.next)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """A template that is changed shows at once; MkDocs itself watches texts only."""
        server.watch(str(_overrides(config)))
        return server

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read everything and stop where something is wrong: MkDocs has emptied nothing yet."""
        production = self._going()
        loaded = production.read()
        for finding in loaded.diagnostics:
            self._say(finding, production, config)
        if loaded.has_errors:
            errors = sum(finding.is_error for finding in loaded.diagnostics)
            raise PluginError(STOPPED(production.settings.says).format(errors=errors))

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave MkDocs its ordinary pages and attachments; the rest are link targets."""
        production = self._going()
        return PortalFiles(
            [file for file in files if production.leaves_to_mkdocs(file.src_uri, file.src_dir)],
            production.targets(),
            config,
        )

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Compose all pages, now that the sections of the masthead are known."""
        try:
            self._going().compose(_overrides(config), sections_of(nav))
        except CollisionError as error:
            raise PluginError(str(error)) from error

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        """main.html prints a page that is whole and escaped already."""
        env.globals["linli_page"] = ""

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """An ordinary page stands in the same frame as an article."""
        html = self._going().ordinary_page(page.file.src_uri, page.content or "")
        context["linli_page"] = html  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Print what was composed, and put the new site in place of the old."""
        production = self._going()
        count = production.print(Path(config.site_dir))
        log.info(production.summary(count))
        if self._stage is not None and not _strict_failures():
            self._stage.publish()
            config.site_dir = str(self._stage.site)

    def _begin(self, config: MkDocsConfig) -> Production:
        try:
            settings = make_settings(
                Path(config.config_file_path).parent if config.config_file_path else Path(),
                {
                    "site_name": config.site_name,
                    "site_url": config.site_url,
                    "site_description": config.site_description,
                    "use_directory_urls": config.use_directory_urls,
                    "docs_dir": config.docs_dir,
                    "language": config.theme.get("language", "en"),
                    "custom_dir": config.theme.custom_dir,
                },
                dict(self.config),
                frozenset(config.plugins),
            )
            return Production(settings, read_clock(settings.portal.zone, self.config.now))
        except SettingsError as error:
            raise ConfigurationError(str(error)) from error

    def _going(self) -> Production:
        assert self.production is not None, "on_config comes first"
        return self.production

    def _say(self, finding: Diagnostic, production: Production, config: MkDocsConfig) -> None:
        # A warning about a text is for its editor. It must not stop a strict build, which is
        # about links and configuration: some, like a number that a notice lacks, stay for ever.
        level = logging.ERROR if finding.severity is Severity.ERROR else logging.INFO
        folder = f"{Path(config.docs_dir).name}/"
        findings.log(level, finding.line(production.settings.says, prefix=folder))


def _overrides(config: MkDocsConfig) -> Path:
    if config.theme.custom_dir is None:
        raise ConfigurationError("theme.custom_dir: the folder of Linli's templates is missing")
    return Path(config.theme.custom_dir)


def _strict_failures() -> bool:
    """Whether MkDocs is about to abort a strict build, which it does after all plugins are done."""
    counters = [
        handler
        for handler in logging.getLogger(_HOST).handlers
        if isinstance(handler, CountHandler)
    ]
    return any(counter.get_counts() for counter in counters)
