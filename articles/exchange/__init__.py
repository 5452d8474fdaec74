"""What others read from us: feeds, sitemaps."""
