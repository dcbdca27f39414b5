# SPDX-License-Identifier: MIT
"""What a template may see: plain values, ready to show, in the words of the newsroom.

A template shows and does not decide. Whatever needs to know the catalogue, the day or the
language is decided before and stands here as a value. URLs are relative to the site's root
(`reports/2022/a/`); the filter `link` makes them relative to the page that shows them.

All are named tuples and not dataclasses: they are made and compared by the ten thousand.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup


class Link(NamedTuple):
    """A title that leads somewhere; `url` is None where no page of that name is made."""

    title: str
    url: str | None = None
    count: int | None = None  # type: ignore[assignment]  # takes the place of tuple.count
    current: bool = False


class Section(NamedTuple):
    """One entry of the masthead's row of sections."""

    title: str
    url: str
    current: bool = False
    children: tuple[Link, ...] = ()


class FeedLink(NamedTuple):
    """A feed a reader may subscribe to, for `<link rel=alternate>` and the page's foot."""

    title: str
    url: str
    media_type: str


class Head(NamedTuple):
    """What stands in `<head>` of one page and nowhere else."""

    title: str
    """The page's own title, without the site's name."""
    description: str
    canonical: str
    """Absolute URL; empty where the site has no site_url."""
    open_graph: tuple[tuple[str, str], ...] = ()
    """Pairs of property and content, absolute URLs."""
    structured_data: Markup = Markup("")
    """schema.org JSON, already safe inside a script element."""
    feeds: tuple[FeedLink, ...] = ()
    robots: str = ""
    """`noindex` for withdrawn pieces and further pages of a listing."""
    card: str = ""
    """From the site's root: the picture that stands in a piece without one for messengers."""


class PictureSource(NamedTuple):
    """The renditions of a picture in one format."""

    media_type: str
    srcset: tuple[tuple[str, int], ...]
    """Pairs of URL and width in pixels, ascending."""
    media: str = ""
    """A media query: for whom it is."""


class Picture(NamedTuple):
    """One picture with its renditions, dimensions in CSS pixels of the largest."""

    url: str
    width: int
    height: int
    alt: str
    srcset: tuple[tuple[str, int], ...] = ()
    """Pairs of URL and width in pixels, ascending; of the format that any browser knows."""
    sources: tuple[PictureSource, ...] = ()
    """Lighter formats, the lightest first."""
    placeholder: str = ""
    """A data URI, seen until the picture has come; only where it is among the first to come."""


class State(NamedTuple):
    """Where an announcement stands on the day of the build."""

    key: str
    """scheduled · open · closing · closed · withdrawn · superseded; a CSS hook, never shown."""
    label: str


class Item(NamedTuple):
    """One piece as it stands in any list: front page, index, archive, neighbour link."""

    url: str
    headline: str
    published: datetime
    kind: str
    """report · notice · lost"""
    kicker: str = ""
    summary: str = ""
    category: Link | None = None
    place: str = ""
    """The most exact place, by name."""
    picture: Picture | None = None
    code_name: str = ""
    """The announcement's type, for instance 遗失声明·银行开户许可证; empty for reports."""
    state: State | None = None
    deadline: date | None = None
    sample: bool = False
    remarks: tuple[State, ...] = ()
    """What is said beside the state: that it was corrected, that words were taken out."""


class BylineView(NamedTuple):
    """One person or office that stands under a report."""

    name: str
    role: str
    """In words of the site's language: 记者, 摄影 …; empty where the byline gave none."""
    affiliation: str = ""
    url: str | None = None
    after: str = ""
    """What stands behind the name: 摄影报道."""


class CorrectionView(NamedTuple):
    """A correction as it stands above the text."""

    on: date
    kind: str
    label: str
    text: str


class EditionView(NamedTuple):
    """The printed page a piece stood on."""

    on: date
    issue: str = ""
    page: str = ""
    page_name: str = ""
    url: str | None = None


class Place(NamedTuple):
    """A place with the way down to it, outermost first; the last one is the place itself."""

    trail: tuple[Link, ...]

    @property
    def name(self) -> str:
        return self.trail[-1].title


class Neighbours(NamedTuple):
    """The piece before (older) and after (newer) in the same category or code."""

    previous: Item | None = None
    next: Item | None = None


class SeriesNote(NamedTuple):
    """The series that a report belongs to, with the parts before and behind it."""

    link: Link
    previous: Item | None = None
    next: Item | None = None


