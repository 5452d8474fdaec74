"""Gives the archive's officials their posts and ranks before the import, so that the house's order costs what it costs."""

from django.db import transaction

from bench.archive import World
from people.models import Membership, Organization, Person, Post


@transaction.atomic
def make_officials(count: int):
    if Person.objects.exists():
        return
    house, _made = Organization.objects.get_or_create(name="茂名市总工会", kind="union")
    for rank, (name, title) in enumerate(World(count).officials.things):
        person = Person.objects.create(name=name)
        post, _made = Post.objects.get_or_create(
            organization=house, label=title, defaults={"rank": rank}
        )
        Membership.objects.create(person=person, post=post, start="2004")
