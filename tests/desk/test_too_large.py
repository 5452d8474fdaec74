"""A form too large to take is answered by a page of the house, also while nobody is logged in."""

import pytest

pytestmark = pytest.mark.django_db


def test_too_many_bytes(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = client.post("/admin/login/", {"username": "字" * 2000})
    assert response.status_code == 413
    assert "error-page" in response.content.decode()


def test_too_many_fields(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    response = client.post("/admin/login/", {f"field{i}": "" for i in range(6)})
    assert response.status_code == 413
    assert "error-page" in response.content.decode()


def test_a_form_of_usual_size_passes(client):
    assert client.post("/admin/login/", {"username": "字" * 2000}).status_code == 200
