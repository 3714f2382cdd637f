// scene/scene.h: the pages of one output with their metadata: the value between layout and the painters.
// Stage: (4) layout -> SCENE -> (5) paint, (6) publish.
//
// In: plain data that layout fills. Out: the same data, which painters read through scene/marks.h; bounds for layout
// and cutting; a text dump for tests, which parse() reads back; the plain text of all pages.
// Units: points, origin at the top left of a page, y down. Dates are ISO 8601, languages BCP 47 tags.
// Errors: only parse() has any: bad_value at the line of the dump.
// Cost: all functions are linear in the number of items.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "scene/items.h"

namespace precis::scene {

/// A named place that links and outline entries lead to.
struct Anchor {
    std::string name;
    base::Point at;
    bool operator==(const Anchor&) const = default;
};

/// The properties of a page that is a slide.
struct Slide {
    std::string title;
    std::string master;                // the layout's name for the kind of slide
    std::string speaker_notes;         // plain text, lines separated by '\n'
    std::string transition;            // fade, push, wipe …; empty: none
    std::optional<double> duration_s;  // seconds until the next slide; nothing: on a click
    std::string key = {};              // what it shows, unique in its deck: "findings", "growth/fig:share"
    bool operator==(const Slide&) const = default;
};

struct Page {
    base::Size size;
    std::string label;  // the printed page number
    double bleed = 0;   // points around the page that a printer cuts off; grounds at the edge reach into it
    std::vector<Item> items;
    std::vector<Anchor> anchors;
    std::optional<Slide> slide;
    bool operator==(const Page&) const = default;
};

/// An entry of the outline (bookmarks) that a viewer shows.
struct OutlineEntry {
    std::string title;
    int level = 1;  // 1 is the outermost
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
    bool right_to_left = false;      // mirrored pages: the first column and the binding are at the right
    std::string date;                // ISO 8601 day: the briefing's
    std::string rights;
    std::vector<std::string> sources;  // as the document prints them, in the order of their numbers
    bool operator==(const Metadata&) const = default;
};

/// What a deck's template shows behind the contents of a slide: its own drawings and pictures.
struct Backdrop {
    std::vector<Item> items;
};

/// A kind of slide as an editor can add it: its background and its placeholders with their text styles.
struct SlideForm {
    struct Slot {
        Placeholder kind = Placeholder::none;
        base::Rect at;
        Face face;
        double size = 0, leading = 0;
        base::Color color;
        bool right = false;      // set flush right
        std::string type = {};   // of the template's placeholder: "ctrTitle", "obj"; empty: the painter makes one
        std::string index = {};  // its idx, as its file has it; empty: none
        char anchor = 't';       // the text's side in a placeholder of a template: t, c or b
        bool operator==(const Slot&) const = default;
    };
    std::string name;  // Slide::master
    base::Color ground;
    std::vector<Slot> slots;
    std::optional<Image> logo = {};  // stands on all slides of the form, whose own marks `kLogoId` are then not shapes
    std::string logo_words = {};     // for screen readers
    std::string part = {};           // of the deck's template: the layout that slides of this form have; empty: none
    bool operator==(const SlideForm&) const = default;
};
/// The id of the artifact that is a slide's logo.
inline constexpr std::string_view kLogoId = "logo";
/// The id of the artifact that shows a template's backdrop, which a deck's layouts have themselves.
inline constexpr std::string_view kBackdropId = "backdrop";
/// The id of the artifact that tints a table's cell; tables that stay editable have the tint as their own.
inline constexpr std::string_view kCellGroundId = "cell-ground";

/// The look of slides that are added in an editor.
struct Theme {
    std::string name, heading_family, text_family;
    std::vector<base::Color> colors;  // dark, light, dark 2, light 2, six accents, link, followed link; or empty
    std::vector<SlideForm> forms;
    std::vector<std::pair<std::string, std::string>> typefaces = {};  // a template's: a family set, and what runs name
    bool operator==(const Theme&) const = default;
};

/// A fact behind the pages, with the texts of its row in the data, or a number of a query under its name.
struct FactLine {
    std::string id, subject, measure, value, qualifier, unit, period, status, source;
    std::string set = {};  // of a number: the values set for this build that it rests on
    bool operator==(const FactLine&) const = default;
};

/// A file embedded in the document.
struct Attachment {
    std::string name;         // of the file, unique in its document
    std::string type;         // MIME
    std::string description;  // in one sentence
    std::string exhibit;      // id of the mark whose data it has; empty: it belongs to the whole document
    std::string bytes;
    bool operator==(const Attachment&) const = default;
};

/// What the document was made for, for files that are refreshed later.
struct MadeFor {
    std::string output, audience, program;
    bool operator==(const MadeFor&) const = default;
};

struct Document {
    Metadata metadata;
    std::vector<Page> pages;
    std::vector<OutlineEntry> outline;
    Theme theme;                  // slides
    std::vector<FactLine> facts;  // embedded in files that are edited later (PowerPoint)
    std::vector<Attachment> attachments;
    MadeFor made_for = {};
    bool operator==(const Document&) const = default;
};

/// Readable text, a line for each item, indented by nesting; lengths have two decimals. `parse(dump(d))` equals `d`
/// except for spans, pixels, theme, facts, names of values, keys of slides, what it was made for, what says that pages are mirrored, and decimals beyond the second.
[[nodiscard]] std::string dump(const Document& document);
[[nodiscard]] std::string dump(const Page& page);
/// Errors: bad_value at the first line that does not have the form that dump writes.
[[nodiscard]] diag::Result<Document> parse(diag::Source dumped);

/// The rectangle that the items cover, clips applied. A glyph run covers its advance, from 0.8 of its size above the
/// baseline to 0.2 below; a stroke adds half its width; a curve covers its control points. Empty without items.
[[nodiscard]] base::Rect bounds(const Item& item);
[[nodiscard]] base::Rect bounds(const std::vector<Item>& items);
/// All text in reading order, without artifacts. Runs of one mark are concatenated; marks end with a line break, except
/// spans, links, references and labels.
[[nodiscard]] std::string plain_text(const Document& document);

}  // namespace precis::scene
