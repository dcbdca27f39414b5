# SPDX-License-Identifier: MIT
"""A piece as any list shows it, made from the piece, its text and its state alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from linli.language.interface import Words
from linli.language.languages import Language
from linli.newsroom.announcements import Announcement, Lost, Remark, State
from linli.newsroom.articles import Article
from linli.newsroom.codes import CODES, GROUPS, AnnouncementCode
from linli.newsroom.photos import WHERE_MOTION_IS_WELCOME, CaptionedPhoto, Photo, Rendition
from linli.newsroom.portal import Portal
from linli.newsroom.vocabulary import Vocabulary
from linli.pages import views
from linli.reading.chinese import excerpt
from linli.reading.markup.typesetter import Body

_IN_A_LIST = 80
"""Signs of a summary in a list."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes the items of one portal."""

    portal: Portal
    vocabulary: Vocabulary

    def card(self, article: Article, body: Body | None, state: State | None) -> views.Item:
        """An item; `state` is that of an announcement on the day of the build."""
        places = self.vocabulary.places_of(article)
        category = self.vocabulary.category_of(article)
        announcement = article if isinstance(article, Announcement) else None
        return views.Item(
            url=self.portal.addresses.of_source(article.src_uri),
            headline=article.title,
            published=article.published,
            kind=article.kind.value,
            kicker=article.kicker,
            summary=summary(article, body, _IN_A_LIST),
            category=views.Link(category.name) if category else None,
            place=places[0].name if places else "",
            picture=picture(lead_photo(article, body)),
            code_name=code_name(announcement, self.portal.language) if announcement else "",
            state=state_view(announcement, state, self.portal.language)
            if announcement and state
            else None,
            deadline=announcement.closes
            if announcement and not announcement.is_withdrawn
            else None,
            sample=article.is_sample,
            remarks=remark_views(announcement.remarks, self.portal.language)
            if announcement
            else (),
        )


def summary(article: Article, body: Body | None, limit: int) -> str:
    """The editor's summary, or the beginning of the text; neither of what was withdrawn."""
    if article.is_withdrawn:
        return ""
    if article.summary:
        return article.summary
    return excerpt(body.plain[0], limit) if body and body.plain else ""


def lead(article: Article, body: Body | None) -> CaptionedPhoto | None:
    """The first picture of a piece, with what the piece says of it."""
    return body.figures[0] if body and body.figures and not article.is_withdrawn else None


def lead_photo(article: Article, body: Body | None) -> Photo | None:
    figure = lead(article, body)
    return figure.photo if figure else None


def picture(photo: Photo | None) -> views.Picture | None:
    """The first picture of a piece. In a list it decorates the headline beside it: no alt."""
    if photo is None or not photo.renditions:
        return None
    return views.Picture(
        quote(photo.largest.path),
        photo.largest.width,
        photo.largest.height,
        "",
        _srcset(photo.for_any_browser),
        tuple(
            views.PictureSource(
                renditions[0].format.media_type,
                _srcset(renditions),
                WHERE_MOTION_IS_WELCOME if photo.is_moving else "",
            )
            for renditions in photo.lighter
        ),
        photo.placeholder,
    )


def _srcset(renditions: tuple[Rendition, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((quote(one.path), one.width) for one in renditions)


def code_name(announcement: Announcement, language: Language) -> str:
    return code_title(announcement.type, language) if announcement.type else ""


@lru_cache
def code_title(entry: AnnouncementCode, language: Language) -> str:
    """遗失声明·银行开户许可证: the group and the type; 寻物启事, whose group has one type."""
    group = GROUPS[entry.group](language)
    if sum(other.group == entry.group for other in CODES.values()) == 1:
        return group
    return f"{group}·{entry.name(language)}"


def remark_views(remarks: tuple[Remark, ...], language: Language) -> tuple[views.State, ...]:
    words = Words(language)
    return tuple(views.State(one.value, words(f"remark.{one.value}")) for one in remarks)


def state_view(announcement: Announcement, state: State, language: Language) -> views.State:
    # "In force" beside the name of a licence would read as if the licence were.
    void = announcement.type is not None and announcement.type.is_void_declaration
    word = "void" if void and state is State.IN_FORCE else state.value
    if state is State.CLOSED and isinstance(announcement, Lost) and announcement.resolved:
        # Not for one that had run out before, or that nobody has found yet.
        word = "settled" if announcement.closes == announcement.resolved.date else word
    return views.State(state.value, Words(language)(f"state.{word}"))
