// vocabulary/looks_sets.h: the closed sets of layouts: arrangements, pieces, rules of type, words that are built in.
// layout_keys.h declares the keys. The first word of a set is the default, unless the key says otherwise.
#pragma once
#include "vocabulary/closed_set.h"

namespace precis::vocabulary {

// Parts.
enum class Arrange { stack, row, strip, columns, flow, blocks, pairs, table, run, fill, facts, ledger };
enum class BreakBefore { page, section };
enum class Photos { round, square };
enum class SectionPiece { title, headline, body, asides, exhibits, points, takeaway, sections, sticker };
enum class ExhibitPiece { number, title, subtitle, plot, base, note, source, sticker };
// Pages and slides.
enum class PageSize { a3, a4, a5, letter, legal, slide_16x9, slide_4x3 };
enum class Orientation { portrait, landscape };
enum class MasterName { page, first, left, right, landscape };
enum class SlotName {
    wordmark,
    date,
    title,
    subtitle,
    picture,
    caption,
    number,
    headline,
    tracker,
    sticker,
    findings,
    actions,
    agenda,
    path,
    figures,
    exhibit,
    table,
    crowd,
    points,
    steps,
    people,
    columns,
    text,
    dates,
    cards,
    glossary,
    authors,
    sources,
    takeaway,
    source
};
enum class Transition { none, fade, push, wipe, cover, split, dissolve };
enum class Overflow { continues, fails };
enum class TextAlign { left, center, right, justify };
enum class Figures { unset, lining, oldstyle, tabular };
enum class WeightRole { regular, medium, strong, display };
// Exhibits and sources.
enum class TableRules { rows, none };
enum class Numbering { figures_and_tables, exhibits };
enum class Citations { numbers, footnotes, none };
enum class NotesPlace { page, end };
enum class Rung { drop_optional, tighten, short_wording };
// Words in double braces that come from the document or the page.
enum class BuiltIn {
    title,
    subtitle,
    short_title,
    document_type,
    date,
    edition,
    audience,
    output,
    publisher,
    classification,
    section,
    page,
    pages,
    wordmark
};

enum class Paper { a4, letter };

struct PageSizeRow : Word {
    double width = 0, height = 0;  // points
};
struct SlotRow : Word {
    bool panel = false;  // it may have a ground of its own
};
struct BuiltInRow : Word {
    bool of_page = false;  // known in headers and footers alone
};

template <>
struct Rows<Paper> : OfWords {
    static constexpr std::string_view set = "paper";
    static std::span<const Word> all();
};
template <>
struct Rows<Arrange> : OfWords {
    static constexpr std::string_view set = "arrange";
    static std::span<const Word> all();
};
template <>
struct Rows<BreakBefore> : OfWords {
    static constexpr std::string_view set = "break-before";
    static std::span<const Word> all();
};
template <>
struct Rows<Photos> : OfWords {
    static constexpr std::string_view set = "photos";
    static std::span<const Word> all();
};
template <>
struct Rows<SectionPiece> : OfWords {
    static constexpr std::string_view set = "section";
    static std::span<const Word> all();
};
template <>
struct Rows<ExhibitPiece> : OfWords {
    static constexpr std::string_view set = "exhibit";
    static std::span<const Word> all();
};
template <>
struct Rows<PageSize> {
    using Row = PageSizeRow;
    static constexpr std::string_view set = "size";
    static std::span<const PageSizeRow> all();
};
template <>
struct Rows<Orientation> : OfWords {
    static constexpr std::string_view set = "orientation";
    static std::span<const Word> all();
};
template <>
struct Rows<MasterName> : OfWords {
    static constexpr std::string_view set = "masters";
    static std::span<const Word> all();
};
template <>
struct Rows<SlotName> {
    using Row = SlotRow;
    static constexpr std::string_view set = "slot";
    static std::span<const SlotRow> all();
};
template <>
struct Rows<Transition> : OfWords {
    static constexpr std::string_view set = "transition";
    static std::span<const Word> all();
};
template <>
struct Rows<Overflow> : OfWords {
    static constexpr std::string_view set = "overflow";
    static std::span<const Word> all();
};
template <>
struct Rows<TextAlign> : OfWords {
    static constexpr std::string_view set = "text-align";
    static std::span<const Word> all();
};
template <>
struct Rows<Figures> : OfWords {
    static constexpr std::string_view set = "figures";
    static std::span<const Word> all();
};
template <>
struct Rows<WeightRole> : OfWords {
    static constexpr std::string_view set = "weights";
    static std::span<const Word> all();
};
template <>
struct Rows<TableRules> : OfWords {
    static constexpr std::string_view set = "rules";
    static std::span<const Word> all();
};
template <>
struct Rows<Numbering> : OfWords {
    static constexpr std::string_view set = "numbering";
    static std::span<const Word> all();
};
template <>
struct Rows<Citations> : OfWords {
    static constexpr std::string_view set = "citations";
    static std::span<const Word> all();
};
template <>
struct Rows<NotesPlace> : OfWords {
    static constexpr std::string_view set = "footnotes";
    static std::span<const Word> all();
};
template <>
struct Rows<Rung> : OfWords {
    static constexpr std::string_view set = "fit";
    static std::span<const Word> all();
};
template <>
struct Rows<BuiltIn> {
    using Row = BuiltInRow;
    static constexpr std::string_view set = "built-in";
    static std::span<const BuiltInRow> all();
};

}  // namespace precis::vocabulary
