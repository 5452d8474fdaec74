from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0022_front_by_index'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='searchentry',
            options={'verbose_name': 'search entry', 'verbose_name_plural': 'search entries'},
        ),
    ]
