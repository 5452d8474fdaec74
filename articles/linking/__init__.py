"""Persons, events and other records tied to a story: proposed, confirmed, turned down."""
