# SPDX-License-Identifier: MIT
"""A reader of the search's files that shares no line with their maker."""

from __future__ import annotations

import binascii
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Files = Mapping[str, bytes]
FOLDER = "search/"


def files_of(site: Files) -> Files:
    """Those of the search alone, by their path below its folder."""
    return {
        path.removeprefix(FOLDER): data for path, data in site.items() if path.startswith(FOLDER)
    }


@dataclass(frozen=True)
class Hit:
    """One piece, and the lowest class of the terms that were asked for."""

    number: int
    weight: int
    record: list[Any]

    @property
    def url(self) -> str:
        return str(self.record[0])

    @property
    def texts(self) -> list[str]:
        return [self.record[3], self.record[4], self.record[5], *self.record[8]]


class Index:
    """The files as a browser would read them, one after another."""

    def __init__(self, files: Files) -> None:
        self.fetch: Callable[[str], bytes] = lambda path: files[path]
        self.list = json.loads(self.fetch("index.json"))
        before, after = self.fetch(self.list["simplified"]).decode().split("\n")[:2]
        assert len(before) == len(after)
        self.signs = str.maketrans(before, after)

    @property
    def months(self) -> list[list[Any]]:
        found: list[list[Any]] = self.list["months"]
        return found

    def key(self, text: str) -> str:
        return unicodedata.normalize("NFKC", text).lower().translate(self.signs)

    def runs(self, text: str) -> list[str]:
        return re.findall(r"[^\W_]+", self.key(text))

    def terms(self, question: str) -> list[str]:
        runs = self.runs(question)
        pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
        # Single signs stand in titles alone, so they ask for nothing where there is more to ask.
        return pairs or [run for run in runs if len(run) == 1]

    def postings(self, term: str) -> dict[int, int]:
        """The class of each piece that has a term, by its number among all of them."""
        check = binascii.crc32(term.encode())
        found: dict[int, int] = {}
        start = 0
        months = iter(self.months)
        for group in self.list["groups"]:
            shard = check % group["shards"]
            data = self.fetch(f"{group['folder']}/{shard:x}.bin")
            stream = Stream(data)
            for size in group["sections"]:
                section = Stream(stream.take(stream.number()))
                for number, weight in section.find(check // 4096):
                    found[start + number] = weight
                start += sum(next(months)[1] for _ in range(size))
            assert not stream.rest
        return found

    def record(self, number: int) -> list[Any]:
        for name, size, digest in self.months:
            if number < size:
                per_file = self.list["per_file"]
                data = self.fetch(f"{name}.{digest}/{number // per_file}.json")
                record: list[Any] = json.loads(data)[number % per_file]
                return record
            number -= size
        raise IndexError(number)

    def ask(self, question: str, *filters: str) -> list[Hit]:
        """What has all terms of a question, the best class first, then the newest."""
        lists = [self.postings(term) for term in (*self.terms(question), *filters)]
        numbers = set(lists[0]).intersection(*lists[1:]) if lists else set()
        asked = lists[: len(lists) - len(filters)]
        hits = [
            Hit(number, min((one[number] for one in asked), default=0), self.record(number))
            for number in numbers
        ]
        return sorted(hits, key=lambda hit: (-hit.weight, hit.number))

    def all(self) -> Iterator[list[Any]]:
        return (self.record(number) for number in range(sum(month[1] for month in self.months)))


class Stream:
    """Bytes that are read from their beginning."""

    def __init__(self, data: bytes) -> None:
        self.rest = data

    def take(self, count: int) -> bytes:
        assert len(self.rest) >= count
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def number(self) -> int:
        number = shift = 0
        while True:
            (byte,) = self.take(1)
            number += (byte % 128) << shift
            shift += 7
            if byte < 128:
                return number

    def find(self, wanted: int) -> list[tuple[int, int]]:
        """The numbers and classes of one term."""
        place = 0
        while self.rest:
            place += self.number()
            count, has_classes = divmod(self.number(), 2)
            numbers, last = [], 0
            for _ in range(count):
                last += self.number()
                numbers.append(last)
            classes, at = [0] * count, 0
            for _ in range(self.number() if has_classes else 0):
                step, weight = divmod(self.number(), 4)
                at += step
                classes[at] = weight
            if place == wanted:
                return list(zip(numbers, classes, strict=True))
        return []
