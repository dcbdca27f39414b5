# SPDX-License-Identifier: MIT
"""Share cards: nothing is clipped, nothing is written over a photo, nothing is drawn twice."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from linli.newsroom.photos import Photo, PhotoMetadata
from linli.newsroom.share_cards import CARD_HEIGHT, CARD_WIDTH, Composition, Icon, ShareCard
from linli.photos import share_cards
from linli.photos.composing import Block, set_block
from linli.photos.darkroom import Darkroom
from linli.photos.fonts import Fonts, find_fonts
from linli.photos.line_breaking import CLOSING
from linli.photos.studio import CardStudio

FONTS = find_fonts()
assert FONTS is not None, "the tests need fonts-noto-cjk: .ci/system-packages tests"

REPORT = ShareCard(
    Composition.REPORT, "邻里", "小桥修好了 街坊走得稳当", "社区治理", "古家社区", "2026年11月20日"
)
NOTICE = replace(REPORT, composition=Composition.DOCUMENT, label="遗失声明·公章", id="L-2026-0302")
PAPER = ShareCard(Composition.PAPER, "邻里", "邻里", "街坊的报纸")
EVERY = pytest.mark.parametrize("card", [REPORT, NOTICE, PAPER], ids=lambda card: card.composition)


def opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB")


def ink_box(image: Image.Image, ground: str) -> tuple[int, int, int, int]:
    """Where anything but the ground is."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, ground)).getbbox()
    assert box is not None
    return box


Hire = Callable[[], CardStudio]


@pytest.fixture
def hire(content: Path, tmp_path: Path, darkroom: Callable[..., Darkroom]) -> Hire:
    """A new studio over the same cache."""
    return lambda: CardStudio(FONTS, darkroom((320, 960)), tmp_path / "cards")


@pytest.fixture
def shot(content: Path, darkroom: Callable[..., Darkroom]) -> Callable[..., Photo]:
    """A photo of one colour, as it came from a camera and an agency."""

    def shot(name: str = "lamp.jpg", size: tuple[int, int] = (1200, 800), **words: str) -> Photo:
        exif = Image.Exif()
        exif[0x013B] = words.get("creator", "")
        exif[0x8298] = words.get("copyright", "")
        exif[0x010E] = words.get("caption", "")
        exif[0x0131] = "SOFTWARE4711"
        exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 34.0, 1.5)})
        Image.new("RGB", size, "teal").save(content / name, exif=exif)
        photo = darkroom((320, 960)).photo(name)
        assert isinstance(photo, Photo)
        return photo

    return shot


# What stands on a card


def test_the_colours_are_those_of_a_light_screen() -> None:
    sheet = Path(__file__).parents[2] / "overrides" / "stylesheets" / "tokens.css"
    told = sheet.read_text(encoding="utf-8")
    # What is told first holds; further below stands what more contrast makes of it.
    tokens = dict(reversed(re.findall(r"--(\w+): var\(--day, (#[0-9a-f]{6})\)", told)))
    assert {name: tokens[name] for name in share_cards.TOKENS} == share_cards.TOKENS


@EVERY
def test_a_card_is_a_small_picture_of_the_size_that_is_asked_for(card: ShareCard) -> None:
    data = share_cards.draw(card, FONTS, None)
    with Image.open(io.BytesIO(data)) as image:
        assert (image.size, image.format, image.mode) == ((CARD_WIDTH, CARD_HEIGHT), "PNG", "P")
        assert image.info.keys() <= {"transparency"}
    assert len(data) < 25_000


@EVERY
def test_the_same_card_has_the_same_bytes(card: ShareCard) -> None:
    assert share_cards.draw(card, FONTS, None) == share_cards.draw(card, FONTS, None)


@pytest.mark.parametrize("name", ["headline", "label", "place", "day", "paper"])
def test_every_word_is_seen(name: str) -> None:
    other = replace(REPORT, **{name: "另外几个字"})
    assert share_cards.draw(REPORT, FONTS, None) != share_cards.draw(other, FONTS, None)


