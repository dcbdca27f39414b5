# SPDX-License-Identifier: MIT
"""The IPTC's terms for how a picture came about: taken, drawn, or made by a machine."""

from __future__ import annotations

_SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_TERMS = frozenset(
    {
        "digitalCapture",
        "computationalCapture",
        "negativeFilm",
        "positiveFilm",
        "print",
        "humanEdits",
        "compositeWithTrainedAlgorithmicMedia",
        "algorithmicallyEnhanced",
        "digitalCreation",
        "dataDrivenMedia",
        "trainedAlgorithmicMedia",
        "algorithmicMedia",
        "screenCapture",
        "virtualRecording",
        "composite",
        "compositeCapture",
        "compositeSynthetic",
        # Retired, and still in many files.
        "minorHumanEdits",
        "softwareImage",
        "digitalArt",
    }
)


def term(text: str) -> str:
    """The whole name of a known term; empty for any other text."""
    name = text.strip().replace("https://", "http://").removeprefix(_SCHEME)
    return f"{_SCHEME}{name}" if name in _TERMS else ""
