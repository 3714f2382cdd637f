// deck/record.h: what precis wrote into a deck, by slide and shape, so that the deck can be refreshed after people have
// edited it. Stage: shapes of slides -> RECORD -> a custom XML part of the deck -> deck/refresh.h.
//
// In: entries that deck/content.h makes of shapes. Out: the record as XML, and back.
// The record holds no words of the deck: texts, cells and series are hashes. What it names are values of the briefing
// with their printed numbers, exhibits' ids, and keys of slides, all of things that the deck shows.
// Units: hundredths of a millimetre, so that programs that round to them agree.
// Errors: an empty optional for XML that is no record.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace precis::deck {

inline constexpr std::string_view kRecordNamespace = "urn:precis:record:1";
inline constexpr std::string_view kFactsNamespace = "urn:precis:facts:1";

/// A bound number in a text.
struct Number {
    std::string value, text;  // the name of its fact or value; as printed
    std::size_t word = 0;     // of the text: the one in which it begins
    std::size_t offset = 0;   // bytes from that word's begin
    std::size_t words = 1;    // that it touches
    bool operator==(const Number&) const = default;
};

struct Box {
    int x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Box&) const = default;
};

/// A shape as it was written last. Hashes of nothing are 0.
struct ShapeRecord {
    enum class Kind { text, table, chart, group, picture, shape, notes };
    Kind kind = Kind::text;
    std::string name;           // of the shape; unique in its deck
    std::string place;          // the placeholder's type; empty: none
    std::string exhibit;        // its id; empty: of none
    std::uint32_t content = 0;  // of what it says
    std::uint32_t look = 0;     // of drawn shapes and charts: also of how it is drawn, exactly
    std::uint32_t alternative = 0;
    std::optional<std::uint32_t> offered;  // content of a later build that was left out because of an edit
    std::optional<Box> at;
    std::optional<Box> reach;          // of groups: around what is drawn in it; programs size the text in it anew
    std::vector<std::uint16_t> words;  // of a text with numbers: a hash for each word
    std::vector<Number> numbers;
    std::vector<std::vector<std::uint32_t>> cells;  // of a table: a hash for each, by row
    std::vector<std::uint32_t> series;              // of charts: a hash for each
    std::string axes;                               // of charts: ends and steps of their axes
    std::array<int, 4> balance{};  // of groups: sums over the shapes' places, which programs keep but for rounding
    bool gone = false;             // deleted by hand, or never taken over: it is not missed again
    bool operator==(const ShapeRecord&) const = default;
};

struct SlideRecord {
    std::string key;
    bool gone = false;
    std::vector<ShapeRecord> shapes;
    bool operator==(const SlideRecord&) const = default;
};

struct Record {
    std::string program, output, audience, language;
    std::vector<SlideRecord> slides;
    bool operator==(const Record&) const = default;
};

/// FNV-1a of 64 bits, folded.
[[nodiscard]] std::uint32_t hash_of(std::string_view bytes);

[[nodiscard]] std::string written(const Record& record);
/// Empty if the XML is no record of this version.
[[nodiscard]] std::optional<Record> read_record(const std::string& xml);

}  // namespace precis::deck
