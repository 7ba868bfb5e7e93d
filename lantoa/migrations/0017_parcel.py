from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0016_yearbook_texts")]
    operations = [
        migrations.AddField("submission", "package_fault", models.CharField(blank=True, max_length=2000)),
        migrations.AddField("submission", "package_notes", models.JSONField(default=list)),
        migrations.AddField("submission", "papers", models.JSONField(default=list)),
        migrations.AddField("submissionitem", "papers", models.JSONField(default=list)),
    ]
