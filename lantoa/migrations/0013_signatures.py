import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('lantoa', '0012_paper_jobs'),
    ]

    operations = [
        migrations.CreateModel(
            name='SignedFile',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=255, verbose_name='Tên tệp')),
                ('path', models.CharField(max_length=255)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('is_signed_here', models.BooleanField(default=False)),
                ('signatures', models.JSONField(default=list)),
                ('checked_at', models.DateTimeField()),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signed_files', to='lantoa.paper')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('paper', 'sha256'), name='signed_file_once'), models.CheckConstraint(condition=models.Q(('path', ''), _negated=True), name='signed_file_is_there')],
            },
        ),
        migrations.CreateModel(
            name='VerificationCode',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=16, unique=True)),
                ('recognition', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='verification', to='lantoa.recognition')),
            ],
        ),
    ]
