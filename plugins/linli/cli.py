# SPDX-License-Identifier: MIT
"""What an editor and a program may ask: `linli check`, `revise`, `import`, `lookup` and others."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from linli.engine.against import compare
from linli.engine.explain import explain
from linli.engine.importing import draft_column, write
from linli.engine.load import load
from linli.engine.repository import RepositoryError
from linli.engine.revise import ReviseError, revise
from linli.engine.settings import Settings, SettingsError, read_clock, read_settings
from linli.engine.stocktaking import Taken
from linli.language import imports
from linli.language.languages import Language
from linli.language.messages import Severity
from linli.language.summaries import CHECKED
from linli.newsroom.addresses import Addresses
from linli.newsroom.diagnostics import Diagnostic, Exit, in_file_order
from linli.pages import indexes
from linli.reading.batches import is_batch
from linli.reading.dates import DateError, parse_day
from linli.reading.importing.decoding import EncodingError, decode
from linli.reading.importing.drafts import Printing
from linli.reading.reference import reference, with_reference
from linli.reading.schema import json_schema


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns what the shell is told (0 clean, 1 errors, 2 usage)."""
    # An editor's Windows console is not UTF-8; a message must not fail for its own characters.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SettingsError as error:
        print(f"linli: {error}", file=sys.stderr)
        return Exit.USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="linli", description="Linli 邻里")
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="检查全部稿件 · check what editors wrote")
    check.add_argument("paths", nargs="*", type=Path, help="只报告这些文件 · only these files")
    check.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    check.add_argument("--format", choices=("text", "github", "json"), default="text")
    check.add_argument("--language", help="zh-Hans · en")
    check.add_argument("--now", help="当作此刻检查 · check as at this instant")
    check.add_argument(
        "--against",
        metavar="REV",
        help="对照这次提交，发表过的不能消失或悄悄改 · hold what was published at a commit",
    )
    check.set_defaults(run=_check)
    revised = commands.add_parser(
        "revise", help="改公告：存下旧版 · begin a new version of a notice"
    )
    revised.add_argument("path", type=Path, help="公告的文件 · the file of an announcement")
    revised.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    revised.add_argument("--language", help="zh-Hans · en")
    revised.add_argument("--now", help="当作此刻 · as at this instant")
    revised.set_defaults(run=_revise)
    explain = commands.add_parser("explain", help="说明一页为何重排 · why a page is made again")
    explain.add_argument("path", help="稿件或网站里的文件 · a text, or a file or URL of the site")
    explain.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    explain.add_argument("--language", help="zh-Hans · en")
    explain.add_argument("--now", help="当作此刻 · as at this instant")
    explain.set_defaults(run=_explain)
    importing = commands.add_parser("import", help="起草稿件 · draft pieces from a printed text")
    importing.add_argument(
        "--announcements",
        required=True,
        metavar="FILE",
        help="报纸分类公告栏的文字，- 为标准输入 · a column of classified notices; - for stdin",
    )
    importing.add_argument("--date", help="登报日期 · the paper's date")
    importing.add_argument("--issue", default="", help="期号 · number of the issue")
    importing.add_argument("--page", default="", help="版次 · the page")
    importing.add_argument("--output", type=Path, help="写到哪个文件 · the file to write")
    importing.add_argument("--config", type=Path, default=Path("mkdocs.yml"))
    importing.add_argument("--language", help="zh-Hans · en")
    importing.set_defaults(run=_import)
    schema = commands.add_parser("schema", help="稿件信息的 JSON Schema · of the front matter")
    schema.set_defaults(run=_schema)
    keys = commands.add_parser("keys", help="键表 · the table of keys")
    keys.add_argument("--language", default="zh-Hans", help="zh-Hans · en")
    keys.add_argument("--write", type=Path, help="写进手册 · write it into a handbook")
    keys.set_defaults(run=_keys)
    return parser


def _check(options: argparse.Namespace) -> int:
    settings = read_settings(options.config)
    if options.language:
        settings = replace(settings, says=_language(options.language))
    if not settings.content.is_dir():
        raise SettingsError(f"docs_dir: there is no folder {settings.content.name}/")
    taken, found = _found(options, settings)
    if options.against is not None:
        instant = read_clock(settings.portal.zone, options.now).now
        try:
            published = compare(settings.content, settings.portal, options.against, instant)
            found = list(in_file_order((*found, *published)))
        except RepositoryError as error:
            raise SettingsError(f"--against: {error}") from error
    try:
        wanted = {_in_content(path, settings) for path in options.paths}
    except ValueError as error:
        raise SettingsError(str(error)) from error
    found = [one for one in found if not wanted or _is_wanted(one, wanted)]
    _SAY[options.format](found, settings, taken.texts)
    return Exit.ERRORS if any(one.is_error for one in found) else Exit.CLEAN


def _found(options: argparse.Namespace, settings: Settings) -> tuple[Taken, list[Diagnostic]]:
    """The content folder, read, and all that is wrong with it."""
    taken = load(
        settings.content,
        settings.portal,
        read_clock(settings.portal.zone, options.now),
        settings.cache,
        lambda stands: indexes.targets(stands, settings.portal.addresses, settings.features),
    )
    return taken, list(taken.diagnostics)


def _revise(options: argparse.Namespace) -> int:
    settings = read_settings(options.config)
    if options.language:
        settings = replace(settings, says=_language(options.language))
    try:
        path = _in_content(options.path, settings)
    except ValueError as error:
        raise SettingsError(str(error)) from error
    taken, found = _found(options, settings)
    wrong = [one for one in found if one.is_error and one.location.path == path]
    if wrong:
        _SAY["text"](wrong, settings, taken.texts)
        return Exit.ERRORS
    try:
        print(revise(settings.content, path, settings.portal.zone, settings.says))
    except ReviseError as error:
        print(f"linli: {error}", file=sys.stderr)
        return Exit.ERRORS
    return Exit.CLEAN


