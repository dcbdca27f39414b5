# SPDX-License-Identifier: MIT
"""AVIF and HEIC: boxes in boxes, and items whose bytes lie anywhere in the file.

Nothing is moved, since items are found by their place in the file: what is not allowed is written
over, box by box and item by item. What stays is the primary picture, the tiles that it is made of,
and masks and gain maps of it. Thumbnails go, for one may show what was cropped away, and so do the
other pictures of a burst.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from linli.photos.containers.icc import clean_profile
from linli.photos.containers.structure import Kept, need

_PICTURES = frozenset({b"av01", b"hvc1", b"grid", b"iovl", b"iden", b"tmap"})
_META = frozenset({b"hdlr", b"pitm", b"iinf", b"iloc", b"iref", b"iprp", b"idat", b"grpl"})
_PROPERTIES = frozenset(
    {
        *(b"ispe", b"pixi", b"colr", b"av1C", b"hvcC", b"irot", b"imir", b"auxC", b"clap"),
        *(b"pasp", b"clli", b"mdcv", b"cclv", b"amve", b"a1op", b"a1lx", b"lsel", b"rloc"),
    }
)
_PARTS = frozenset({b"dimg", b"auxl"})
"""How one picture belongs to another: made of it, or a mask for it."""
_THIS_FILE = bytes.fromhex("0000001c6472656600000000000000010000000c75726c2000000001")
"""A box that says that all bytes lie in this file, and nothing else."""
_XMP = b"application/rdf+xml"
_NOTHING = b"free"
"""A box that every reader passes over; an item of no type that a reader knows."""


class _Box(NamedTuple):
    name: bytes
    start: int
    body: int
    end: int


@dataclass
class _Item:
    type: bytes
    type_at: int
    content: bytes = b""
    is_wanted: bool = False
    """Whether it is the primary picture or belongs to it."""
    extents: list[tuple[int, int]] = field(default_factory=list)


def clean_heif(data: bytes, kept: Kept) -> bytes:
    """The file, as long as before."""
    file = bytearray(data)
    stores: list[tuple[int, int]] = []
    items: dict[int, _Item] = {}
    for box in _boxes(data, 0, len(data)):
        if box.name == b"meta":
            need(not items, "two descriptions")
            items = _clean_meta(file, box, stores)
        elif box.name == b"mdat":
            stores.append((box.body, box.end))
        elif box.name == b"moov":
            need(False, "a film")
        elif box.name != b"ftyp":
            _blank_box(file, box)
    need(items and data[4:8] == b"ftyp", "no picture")
    stay = []
    for item in items.values():
        if item.type in _PICTURES and item.is_wanted:
            stay += item.extents
        elif item.content == _XMP and len(item.extents) == 1:
            start, end = item.extents[0]
            if kept.packet and len(kept.packet) <= end - start:
                file[start:end] = kept.packet.ljust(end - start)
                stay.append((start, end))
                # Of two packets the second one would say the same.
                kept = kept._replace(packet=b"")
                continue
            file[item.type_at : item.type_at + 4] = _NOTHING
        else:
            file[item.type_at : item.type_at + 4] = _NOTHING
    _blank_rest(file, stores, stay)
    return bytes(file)


def _boxes(data: bytes | bytearray, start: int, end: int) -> Iterator[_Box]:
    while start < end:
        need(start + 8 <= end, "no end")
        size, name = struct.unpack_from(">I4s", data, start)
        body = start + 8
        if size == 1:
            need(start + 16 <= end, "no end")
            (size,) = struct.unpack_from(">Q", data, body)
            body += 8
        size = size or end - start
        need(body <= start + size <= end, "a box that does not end")
        yield _Box(bytes(name), start, body, start + size)
        start += size


def _blank_box(file: bytearray, box: _Box) -> None:
    file[box.start + 4 : box.start + 8] = _NOTHING
    file[box.body : box.end] = bytes(box.end - box.body)


def _blank_rest(
    file: bytearray, stores: list[tuple[int, int]], stay: list[tuple[int, int]]
) -> None:
    """Of the boxes that hold the items' bytes, only what a picture is made of stays."""
    for start, end in stay:
        inside = any(first <= start and end <= last for first, last in stores)
        need(inside, "a picture that lies elsewhere")
    for first, last in stores:
        at = first
        for start, end in sorted(stay):
            if first <= start < last:
                if at < start:
                    file[at:start] = bytes(start - at)
                at = max(at, end)
        file[at:last] = bytes(last - at)


