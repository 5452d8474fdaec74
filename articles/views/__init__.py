"""Pages of what: stories, lists of them, events, printed pages."""
