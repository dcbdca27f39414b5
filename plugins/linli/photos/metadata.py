# SPDX-License-Identifier: MIT
"""What a picture file says of itself, and the little of it that goes out again.

IPTC Photo Metadata Standard 2025.1: caption, creator, credit line, copyright notice, alt text.
XMP wins over IPTC-IIM, which wins over EXIF. Position, serial numbers, thumbnails and software
are not read at all, so they cannot be passed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import defusedxml.ElementTree
from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from linli.newsroom.photos import PhotoMetadata

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_XML = "http://www.w3.org/XML/1998/namespace"

_XMP = {
    "caption": (_DC, "description"),
    "creator": (_DC, "creator"),
    "credit": (_PHOTOSHOP, "Credit"),
    "copyright": (_DC, "rights"),
    "alt": (_IPTC_CORE, "AltTextAccessibility"),
}
_IIM = {"caption": (2, 120), "creator": (2, 80), "credit": (2, 110), "copyright": (2, 116)}
_EXIF = {
    "caption": ExifTags.Base.ImageDescription,
    "creator": ExifTags.Base.Artist,
    "copyright": ExifTags.Base.Copyright,
}


def read_metadata(image: Image.Image) -> PhotoMetadata:
    """The fields of a picture that was opened and not yet changed."""
    xmp = _read_xmp(image)
    iim = _read_iim(image)
    exif = _read_exif(image)
    return PhotoMetadata(
        **{name: xmp.get(name) or iim.get(name) or exif.get(name) or "" for name in _XMP}
    )


def xmp_packet(metadata: PhotoMetadata) -> bytes:
    """The fields as an XMP packet; empty where there is nothing to say."""
    if metadata == PhotoMetadata():
        return b""
    for prefix, uri in (
        *(("rdf", _RDF), ("dc", _DC), ("photoshop", _PHOTOSHOP)),
        *(("Iptc4xmpCore", _IPTC_CORE), ("x", "adobe:ns:meta/")),
    ):
        ElementTree.register_namespace(prefix, uri)
    root = ElementTree.Element("{adobe:ns:meta/}xmpmeta")
    rdf = ElementTree.SubElement(root, f"{{{_RDF}}}RDF")
    about = ElementTree.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
    for name, (namespace, tag) in _XMP.items():
        value = getattr(metadata, name)
        if not value:
            continue
        element = ElementTree.SubElement(about, f"{{{namespace}}}{tag}")
        if namespace == _PHOTOSHOP:
            element.text = value
            continue
        container = "Seq" if name == "creator" else "Alt"
        bag = ElementTree.SubElement(element, f"{{{_RDF}}}{container}")
        language = {} if container == "Seq" else {f"{{{_XML}}}lang": "x-default"}
        ElementTree.SubElement(bag, f"{{{_RDF}}}li", language).text = value
    packet: bytes = ElementTree.tostring(root, encoding="utf-8")
    return packet


def _read_xmp(image: Image.Image) -> Mapping[str, str]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    if not packet:
        return {}
    raw = packet.encode() if isinstance(packet, str) else bytes(packet)
    try:
        root = defusedxml.ElementTree.fromstring(raw.strip(b"\x00 \n"))
    except (ElementTree.ParseError, defusedxml.DefusedXmlException):
        # A packet that no XML reader takes says nothing; the picture itself may be sound.
        return {}
    return {name: text for name, (ns, tag) in _XMP.items() if (text := _xmp_text(root, ns, tag))}


def _xmp_text(root: ElementTree.Element, namespace: str, tag: str) -> str:
    name = f"{{{namespace}}}{tag}"
    for description in root.iter(f"{{{_RDF}}}Description"):
        if name in description.attrib:
            return description.attrib[name].strip()
        element = description.find(name)
        if element is not None:
            items = [item.text or "" for item in element.iter(f"{{{_RDF}}}li")]
            return "、".join(item.strip() for item in items) or (element.text or "").strip()
    return ""


def _read_iim(image: Image.Image) -> Mapping[str, str]:
    try:
        records: Mapping[Any, Any] = (
            IptcImagePlugin.getiptcinfo(image) or {}
            if isinstance(image, ImageFile.ImageFile)
            else {}
        )
    except (SyntaxError, ValueError, KeyError, OSError):
        # Pillow raises any of these on a record it cannot follow.
        return {}
    fields = {}
    for name, dataset in _IIM.items():
        value = records.get(dataset) or b""
        repeated = value if isinstance(value, list) else [value]
        fields[name] = "、".join(filter(None, (decode(bytes(one)) for one in repeated)))
    return fields


def _read_exif(image: Image.Image) -> Mapping[str, str]:
    exif = image.getexif()
    fields = {}
    for name, tag in _EXIF.items():
        value = exif.get(tag)
        if isinstance(value, str) and value.strip("\x00 "):
            # Pillow reads these bytes as Latin-1, which loses nothing: take them back.
            raw = value.encode("latin-1") if _is_latin(value) else value.encode()
            fields[name] = decode(raw)
    return fields


def _is_latin(text: str) -> bool:
    return all(ord(sign) < 256 for sign in text)


def decode(raw: bytes) -> str:
    """Text of a picture's header: UTF-8, else GB18030, the two that Chinese cameras write."""
    plain = raw.strip(b"\x00 \r\n")
    for encoding in ("utf-8", "gb18030"):
        try:
            return plain.decode(encoding).strip()
        except UnicodeDecodeError:
            continue
    return ""
