# SPDX-License-Identifier: MIT
"""Sites of other programs: Hugo, Jekyll, Hexo and WordPress."""
