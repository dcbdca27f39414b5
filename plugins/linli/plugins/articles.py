# SPDX-License-Identifier: MIT
"""`linli/articles`: reads, checks and prints the portal. It stands first of the linli plugins."""

from __future__ import annotations

import logging
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from mkdocs.config import config_options as opt
from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils import CountHandler

from linli.engine.production import CollisionError, Production, StorageError
from linli.engine.progress import OnTerminal
from linli.engine.settings import SettingsError, make_settings, read_clock
from linli.language.messages import Severity
from linli.language.summaries import PRINTED, REFUSED, STOPPED, WAITING
from linli.newsroom.diagnostics import Diagnostic
from linli.plugins.files import PortalFiles
from linli.plugins.later import Later
from linli.plugins.navigation import sections_of
from linli.plugins.page_events import PageEvents
from linli.reading.markup import soft_breaks
from linli.reading.markup.outline import heading_id

if TYPE_CHECKING:
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
    supervisor = opt.Optional(opt.Type(str))
    """主管单位; this and the next three stand in the masthead of a printed issue."""
    postal = opt.Optional(opt.Type(str))
    """邮发代号, under which a post office takes orders."""
    price = opt.Optional(opt.Type(str))
    """零售价: 1.50元, 免费赠阅."""
    founded = opt.Optional(opt.Type(str))
    """创刊: 1998年1月1日."""
    icp = opt.Optional(opt.Type(str))
    """ICP备案, like 蜀ICP备00000000号-1; it leads to the ministry's register."""
    public_security = opt.Optional(opt.Type(str))
    """公安联网备案, like 川公网安备51000000000000号; it leads to its entry in the register."""
    news_licence = opt.Optional(opt.Type(str))
    """互联网新闻信息服务许可证: its eleven digits, in quotation marks."""
    licences = opt.ListOfItems(opt.SubConfig(LicenceConfig), default=[])
    """Any other licence number for the footer."""
    data_licence = opt.Optional(opt.Type(str))
    """On what terms the open data may be used, for its page; a usual sentence where not set."""
    precompress = opt.Type((list, str), default=[])
    """Packed copies beside every text, for hosts that send them as they are: `[gz, br]`."""
    now = opt.Optional(opt.Type(str))
    """The instant of the build, for a preview of another day; LINLI_NOW says the same."""


class ArticlesPlugin(BasePlugin[ArticlesConfig]):
    """The build of the portal, event by event."""

    production: Production | None = None
    _events: PageEvents | None = None
    _serving = False
    _answering = False
    """Whether pages are served already, and somebody may wait for one."""
    _later: Later | None = None
    _docs_dir = ""
    _theme_dirs: list[str]

    def on_startup(self, *, command: str, dirty: bool) -> None:
        # One program may build again what it has served before.
        self._serving, self._answering = command == "serve", False

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a production; the plugins below add their producers to it."""
        self._end()
        if self._later is not None:
            self._later.cancel()
        self.production = self._begin(config)
        # Pages that MkDocs sets get the Chinese of ours: soft breaks, and ids that keep their Han.
        if soft_breaks.__name__ not in config.markdown_extensions:
            config.markdown_extensions.append(soft_breaks.__name__)
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", heading_id)
        # These two are pages of ours: MkDocs' own would know neither the frame nor the dates.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.site_dir = str(self.production.host)
        self._events = self.production.events = PageEvents.of(config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """The engine's own tree is served; and a template that is changed shows at once."""
        # Only a site that is served needs what watches files.
        from linli.plugins.watching import answer_always, watch_closely

        server.root = str(self._going().site.resolve())
        server.error_handler = self._error_page
        watch_closely(server, [_overrides(config)])
        answer_always(server)
        self._answering = True
        return server

    def on_shutdown(self) -> None:
        if self._later is not None:
            self._later.cancel()

    def _error_page(self, code: int) -> bytes | None:
        page = self._going().site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read everything and stop where something is wrong: MkDocs has emptied nothing yet."""
        production = self._going()
        says = production.settings.says
        try:
            taken = production.read(lambda: log.info(WAITING(says)))
        except StorageError as error:
            raise PluginError(REFUSED(says).format(problem=error)) from error
        for finding in taken.diagnostics:
            self._say(finding, production, config)
        if taken.has_errors:
            errors = sum(finding.is_error for finding in taken.diagnostics)
            raise PluginError(STOPPED(says).format(errors=errors))
        # MkDocs would list every article and make a File of it, and every icon of its theme: a
        # second for 100,000 articles, for nothing. It lists an empty folder instead.
        production.nowhere.mkdir(parents=True, exist_ok=True)
        self._docs_dir, config.docs_dir = config.docs_dir, str(production.nowhere)
        self._theme_dirs, config.theme.dirs = config.theme.dirs, [str(_overrides(config))]

    @event_priority(100)
    def _list_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give MkDocs its ordinary pages, which it has not listed itself."""
        config.docs_dir, config.theme.dirs = self._docs_dir, self._theme_dirs
        made_by_plugins = [file for file in files if file.generated_by is not None]
        pages = [
            File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
            for path in self._going().ordinary_paths
        ]
        return Files([*made_by_plugins, *pages])

    @event_priority(-100)
    def _add_targets(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let texts and the navigation lead to what MkDocs does not build."""
        return PortalFiles(files, self._going().target, config)

    on_files = CombinedEvent(_list_pages, _add_targets)

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Compose the frame, now that the sections of the masthead are known."""
        if self._events is not None:
            self._events.nav, self._events.files = nav, files
        self._going().compose(_overrides(config), sections_of(nav))

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        """main.html prints a page that is whole and escaped already."""
        env.loader = jinja2.FileSystemLoader(config.theme.dirs)
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
        """Print what differs, and put the new site in place of the old."""
        production = self._going()
        try:
            # MkDocs aborts a strict build after all plugins are done; nothing may change before.
            if not _strict_failures():
                summary = production.print()
                log.info(PRINTED(production.settings.says).format(**asdict(summary)))
        except CollisionError as error:
            raise PluginError(str(error)) from error
        except StorageError as error:
            raise PluginError(REFUSED(production.settings.says).format(problem=error)) from error
        finally:
            self._end()
        if production.owes:
            self._later = self._later or Later()
            self._later.begin(lambda: self._catch_up(production))
        config.site_dir = str(production.site)

    def _catch_up(self, production: Production) -> None:
        says = production.settings.says
        try:
            if summary := production.catch_up():
                log.debug(PRINTED(says).format(**asdict(summary)))
        except CollisionError as error:
            log.warning(str(error))
        except StorageError as error:
            log.warning(REFUSED(says).format(problem=error))

    def on_build_error(self, *, error: Exception) -> None:
        """The build ends here: what was read is forgotten, and the site is as it was."""
        self._end()

    def _end(self) -> None:
        if self.production is not None:
            self.production.abandon()

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
                    "site_dir": config.site_dir,
                },
                dict(self.config),
                frozenset(config.plugins),
            )
            purpose = "serve" if self._serving else "build"
            production = Production(
                settings, read_clock(settings.portal.zone, self.config.now), Path(), purpose
            )
        except SettingsError as error:
            raise ConfigurationError(str(error)) from error
        # While serving MkDocs has a temporary site folder; ours stays, so it has less to make.
        folder = production.memory / "site" if self._serving else Path(config.site_dir)
        production.site = folder
        production.puts_off = self._answering
        if sys.stderr.isatty() and log.logger.isEnabledFor(logging.INFO):
            production.progress = OnTerminal(sys.stderr, settings.says)
        return production

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
