# SPDX-License-Identifier: MIT
"""Photos: what a file says of itself, and the renditions that leave the house."""
