# SPDX-License-Identifier: MIT
"""Images of a text: images alone in their paragraph become figures with caption and credit.

alt, caption and credit are three fields. Each is taken from the image's own line, else from
`photos:`, else from what the file itself carries; the credit last from the article's credits.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

from linli.newsroom.articles import PhotoNote
from linli.newsroom.identifiers import find_mobiles, find_resident_ids, mask
from linli.newsroom.nearest import nearest
from linli.newsroom.photos import (
    CaptionedPhoto,
    Original,
    Photo,
    PhotoFault,
    PhotoMetadata,
)
from linli.reading.markup import picture
from linli.reading.markup.located import LINE
from linli.reading.markup.state import ROOT, Sheet


@dataclass(frozen=True, slots=True)
class _Words:
    """The fields of one image, and None for an alt that nobody gave."""

    alt: str | None
    caption: str
    credit: str
    creator: str


_CHINESE_TITLE = re.compile("[“‘][^”’]*[”’]?$")
"""A caption in quotes that Markdown takes for a part of the file's name."""
_FIRST_VIEW = 240
"""So many signs of text fill a telephone's first view: a picture below them does not hurry."""


class Figures(Treeprocessor):
    """Sets every image of a document; the first one is the piece's lead picture."""

    sheet: Sheet | None = None

    def run(self, root: Element) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        parents = {child: parent for parent in root.iter() for child in parent}
        images = list(root.iter("img"))
        hurries = bool(images) and _signs_before(root, images[0]) <= _FIRST_VIEW
        frames = {parent for image in images if _is_frame(parent := parents[image])}
        for image in images:
            parent = parents[image]
            self._set(image, parent if parent in frames else None, sheet, hurries=hurries)
        for note in sheet.notes:
            if note.file not in sheet.used_notes:
                used = [one.photo.src_uri.rpartition("/")[2] for one in sheet.figures]
                location = sheet.source.at(f"photos.{note.file}")
                sheet.say_at(
                    "photo-note-unused", location, file=note.file, nearest=nearest(note.file, used)
                )

    def _set(
        self, image: Element, paragraph: Element | None, sheet: Sheet, *, hurries: bool
    ) -> None:
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
        _tell_what_the_file_says(own, note, photo.metadata, line, sheet, paragraph is not None)
        if photo.renditions:
            picture.draw(image, photo, words.alt or "", is_lead=hurries and not sheet.figures)
        anchor = ""
        if paragraph is not None:
            figure = _make_figure(paragraph, image, words)
            if words.alt:
                _enlarge(figure, photo)
                anchor = _anchor(figure, len(sheet.figures) + 1)
        sheet.figures.append(
            CaptionedPhoto(
                photo,
                words.alt or "",
                words.caption,
                words.credit,
                words.creator,
                _original(photo, note, line, sheet),
                anchor,
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
        if quoted := _CHINESE_TITLE.search(src):
            sheet.say("smart-quotes", line, text=quoted[0])
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


def _signs_before(root: Element, image: Element) -> int:
    """How much text stands before an image, without its spaces."""
    signs = 0
    for element in root.iter():
        if element is image:
            break
        for text in (element.text, element.tail):
            signs += len("".join((text or "").split()))
    return signs


def _words(own: PhotoNote, note: PhotoNote, file: PhotoMetadata, credit: str) -> _Words:
    alt = next((alt for alt in (own.alt, note.alt) if alt is not None), file.alt or None)
    return _Words(
        alt,
        own.caption or note.caption or file.caption,
        own.credit or note.credit or note.creator or file.credit or file.creator or credit,
        note.creator or file.creator,
    )


def _tell_what_the_file_says(
    own: PhotoNote, note: PhotoNote, file: PhotoMetadata, line: int, sheet: Sheet, is_figure: bool
) -> None:
    """Words that nobody in the newsroom wrote are shown to its editor, who may know better."""
    has_alt = own.alt is not None or note.alt is not None
    has_caption = bool(own.caption or note.caption) or not is_figure
    has_credit = bool(own.credit or note.credit or note.creator) or not is_figure
    for code, given, words in (
        ("photo-alt-from-file", has_alt, file.alt),
        ("photo-caption-from-file", has_caption, file.caption),
        ("photo-credit-from-file", has_credit, file.credit or file.creator),
    ):
        if words and not given:
            sheet.say(code, line, file=own.file, words=_without_numbers(words))
    if file.unreadable and not (has_alt and has_caption and has_credit):
        sheet.say("photo-words-unreadable", line, file=own.file)


def _without_numbers(words: str) -> str:
    """On one line, with private numbers masked: what is told of a piece stands in logs, too."""
    line = " ".join(words.split())
    for find in (find_resident_ids, find_mobiles):
        for found in reversed(list(find(line))):
            line = line[: found.start] + mask(found.value, found.kind) + line[found.end :]
    return line


def _original(photo: Photo, note: PhotoNote, line: int, sheet: Sheet) -> Original | None:
    """The file itself, where the editor gives it away and it can be cleaned."""
    if not note.original:
        return None
    found = sheet.surroundings.original(photo.src_uri)
    if isinstance(found, Original):
        return found
    sheet.say(
        "photo-original-unclean", line, file=note.file, problem_zh=found.zh, problem_en=found.en
    )
    return None


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
                element.set("sizes", picture.SIDE_BY_SIDE)
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
    if not photo.renditions:
        return
    shown = figure[0]
    link = Element("a", {"class": "nr-enlarge", "href": f"{ROOT}{quote(photo.largest.path)}"})
    figure[0] = link
    link.append(shown)


def _anchor(figure: Element, number: int) -> str:
    """The id of a figure: an editor's own, or one that no heading can have."""
    return figure.attrib.setdefault("id", f"photo:{number}")
