// doc/document.h: the bound document of one output for one audience: words, numbers and exhibits, all decided.
// Stage: (3) bind -> DOC -> chart, layout. Nothing is left to look up but page numbers.
//
// A document has a masthead, parts in named fields, and lists that parts refer to: sources by number, footnotes by
// index. Parts hold blocks; blocks hold inlines. A closed set is a variant, visited without a catch-all.
// All texts are printed as they stand: typography is set, numbers are formatted in the document's language.
// Numbers of exhibits are kept beside their printed text, unrounded, for drawing. Vectors that pair with another have
// its size or are empty. Lengths are points, days count from 1970-01-01, dates are ISO 8601 unless "as printed".
// Every block, exhibit and run of words has the span of the author's source that it comes from, where there is one.
// A default value is valid and empty. Pure data: no function here can fail.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/compiled_once.h"
#include "data/notation.h"
#include "diag/diagnostic.h"
#include "doc/annotation.h"

namespace precis::doc {

// ---- running text -------------------------------------------------------------------------------------------------

/// A run of words in one look.
struct Words {
    std::string text;  // quotes, dashes and spaces are typographic
    bool strong = false, emphasis = false, code = false;
    bool bound = false;  // from a `{{ }}`: a number is not broken from its unit
    std::string link;    // address; empty: none
    diag::Span span;
    bool operator==(const Words&) const = default;
};
/// Numbers of sources, printed as a superscript behind the words before it.
struct Citation {
    std::vector<int> numbers;  // ascending, from 1
    bool operator==(const Citation&) const = default;
};
/// "Figure 2", "page 4" …: bind sets the text, layout fills in page numbers.
struct Reference {
    std::string text;    // with {page} in place of a page number
    std::string target;  // anchor of an exhibit or section
    bool operator==(const Reference&) const = default;
};
/// The mark of the footnote Document::footnotes[index].
struct FootnoteMark {
    int index = 0;
    bool operator==(const FootnoteMark&) const = default;
};
struct LineBreak {
    bool operator==(const LineBreak&) const = default;
};
struct Inline : std::variant<Words, Citation, Reference, FootnoteMark, LineBreak> {
    using variant::variant;
    PRECIS_COMPILED_ONCE(Inline);
    bool operator==(const Inline& other) const;
};
using Inlines = std::vector<Inline>;

/// The words and references without citations, footnote marks and looks; a line break is a space.
[[nodiscard]] std::string plain_text(const Inlines& inlines);

// ---- exhibits -----------------------------------------------------------------------------------------------------

/// A value of a chart or table, with what must travel with it.
struct Value {
    std::optional<double> number;  // empty: a text, or not published
    std::string text;              // as printed in charts and tables: `>600`, `43.5`, `–`; without the axis's unit
    std::string category;          // as printed, where the value is a category or a date
    data::Qualifier qualifier = data::Qualifier::none;
    data::Status status = data::Status::actual;
    std::vector<std::optional<double>> series;  // a sparkline's numbers
    bool operator==(const Value&) const = default;
};

/// The qualifier as charts, tables and tiles print it: ">", "≈" …; empty for exact and unqualified numbers and ranges.
[[nodiscard]] std::string sign_of(data::Qualifier qualifier);

/// How the numbers of an axis are printed.
struct AxisFormat {
    std::string unit;    // "percent", "pp", "USD", "people" …; empty: none
    std::string symbol;  // "%", " pp", "$" as printed behind or before the number
    bool symbol_before = false;
    int decimals = -1;  // -1: by the ticks
    bool compact = false;
    bool operator==(const AxisFormat&) const = default;
};

/// A channel of a chart beyond categories × series: an entry for each data row.
struct ChannelData {
    std::string label;
    AxisFormat format;
    bool is_number = false, is_time = false;
    std::string scale = "linear";
    std::vector<Value> values;
    bool operator==(const ChannelData&) const = default;
};

/// A period on a time axis, in days since 1970-01-01; the end is exclusive.
struct Period {
    double begin_day = 0, end_day = 0;
    bool operator==(const Period&) const = default;
};

/// Tidy rows, ready to draw: point i of every series pairs with categories[i].
struct Chart {
    std::string type;  // bar, column, line, area, dot, dumbbell, timeline … (docs/design/language.md#exhibits)
    struct Series {
        std::string name;              // empty if it is the only one
        std::vector<Value> values;     // pairs with Chart::categories
        std::vector<Value> low, high;  // empty, or pairs
        bool highlighted = false;
        int voice = 0;           // if highlighted: 1 for the first that the author names …; 0: in the series' order
        std::string panel = {};  // if panels have several series each; else a panel has its series' name
        bool operator==(const Series&) const = default;
    };
    std::vector<std::string> categories;        // as printed
    std::vector<std::string> category_keys;     // as in the data: `2026-Q2`
    std::vector<std::string> category_details;  // empty, or pairs: a smaller second line
    std::vector<Period> periods;                // empty, or pairs: a time axis
    std::vector<bool> category_highlighted;     // empty, or pairs
    std::vector<Series> series;
    AxisFormat format;                        // of the value axis
    std::string category_label, value_label;  // titles of the axes, mostly empty
    std::string stack = "none";               // none, total, percent, diverging, stream
    std::string labels = "auto", legend = "direct", scale = "linear";
    std::vector<double> domain, cut;  // of the value axis: empty or two ends; cut: the stretch that it leaves out
    int year_begins = 1;              // time axes: the month in which a year begins
    bool data_row = false, totals = false;
    std::vector<bool> category_total;  // empty, or pairs: sums among changes (waterfall)
    int bins = 0;
    struct Facets {
        int across = 0;  // panels in a row; 0: the chart chooses
        bool free_scales = false;
        std::vector<std::string> highlighted;  // panels of several series that the author names
        bool operator==(const Facets&) const = default;
    };
    std::optional<Facets> facets;  // a panel for each series, or for each Series::panel
    std::vector<Annotation> annotations;
    std::vector<ChannelData> extra;        // color, size, text … of forms beyond categories × series
    std::vector<std::string> extra_names;  // pairs with extra: the channels' names
    std::optional<Period> as_of;           // timeline: the briefing's date
    bool operator==(const Chart&) const = default;
};

/// A column of a table.
struct TableColumn {
    std::string label, over, note;
    enum class Show { text, bar, heat, sparkline, arrow, dot } show = Show::text;
    bool numeric = false;  // right-aligned on the decimal point
    std::optional<double> width;
    std::string unit_symbol;
    bool operator==(const TableColumn&) const = default;
};
struct Table {
    std::vector<TableColumn> columns;
    struct Row {
        enum class Kind { body, group, total } kind = Kind::body;
        std::vector<Value> cells;  // pairs with columns; a group row has its title first
        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    bool operator==(const Table&) const = default;
};

struct Picture {
    std::string path;  // absolute
    bool decorative = false;
    bool operator==(const Picture&) const = default;
};

using ExhibitContent = std::variant<Chart, Table, Picture>;

/// A numbered figure or table.
struct Exhibit {
    std::string id;      // `fig:…`, the anchor
    std::string number;  // "Figure 2"
    Inlines title, subtitle, note;
    Inlines source;    // "Futurum Group, AI Platforms … [2]; own analysis"
    std::string base;  // "n = 820 respondents"; empty: none
    std::string alternative;
    ExhibitContent content;
    bool full_width = false;
    std::optional<double> height;
    std::string sticker;
    std::vector<std::string> because;  // codes of warnings that the author has answered
    diag::Span span;
    PRECIS_COMPILED_ONCE(Exhibit);
    bool operator==(const Exhibit& other) const;
};

// ---- blocks -------------------------------------------------------------------------------------------------------

struct Block;
struct Paragraph {
    Inlines inlines;
    diag::Span span;
    bool operator==(const Paragraph&) const = default;
};
struct Heading {  // inside a body; level 1 is one below the section's
    int level = 1;
    Inlines inlines;
    bool operator==(const Heading&) const = default;
};
struct List {
    bool ordered = false;
    int start = 1;
    std::vector<std::vector<Block>> items;
    std::vector<Inlines> terms;  // of a definition list: pairs with items, which say what they mean
    bool operator==(const List&) const;
};
struct Quote {
    std::vector<Block> blocks;
    bool operator==(const Quote&) const;
};
struct Code {
    std::string text, language;
    bool operator==(const Code&) const = default;
};
struct Rule {
    bool operator==(const Rule&) const = default;
};
/// The place of an exhibit: an index into Section::exhibits.
struct ExhibitPlace {
    std::size_t index = 0;
    bool operator==(const ExhibitPlace&) const = default;
};
struct BlockContent : std::variant<Paragraph, Heading, List, Quote, Code, Rule, ExhibitPlace> {
    using variant::variant;
    PRECIS_COMPILED_ONCE(BlockContent);
    bool operator==(const BlockContent& other) const;
};
struct Block {
    BlockContent content;
    bool operator==(const Block&) const = default;
};
inline bool List::operator==(const List& o) const {
    return ordered == o.ordered && start == o.start && items == o.items && terms == o.terms;
}
inline bool Quote::operator==(const Quote& o) const {
    return blocks == o.blocks;
}

struct Aside {
    Inlines title;
    std::vector<Block> body;
    bool operator==(const Aside&) const = default;
};

/// A tile.
struct KeyFigure {
    std::string sign;    // ">" or empty, printed smaller before the number
    std::string number;  // "600", "43.5", "$1.5"
    std::string unit;    // "%", "million" …, printed smaller behind it
    Inlines label;
    Inlines detail;  // "March 2026, n = 820" with its citation
    data::Status status = data::Status::actual;
    std::string status_word;  // "Forecast" …; empty for actual numbers
    std::vector<std::optional<double>> trend;
    diag::Span span;
    bool operator==(const KeyFigure&) const = default;
};

/// A slide that its section asks for.
struct SlideChoice {
    struct Column {  // comparison
        Inlines title;
        std::vector<Inlines> points;
        bool operator==(const Column&) const = default;
    };
    std::string kind;                   // of the layout
    Inlines headline;                   // the slide's own, else the section's
    std::vector<std::size_t> exhibits;  // indices into Section::exhibits
    std::vector<Inlines> points;
    std::vector<KeyFigure> key_figures;
    std::vector<Column> columns;
    Inlines takeaway;
    std::string speaker_notes;
    diag::Span span;
    bool operator==(const SlideChoice&) const = default;
};

struct Section {
    std::string id;  // anchor
    Inlines title;
    std::string short_title;  // for running heads
    Inlines headline;
    int level = 1;
    std::vector<Block> body;  // every exhibit of the section has its place in here
    std::vector<Exhibit> exhibits;
    std::vector<Inlines> points;
    Inlines takeaway;
    std::vector<Aside> asides;
    std::string speaker_notes, sticker;
    std::vector<SlideChoice> slides;  // empty: the layout's choice
    std::vector<Section> sections;
    diag::Span span;
    bool operator==(const Section&) const = default;
};

/// A finding, a recommendation (with `to`), a thing to watch (with `by`).
struct Item {
    Inlines text;
    std::string to;
    std::string by;  // a date as printed
    diag::Span span;
    bool operator==(const Item&) const = default;
};

struct SourceEntry {
    int number = 0;
    std::string id;  // empty: not a source, but our own numbers ("own analysis of …")
    Inlines text;    // the citation: publisher, title, date, "as cited in 6"
    std::string caveat;
    std::vector<std::string> facts;  // ids of its facts, in order of use
    bool operator==(const SourceEntry&) const = default;
};

/// A doubt that the author has answered: a warning silenced by `because:`.
struct Accepted {
    std::string code, reason;
    bool operator==(const Accepted&) const = default;
};

struct Document {
    // masthead and metadata
    Inlines title, subtitle;
    std::string short_title, document_type, edition, classification, publisher;
    std::string date_iso, date;  // `2026-08-31`; "31 August 2026"
    std::string audience, audience_title, output, language = "en-GB";
    std::vector<std::string> authors, keywords;
    // parts
    std::vector<Block> summary, foreword, method, disclosure, about;
    std::vector<KeyFigure> key_figures;
    std::vector<Item> findings, recommendations, watch, related;
    std::vector<Section> sections, appendix;
    std::vector<Exhibit> exhibits;  // of the part `exhibits`: copies of the sections', the lead first
    std::vector<SourceEntry> sources;
    std::vector<std::vector<Block>> footnotes;
    std::map<std::string, Inlines> headlines, takeaways;  // on slides: part -> words
    std::string lead;                                     // id of the exhibit that a one-pager shows; empty: the first
    std::vector<std::string> facts;                       // ids of those shown, in order of use, each once
    std::vector<Accepted> accepted;                       // in order, each once
    diag::Span span;
    bool operator==(const Document&) const = default;
};

}  // namespace precis::doc
