"""Who: users, persons, organizations, posts, memberships, honours, and the history of each."""

from .bin import Deleted
from .change import Change
from .honour import Award, Honour
from .membership import Membership
from .organization import Organization
from .person import Official, OtherName, Person, Reporter
from .post import Post
from .user import User

__all__ = [
    "Award",
    "Change",
    "Deleted",
    "Honour",
    "Membership",
    "Official",
    "Organization",
    "OtherName",
    "Person",
    "Post",
    "Reporter",
    "User",
]
