# SPDX-License-Identifier: MIT
"""The forms as an editor meets them: a report with a photo and a lost licence, in a checkout.

No test can press the system's own dialog for a folder, so the browser's private folder stands in
for the checkout. To Sveltia it is a folder like any other.
"""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, TimeoutError
from served import opened, served
from sites import CONFIG, NOW, Built, build, write_site
from town import TOWN

from linli.cli import main

pytestmark = pytest.mark.browser

VENDOR = Path(__file__).resolve().parents[2] / ".vendor"
ADMIN = f"{CONFIG}  - linli/admin: {{vendor: '{VENDOR.as_posix()}'}}\n"

PICK = """
window.showDirectoryPicker = async () => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(FILES)) {
    const names = path.split('/');
    const name = names.pop();
    let folder = root;
    for (const one of names) folder = await folder.getDirectoryHandle(one, {create: true});
    const stream = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await stream.write(text);
    await stream.close();
  }
  return root;
};
"""
READ = """async () => {
  const files = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder.entries()) {
      if (one.kind === 'directory') { await walk(one, `${path}${name}/`); continue; }
      const bytes = new Uint8Array(await (await one.getFile()).arrayBuffer());
      files[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return files;
}"""

GALLERY = """\
-- content/reports/2026/parts/index.md --
---
title: 分开署名
date: 2026-11-18
category: news
bylines: [{name: 王小明, role: reporter}]
---
没有表单。
-- content/reports/2026/market/index.md --
---
标题: 早市
日期: 2026年11月19日
category: news
bylines: [本报记者 李玥林]
photos:
  c.jpg: {提供原图: true}
权重: 3
---
五点半，天还黑。

![豆腐](a.jpg "豆腐出屉。"){ credit="王小明 摄" }
![辣椒](b.jpg "辣椒挂起来了。"){ credit="李小红 摄" }

打电话138****0000，问得到。

![秤](c.jpg "老秤。"){ credit="王小明 摄" }
"""
"""A piece that a form must leave as it is, but for what is changed in it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small town as `mkdocs serve` shows it on an editor's own machine."""
    root = tmp_path_factory.mktemp("admin")
    for name in "abc":
        file = root / f"content/reports/2026/market/{name}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (640, 480), "orange").save(file)
    return build(write_site(root, f"{TOWN}{GALLERY}-- mkdocs.yml --\n{ADMIN}"), command="serve")


@contextmanager
def checkout(site: Built, chromium: Browser) -> Iterator[tuple[Page, str]]:
    """The forms with the checkout open; whatever they ask of anybody else fails the test."""
    texts = {
        path.relative_to(site.root).as_posix(): path.read_text(encoding="utf-8")
        for path in site.root.glob("content/**/*")
        if path.suffix in {".md", ".yml"}
    }
    files = json.dumps(texts | {".git/HEAD": "ref: refs/heads/main\n"})
    asked: list[str] = []
    refused: list[str] = []
    with (
        served(site.site) as address,
        opened(chromium, width=1280, locale="en-US") as page,
    ):
        page.set_default_timeout(8000)
        # A field is made only when it comes into sight.
        page.set_viewport_size({"width": 1280, "height": 4000})
        page.on("request", lambda request: asked.append(request.url))
        page.on(
            "requestfailed",
            lambda request: refused.append(request.url) if request.failure == "csp" else None,
        )
        page.add_init_script(PICK.replace("FILES", files))
        page.goto(f"{address}admin/", wait_until="networkidle")
        button = page.get_by_role("button", name="使用本地仓库")
        button.wait_for()
        assert page.get_by_role("button").count() == 1, "nobody to sign in to"
        enter(page, button)
        yield page, f"{address}admin/"
        own = (address, "blob:", "data:")
        foreign = [url for url in asked if not url.startswith(own)]
        assert foreign == refused, "what it asks of others never leaves the browser"


def enter(page: Page, button: Locator) -> None:
    """Sveltia first sees whether it knows the checkout already, and hears nobody meanwhile."""
    for _ in range(5):
        if button.is_visible():
            button.click()
        try:
            page.get_by_text("遗失与招领").wait_for(timeout=2000)
            return
        except TimeoutError:
            continue
    pytest.fail("the checkout was not opened")


def box(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True).first


def field(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name=f"「\u2068{name}\u2069」字段", exact=True).first


def add(page: Page | Locator, name: str) -> None:
    page.get_by_role("button", name=f"添加 \u2068{name}\u2069", exact=True).click()


def choose(page: Page, name: str, option: str) -> None:
    page.get_by_role("combobox", name=name, exact=True).click()
    page.get_by_role("option", name=option).click()


def save(page: Page) -> None:
    page.get_by_role("button", name="保存", exact=True).click()


def saved(page: Page, collection: str) -> None:
    """A form that was saved leads back to the list."""
    page.wait_for_url(f"**/collections/{collection}")


