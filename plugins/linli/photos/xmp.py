# SPDX-License-Identifier: MIT
"""The XMP packet of a picture: the allowed fields read from one, and written into a new one.

A packet comes from strangers: entities and external files are refused, and so is one of megabytes.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from xml.etree import ElementTree

import defusedxml.ElementTree
from PIL import GifImagePlugin, Image

from linli.newsroom.photos import PhotoMetadata
from linli.photos.encodings import as_utf8
from linli.photos.png_text import raw_profile
from linli.photos.source_types import term

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_META = "adobe:ns:meta/"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFIXES = {
    "rdf": _RDF,
    "dc": _DC,
    "photoshop": _PHOTOSHOP,
    "Iptc4xmpCore": _IPTC_CORE,
    "Iptc4xmpExt": _IPTC_EXTENSION,
    "x": _META,
}
_FIELDS = {
    "caption": (f"{{{_DC}}}description", "Alt"),
    "creator": (f"{{{_DC}}}creator", "Seq"),
    "credit": (f"{{{_PHOTOSHOP}}}Credit", ""),
    "copyright": (f"{{{_DC}}}rights", "Alt"),
    "alt": (f"{{{_IPTC_CORE}}}AltTextAccessibility", "Alt"),
    "digital_source_type": (f"{{{_IPTC_EXTENSION}}}DigitalSourceType", ""),
}
"""The property of each field, and the container in which its values lie."""

_LARGEST = 2_000_000
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode()
_END = b'<?xpacket end="r"?>'


def read_xmp(image: Image.Image) -> Mapping[str, str] | None:
    """The fields; None where there is a packet that cannot be read."""
    packet = _packet(image)
    if not packet:
        return {}
    root = _parsed(packet)
    if root is None:
        return None
    found = {name: _text(root, tag) for name, (tag, _) in _FIELDS.items()}
    return found | {"digital_source_type": term(found["digital_source_type"])}


def xmp_packet(metadata: PhotoMetadata) -> bytes:
    """The fields as an XMP packet; empty where there is nothing to say."""
    values = {name: value for name in _FIELDS if (value := getattr(metadata, name))}
    if not values:
        return b""
    for prefix, uri in _PREFIXES.items():
        ElementTree.register_namespace(prefix, uri)
    root = ElementTree.Element(f"{{{_META}}}xmpmeta")
    rdf = ElementTree.SubElement(root, f"{{{_RDF}}}RDF")
    about = ElementTree.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
    for name, value in values.items():
        tag, container = _FIELDS[name]
        element = ElementTree.SubElement(about, tag)
        if not container:
            element.text = value
            continue
        around = ElementTree.SubElement(element, f"{{{_RDF}}}{container}")
        language = {_LANG: "x-default"} if container == "Alt" else {}
        ElementTree.SubElement(around, f"{{{_RDF}}}li", language).text = value
    packet: bytes = ElementTree.tostring(root, encoding="utf-8")
    return _BEGIN + packet + _END


def _packet(image: Image.Image) -> bytes:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    if isinstance(packet, str):
        return packet.encode()
    if packet:
        return bytes(packet)
    if isinstance(image, GifImagePlugin.GifImageFile):
        return _packet_of_gif(image)
    return raw_profile(image, "xmp")


def _packet_of_gif(image: GifImagePlugin.GifImageFile) -> bytes:
    """The packet in a GIF, which lies there in one piece: its own bytes are taken for lengths."""
    stream = image.fp
    if stream is None:
        return b""
    place = stream.tell()
    stream.seek(0)
    _, mark, rest = stream.read().partition(b"\x21\xff\x0bXMP DataXMP")
    stream.seek(place)
    packet, end, _ = rest.partition(b"\x01\xff\xfe\xfd")
    return packet if mark and end else b""


def _parsed(packet: bytes) -> ElementTree.Element | None:
    if len(packet) > _LARGEST:
        return None
    if not packet.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        packet = packet.strip(b"\x00 \r\n\t")
    for one in dict.fromkeys((packet, as_utf8(packet))):
        try:
            root: ElementTree.Element = defusedxml.ElementTree.fromstring(one)
        except defusedxml.DefusedXmlException:
            return None
        except (ElementTree.ParseError, ValueError, LookupError):
            # Not XML, or in an encoding of which no reader knows.
            continue
        return root
    return None


def _text(root: ElementTree.Element, tag: str) -> str:
    """A property, as an attribute or an element, alone or in a container, of any description."""
    for description in root.iter(f"{{{_RDF}}}Description"):
        text = description.get(tag, "")
        element = description.find(tag)
        if element is not None and not text.strip():
            text = _value(element)
        if text.strip():
            return text.strip()
    return ""


def _value(element: ElementTree.Element) -> str:
    items = [
        (item.get(_LANG, ""), text)
        for item in element.iter(f"{{{_RDF}}}li")
        if (text := "".join(item.itertext()).strip())
    ]
    if not items:
        return element.get(f"{{{_RDF}}}resource") or "".join(element.itertext())
    if element.find(f"{{{_RDF}}}Alt") is None:
        return "、".join(text for _, text in items)
    # The sort is stable: of two in one language the first.
    return min(items, key=lambda item: _rank(item[0].casefold()))[1]


def _rank(language: str) -> int:
    """How welcome a language is; any other is taken where there is none of these."""
    if language == "zh-cn" or language.startswith("zh-hans"):
        return 0
    if language == "zh" or language.startswith("zh-"):
        return 1
    return 2 if language == "x-default" else 3
