# SPDX-FileCopyrightText: 2026 The PushLab authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Judges a HAR file by the schema of Debian's node-har-schema.

harcheck.py FILE: says what is wrong and ends with 1; ends with 77 where schema or validator are not installed.
"""

import json
import pathlib
import sys
import warnings

SCHEMAS = pathlib.Path("/usr/share/nodejs/har-schema/lib")

warnings.simplefilter("ignore", DeprecationWarning)
try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)
if not SCHEMAS.is_dir():
    print("node-har-schema is not installed")
    sys.exit(77)

store = {}
for path in SCHEMAS.glob("*.json"):
    schema = json.loads(path.read_text(encoding="utf-8"))
    store[path.name] = store[path.name + "#"] = schema
har = store["har.json"]
resolver = jsonschema.RefResolver("", har, store=store)
validator = jsonschema.Draft6Validator(har, resolver=resolver, format_checker=jsonschema.draft6_format_checker)
faults = list(validator.iter_errors(json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))))
for fault in faults:
    print("/".join(map(str, fault.absolute_path)) + ": " + fault.message[:300])
sys.exit(bool(faults))
