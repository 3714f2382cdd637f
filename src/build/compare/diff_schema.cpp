// Written by hand, as cli/diff_texts.cpp is; tests/editions compares the two.
#include "build/compare/diff_schema.h"

namespace precis::build {

std::string diff_schema() {
    return R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "precis: diff",
  "description": "What changed from one edition of a briefing to another, as `precis diff --format json` prints it.",
  "type": "object",
  "required": ["title", "from", "to", "from-edition", "to-edition", "numbers", "sentences", "sources-lost", "sources-new", "outputs", "not-compared", "only-numbers-compared", "not-divided", "numbers-not-changed"],
  "properties": {
    "title": {"description": "Of the later edition.", "type": "string"},
    "from": {"description": "The date of the earlier edition.", "type": "string"},
    "to": {"description": "The date of the later one.", "type": "string"},
    "from-edition": {"description": "Its name, as a revision of git; empty: the date says it.", "type": "string"},
    "to-edition": {"type": "string"},
    "numbers": {"description": "Those that differ, the largest change first: points, then percent, then others.", "type": "array", "items": {"$ref": "#/$defs/number"}},
    "sentences": {"description": "Those that were added, removed or reworded, in the order of the outputs.", "type": "array", "items": {"$ref": "#/$defs/sentence"}},
    "sources-lost": {"description": "Titles of sources that no output of the later edition lists.", "type": "array", "items": {"type": "string"}},
    "sources-new": {"type": "array", "items": {"type": "string"}},
    "outputs": {"description": "Those that were added or removed, or have another number of pages.", "type": "array", "items": {"$ref": "#/$defs/output"}},
    "not-compared": {"description": "Outputs of both editions of which a record keeps nothing, as they are encrypted.", "type": "array", "items": {"type": "string"}},
    "only-numbers-compared": {"description": "Outputs of which one record is an older one that has only sentences with numbers.", "type": "array", "items": {"type": "string"}},
    "not-divided": {"description": "Why no change of a query is divided among its causes; empty: they are.", "type": "string"},
    "numbers-not-changed": {"type": "integer", "minimum": 0}
  },
  "$defs": {
    "causes": {
      "type": "array",
      "minItems": 1,
      "items": {"enum": ["source lost", "source replaced", "new period", "changed query", "revised value", "changed data", "set for the build", "not known", "added", "removed"]}
    },
    "number": {
      "type": "object",
      "required": ["name", "label", "unit", "before", "after", "change", "causes", "why", "steps", "not-divided", "printed"],
      "properties": {
        "name": {"type": "string"},
        "label": {"description": "What readers know it as; empty: its name says it.", "type": "string"},
        "unit": {"type": "string"},
        "before": {"description": "As printed; empty: it was not there.", "type": "string"},
        "after": {"type": "string"},
        "change": {"description": "In points or percent, or in words.", "type": "string"},
        "from": {"description": "The value, if it is a number.", "type": "number"},
        "to": {"type": "number"},
        "causes": {"description": "`changed data`: the records alone do not tell whether rows are revised, of a new period or of other sources.", "$ref": "#/$defs/causes"},
        "why": {"description": "What was found of each cause, in words.", "type": "array", "items": {"type": "string"}},
        "steps": {"description": "They add up to the change. None: it is not divided, or has no amounts.", "type": "array", "items": {"$ref": "#/$defs/step"}},
        "not-divided": {"description": "Why a change with an amount has no steps; empty: it has, or has no amount.", "type": "string"},
        "printed": {"description": "Outputs and pages of the later edition.", "type": "array", "items": {"type": "string"}}
      }
    },
    "step": {
      "type": "object",
      "required": ["causes", "amount"],
      "properties": {
        "causes": {"description": "Several, where the number has no value with the first of them alone.", "$ref": "#/$defs/causes"},
        "amount": {"description": "In the number's unit; not rounded.", "type": "number"}
      }
    },
    "sentence": {
      "type": "object",
      "required": ["target", "page-before", "page", "before", "after", "also"],
      "properties": {
        "target": {"type": "string"},
        "page-before": {"description": "The label of the old page; empty: it is new, or the output has no pages.", "type": "string"},
        "page": {"description": "The label of the new page; empty: it is gone, or the output has no pages.", "type": "string"},
        "before": {"description": "Empty: it was added.", "type": "string"},
        "after": {"description": "Empty: it was removed.", "type": "string"},
        "also": {"description": "Other outputs that have the same change, with their pages.", "type": "array", "items": {"type": "string"}}
      }
    },
    "output": {
      "type": "object",
      "required": ["name", "pages-before", "pages-after"],
      "properties": {
        "name": {"type": "string"},
        "pages-before": {"description": "0: it was not there.", "type": "integer", "minimum": 0},
        "pages-after": {"description": "0: it is not there any more.", "type": "integer", "minimum": 0}
      }
    }
  }
}
)json";
}

}  // namespace precis::build
