# SPDX-License-Identifier: MIT
"""The text of others, from HTML to the Markdown of a piece, with its pictures."""
