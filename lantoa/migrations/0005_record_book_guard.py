"""The database refuses overlapping posts of the same person, unit and position, and units above themselves."""

from django.db import migrations

from lantoa.register import guard


def put_up(apps, schema_editor):
    guard.put_up(schema_editor.connection)


def take_down(apps, schema_editor):
    guard.take_down(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ("lantoa", "0004_screening_indexes"),
    ]

    operations = [
        migrations.RunPython(put_up, take_down),
    ]
