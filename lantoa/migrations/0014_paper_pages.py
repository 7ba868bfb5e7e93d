from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0013_legal_bases")]
    operations = []
