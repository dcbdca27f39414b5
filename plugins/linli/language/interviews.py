# SPDX-License-Identifier: MIT
"""What `linli new` asks and says."""

from __future__ import annotations

from linli.language.languages import Text

PROMPT = Text("{name}：{meaning}", "{name}: {meaning}")
INNER = Text("{outer}·{name}", "{outer}, {name}")
MORE = Text("{name}：还有吗？没有就按回车", "{name}: another one? Enter if not")
DEFAULT = Text("直接按回车：{default}", "Enter alone: {default}")
OPTIONAL = Text("可以不写，直接按回车", "may be left out with Enter")
MANY = Text("共 {n} 个，写名字的一部分就会列出来", "{n} in all; type a part of a name to see some")
TEXT = Text(
    "一行一段，写完在新的一行写一个句号（。）再按回车",
    "a line is a paragraph; end with a line that has only a full stop",
)
SEVERAL = Text(
    "“{value}”符合 {n} 个，请选一个，或按回车重来。",
    "`{value}` fits {n}. Choose one, or go back with Enter.",
)
UNPRINTABLE = Text(
    "里面有看不见的控制字符。请再输入一次。", "There are control characters in it. Type it again."
)
REQUIRED = Text("这一项不能空着。", "This cannot be left empty.")

BODY = Text("正文", "Text")
STANDARD = Text(
    "正文：照上面填的写成这样，可以直接用，也可以自己写（要和上面一致）",
    "Text: as told above it reads like this; take it, or write your own that agrees with it",
)
PARAGRAPH = Text(
    "第 {n} 段请重写（只写句号就删去这一段）：{text}",
    "Write paragraph {n} again (a full stop alone deletes it): {text}",
)
SLUG = Text(
    "文件名：就是网址的结尾，发布以后不再改", "File name: the end of its URL, which never changes"
)
SLUG_SHAPE = Text(
    "文件名“{value}”不能用。请只写小写字母、数字和连字符，例如 xiao-qiao。",
    "`{value}` cannot be a file name. Use small letters, digits and hyphens, such as xiao-qiao.",
)
SLUG_NONE = Text(
    "从标题得不出文件名。请用 --slug 写一个。",
    "The headline gives no file name. Name one with --slug.",
)
EXISTS = Text(
    "{path} 已经存在，没有改动它。请换一个文件名。",
    "{path} exists and was left as it is. Choose another name.",
)
NUMBER = Text("{document}的{label}{form}", "{label} of {document}{form}")
NUMBER_FORM = Text("（{form}）", " ({form})")
A_NUMBER = Text("编号", "编号")
MASKED = Text(
    "个人证件的号码不写全，已遮成 {value}。",
    "The number of a person's document is not written in full; it is masked: {value}.",
)
MAY_BE_PUBLIC = Text(
    "这是手机号码。本人同意公开吗？（是/否）",
    "This is a mobile. Does its owner agree to its publication? (yes/no)",
)
PICTURE = Text("图片 {file}·{name}：{meaning}", "Picture {file}, {name}: {meaning}")
ALT = (
    Text("替代文字", "alt"),
    Text("图上有什么，给看不见的人听", "what it shows, for those who cannot see"),
)
CAPTION = Text("图注", "caption"), Text("读者应知道什么", "what a reader should know")
CREDIT = Text("署名", "credit"), Text("图片是谁的，如 王小明 摄", "whose it is")

LOST_TITLE = Text("{names}遗失声明", "{names}遗失声明")
SOUGHT_TITLE = Text("寻{item}", "寻{item}")
FOUND_TITLE = Text("招领{item}", "招领{item}")

KIND = Text(
    "没有“{value}”这种稿件。可以写 report（报道）、notice（公告）、lost（遗失招领）。",
    "There is no kind `{value}`. Use report, notice or lost.",
)
NO_VALUE = Text(
    "--set 写成了“{value}”。应写成 键=值，例如 --set category=文化。",
    "--set is `{value}`. Write key=value, such as --set category=culture.",
)
SET_TWICE = Text("--set 里“{key}”写了两次。请只留一个。", "--set gives `{key}` twice. Keep one.")
BROKEN_FLOW = Text(
    "--set 里“{key}”的值读不懂：{value}。括号和引号要成对。",
    "--set: the value of `{key}` cannot be read: {value}. Close brackets and quotes.",
)
NO_PICTURES = Text(
    "--photos 只用于报道。公告的图片请写好以后自己放。",
    "--photos is for reports. Put a notice's pictures in by hand.",
)
NO_PICTURE = Text(
    "{file}：没有这个图片文件。请核对路径。", "{file}: there is no such picture. Check the path."
)
PICTURE_FAULT = Text(
    "{file}：打不开，{problem}。请重新导出后再试。",
    "{file}: it cannot be used: {problem}. Export it again.",
)
NO_FILE = Text(
    "{file}：读不出来（{problem}）。请核对路径。",
    "{file}: cannot be read ({problem}). Check the path.",
)
UNWRITTEN = Text(
    "{file}：写不进去（{problem}）。请检查文件夹的权限和磁盘。",
    "{file}: cannot be written ({problem}). Check the folder's permissions and the disk.",
)
NO_TEXT = Text(
    "{file} 不是文字（UTF-8、UTF-16、GB18030 都读不出）。请另存为 UTF-8 的文本文件。",
    "{file} is no text in UTF-8, UTF-16 or GB18030. Save it as a text file in UTF-8.",
)

BEGIN = Text(
    "回答下面的问题。不想写了按 Ctrl-C，不会留下任何文件。",
    "Answer these questions. Ctrl-C leaves, and writes nothing.",
)
STOPPED = Text("没有写任何文件。", "Nothing was written.")
REFUSED = Text("没有写任何文件，因为：", "Nothing was written, because:")
KEPT = Text("这是您写的，可以复制出来：", "This is what you wrote; copy it from here:")
WRITTEN = Text("写好了 {path}。", "Written: {path}.")
CLEAN = Text("检查过了，没有问题。", "Checked: nothing is wrong.")
NEXT = Text(
    "接下来：打开文件再看一遍；make serve 可以预览；提交前运行 linli check。",
    "Next: open the file and read it again; make serve shows it; run linli check before you commit.",
)
