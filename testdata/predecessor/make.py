"""Makes the store of the predecessor that lies beside this file: run it in this folder (Python 3, numpy).

Its files are what that system writes: lines as json.dumps makes them, tables by its CREATE statements, vectors by
numpy.savez_compressed, workflows with an indent of two.
"""
import json
import os
import sqlite3
import numpy

SCHEMA = """
CREATE TABLE analogies (id TEXT PRIMARY KEY, source_domain TEXT NOT NULL, target_domain TEXT NOT NULL,
  quality_score REAL NOT NULL, concept_mappings TEXT, frame_mappings TEXT,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  deleted_at TIMESTAMP NULL, version INTEGER DEFAULT 1, tags TEXT, metadata TEXT);
CREATE TABLE frames (id TEXT PRIMARY KEY, name TEXT NOT NULL, frame_type TEXT NOT NULL, definition TEXT,
  elements TEXT, lexical_units TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, deleted_at TIMESTAMP NULL, version INTEGER DEFAULT 1, metadata TEXT);
CREATE TABLE concepts (id TEXT PRIMARY KEY, name TEXT NOT NULL, context TEXT NOT NULL, synset_id TEXT,
  frame_roles TEXT, cluster_memberships TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP, deleted_at TIMESTAMP NULL, version INTEGER DEFAULT 1, metadata TEXT);
CREATE INDEX idx_analogies_domains ON analogies(source_domain, target_domain);
CREATE INDEX idx_analogies_quality ON analogies(quality_score);
CREATE INDEX idx_analogies_deleted ON analogies(deleted_at);
CREATE INDEX idx_frames_type ON frames(frame_type);
CREATE INDEX idx_concepts_context ON concepts(context);
"""
NOW = "2025-07-05 21:00:00"


def analogy(id, source, target, quality, **more):
    return {"type": "analogy", "workflow_id": "w-1", "id": id, "created_at": "2025-07-05T20:59:59.123456+00:00",
            "source_domain": source, "target_domain": target, "quality_score": quality, **more}


def deletion(id):
    return {"type": "deletion", "target_id": id, "deleted_at": "2025-07-05T21:30:00+00:00"}


def row(record, deleted_at=None):
    return (record["id"], record["source_domain"], record["target_domain"], record["quality_score"],
            json.dumps(record.get("concept_mappings", {})), json.dumps(record.get("frame_mappings", {})),
            record["created_at"], NOW, deleted_at, 1, json.dumps(record.get("tags", [])),
            json.dumps(record.get("metadata", {})))


def context(name, lines, rows, frames, concepts, vectors):
    folder = os.path.join("store", "contexts", name)
    os.makedirs(folder, exist_ok=True)
    if lines:
        with open(os.path.join(folder, "analogies.jsonl"), "w") as out:
            out.writelines(json.dumps(line) + "\n" for line in lines)
    path = os.path.join(folder, "concepts.sqlite")
    if os.path.exists(path):
        os.remove(path)
    with sqlite3.connect(path) as tables:
        tables.executescript(SCHEMA)
        tables.executemany("INSERT INTO analogies VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", rows)
        tables.executemany("INSERT INTO frames VALUES (?,?,?,?,?,?,?,?,?,?,?)", frames)
        tables.executemany("INSERT INTO concepts VALUES (?,?,?,?,?,?,?,?,?,?,?)", concepts)
    tables.close()
    if vectors:
        numpy.savez_compressed(os.path.join(folder, "embeddings.npz"), embeddings=numpy.array(list(vectors.values())),
                               concept_ids=list(vectors.keys()))


def workflow(id, kind, status, **more):
    folder = os.path.join("store", "workflows", "analogy_workflows")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"workflow_{id}.json"), "w") as out:
        json.dump({"workflow_id": id, "workflow_type": kind, "status": status,
                   "created_at": "2025-07-05T20:59:59+00:00", "updated_at": "2025-07-05T21:00:01.5+00:00",
                   "items_total": 3, "items_processed": 3, "error_count": 0, "metadata": {"batch_size": 3},
                   "error_log": [], **more}, out, indent=2)


king = analogy("a-king", "royal", "military", 0.85, concept_mappings={"king": "general"}, tags=["rank"])
king_again = analogy("a-king", "royal", "military", 0.9, concept_mappings={"king": "general", "queen": ["major", "colonel"]})
gone = analogy("a-gone", "royal", "business", 0.78)
back = analogy("a-back", "weather", "mood", 0.5)
table_only = analogy("a-table", "Fluß", "時間", 0.65, metadata={"note": "only in the table ✓"})
table_gone = analogy("a-table-gone", "x", "y", 0.1)
late_gone = analogy("a-late-gone", "x", "z", 0.2)
bare = {"type": "analogy", "workflow_id": "w-2", "id": "a-bare", "created_at": "2025-07-05T21:00:00+00:00"}

context(
    "default",
    [king, gone, back, late_gone, deletion("a-gone"), king_again, deletion("a-back"), back, bare],
    [row(king_again), row(gone, "2025-07-05 21:30:00.000123+00:00"), row(back), row(table_only),
     row(table_gone, NOW), row(late_gone, NOW)],
    [("f-1", "Leadership", "relation", "Who leads whom.", json.dumps([{"name": "Leader", "type": "core"}]),
      json.dumps(["lead", "führen"]), NOW, NOW, None, 2, json.dumps({})),
     ("f-2", "Old", "event", None, None, None, NOW, NOW, NOW, 1, None),
     ("f-3", "", "event", None, "[", None, NOW, NOW, None, 1, None)],
    [("royal:king", "king", "royal", "king.n.01", json.dumps({"Leadership": "Leader"}), json.dumps({"1": 0.75}), NOW,
      NOW, None, 1, json.dumps({"source": "wordnet"})),
     ("royal:königin", "königin", "royal", None, "{}", None, NOW, NOW, None, 1, None),
     ("royal:knave", "knave", "royal", None, "{}", None, NOW, NOW, NOW, 1, None)],
    {"royal:königin": [0.5, -0.25, 1.0], "royal:king": [0.1, 0.2, 0.3], "royal:knave": [0.0, 0.0, 1.0],
     "nobody": [1.0, 0.0, 0.0]})
context("medieval", [], [], [("f-1", "Siege", "event", None, "[]", "[]", NOW, NOW, None, 1, "{}")], [], {})
workflow("w-1", "analogy_creation", "completed")
workflow("w-2", "analogy_creation", "processing", items_processed=1)
workflow("w-3", "deletion_batch", "failed", error_count=1, error_log=["Error deleting analogy a-x: no such row"])
workflow("a b", "analogy_creation", "pending", items_processed=0)
with open(os.path.join("store", "workflows", "analogy_workflows", "workflow_broken.json"), "w") as out:
    out.write("{\"workflow_id\": ")
os.makedirs(os.path.join("store", "contexts", "batch_operations"), exist_ok=True)
with open(os.path.join("store", "contexts", "batch_operations", "pending_analogies_w-2.jsonl"), "w") as out:
    out.write(json.dumps(king) + "\n")