def _language(tag: str) -> Language:
    try:
        return Language.of(tag)
    except ValueError as error:
        raise SettingsError(f"--language: `{tag}` has no words here; use zh-Hans or en") from error


def _in_content(path: Path, settings: Settings) -> str:
    """A path as the shell knows it, as the content folder knows it. Raises ValueError."""
    whole = path.resolve()
    if not whole.exists() or not whole.is_relative_to(settings.content.resolve()):
        raise ValueError(f"{path}: no such file in {settings.content.name}/")
    return whole.relative_to(settings.content.resolve()).as_posix()


def _is_wanted(finding: Diagnostic, wanted: set[str]) -> bool:
    path = PurePosixPath(finding.location.path)
    return any(path == PurePosixPath(one) or PurePosixPath(one) in path.parents for one in wanted)


def _say_text(found: Iterable[Diagnostic], settings: Settings, texts: int) -> None:
    folder = f"{settings.content.name}/"
    counts = dict.fromkeys(Severity, 0)
    for finding in found:
        counts[finding.severity] += 1
        print(finding.line(settings.says, prefix=folder))
    print(
        CHECKED(settings.says).format(
            files=texts,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notices=counts[Severity.NOTICE],
        ),
        file=sys.stderr,
    )


def _say_github(found: Iterable[Diagnostic], settings: Settings, texts: int) -> None:
    """As workflow commands, which show up beside the lines of a pull request."""
    folder = settings.content.name
    for finding in found:
        message = finding.message(settings.says)
        for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
            message = message.replace(sign, code)
        print(
            f"::{finding.severity} file={folder}/{finding.location.path},"
            f"line={finding.location.line},title={finding.code}::{message}"
        )


def _say_json(found: Iterable[Diagnostic], settings: Settings, texts: int) -> None:
    folder = settings.content.name
    rows = [
        {
            "path": f"{folder}/{finding.location.path}",
            "line": finding.location.line,
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message(settings.says),
        }
        for finding in found
    ]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


_SAY = {"text": _say_text, "github": _say_github, "json": _say_json}


def _explain(options: argparse.Namespace) -> int:
    settings = read_settings(options.config)
    if options.language:
        settings = replace(settings, says=_language(options.language))
    clock = read_clock(settings.portal.zone, options.now)
    for sentence in explain(settings, clock, settings.site, _target(options.path, settings)):
        print(sentence)
    return Exit.CLEAN


def _import(options: argparse.Namespace) -> int:
    settings = read_settings(options.config)
    if options.language:
        settings = replace(settings, says=_language(options.language))
    says = settings.says
    try:
        printing = Printing(
            parse_day(options.date) if options.date else None, options.issue, options.page
        )
    except DateError as error:
        raise SettingsError(f"--date: `{options.date}` is not a date") from error
    output = options.output
    inside = output is not None and output.resolve().is_relative_to(settings.content.resolve())
    if inside and not is_batch(output.resolve().relative_to(settings.content.resolve()).as_posix()):
        raise SettingsError(imports.NO_NAME(says).format(path=output))
    text = _printed(options.announcements, says)
    year = read_clock(settings.portal.zone).day.year
    drafted = draft_column(text, settings, printing, output, year)
    draft, target = drafted.draft, drafted.target
    # What is said goes beside the draft, never into it.
    stream = sys.stdout if target is not None else sys.stderr
    for remark in draft.remarks:
        print(f"{options.announcements}:{remark.line}: {remark.say(says)}", file=stream)
    counts = {"drafted": len(draft.drafted), "there": draft.there, "unknown": draft.unknown}
    print(imports.SUMMARY(says).format(all=sum(counts.values()), **counts), file=stream)
    if draft.text and target is None:
        print(draft.text, end="")
    elif draft.text and target is not None:
        shown = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
        if not write(draft.text, target):
            raise SettingsError(imports.EXISTS(says).format(path=shown))
        print(imports.WRITTEN(says).format(path=shown), file=stream)
    return Exit.ERRORS if draft.unknown else Exit.CLEAN


def _printed(file: str, says: Language) -> str:
    """The text of a file, or of what is typed or piped in."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return decode(raw)
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror or error}") from error
    except EncodingError as error:
        raise SettingsError(imports.NO_TEXT(says).format(path=file)) from error


def _target(written: str, settings: Settings) -> str:
    """A file of the site, or a text of the content folder, however it is written."""
    file = Path(written).resolve()
    for folder in (settings.content, settings.site):
        if file.is_relative_to(folder.resolve()):
            return file.relative_to(folder.resolve()).as_posix()
    bare = written.removeprefix(settings.portal.url).lstrip("/")
    return bare if bare.endswith(".md") else Addresses.file_of(bare)


def _schema(options: argparse.Namespace) -> int:
    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return Exit.CLEAN


def _keys(options: argparse.Namespace) -> int:
    language = _language(options.language)
    if options.write is None:
        print(reference(language), end="")
        return Exit.CLEAN
    try:
        handbook = options.write.read_text(encoding="utf-8")
        options.write.write_text(with_reference(handbook, language), encoding="utf-8")
    except (OSError, ValueError) as error:
        raise SettingsError(f"{options.write}: {error}") from error
    return Exit.CLEAN


if __name__ == "__main__":
    sys.exit(main())
