#!/bin/sh
# Prints the first Python that is new enough; the product needs 3.11.
for name in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        command -v "$name"
        exit 0
    fi
done
echo "Cần Python 3.11 trở lên. Debian 12: sudo apt install python3 python3-venv" >&2
exit 1
