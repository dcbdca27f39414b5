# SPDX-License-Identifier: MIT
"""Words of the forms in the browser, and of the plugin that publishes them."""

from __future__ import annotations

from collections.abc import Mapping

from linli.language.languages import Text

COLLECTIONS: Mapping[str, tuple[Text, Text]] = {
    "report": (Text("报道", "Reports"), Text("报道", "Report")),
    "notice": (Text("公告", "Notices"), Text("公告", "Notice")),
    "lost": (Text("遗失与招领", "Lost and found"), Text("声明或启事", "Announcement")),
}
"""A collection's name and that of one piece of it, by kind."""
WITHOUT_FOLDER = Text("报道（没有照片的）", "Reports without photos")
"""Reports that are one file; with a photo beside it a report is a folder."""

HINTS: Mapping[str, Text] = {
    "id": Text(
        "用过的编号不能再用；公告写 N-2026-0101 这样，遗失招领写 L-2026-0101 这样",
        "never used before: N-2026-0101 for a notice, L-2026-0101 for what is lost or found",
    ),
    "date": Text("首次发表的日期", "the day it is first published"),
    "category": Text("选一个栏目", "one of the paper's categories"),
    "code": Text("选一个类型；它决定还要填什么", "the type; it decides what else is needed"),
    "places": Text(
        "打几个字就能找到；选到最小的一级", "type a few signs to find it; choose the smallest"
    ),
}
"""Of fields that offer what a file has to spell out."""

ADDRESS = Text(
    "网址用的名字：拼音或英文小写，词间用短横，例如 xiaoxiang-ludeng。发布以后不再改",
    "the name in its URL: small letters and hyphens, such as lamp-lane; it never changes",
)
ADDRESS_SHAPE = Text(
    "只用小写字母、数字和短横，例如 xiaoxiang-ludeng",
    "small letters, digits and hyphens only, such as lamp-lane",
)
BODY = Text("正文", "Text")
BODY_HINT: Mapping[str, Text] = {
    "report": Text(
        "段落之间空一行；小标题选“标题 2”。照片点相机图标，说明和署名各写各的",
        "a blank line between paragraphs; cross-heads are heading 2; the camera adds a photo",
    ),
    "notice": Text(
        "个人的身份证号和手机号不要写全，写成 138****0000",
        "never a whole resident id or private telephone number; write 138****0000",
    ),
    "lost": Text(
        "证件遗失要写“声明作废”；遗失人、证件和号码与上面写得一样；个人的身份证号和手机号不要写全",
        "a lost document needs 声明作废; names and numbers as above; no whole resident id",
    ),
}
ALSO = Text("还要填：{keys}", "also needs: {keys}")
"""Behind the name of a code whose announcements need more keys than others."""
COMMA = Text("、", ", ")

PHOTO = Text("照片", "Photo")
GROUP = Text("一组照片", "Photos side by side")
PHOTO_FILE = Text("文件", "File")
PHOTO_FILE_HINT = Text(
    "手机里的原图就行，拍摄位置等信息发布时会去掉",
    "the original will do: its position and serial numbers are taken out when it is published",
)
ALT = Text("图上有什么", "What it shows")
ALT_HINT = Text("给看不见图的人听", "for those who cannot see it")
CAPTION = Text("图片说明", "Caption")
CAPTION_HINT = Text("读者应知道什么", "what a reader should know")
CREDIT = Text("署名", "Credit")
CREDIT_HINT = Text(
    "图片是谁的，例如 王小明 摄、某某社区供图", "whose it is, such as “Photo: Wang Xiaoming”"
)
PHOTO_WORDS = Text("引号请用“”，不要用半角引号和方括号", "no straight quotes and no brackets")

TITLE = Text("{name} · 采编", "{name} · desk")
NO_SCRIPT = Text(
    "写稿的表单要用浏览器脚本，请打开脚本，或者直接写文件，见写稿手册。",
    "The forms need scripts. Switch them on, or write files, as the handbook says.",
)

NOT_THERE = Text(
    "写稿表单的程序还没有装。运行 make forms 装上，/admin/ 就能用了。",
    "The program of the forms is not installed yet. Run `make forms`, and there is /admin/.",
)
NOT_AS_LOCKED = Text(
    "写稿表单的文件 {file} 和登记的校验值不符。请运行 make forms 重新安装。",
    "{file} of the forms is not the file that was locked. Run `make forms` to install it anew.",
)
OPEN = Text(
    "写稿表单在 /admin/，用 Chrome 或 Edge 打开，选这个文件夹：{folder}",
    "The forms are at /admin/. Open them in Chrome or Edge and choose this folder: {folder}",
)
