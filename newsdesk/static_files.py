"""Static files as production serves them."""

from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class KnownStaticFiles(CompressedManifestStaticFilesStorage):
    """The manifest stays as it is while a process lives, so each address is looked up once; a page asks for ten."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.url = cache(self.url)
