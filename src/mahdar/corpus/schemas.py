"""The tables of a corpus: their columns and types, the same for DuckDB, Polars and Spark.

Days are `date32` (first and last day of an EDTF value, null where open or unknown), places in a text are code points.
`key` joins the tables; `id` is that of the report as given.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

_REPORT = "key:int64 id:string"
_SPAN = "n:int32 start:int32 end:int32 text:string"
_DAYS = "edtf:string first:date last:date"
_COLUMNS = {
    "reports": f"{_REPORT} sha256:string language:string title:string outlet:string url:string published:string "
    "published_first:date published_last:date published_basis:string notes:strings characters:int32 "
    "statements:int32 claims:int32 text:string",
    "statements": f"{_REPORT} {_SPAN} act:string quoted:bool speakers:strings principals:strings "
    "speaker_text:string via:strings cue:string",
    "times": f"{_REPORT} {_SPAN} {_DAYS}",
    "figures": f"{_REPORT} {_SPAN} low:double high:double unit:string topic:string",
    "events": f"{_REPORT} {_SPAN} type:string actors:strings recipients:strings {_DAYS} reported_by:strings",
    "claims": f"{_REPORT} {_SPAN} kind:string args:string negated:bool verdict:string why_en:string why_ar:string "
    "citations:citations",
    "readings": "key:int64 id:string reading:string",
    "rejected": "part:int32 place:string problem:string",
    "stories": f"story:int64 {_REPORT} outlet:string language:string published:string copy_of:int64",
}
TABLES = tuple(name for name in _COLUMNS if name != "stories")  # those that reading makes


@cache
def schema(table: str) -> pa.Schema:
    """The Arrow schema of a table."""
    import pyarrow as pa

    types = {
        "int32": pa.int32(),
        "int64": pa.int64(),
        "double": pa.float64(),
        "bool": pa.bool_(),
        "date": pa.date32(),
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "citations": pa.list_(pa.struct([(n, pa.string()) for n in ("symbol", "date", "title", "source", "url")])),
    }
    pairs = (column.split(":") for column in _COLUMNS[table].split())
    return pa.schema([(name, types[kind]) for name, kind in pairs])
