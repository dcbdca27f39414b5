# SPDX-License-Identifier: MIT
"""Text to values: front matter, the table of keys, Chinese text, Markdown."""
