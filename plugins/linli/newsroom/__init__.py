# SPDX-License-Identifier: MIT
"""The domain: articles, announcements, places and people as plain values. No disk, no clock."""
