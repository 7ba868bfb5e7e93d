import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('lantoa', '0012_paper_jobs'),
    ]

    operations = [
        migrations.CreateModel(
            name='VerificationCode',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=16, unique=True)),
                ('recognition', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='verification', to='lantoa.recognition')),
            ],
        ),
    ]
