// scene/scene.h: the pages of one output, their bounds, and a text form for tests.
// Stage: layout -> SCENE -> paint, publish.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "scene/items.h"

namespace precis::scene {

/// A named place that links, outline and references aim at.
struct Anchor {
    std::string name;
    base::Point at;
    bool operator==(const Anchor&) const = default;
};

/// What only slides have.
struct Slide {
    std::string title;
    std::string master;  // the slide kind that the layout names
    std::string speaker_notes;
    std::string transition;
    std::optional<double> duration_s;
    bool operator==(const Slide&) const = default;
};

struct Page {
    base::Size size;
    std::string label;  // the page number as printed
    std::vector<Item> items;
    std::vector<Anchor> anchors;
    std::optional<Slide> slide;
    bool operator==(const Page&) const = default;
};

/// An entry of the outline that a viewer shows.
struct OutlineEntry {
    std::string title;
    int level = 1;
    std::string anchor;
    bool operator==(const OutlineEntry&) const = default;
};

struct Metadata {
    std::string title;
    std::vector<std::string> authors;
    std::string subject;
    std::vector<std::string> keywords;
    std::string publisher;
    std::string language = "en-GB";  // BCP 47
    std::string date;                // ISO 8601 day: the briefing's
    std::string rights;
    std::vector<std::string> sources;  // in words, as numbered in the document
    bool operator==(const Metadata&) const = default;
};

/// What an editor's new slide is made of, so that it matches: colours, families, and a form for each kind of slide.
struct SlideForm {
    struct Slot {
        Placeholder kind = Placeholder::none;
        base::Rect at;
        Face face;
        double size = 0, leading = 0;
        base::Color color;
        bool right = false;  // set flush right
        bool operator==(const Slot&) const = default;
    };
    std::string name;  // Slide::master
    base::Color ground;
    std::vector<Slot> slots;
    bool operator==(const SlideForm&) const = default;
};
struct Theme {
    std::string name, heading_family, text_family;
    std::vector<base::Color> colors;  // dark, light, dark 2, light 2, six accents, link, link followed; or none
    std::vector<SlideForm> forms;
    bool operator==(const Theme&) const = default;
};

/// A fact that the pages rest on, as the data have it.
struct FactLine {
    std::string id, subject, measure, value, qualifier, unit, period, status, source;
    bool operator==(const FactLine&) const = default;
};

/// A file that travels inside the document.
struct Attachment {
    std::string name;         // of the file, unique in its document
    std::string type;         // MIME
    std::string description;  // what it holds, in words
    std::string exhibit;      // id of the mark whose data these are; empty: the whole document's
    std::string bytes;
    bool operator==(const Attachment&) const = default;
};

struct Document {
    Metadata metadata;
    std::vector<Page> pages;
    std::vector<OutlineEntry> outline;
    Theme theme;                  // slides
    std::vector<FactLine> facts;  // files that are worked on carry them
    std::vector<Attachment> attachments;
    bool operator==(const Document&) const = default;
};

/// Readable text, one item a line, indented by nesting; lengths with two decimals. `parse(dump(d)) == d` but for
/// spans, pixels, digits beyond the second, theme and facts.
[[nodiscard]] std::string dump(const Document& document);
[[nodiscard]] std::string dump(const Page& page);
/// Errors: bad_value at the line that is not of the form that dump writes.
[[nodiscard]] diag::Result<Document> parse(diag::Source dumped);

/// The rectangle that the items cover: glyph runs by their advance and 0.8 / 0.2 of the size above and below the
/// baseline, strokes by half their width, clips applied.
[[nodiscard]] base::Rect bounds(const Item& item);
[[nodiscard]] base::Rect bounds(const std::vector<Item>& items);
/// All text in reading order; runs of one mark are joined as they stand, marks end with a line break. Artifacts are
/// left out.
[[nodiscard]] std::string plain_text(const Document& document);

}  // namespace precis::scene
