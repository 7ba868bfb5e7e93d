from django.conf import settings
from django.db import migrations, models

KINDS = [
    ("ke-hoach", "Kế hoạch"),
    ("thong-bao", "Thông báo tổ chức đợt xét"),
    ("bien-ban-binh-xet", "Biên bản bình xét của đơn vị"),
    ("danh-sach-trich-ngang", "Danh sách trích ngang"),
    ("bao-cao-ca-nhan", "Báo cáo thành tích cá nhân"),
    ("bao-cao-tap-the", "Báo cáo thành tích tập thể"),
    ("phieu-tham-dinh", "Phiếu thẩm định"),
    ("cong-khai", "Thông báo công khai lấy ý kiến"),
    ("chuong-trinh-hop", "Chương trình họp Hội đồng"),
    ("tai-lieu-hop", "Tài liệu họp Hội đồng"),
    ("phieu-bau", "Phiếu bầu"),
    ("bien-ban-kiem-phieu", "Biên bản kiểm phiếu"),
    ("bien-ban-hoi-dong", "Biên bản họp Hội đồng"),
    ("to-trinh-hieu-truong", "Tờ trình Hiệu trưởng"),
    ("quyet-dinh-cong-nhan", "Quyết định công nhận"),
    ("quyet-dinh-khen-thuong", "Quyết định công nhận và khen thưởng"),
    ("quyet-dinh-dinh-chinh", "Quyết định đính chính, khôi phục"),
    ("quyet-dinh-thu-hoi", "Quyết định thu hồi"),
    ("thu-chua-cong-nhan", "Công văn trả lời trường hợp chưa công nhận"),
    ("giay-khen", "Giấy khen"),
    ("giay-chung-nhan", "Giấy chứng nhận"),
    ("to-trinh-bo", "Tờ trình Bộ"),
    ("guong-dien-hinh", "Gương điển hình"),
    ("bao-cao-so-ket", "Báo cáo sơ kết"),
    ("bao-cao-tong-ket", "Báo cáo tổng kết"),
    ("ky-yeu", "Kỷ yếu"),
    ("nhan-hop-luu-tru", "Nhãn hộp lưu trữ"),
]


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0015_unit_meeting_hours")]
    operations = [
        migrations.CreateModel(
            name="YearbookText",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField(verbose_name="Năm")),
                (
                    "part",
                    models.CharField(
                        choices=[("foreword", "Lời nói đầu"), ("overview", "Tổng quan phong trào")],
                        max_length=10,
                        verbose_name="Phần",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="Bản thứ")),
                ("text", models.TextField(blank=True, max_length=20000, verbose_name="Nội dung")),
                (
                    "by",
                    models.ForeignKey(on_delete=models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("year", "part", "number"), name="yearbook_text_in_order"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="yearbook_text_from_one"),
                ]
            },
        ),
        migrations.AddField(
            "consent",
            "with_pictures",
            models.BooleanField(default=False, verbose_name="Đồng ý cho dùng ảnh"),
        ),
        migrations.AddConstraint(
            "consent",
            models.CheckConstraint(
                condition=models.Q(("with_pictures", False), ("is_given", True), _connector="OR"),
                name="consent_to_pictures_is_a_consent",
            ),
        ),
        migrations.AddField(
            "evidence",
            "picture",
            models.CharField(
                blank=True,
                choices=[("portrait", "ảnh chân dung, ảnh tập thể"), ("scene", "ảnh tư liệu")],
                max_length=10,
                verbose_name="Ảnh để in",
            ),
        ),
        migrations.AddConstraint(
            "evidence",
            models.CheckConstraint(
                condition=models.Q(("picture", ""), models.Q(("path", ""), _negated=True), _connector="OR"),
                name="evidence_picture_is_a_file",
            ),
        ),
        migrations.AddField(
            "verificationcode",
            "decision",
            models.OneToOneField(
                null=True, on_delete=models.deletion.CASCADE, related_name="verification", to="lantoa.decision"
            ),
        ),
        migrations.AlterField(
            "verificationcode",
            "recognition",
            models.OneToOneField(
                null=True, on_delete=models.deletion.CASCADE, related_name="verification", to="lantoa.recognition"
            ),
        ),
        migrations.AddConstraint(
            "verificationcode",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision__isnull", False), ("recognition__isnull", True)),
                    models.Q(("decision__isnull", True), ("recognition__isnull", False)),
                    _connector="OR",
                ),
                name="code_of_a_recognition_or_a_decision",
            ),
        ),
        migrations.AlterField(
            "paper", "kind", models.CharField(choices=KINDS, max_length=30, verbose_name="Loại giấy tờ")
        ),
        migrations.AlterField("paperjobitem", "kind", models.CharField(choices=KINDS, max_length=30)),
        migrations.AlterField(
            "papertemplate", "kind", models.CharField(choices=KINDS, max_length=30, verbose_name="Loại giấy tờ")
        ),
    ]
