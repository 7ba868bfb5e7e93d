from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0016_yearbook_texts")]
    operations = []
