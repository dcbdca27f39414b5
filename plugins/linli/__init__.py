# SPDX-License-Identifier: MIT
"""Linli 邻里: a static site generator for community news portals."""
