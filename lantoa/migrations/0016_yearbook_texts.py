from django.conf import settings
from django.db import migrations, models


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
    ]
