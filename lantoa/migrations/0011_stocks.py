from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0010_papers")]
    operations = []