def _clean_meta(file: bytearray, meta: _Box, stores: list[tuple[int, int]]) -> dict[int, _Item]:
    items: dict[int, _Item] = {}
    boxes = {}
    for box in _boxes(file, meta.body + 4, meta.end):
        if box.name in _META:
            need(box.name not in boxes, "two boxes of one kind")
            boxes[box.name] = box
        elif box.name != b"dinf" or bytes(file[box.body : box.end]) != _THIS_FILE:
            _blank_box(file, box)
    need(boxes.keys() >= {b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp"}, "no picture")
    handler = boxes[b"hdlr"]
    need(handler.body + 24 <= handler.end, "no end")
    need(file[handler.body + 8 : handler.body + 12] == b"pict", "no picture")
    # Behind the kind stands a name, which is the program's.
    file[handler.body + 24 : handler.end] = bytes(handler.end - handler.body - 24)
    for number, item in _items(file, boxes[b"iinf"]):
        need(number not in items, "two items of one number")
        items[number] = item
    idat = boxes.get(b"idat")
    if idat is not None:
        stores.append((idat.body, idat.end))
    for number, extents in _extents(file, boxes[b"iloc"], idat):
        need(number in items, "a place without an item")
        items[number].extents = extents
    references = list(_references(file, boxes[b"iref"])) if b"iref" in boxes else []
    wanted = {_primary(file, boxes[b"pitm"])}
    before: set[int] = set()
    while wanted != before:
        before = set(wanted)
        for ends in references:
            wanted |= ends if ends & wanted else set()
    need(wanted <= items.keys(), "a picture that is not there")
    for number in wanted:
        items[number].is_wanted = True
    _clean_properties(file, boxes[b"iprp"])
    return items


def _items(file: bytearray, box: _Box) -> Iterator[tuple[int, _Item]]:
    version = file[box.body]
    for entry in _boxes(file, box.body + (6 if version == 0 else 8), box.end):
        need(entry.name == b"infe" and entry.body + 13 <= entry.end, "an unknown entry")
        version = file[entry.body]
        need(version in (2, 3), "an entry of another age")
        wide = version == 3
        (number,) = struct.unpack_from(">I" if wide else ">H", file, entry.body + 4)
        type_at = entry.body + (10 if wide else 8)
        need(type_at + 5 <= entry.end, "no end")
        texts = bytes(file[type_at + 4 : entry.end]).split(b"\x00")
        content = texts[1] if len(texts) > 1 and file[type_at : type_at + 4] == b"mime" else b""
        # The item's name is anybody's text; as long as before, so that what follows is found.
        file[type_at + 4 : type_at + 4 + len(texts[0])] = b" " * len(texts[0])
        yield number, _Item(bytes(file[type_at : type_at + 4]), type_at, content)


def _extents(
    file: bytearray, box: _Box, idat: _Box | None
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    version = file[box.body]
    need(version <= 2 and box.body + 8 <= box.end, "places of another age")
    at = box.body + 4

    def number(size: int) -> int:
        nonlocal at
        need(size in (0, 2, 4, 8) and at + size <= box.end, "no end")
        value = int.from_bytes(file[at : at + size], "big")
        at += size
        return value

    sizes = number(2)
    of_offset, of_length, of_base = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    of_index = sizes & 15 if version else 0
    for _ in range(number(4 if version == 2 else 2)):
        item = number(4 if version == 2 else 2)
        method = number(2) & 15 if version else 0
        elsewhere = number(2)
        need(method in (0, 1) and not elsewhere, "an item in another file or item")
        need(method == 0 or idat is not None, "an item in a box that is not there")
        base = number(of_base) + (idat.body if method and idat else 0)
        extents = []
        for _ in range(number(2)):
            number(of_index)
            start = base + number(of_offset)
            length = number(of_length)
            need(length and start + length <= len(file), "an item that does not end")
            extents.append((start, start + length))
        yield item, extents


def _primary(file: bytearray, box: _Box) -> int:
    wide = file[box.body] > 0
    need(box.end - box.body == (8 if wide else 6), "a number of another length")
    return int.from_bytes(file[box.body + 4 : box.end], "big")


def _references(file: bytearray, box: _Box) -> Iterator[set[int]]:
    """The items that one reference holds together, where it makes parts of one picture of them."""
    size = 4 if file[box.body] else 2
    for one in _boxes(file, box.body + 4, box.end):
        if one.name not in _PARTS:
            continue
        need(one.body + size + 2 <= one.end, "no end")
        places = [one.body, *range(one.body + size + 2, one.end, size)]
        yield {int.from_bytes(file[at : at + size], "big") for at in places}


def _clean_properties(file: bytearray, box: _Box) -> None:
    essential: set[int] = set()
    blank: list[tuple[int, _Box]] = []
    for part in _boxes(file, box.body, box.end):
        if part.name == b"ipma":
            essential |= _essential(file, part)
            continue
        need(part.name == b"ipco", "unknown properties")
        for place, one in enumerate(_boxes(file, part.body, part.end), 1):
            if one.name not in _PROPERTIES:
                blank.append((place, one))
            elif one.name == b"colr" and bytes(file[one.body : one.body + 4]) in {b"prof", b"rICC"}:
                start = one.body + 4
                file[start : one.end] = clean_profile(bytes(file[start : one.end]))
    for place, one in blank:
        need(place not in essential, "an unknown property without which no picture can be shown")
        _blank_box(file, one)


def _essential(file: bytearray, box: _Box) -> set[int]:
    """The places of the properties that a program must know or leave the picture alone."""
    wide_item, wide_place = file[box.body] > 0, file[box.body + 3] & 1
    count = int.from_bytes(file[box.body + 4 : box.body + 8], "big")
    at, size = box.body + 8, 2 if wide_place else 1
    found = set()
    for _ in range(count):
        at += 4 if wide_item else 2
        need(at < box.end, "no end")
        places = range(at + 1, at + 1 + size * file[at], size)
        at = places.stop
        need(at <= box.end, "no end")
        for place in places:
            value = int.from_bytes(file[place : place + size], "big")
            if value >> (8 * size - 1):
                found.add(value & ((1 << (8 * size - 1)) - 1))
    return found
