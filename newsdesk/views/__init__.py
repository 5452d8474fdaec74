"""The site's pages that join both apps: front page, persons and organizations with their stories, search."""
