"""The event log refuses change; accounts can be searched without accents, and say whether they are for show."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from lantoa.audit import guard


def put_up(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guard.put_up(schema_editor.connection)


def take_down(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guard.take_down(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0001_record_book")]

    operations = [
        migrations.AddField("user", "is_demo", models.BooleanField(default=False, editable=False)),
        migrations.AddField("user", "search_key", models.CharField(default="", editable=False, max_length=250)),
        migrations.RunPython(put_up, take_down),
    ]
