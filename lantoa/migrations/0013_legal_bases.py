"""Legal bases in the hand of the office, and what was held against the signed texts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('lantoa', '0012_credentials'),
    ]

    operations = [
        migrations.CreateModel(
            name='BasisCheck',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=60)),
                ('words', models.CharField(max_length=500)),
                ('since', models.DateField(null=True)),
                ('until', models.DateField(null=True)),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Đối chiếu với bản nào')),
                ('checked_at', models.DateTimeField()),
                ('taken_back_at', models.DateTimeField(null=True)),
                ('checked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_back_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at', None), ('taken_back_by', None)), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False)), _connector='OR'), name='basis_check_taken_back_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='OfficeBasis',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=60)),
                ('number', models.PositiveSmallIntegerField(verbose_name='Bản thứ')),
                ('topic', models.CharField(choices=[('emulation', 'Thi đua, khen thưởng'), ('rating', 'Đánh giá, xếp loại chất lượng'), ('discipline', 'Xử lý kỷ luật'), ('democracy', 'Dân chủ ở cơ sở'), ('personal_data', 'Bảo vệ dữ liệu cá nhân'), ('complaint', 'Khiếu nại'), ('school', 'Quy chế, quy định của Trường'), ('plan', 'Kế hoạch điển hình tiên tiến'), ('form', 'Số của biểu mẫu')], max_length=20, verbose_name='Về việc gì')),
                ('form', models.CharField(blank=True, max_length=30, verbose_name='Loại giấy tờ')),
                ('words', models.CharField(max_length=500, verbose_name='Viện dẫn là')),
                ('since', models.DateField(null=True, verbose_name='Có hiệu lực từ ngày')),
                ('until', models.DateField(null=True, verbose_name='Đến hết ngày')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='Nguồn')),
                ('is_left_out', models.BooleanField(default=False, verbose_name='Thôi viện dẫn')),
                ('applies_from', models.DateField(null=True, verbose_name='Dùng cho giấy tờ từ ngày')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='Vì sao')),
                ('made_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_why', models.CharField(blank=True, max_length=500)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('code', 'number'), name='basis_numbered_once'), models.CheckConstraint(condition=models.Q(models.Q(('code', ''), _negated=True), models.Q(('words', ''), _negated=True), ('number__gte', 1)), name='basis_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('topic', 'form'), models.Q(('form', ''), _negated=True)), models.Q(models.Q(('topic', 'form'), _negated=True), ('form', '')), _connector='OR'), name='basis_of_a_form_names_it'), models.CheckConstraint(condition=models.Q(('since', None), ('until', None), ('since__lte', models.F('until')), _connector='OR'), name='basis_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_by', None), ('withdrawn_why', '')), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False), models.Q(('withdrawn_why', ''), _negated=True)), _connector='OR'), name='basis_withdrawn_says_why')],
            },
        ),
    ]
