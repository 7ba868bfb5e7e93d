"""Papers: letterheads, templates, papers made and jobs, signed files, registers, codes of recognitions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('lantoa', '0009_from_nomination_to_decision'),
    ]

    operations = [
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('ke-hoach', 'Kế hoạch'), ('thong-bao', 'Thông báo tổ chức đợt xét'), ('bien-ban-binh-xet', 'Biên bản bình xét của đơn vị'), ('danh-sach-trich-ngang', 'Danh sách trích ngang'), ('bao-cao-ca-nhan', 'Báo cáo thành tích cá nhân'), ('bao-cao-tap-the', 'Báo cáo thành tích tập thể'), ('phieu-tham-dinh', 'Phiếu thẩm định'), ('cong-khai', 'Thông báo công khai lấy ý kiến'), ('chuong-trinh-hop', 'Chương trình họp Hội đồng'), ('tai-lieu-hop', 'Tài liệu họp Hội đồng'), ('phieu-bau', 'Phiếu bầu'), ('bien-ban-kiem-phieu', 'Biên bản kiểm phiếu'), ('bien-ban-hoi-dong', 'Biên bản họp Hội đồng'), ('to-trinh-hieu-truong', 'Tờ trình Hiệu trưởng'), ('quyet-dinh-cong-nhan', 'Quyết định công nhận'), ('quyet-dinh-khen-thuong', 'Quyết định khen thưởng'), ('quyet-dinh-dinh-chinh', 'Quyết định đính chính, khôi phục'), ('quyet-dinh-thu-hoi', 'Quyết định thu hồi'), ('thu-chua-cong-nhan', 'Công văn trả lời trường hợp chưa công nhận'), ('giay-khen', 'Giấy khen'), ('giay-chung-nhan', 'Giấy chứng nhận'), ('to-trinh-bo', 'Tờ trình Bộ'), ('guong-dien-hinh', 'Gương điển hình'), ('bao-cao-so-ket', 'Báo cáo sơ kết'), ('bao-cao-tong-ket', 'Báo cáo tổng kết'), ('ky-yeu', 'Kỷ yếu'), ('nhan-hop-luu-tru', 'Nhãn hộp lưu trữ')], max_length=30, verbose_name='Loại giấy tờ')),
                ('key', models.CharField(max_length=60)),
                ('number', models.PositiveSmallIntegerField(verbose_name='Bản thứ')),
                ('title', models.CharField(max_length=500, verbose_name='Về việc gì, của ai')),
                ('search_key', models.CharField(editable=False, max_length=600)),
                ('round', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='lantoa.round')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers', to='lantoa.unit')),
                ('day', models.DateField(verbose_name='Ngày của giấy tờ')),
                ('file_name', models.CharField(max_length=200, verbose_name='Tên tệp')),
                ('template_name', models.CharField(max_length=200, verbose_name='Mẫu')),
                ('template_sha256', models.CharField(max_length=64)),
                ('contents', models.JSONField(default=dict)),
                ('checks', models.JSONField(default=list)),
                ('word_path', models.CharField(blank=True, max_length=255)),
                ('word_size', models.PositiveIntegerField(default=0)),
                ('pdf_path', models.CharField(blank=True, max_length=255)),
                ('pdf_size', models.PositiveIntegerField(default=0)),
                ('pdf_fault', models.CharField(blank=True, max_length=500)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['round', 'kind'], name='paper_of_round')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'key', 'number'), name='paper_numbered_once'), models.CheckConstraint(condition=models.Q(models.Q(('word_path', ''), _negated=True), models.Q(('pdf_path', ''), _negated=True), _connector='OR'), name='paper_has_a_file')],
            },
        ),
        migrations.CreateModel(
            name='PaperJob',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('round', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='lantoa.round')),
                ('title', models.CharField(max_length=300, verbose_name='Lập những gì')),
                ('with_pdf', models.BooleanField(default=False, verbose_name='Kèm PDF')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PaperJobItem',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='lantoa.paperjob')),
                ('place', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('ke-hoach', 'Kế hoạch'), ('thong-bao', 'Thông báo tổ chức đợt xét'), ('bien-ban-binh-xet', 'Biên bản bình xét của đơn vị'), ('danh-sach-trich-ngang', 'Danh sách trích ngang'), ('bao-cao-ca-nhan', 'Báo cáo thành tích cá nhân'), ('bao-cao-tap-the', 'Báo cáo thành tích tập thể'), ('phieu-tham-dinh', 'Phiếu thẩm định'), ('cong-khai', 'Thông báo công khai lấy ý kiến'), ('chuong-trinh-hop', 'Chương trình họp Hội đồng'), ('tai-lieu-hop', 'Tài liệu họp Hội đồng'), ('phieu-bau', 'Phiếu bầu'), ('bien-ban-kiem-phieu', 'Biên bản kiểm phiếu'), ('bien-ban-hoi-dong', 'Biên bản họp Hội đồng'), ('to-trinh-hieu-truong', 'Tờ trình Hiệu trưởng'), ('quyet-dinh-cong-nhan', 'Quyết định công nhận'), ('quyet-dinh-khen-thuong', 'Quyết định khen thưởng'), ('quyet-dinh-dinh-chinh', 'Quyết định đính chính, khôi phục'), ('quyet-dinh-thu-hoi', 'Quyết định thu hồi'), ('thu-chua-cong-nhan', 'Công văn trả lời trường hợp chưa công nhận'), ('giay-khen', 'Giấy khen'), ('giay-chung-nhan', 'Giấy chứng nhận'), ('to-trinh-bo', 'Tờ trình Bộ'), ('guong-dien-hinh', 'Gương điển hình'), ('bao-cao-so-ket', 'Báo cáo sơ kết'), ('bao-cao-tong-ket', 'Báo cáo tổng kết'), ('ky-yeu', 'Kỷ yếu'), ('nhan-hop-luu-tru', 'Nhãn hộp lưu trữ')], max_length=30)),
                ('key', models.CharField(max_length=60)),
                ('words', models.CharField(max_length=500)),
                ('file_name', models.CharField(max_length=200)),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='lantoa.paper')),
                ('fault', models.CharField(blank=True, max_length=500, verbose_name='Vì sao chưa lập được')),
            ],
            options={
                'ordering': ['place'],
                'constraints': [models.UniqueConstraint(fields=('job', 'place'), name='paper_job_place_once'), models.UniqueConstraint(fields=('job', 'kind', 'key'), name='paper_job_asks_once'), models.CheckConstraint(condition=models.Q(('paper', None), ('fault', ''), _connector='OR'), name='paper_job_item_made_or_not')],
            },
        ),
        migrations.CreateModel(
            name='PaperTemplate',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('ke-hoach', 'Kế hoạch'), ('thong-bao', 'Thông báo tổ chức đợt xét'), ('bien-ban-binh-xet', 'Biên bản bình xét của đơn vị'), ('danh-sach-trich-ngang', 'Danh sách trích ngang'), ('bao-cao-ca-nhan', 'Báo cáo thành tích cá nhân'), ('bao-cao-tap-the', 'Báo cáo thành tích tập thể'), ('phieu-tham-dinh', 'Phiếu thẩm định'), ('cong-khai', 'Thông báo công khai lấy ý kiến'), ('chuong-trinh-hop', 'Chương trình họp Hội đồng'), ('tai-lieu-hop', 'Tài liệu họp Hội đồng'), ('phieu-bau', 'Phiếu bầu'), ('bien-ban-kiem-phieu', 'Biên bản kiểm phiếu'), ('bien-ban-hoi-dong', 'Biên bản họp Hội đồng'), ('to-trinh-hieu-truong', 'Tờ trình Hiệu trưởng'), ('quyet-dinh-cong-nhan', 'Quyết định công nhận'), ('quyet-dinh-khen-thuong', 'Quyết định khen thưởng'), ('quyet-dinh-dinh-chinh', 'Quyết định đính chính, khôi phục'), ('quyet-dinh-thu-hoi', 'Quyết định thu hồi'), ('thu-chua-cong-nhan', 'Công văn trả lời trường hợp chưa công nhận'), ('giay-khen', 'Giấy khen'), ('giay-chung-nhan', 'Giấy chứng nhận'), ('to-trinh-bo', 'Tờ trình Bộ'), ('guong-dien-hinh', 'Gương điển hình'), ('bao-cao-so-ket', 'Báo cáo sơ kết'), ('bao-cao-tong-ket', 'Báo cáo tổng kết'), ('ky-yeu', 'Kỷ yếu'), ('nhan-hop-luu-tru', 'Nhãn hộp lưu trữ')], max_length=30, verbose_name='Loại giấy tờ')),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='paper_templates', to='lantoa.unit')),
                ('number', models.PositiveSmallIntegerField(verbose_name='Bản thứ')),
                ('since', models.DateField(verbose_name='Dùng từ ngày')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='Sửa gì')),
                ('name', models.CharField(max_length=255, verbose_name='Tên tệp')),
                ('path', models.CharField(max_length=255)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField()),
                ('taken_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('taken_at', models.DateTimeField(null=True)),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_at', models.DateTimeField(null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'unit', 'number'), name='unit_template_numbered_once'), models.UniqueConstraint(condition=models.Q(('unit', None)), fields=('kind', 'number'), name='school_template_numbered_once'), models.CheckConstraint(condition=models.Q(models.Q(('taken_at', None), ('taken_by', None)), models.Q(('taken_at__isnull', False), ('taken_by__isnull', False)), _connector='OR'), name='template_taken_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_by', None)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='template_withdrawn_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='RegisterEntry',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('direction', models.CharField(choices=[('out', 'văn bản đi'), ('in', 'văn bản đến')], default='out', max_length=3, verbose_name='Sổ')),
                ('year', models.PositiveSmallIntegerField(verbose_name='Năm')),
                ('place', models.PositiveIntegerField(verbose_name='Số thứ tự trong sổ')),
                ('number', models.CharField(max_length=11, verbose_name='Số')),
                ('notation', models.CharField(max_length=40, verbose_name='Ký hiệu')),
                ('issuer', models.CharField(max_length=200, verbose_name='Cơ quan ban hành')),
                ('dated', models.DateField(verbose_name='Ngày văn bản')),
                ('came_on', models.DateField(blank=True, null=True, verbose_name='Ngày đến')),
                ('subject', models.CharField(max_length=500, verbose_name='Trích yếu')),
                ('signer', models.CharField(blank=True, max_length=150, verbose_name='Người ký')),
                ('recipients', models.CharField(blank=True, max_length=1000, verbose_name='Nơi nhận, người nhận')),
                ('copies', models.PositiveSmallIntegerField(default=1, verbose_name='Số bản')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='Ghi chú')),
                ('paper', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='lantoa.paper')),
                ('name', models.CharField(blank=True, max_length=255)),
                ('path', models.CharField(blank=True, max_length=255)),
                ('size', models.PositiveIntegerField(default=0)),
                ('key', models.CharField(editable=False, max_length=300)),
                ('search_key', models.CharField(editable=False, max_length=1200)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_at', models.DateTimeField()),
                ('struck_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('struck_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='Lý do gạch')),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'indexes': [models.Index(fields=['year', 'direction', 'dated'], name='entries_of_a_year')],
                'constraints': [models.UniqueConstraint(fields=('direction', 'year', 'place'), name='entry_in_its_place'), models.UniqueConstraint(condition=models.Q(('struck_at', None)), fields=('year', 'key'), name='paper_entered_once'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), ('struck_at', None), ('struck_by', None)), models.Q(('struck_at__isnull', False), ('struck_by__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='entry_struck_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('came_on__isnull', False), ('direction', 'in')), models.Q(('came_on', None), ('direction', 'out')), _connector='OR'), name='entry_in_has_a_day_of_arrival'), models.CheckConstraint(condition=models.Q(('copies__gte', 1)), name='entry_has_a_copy')],
            },
        ),
        migrations.CreateModel(
            name='SignedFile',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signed_files', to='lantoa.paper')),
                ('name', models.CharField(max_length=255, verbose_name='Tên tệp')),
                ('path', models.CharField(max_length=255)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('is_signed_here', models.BooleanField(default=False)),
                ('signatures', models.JSONField(default=list)),
                ('checked_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('paper', 'sha256'), name='signed_file_once'), models.CheckConstraint(condition=models.Q(('path', ''), _negated=True), name='signed_file_is_there')],
            },
        ),
        migrations.CreateModel(
            name='VerificationCode',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('recognition', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='verification', to='lantoa.recognition')),
                ('code', models.CharField(max_length=16, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name='Letterhead',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('since', models.DateField(unique=True, verbose_name='Dùng từ ngày')),
                ('parent', models.CharField(blank=True, max_length=200, verbose_name='Cơ quan chủ quản')),
                ('issuer', models.CharField(max_length=200, verbose_name='Cơ quan ban hành')),
                ('abbreviation', models.CharField(max_length=20, verbose_name='Chữ viết tắt của cơ quan')),
                ('council', models.CharField(default='Hội đồng Thi đua - Khen thưởng', max_length=200, verbose_name='Tên Hội đồng')),
                ('council_abbreviation', models.CharField(default='HĐTĐKT', max_length=20, verbose_name='Chữ viết tắt của Hội đồng')),
                ('place', models.CharField(max_length=100, verbose_name='Địa danh')),
                ('office', models.CharField(max_length=50, verbose_name='Đơn vị soạn thảo (nơi lưu)')),
                ('position', models.CharField(default='Hiệu trưởng', max_length=100, verbose_name='Chức vụ người đứng đầu')),
                ('signer', models.CharField(blank=True, max_length=100, verbose_name='Họ tên người đứng đầu')),
                ('keeps_degrees', models.BooleanField(default=False, verbose_name='Ghi học hàm, học vị trước họ tên người ký')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['since'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('issuer', ''), _negated=True), models.Q(('abbreviation', ''), _negated=True), models.Q(('place', ''), _negated=True)), name='letterhead_names_the_office')],
            },
        ),
    ]
