# SPDX-License-Identifier: MIT
"""An example of every finding and of its mend, by theme, for the handbook of codes."""

from __future__ import annotations

from linli.language.examples.batches import BATCHES
from linli.language.examples.body import BODY
from linli.language.examples.consistency import CONSISTENCY
from linli.language.examples.copy_desk import COPY_DESK
from linli.language.examples.documents import DOCUMENTS
from linli.language.examples.example import Examples, Theme
from linli.language.examples.folder import FOLDER
from linli.language.examples.history import HISTORY
from linli.language.examples.numbers import NUMBERS
from linli.language.examples.reading import READING
from linli.language.examples.references import REFERENCES
from linli.language.examples.versions import VERSIONS
from linli.language.languages import Text

THEMES = (
    Theme("keys", Text("稿件信息", "Front matter"), READING),
    Theme("text", Text("正文、图片和链接", "Text, pictures and links"), BODY),
    Theme("copy", Text("标点、残留和人名", "Marks, leftovers and names"), COPY_DESK),
    Theme("references", Text("栏目、地点、编号和首页", "What names something else"), REFERENCES),
    Theme("consistency", Text("前后对不上", "What does not fit together"), CONSISTENCY),
    Theme("numbers", Text("代码和个人号码", "Codes and personal numbers"), NUMBERS),
    Theme("documents", Text("证件和遗失声明", "Documents and losses"), DOCUMENTS),
    Theme("batches", Text("一个文件多则公告", "Files of many announcements"), BATCHES),
    Theme("versions", Text("改版和隐去", "Versions and words taken out"), VERSIONS),
    Theme("history", Text("发表以后的改动", "Changes after publication"), HISTORY),
    Theme("folder", Text("文件和文件夹", "Files and folders"), FOLDER),
)
"""In the order of the handbook's page."""

EXAMPLES: Examples = {code: one for theme in THEMES for code, one in theme.examples.items()}
"""All of them by code."""
