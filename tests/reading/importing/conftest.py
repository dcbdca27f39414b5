# SPDX-License-Identifier: MIT
"""The gazetteer by which drafts find places."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from linli.newsroom.places import Gazetteer
from linli.reading.gazetteer import read_places

PLACES = """\
- name: 新津区
  slug: xinjin
  children:
    - name: 五津街道
      slug: wujin
      children:
        - {name: 古家社区, slug: gujia}
    - name: 永商镇
      slug: yongshang
      children:
        - {name: 烽火村, slug: fenghuo}
- name: 武侯区
  slug: wuhou
  children:
    - name: 簇桥街道
      slug: cuqiao
      children:
        - {name: 锦城社区, slug: jincheng}
        - {name: 和平社区, slug: heping}
- name: 双流区
  slug: shuangliu
  children:
    - name: 西航港街道
      slug: xihanggang
      children:
        - {name: 机场路社区, slug: jichanglu}
        - {name: 和平社区, slug: heping}
"""


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    read, found = read_places("places.yml", PLACES, ZoneInfo("Asia/Shanghai"))
    assert not found
    return read
