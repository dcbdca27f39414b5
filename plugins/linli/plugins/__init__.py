# SPDX-License-Identifier: MIT
"""The thin adapters: one MkDocs plugin a module. Nothing else in the package knows MkDocs."""
