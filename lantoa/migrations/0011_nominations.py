"""The dossier of a nomination: evidence, statements, the nominee's word, initiatives used, each sending."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lantoa", "0010_rounds"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("is_given", models.BooleanField(verbose_name="Đồng ý công khai")),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="Lời nhắn")),
                ("name", models.CharField(blank=True, max_length=255)),
                ("path", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveIntegerField(default=0)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="lantoa.nomination"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200, verbose_name="Người nêu ý kiến")),
                ("position", models.CharField(max_length=300, verbose_name="Chức vụ, đơn vị")),
                ("text", models.TextField(max_length=5000, verbose_name="Ý kiến")),
                ("recorded_at", models.DateTimeField()),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="statements", to="lantoa.nomination"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("criterion", models.CharField(max_length=10, verbose_name="Tiêu chí")),
                ("shows", models.CharField(max_length=300, verbose_name="Chứng minh điều gì")),
                ("link", models.URLField(blank=True, max_length=500, verbose_name="Đường dẫn")),
                ("name", models.CharField(blank=True, max_length=255)),
                ("path", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveIntegerField(default=0)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="lantoa.nomination"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), ("path", ""), models.Q(("link", ""), _negated=True)),
                            models.Q(
                                ("link", ""),
                                models.Q(("path", ""), _negated=True),
                                models.Q(("name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_is_a_file_or_a_link",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NomineeCorrection",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("text", models.TextField(max_length=3000, verbose_name="Điều cần sửa")),
                ("at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, max_length=2000, verbose_name="Trả lời")),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="nominee_corrections",
                        to="lantoa.nomination",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("answered_by__isnull", True)),
                            models.Q(("answered_at__isnull", False), ("answered_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="nominee_correction_answered_by_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="nominee_correction_answered_in_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("verdict", models.JSONField()),
                ("text", models.TextField()),
                ("evidence", models.JSONField(default=list)),
                ("plan_version", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sendings", to="lantoa.nomination"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("nomination", "number"), name="sent_in_order")],
            },
        ),
        migrations.CreateModel(
            name="UsedInitiative",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=500, verbose_name="Sáng kiến")),
                ("year", models.PositiveSmallIntegerField(verbose_name="Năm")),
                ("key", models.CharField(db_index=True, editable=False, max_length=500)),
                ("reason", models.CharField(blank=True, max_length=1000, verbose_name="Lý do dùng lại")),
                (
                    "initiative",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="used",
                        to="lantoa.initiative",
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="initiatives", to="lantoa.nomination"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("nomination", "key"), name="initiative_used_once_in_a_dossier")
                ],
            },
        ),
    ]
