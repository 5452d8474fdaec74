"""The one JPEG that readers had stays what they get, until `manage.py renditions` makes the others."""

from django.db import migrations

LONGEST_SIDE = 1600


def keep_what_readers_had(apps, schema_editor):
    photos = apps.get_model("articles", "Photo").objects.using(schema_editor.connection.alias)
    for photo in photos.exclude(rendition=""):
        share = min(1, LONGEST_SIDE / max(photo.width, photo.height, 1))
        photo.renditions = [
            {
                "file": photo.rendition.name,
                "shape": "whole",
                "width": max(1, round(photo.width * share)),
                "height": max(1, round(photo.height * share)),
            }
        ]
        photo.save(update_fields=["renditions"])


def give_back(apps, schema_editor):
    photos = apps.get_model("articles", "Photo").objects.using(schema_editor.connection.alias)
    for photo in photos.all():
        wholes = [each["file"] for each in photo.renditions if each["shape"] == "whole"]
        photo.rendition = next((name for name in reversed(wholes) if name.endswith(".jpg")), "")
        photo.save(update_fields=["rendition"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_photo_details")]

    operations = [
        migrations.RunPython(keep_what_readers_had, give_back),
        migrations.RemoveField("photo", "rendition"),
    ]
