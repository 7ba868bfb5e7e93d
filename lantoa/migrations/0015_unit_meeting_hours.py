from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0014_paper_pages")]
    operations = []
