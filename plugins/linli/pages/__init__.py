# SPDX-License-Identifier: MIT
"""Values to bytes: every sort of page, feed and data file the reader gets."""
