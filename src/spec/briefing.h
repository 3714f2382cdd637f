// spec/briefing.h: a briefing as its author wrote it, typed, every text with its place. Names are not looked up yet.
// Stage: (1) yaml -> SPEC -> bind.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diag/diagnostic.h"

namespace precis::spec {

using diag::Text;

/// On any block: who sees it, when, and what may give way (docs/design/language.md#blocks).
struct Conditions {
    std::vector<Text> audiences;          // `for`; empty: all
    std::optional<Text> when;             // SQL
    std::optional<Text> medium;           // "pages" or "slides"; absent: both
    std::optional<int> optional;          // 1 … 9, 1 goes first
    std::map<std::string, Text> because;  // warning code -> reason
    bool operator==(const Conditions&) const = default;
};

/// `claim:` (one or a list of SQL conditions) and `otherwise:`.
struct Claim {
    std::vector<Text> conditions;
    std::optional<Text> otherwise;
    bool operator==(const Claim&) const = default;
};

struct TextItem {
    Text text;
    std::optional<Text> short_text;
    std::optional<Text> to;  // recommendations
    std::optional<Text> by;  // watch: a date as written
    Claim claim;
    Conditions conditions;
    bool operator==(const TextItem&) const = default;
};

struct KeyFigure {
    Text value;  // a name
    std::optional<Text> label, detail, format, change_from, trend;
    Conditions conditions;
    diag::Span span;
    bool operator==(const KeyFigure&) const = default;
};

/// A channel as written: a column's name or a mapping (docs/design/language.md#channels).
struct Channel {
    Text column;
    std::optional<Text> label, format, unit, scale;
    std::vector<Text> domain, break_at;
    std::optional<Text> free_scales;  // facet: `scales`
    std::optional<int> across;        // facet
    std::optional<int> year_begins;   // x: a month
    bool operator==(const Channel&) const = default;
};

struct FactRef {
    Text name;
    std::optional<Text> label;
    bool operator==(const FactRef&) const = default;
};

struct TableColumn {
    Text column;
    std::optional<Text> label, format, unit, show, align, total, over, note;
    std::optional<double> width_pt;
    bool operator==(const TableColumn&) const = default;
};

struct Annotation {
    enum class Kind { cagr, difference, line, band, event, callout, trend, ratio } kind = Kind::line;
    std::vector<Text> ends;                  // cagr, difference: two; band: two
    std::optional<Text> x, y, series, text;  // text: also a label; ratio: y is the number; band: which axis, empty
    bool each_series = false;                // cagr: `each: series`
    diag::Span span;
    bool operator==(const Annotation&) const = default;
};

struct InlineRow {
    std::vector<std::pair<Text, Text>> cells;  // column -> text
    bool operator==(const InlineRow&) const = default;
};

struct Exhibit {
    Text id;
    enum class Kind { chart, table, image } kind = Kind::chart;
    Text form;  // chart: its type; image: its path; table: empty
    Text title;
    std::optional<Text> subtitle, note, source, alt, sticker, label;
    bool decorative = false;
    bool full_width = false;
    std::optional<double> height_pt;
    // data: one of
    std::optional<Text> query;
    std::vector<FactRef> facts;
    std::vector<InlineRow> rows;
    // charts
    std::map<std::string, std::vector<Channel>>
        channels;  // x, y, series, color, size, text, facet, status, low, high, line, target …
    std::vector<Text> highlight, totals;
    std::optional<Text> stack, labels, legend;
    std::optional<int> bins;
    bool data_row = false;
    std::vector<Annotation> annotations;
    // tables
    bool all_columns = false;
    std::vector<TableColumn> columns;
    std::optional<Text> group;
    Claim claim;
    Conditions conditions;
    diag::Span span;
    bool operator==(const Exhibit&) const = default;
};

struct Aside {
    Text title;
    std::vector<TextItem> body;
    Conditions conditions;
    bool operator==(const Aside&) const = default;
};

struct SlideColumn {
    Text title;
    std::vector<TextItem> points;
    bool operator==(const SlideColumn&) const = default;
};
struct SlideChoice {
    Text kind;
    std::optional<Text> headline, takeaway, speaker_notes;
    std::vector<Text> exhibits;
    std::vector<TextItem> points;
    std::vector<KeyFigure> key_figures;
    std::vector<SlideColumn> columns;  // comparison
    Conditions conditions;
    diag::Span span;
    bool operator==(const SlideChoice&) const = default;
};

struct Section {
    Text id;
    Text title;
    std::optional<Text> short_title, headline, takeaway, sticker, speaker_notes;
    std::vector<TextItem> body;
    std::optional<Text> short_body;
    std::vector<TextItem> points;
    std::vector<Exhibit> exhibits;
    std::vector<Aside> asides;
    std::vector<Section> sections;
    std::vector<SlideChoice> slides;
    Claim claim;
    Conditions conditions;
    diag::Span span;
    bool operator==(const Section&) const = default;
};

struct NamedValue {
    Text name;
    Text query;  // SQL; `SELECT` may be left out
    std::optional<Text> unit, qualifier, status, period, label, source;
    std::map<std::string, Text> because;
    bool operator==(const NamedValue&) const = default;
};

struct Audience {
    Text name;
    std::optional<Text> title, wording, language, classification;
    std::optional<Text> reach;  // public, clients, internal: how far what it reads may go
    std::vector<std::pair<Text, Text>> terms;
    std::vector<Text> exclude;  // parts
    bool operator==(const Audience&) const = default;
};

struct Output {
    Text name;
    std::optional<Text> layout, brand;
    std::vector<Text> formats;    // empty: pdf
    std::vector<Text> audiences;  // `for`; empty: all
    std::vector<Text> languages;
    std::optional<int> pages_min, pages_max;
    diag::Span pages_span;
    std::optional<Text> encrypt;
    bool linearize = false;
    diag::Span span;
    bool operator==(const Output&) const = default;
};

/// Parts of a briefing that are lists of texts are lists of TextItem; docs/design/language.md#parts has their meaning.
struct Briefing {
    std::filesystem::path path;  // of the file, absolute
    std::string slug;
    Text title;
    std::optional<Text> date;  // ISO 8601; absent: `--date` or SOURCE_DATE_EPOCH
    std::optional<Text> document_type, subtitle, short_title, edition, classification, language, model, brand, for_each;
    std::vector<Text> authors, keywords, names;
    std::vector<Text> leads;           // `lead`: the first that an output shows leads it
    std::vector<Audience> audiences;   // defined here
    std::vector<Text> audience_names;  // or named, defined by the project
    std::vector<Output> outputs;
    std::vector<NamedValue> values;
    std::vector<TextItem> summary, findings, recommendations, watch, foreword, method, disclosure, related, about;
    std::vector<KeyFigure> key_figures;
    std::vector<Section> sections, appendix;
    std::vector<std::pair<Text, Text>> headlines, takeaways;  // of parts, on slides
    Claim claim;
    std::optional<Text> translation_of;        // a translation: the texts alone, in the shape of that file
    std::vector<std::pair<Text, Text>> words;  // translation: words that come from data
    diag::Source source;
    bool operator==(const Briefing&) const = default;
};

/// The project file (`precis.yaml`), with its audiences read in.
struct Project {
    std::filesystem::path root;   // absolute; the folder of precis.yaml, else the current one
    std::vector<Text> briefings;  // glob patterns below the root
    std::filesystem::path model;  // absolute; empty: none named
    std::filesystem::path layouts, fonts, out, brand;
    std::vector<Audience> audiences;
    std::string language = "en-GB";
    std::vector<Text> names;
    bool strict = false;
    bool operator==(const Project&) const = default;
};

/// A briefing's file, typed; faults as diagnostics, and the briefing as far as it could be read.
/// Errors: those of yaml::parse_file, unknown_key, missing_key, wrong_type, bad_slug, bad_value, name_clash,
/// key_conflict (two of `query`, `facts`, `rows`; two of `chart`, `table`, `image`).
[[nodiscard]] diag::Result<Briefing> read(const std::filesystem::path& file, const Project& project);

/// The nearest `precis.yaml` upwards from `start`; without one, a project whose root is `fallback_root`.
/// Paths in it are made absolute; a briefing's `model:` absent, `data/model.yaml` below the root is meant.
[[nodiscard]] diag::Result<Project> find_project(const std::filesystem::path& start,
                                                 const std::filesystem::path& fallback_root);

/// Files that the project's `briefings:` patterns match, sorted.
[[nodiscard]] std::vector<std::filesystem::path> briefing_files(const Project& project);

}  // namespace precis::spec
