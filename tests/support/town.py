# SPDX-License-Identifier: MIT
"""A small town with something of everything: one site that the tests of many pages look at."""

from __future__ import annotations

TOWN = """\
-- content/places.yml --
- name: 新津区
  slug: xinjin
  code: "510118"
  children:
    - name: 五津街道
      slug: wujin
      children:
        - {name: 古家社区, slug: gujia}
        - {name: 岷江社区, slug: minjiang}
- name: 武侯区
  slug: wuhou
- name: 双流区
  slug: shuangliu
  code: "510116"
-- content/categories/news.md --
---
name: 社区治理
order: 1
summary: 街坊的事。
---
街坊的事，大家来办。
-- content/categories/culture.md --
---
name: 文化
order: 2
---
-- content/categories/empty.md --
---
name: 空栏目
order: 3
---
-- content/people/liyuelin.md --
---
name: 李玥林
role: 记者
affiliation: 本报
---
写街坊的人。
-- content/reports/2026/bridge.md --
---
kicker: 修路架桥
title: 小桥修好了
date: 2026-11-20 08:30
category: news
topics: [C, C++]
places: [古家社区]
bylines: [本报记者 李玥林]
prominence: lead
edition: {date: 2026-11-20, issue: "12", page: "01", page_name: 要闻}
aliases: [old/bridge/]
---
小桥昨天修好，街坊走得稳当。

## 桥的来历

桥是五十年前修的，见[灯会](lantern.md)。
-- content/reports/2026/lantern.md --
---
title: 灯会开了
date: 2026-11-18
category: 文化
topics: [C++, "C#"]
places: [五津街道]
bylines: [本报记者 沈悦 摄影报道]
edition: {date: 2026-11-20, issue: "12", page: "02"}
---
灯会昨晚开了，满街都是人，回头看[桥的来历](bridge.md#桥的来历)。
-- content/reports/2026/alley.md --
---
title: 小巷亮了
date: 2026-11-18
category: news
topics: [〇]
places: [武侯区]
bylines: [通讯员 王小明]
corrections:
  - {date: 2026-11-19, kind: correction, text: 路灯是十盏，不是九盏。}
---
小巷装了路灯，晚上走路看得清。
-- content/reports/2025/library.md --
---
title: 图书室开放
date: 2025-03-02
category: news
topics: [c]
bylines: [本报记者 李玥林, 本报记者 沈悦]
edition: {date: 2025-03-03}
---
社区图书室开放了，周末也开门。
-- content/reports/2025/gone.md --
---
title: 不该登的报道
date: 2025-04-01
category: culture
topics: [旧闻]
bylines: [本报记者 赵一民]
status: withdrawn
withdrawn: {date: 2025-04-09, reason: 消息来源不实。}
---
这段文字不能再让人看见。
-- content/notices/2026/N-2026-0001.md --
---
id: N-2026-0001
code: 1001
title: 停水通知
date: 2026-11-24
places: [古家社区]
issuer: {name: 示例自来水服务站}
effective_from: 2026-12-02
expires: 2026-12-03
---
因管网检修，12月2日9时至17时停水。
-- content/notices/2026/N-2026-0002.md --
---
id: N-2026-0002
code: 1003
title: 招募读书志愿者
date: 2026-11-20
places: [岷江社区]
issuer: {name: 岷江社区居委会}
deadline: 2026-11-28
---
招募读书志愿者十名，请到居委会报名。
-- content/notices/2026/N-2026-0003.md --
---
id: N-2026-0003
code: 1003
title: 取消的活动
date: 2026-11-01
places: [武侯区]
issuer: {name: 武侯区示例中心}
deadline: 2026-12-28
status: withdrawn
withdrawn: {date: 2026-11-05, reason: 主办方取消。}
---
这则公告的正文不能再让人看见。
-- content/notices/2025/N-2025-0001.md --
---
id: N-2025-0001
code: 1003
title: 招募巡逻队员
date: 2025-10-08
places: [古家社区]
issuer: {name: 古家社区居委会}
deadline: 2025-10-20
---
招募夜间巡逻队员六名。
-- content/lost/2026/L-2026-0001.md --
---
id: L-2026-0001
code: 4002
title: 营业执照遗失声明
date: 2026-11-10
places: [双流区]
holder: {type: organisation, name: 成都示例食品店}
documents:
  - name: 营业执照
    copy: 副本
    issuer: 双流区示例局
    issued_on: 2020-05-06
    numbers:
      - {label: 注册号, value: "510116600123456"}
---
成都示例食品店不慎遗失营业执照副本，声明作废。
-- content/lost/2025/L-2025-0001.md --
---
id: L-2025-0001
code: 4201
title: 招领钥匙一串
date: 2025-01-15
places: [五津街道]
holder: {type: organisation, name: 五津街道便民中心}
item: 钥匙一串
item_type: keys
lost_where: 菜市场门口
---
拾到钥匙一串，请失主前来认领。
"""
"""Five reports and six announcements, of two years, in three districts."""

ADDRESS = "https://paper.example/"
