# SPDX-License-Identifier: MIT
"""`linli new`: a piece begun by a few questions."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from linli.cli.checking import read_all
from linli.cli.options import Commands, add_shared, settings_of
from linli.cli.terminal import Nobody, Terminal
from linli.engine.at_hand import AtHand, at_hand
from linli.engine.beginning import is_free, look_at, write_piece
from linli.engine.judging import Court
from linli.engine.settings import Settings, SettingsError, read_clock
from linli.language import interviews
from linli.language.languages import Language
from linli.newsroom.codes import Kind
from linli.newsroom.diagnostics import Exit
from linli.newsroom.photos import Photo, PhotoFault
from linli.reading.given import GivenError, given_keys
from linli.reading.importing.decoding import EncodingError, decode
from linli.reading.interview.course import interview, slug_fault
from linli.reading.interview.draft import Desk, Draft, Picture
from linli.reading.numbers import mask_private
from linli.reading.slugs import slug_of

_KINDS = {kind.value: kind for kind in Kind} | {
    "报道": Kind.REPORT,
    "公告": Kind.NOTICE,
    "遗失": Kind.LOST,
    "遗失招领": Kind.LOST,
}
_INTERRUPTED = 130
"""What a shell is told of a program that Ctrl-C ended."""


def add(commands: Commands) -> None:
    command = commands.add_parser("new", help="新建稿件 · begin a piece")
    command.add_argument("kind", help="report 报道 · notice 公告 · lost 遗失招领")
    command.add_argument("title", nargs="?", help="标题 · the headline")
    command.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="先填好一个键，可以写几次 · a key that is not asked for",
    )
    command.add_argument("--body", metavar="FILE", help="正文的文件，- 为标准输入 · - for stdin")
    command.add_argument("--slug", default="", help="报道的文件名 · the name of a report's file")
    command.add_argument(
        "--photos", nargs="+", type=Path, default=[], metavar="FILE", help="图片 · pictures"
    )
    command.add_argument("--yes", action="store_true", help="什么也不问 · ask nothing")
    command.add_argument("--dry-run", action="store_true", help="只显示，不写文件 · only show it")
    add_shared(command, now="当作此刻 · as at this instant")
    command.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    says = settings.says
    files = _pictures(options.photos, settings)
    draft = _draft(options, settings, files)
    if found := draft.lost_causes():
        return _refused([one.message(says) for one in found], says)
    asks = not options.yes and sys.stdin.isatty()
    try:
        told = _ask(draft) if asks else _take(draft)
    except (KeyboardInterrupt, EOFError) as stop:
        print(f"\n{interviews.STOPPED(says)}", file=sys.stderr)
        return _INTERRUPTED if isinstance(stop, KeyboardInterrupt) else Exit.USAGE
    missing = []
    if not draft.kind.is_announcement:
        # The day may have been another when the name was given.
        fault = slug_fault(draft, draft.slug) if draft.slug else interviews.SLUG_NONE(says)
        missing = [fault] if fault else []
    errors = [one.message(says) for one in draft.errors()]
    if errors or missing:
        if asks:
            print(f"{interviews.KEPT(says)}\n{mask_private(draft.text)[0]}")
        return _refused([*told, *errors, *([] if told else missing)], says)
    if options.dry_run:
        print(draft.text, end="")
        return Exit.CLEAN
    return _write(draft, files, options, settings)


def _draft(options: argparse.Namespace, settings: Settings, files: Mapping[str, Path]) -> Draft:
    """What is given beforehand. Raises SettingsError."""
    says, content, zone = settings.says, settings.content, settings.portal.zone
    kind = _KINDS.get(options.kind)
    if kind is None:
        raise SettingsError(interviews.KIND(says).format(value=options.kind))
    if files and kind is not Kind.REPORT:
        raise SettingsError(interviews.NO_PICTURES(says))
    try:
        keys = given_keys(kind, options.set, says)
    except GivenError as error:
        raise SettingsError(str(error)) from error
    if options.title:
        keys["title"] = options.title
    known: AtHand = at_hand(content, zone)
    photos = {name: _look_at(file, settings) for name, file in files.items()}
    desk = Desk(
        says=says,
        zone=zone,
        today=read_clock(zone, options.now).day,
        vocabulary=known.vocabulary,
        ids=tuple(known.files),
        judge=Court(settings, known, photos).judge,
        is_free=lambda path: is_free(content, path),
    )
    body = _body(options.body, says).strip("\n") if options.body else ""
    draft = Draft(kind, desk, keys, body, pictures=[Picture(name) for name in files])
    if options.slug and (fault := slug_fault(draft, options.slug)):
        raise SettingsError(fault)
    draft.slug = options.slug
    if kind.is_announcement and not is_free(content, draft.path):
        raise SettingsError(interviews.EXISTS(says).format(path=_shown(draft.path, settings)))
    return draft


def _pictures(files: list[Path], settings: Settings) -> dict[str, Path]:
    """Pictures by the name that they get beside the piece."""
    named: dict[str, Path] = {}
    for number, file in enumerate(files, 1):
        suffix = file.suffix.lower()
        stem = slug_of(file.stem) or str(number)
        name = f"{stem}{suffix}" if f"{stem}{suffix}" not in named else f"{stem}-{number}{suffix}"
        named[name] = file
    return named


def _look_at(file: Path, settings: Settings) -> Photo | PhotoFault:
    says = settings.says
    found = look_at(file, settings)
    if found is None:
        raise SettingsError(interviews.NO_PICTURE(says).format(file=file))
    if isinstance(found, PhotoFault):
        problem = found.zh if says is Language.ZH_HANS else found.en
        raise SettingsError(interviews.PICTURE_FAULT(says).format(file=file, problem=problem))
    return found


def _body(file: str, says: Language) -> str:
    """The text of a file, or of what is typed or piped in."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return decode(raw)
    except OSError as error:
        problem = error.strerror or str(error)
        raise SettingsError(interviews.NO_FILE(says).format(file=file, problem=problem)) from error
    except EncodingError as error:
        raise SettingsError(interviews.NO_TEXT(says).format(file=file)) from error


