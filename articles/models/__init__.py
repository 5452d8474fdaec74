"""What: articles and what they are tied to."""

from .article import Article
from .attachment import Attachment
from .byline import Byline
from .content_change import ContentChange
from .contribution import ContributedFile, Contribution
from .event import Event, Participation
from .filing import Filing
from .imported import Imported
from .links import Coverage, Mention, OrganizationMention
from .mourning import Mourning
from .page import PageStaff, PrintPage
from .photo import Photo
from .photo_use import Credit, PhotoUse
from .presence import BrokenLock, Presence
from .saved_search import SavedSearch
from .search_entry import SearchEntry
from .section import Section
from .source import Source
from .states import State
from .stored_file import StoredFile
from .tags import Tag, TaggedArticle
from .topic import Topic, TopicItem
from .unsaved import UnsavedWork
from .version import Version
from .video import Video

__all__ = [
    "Article",
    "Attachment",
    "BrokenLock",
    "Byline",
    "ContentChange",
    "ContributedFile",
    "Contribution",
    "Coverage",
    "Credit",
    "Event",
    "Filing",
    "Imported",
    "Mention",
    "Mourning",
    "OrganizationMention",
    "PageStaff",
    "Participation",
    "Photo",
    "PhotoUse",
    "Presence",
    "PrintPage",
    "SavedSearch",
    "SearchEntry",
    "Section",
    "Source",
    "State",
    "StoredFile",
    "Tag",
    "TaggedArticle",
    "Topic",
    "TopicItem",
    "UnsavedWork",
    "Version",
    "Video",
]
