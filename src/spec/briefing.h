// spec/briefing.h: a briefing as its author wrote it, typed, every text with its place in the file.
// Stage: (1) yaml -> SPEC -> bind.
//
// In: a YAML file and the project it belongs to. Out: a Briefing and diagnostics. Keys, kinds, closed sets of words,
// dates, lengths, ids and paths are checked here; names, formats and SQL are texts until bind. Cost: linear in the
// file. Lengths are points, dates ISO 8601 texts. A default value is valid and empty; an optional is empty if the
// author left the key out. A faulty part is reported and left empty; the rest is kept, so that one run finds all
// faults. The meaning of each key is in docs/design/language.md, by its name; comments here name only what differs.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diag/diagnostic.h"
#include "spec/map_keys.h"
#include "spec/project.h"
#include "spec/texts.h"
#include "vocabulary/form.h"
#include "vocabulary/format.h"

namespace precis::spec {

/// A channel: a column's name, or a mapping with more (docs/design/language.md#channels).
struct Channel {
    Text column;
    std::vector<Text> keys;  // as written, to refuse those without use at their place
    std::optional<Text> label, format, unit;
    std::optional<vocabulary::Scale> scale;
    std::vector<Text> domain, break_at;
    std::optional<vocabulary::PanelScales> scales;  // facet
    std::optional<int> across;                      // facet
    std::optional<int> year_begins;                 // x: a month, 1 … 12
    std::optional<Text> title, step;                // x, y: of the axis; a number, or "5 years"
    std::optional<vocabulary::AxisSide> side;       // x, y
    diag::Span side_span;
    bool operator==(const Channel&) const = default;
};

struct FactRef {
    Text name;
    std::optional<Text> label;
    bool operator==(const FactRef&) const = default;
};

struct TableColumn {
    Text column;
    std::optional<Text> label, format, unit, note;
    std::optional<Text> notes_from;          // the column that holds the notes of its cells
    std::optional<Text> stamp, stamp_state;  // the columns that hold the words of its stamps and what they tell
    std::vector<Text> over;                  // the uppermost first
    std::optional<vocabulary::Show> show;
    std::optional<vocabulary::Align> align;
    std::optional<vocabulary::Total> total;
    std::optional<vocabulary::PanelScales> scales;  // sparklines; absent: months of a group share theirs
    std::optional<double> width_pt;
    bool operator==(const TableColumn&) const = default;
};

/// A table's columns that come from the data: one for each value of a column, or of several inside each other.
struct Pivot {
    std::vector<Text> columns;  // the outermost first
    TableColumn value;          // the cells below them, with a look for all
    std::vector<Text> order;    // of the innermost values; empty: as they first appear
    diag::Span span;
    bool operator==(const Pivot&) const = default;
};

struct Annotation {
    using Kind = vocabulary::AnnotationKind;
    Kind kind = Kind::line;
    std::vector<Text> ends;                  // cagr, difference, band: two
    std::optional<Text> x, y, series, text;  // text: also `label`; ratio: y is the number; band: x is empty but set
                                             // if its ends are along x
    bool each_series = false;                // cagr: `each: series`; difference: `each: category`
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
    Text form;                              // chart: the word of its form; image: its path; table: empty
    std::optional<vocabulary::Form> chart;  // empty: no chart, or a faulty word
    Text title;
    std::optional<Text> subtitle, base, note, source, alt, sticker, label;
    bool decorative = false;
    vocabulary::Width width = vocabulary::Width::column;
    double crop = 0;  // image: width to height; 0: not cut
    vocabulary::Fit fit = vocabulary::Fit::contain;
    vocabulary::Focus focus = vocabulary::Focus::center;
    std::optional<Text> credit;
    diag::Span margin;  // of the key that asks for it; none: not asked
    std::optional<double> height_pt;
    // data: one of these three
    std::optional<Text> query;
    vocabulary::WithheldRows withheld = vocabulary::WithheldRows::refuse;
    std::vector<FactRef> facts;
    std::vector<InlineRow> rows;
    // charts
    std::map<vocabulary::Channel, std::vector<Channel>> channels;  // those that the form takes
    std::vector<Text> highlight, totals;
    std::optional<vocabulary::Stack> stack;
    std::optional<vocabulary::Labels> labels;
    std::optional<vocabulary::Legend> legend;
    std::optional<vocabulary::Sort> sort;
    std::optional<vocabulary::Gaps> gaps;
    vocabulary::Rounding rounding = vocabulary::Rounding::each;
    std::optional<bool> lying;
    int dots = 0;  // beside each other; 0: columns
    diag::Span sort_span, gaps_span, lying_span, totals_span, labels_span, rounding_span, dots_span;
    std::optional<int> bins;
    MapKeys map;
    bool data_row = false;
    std::vector<Annotation> annotations;
    // tables
    bool all_columns = false;
    std::vector<TableColumn> columns;
    std::vector<Text> groups;  // the outermost first
    vocabulary::UnitPlace units = vocabulary::UnitPlace::cells;
    std::optional<Pivot> pivot;
    bool carries = false;       // sums go on from page to page
    std::vector<Text> carried;  // columns whose sums do; empty: all that have one
    diag::Span carry_span;
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
    std::optional<Text> lead;  // steps
    std::vector<TextItem> points;
    bool operator==(const SlideColumn&) const = default;
};
struct SlideChoice {
    Text kind;
    std::optional<Text> headline, takeaway, speaker_notes, sticker;
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
    std::optional<KeyFigure> key_figure;
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
    Text query;                                            // SQL; `SELECT` may be left out
    std::vector<std::pair<std::string, Text>> translated;  // audience, empty: any -> words for a result that is a text
    std::optional<Text> unit, period, label, source;
    std::optional<vocabulary::Qualifier> qualifier;
    std::optional<vocabulary::Status> status;
    bool may_be_set = false;  // by --set, without a warning
    std::map<std::string, Text> because;
    bool operator==(const NamedValue&) const = default;
};

/// A format that an output names.
struct FormatChoice {
    vocabulary::Format format = vocabulary::Format::pdf;
    diag::Span span;
    bool operator==(const FormatChoice&) const = default;
};

/// Where the password of encrypted files is kept: one of the two. The password itself is never in a briefing.
struct Encryption {
    std::optional<Text> password_env;   // the name of an environment variable
    std::optional<Text> password_file;  // a path, relative to the briefing's folder
    diag::Span span;
    bool operator==(const Encryption&) const = default;
};

struct Output {
    Text name;
    std::optional<Text> layout, brand;
    std::optional<Text> deck_template;  // `template`: a path, relative to the briefing's folder
    std::vector<FormatChoice> formats;  // empty: pdf
    std::vector<Text> audiences;        // `for`; empty: all
    std::vector<Text> languages;        // empty: the briefing's own
    std::optional<int> pages_min, pages_max;
    diag::Span pages_span;
    std::optional<Encryption> encrypt;
    bool linearize = false;
    bool print = false;  // colours in inks
    diag::Span print_span;
    std::optional<Text> watermark;  // instead of the briefing's; `none`: without
    int first_page = 1;             // the number of the first page
    std::optional<Text> url;        // of the web edition
    diag::Span span;
    bool operator==(const Output&) const = default;
};

/// A term of the glossary.
struct GlossaryEntry {
    Text term, definition;
    std::vector<Text> also;  // further forms of the term
    Conditions conditions;
    diag::Span span;
    bool operator==(const GlossaryEntry&) const = default;
};

/// One of `authors`: a name, or a mapping with more.
struct Author {
    Text name;
    std::optional<Text> role, email;
    std::optional<Text> photo;  // a path, relative to the briefing's folder
    bool operator==(const Author&) const = default;
};

/// A condition of which a build tells its maker.
struct Alert {
    Text when, say;               // SQL; words with names of values
    std::vector<Text> audiences;  // `for`; empty: all
    bool operator==(const Alert&) const = default;
};

/// One file. Its parts are explained in docs/design/language.md#parts.
struct Briefing {
    std::filesystem::path path;  // of the file, absolute
    std::string slug;
    diag::Span slug_span;  // no place: the slug is made from a name
    Text title;
    std::optional<Text> date;  // ISO 8601; absent: `--date` or SOURCE_DATE_EPOCH
    std::optional<Text> document_type, subtitle, short_title, edition, classification, language, model, brand;
    std::optional<Text> watermark;
    std::vector<Author> authors;
    std::vector<Text> keywords, names;
    std::optional<Text> for_each;  // SQL: an edition for each of its rows
    std::optional<Text> previous;  // a path: what the part `changes` compares with
    std::vector<Alert> alerts;
    std::vector<Text> leads;           // `lead`: ids of exhibits; the first that an output shows is its lead
    std::vector<Audience> audiences;   // defined in this file
    std::vector<Text> audience_names;  // or only named: defined by the project
    std::vector<Output> outputs;
    std::vector<NamedValue> values;
    std::vector<std::pair<Text, Text>> colors;  // a series or category of charts -> a colour or its name
    std::vector<TextItem> summary, findings, recommendations, watch, foreword, method, disclosure, related, about;
    std::vector<KeyFigure> key_figures;
    std::vector<GlossaryEntry> glossary;
    std::vector<Section> sections, appendix;
    std::vector<std::pair<vocabulary::Part, Text>> headlines, takeaways;  // on slides
    std::vector<vocabulary::Part> not_on_slides;                          // `on-slides: {part: false}`
    Claim claim;
    std::vector<std::pair<Text, Text>> words;  // key of a fixed word of the language -> the author's own
    std::filesystem::path translation;         // the file of its texts, if they are translated; `path` is the original
    std::map<std::string, std::string> words_of_data;  // of a translation
    diag::Source source;
    bool operator==(const Briefing&) const = default;
};

/// Reads a briefing's file, or that of a translation (spec/translation.h), which gives the original with other words.
/// Without a value only if the file is not a YAML mapping or lies outside the project.
/// Errors: those of translations; those of yaml::parse_file, unknown_key, missing_key, wrong_type, bad_slug, bad_value,
/// name_clash, key_conflict (two of `query`, `facts`, `rows`; two of `chart`, `table`, `image`; a key that the chart's
/// form does not take), chart_not_available (a form of a later version), alt_missing, file_outside_root, unknown_part,
/// wrong_version.
[[nodiscard]] diag::Result<Briefing> read(const std::filesystem::path& file, const Project& project);

}  // namespace precis::spec
