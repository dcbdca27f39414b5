# SPDX-License-Identifier: MIT
"""What is said of Word files, web pages and other sites that were drafted from."""

from __future__ import annotations

from linli.language.languages import Text

REMARKS = {
    "picture-remote": Text(
        "图片在别的网站上，没有收进来。请打开这个网址存下图片，放在稿件旁边，再插到原来的位置：{address}",
        "A picture lies on another site and was not taken. Save it beside the piece and put it where "
        "it stood: {address}",
    ),
    "picture-remote-below": Text(
        "图片在别的网站上，没有收进来。请打开这个网址存下图片，插到“{text}”后面：{address}",
        "A picture lies on another site and was not taken. Save it beside the piece and put it below "
        "“{text}”: {address}",
    ),
    "picture-missing": Text(
        "找不到图片 {address}。请把图片放在原来的位置（网页另存时选“全部”），再导入一次，或者自己插图。",
        "The picture {address} is not there. Put it where it was (a page is saved whole, with its "
        "folder of pictures) and import again, or add it yourself.",
    ),
    "picture-format": Text(
        "图片 {address} 不是网站能发的格式（JPEG、PNG、WebP、GIF、HEIC、AVIF），没有收进来。请另存为 JPEG 或 PNG，自己插图。",
        "The picture {address} is in no format that the site publishes (JPEG, PNG, WebP, GIF, HEIC, "
        "AVIF). Save it as JPEG or PNG and add it yourself.",
    ),
    "picture-pixel": Text(
        "{address} 是统计用的或占位的小图，没有收进来。",
        "{address} counts readers or keeps a place; it was left out.",
    ),
    "broken-signs": Text(
        "网页里有 {count} 个字是坏的，显示成 \ufffd。请对照原来的网页改好。",
        "{count} signs of the page are broken and stand as \ufffd. Mend them after the page itself.",
    ),
    "caption-lifted": Text(
        "{file} 下面的小字“{text}”当作图注。请核对。",
        "The small text below {file}, “{text}”, became its caption. Check it.",
    ),
    "embedded": Text(
        "视频、音频或别的网页（{tag}）不能放进稿件，已去掉。原来的网址：{address}",
        "A video, a sound or another page ({tag}) cannot stand in a piece and was taken out. Its "
        "address: {address}",
    ),
    "link-dropped": Text(
        "“{text}”的链接 {address} 在新网站里没有意义，只留了文字。请看要不要另加链接。",
        "The link {address} of “{text}” leads nowhere from here; the words were kept. Link them anew "
        "where needed.",
    ),
    "table-flattened": Text(
        "一张排版用的表格（里面有图或不止文字）拆成了段落，开头是“{text}”。请核对顺序。",
        "A table that held pictures or more than text became paragraphs; it begins “{text}”. "
        "Check the order.",
    ),
    "signature": Text(
        "“{text}”当作署名。请核对。", "“{text}” was read as the signature. Check it."
    ),
    "author-unknown": Text(
        "作者写的是“{text}”，看不懂。请自己写 bylines。",
        "The author is given as “{text}”, which is not understood. Write `bylines` yourself.",
    ),
    "title-guessed": Text(
        "没有用标题样式，第一段“{text}”当作标题。请核对。",
        "No style says which is the headline; the first paragraph, “{text}”, was taken. Check it.",
    ),
    "origin": Text(
        "这篇来自“{name}”，网址 {address}。不是自己采写的，请写 origin、source、original_title、original_url。",
        "This comes from “{name}”, {address}. Unless it is your own, write `origin`, `source`, "
        "`original_title` and `original_url`.",
    ),
    "key-dropped": Text(
        "{key}: {value} 没有写进稿件（{reason}）。",
        "{key}: {value} is not in the draft ({reason}).",
    ),
    "key-unknown": Text(
        "不认识的键 {key}，没有写进稿件。它的值：{value}",
        "The key {key} is not known and not in the draft. Its value: {value}",
    ),
    "more-categories": Text(
        "栏目只能有一个，写了“{kept}”；其余的写进了话题：{others}。",
        "A report has one category, here “{kept}”; the others became topics: {others}.",
    ),
    "summary-long": Text(
        "摘要超过 120 字，没有写进稿件。原文：{text}",
        "The summary is longer than 120 characters and not in the draft. It says: {text}",
    ),
    "was-draft": Text(
        "原来是“{status}”，没有公开，所以写成草稿（status: draft）。",
        "It was “{status}” and not public, so it is a draft (status: draft).",
    ),
    "shortcode": Text(
        "稿件不认识 {text}，已从正文里取出来，请自己改写。",
        "A piece knows no {text}; it was taken out of the text. Write what it stood for.",
    ),
    "no-such-html": Text(
        "正文里的 HTML 标签 <{tag}> 去掉了，文字留着。请看排版对不对。",
        "The HTML tag <{tag}> was taken out of the text, its words were kept. Check how it looks.",
    ),
    "old-address": Text(
        "算不出这篇的旧网址（规则是 {pattern}），没有写 aliases。旧网址要继续有效，请自己写上。",
        "Its old URL does not follow from {pattern}, so `aliases` is not written. Add it if the old "
        "URL is to stay alive.",
    ),
    "other-page": Text(
        "“{title}”原来是网页，不是文章，写成了草稿。请看是不是应当放进 about/。",
        "“{title}” was a page, no post; it is a draft. It may belong in about/.",
    ),
    "comments": Text(
        "“{title}”有 {count} 条读者评论，没有导入。",
        "“{title}” has {count} comments of readers, which were not imported.",
    ),
    "attachment": Text(
        "媒体库里的“{title}”没有收进来，网址：{address}",
        "“{title}” of the media library was not taken. Its address: {address}",
    ),
    "no-piece": Text(
        "“{title}”（{kind}）不是文章，没有起草。",
        "“{title}” ({kind}) is no piece and was not drafted.",
    ),
    "founder": Text(
        "方正数字报里还写着这些，没有写进稿件：{keys}",
        "The Founder page also says, and the draft does not: {keys}",
    ),
    "word-comments": Text(
        "批注没有写进稿件，共 {count} 条，原文附在后面。",
        "The comments ({count}) are not in the draft; they stand with what is left over.",
    ),
    "word-deleted": Text(
        "修订里删去的文字没有写进稿件，附在后面：{text}",
        "What was deleted under track changes is not in the draft: {text}",
    ),
    "word-inserted": Text(
        "修订里新加的文字“{text}”已经写进稿件。请核对是不是都已定稿。",
        "What was inserted under track changes, “{text}”, is in the draft. See that it was accepted.",
    ),
    "word-margin": Text(
        "页眉页脚没有写进稿件：{text}", "Header and footer are not in the draft: {text}"
    ),
    "word-box": Text(
        "文本框里的文字“{text}”排在它所在的段落之后。请核对位置。",
        "The text of a text box, “{text}”, follows the paragraph that it belongs to. Check its place.",
    ),
    "word-note": Text(
        "Word 文件里有一处没有读懂：{text}", "Something in the Word file was not understood: {text}"
    ),
    "draft-masked": Text(
        "{kind}没有写进稿件，已遮成 {value}。", "The {kind} was masked in the draft: {value}."
    ),
}
"""By the code of a remark."""

