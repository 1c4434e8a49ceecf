"""Many reports at once: read by the same reader on all cores or on a cluster, into tables that are always the same.

What Daft and Ray show and send home by themselves is switched off before they are loaded, unless the environment says
otherwise.
"""

import os

_QUIET = {
    "DAFT_PROGRESS_BAR": "0",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}
for _name, _value in _QUIET.items():
    os.environ.setdefault(_name, _value)
