# SPDX-License-Identifier: MIT
"""From a content folder to a site folder: what there is, who renders it, how it is published."""
