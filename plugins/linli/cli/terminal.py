# SPDX-License-Identifier: MIT
"""An interview held on a terminal, or by nobody."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

from linli.language import interviews
from linli.language.languages import Language
from linli.reading.interview.steps import Dialogue, Question, Taken, Told

T = TypeVar("T")

_SHOWN = 30
"""Options that are listed at once; of more, those that hold what is typed."""
_END = frozenset({".", "。", "．"})
_LIST_LINE = re.compile(r"(?:[-*+]|\d+[.)])\s|[|>]|\s{2,}\S|!\[")


class Terminal:
    """Asks line by line; Tab completes where the system has readline."""

    def __init__(
        self, read: Callable[[str], str], write: Callable[[str], None], says: Language
    ) -> None:
        self._read = read
        self._write = write
        self._says = says
        self._last: Question | None = None
        self._words: tuple[str, ...] = ()
        _complete_with(lambda: self._words)

    def hold(self, dialogue: Dialogue[T]) -> T:
        """Put every question, until the interview is over."""
        try:
            step = next(dialogue)
            while True:
                answer: str | None = None
                if isinstance(step, Told):
                    self._write(f"  ! {step.line}")
                elif isinstance(step, Taken):
                    self._write(f"  → {step.word}")
                else:
                    answer = self._ask(step)
                step = dialogue.send(answer)
        except StopIteration as end:
            value: T = end.value
            return value
        finally:
            _forget_typed_ahead()

    def _ask(self, question: Question) -> str:
        for line in shown(question, self._says, again=question == self._last):
            self._write(line)
        self._last = question
        self._words = tuple(option.word for option in question.options)
        if not question.is_text:
            return self._read("> ")
        lines: list[str] = []
        while True:
            line = self._read("> ")
            if line.strip() in _END or (not line.strip() and not any(lines) and question.default):
                return paragraphs(lines)
            lines.append(line)


def shown(question: Question, says: Language, *, again: bool = False) -> Iterable[str]:
    """A question as it is printed; whoever is asked again has read all but the question itself."""
    if not again:
        yield ""
    yield question.prompt
    if again:
        return
    if question.is_again:
        pass
    elif len(question.options) > _SHOWN:
        yield f"  {interviews.MANY(says).format(n=len(question.options))}"
    else:
        for number, option in enumerate(question.options, 1):
            yield f"  {number:>2}  {'  '.join(filter(None, (option.word, option.note)))}"
    if question.is_text and question.default:
        yield f"  「{question.default}」"
    elif question.default:
        yield f"  {interviews.DEFAULT(says).format(default=question.default)}"
    elif question.optional and not question.is_again:
        yield f"  {interviews.OPTIONAL(says)}"
    if question.is_text:
        yield f"  {interviews.TEXT(says)}"


def paragraphs(lines: Iterable[str]) -> str:
    """Lines as they were typed or pasted, each a paragraph; those of a list stay together."""
    text, before = "", ""
    for line in map(str.rstrip, lines):
        if line:
            together = before and _LIST_LINE.match(before) and _LIST_LINE.match(line)
            gap = "\n" if together else "\n\n"
            text = f"{text}{gap}{line}" if text else line
        before = line
    return text


class Nobody:
    """Takes what is offered, and leaves out what is not."""

    def __init__(self) -> None:
        self.told: list[str] = []
        """Why an offered answer did not stand."""

    def hold(self, dialogue: Dialogue[T]) -> T:
        """Let an interview run its course without a person."""
        refused: Question | None = None
        try:
            step = next(dialogue)
            last: Question | None = None
            while True:
                if isinstance(step, Told):
                    self.told.append(step.line)
                    refused, answer = last, None
                elif isinstance(step, Question) and step != refused:
                    last = step
                    answer = step.default if step.default or step.optional else None
                else:
                    answer = None
                step = dialogue.send(answer)
        except StopIteration as end:
            value: T = end.value
            return value


def _forget_typed_ahead() -> None:
    """What was pasted beyond the last answer is no command for the shell."""
    if sys.platform == "win32":
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
        return
    import termios

    try:
        termios.tcflush(sys.stdin, termios.TCIFLUSH)
    except (OSError, termios.error):
        # Nothing can wait where no keyboard is.
        return


def _complete_with(words: Callable[[], tuple[str, ...]]) -> None:
    """Let Tab complete a part of a word, anywhere in it; Windows has no readline."""
    try:
        import readline
    except ImportError:
        return

    def complete(typed: str, state: int) -> str | None:
        found = [word for word in words() if typed.casefold() in word.casefold()]
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims("")
    # The one of macOS is another library, which has words of its own.
    is_editline = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_editline else "tab: complete")
