# SPDX-License-Identifier: MIT
"""Images of a text: images alone in their paragraph become figures with caption and credit.

alt, caption and credit are three fields. Each is taken from the image's own line, else from
`photos:`, else from what the file itself carries; the credit last from the article's credits.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from linli.newsroom.articles import PhotoNote
from linli.newsroom.nearest import nearest
from linli.newsroom.photos import CaptionedPhoto, Photo, PhotoFault, PhotoMetadata
from linli.reading.markup.located import LINE
from linli.reading.markup.state import ROOT, Sheet

SIZES = "(min-width: 48em) 40rem, 100vw"
"""How wide a picture in a text is shown: the measure, or the whole of a phone."""
SIDE_BY_SIDE = "(min-width: 48em) 20rem, (min-width: 30em) 50vw, 100vw"
"""The same for one of two that stand beside each other in a gallery."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The fields of one image, and None for an alt that nobody gave."""

    alt: str | None
    caption: str
    credit: str
    creator: str


class Figures(Treeprocessor):
    """Sets every image of a document; the first one is the piece's lead picture."""

    sheet: Sheet | None = None

    def run(self, root: Element) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        parents = {child: parent for parent in root.iter() for child in parent}
        images = list(root.iter("img"))
        frames = {parent for image in images if _is_frame(parent := parents[image])}
        for image in images:
            parent = parents[image]
            self._set(image, parent if parent in frames else None, sheet)
        for note in sheet.notes:
            if note.file not in sheet.used_notes:
                used = [one.photo.src_uri.rpartition("/")[2] for one in sheet.figures]
                location = sheet.source.at(f"photos.{note.file}")
                sheet.say_at(
                    "photo-note-unused", location, file=note.file, nearest=nearest(note.file, used)
                )

    def _set(self, image: Element, paragraph: Element | None, sheet: Sheet) -> None:
        line = int(image.attrib.pop(LINE, "0"))
        src = image.get("src", "")
        own = PhotoNote(
            src,
            caption=image.attrib.pop("title", ""),
            alt=image.get("alt"),
            credit=image.attrib.pop("credit", ""),
        )
        photo = self._photo(src, line, sheet)
        note = self._note(src, sheet)
        if photo is None:
            return
        words = _words(own, note, photo.metadata, sheet.credit if paragraph is not None else "")
        if words.alt is None:
            sheet.say("image-alt-missing", line, file=src)
        if paragraph is not None:
            if words.alt != "" and not words.caption:
                sheet.say("image-caption-missing", line, file=src)
            if words.alt != "" and not words.credit:
                sheet.say("image-credit-missing", line, file=src)
        elif own.caption or own.credit:
            sheet.say("image-inline", line, file=src)
        _draw(image, photo, words.alt or "", is_lead=not sheet.figures)
        anchor = ""
        if paragraph is not None:
            figure = _make_figure(paragraph, image, words)
            if words.alt:
                _enlarge(figure, photo)
                anchor = _anchor(figure, len(sheet.figures) + 1)
        sheet.figures.append(
            CaptionedPhoto(
                photo, words.alt or "", words.caption, words.credit, words.creator, anchor
            )
        )

    def _note(self, src: str, sheet: Sheet) -> PhotoNote:
        note = next((note for note in sheet.notes if note.file == src), None)
        if note is None:
            return PhotoNote(src)
        sheet.used_notes.add(src)
        return note

    def _photo(self, src: str, line: int, sheet: Sheet) -> Photo | None:
        try:
            parts = urlsplit(src)
        except ValueError:
            parts = urlsplit("//")._replace(netloc=src)
        if parts.scheme or parts.netloc:
            sheet.say("image-remote", line, file=src)
            return None
        folder = posixpath.dirname(sheet.source.path)
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
        found = sheet.surroundings.photo(path)
        if found is None:
            known = (
                posixpath.relpath(other, folder or ".") for other in sheet.surroundings.photo_paths
            )
            sheet.say("image-missing", line, file=src, nearest=nearest(src, known))
        elif isinstance(found, PhotoFault):
            sheet.say("image-unreadable", line, file=src, problem_zh=found.zh, problem_en=found.en)
        return found if isinstance(found, Photo) else None


def _is_frame(paragraph: Element) -> bool:
    """Whether a paragraph holds images, breaks between them, and nothing else."""
    text = (paragraph.text or "") + "".join(child.tail or "" for child in paragraph)
    return paragraph.tag == "p" and not text.strip() and {e.tag for e in paragraph} <= {"img", "br"}


def _words(own: PhotoNote, note: PhotoNote, file: PhotoMetadata, credit: str) -> _Words:
    alt = next((alt for alt in (own.alt, note.alt) if alt is not None), file.alt or None)
    return _Words(
        alt,
        own.caption or note.caption or file.caption,
        own.credit or note.credit or note.creator or file.credit or file.creator or credit,
        note.creator or file.creator,
    )


def _draw(image: Element, photo: Photo, alt: str, *, is_lead: bool) -> None:
    largest = photo.largest
    image.set("src", f"{ROOT}{quote(largest.path)}")
    image.set("alt", alt)
    if len(photo.renditions) > 1:
        image.set(
            "srcset",
            ", ".join(f"{ROOT}{quote(one.path)} {one.width}w" for one in photo.renditions),
        )
        image.set("sizes", SIZES)
    image.set("width", str(largest.width))
    image.set("height", str(largest.height))
    if is_lead:
        image.set("fetchpriority", "high")
    else:
        image.set("loading", "lazy")
    image.set("decoding", "async")


def _frame(paragraph: Element, image: Element) -> Element:
    """The figure for an image: its paragraph, or one of several in it."""
    paragraph.text = image.tail = None
    if len(paragraph) == 1:
        paragraph.tag = "figure"
        return paragraph
    paragraph.tag = "div"
    paragraph.set("class", "nr-gallery")
    for rule in paragraph.findall("br"):
        paragraph.remove(rule)
    figure = Element("figure")
    paragraph[list(paragraph).index(image)] = figure
    figure.append(image)
    return figure


def _make_figure(paragraph: Element, image: Element, words: _Words) -> Element:
    figure = _frame(paragraph, image)
    if _has_a_neighbour(figure, paragraph):
        for element in figure.iter():
            if "sizes" in element.attrib:
                element.set("sizes", SIDE_BY_SIDE)
    if not words.caption and not words.credit:
        return figure
    caption = SubElement(figure, "figcaption")
    if words.caption:
        text = SubElement(caption, "span", {"class": "caption"})
        text.text = words.caption
        text.tail = " " if words.credit else None
    if words.credit:
        SubElement(caption, "span", {"class": "credit"}).text = words.credit
    return figure


def _has_a_neighbour(figure: Element, paragraph: Element) -> bool:
    """Whether another picture of its gallery stands beside it: the last of an odd number is alone
    in its row, as `photos.css` has it."""
    if figure is paragraph:
        return False
    return len(paragraph) % 2 == 0 or paragraph[-1] is not figure


def _enlarge(figure: Element, photo: Photo) -> None:
    """Let what stands for the image lead to its largest rendition, for any browser."""
    shown = figure[0]
    link = Element("a", {"class": "nr-enlarge", "href": f"{ROOT}{quote(photo.largest.path)}"})
    figure[0] = link
    link.append(shown)


def _anchor(figure: Element, number: int) -> str:
    """The id of a figure: an editor's own, or one that no heading can have."""
    return figure.attrib.setdefault("id", f"photo:{number}")
