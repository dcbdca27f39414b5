# SPDX-License-Identifier: MIT
"""A piece begun by asking: which questions, in which order, and what becomes of the answers.

An interview is a generator. It yields what is to be asked or told, and is sent what was typed; it
knows no terminal, no disk and no clock.
"""
