#!/bin/sh
# The book of the demo school if there is none, the demo accounts, then the server; stop with Ctrl-C.
set -eu
lantoa=.venv/bin/lantoa
$lantoa demo
echo
echo "Tài khoản mẫu (vai trò, tên đăng nhập, mật khẩu):"
$lantoa demo --accounts | sed 's/^/  /'
echo
exec $lantoa serve --host "${HOST:-127.0.0.1}" --port "${PORT:-8000}"
