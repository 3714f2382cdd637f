// Written by hand, as publish/manifest.cpp is; tests/editions compares the two.
#include "build/record/edition_schema.h"

namespace precis::build {

std::string edition_schema() {
    return R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "precis: edition",
  "description": "The record of an edition, edition.json: what the outputs of a briefing were made of, what they print, and the files that they are. Hashes are SHA-256 in hexadecimal digits; those of facts, sources and tables in `reads` are their first 16, those of files there are XXH64.",
  "type": "object",
  "required": ["edition", "program", "briefing", "title", "date", "inputs", "warnings", "targets"],
  "properties": {
    "edition": {"description": "The number of this form. A reader refuses a larger one.", "type": "integer", "const": 2},
    "program": {"description": "Name and version of the program.", "type": "string"},
    "build": {"description": "An identifier of the program's file, made by its linker.", "type": "string"},
    "briefing": {"description": "The briefing's path in the project.", "type": "string"},
    "title": {"description": "The briefing's title, before its bindings are filled in.", "type": "string"},
    "date": {"description": "The date of the edition.", "type": "string", "format": "date"},
    "folder": {"description": "The name of the folder that it was built into: a copy that somebody keeps lies in another.", "type": "string"},
    "inputs": {"description": "All files that the targets were made of, by path.", "type": "array", "items": {"$ref": "#/$defs/file"}},
    "data": {"description": "Those of the inputs that the data model is made of, tables aside.", "type": "array", "items": {"type": "string"}},
    "warnings": {"description": "Of reading the briefing and its data.", "type": "array", "items": {"$ref": "#/$defs/warning"}},
    "targets": {"description": "One for each output, audience and language, in the briefing's order.", "type": "array", "items": {"$ref": "#/$defs/target"}},
    "left": {"description": "Files of earlier editions that are still in the folder and that no target makes.", "type": "array", "items": {"type": "string"}}
  },
  "$defs": {
    "file": {
      "type": "object",
      "required": ["path", "sha256", "bytes", "sum"],
      "properties": {
        "path": {"description": "Below the project, or below the program's own data; of a font of the system its name alone.", "type": "string"},
        "sha256": {"type": "string"},
        "bytes": {"type": "integer", "minimum": 0},
        "sum": {"description": "XXH64 of the content, which a build compares: quicker than SHA-256.", "type": "string"}
      }
    },
    "output": {
      "type": "object",
      "required": ["path", "pages"],
      "properties": {
        "path": {"description": "In the folder of edition.json.", "type": "string"},
        "sha256": {"description": "Missing for an encrypted file, whose bytes differ from build to build.", "type": "string"},
        "bytes": {"type": "integer", "minimum": 0},
        "sum": {"type": "string"},
        "encrypted": {"type": "boolean"},
        "pages": {"type": "integer", "minimum": 0}
      }
    },
    "warning": {
      "type": "object",
      "required": ["code", "message"],
      "properties": {
        "code": {"type": "string"},
        "message": {"type": "string"},
        "remedy": {"type": "string"},
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"description": "In bytes, from 1.", "type": "integer", "minimum": 1},
        "length": {"description": "In bytes.", "type": "integer", "minimum": 0},
        "line-text": {"description": "The text of the line: it is found by this after it has moved.", "type": "string"},
        "notes": {"type": "array", "items": {"$ref": "#/$defs/note"}}
      }
    },
    "note": {
      "type": "object",
      "required": ["message"],
      "properties": {
        "message": {"type": "string"},
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "length": {"type": "integer", "minimum": 0},
        "line-text": {"type": "string"}
      }
    },
    "target": {
      "type": "object",
      "required": ["name", "output", "audience", "language", "date", "key", "pages", "outputs", "warnings", "accepted", "names", "sources", "setting", "reads", "tables"],
      "properties": {
        "name": {"description": "As its files begin.", "type": "string"},
        "output": {"type": "string"},
        "audience": {"description": "Empty: one reader.", "type": "string"},
        "language": {"type": "string"},
        "date": {"type": "string", "format": "date"},
        "title": {"description": "As printed. Missing of an encrypted output.", "type": "string"},
        "key": {"description": "A hash of `setting` and `reads`: equal keys make equal files.", "type": "string"},
        "pages": {"type": "integer", "minimum": 0},
        "outputs": {"type": "array", "items": {"$ref": "#/$defs/output"}},
        "steps": {"description": "Taken to meet the page budget, in order.", "type": "array", "items": {"type": "string"}},
        "warnings": {"type": "array", "items": {"$ref": "#/$defs/warning"}},
        "always-built": {"description": "True: it is encrypted, or the place of one of its warnings cannot be found again.", "type": "boolean"},
        "accepted": {"description": "Warnings that the author answered, with the reasons given.", "type": "array", "items": {"$ref": "#/$defs/reason"}},
        "names": {"description": "Facts and values that it prints, by name. None of an encrypted output.", "type": "array", "items": {"$ref": "#/$defs/named"}},
        "texts": {"description": "Sentences that it prints, in order: titles, paragraphs, takeaways, notes. None of an encrypted output.", "type": "array", "items": {"$ref": "#/$defs/texts"}},
        "sources": {"description": "Those that it lists, in its order.", "type": "array", "items": {"$ref": "#/$defs/source"}},
        "setting": {"description": "What the run decided: date, program, --set and others.", "type": "object", "additionalProperties": {"type": "string"}},
        "reads": {"description": "What its build read: `file:PATH`, `name:FACT`, `table:NAME` and others, each with a hash. None of an encrypted output.", "type": "object", "additionalProperties": {"type": "string"}},
        "tables": {"description": "The tables among them, each with its file.", "type": "object", "additionalProperties": {"type": "string"}},
        "previous": {"description": "The last edition of another date, of an output that prints what has changed.", "$ref": "#/$defs/target"}
      }
    },
    "reason": {
      "type": "object",
      "required": ["code", "because"],
      "properties": {"code": {"type": "string"}, "because": {"type": "string"}}
    },
    "named": {
      "type": "object",
      "required": ["name", "value", "places"],
      "properties": {
        "name": {"type": "string"},
        "value": {"description": "As the data have it.", "type": "string"},
        "label": {"description": "What people call it; missing: its name says it.", "type": "string"},
        "unit": {"type": "string"},
        "period": {"type": "string"},
        "qualifier": {"type": "string"},
        "status": {"type": "string"},
        "query": {"description": "Of a value; missing where readers may not see it.", "type": "string"},
        "sources": {"type": "array", "items": {"type": "string"}},
        "set-for-build": {"description": "Names of values given by --set that it rests on.", "type": "array", "items": {"type": "string"}},
        "tables": {"description": "Those that its query reads.", "type": "array", "items": {"type": "string"}},
        "facts": {"type": "array", "items": {"type": "string"}},
        "values": {"description": "Those that its query asks for.", "type": "array", "items": {"type": "string"}},
        "places": {"description": "Where it is printed; none: other numbers are made of it.", "type": "array", "items": {"$ref": "#/$defs/place"}}
      }
    },
    "place": {
      "type": "object",
      "required": ["kind", "text"],
      "properties": {
        "kind": {"enum": ["text", "tile", "exhibit", "claim"]},
        "text": {"description": "As printed; of a claim its condition.", "type": "string"},
        "sentence": {"type": "string"},
        "exhibit": {"type": "string"},
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "pages": {"description": "Labels of the pages that print it.", "type": "array", "items": {"type": "string"}}
      }
    },
    "texts": {
      "type": "object",
      "required": ["sentences"],
      "properties": {
        "page": {"description": "The label of the page; missing: the output has no pages.", "type": "string"},
        "sentences": {"type": "array", "items": {"type": "string"}}
      }
    },
    "source": {
      "type": "object",
      "required": ["id", "title"],
      "properties": {
        "id": {"type": "string"},
        "title": {"type": "string"},
        "date": {"type": "string"},
        "max-age": {"type": "string"},
        "fresh-until": {"description": "Its last good day.", "type": "string", "format": "date"}
      }
    }
  }
}
)json";
}

}  // namespace precis::build