def _ask(draft: Draft) -> list[str]:
    print(interviews.BEGIN(draft.desk.says))
    Terminal(input, print, draft.desk.says).hold(interview(draft))
    return []


def _take(draft: Draft) -> list[str]:
    """Fill in what is offered; what did not stand."""
    nobody = Nobody()
    nobody.hold(interview(draft))
    return nobody.told


def _refused(reasons: list[str], says: Language) -> int:
    print(f"linli: {interviews.REFUSED(says)}", file=sys.stderr)
    for reason in dict.fromkeys(reasons):
        print(f"  {reason}", file=sys.stderr)
    return Exit.USAGE


def _write(
    draft: Draft, files: Mapping[str, Path], options: argparse.Namespace, settings: Settings
) -> int:
    """Write the piece, and say what the check says of it now that it stands among the others."""
    says, path = settings.says, draft.path
    try:
        is_written = write_piece(settings.content, path, draft.text, files)
    except OSError as error:
        words = {"file": _shown(path, settings), "problem": error.strerror or str(error)}
        raise SettingsError(interviews.UNWRITTEN(says).format(**words)) from error
    if not is_written:
        raise SettingsError(interviews.EXISTS(says).format(path=_shown(path, settings)))
    print(interviews.WRITTEN(says).format(path=_shown(path, settings)))
    _, found = read_all(options, settings)
    own = [one for one in found if one.location.path == path]
    for one in own:
        print(one.line(says, prefix=f"{settings.content.name}/"))
    if not own:
        print(interviews.CLEAN(says))
    print(interviews.NEXT(says))
    return Exit.ERRORS if any(one.is_error for one in own) else Exit.CLEAN


def _shown(path: str, settings: Settings) -> str:
    """A path as it is opened from where the command was given."""
    file = (settings.content / path).resolve()
    here = Path.cwd()
    return file.relative_to(here).as_posix() if file.is_relative_to(here) else str(file)
