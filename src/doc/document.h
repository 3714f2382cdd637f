// doc/document.h: the bound document of one output for one audience: words, numbers and exhibits, all decided.
// Stage: (3) bind -> DOC -> chart, layout. Nothing is left to look up but page numbers.
//
// A document has a masthead, parts in named fields, and lists that parts refer to: sources by number, footnotes by
// index. Parts hold blocks; blocks hold inlines. A closed set is a variant, visited without a catch-all.
// All texts are as printed: typography is set, numbers are formatted in the document's language.
// Numbers of exhibits are kept beside their printed text, unrounded, for drawing. Vectors that pair with another have
// its size or are empty. Lengths are points, days count from 1970-01-01, dates are ISO 8601 unless "as printed".
// Every block, exhibit and run of words has the span of the author's source that it comes from, where there is one.
// A default value is valid and empty. Pure data: no function here can fail.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/compiled_once.h"
#include "diag/diagnostic.h"
#include "doc/exhibit.h"
#include "doc/inlines.h"
#include "doc/lookup.h"
#include "vocabulary/part.h"
#include "vocabulary/progress.h"

namespace precis::doc {

struct Block;
struct Paragraph {
    Inlines inlines;
    diag::Span span;
    bool operator==(const Paragraph&) const = default;
};
struct Heading {  // inside a body; level 1 is one below the section's
    int level = 1;
    Inlines inlines;
    std::string anchor{};  // bookmarks aim at it; empty: none
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
    bool mentioned = false;  // behind the first block of the body that refers to it; false: nothing there does
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
    bool is_words = false;    // `number` holds words
    std::vector<std::optional<double>> trend;
    diag::Span span;
    std::string value = {};  // the name of the number's fact or value
    bool operator==(const KeyFigure&) const = default;
};

/// A slide that its section asks for.
struct SlideChoice {
    struct Column {  // comparison
        Inlines title, lead;
        std::vector<Inlines> points;
        std::vector<std::optional<vocabulary::Progress>> progress;  // of each point
        bool operator==(const Column&) const = default;
    };
    std::string kind;                   // of the layout
    Inlines headline;                   // the slide's own, else the section's
    std::vector<std::size_t> exhibits;  // indices into Section::exhibits
    std::vector<Inlines> points;
    std::vector<KeyFigure> key_figures;
    std::vector<Column> columns;
    Inlines takeaway;
    std::string speaker_notes, sticker;
    diag::Span span;
    bool operator==(const SlideChoice&) const = default;
};

struct Section {
    std::string id;  // anchor
    Inlines title;
    std::string short_title;  // for running heads
    Inlines headline;
    std::optional<KeyFigure> figure;  // of its row in a deck's agenda; none: the author names none
    int level = 1;
    std::vector<Block> body;  // every exhibit of the section has its place in here
    std::vector<Exhibit> exhibits;
    std::vector<Inlines> points;
    Inlines takeaway;
    std::vector<Aside> asides;
    std::string speaker_notes, sticker;
    std::vector<SlideChoice> slides;  // empty: the layout's choice
    std::vector<Section> sections;
    std::vector<std::string> because;  // codes of warnings that its author has answered
    diag::Span span;
    bool operator==(const Section&) const = default;
};

/// A finding, a recommendation (with `to`), a thing to watch (with `by`).
struct Item {
    Inlines text;
    std::string to;
    std::string by;  // a date as printed
    std::string by_iso = {};
    diag::Span span;
    std::string figure = {};  // of a finding: the number that its author wants large; empty: the layout chooses
    std::optional<vocabulary::Progress> progress = {};  // of a point under a step
    std::optional<std::size_t> subject = {};            // which of the bound words in `text` its claim is about, from 0
    bool operator==(const Item&) const = default;
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
    std::string watermark;  // over each page; empty: none
    diag::Span watermark_span;
    int first_page = 1;  // the number of the first page
    std::vector<Author> authors;
    std::vector<std::string> keywords;
    // parts
    std::vector<Block> summary, foreword, method, disclosure, about;
    std::vector<KeyFigure> key_figures;
    std::vector<Item> findings, recommendations, watch, related;
    std::vector<Section> sections, appendix;
    std::vector<Section> changes;         // one, in layouts that show the part: what changed since the last edition
    std::vector<GlossaryEntry> glossary;  // in alphabetical order
    std::vector<Exhibit> exhibits;        // of the part `exhibits`: copies of the sections', the lead first
    std::vector<SourceEntry> sources;
    std::vector<std::vector<Block>> footnotes;
    std::vector<IndexEntry> index;                             // in alphabetical order
    std::map<vocabulary::Part, Inlines> headlines, takeaways;  // on slides
    std::string lead;                  // id of the exhibit that a one-pager shows; empty: the first
    std::vector<std::string> facts;    // ids of those shown, in order of use, each once
    std::vector<NamedNumber> numbers;  // of queries and `--set`, in order of use, each once
    std::vector<Accepted> accepted;    // in order, each once
    diag::Span span;
    bool operator==(const Document&) const = default;
};

}  // namespace precis::doc
