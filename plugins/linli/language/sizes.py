# SPDX-License-Identifier: MIT
"""Sizes of files in words, the same in every language."""

from __future__ import annotations


def size_in_words(octets: int) -> str:
    """`12 KB`, `3.4 MB`: what a reader with little data wants to know before loading a file."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} KB"
    return f"{octets / 1_000_000:.1f} MB"
