"""What other programs read and send: feeds, calendars, ninjs, JSON-LD, sitemaps, lines of an archive."""
