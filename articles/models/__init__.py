"""The nouns of the newsroom, one file each."""

from .ad import AdSlot
from .article import Article, Byline, RelatedPin, State, Tagging
from .author import Author, AuthorName, FormerAuthorSlug
from .banner import Banner
from .cut import Cut, PrintSet
from .depiction import Depiction
from .front import FrontSlot, Place
from .furniture import MenuEntry, SupportCall
from .intake import FormerAddress, GenreName, ImportedItem, ImportedStory
from .licence import is_licence_over
from .mistake import MistakeReport
from .page import Page
from .page_break import PageBreak
from .picture import Picture, PictureUse
from .reads import MostRead, ReadCount, Span
from .revision import Change, Origin, Publication, Revision
from .section import FormerSectionSlug, Section, SectionName
from .story import HIGHEST_NUMBER, Story
from .telling import TELLING_FIELDS, Kind, PaidLabel, Telling

__all__ = [
    "HIGHEST_NUMBER",
    "TELLING_FIELDS",
    "AdSlot",
    "Article",
    "Author",
    "AuthorName",
    "Banner",
    "Byline",
    "Change",
    "Cut",
    "Depiction",
    "FormerAddress",
    "FormerAuthorSlug",
    "FormerSectionSlug",
    "FrontSlot",
    "GenreName",
    "ImportedItem",
    "ImportedStory",
    "Kind",
    "MenuEntry",
    "MistakeReport",
    "MostRead",
    "Origin",
    "Page",
    "PageBreak",
    "PaidLabel",
    "Picture",
    "PictureUse",
    "Place",
    "PrintSet",
    "Publication",
    "ReadCount",
    "RelatedPin",
    "Revision",
    "Section",
    "SectionName",
    "Span",
    "State",
    "Story",
    "SupportCall",
    "Tagging",
    "Telling",
    "is_licence_over",
]
