# SPDX-License-Identifier: MIT
"""The full-text search: an index of every two neighbouring signs, in small files that a browser
reads a few of."""
