// deck/content.h: what a shape of a slide says, as an entry of the record.
// Stage: XML of a shape, written by precis or saved by another program -> CONTENT -> deck/record.h.
//
// The same functions describe a shape when it is written and when it is found again, so that an entry differs only if
// somebody has changed the shape. Looks do not count, and neither do the ways in which programs write the same thing:
// how runs are divided, white space, the order of attributes, the digits of equal numbers.
// Errors: none; a shape without content of its own (a slide's number) has no entry.
#pragma once
#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/record.h"

namespace precis::deck {

/// The root of the part that a relationship of the slide leads to; an empty node if it is no XML.
using XmlOf = std::function<pugi::xml_node(const std::string& id)>;
/// The bytes of such a part.
using BytesOf = std::function<std::string_view(const std::string& id)>;

/// The entry of a shape without its numbers. `exact`: also how it is drawn.
[[nodiscard]] std::optional<ShapeRecord> described(pugi::xml_node shape, const XmlOf& xml_of, const BytesOf& bytes_of);
/// The entry of a notes page's text.
[[nodiscard]] ShapeRecord described_notes(pugi::xml_node body);

/// Puts the numbers, names of values with their text in the order of the text, into the entry of a text.
void add_numbers(ShapeRecord& entry, pugi::xml_node body,
                 const std::vector<std::pair<std::string, std::string>>& numbers);

/// The text of a body: paragraphs divided by line feeds, white space of each collapsed.
[[nodiscard]] std::string text_of(pugi::xml_node body);
/// The body of notes on a notes page; an empty node if it has none.
[[nodiscard]] pugi::xml_node notes_body(pugi::xml_node notes);
/// `<p:cNvPr>` of any kind of shape.
[[nodiscard]] pugi::xml_node name_node(pugi::xml_node shape);
/// Its place: `<a:xfrm>` or `<p:xfrm>`; may be empty.
[[nodiscard]] pugi::xml_node place_node(pugi::xml_node shape);
/// The `<c:chart>` of a graphic frame, whose r:id leads to the chart's part.
[[nodiscard]] pugi::xml_node chart_reference(pugi::xml_node frame);
[[nodiscard]] std::optional<Box> box_of(pugi::xml_node shape);
/// Whether two places are the same but for rounding.
[[nodiscard]] bool same_place(const Box& a, const Box& b);

/// A word of a text; punctuation around words is words of its own.
struct Word {
    std::size_t begin = 0, end = 0;  // bytes
};
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

/// The series of a chart in the order of the file, without those that only carry labels.
[[nodiscard]] std::vector<pugi::xml_node> series_of(pugi::xml_node chart_space);
[[nodiscard]] bool carries_labels_only(pugi::xml_node series);
[[nodiscard]] std::string name_of_series(pugi::xml_node series);
[[nodiscard]] std::uint32_t hash_of_series(pugi::xml_node series);
/// Ends and steps of the axes that have some.
[[nodiscard]] std::string axes_of(pugi::xml_node chart_space);
[[nodiscard]] std::uint32_t exact_hash(pugi::xml_node node);

}  // namespace precis::deck
