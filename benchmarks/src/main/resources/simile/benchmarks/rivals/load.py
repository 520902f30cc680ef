"""load.py INPUT OUTPUT sqlite|jsonl: what a careful Python script does with analogies.

The latest of each id wins, in both forms. Nothing is made durable or hashed.
"""

import json
import os
import sqlite3
import sys
from urllib.parse import quote

COLUMNS = (
    "id source_domain target_domain quality_score concept_mappings frame_mappings"
    " created_at updated_at tags metadata workflow_id"
).split()


def text(value):
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


def rows(source):
    for line in source:
        record = json.loads(line)
        yield tuple(text(record.get(column)) for column in COLUMNS)


def load_sqlite(source, output):
    db = sqlite3.connect(os.path.join(output, "analogies.sqlite"))
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("CREATE TABLE analogies (id TEXT PRIMARY KEY, %s)" % ", ".join(COLUMNS[1:]))
    marks = ", ".join("?" * len(COLUMNS))
    db.executemany("INSERT OR REPLACE INTO analogies VALUES (%s)" % marks, rows(source))
    db.execute("CREATE INDEX domains ON analogies (source_domain, target_domain)")
    db.execute("CREATE INDEX quality ON analogies (quality_score)")
    db.commit()
    db.close()


def write_jsonl(source, output):
    latest = {}
    for line in source:
        record = json.loads(line)
        latest[record["id"]] = (record["source_domain"], line)
    files = {}
    for domain, line in latest.values():
        if domain not in files:
            folder = os.path.join(output, "source_domain=" + quote(domain, safe=""))
            os.makedirs(folder)
            files[domain] = open(os.path.join(folder, "part.jsonl"), "wb", 1 << 17)
        files[domain].write(line)
    for file in files.values():
        file.close()


def main():
    path, output, form = sys.argv[1:]
    os.makedirs(output)
    with open(path, "rb") as source:
        {"sqlite": load_sqlite, "jsonl": write_jsonl}[form](source, output)


main()
