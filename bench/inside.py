"""What the benchmark asks of the database, in a process of the site: python -m bench.inside addresses."""
# ruff: noqa: E402

import json
import os
import sys

import django

django.setup()

from django.db import connection

from articles.models import Imported
from bench.addresses import addresses
from bench.officials import make_officials


def loaded() -> int:
    return Imported.objects.filter(archive="bench").count()


def officials():
    make_officials(int(os.environ["STORIES"]))


def settle():
    """What a database that has been in use knows of its tables."""
    statement = {"postgresql": "VACUUM ANALYZE", "sqlite": "ANALYZE"}[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(statement)


DOES = {each.__name__: each for each in (addresses, loaded, officials, settle)}

if __name__ == "__main__":
    print(json.dumps(DOES[sys.argv[1]]()))  # noqa: T201
