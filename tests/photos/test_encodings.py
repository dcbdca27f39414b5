# SPDX-License-Identifier: MIT
"""Words of picture files come out as they were written, or not at all."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.photos.common_signs import SIMPLIFIED, SURNAMES, TRADITIONAL
from linli.photos.encodings import LONGEST, Written, decode, decode_together, likelier, tidy

MAINLAND = [
    "",
    "王明 李娜 张伟 刘洋 陈静 杨帆 赵磊 黄丽 周杰 吴敏 徐强 孙燕 胡军 朱琳 高翔 林涛 何平 郭靖 马超 罗兰 梁晨 宋佳 郑凯 谢楠 韩雪",
    "唐糖 冯刚 于洁 董浩 萧红 程亮 曹颖 袁泉 邓超 许晴 傅彪 沈悦 曾黎 彭丹 吕良 苏芒 卢靖 蒋欣 蔡明 贾玲 丁宁 魏晨 薛佳 叶青 阎维",
    "余华 潘虹 杜鹃 戴军 夏雨 钟楚 汪涵 田壮 任重 姜文 范伟 方圆 石磊 姚明 谭元 廖凡 邹市 熊黛 金星 陆毅 郝蕾 孔笙 白云 崔健 康辉",
    "王小明 李玥林 张建国 刘晓庆 陈志强 杨丽萍 赵文瑄 黄家驹 周星驰 吴秀波 徐静蕾 孙红雷 欧阳晓晓 司马青山 诸葛小云 上官云珠",
    "新华社 本报 通讯员 资料图 邻里社 成都日报 居委会供图 受访者供图 社区供图 本报记者摄 新津区融媒体中心 中新社发 人民视觉 视觉中国",
    "王小明摄 李玥林／摄 通讯员张建国 记者刘洋摄 物业公司供图 街道办事处 成都市新津区 四川在线 邻里报社版权所有 图片来自网络",
    "路灯亮了 小巷路灯 元宵龙灯 社区食堂 垃圾分类 荷塘月色 老茶馆 修车师傅 暑期课堂 真洁书记 十字街口 防汛演练 义务植树 敬老月活动",
    "路灯亮了，一共十二盏。",
    "社区居民在十字街老茶馆喝茶聊天。",
    "志愿者为老人理发、量血压。",
    "7月1日，新津区五津街道开展防汛应急演练。",
    "孩子们在暑期课堂上学习书法。",
    "“邻里节”活动现场，居民品尝百家宴。",
    "图为施工人员正在更换老旧管网。",
    "物业公司工作人员检查消防设施（资料图）。",
    "晚上八点，居民在小区广场跳舞。",
    "公交站台新装了座椅和雨棚！",
    "他修了三十年自行车，街坊都叫他“张师傅”。",
    "停水通知：明日8时至18时，十字街片区停水。",
    "",
]

TAIWAN = [
    "",
    "王明 李娜 張偉 劉洋 陳靜 楊帆 趙磊 黃麗 周杰 吳敏 徐強 孫燕 胡軍 朱琳 高翔 林濤 何平 郭靖 馬超 羅蘭 梁晨 宋佳 鄭凱 謝楠 ",
    "唐糖 馮剛 于潔 董浩 蕭紅 程亮 曹穎 袁泉 鄧超 許晴 傅彪 沈悅 曾黎 彭丹 呂良 蘇芒 盧靖 蔣欣 蔡明 賈玲 丁寧 魏晨 薛佳 葉青 閻維",
    "余華 潘虹 杜鵑 戴軍 夏雨 鍾楚 汪涵 田壯 任重 姜文 范偉 方圓 石磊 姚明 譚元 鄒市 熊黛 金星 陸毅 郝蕾 孔笙 白雲 崔健 康輝",
    "王小明 陳美玲 林志玲 張惠妹 蔡依林 周杰倫 林俊傑 王力宏 鄧麗君 羅大佑 李宗盛 侯孝賢 楊德昌 歐陽娜娜 司馬中原 諸葛亮 張艾嘉",
    "中央社 本報 通訊員 資料照片 鄰里社 聯合報 里辦公處提供 受訪者提供 社區提供 記者攝影 市政府提供 版權所有 翻攝自網路 讀者提供",
    "王小明攝 記者陳美玲攝 通訊員張建國 記者劉洋／攝影 區公所提供 臺北市政府 高雄市立圖書館 鄰里報社版權所有 圖片來自網路",
    "路燈亮了 小巷路燈 元宵燈會 社區食堂 垃圾分類 荷塘月色 老茶館 修車師傅 暑期課程 十字街口 防汛演練 義務植樹 敬老活動",
    "巷口的路燈亮了，一共十二盞。",
    "社區居民在老茶館喝茶聊天。",
    "志工為長輩理髮、量血壓。",
    "7月1日，里辦公處舉行防災演練。",
    "孩子們在暑期課程學習書法。",
    "「鄰里節」活動現場，居民品嚐百家宴。",
    "圖為施工人員正在更換老舊管線。",
    "管委會人員檢查消防設備（資料照片）。",
    "晚上八點，居民在廣場跳舞。",
    "公車站新裝了座椅和雨棚！",
    "他修了三十年腳踏車，街坊都叫他「張師傅」。",
    "停水公告：明日8時至18時，十字街停水。",
    "",
]


def _texts(lines: list[str]) -> list[str]:
    """Captions stand on lines of their own; names and credits share one."""
    texts = []
    for line in filter(None, lines):
        texts += [line] if line[-1] in "。！" else line.split()
    return texts


SIMPLE, FULL = _texts(MAINLAND), _texts(TAIWAN)


def test_there_are_enough_texts_of_each_kind() -> None:
    assert len(SIMPLE) >= 130
    assert len(FULL) >= 130


@pytest.mark.parametrize(
    ("texts", "encoding"),
    [(SIMPLE, "gb18030"), (SIMPLE, "utf-8"), (FULL, "cp950"), (FULL, "utf-8")],
    ids=["mainland-gb18030", "mainland-utf-8", "taiwan-big5", "taiwan-utf-8"],
)
def test_every_text_comes_out_as_it_was_written_though_it_stands_alone(
    texts: list[str], encoding: str
) -> None:
    found = {text: decode(text.encode(encoding)) for text in texts}
    assert {text: other for text, other in found.items() if other != text} == {}


@pytest.mark.parametrize("name", ["廖傑", "廖梅", "韓嘉", "廖國"])
def test_a_name_that_could_be_both_is_decided_by_the_other_fields(name: str) -> None:
    """`廖傑` in Big5 and `郭城` in GB 2312 are the same bytes, and both are good names."""
    alone = name.encode("cp950")
    assert decode(alone) == alone.decode("gb18030")
    caption = "巷口的路燈亮了。"
    assert decode_together([Written(alone), Written(caption.encode("cp950"))]) == (name, caption)


def test_names_of_the_hundred_surnames_are_not_mistaken() -> None:
    given = "明伟芳静强磊军洋艳杰娟涛超霞平刚桂英华玉兰红梅建国志小悦晨宇佳文思然天一晓春林海云飞辉"
    texts = [surname + name for surname in sorted(SURNAMES & SIMPLIFIED) for name in given]
    assert len(texts) > 3000
    wrong = [text for text in texts if decode(text.encode("gb18030")) != text]
    assert len(wrong) <= len(texts) * 0.001, wrong


@pytest.mark.parametrize("table", [SIMPLIFIED, TRADITIONAL])
def test_the_common_signs_are_in_the_encoding_that_they_speak_for(table: frozenset[str]) -> None:
    encoding = "gb2312" if table is SIMPLIFIED else "cp950"
    assert [sign for sign in sorted(table) if len(sign.encode(encoding)) != 2] == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b" \x00\x00", ""),
        (b"Lamps\x00garbage behind", "Lamps"),
        (codecs.BOM_UTF8 + "灯".encode(), "灯"),
        (codecs.BOM_UTF16_LE + "灯亮了".encode("utf-16-le"), "灯亮了"),
        (codecs.BOM_UTF16_BE + "灯亮了\0x".encode("utf-16-be"), "灯亮了"),
        ("José Müller".encode(), "José Müller"),
        ("Иван".encode(), "Иван"),
        ("真的吗？？".encode(), "真的吗？？"),
        (b"What? Really?", "What? Really?"),
        ("é".encode(), "é"),
        ("©新华社".encode(), "©新华社"),
        (b"\xa9 2026 Linli", "© 2026 Linli"),
        ("陶喆".encode("gb18030"), "陶喆"),
        ("路灯\r\n亮了\x07".encode(), "路灯\n亮了"),
    ],
)
def test_marks_and_forms_leave_no_doubt(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff\xff\xff",
        "Müller".encode("latin-1"),
        "José".encode("latin-1"),
        "Café crème".encode("latin-1"),
        b"????",
        "？？？".encode(),
        "路\ufffd灯".encode(),
        "锟斤拷锟斤拷".encode(),
        "\ue000路灯".encode(),
        b"\x80\x81\x82\xfe\xff",
        b"???f?????O?G?F",
        b"?" * 1990 + b"ab",
        b"\x1b$B0lCJ\x1b(B",
    ],
)
def test_what_cannot_be_read_is_not_guessed_at(raw: bytes) -> None:
    assert decode(raw) is None


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_of_a_text_that_was_cut_only_the_half_sign_is_lost(encoding: str) -> None:
    whole = "通讯员王小明在十字街".encode(encoding)
    for end in range(len("通讯".encode(encoding)), len(whole)):
        assert "通讯员王小明在十字街".startswith(decode(whole[:end]) or "-"), end


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("路灯亮了".encode().decode("latin-1"), "路灯亮了"),
        ("路灯亮了".encode().decode("cp1252", errors="ignore"), None),
        ("路灯亮了".encode("gb18030").decode("latin-1"), "路灯亮了"),
        ("路灯亮了，新".encode().decode("gb18030", errors="ignore"), "路灯亮了，新"),
        ("Â© 2026", "© 2026"),
        ("Ãe", "Ãe"),
        ("Müller", "Müller"),
        ("路灯亮了", "路灯亮了"),
        ("鐘榮", "鐘榮"),
    ],
)
def test_what_was_encoded_twice_is_repaired_only_where_that_is_certain(
    text: str, repaired: str | None
) -> None:
    found = tidy(text)
    assert found == repaired or (repaired is None and found not in {"", "路灯亮了"})


def test_one_field_of_another_encoding_does_not_spoil_the_rest() -> None:
    fields = [
        Written("路灯亮了，一共十二盏。".encode()),
        Written("王小明".encode("gb18030")),
        Written(b"Linli"),
        Written(b"\xff\xff\xff"),
    ]
    assert decode_together(fields) == ("路灯亮了，一共十二盏。", "王小明", "Linli", None)


def test_a_name_is_no_word_of_another_script_because_windows_wrote_utf16_beside_it() -> None:
    """`谢楠` in GB 2312 is valid UTF-8, too."""
    fields = [Written("题目".encode("utf-16-le"), "utf-16-le"), Written("谢楠".encode("gb18030"))]
    assert decode_together(fields) == ("题目", "谢楠")


def test_half_of_a_sign_in_utf16_is_lost_and_a_text_of_none_is_unreadable() -> None:
    whole = "路灯".encode("utf-16-le")
    assert decode_together([Written(whole[:3], "utf-16-le")]) == ("路",)
    assert decode_together([Written(b"\x00\xdc\x00\xdc", "utf-16-le")]) == (None,)


def test_a_mark_that_is_not_true_counts_for_nothing() -> None:
    assert decode_together([Written("路灯".encode("gb18030"), "utf-8")]) == ("路灯",)
    assert decode_together([Written("Müller".encode("latin-1"), "latin-1")]) == ("Müller",)


def test_marks_that_turn_the_direction_of_writing_are_left_out() -> None:
    assert tidy("甲\u202e乙\u2066丙") == "甲乙丙"


def test_a_text_as_long_as_a_book_is_cut_with_a_sign_that_says_so() -> None:
    found = tidy("灯" * 5000)
    assert found is not None
    assert len(found) == LONGEST
    assert found.endswith("灯…")


def test_the_byte_order_is_that_in_which_it_can_be_read() -> None:
    raw = "路灯亮了 Lamps".encode("utf-16-be")
    assert likelier(raw, "utf-16-le", "utf-16-be") == "utf-16-be"
    assert likelier(raw[:1], "utf-16-le", "utf-16-be") == "utf-16-le"


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_no_bytes_whatever_are_an_exception_or_a_control_sign(raws: list[bytes]) -> None:
    for text in decode_together([Written(raw) for raw in raws]):
        assert text is None or not any(sign in text for sign in "\x00\x07\x1b\x85\ufffd\ue000")


@given(st.text(max_size=200))
def test_what_was_tidied_is_tidy(text: str) -> None:
    once = tidy(text)
    assert once is None or tidy(once) in {once, None} or len(once) < len(text)
