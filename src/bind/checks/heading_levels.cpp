// A screen reader's user who moves from heading to heading takes a skipped level for a missing part.
#include "bind/checks/heading_levels.h"

#include <string>

#include "bind/checks/codes.h"

namespace precis::bind {
namespace {

diag::Span place_of(const doc::Heading& heading) {
    for (const auto& part : heading.inlines)
        if (const auto* words = std::get_if<doc::Words>(&part); words && words->span) return words->span;
    return {};
}

class HeadingWalk {
  public:
    explicit HeadingWalk(diag::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    /// A text whose levels begin anew, below the heading of its section or part.
    void text(const std::vector<doc::Block>& blocks) {
        int before = 0;
        walk(blocks, before);
    }

    void sections(const std::vector<doc::Section>& list) {
        for (const auto& section : list) {
            text(section.body);
            for (const auto& aside : section.asides) text(aside.body);
            sections(section.sections);
        }
    }

  private:
    void walk(const std::vector<doc::Block>& blocks, int& before) {
        for (const auto& block : blocks) {
            if (const auto* heading = std::get_if<doc::Heading>(&block.content)) meet(*heading, before);
            if (const auto* quote = std::get_if<doc::Quote>(&block.content)) walk(quote->blocks, before);
            if (const auto* list = std::get_if<doc::List>(&block.content))
                for (const auto& item : list->items) walk(item, before);
        }
    }

    void meet(const doc::Heading& heading, int& before) {
        if (heading.level > before + 1) {
            const auto wanted = std::string(static_cast<std::size_t>(before + 1), '#');
            diagnostics_.push_back(diag::error(
                code::heading_skips, place_of(heading),
                "the heading “" + doc::plain_text(heading.inlines) + "” has level " + std::to_string(heading.level) +
                    (before == 0 ? " and is the first of its text"
                                 : " and follows one of level " + std::to_string(before)),
                "write “" + wanted + " …”: a section’s own title is one level above “#”"));
        }
        before = heading.level;
    }

    diag::Diagnostics& diagnostics_;
};

}  // namespace

void check_heading_levels(const doc::Document& document, diag::Diagnostics& diagnostics) {
    HeadingWalk headings(diagnostics);
    for (const auto* blocks :
         {&document.summary, &document.foreword, &document.method, &document.disclosure, &document.about})
        headings.text(*blocks);
    headings.sections(document.sections);
    headings.sections(document.appendix);
    for (const auto& note : document.footnotes) headings.text(note);
}

}  // namespace precis::bind
