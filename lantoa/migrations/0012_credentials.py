from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0011_stocks")]
    operations = []
