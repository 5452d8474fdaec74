"""Lists of stories: chosen, found, counted, paged."""
