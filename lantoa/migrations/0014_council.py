"""The Council: its standing body, meetings with cases, presence and interests, and the minutes, which are guarded."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from lantoa.council import guard


def put_up(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guard.put_up(schema_editor.connection)


def take_down(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guard.take_down(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("lantoa", "0013_posting")]

    operations = [
        migrations.CreateModel(
            name='Council',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=300, verbose_name='Tên Hội đồng')),
                ('decision', models.CharField(max_length=100, verbose_name='Số quyết định thành lập')),
                ('decided', models.DateField(verbose_name='Ngày quyết định')),
                ('since', models.DateField(verbose_name='Từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
                ('made_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='CouncilMember',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('seat', models.CharField(choices=[('chair', 'Chủ tịch'), ('deputy', 'Phó Chủ tịch'), ('secretary', 'Uỷ viên thư ký'), ('member', 'Uỷ viên')], default='member', max_length=10, verbose_name='Vai trò trong Hội đồng')),
                ('since', models.DateField(verbose_name='Từ ngày')),
                ('until', models.DateField(blank=True, null=True, verbose_name='Đến ngày')),
                ('decision', models.CharField(max_length=100, verbose_name='Số quyết định')),
                ('ended_by_decision', models.CharField(blank=True, max_length=100, verbose_name='Số quyết định thôi tham gia')),
                ('made_at', models.DateTimeField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='lantoa.council')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='council_seats', to='lantoa.person', verbose_name='Thành viên')),
            ],
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('edition', models.CharField(max_length=60, verbose_name='Kế hoạch')),
                ('name', models.CharField(max_length=300, verbose_name='Tên phiên họp')),
                ('search_key', models.CharField(editable=False, max_length=350)),
                ('starts_at', models.DateTimeField(verbose_name='Thời gian')),
                ('place', models.CharField(max_length=300, verbose_name='Địa điểm')),
                ('agenda', models.TextField(blank=True, max_length=5000, verbose_name='Chương trình')),
                ('guests', models.TextField(blank=True, max_length=2000, verbose_name='Khách mời (dự họp, không bỏ phiếu)')),
                ('stage', models.CharField(choices=[('prepared', 'đang chuẩn bị'), ('open', 'đang họp'), ('held', 'đã họp'), ('minuted', 'đã ký biên bản'), ('cancelled', 'đã huỷ')], default='prepared', max_length=12, verbose_name='Bước')),
                ('opened_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=1000, verbose_name='Lý do huỷ')),
                ('made_at', models.DateTimeField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='lantoa.council', verbose_name='Hội đồng')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('presided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='lantoa.councilmember', verbose_name='Chủ trì')),
                ('secretary', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='lantoa.councilmember', verbose_name='Thư ký phiên họp')),
            ],
        ),
        migrations.CreateModel(
            name='MeetingCase',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('order', models.PositiveSmallIntegerField(verbose_name='Thứ tự')),
                ('outcome', models.CharField(blank=True, choices=[('recommend', 'đề nghị công nhận'), ('not_recommend', 'chưa đề nghị'), ('postpone', 'hoãn, xét lại sau'), ('lower', 'đề nghị ở bậc thấp hơn'), ('not_dealt', 'chưa xét tại phiên này')], max_length=16, verbose_name='Kết luận')),
                ('reason', models.CharField(blank=True, max_length=2000, verbose_name='Lý do')),
                ('lower_tier', models.CharField(blank=True, max_length=20, verbose_name='Bậc thấp hơn được đề nghị')),
                ('concluded_at', models.DateTimeField(null=True)),
                ('concluded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='lantoa.meeting')),
                ('nomination', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meeting_cases', to='lantoa.nomination')),
            ],
            options={
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('source', models.CharField(choices=[('self', 'là người được xét'), ('own_unit', 'là tập thể đang công tác'), ('unit_head', 'đứng đầu đơn vị của người được xét'), ('relation', 'quan hệ đã khai'), ('declared', 'tự khai cho hồ sơ này')], max_length=10, verbose_name='Căn cứ')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='Ghi rõ')),
                ('noted_at', models.DateTimeField()),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interests', to='lantoa.councilmember')),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='lantoa.meetingcase')),
            ],
        ),
        migrations.CreateModel(
            name='Minutes',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField(verbose_name='Bản')),
                ('text', models.TextField(max_length=60000, verbose_name='Biên bản')),
                ('results', models.JSONField()),
                ('reason', models.CharField(blank=True, max_length=1000, verbose_name='Lý do sửa')),
                ('written_at', models.DateTimeField()),
                ('chair_at', models.DateTimeField(null=True)),
                ('secretary_at', models.DateTimeField(null=True)),
                ('fixed_at', models.DateTimeField(null=True)),
                ('chair_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='minutes', to='lantoa.meeting')),
                ('secretary_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('present', 'có mặt'), ('excused', 'vắng có lý do'), ('absent', 'vắng')], max_length=8, verbose_name='Có mặt')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='Lý do vắng')),
                ('left_at', models.DateTimeField(blank=True, null=True, verbose_name='Về lúc')),
                ('noted_at', models.DateTimeField()),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='lantoa.meeting')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='lantoa.councilmember')),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Relation',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('family', 'người thân trong gia đình'), ('work', 'cùng thực hiện công trình, sáng kiến được xét'), ('other', 'quan hệ lợi ích khác')], default='family', max_length=10, verbose_name='Quan hệ')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='Ghi rõ')),
                ('declared_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('declared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relations_declared', to='lantoa.person')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relations_to_council', to='lantoa.subject', verbose_name='Với ai, đơn vị nào')),
                ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='council_dates_in_order'),
        ),
        migrations.AddConstraint(
            model_name='council',
            constraint=models.CheckConstraint(condition=models.Q(('decision', ''), _negated=True), name='council_names_its_decision'),
        ),
        migrations.AddIndex(
            model_name='councilmember',
            index=models.Index(fields=['council', 'since', 'until'], name='council_member_on_day'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='council_member_dates_in_order'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=models.CheckConstraint(condition=models.Q(('seat__in', ['chair', 'deputy', 'secretary', 'member'])), name='council_member_seat'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=models.CheckConstraint(condition=models.Q(('decision', ''), _negated=True), name='council_member_names_decision'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('council', 'person'), name='council_member_sits_once'),
        ),
        migrations.AddConstraint(
            model_name='councilmember',
            constraint=models.UniqueConstraint(condition=models.Q(('seat', 'chair'), ('until', None)), fields=('council',), name='council_has_one_chair'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['prepared', 'open', 'held', 'minuted', 'cancelled'])), name='meeting_stage'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('opened_at__isnull', True), ('opened_by__isnull', True), ('presided_by__isnull', True), ('secretary__isnull', True)), models.Q(('opened_at__isnull', False), ('opened_by__isnull', False), ('presided_by__isnull', False), ('secretary__isnull', False)), _connector='OR'), name='meeting_opened_by_and_when'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='meeting_ended_by_and_when'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['prepared', 'cancelled']), ('opened_at__isnull', False), _connector='OR'), name='meeting_opened_has_a_day'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'prepared'), _negated=True), ('opened_at', None), _connector='OR'), name='meeting_prepared_unopened'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('stage__in', ['held', 'minuted'])), models.Q(models.Q(('stage__in', ['held', 'minuted']), _negated=True), ('ended_at', None)), _connector='OR'), name='meeting_held_iff_ended'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'cancelled'), models.Q(('reason', ''), _negated=True)), models.Q(models.Q(('stage', 'cancelled'), _negated=True), ('reason', '')), _connector='OR'), name='meeting_cancelled_iff_says_why'),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.UniqueConstraint(fields=('meeting', 'nomination'), name='meeting_case_once'),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('nomination',), name='meeting_case_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_at', None), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('concluded_at__isnull', False)), _connector='OR'), name='meeting_case_concluded_when'),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('concluded_at__isnull', True), ('concluded_by__isnull', True)), models.Q(('concluded_at__isnull', False), ('concluded_by__isnull', False)), _connector='OR'), name='meeting_case_concluded_by_and_when'),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['', 'recommend', 'not_recommend', 'postpone', 'lower', 'not_dealt'])), name='meeting_case_outcome'),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome__in', ['not_recommend', 'postpone', 'lower']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='meeting_case_refused_says_why'),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'lower'), models.Q(('lower_tier', ''), _negated=True)), models.Q(models.Q(('outcome', 'lower'), _negated=True), ('lower_tier', '')), _connector='OR'), name='meeting_case_lower_iff_tier'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.UniqueConstraint(fields=('case', 'member'), name='interest_once'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(('source__in', ['self', 'own_unit', 'unit_head', 'relation', 'declared'])), name='interest_source'),
        ),
        migrations.AddConstraint(
            model_name='interest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('source', 'declared'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='interest_declared_says_which'),
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.UniqueConstraint(fields=('meeting', 'number'), name='minutes_number_once'),
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.UniqueConstraint(condition=models.Q(('fixed_at__isnull', False)), fields=('meeting',), name='minutes_fixed_once'),
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('chair_at__isnull', True), ('chair_by__isnull', True)), models.Q(('chair_at__isnull', False), ('chair_by__isnull', False)), _connector='OR'), name='minutes_chair_by_and_when'),
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('secretary_at__isnull', True), ('secretary_by__isnull', True)), models.Q(('secretary_at__isnull', False), ('secretary_by__isnull', False)), _connector='OR'), name='minutes_secretary_by_and_when'),
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('chair_at__isnull', False), ('fixed_at__isnull', False), ('secretary_at__isnull', False)), models.Q(('fixed_at', None), models.Q(('chair_at', None), ('secretary_at', None), _connector='OR')), _connector='OR'), name='minutes_fixed_iff_signed'),
        ),
        migrations.AddConstraint(
            model_name='minutes',
            constraint=models.CheckConstraint(condition=models.Q(('number', 1), models.Q(('reason', ''), _negated=True), _connector='OR'), name='minutes_corrected_says_why'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.UniqueConstraint(fields=('meeting', 'member'), name='presence_once'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['present', 'excused', 'absent'])), name='presence_state'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'excused'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='presence_excused_says_why'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.CheckConstraint(condition=models.Q(('left_at', None), ('state', 'present'), _connector='OR'), name='presence_left_was_there'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='relation_withdrawn_by_and_when'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['family', 'work', 'other'])), name='relation_kind'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'other'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='relation_other_says_which'),
        ),
        migrations.AddConstraint(
            model_name='relation',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('person', 'subject'), name='relation_declared_once'),
        ),
        migrations.RunPython(put_up, take_down),
    ]
