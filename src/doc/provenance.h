// doc/provenance.h: where numbers come from, for the record that a document carries. Part of document.h.
// Stage: (3) bind -> DOC -> facts.json, manifest.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "data/notation.h"

namespace precis::doc {

/// What numbers rest on. Ids and names, each once, in order of use.
struct Provenance {
    std::string query;  // SQL on one line, without comments; empty: the numbers of facts
    std::vector<std::string> sources, facts, tables;
    std::vector<std::string> values;  // named values that it asks for
    std::vector<std::string> set;     // of all values behind it, those that were set for this build
    bool own_analysis = false;        // computed, not printed as published
    bool operator==(const Provenance&) const = default;
};

/// A number that a query or `--set` gave and that the document prints, or that such a number is made of.
struct NamedNumber {
    std::string name;  // of the value or metric; "later - earlier" of a change that a tile prints
    std::optional<double> number;
    std::string text;  // as the data have it
    std::string unit, period;
    data::Qualifier qualifier = data::Qualifier::none;
    data::Status status = data::Status::actual;
    std::vector<std::string> printed;  // its printed forms, each once; empty: only others are made of it
    Provenance from;
    bool operator==(const NamedNumber&) const = default;
};

}  // namespace precis::doc