def test_the_number_of_an_announcement_is_seen() -> None:
    other = replace(NOTICE, id="L-2026-0303")
    assert share_cards.draw(NOTICE, FONTS, None) != share_cards.draw(other, FONTS, None)


_SIGNS = "社区暑期课堂开班娃娃托管不再难新津召开镇街书记说街坊邻里一丁，。、：？！）》”……——·《“（　 aMW19.%"
_words = st.text(st.sampled_from(_SIGNS), max_size=60).map(lambda text: " ".join(text.split()))
_headlines = _words.filter(lambda text: any(map(str.isalnum, text)))
_cards = st.builds(
    ShareCard,
    st.sampled_from([Composition.REPORT, Composition.DOCUMENT]),
    _headlines,
    _headlines,
    _words,
    _words,
    st.just("2026年11月20日"),
    st.sampled_from(["", "N-2026-0001", "N-2026-0001-0123456789-0123456789"]),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_cards)
def test_nothing_reaches_into_the_margin(card: ShareCard) -> None:
    image = opened(share_cards.draw(card, FONTS, None))
    left, top, right, bottom = ink_box(image, share_cards.TOKENS["paper"])
    # A hanging mark may reach a few pixels out, and nothing further.
    assert left >= share_cards.MARGIN - 12
    assert top >= share_cards.MARGIN - 36
    assert right <= CARD_WIDTH - share_cards.MARGIN + 12
    assert bottom <= CARD_HEIGHT - share_cards.MARGIN + 12


@settings(max_examples=100, deadline=None)
@given(_headlines, st.sampled_from([330, 500, 700, 1088]), st.sampled_from([120, 280, 2000]))
def test_a_block_keeps_within_its_room(text: str, width: int, height: int) -> None:
    steps = ((96, 2), (66, 4), (44, 6))
    block = set_block(text, FONTS.song, FONTS.hei, steps, width, height)
    assert block.lines
    assert block.height <= height
    assert all(block.type.width_of_line(line) <= width for line in block.lines)
    for line in block.lines:
        ends = [at + stamp.mask.width for stamp, at in block.type.place(line)]
        assert max(ends) <= width + block.type.size * 0.1
    set_ = "".join(block.lines).replace(" ", "")
    assert set_ == text.replace(" ", "") or "…" in block.lines[-1]


def test_a_short_headline_is_large_and_a_long_one_is_small() -> None:
    sizes = [
        set_block(text, FONTS.song, FONTS.hei, ((96, 2), (66, 4), (44, 6)), 1000).type.size
        for text in ("小桥修好了", "小桥修好了" * 5, "小桥修好了" * 10)
    ]
    assert sizes == [96, 66, 44]


def test_a_headline_too_long_for_the_smallest_size_ends_at_a_good_place_with_a_mark() -> None:
    text = "街坊都来看小桥，" * 20
    block: Block = set_block(text, FONTS.song, FONTS.hei, ((44, 3),), 500)
    assert len(block.lines) == 3
    assert block.lines[-1].endswith("小桥…")
    assert all(line[0] not in CLOSING for line in block.lines)


# With a photo


def test_a_photo_stands_beside_the_words(hire: Hire, shot: Callable[..., Photo]) -> None:
    file = hire().card(replace(REPORT, photo=shot()))
    with Image.open(file) as image:
        assert (image.size, image.format) == ((CARD_WIDTH, CARD_HEIGHT), "JPEG")
    assert file.stat().st_size < 90_000
    teal = opened(file.read_bytes())
    photo = ImageChops.difference(teal, Image.new("RGB", teal.size, "teal")).convert("L")
    inside = photo.point([255 if value < 20 else 0 for value in range(256)]).getbbox()
    assert inside is not None
    left, top, right, bottom = inside
    assert (right, bottom) == (CARD_WIDTH - share_cards.MARGIN, CARD_HEIGHT - share_cards.MARGIN)
    assert top > 140
    # All of it is photo: no word stands over it.
    assert photo.crop((left + 8, top + 8, right - 8, bottom - 8)).getextrema()[1] < 40


