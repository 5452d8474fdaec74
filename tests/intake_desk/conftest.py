"""What the tests of the intake share: the sample page and an editor at the desk."""

from datetime import date

import pytest
from django.conf import settings

from tests.make import make_page, make_paper, make_user


@pytest.fixture
def real_text() -> str:
    return (settings.BASE_DIR / "articles" / "samples" / "maoming-20240127.txt").read_text()


@pytest.fixture
def real_page(db, real_text):
    return make_page(real_text, publication=make_paper(), date=date(2024, 1, 27), number="3")


@pytest.fixture
def editor(db):
    return make_user("编辑")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client
