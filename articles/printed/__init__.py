"""A printed page at the desk: its reading shown, put right, accepted."""
