# SPDX-License-Identifier: MIT
"""The text of a printed page, taken apart into the pieces that stood on it."""
