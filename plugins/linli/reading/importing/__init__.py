# SPDX-License-Identifier: MIT
"""What was printed, drafted as pieces for the content folder; an editor reads every draft."""
