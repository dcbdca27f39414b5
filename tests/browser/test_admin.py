# SPDX-License-Identifier: MIT
"""The forms as an editor meets them: a browser, a checkout, a report with a photo, a lost card.

No test can press the system's dialog for a folder, so the browser's own private folder stands in
for the checkout: to Sveltia it is a folder like any other.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from served import opened, served
from sites import CONFIG, NOW, build, write_site
from town import TOWN

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser

VENDOR = Path(__file__).resolve().parents[2] / ".vendor"

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
