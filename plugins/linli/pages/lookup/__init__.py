# SPDX-License-Identifier: MIT
"""The look-up: an index of numbers and names in small files that a browser reads a few of."""
