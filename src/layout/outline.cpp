// The document's headings, in the order of the layout's parts.
#include "layout/outline.h"

#include <algorithm>
#include <variant>

namespace precis::layout {
using style::Part;
namespace {

class Outline {
  public:
    explicit Outline(const PageLabels& labels) : labels_(labels) {}

    void add(std::string title, int level, const std::string& anchor) {
        if (!title.empty() && labels_.count(anchor) > 0) entries_.push_back({std::move(title), level, anchor});
    }

    /// `above`: the level that headings of the first level are below.
    void add(const std::vector<doc::Block>& blocks, int above) {
        for (const auto& block : blocks) {
            if (const auto* heading = std::get_if<doc::Heading>(&block.content))
                add(doc::plain_text(heading->inlines), above + heading->level, heading->anchor);
            if (const auto* quote = std::get_if<doc::Quote>(&block.content)) add(quote->blocks, above);
            if (const auto* list = std::get_if<doc::List>(&block.content)) {
                for (const auto& item : list->items) add(item, above);
            }
        }
    }

    void add(const std::vector<doc::Section>& sections, int above) {
        for (const auto& section : sections) {
            add(doc::plain_text(section.title), above + section.level, section.id);
            add(section.body, above + section.level);
            add(section.sections, above);
        }
    }

    std::vector<scene::OutlineEntry> take() { return std::move(entries_); }

  private:
    const PageLabels& labels_;
    std::vector<scene::OutlineEntry> entries_;
};

/// The texts of a part that may have headings; nullptr for the others.
const std::vector<doc::Block>* texts_of(const doc::Document& d, Part part) {
    if (part == Part::foreword) return &d.foreword;
    if (part == Part::method) return &d.method;
    if (part == Part::disclosure) return &d.disclosure;
    if (part == Part::about) return &d.about;
    return nullptr;
}

}  // namespace

std::vector<BandName> names_of(const std::vector<KeptBand>& kept) {
    std::vector<BandName> names;
    for (const auto& entry : kept) {
        // Each chapter is a band; all are named with the first.
        const bool again = !names.empty() && names.back().part == entry.band.part;
        if (!entry.shown || again) continue;
        names.push_back({entry.band.part, entry.band.heading, "part-" + std::string(name_of(entry.band.part))});
    }
    return names;
}

std::vector<scene::OutlineEntry> outline_of(const Setting& s, const std::vector<BandName>& bands,
                                            const PageLabels& labels) {
    const auto& d = s.document;
    Outline outline(labels);
    for (const auto& band : bands) {
        if (band.part == Part::sections) {
            outline.add(d.sections, 0);
        } else if (band.part == Part::appendix) {
            // Chapters of an appendix have no label above them.
            const bool labelled = labels.count(band.anchor) > 0;
            const auto words = band.heading.empty() ? s.locale.word("appendix") : band.heading;
            outline.add(words, 1, labelled || d.appendix.empty() ? band.anchor : d.appendix.front().id);
            outline.add(d.appendix, 1);
        } else {
            outline.add(band.heading, 1, band.anchor);
            if (const auto* texts = texts_of(d, band.part)) outline.add(*texts, 1);
        }
    }
    return outline.take();
}

}  // namespace precis::layout
