from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0009_rounds_and_roles")]
    operations = []
