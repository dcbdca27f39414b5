# SPDX-License-Identifier: MIT
"""A column of classified notices, cut into its declarations and drafted as a batch."""