class ArticleView(NamedTuple):
    """A report on its own page."""

    item: Item
    subtitle: str
    body: Markup
    published: datetime
    has_time: bool
    updated: date | None
    bylines: tuple[BylineView, ...]
    credits: tuple[str, ...]
    corrections: tuple[CorrectionView, ...]
    places: tuple[Place, ...]
    topics: tuple[Link, ...]
    series: SeriesNote | None
    edition: EditionView | None
    reading_minutes: int
    notes: tuple[str, ...]
    """Sentences a reader is owed: the AI label, where a repost comes from, sample content."""
    related: tuple[Item, ...]
    neighbours: Neighbours
    withdrawn: str
    """Why the piece was withdrawn; empty while it stands. A withdrawn piece has no body."""
    originals: tuple[Link, ...] = ()
    """Files of photos that the paper gives away."""
    qr: Markup = Markup("")
    """The page's address as an inline SVG, for paper."""
    photos: int = 0
    """Pictures that can be enlarged."""
    photo_story: Link | None = None
    """What a piece of many photos is called, leading to all photos of the site."""


class FieldView(NamedTuple):
    """One row of an announcement's table of typed fields."""

    label: str
    value: str
    kind: str = "text"
    """text · number (tabular figures, selectable as one word) · date · link"""
    note: str = ""
    url: str | None = None
    iso: str = ""


class AnnouncementView(NamedTuple):
    """An announcement on its own page: a document."""

    item: Item
    id: str
    version: int
    code: Link
    """The type's name, leading to the archive of that type."""
    state: State
    state_sentence: str
    """What the state means for the reader today, with its date."""
    body: Markup
    fields: tuple[FieldView, ...]
    published: datetime
    edition: EditionView | None
    insertions: tuple[EditionView, ...]
    legal_basis: str
    places: tuple[Place, ...]
    corrections: tuple[CorrectionView, ...]
    history: tuple[Link, ...]
    """What it supersedes, corrects, or is superseded or corrected by."""
    neighbours: Neighbours
    withdrawn: str
    archive_note: str
    """The sentence that says what this page is and is not (本站为报纸公告的网上存档)."""
    redactions: tuple[str, ...] = ()
    """When and why words were taken out, in sentences."""
    version_url: str | None = None
    """The page that keeps this version as it was published."""
    versions: tuple[Link, ...] = ()
    """All versions, the first first; none where there is only one."""
    notes: tuple[str, ...] = ()
    downloads: tuple[Link, ...] = ()
    """The same notice in other forms: data, proof of publication."""
    qr: Markup = Markup("")
    """The page's address as an inline SVG, for paper."""
    photos: int = 0
    """Pictures that can be enlarged."""
    related: tuple[Item, ...] = ()
    """What else hangs on the board of its place."""


class VersionView(NamedTuple):
    """One version of an announcement as it was published: nothing here changes any more."""

    title: str
    sentence: str
    current: Link
    """Where the announcement stands as it is now."""
    id: str
    version: int
    code_name: str
    body: Markup
    fields: tuple[FieldView, ...]
    published: datetime
    edition: EditionView | None
    places: tuple[Place, ...]
    redactions: tuple[str, ...]
    withdrawn: str
    """Why the announcement was withdrawn; then nothing of its versions is shown."""
    archive_note: str
    notes: tuple[str, ...] = ()


class ProofView(NamedTuple):
    """刊登证明: a sheet on which a newspaper can set its seal."""

    title: str
    headline: str
    id: str
    version: int
    code: str
    """The type's number and name."""
    places: tuple[str, ...]
    body: Markup
    fields: tuple[FieldView, ...]
    corrections: tuple[CorrectionView, ...]
    published: date
    edition: EditionView | None
    insertions: tuple[EditionView, ...]
    address: str
    """Of the announcement, in words; empty for a site that has none."""
    qr: Markup
    digest: str
    """SHA-256 of the canonical text."""
    canonical: Link
    notes: tuple[str, ...]
    newspaper: str


class YearOfData(NamedTuple):
    """A year of announcements as files, with their sizes."""

    year: Link
    total: int
    csv: Link
    ndjson: Link


class DataView(NamedTuple):
    """What the portal gives away as data."""

    title: str
    years: tuple[YearOfData, ...]
    forms: tuple[Link, ...]
    """The schema and the types of announcement."""
    subscriptions: tuple[Link, ...]
    keys: tuple[tuple[str, str], ...]
    """Each key of a record and what it means."""
    licence: str


class Entry(NamedTuple):
    """One piece in an index, set already: it stands in a dozen of them, the same in each."""

    published: datetime
    html: Markup


class Month(NamedTuple):
    """The pieces of an index that appeared in one month."""

    heading: str
    entries: tuple[Entry, ...]


class Group(NamedTuple):
    """Some items under one heading: a page of a printed issue."""

    heading: str
    items: tuple[Item, ...]
    anchor: str = ""
    more: Link | None = None


class Facet(NamedTuple):
    """One way to narrow an archive: by year, type, place or status."""

    title: str
    links: tuple[Link, ...] = ()
    groups: tuple[Facet, ...] = ()
    """Links under names of their own: the types of announcement by their group."""