def test_what_a_form_saves_passes_the_check(
    site: Built,
    chromium: Browser,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with checkout(site, chromium) as (page, address):
        report(page, address)
        lost(page, address)
        change(page, address)
        files = {path: base64.b64decode(text) for path, text in page.evaluate(READ).items()}
    assert files["content/reports/2025/ludeng-liangle/index.md"].decode() == REPORT
    assert files["content/lost/2026/L-2026-0077.md"].decode() == LOST
    assert files["content/reports/2026/market/index.md"].decode() == CHANGED
    for path, data in files.items():
        file = site.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    monkeypatch.chdir(site.root)
    monkeypatch.setenv("LINLI_NOW", NOW)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == ""


def report(page: Page, address: str) -> None:
    """A report with a photo; its address must be written in letters."""
    page.goto(f"{address}#/collections/reports/new")
    box(page, "标题").fill("路灯亮了 巷子不黑了")
    box(page, "日期").fill("2025-12-24")
    page.get_by_role("radio", name="社区治理").click()
    add(page, "记者")
    box(field(page, "记者"), "记者").fill("通讯员 王小明")
    box(page, "正文").click()
    page.keyboard.type("昨晚，巷子里的灯亮了。")
    page.keyboard.press("Enter")
    page.keyboard.type("街坊说：“走夜路不怕了。”")
    page.get_by_role("button", name="照片", exact=True).click()
    page.get_by_role("button", name="浏览").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="上传").click()
    picture = io.BytesIO()
    Image.new("RGB", (640, 480), "navy").save(picture, "PNG")
    chooser.value.set_files(
        {"name": "路灯 IMG (1).png", "mimeType": "image/png", "buffer": picture.getvalue()}
    )
    page.get_by_role("button", name="插入").click()
    page.get_by_role("dialog").wait_for(state="hidden")
    field(page, "文件").get_by_text("IMG-1.png").wait_for()
    box(page, "图上有什么").fill("一盏路灯")
    box(page, "图片说明").fill("灯亮了。")
    box(page, "署名").fill("王小明 摄")
    box(page, "别名").fill("路灯亮了")
    save(page)
    page.get_by_text("只用小写字母、数字和短横，例如 xiaoxiang-ludeng").wait_for()
    box(page, "别名").fill("ludeng-liangle")
    save(page)
    saved(page, "reports")


REPORT = """\
---
title: 路灯亮了 巷子不黑了
date: 2025-12-24
category: news
bylines:
  - 通讯员 王小明
---
昨晚，巷子里的灯亮了。

街坊说：“走夜路不怕了。”

![一盏路灯](IMG-1.png "灯亮了。"){ credit="王小明 摄" }
"""


def lost(page: Page, address: str) -> None:
    """A lost licence, with its number."""
    page.goto(f"{address}#/collections/lost/new")
    box(page, "编号").fill("L-2026-0077")
    box(page, "标题").fill("遗失声明")
    box(page, "日期").fill("2026-11-24")
    choose(page, "代码", "4002 营业执照（还要填：证件）")
    choose(page, "地点", "新津区/五津街道/古家社区")
    page.get_by_role("radio", name="单位").click()
    box(field(page, "遗失人"), "名称").fill("成都示例锦里广告制作有限公司")
    add(page, "证件")
    documents = field(page, "证件")
    box(documents, "名称").fill("营业执照")
    box(documents, "正副本").fill("副本")
    add(documents, "号码")
    box(field(page, "号码"), "名称").fill("注册号")
    box(field(page, "号码"), "号码").fill("510107600123456")
    box(page, "正文").fill(
        "成都示例锦里广告制作有限公司不慎遗失营业执照副本（注册号：510107600123456），声明作废。"
    )
    save(page)
    saved(page, "lost")


LOST = """\
---
title: 遗失声明
id: L-2026-0077
code: '4002'
date: 2026-11-24
places:
  - 新津区/五津街道/古家社区
holder:
  type: organisation
  name: 成都示例锦里广告制作有限公司
documents:
  - name: 营业执照
    copy: 副本
    numbers:
      - label: 注册号
        value: '510107600123456'
---
成都示例锦里广告制作有限公司不慎遗失营业执照副本（注册号：510107600123456），声明作废。
"""


def change(page: Page, address: str) -> None:
    """A headline, and nothing else."""
    page.goto(f"{address}#/collections/reports")
    page.get_by_text("早市").first.wait_for()
    assert page.get_by_text("分开署名").count() == 0, "what a form cannot hold it does not spoil"
    page.goto(f"{address}#/collections/reports/entries/2026/market/index")
    box(page, "标题").fill("早市开张")
    save(page)
    saved(page, "reports")


CHANGED = """\
---
title: 早市开张
date: 2026-11-19
category: news
bylines:
  - 本报记者 李玥林
weight: 3
photos:
  c.jpg:
    original: true
---
五点半，天还黑。

![豆腐](a.jpg "豆腐出屉。"){ credit="王小明 摄" }
![辣椒](b.jpg "辣椒挂起来了。"){ credit="李小红 摄" }

打电话138\\*\\*\\*\\*0000，问得到。

![秤](c.jpg "老秤。"){ credit="王小明 摄" }
"""


def test_whoever_signs_in_is_heard_by_the_back_end_and_by_nobody_else(
    chromium: Browser, tmp_path: Path
) -> None:
    config = ADMIN.replace("{vendor", "{backend: github, repo: example/linli, vendor")
    built = build(write_site(tmp_path, f"-- mkdocs.yml --\n{config}"))
    heard: list[str] = []
    with served(built.site) as address, opened(chromium, width=1280) as page:
        page.set_default_timeout(8000)
        page.route(
            lambda url: not url.startswith((address, "blob:", "data:")),
            lambda route: (heard.append(route.request.url), route.fulfill(status=401, json={})),
        )
        page.goto(f"{address}admin/", wait_until="networkidle")
        page.get_by_role("button", name="使用本地仓库").wait_for()
        names = [button.inner_text() for button in page.get_by_role("button").all()]
        assert names == ["使用本地仓库", "使用访问令牌登录"], "and no way through a third party"
        page.get_by_role("button", name="使用访问令牌登录").click()
        box(page, "个人访问令牌").fill("example")
        page.get_by_role("button", name="登录", exact=True).click()
        page.get_by_role("alert").get_by_text("令牌无效").wait_for()
    assert heard == ["https://api.github.com/user"]
