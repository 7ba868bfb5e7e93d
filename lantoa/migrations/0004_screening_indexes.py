"""Indexes that answer the figures of a screening without touching the tables; one rating a year on SQLite too."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('lantoa', '0003_worker_lease'),
    ]

    operations = [
        # With `include` SQLite made no constraint at all.
        migrations.RemoveConstraint(
            model_name='rating',
            name='rating_once_a_year',
        ),
        migrations.AddConstraint(
            model_name='rating',
            constraint=models.UniqueConstraint(fields=('subject', 'year'), name='rating_once_a_year'),
        ),
        migrations.RemoveIndex(
            model_name='attestation',
            name='attestation_standing',
        ),
        migrations.RemoveIndex(
            model_name='post',
            name='post_in_force',
        ),
        migrations.AddIndex(
            model_name='attestation',
            index=models.Index(fields=['year', 'criterion', 'subject', 'passed', 'stands'], name='attestation_of_criterion'),
        ),
        migrations.AddIndex(
            model_name='post',
            index=models.Index(fields=['since', 'until', 'person', 'unit'], name='post_in_force'),
        ),
        migrations.AddIndex(
            model_name='post',
            index=models.Index(condition=models.Q(('is_head', True)), fields=['since', 'until', 'person', 'unit'], name='post_of_head'),
        ),
    ]
