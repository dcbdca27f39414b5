# SPDX-License-Identifier: MIT
"""From jobs to files: what a build makes, and what it finds made already.

A page has a key, the digest of all that its template is shown and of the frame it stands in. Where
the key is what it was, the file is what it was.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from linli.engine.precompression import SMALLEST, Packing, has_copies
from linli.engine.reader import PageEvents
from linli.engine.site_folder import SiteFolder
from linli.language.dates import iso
from linli.newsroom.addresses import Addresses
from linli.newsroom.announcements import Announcement
from linli.newsroom.articles import Article, Report
from linli.pages import announcements, articles, sitemap
from linli.pages.page import Copy, Draft, File, Gone, Job, Page, Product
from linli.pages.paper import Paper
from linli.pages.templates import Press


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site and what it was made from."""

    path: str
    key: bytes
    parts: bytes = b""
    """Check sums of the parts of the key by name, pickled: to say which of them changed."""
    digest: bytes = b""
    size: int = 0
    mtime: int = 0
    url: str = ""
    sitemap: str = ""
    """The sitemap it stands in; empty for what is not to be indexed."""
    modified: str = ""
    is_new: bool = True
    """Whether it was written; else the file is as it was, and its key may have changed."""


@dataclass(frozen=True, slots=True)
class Done:
    """What one task made."""

    job: str
    """A job's name; empty for the page of a piece."""
    source: str
    """The file of a piece."""
    outputs: tuple[Output, ...]
    kept: tuple[str, ...]
    """Paths of files that are as they were."""
    gone: tuple[str, ...] | None = None
    """Paths of files that are no more; None where whatever is neither made nor kept is gone."""


Known = Callable[[str, str, str], tuple[bytes, bytes, int] | None]
"""From a path of the site, the job and the piece that make it, to its key, and the digest and the
size of its bytes, as they were last made by these."""


class Printer:
    """Makes files of the next tree."""

    def __init__(
        self,
        paper: Paper,
        press: Press,
        frame: bytes,
        tree: SiteFolder,
        known: Known,
        events: PageEvents | None = None,
        packings: Sequence[Packing] = (),
    ) -> None:
        """`frame` is the digest of everything outside a page's own context."""
        self._packings = packings
        self._events = events
        self._paper = paper
        self._press = press
        self._frame = frame
        self._tree = tree
        self._known = known

    def piece(self, source: str) -> Done:
        """All that is published of a piece; nothing where it is not public any more."""
        article = self._paper.catalogue.rows.piece(source)
        products = () if article is None else piece_products(self._paper, article)
        name = "" if article is None else f"{article.published:%Y-%m}"
        return self._done("", source, products, name)

    def parts(self, path: str, source: str, job: str, jobs: Iterable[Job]) -> bytes | None:
        """The parts of the key that a file would have now; None where it would not be made."""
        products: Iterable[Product] = ()
        if source:
            article = self._paper.catalogue.rows.piece(source)
            products = () if article is None else piece_products(self._paper, article)
        else:
            products = (
                product for one in jobs if not job or one.name == job for product in one.make()
            )
        for product in products:
            name = path_of(product)
            if path == name or path in {copy for copy, _ in self._copies(name)}:
                return self._key(product)[1]
        return None

    def _printed(self, page: Page, source: str) -> bytes:
        data = self._press.page(page)
        # Other programs know the page of a piece; what else is made of it lies at other URLs.
        if not source or self._events is None:
            return data
        if page.url != self._paper.portal.addresses.of_source(source):
            return data
        return self._events.page(source, data.decode()).encode()

    def job(self, job: Job, *, renewing: bool = False) -> Done:
        """What a job makes; `renewing`, where the files that it made last stand as it made them."""
        if renewing and job.renew is not None:
            changes = list(job.renew())
            files = [change for change in changes if isinstance(change, File)]
            done = self._done(job.name, "", files, sitemap.INDEXES)
            stay = {*(output.path for output in done.outputs), *done.kept}
            gone = [change.path for change in changes if isinstance(change, Gone)]
            for change in changes:
                for path, _ in self._copies(change.path if not isinstance(change, Page) else ""):
                    if path not in stay and self._known(path, job.name, "") is not None:
                        gone.append(path)
            return replace(done, gone=tuple(gone))
        return self._done(job.name, "", job.make(), sitemap.INDEXES)

    def _done(self, job: str, source: str, products: Iterable[Product], listed_in: str) -> Done:
        outputs: list[Output] = []
        kept: list[str] = []
        for product in products:
            for path, output in self._outputs(product, listed_in, job, source):
                if output is None:
                    kept.append(path)
                else:
                    outputs.append(output)
        return Done(job, source, tuple(outputs), tuple(kept))

    def _outputs(
        self, product: Product, listed_in: str, job: str, source: str
    ) -> Iterator[tuple[str, Output | None]]:
        """The file of a product, then its packed copies; None for what is as it was."""
        path = path_of(product)
        key, parts = self._key(product)
        known = self._known(path, job, source)
        copies = [
            (name, packing, _key_of_copy(key, packing)) for name, packing in self._copies(path)
        ]
        if known is not None and known[0] == key:
            if known[2] < SMALLEST:
                copies = []
            there = [self._known(name, job, source) for name, _, _ in copies]
            if all(
                row and row[0] == wanted for row, (_, _, wanted) in zip(there, copies, strict=True)
            ):
                yield path, None
                yield from ((name, None) for name, _, _ in copies)
                return
        if isinstance(product, Copy):
            # Only a text has copies; a photo need not be read.
            data = product.source().read_bytes() if copies else b""
            digest = key
            if known is None or known[0] != key:
                made = self._tree.copy(path, product.source())
                yield path, Output(path, key, parts, digest, made.size, made.mtime)
            else:
                yield path, None
        else:
            page = product.make() if isinstance(product, Draft) else product
            data = page.data if isinstance(page, File) else self._printed(page, source)
            digest = blake2b(data, digest_size=16).digest()
            url, listed_in, modified = _facts(page, listed_in)
            if known is not None and known[1] == digest:
                size, mtime, is_new = 0, 0, False
            else:
                made = self._tree.write(path, data)
                size, mtime, is_new = made.size, made.mtime, True
            facts = (url, listed_in, modified)
            yield path, Output(path, key, parts, digest, size, mtime, *facts, is_new=is_new)
        if len(data) < SMALLEST:
            return
        for name, packing, wanted in copies:
            of_copy = _key_of_copy(digest, packing)
            known = self._known(name, job, source)
            if known is not None and known[1] == of_copy:
                yield name, Output(name, wanted, parts, of_copy, is_new=False)
            else:
                made = self._tree.write(name, packing.pack(data))
                yield name, Output(name, wanted, parts, of_copy, made.size, made.mtime)

    def _copies(self, path: str) -> list[tuple[str, Packing]]:
        """Where packed copies of a file would lie."""
        if not self._packings or not has_copies(path):
            return []
        return [(f"{path}{packing.suffix}", packing) for packing in self._packings]

    def _key(self, product: Product) -> tuple[bytes, bytes]:
        if isinstance(product, File):
            return blake2b(product.data, digest_size=16).digest(), b""
        if isinstance(product, Copy):
            return blake2b(product.digest.encode(), digest_size=16).digest(), b""
        key = blake2b(self._frame, digest_size=16)
        sums: dict[str, int] = {"frame": zlib.crc32(self._frame)}
        for name, value in context(product):
            data = _encoded(value)
            key.update(data)
            sums[name] = zlib.crc32(data)
        if isinstance(product, Page):
            # Not on the page, but in the sitemap.
            key.update(_encoded(product.modified))
        return key.digest(), pickle.dumps(sums, 5)