class Pagination(NamedTuple):
    """Where this page stands among the pages of one listing, which are numbered from the oldest."""

    number: int
    """0 for the index, which holds the newest pieces."""
    previous: str | None
    """The page with newer pieces."""
    next: str | None
    """The page with older pieces."""
    pages: tuple[Link, ...]


class ListingView(NamedTuple):
    """Any index of pieces: category, topic, place, person, archive by year, month, code, status."""

    title: str
    label: str
    """What sort of index this is, in one word: 栏目, 话题, 地点 …"""
    introduction: Markup
    months: tuple[Month, ...]
    total: int
    """Pieces on all pages; told on the index only, and 0 on the others."""
    pagination: Pagination | None = None
    facets: tuple[Facet, ...] = ()
    children: tuple[Link, ...] = ()
    """Places below this place, categories of this section, pages of this edition."""
    board: tuple[Item, ...] = ()
    """Current announcements that belong to this index and stand above it."""
    downloads: tuple[Link, ...] = ()
    """The same in other forms: data, feeds, calendars."""


class Thing(NamedTuple):
    """One lost or found thing on its board."""

    item: Item
    what: str
    category: str
    when_label: str
    """拾到 or 遗失, before the day and the place."""
    when: date | None
    where: str
    until_label: str
    """What may be done until the item's deadline."""
    state: State | None = None
    """Only where it is closing: all others on the board are open."""


class ThingsSide(NamedTuple):
    """The things that were found, or those that were lost."""

    anchor: str
    title: str
    total: int
    things: tuple[Thing, ...]
    empty: str
    """What to do where there is none."""
    more: Link | None = None


class ThingsView(NamedTuple):
    """The board of lost and found things, or what of it is of one category or place."""

    title: str
    label: str
    total: int
    introduction: str
    sides: tuple[ThingsSide, ...]
    facets: tuple[Facet, ...] = ()


class PhotoView(NamedTuple):
    """One photo of a piece, as a collection shows it."""

    picture: Picture
    caption: str
    credit: tuple[Link, ...]
    """The line in its parts; a name leads to that person's photos."""
    piece: Link
    """To the photo in its piece."""
    published: date
    sample: bool = False


class PhotosView(NamedTuple):
    """Photos of a month or of a person; or the newest, with the way to all others."""

    title: str
    label: str
    introduction: str
    total: int
    """Pieces that they come from, on all pages; told on the first, and 0 on the others."""
    photos: tuple[PhotoView, ...]
    facets: tuple[Facet, ...] = ()
    more: Link | None = None
    pagination: Pagination | None = None


class Branch(NamedTuple):
    """A link with links below it: the tree of places, an alphabet of people, topics by weight."""

    link: Link
    children: tuple[Branch, ...] = ()


class DirectoryView(NamedTuple):
    """An index of indexes: all places, all topics, all people, all editions of a year."""

    title: str
    label: str
    introduction: Markup
    branches: tuple[Branch, ...]


class SeriesView(NamedTuple):
    """The parts of a series in the order in which they appeared."""

    title: str
    label: str
    total: int
    parts: tuple[Item, ...]


class CalendarDay(NamedTuple):
    """One square of a month's calendar; `day` 0 pads the first and last week."""

    day: int
    url: str | None = None
    current: bool = False
    """Whether the page that shows the calendar is about that day."""


class Calendar(NamedTuple):
    """A month of editions: exactly the days with an issue are links. Weeks begin on Monday."""

    year: int
    month: int
    weeks: tuple[tuple[CalendarDay, ...], ...]
    weekdays: tuple[str, ...]
    title: str


class EditionsView(NamedTuple):
    """All printed issues, newest month first."""

    title: str
    introduction: Markup
    calendars: tuple[Calendar, ...]


class Plate(NamedTuple):
    """报头: what stands on top of the first page of a printed issue."""

    name: str
    on: date
    issue: str
    facts: tuple[str, ...]
    """CN number, pages, price and the like, in words."""


class HotZone(NamedTuple):
    """A piece on the picture of its page, in hundredths of the picture's width and height."""

    link: Link
    left: float
    top: float
    width: float
    height: float


class Way(NamedTuple):
    """Where a reader who leafs through the paper comes next."""

    label: str
    title: str
    url: str | None


class PrintedPageView(NamedTuple):
    """One page of a printed issue: its picture, where there is one, and what stands on it."""

    title: str
    plate: Plate
    heading: str
    items: tuple[Item, ...]
    pages: tuple[Link, ...]
    """All pages of the issue."""
    previous: Way | None
    """The page before, or the issue before."""
    next: Way | None
    picture: Picture | None = None
    zones: tuple[HotZone, ...] = ()


