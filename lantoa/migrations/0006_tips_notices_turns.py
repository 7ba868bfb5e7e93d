
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('lantoa', '0005_discovery_and_nurture'),
    ]

    operations = [
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('address', models.CharField(max_length=64)),
                ('number', models.PositiveSmallIntegerField()),
                ('taken_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='subscription', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('wants_mail', models.BooleanField(default=True, verbose_name='Nhận thư tóm tắt')),
                ('calendar_key', models.CharField(max_length=64, null=True, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('task', models.CharField(max_length=200, verbose_name='Việc')),
                ('day', models.DateField(verbose_name='Ngày')),
            ],
        ),
        migrations.AddField(
            model_name='movement',
            name='pledges_due',
            field=models.DateField(blank=True, null=True, verbose_name='Hạn đăng ký thi đua'),
        ),
        migrations.AddField(
            model_name='movement',
            name='reason',
            field=models.CharField(blank=True, max_length=1000, verbose_name='Lý do huỷ'),
        ),
        migrations.AddField(
            model_name='movement',
            name='summary',
            field=models.TextField(blank=True, max_length=10000, verbose_name='Tổng kết'),
        ),
        migrations.AddField(
            model_name='result',
            name='accepted_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='result',
            name='accepted_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='tip',
            name='fingerprint',
            field=models.CharField(default='', editable=False, max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='tip',
            name='happened_precision',
            field=models.CharField(choices=[('d', 'ngày'), ('m', 'tháng'), ('y', 'năm')], default='d', max_length=1),
        ),
        migrations.AddField(
            model_name='tip',
            name='remark',
            field=models.CharField(blank=True, max_length=300, verbose_name='Lưu ý'),
        ),
        migrations.AddField(
            model_name='tip',
            name='search_key',
            field=models.TextField(default='', editable=False),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('mailed_at', None)), fields=['told_at'], name='notice_unmailed'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'cancelled'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='movement_cancelled_says_why'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(('pledges_due', None), ('pledges_due__lte', models.F('until')), _connector='OR'), name='movement_pledges_due_in_time'),
        ),
        migrations.AddConstraint(
            model_name='result',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_at__isnull', True), ('accepted_by__isnull', True)), models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False)), _connector='OR'), name='result_accepted_by_and_when'),
        ),
        migrations.AddConstraint(
            model_name='tip',
            constraint=models.UniqueConstraint(fields=('tipster', 'fingerprint'), name='tip_sent_once'),
        ),
        migrations.AddConstraint(
            model_name='place',
            constraint=models.UniqueConstraint(fields=('address', 'number'), name='place_taken_once'),
        ),
        migrations.AddConstraint(
            model_name='turn',
            constraint=models.UniqueConstraint(fields=('task', 'day'), name='turn_once_a_day'),
        ),
    ]
