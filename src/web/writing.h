// web/writing.h: the state of one edition while it is written, and running text as HTML. Inside the room.
//
// In: inlines and blocks. Out: markup. Citations are counted, so that each source can lead back to all its places; the
// first place of each number has the number's id.
#pragma once
#include <map>
#include <set>
#include <string>

#include "html/writer.h"
#include "web/drawing.h"
#include "web/web.h"

namespace precis::web {

class Writing {
  public:
    explicit Writing(const Inputs& inputs);

    const Inputs& in;
    const doc::Document& document;
    const style::Layout& layout;
    const locale::Locale& locale;
    Palette palette;
    Typefaces typefaces;
    diag::Diagnostics diagnostics;
    std::set<std::string> shown_exhibits;
    std::string italics, pulled, typed;  // texts whose faces need no other letters

    Look look() { return {palette, typefaces, in.setter.fonts()}; }
    std::string word(std::string_view key) const { return locale.word(key); }

    /// `plain`: numbers have their card but no underline.
    void inlines(html::Writer& out, const doc::Inlines& inlines, bool plain = false);
    void blocks(html::Writer& out, const std::vector<doc::Block>& blocks, int level);
    void paragraph(html::Writer& out, const doc::Inlines& inlines);
    void block(html::Writer& out, const doc::Block& block, int level);
    /// The heading of a part or section: `level` 2 … 6.
    void heading(html::Writer& out, int level, const html::Attributes& attributes, const doc::Inlines& words);

    /// The number that the words at that place print; none: text.
    const Number* number_at(const diag::Span& where) const;
    /// Attributes of an element that prints a number: its card, and at its first place the id.
    html::Attributes number_attributes(const Number& number, std::string classes);
    /// Ids of the places that cite a source, in the order of the file.
    const std::vector<std::string>& places_of(int source) const;
    /// A citation alone, behind words that are not inlines.
    void cite(html::Writer& out, const std::vector<int>& sources);
    /// In an edition from right to left, text without such letters runs the other way. Returns whether it does.
    bool direct(html::Attributes& attributes, std::string_view text) const;
    /// An id that no element has yet.
    std::string unique(std::string id);
    bool has_id(const std::string& id) const { return ids_.contains(id); }
    bool shows(vocabulary::SectionPiece piece) const;
    bool shows(vocabulary::ExhibitPiece piece) const;

  private:
    void words(html::Writer& out, const doc::Words& words, bool plain);
    void citation(html::Writer& out, const doc::Citation& citation);
    void reference(html::Writer& out, const doc::Reference& reference);

    bool in_heading_ = false;
    std::map<int, std::vector<std::string>> cited_;
    std::set<std::string> ids_, numbers_seen_;
    std::map<std::string, std::string> names_;  // of anchors: "Exhibit 2", a section's title
};

/// The first words of an item in bold, or whom it is for, and the rest; as pages part them.
struct Parted {
    doc::Inlines lead, text;
};
[[nodiscard]] Parted part_lead(const doc::Item& item);

[[nodiscard]] doc::Inlines plain_words(std::string text);

}  // namespace precis::web
