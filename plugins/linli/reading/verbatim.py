# SPDX-License-Identifier: MIT
"""A text that stands in Markdown sign for sign."""

from __future__ import annotations

import re

_STARS = re.compile(r"\*+")


def as_markdown(text: str) -> str:
    """A text, with no sign in it that Markdown would take for its own."""
    text = re.sub(r"([\\`<\[])", r"\\\1", text)
    if len(_STARS.findall(text)) > 1:
        # One mask stands as it is; two would set what lies between them in bold.
        text = text.replace("*", r"\*")
    return re.sub(r"^(?=[#>+\-]|\d+[.)] )", r"\\", text, flags=re.MULTILINE)
