# SPDX-License-Identifier: MIT
"""What an outside judge finds in picture files: one call of exiftool over a whole folder."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

STRUCTURE = re.compile(
    r"""SourceFile
    | ExifTool:ExifToolVersion
    | (System|File):.*
    | Composite:(ImageSize|Megapixels|Duration|FileExtension|RotationDegrees|Orientation)
    | JFIF:.*
    | Adobe:(DCTEncodeVersion|APP14Flags[01]|ColorTransform)
    | ICC_Profile:(ProfileDescription|ProfileCopyright|MediaWhitePoint|ChromaticAdaptation
        |MediaBlackPoint|Luminance
        |(Red|Green|Blue)(MatrixColumn|TRC)|GrayTRC|[AB]2[AB]\d|Chromaticity.*)
    | ICC-header:.*
    | PNG(-.*)?:(ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace
        |Transparency|Palette|Gamma|SRGBRendering|PixelsPerUnit.|PixelUnits|ProfileName
        |AnimationFrames|AnimationPlays|BackgroundColor|SignificantBits|WhitePoint.
        |(Red|Green|Blue)[XY])
    | RIFF:(WebP_Flags|ImageWidth|ImageHeight|AlphaIsUsed|VP8Version|.*Scale|BackgroundColor
        |AnimationLoopCount|FrameCount|Duration|Alpha.*)
    | GIF:(GIFVersion|ImageWidth|ImageHeight|HasColorMap|ColorResolutionDepth|BitsPerPixel
        |BackgroundColor|AnimationIterations|FrameCount|Duration|TransparentColor|PixelAspectRatio)
    | (QuickTime|Track\d|Meta|ItemList):(MajorBrand|MinorVersion|CompatibleBrands|HandlerType
        |HandlerDescription
        |PrimaryItemReference|MetaImageSize|ImagePixelDepth|AV1.*|Chroma.*|HEVC.*|ImageSpatialExtent
        |MediaDataSize|MediaDataOffset|AuxiliaryImageType|ColorProfiles|ColorPrimaries
        |TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|Rotation|.*Idc|.*Profile.*
        |ItemInfoEntry|Mirroring|CleanAperture|BitDepth.*|ConstraintIndicatorFlags|MinSpatial.*
        |ParallelismType|AverageFrameRate|ConstantFrameRate|NumTemporalLayers|TemporalIDNested
        |ConfigurationVersion|GenTierFlag|Gen(eral)?.*|.*TierFlag|Seq.*|OperatingPoint.*
        |InitialDelaySamples|HighBitDepth|TwelveBit)""",
    re.VERBOSE,
)
"""How a picture is built and in which colours: no words and nothing of its maker."""

ANIMATION = re.compile(
    r"(QuickTime|Track\d):(MovieHeaderVersion|TimeScale|Preferred(Rate|Volume)|Preview.*|Poster.*"
    r"|Selection.*|CurrentTime|NextTrackID|TrackHeaderVersion|TrackID|TrackDuration|TrackLayer"
    r"|TrackVolume|MatrixStructure|Image(Width|Height)|Media.*|Graphics.*|OpColor|CompressorID"
    r"|SourceImage.*|.Resolution|(Create|Modify|Track.*|Media.*)Date|Duration|VideoFrameRate"
    r"|PixelAspectRatio|FrameCount|Handler.*|VideoFullRange.*)"
)
"""The frame of a film, in which an animated AVIF lies."""

FIELDS = {
    "XMP-dc:Description": "caption",
    "XMP-dc:Creator": "creator",
    "XMP-photoshop:Credit": "credit",
    "XMP-dc:Rights": "copyright",
    "XMP-iptcCore:AltTextAccessibility": "alt",
    "XMP-iptcExt:DigitalSourceType": "digital_source_type",
}
"""The allow-list: the tags that may leave with a picture, and our name of each."""

UPRIGHT = frozenset({"IFD0:Orientation", "File:ExifByteOrder"})
"""Which way up an original is; its pixels are not turned, so it may say so."""

_PICTURES = ["jpg", "jpeg", "png", "webp", "avif", "gif", "heic", "heif", "svg", "ico"]


def tags_in(folder: Path) -> dict[str, dict[str, Any]]:
    """Of each picture below a folder every tag as `group:name`, unknown ones and doubles too."""
    kinds = [part for suffix in _PICTURES for part in ("-ext", suffix)]
    command = ["exiftool", "-json", "-G1", "-struct", "-a", "-u", "-n", "-r", *kinds, "."]
    asked = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert asked.stdout, asked.stderr.decode()
    found = json.loads(asked.stdout)
    return {one["SourceFile"].removeprefix("./"): one for one in found}


def words_of(tags: dict[str, Any]) -> dict[str, str]:
    """The allowed fields that a file says, by our names."""
    found = {}
    for tag, name in FIELDS.items():
        value = tags.get(tag, "")
        if isinstance(value, list):
            assert len(value) == 1, value
            (value,) = value
        if value:
            found[name] = str(value)
    return found


def forbidden(tags: dict[str, Any]) -> set[str]:
    """The tags of a file that are neither its structure nor on the allow-list."""
    return {
        tag
        for tag in tags
        if not STRUCTURE.fullmatch(tag) and not ANIMATION.fullmatch(tag) and tag not in FIELDS
    }
