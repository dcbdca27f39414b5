# SPDX-License-Identifier: MIT
"""What an outside judge finds in picture files: one call of exiftool over a whole folder."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

STRUCTURE = {
    "": "SourceFile",
    "ExifTool": "ExifToolVersion",
    "System": "Directory FileAccessDate FileInodeChangeDate FileModifyDate FileName FilePermissions "
    "FileSize",
    "File": "BitsPerSample ColorComponents EncodingProcess FileType FileTypeExtension ImageHeight "
    "ImageWidth MIMEType YCbCrSubSampling",
    "Composite": "ImageSize Megapixels",
    "JFIF": "JFIFVersion ResolutionUnit XResolution YResolution",
    "Adobe": "APP14Flags0 APP14Flags1 ColorTransform DCTEncodeVersion",
    "ICC-header": "CMMFlags ColorSpaceData ConnectionSpaceIlluminant DeviceAttributes "
    "DeviceManufacturer DeviceModel PrimaryPlatform ProfileCMMType ProfileClass "
    "ProfileConnectionSpace ProfileCreator ProfileDateTime ProfileFileSignature ProfileID "
    "ProfileVersion RenderingIntent",
    "ICC_Profile": "AToB0 BlueMatrixColumn BlueTRC ChromaticAdaptation GrayTRC GreenMatrixColumn "
    "GreenTRC MediaWhitePoint ProfileCopyright ProfileDescription RedMatrixColumn RedTRC",
    "PNG": "AnimationFrames AnimationPlays BitDepth ColorType Compression Filter Gamma ImageHeight "
    "ImageWidth Interlace Palette ProfileName SRGBRendering Transparency",
    "RIFF": "AlphaCompression AlphaFiltering AlphaPreprocessing AnimationLoopCount BackgroundColor "
    "Duration FrameCount HorizontalScale ImageHeight ImageWidth VP8Version VerticalScale WebP_Flags",
    "GIF": "AnimationIterations BackgroundColor BitsPerPixel ColorResolutionDepth Duration "
    "FrameCount GIFVersion HasColorMap ImageHeight ImageWidth TransparentColor",
    "Meta": "PrimaryItemReference",
    "QuickTime": "AV1ConfigurationVersion AuxiliaryImageType AverageFrameRate BitDepthChroma "
    "BitDepthLuma ChromaFormat ChromaSamplePosition CleanAperture ColorPrimaries ColorProfiles "
    "CompatibleBrands ConstantFrameRate ConstraintIndicatorFlags GenProfileCompatibilityFlags "
    "GeneralLevelIDC GeneralProfileIDC GeneralProfileSpace GeneralTierFlag "
    "HEVCConfigurationVersion HandlerType HighBitDepth ImagePixelDepth ImageSpatialExtent "
    "InitialDelaySamples MajorBrand MatrixCoefficients MediaData MediaDataOffset MediaDataSize "
    "MinSpatialSegmentationIDC MinorVersion NumTemporalLayers ParallelismType Rotation "
    "SeqLevelIdx0 SeqProfile SeqTier0 TemporalIDNested TransferCharacteristics TwelveBit "
    "VideoFullRangeFlag",
}
"""By group, how a picture is built and in which colours: no words and nothing of its maker."""

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
    return {tag for tag in tags if tag not in FIELDS and not _is_structure(tag)}


def _is_structure(tag: str) -> bool:
    group, _, name = tag.rpartition(":")
    return name in STRUCTURE.get(group, "").split()
