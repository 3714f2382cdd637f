// The order of appearance: parts, within sections pieces, an exhibit at its place in the body.
#include "bind/numbering/walk.h"

#include <algorithm>
#include <set>

namespace precis::bind {
namespace {

struct Walker {
    const std::vector<std::string>& pieces;
    const Visitor& visitor;
    std::set<const doc::Exhibit*> visited{};

    void exhibit(doc::Exhibit& exhibit) {
        if (!visited.insert(&exhibit).second) return;
        visitor.exhibit(exhibit);
        visitor.inlines(exhibit.title);
        visitor.inlines(exhibit.subtitle);
        visitor.inlines(exhibit.note);
        visitor.inlines(exhibit.source);
    }

    void block(doc::Block& block, doc::Section* section) {
        if (auto* paragraph = std::get_if<doc::Paragraph>(&block.content)) visitor.inlines(paragraph->inlines);
        if (auto* heading = std::get_if<doc::Heading>(&block.content)) visitor.inlines(heading->inlines);
        if (auto* quote = std::get_if<doc::Quote>(&block.content)) blocks(quote->blocks, section);
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
        for (auto& point : choice.points) visitor.inlines(point);
        figures(choice.key_figures);
        for (auto& column : choice.columns) {
            visitor.inlines(column.title);
            for (auto& point : column.points) visitor.inlines(point);
        }
        visitor.inlines(choice.takeaway);
    }

    void section(doc::Section& parent) {
        for (const auto& piece : pieces) {
            if (piece == "title") visitor.inlines(parent.title);
            if (piece == "headline") visitor.inlines(parent.headline);
            if (piece == "body") blocks(parent.body, &parent);
            if (piece == "takeaway") visitor.inlines(parent.takeaway);
            if (piece == "points") {
                for (auto& point : parent.points) visitor.inlines(point);
                for (auto& slide : parent.slides) this->slide(slide);
            }
            if (piece == "asides") {
                for (auto& aside : parent.asides) {
                    visitor.inlines(aside.title);
                    blocks(aside.body, nullptr);
                }
            }
            if (piece == "exhibits") {
                for (auto& own : parent.exhibits) exhibit(own);
            }
        }
        for (auto& child : parent.sections) section(child);
    }

    void items(std::vector<doc::Item>& list) {
        for (auto& item : list) visitor.inlines(item.text);
    }

    void part(doc::Document& d, const std::string& name) {
        if (name == "title") {
            visitor.inlines(d.title);
            visitor.inlines(d.subtitle);
        }
        if (name == "summary") blocks(d.summary, nullptr);
        if (name == "foreword") blocks(d.foreword, nullptr);
        if (name == "method") blocks(d.method, nullptr);
        if (name == "disclosure") blocks(d.disclosure, nullptr);
        if (name == "about") blocks(d.about, nullptr);
        if (name == "findings") items(d.findings);
        if (name == "recommendations") items(d.recommendations);
        if (name == "watch") items(d.watch);
        if (name == "related") items(d.related);
        if (name == "key-figures") figures(d.key_figures);
        for (auto* lines : {&d.headlines, &d.takeaways})
            if (const auto words = lines->find(name); words != lines->end()) visitor.inlines(words->second);
        if (name == "sections") {
            for (auto& child : d.sections) section(child);
        }
        if (name == "appendix") {
            for (auto& child : d.appendix) section(child);
        }
        if (name == "exhibits") {
            for (auto& copy : d.exhibits) exhibit(copy);
        }
    }
};

}  // namespace

void walk(doc::Document& document, const std::vector<std::string>& parts, const std::vector<std::string>& pieces,
          const Visitor& visitor) {
    Walker walker{pieces, visitor};
    for (const auto& part : parts) walker.part(document, part);
}

void walk(std::vector<doc::Block>& blocks, const Visitor& visitor) {
    const std::vector<std::string> no_pieces;
    Walker{no_pieces, visitor}.blocks(blocks, nullptr);
}

}  // namespace precis::bind
