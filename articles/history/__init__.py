"""What became of a story, save by save: kept, compared, restored."""