def _key_of_copy(key: bytes, packing: Packing) -> bytes:
    return blake2b(key + packing.recipe.encode(), digest_size=16).digest()


_PARTS = ("item", "body", "neighbours", "related", "months", "facets", "board")
"""Parts of a view that are told apart when it is asked what has changed."""


def _encoded(value: object) -> bytes:
    """Bytes that are equal exactly where two values are.

    Without `fast` a pickle also says which of its parts are one object.
    """
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.fast = True
    pickler.dump(value)
    return stream.getvalue()


def differing_parts(before: bytes | None, after: bytes) -> tuple[str, ...]:
    """The names of the parts of a key that changed; `new` where there was none before."""
    if before is None:
        return ("new",)
    if not before or not after:
        return ("bytes",)
    old, new = pickle.loads(before), pickle.loads(after)
    names = dict.fromkeys((*new, *old))
    return tuple(name for name in names if old.get(name) != new.get(name))


def context(product: Page | Draft) -> Iterable[tuple[str, object]]:
    """The parts of a page's key: all that its template is shown, by name."""
    if isinstance(product, Draft):
        yield "basis", product.basis
        return
    yield "template", product.template
    yield "head", product.head
    yield "place", (product.breadcrumbs, product.section, product.shape)
    view = product.view
    named = [name for name in _PARTS if name in view._fields]
    for name in named:
        yield name, getattr(view, name)
    yield (
        "view",
        tuple(value for name, value in zip(view._fields, view, strict=True) if name not in named),
    )


def path_of(product: Product) -> str:
    """Where a product lies, from the site's root."""
    if isinstance(product, Page | Draft):
        return Addresses.file_of(product.url)
    return product.path


def piece_products(paper: Paper, article: Article) -> Iterable[Product]:
    """All that is published of any piece, its own page first."""
    if isinstance(article, Report):
        return articles.products(paper, article)
    assert isinstance(article, Announcement)
    return announcements.products(paper, article)


def _facts(product: Page | File, listed_in: str) -> tuple[str, str, str]:
    """What a sitemap says of a product: its URL, in which sitemap, and when it changed."""
    if isinstance(product, File):
        return "", "", ""
    indexed = "noindex" not in product.head.robots
    modified = iso(product.modified) if product.modified else ""
    return product.url, listed_in if indexed else "", modified
