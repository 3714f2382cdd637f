// The order of appearance: parts, within sections pieces, an exhibit at its place in the body.
#include "bind/numbering/walk.h"

#include <algorithm>
#include <set>
#include <utility>

namespace precis::bind {
using vocabulary::Part;
using vocabulary::SectionPiece;
namespace {

struct Walker {
    const std::vector<SectionPiece>& pieces;
    const Visitor& visitor;
    std::set<const doc::Exhibit*> visited{};
    bool in_quote = false;

    void running(doc::Inlines& inlines) {
        visitor.inlines(inlines);
        visitor.running(inlines);
    }

    /// "— Ann Author" at the end of a quotation.
    bool is_attribution(const doc::Inlines& inlines) const {
        const auto* words = inlines.empty() ? nullptr : std::get_if<doc::Words>(&inlines.front());
        return in_quote && words != nullptr && (words->text.starts_with("—") || words->text.starts_with("–"));
    }

    void paragraph(doc::Inlines& inlines) {
        if (is_attribution(inlines)) return visitor.inlines(inlines);
        running(inlines);
    }

    void exhibit(doc::Exhibit& exhibit) {
        if (!visited.insert(&exhibit).second) return;
        visitor.exhibit(exhibit);
        visitor.inlines(exhibit.title);
        visitor.inlines(exhibit.subtitle);
        visitor.inlines(exhibit.note);
        visitor.inlines(exhibit.source);
    }

    void block(doc::Block& block, doc::Section* section) {
        if (auto* p = std::get_if<doc::Paragraph>(&block.content)) paragraph(p->inlines);
        if (auto* heading = std::get_if<doc::Heading>(&block.content)) visitor.inlines(heading->inlines);
        if (auto* quote = std::get_if<doc::Quote>(&block.content)) {
            const bool outer = std::exchange(in_quote, true);
            blocks(quote->blocks, section);
            in_quote = outer;
        }
        if (auto* list = std::get_if<doc::List>(&block.content)) {
            for (std::size_t i = 0; i < list->items.size(); ++i) {
                if (i < list->terms.size()) visitor.inlines(list->terms[i]);
                blocks(list->items[i], section);
            }
        }
        if (auto* place = std::get_if<doc::ExhibitPlace>(&block.content)) {
            if (section != nullptr) exhibit(section->exhibits[place->index]);
        }
    }

    void blocks(std::vector<doc::Block>& list, doc::Section* section) {
        for (auto& child : list) block(child, section);
    }

    void figures(std::vector<doc::KeyFigure>& list) {
        for (auto& figure : list) {
            visitor.inlines(figure.label);
            visitor.inlines(figure.detail);
        }
    }

    void slide(doc::SlideChoice& choice) {
        visitor.inlines(choice.headline);
        for (auto& point : choice.points) running(point);
        figures(choice.key_figures);
        for (auto& column : choice.columns) {
            visitor.inlines(column.title);
            running(column.lead);
            for (auto& point : column.points) running(point);
        }
        visitor.inlines(choice.takeaway);
    }

    void section(doc::Section& parent) {
        for (const auto shown : pieces) piece(parent, shown);
        for (auto& child : parent.sections) section(child);
    }

    void piece(doc::Section& parent, SectionPiece shown) {
        switch (shown) {
            case SectionPiece::title:
                return visitor.inlines(parent.title);
            case SectionPiece::headline:
                return visitor.inlines(parent.headline);
            case SectionPiece::body:
                return blocks(parent.body, &parent);
            case SectionPiece::takeaway:
                return visitor.inlines(parent.takeaway);
            case SectionPiece::points:
                for (auto& point : parent.points) running(point);
                for (auto& slide : parent.slides) this->slide(slide);
                return;
            case SectionPiece::asides:
                for (auto& aside : parent.asides) {
                    visitor.inlines(aside.title);
                    blocks(aside.body, nullptr);
                }
                return;
            case SectionPiece::exhibits:
                for (auto& own : parent.exhibits) exhibit(own);
                return;
            case SectionPiece::sections:  // their places do not depend on the layout
            case SectionPiece::sticker:   // plain words
                return;
        }
    }

    void sections(std::vector<doc::Section>& list) {
        for (auto& child : list) {
            visitor.begin();
            section(child);
        }
    }

    void items(std::vector<doc::Item>& list) {
        for (auto& item : list) running(item.text);
    }

    void part(doc::Document& d, Part shown) {
        visitor.begin();
        contents(d, shown);
        for (auto* lines : {&d.headlines, &d.takeaways})
            if (const auto words = lines->find(shown); words != lines->end()) visitor.inlines(words->second);
    }

    void contents(doc::Document& d, Part shown) {
        switch (shown) {
            case Part::title:
                visitor.inlines(d.title);
                return visitor.inlines(d.subtitle);
            case Part::foreword:
                return blocks(d.foreword, nullptr);
            case Part::summary:
                return blocks(d.summary, nullptr);
            case Part::key_figures:
                return figures(d.key_figures);
            case Part::findings:
                return items(d.findings);
            case Part::recommendations:
                return items(d.recommendations);
            case Part::sections:
                return sections(d.sections);
            case Part::watch:
                return items(d.watch);
            case Part::appendix:
                return sections(d.appendix);
            case Part::exhibits:
                for (auto& copy : d.exhibits) exhibit(copy);
                return;
            case Part::glossary:
                for (auto& entry : d.glossary) running(entry.definition);
                return;
            case Part::method:
                return blocks(d.method, nullptr);
            case Part::disclosure:
                return blocks(d.disclosure, nullptr);
            case Part::related:
                return items(d.related);
            case Part::about:
                return blocks(d.about, nullptr);
            case Part::masthead:
            case Part::cover:
            case Part::contents:
            case Part::list_of_exhibits:
            case Part::notes:
            case Part::sources:
            case Part::authors:
            case Part::index:
            case Part::changes:
                return;  // they write themselves
        }
    }
};

}  // namespace

void walk(doc::Document& document, const std::vector<Part>& parts, const std::vector<SectionPiece>& pieces,
          const Visitor& visitor) {
    Walker walker{pieces, visitor};
    for (const auto part : parts) walker.part(document, part);
}

void walk(doc::Document& document, const Visitor& visitor) {
    walk(document, vocabulary::all_of<Part>(), vocabulary::all_of<SectionPiece>(), visitor);
}

void walk(std::vector<doc::Block>& blocks, const Visitor& visitor) {
    const std::vector<SectionPiece> no_pieces;
    Walker{no_pieces, visitor}.blocks(blocks, nullptr);
}

}  // namespace precis::bind
