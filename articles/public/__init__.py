"""What stands on readers' pages: of a story, an event, a printed page."""
