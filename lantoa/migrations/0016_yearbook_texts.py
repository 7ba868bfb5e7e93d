from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0015_unit_meeting_hours")]
    operations = []
