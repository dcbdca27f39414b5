# SPDX-License-Identifier: MIT
"""Rules about the whole site; each is a small generator of diagnostics."""
