// spec/texts.h: texts and tiles, with what their authors say about them. Inside the room.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/project.h"
#include "vocabulary/progress.h"
#include "vocabulary/sets.h"

namespace precis::spec {

/// On any block: who sees it, when, and whether it may be dropped (docs/design/language.md#blocks).
struct Conditions {
    std::vector<Text> audiences;               // `for`; empty: all
    std::vector<Text> outputs;                 // `only-in`; empty: all
    std::optional<Text> when;                  // SQL
    std::optional<vocabulary::Medium> medium;  // absent: both
    std::optional<int> optional;               // 1 … 9; 1 is dropped first
    std::map<std::string, Text> because;       // warning code -> reason
    bool operator==(const Conditions&) const = default;
};

/// SQL conditions that must hold, and the text for when they do not (docs/design/language.md#claims).
struct Claim {
    std::vector<Text> conditions;
    std::optional<Text> otherwise;
    bool operator==(const Claim&) const = default;
};

/// The number shown large beside a finding.
struct LargeFigure {
    Text value;  // the name of a fact or value
    std::optional<Text> format;
    bool operator==(const LargeFigure&) const = default;
};

/// A text, with what a list of texts may say about it.
struct TextItem {
    Text text;
    std::optional<Text> short_text;
    std::optional<LargeFigure> key_figure;         // findings
    std::optional<Text> to;                        // recommendations
    std::optional<Text> by;                        // watch: a date as written
    std::optional<vocabulary::Progress> progress;  // points of a slide's columns
    Claim claim;
    Conditions conditions;
    bool operator==(const TextItem&) const = default;
};

/// A tile.
struct KeyFigure {
    Text value;  // the name of a fact or value
    std::optional<Text> label, detail, format, change_from, trend;
    diag::Span margin;  // of the key that asks for it; none: not asked
    Conditions conditions;
    diag::Span span;
    bool operator==(const KeyFigure&) const = default;
};

}  // namespace precis::spec
