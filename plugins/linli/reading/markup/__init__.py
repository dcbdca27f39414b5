# SPDX-License-Identifier: MIT
"""Markdown as the newsroom writes it, set by one reused Python-Markdown instance, or without it.

Beyond plain Markdown: an image alone in its paragraph is a figure, soft line breaks between Han
characters join, headings keep their Chinese in their ids, links lead to files of the content
folder, and HTML is text. What most pieces are written in is read without Python-Markdown
(`plain_text`), and comes out the same to the byte.
"""
