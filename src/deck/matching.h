// deck/matching.h: which shape of an edited deck is which of its record, and which entry of the record is which of a
// new build. Private to the room.
//
// Shapes are found by their names, which PowerPoint and LibreOffice keep, wherever they are now; placeholders, whose
// names LibreOffice replaces, by their kind on the slide on which most others were found; the rest by what they say.
#pragma once
#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "deck/content.h"
#include "deck/package.h"
#include "deck/record.h"

namespace precis::deck {

struct EntryPlace {
    std::size_t slide = 0, shape = 0;
    auto operator<=>(const EntryPlace&) const = default;
};

struct FoundShape {
    pugi::xml_node node;
    ShapeRecord now;
    std::optional<EntryPlace> entry;  // nothing: precis did not write it
};

struct FoundSlide {
    std::string path, notes;          // parts; notes: empty if it has none
    std::optional<std::size_t> home;  // the entry of the record
    std::vector<FoundShape> shapes;
};

/// The functions that content.h asks for, for a slide's part.
[[nodiscard]] XmlOf xml_of(Package& package, const std::string& part);
[[nodiscard]] BytesOf bytes_of(Package& package, const std::string& part);

[[nodiscard]] std::vector<FoundSlide> found(Package& deck, const Record& record);

/// For each entry of a slide as it was written, the entry of the new build; nothing: it has none.
[[nodiscard]] std::vector<std::optional<std::size_t>> counterparts(const SlideRecord& written,
                                                                   const SlideRecord& fresh);

}  // namespace precis::deck
