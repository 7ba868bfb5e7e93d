"""Accounts are listed in the order of given names."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0005_record_book_guard")]

    operations = [
        migrations.AddField("user", "sort_key", models.CharField(default="", editable=False, max_length=500)),
    ]