@pytest.mark.parametrize("size", [(3000, 200), (200, 1500), (40, 40)])
def test_a_photo_of_any_form_leaves_room_for_the_words(
    hire: Hire, shot: Callable[..., Photo], size: tuple[int, int]
) -> None:
    file = hire().card(replace(REPORT, photo=shot(size=size)))
    with Image.open(file) as image:
        assert image.size == (CARD_WIDTH, CARD_HEIGHT)


def test_whose_photo_it_is_goes_with_the_card_and_nothing_else_does(
    hire: Hire, shot: Callable[..., Photo]
) -> None:
    photo = shot(creator="Li Yuelin", copyright="Jincheng", caption="CAPTION4711")
    assert photo.metadata.creator == "Li Yuelin"
    data = hire().card(replace(REPORT, photo=photo)).read_bytes()
    assert b"Li Yuelin" in data
    assert b"Jincheng" in data
    assert b"4711" not in data
    with Image.open(io.BytesIO(data)) as image:
        assert not image.getexif()


def test_a_photo_that_shines_through_stands_on_paper(
    hire: Hire, content: Path, darkroom: Callable[..., Darkroom]
) -> None:
    Image.new("RGBA", (600, 600), (0, 0, 0, 0)).save(content / "seal.png")
    photo = darkroom((320, 960)).photo("seal.png")
    assert isinstance(photo, Photo)
    image = opened(hire().card(replace(REPORT, photo=photo)).read_bytes())
    red, green, blue = image.getpixel((1000, 400))  # type: ignore[misc]
    assert min(red, green, blue) > 230


# Names


def test_a_card_is_named_by_all_that_stands_on_it(hire: Hire, shot: Callable[..., Photo]) -> None:
    photo = shot()
    cards = [
        REPORT,
        *(replace(REPORT, **{name: "别的"}) for name in ("paper", "headline", "label", "place")),
        replace(REPORT, day="2026年11月21日"),
        replace(REPORT, composition=Composition.DOCUMENT),
        replace(REPORT, id="N-2026-0001"),
        replace(REPORT, photo=photo),
        replace(REPORT, photo=shot("other.jpg")),
        replace(REPORT, photo=replace(photo, metadata=PhotoMetadata(credit="居委会"))),
    ]
    names = [hire().name_of(card) for card in cards]
    assert len(set(names)) == len(cards)
    assert names == [hire().name_of(card) for card in cards]
    assert all(name and re.fullmatch(r"share\.[0-9a-f]{8}\.(png|jpg)", name) for name in names)


def test_another_font_makes_another_name(hire: Hire, darkroom: Callable[..., Darkroom]) -> None:
    hei = Fonts(FONTS.hei, FONTS.hei, FONTS.hei)
    other = CardStudio(hei, darkroom(), Path("unused"))
    assert other.name_of(REPORT) != hire().name_of(REPORT)


def test_signs_that_no_font_has_are_left_out_and_a_letter_is_not(hire: Hire) -> None:
    studio = hire()
    assert studio.name_of(replace(REPORT, headline="小桥修好了😀")) == studio.name_of(
        replace(REPORT, headline="小桥修好了")
    )
    assert studio.name_of(replace(REPORT, headline="小桥\u0e01")) is None
    assert studio.name_of(replace(REPORT, headline="😀")) is None


# The cache


