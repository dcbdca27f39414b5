# SPDX-License-Identifier: MIT
"""An image of a text as a `<picture>` that offers a browser every rendition of a photo."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element, SubElement, tostring

from linli.newsroom.photos import WHERE_MOTION_IS_WELCOME, Photo, Rendition
from linli.reading.markup.state import ROOT

_MEASURE = 612
"""Width of the text in CSS pixels."""
_TALLEST = 44
"""Height of a picture in a text, in rem."""
SIZES = "(min-width: 42rem) 38.25rem, (min-width: 30rem) 92vw, 66vw"
"""How wide a picture in a text is shown: the measure, or a screen without its margins. A phone's
pixels are so small that seven tenths of them are enough, for half the bytes."""
SIDE_BY_SIDE = "(min-width: 42rem) 19rem, (min-width: 30rem) 46vw, 92vw"
"""The same for one of two that stand beside each other in a gallery."""
_IMAGE = re.compile(r"<img\s[^>]*>")


def draw_all(html: str, find: Callable[[str], Photo | None]) -> str:
    """A text that somebody else has set, with all renditions of its photos.

    `find` tells the photo of an image from where the image leads, if it is one of ours.
    """

    def drawn(match: re.Match[str]) -> str:
        attributes = _attributes_of(match[0])
        photo = find(unquote(attributes.get("src", "")))
        if photo is None or not photo.renditions:
            return match[0]
        image = Element("img", attributes)
        draw(image, photo, attributes.get("alt", ""), is_lead=False)
        return tostring(image, encoding="unicode", method="html")

    return _IMAGE.sub(drawn, html)


def _attributes_of(tag: str) -> dict[str, str]:
    found: dict[str, str] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.update((name, value or "") for name, value in attrs)

    Reader().feed(tag)
    return found


def draw(image: Element, photo: Photo, alt: str, *, is_lead: bool) -> None:
    """Make an image the `<picture>` of all its renditions."""
    image.tag = "picture"
    image.attrib, others = {}, image.attrib
    sizes = _sizes(photo)
    for renditions in photo.lighter:
        source = SubElement(image, "source", {"type": renditions[0].format.media_type})
        if photo.is_moving:
            source.set("media", WHERE_MOTION_IS_WELCOME)
        _offer(source, renditions, sizes)
    largest = photo.largest
    last = SubElement(image, "img", others | {"src": f"{ROOT}{quote(largest.path)}", "alt": alt})
    if len(photo.for_any_browser) > 1:
        _offer(last, photo.for_any_browser, sizes)
    last.set("width", str(largest.width))
    last.set("height", str(largest.height))
    if style := ";".join(_style(photo)):
        last.set("style", style)
    if is_lead:
        last.set("fetchpriority", "high")
    else:
        last.set("loading", "lazy")
    last.set("decoding", "async")


def _style(photo: Photo) -> Iterator[str]:
    largest = photo.largest
    if photo.placeholder:
        yield f"background:url({photo.placeholder}) 0/cover"
    if largest.height > largest.width:
        # Seen whole: not taller than a window.
        yield f"max-width:min(100%,{round(_TALLEST * largest.width / largest.height, 1)}rem)"


def _sizes(photo: Photo) -> str:
    """A small picture is not drawn wider than it is."""
    width = photo.largest.width
    small = f"(min-width: {width}px) {width}px, (min-width: 30rem) 92vw, 66vw"
    return SIZES if width >= _MEASURE else small


def _offer(element: Element, renditions: tuple[Rendition, ...], sizes: str) -> None:
    one_of = [f"{ROOT}{quote(one.path)} {one.width}w" for one in renditions]
    element.set("srcset", ", ".join(one_of))
    element.set("sizes", sizes)
