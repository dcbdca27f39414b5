# SPDX-License-Identifier: MIT
"""Every word that Linli itself says, in each language it speaks."""