WORDS = {
    "own-clock": Text("更新日期要和更正一起写", "`updated` moves only with a correction"),
    "another-date": Text("日期已写了另一个", "there is another date"),
    "not-a-date": Text("看不懂这个日期", "not a date that is understood"),
}
"""Reasons that stand in a remark."""

FAULTS = {
    "empty": Text("{name} 是空文件。", "{name} is empty."),
    "damaged-word": Text(
        "{name} 打不开，可能没有传完整。请在 Word 里打开它，另存一份再导入。",
        "{name} cannot be opened and may be cut off. Open it in Word, save a copy and import that.",
    ),
    "too-large": Text(
        "{name} 解开以后太大（超过 {limit} MB），没有打开。请把图片压小，另存一份再导入。",
        "{name} is larger than {limit} MB when unpacked and was not opened. Make its pictures smaller "
        "and save a copy.",
    ),
    "locked": Text(
        "{name} 加了密码。请先去掉密码，另存一份再导入。",
        "{name} is protected by a password. Save a copy without it.",
    ),
    "old-word": Text(
        "{name} 是旧版的 Word 文件。请在 Word 或 WPS 里另存为 .docx 再导入。",
        "{name} is in Word's old format. Save it as .docx and import that.",
    ),
    "wps": Text(
        "{name} 是 WPS 自己的格式。请在 WPS 里另存为 .docx 再导入。",
        "{name} is in the format of WPS. Save it as .docx and import that.",
    ),
    "rtf": Text(
        "{name} 是 RTF 文件。请在 Word 里另存为 .docx 再导入。",
        "{name} is an RTF file. Save it as .docx in Word and import that.",
    ),
    "odt": Text(
        "{name} 是 ODF 文件。请在 LibreOffice 里另存为 .docx 再导入。",
        "{name} is an ODF file. Save it as .docx in LibreOffice and import that.",
    ),
    "pdf": Text(
        "{name} 是 PDF，里面的文字次序不可靠。请找原来的 Word 文件；没有的话，把文字复制出来，存成 .txt 再导入。",
        "{name} is a PDF, whose order of text cannot be relied on. Take the Word file that it was made "
        "from, or copy the text into a .txt file.",
    ),
    "mht": Text(
        "{name} 是单个网页存档。请在浏览器里另存为“网页，全部”（.html 和一个文件夹）再导入。",
        "{name} is an archive of a page. Save the page as “Webpage, Complete” (.html with a folder) "
        "and import that.",
    ),
    "sheet": Text(
        "{name} 是表格或幻灯片，不是稿件。请把文字复制到 Word 里，存成 .docx 再导入。",
        "{name} is a sheet or slides, no text. Copy its text into Word and save it as .docx.",
    ),
    "picture": Text(
        "{name} 是图片。请把它放在稿件旁边，在稿件里插图。",
        "{name} is a picture. Put it beside a piece and show it there.",
    ),
    "archive": Text(
        "{name} 是压缩包。请先解压，再导入里面的文件。",
        "{name} is an archive. Unpack it and import what is in it.",
    ),
    "unknown": Text(
        "认不出 {name} 是什么文件。可以导入 .docx、.html、.txt，WordPress 导出的 .xml，"
        "以及 Hugo、Jekyll、Hexo 的文件夹。",
        "{name} is of no sort that is known. Linli imports .docx, .html, .txt, the .xml that "
        "WordPress exports, and folders of Hugo, Jekyll and Hexo.",
    ),
    "page-text": Text(
        "{name} 是文字，按报纸版面的文字导入。",
        "{name} is plain text, to be imported as the text of a printed page.",
    ),
    "no-text": Text(
        "{name} 不是文字（UTF-8、UTF-16、GB18030 都读不出）。请另存为 UTF-8 再导入。",
        "{name} is no text in UTF-8, UTF-16 or GB18030. Save it in UTF-8.",
    ),
    "nothing-in-it": Text(
        "{name} 里没有正文。网页请等文字都显示出来再另存。",
        "{name} holds no text. Save a page only when all of it shows.",
    ),
    "broken-xml": Text(
        "{name} 第 {line} 行的 XML 不完整。请从 WordPress 重新导出。",
        "The XML of {name} is broken at line {line}. Export it from WordPress again.",
    ),
    "unsafe-xml": Text(
        "{name} 的 XML 里有实体定义，正常导出的文件没有这个，没有读它。",
        "The XML of {name} defines entities, which no honest export does; it was not read.",
    ),
    "too-deep": Text(
        "{name} 的结构套得太深，读不了。请把文字复制到新文件里再导入。",
        "{name} is nested too deeply to be read. Copy its text into a new file.",
    ),
    "no-front-matter": Text(
        "{name} 开头没有完整的稿件信息（--- 或 +++ 之间的几行）。",
        "{name} has no whole front matter, the lines between two --- or +++.",
    ),
    "broken-front-matter": Text(
        "{name} 第 {line} 行的稿件信息读不懂。请改好再导入。",
        "The front matter of {name} cannot be read at line {line}. Mend it and import again.",
    ),
    "no-posts": Text(
        "{name} 里没有认得出的 Hugo、Jekyll 或 Hexo 文章。请选网站的根文件夹（里面有 _config.yml、hugo.toml 或 content）。",
        "{name} holds no posts of Hugo, Jekyll or Hexo. Choose the site's own folder, with "
        "_config.yml, hugo.toml or content in it.",
    ),
}
"""By the code of a SourceError."""
