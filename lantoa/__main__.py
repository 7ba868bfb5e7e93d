"""`python -m lantoa` is the command `lantoa`."""

import sys

from lantoa.command import main

sys.exit(main())
