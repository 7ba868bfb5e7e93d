from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0014_paper_pages")]
    operations = [
        migrations.AddField(
            "unitmeeting", "begins", models.TimeField(blank=True, null=True, verbose_name="Giờ bắt đầu")
        ),
        migrations.AddField(
            "unitmeeting", "ends", models.TimeField(blank=True, null=True, verbose_name="Giờ kết thúc")
        ),
        migrations.AddConstraint(
            "unitmeeting",
            models.CheckConstraint(
                condition=models.Q(
                    ("begins__isnull", True),
                    ("ends__isnull", True),
                    ("ends__gt", models.F("begins")),
                    _connector="OR",
                ),
                name="unit_meeting_ends_after_it_begins",
            ),
        ),
    ]
