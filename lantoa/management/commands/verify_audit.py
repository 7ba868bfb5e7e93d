"""`verify_audit`: check that no event of the log was changed, removed or slipped in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lantoa.audit.queries import verify_chain


class Command(BaseCommand):
    help = "Kiểm tra chuỗi băm của nhật ký; hãy ghi lại mã băm cuối để đối chiếu lần sau."

    def handle(self, *_: Any, **__: Any) -> None:
        chain = verify_chain()
        if chain.broken:
            raise CommandError(
                f"Sự kiện số {chain.broken.pk} không còn như khi được ghi; {chain.length} sự kiện trước đó nguyên vẹn. "
                "Hãy giữ nguyên dữ liệu, đối chiếu với bản sao lưu và báo quản trị hệ thống."
            )
        self.stdout.write(f"Nhật ký nguyên vẹn: {chain.length} sự kiện, mã băm cuối {chain.last_hash}.")
