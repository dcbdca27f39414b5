# SPDX-License-Identifier: MIT
"""The build as a whole: what is published, what is not, and that a failing build harms nothing."""

from __future__ import annotations

import pytest
from sites import Site

pytestmark = pytest.mark.site

REPORT = """\
-- content/categories/news.md --
---
name: 社区治理
---
-- content/reports/2026/a.md --
---
title: 桥修好了
date: 2026-11-20
category: news
bylines: [本报记者 李玥林]
---
小桥昨天修好，街坊走得稳当。
"""


def test_a_report_stands_at_the_url_of_its_path(site: Site) -> None:
    built = site(REPORT)
    assert "小桥昨天修好，街坊走得稳当。" in built.main("reports/2026/a/")