def test_what_lies_in_the_cache_is_not_drawn_again(
    hire: Hire, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = hire().card(REPORT)
    icon = hire().icon(Icon.LARGE, "邻里")
    monkeypatch.setattr(share_cards, "draw", None)
    assert hire().card(REPORT) == drawn
    assert hire().icon(Icon.LARGE, "邻里") == icon


def test_a_card_that_was_cut_off_is_drawn_again(hire: Hire) -> None:
    file = hire().card(REPORT)
    data = file.read_bytes()
    file.write_bytes(b"")
    assert hire().card(REPORT).read_bytes() == data


def test_a_drawing_that_fails_leaves_no_half_file(
    hire: Hire, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(share_cards, "draw", fail)
    with pytest.raises(MemoryError):
        hire().card(REPORT)
    assert not (tmp_path / "cards").exists()


ASK = """
import sys
from pathlib import Path
from linli.newsroom.share_cards import Composition, ShareCard
from linli.photos.darkroom import Darkroom
from linli.photos.fonts import find_fonts
from linli.photos.studio import CardStudio

studio = CardStudio(find_fonts(), Darkroom(Path(), Path()), Path(sys.argv[1]))
card = ShareCard(Composition.PAPER, "邻里", "邻里", "街坊的报纸")
print(studio.name_of(card), studio.card(card).name, "PIL.Image" in sys.modules)
"""


def test_what_lies_in_the_cache_needs_no_pillow(hire: Hire, tmp_path: Path) -> None:
    file = hire().card(PAPER)
    asked = subprocess.run(
        [sys.executable, "-c", ASK, os.fspath(tmp_path / "cards")],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert asked.stdout.split() == [str(hire().name_of(PAPER)), file.name, "False"]


def test_drawings_that_no_site_shows_are_forgotten_once_there_are_many(
    hire: Hire, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = hire()
    shown, other = studio.card(REPORT), studio.card(NOTICE)
    icon = studio.icon(Icon.FAVICON, "邻里")
    paths = [f"reports/2026/bridge/{studio.name_of(REPORT)}"]
    studio.sweep(lambda: paths)
    assert other.exists()
    monkeypatch.setattr("linli.photos.studio._SPARE", 0)
    studio.sweep(lambda: paths)
    assert (shown.exists(), other.exists(), icon.exists()) == (True, False, True)


# Icons


@pytest.mark.parametrize("icon", [Icon.TOUCH, Icon.SMALL, Icon.LARGE])
def test_an_icon_can_be_cut_round_without_touching_its_sign(hire: Hire, icon: Icon) -> None:
    image = opened(hire().icon(icon, "邻里").read_bytes())
    size = icon.sizes[0]
    assert image.size == (size, size)
    assert image.getpixel((0, 0)) == image.getpixel((size - 1, size - 1))
    left, top, right, bottom = ink_box(image, share_cards.TOKENS["accent"])
    middle = size / 2
    corners = ((x - middle, y - middle) for x in (left, right) for y in (top, bottom))
    # The sign's corners hold no ink, so that of its box may reach a little beyond the circle.
    assert max((x * x + y * y) ** 0.5 for x, y in corners) <= 0.44 * size
    assert abs((left + right) / 2 - middle) <= 0.02 * size + 1


def test_the_smallest_icons_are_of_every_size_and_can_be_told_from_their_ground(
    hire: Hire,
) -> None:
    file = hire().icon(Icon.FAVICON, "邻里")
    assert file.stat().st_size < 10_000
    for size in Icon.FAVICON.sizes:
        with Image.open(file) as image:
            image.size = (size, size)
            small = image.convert("L")
        assert small.size == (size, size)
        low, high = small.getextrema()
        assert high - low > 150  # type: ignore[operator]


def test_a_paper_of_latin_letters_has_its_first_one(hire: Hire) -> None:
    studio = hire()
    assert studio.icon_of(Icon.LARGE, "linli") == studio.icon_of(Icon.LARGE, "Linli")
    assert studio.icon_of(Icon.LARGE, "《邻里》") == studio.icon_of(Icon.LARGE, "邻居")
    assert studio.icon_of(Icon.LARGE, "!") is None
