# SPDX-License-Identifier: MIT
"""The forms in the browser, `/admin/`: Sveltia CMS, told of every key by the schema table."""