class IssueView(NamedTuple):
    """One printed issue: its pages in order, and the issues before and after it."""

    title: str
    plate: Plate
    pages: tuple[Group, ...]
    """One group a printed page; the heading is `01版 要闻`, the anchor `p01`."""
    calendar: Calendar
    previous: Way | None
    next: Way | None


class Column(NamedTuple):
    """A column of the front page."""

    title: str
    url: str | None
    items: tuple[Item, ...]


class FrontView(NamedTuple):
    """The front page."""

    date_line: str
    """The day of the build in words, with the weekday; here and not in the frame, because
    what stands in the frame changes every page of the site."""
    issue_line: str
    """第…期 of the newest edition; empty without one."""
    lead: Item | None
    secondary: tuple[Item, ...]
    columns: tuple[Column, ...]
    board: tuple[Item, ...]
    """The newest current announcements, six at most."""
    board_url: str | None
    board_total: int
    places: tuple[Branch, ...]
    calendar: Calendar | None
    corrections: tuple[Link, ...]
    things: Link | None = None
    """The board of lost and found things, with the number of those that still wait."""


class CorrectionsView(NamedTuple):
    """Every correction of the portal, newest first."""

    title: str
    introduction: Markup
    entries: tuple[tuple[CorrectionView, Item], ...]


class Option(NamedTuple):
    """One thing to choose in a form."""

    value: str
    title: str
    level: int = 0
    """How deep it lies below others."""
    group: str = ""


class LookupView(NamedTuple):
    """The page on which a number or a name is looked up."""

    title: str
    leaves: str
    """URL of the folder that the script reads."""
    words: str
    """What the script says, JSON."""
    codes: tuple[Option, ...]
    places: tuple[Option, ...]
    years: tuple[Option, ...]
    first_year: str
    """The year of the oldest announcement, in words."""
    facets: tuple[Facet, ...]
    """The archive, for whoever has no script."""


class Choice(NamedTuple):
    """One thing by which answers are narrowed."""

    name: str
    title: str
    options: tuple[Option, ...]


class SearchView(NamedTuple):
    """The page on which any words are searched for."""

    title: str
    files: str
    """URL of the folder that the script reads."""
    words: str
    """What the script says, JSON."""
    choices: tuple[Choice, ...]
    browse: tuple[Link, ...]
    """The indexes, for whoever has no script."""


class NotFoundView(NamedTuple):
    """The page shown where there is none."""

    title: str
    newest: tuple[Item, ...]
    board: tuple[Item, ...]
    archive_url: str | None


class DisplayChoice(NamedTuple):
    """One way in which a page can look."""

    name: str
    """`elder`, `scheme`, `contrast`, `size`: what the address asks for."""
    value: str
    title: str


class DisplaySetting(NamedTuple):
    """The ways to choose from; the first holds where nothing was chosen."""

    title: str
    choices: tuple[DisplayChoice, ...]


class DisplayView(NamedTuple):
    """The page on which a reader chooses how the paper looks."""

    title: str
    settings: tuple[DisplaySetting, ...]


class OrdinaryView(NamedTuple):
    """A page of the site that is not a piece: a policy, the handbook."""

    title: str
    body: Markup
    siblings: tuple[Link, ...] = ()
    """The other pages of the same folder."""


class Imprint(NamedTuple):
    """The duty items of a masthead and footer; what is empty is not shown."""

    name: str
    tagline: str = ""
    sponsor: str = ""
    publisher: str = ""
    serial: str = ""
    """CN number of the paper."""
    licences: tuple[Link, ...] = ()
    """ICP, public security and news licence numbers."""


class FrameView(NamedTuple):
    """All that is the same on every page of the site."""

    imprint: Imprint
    language: str
    """BCP 47: zh-Hans or en."""
    home: str
    sections: tuple[Section, ...]
    footer: tuple[Link, ...]
    """Policy pages."""
    feeds: tuple[FeedLink, ...]
    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]
    """Scripts of every page."""
    modules: Mapping[str, str]
    """Scripts of one page by its name."""
    sheets: Mapping[str, str]
    """Stylesheets of one page by its name."""
    board_url: str | None
    """The announcement archive, behind 查公告."""
    lookup_url: str | None = None
    """Where a number or a name is looked up; None for a site without the look-up."""
    search_url: str | None = None
    """Where all texts are searched; None for a site without the search."""
    display_url: str | None = None
    """Where a reader chooses how the paper looks."""
    views: Mapping[str, str] = MappingProxyType({})
    """Stylesheets of one view by its name: `elder`, `print`, `aloud`."""
    first_script: Markup = Markup("")
    """What has to run before anything is painted; it stands in the page."""
    icon: str = ""
    favicon: str = ""
    """An icon of pixels, for browsers that do not show the other one."""
    touch_icon: str = ""
    """For the first screen of a telephone."""
    manifest: str = ""
    """What a telephone asks before it puts the site there."""
