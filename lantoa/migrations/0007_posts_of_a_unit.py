"""One index answers who belongs to a unit on a day, for one unit and for all of them, without touching the table."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('lantoa', '0006_accounts_in_order'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='post',
            name='post_in_force',
        ),
        migrations.AddIndex(
            model_name='post',
            index=models.Index(fields=['unit', 'person', 'since', 'until'], name='post_of_unit'),
        ),
    ]
