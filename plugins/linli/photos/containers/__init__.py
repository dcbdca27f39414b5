# SPDX-License-Identifier: MIT
"""How picture files are built, a format a module: what holds the pixels stays, all else goes."""
