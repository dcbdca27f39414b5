# SPDX-License-Identifier: MIT
"""`python -m linli`, for an editor whose PATH does not know `linli`."""

import sys

from linli.cli import main

sys.exit(main())
