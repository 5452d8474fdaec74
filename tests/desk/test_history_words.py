"""The history of the records speaks the desk's words."""

import pytest
from django.urls import reverse

from tests.make import make_person, make_user

pytestmark = pytest.mark.django_db


def test_the_history_is_filtered_by_kinds_of_record_in_words(client):
    make_person()
    client.force_login(make_user("资料员"))
    text = client.get(reverse("admin:people_change_changelist")).content.decode()
    assert "people.person</a>" not in text.replace("\n", "")
    assert 'href="?model=people.person"' in text
    narrowed = client.get(reverse("admin:people_change_changelist"), {"model": "people.award"})
    assert narrowed.context["cl"].result_count == 0
