"""Pre-printed stock."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0010_papers")]
    operations = [
        migrations.CreateModel(
            name="Stock",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=100, verbose_name="Tên phôi")),
                (
                    "kind",
                    models.CharField(
                        choices=[("giay-chung-nhan", "Giấy chứng nhận"), ("giay-khen", "Giấy khen")],
                        max_length=30,
                        verbose_name="In lên phôi này",
                    ),
                ),
                ("width", models.FloatField(default=297, verbose_name="Chiều ngang tờ giấy (mm)")),
                ("height", models.FloatField(default=210, verbose_name="Chiều dọc tờ giấy (mm)")),
                ("path", models.CharField(blank=True, max_length=255)),
                ("spots", models.JSONField(default=list)),
                ("shift_x", models.FloatField(default=0, verbose_name="Dịch sang phải (mm)")),
                ("shift_y", models.FloatField(default=0, verbose_name="Dịch xuống dưới (mm)")),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)), fields=("name",), name="stock_named_once"
                    ),
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="stock_has_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(("height__gt", 0), ("width__gt", 0)), name="stock_has_a_size"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="stock_withdrawn_by_somebody",
                    ),
                ],
            },
        ),
    ]
