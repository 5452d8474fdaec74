from django.db import migrations, models
from django.db.models import F


def start_with_the_only_key(apps, schema_editor):
    filings = apps.get_model("articles", "Filing").objects.using(schema_editor.connection.alias)
    filings.update(last_key=F("key"))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_videos"),
    ]

    operations = [
        migrations.AddField(
            model_name="filing",
            name="last_key",
            field=models.CharField(blank=True, max_length=36),
        ),
        migrations.RunPython(start_with_the_only_key, migrations.RunPython.noop),
    ]
