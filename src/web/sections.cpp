// A section: heading, text with its exhibits where it mentions them, side notes beside the paragraphs.
#include <algorithm>

#include "web/exhibits.h"
#include "web/parts.h"

namespace precis::web {
namespace {

using Piece = vocabulary::SectionPiece;

class SectionWriter {
  public:
    SectionWriter(Writing& w, html::Writer& out, const doc::Section& section, int level)
        : w_(w), out_(out), section_(section), level_(level) {}

    void run() {
        for (const auto& block : section_.body) {
            if (const auto* place = std::get_if<doc::ExhibitPlace>(&block.content)) {
                if (!w_.shows(Piece::exhibits) || place->index >= section_.exhibits.size()) continue;
                // The pull statement stands beside an exhibit that leaves it room.
                if (!exhibit(w_, out_, section_.exhibits[place->index]) && aside_ == section_.asides.size()) beside();
                continue;
            }
            if (w_.shows(Piece::body)) {
                w_.block(out_, block, level_);
                if (has_aside()) beside();
            }
        }
        if (w_.shows(Piece::points) && !section_.points.empty()) points();
        while (has_aside() || has_pull()) beside();
        if (w_.shows(Piece::exhibits))
            for (const auto& one : section_.exhibits)
                if (!w_.shown_exhibits.contains(one.id)) (void)exhibit(w_, out_, one);
    }

  private:
    bool has_aside() const { return w_.shows(Piece::asides) && aside_ < section_.asides.size(); }
    bool has_pull() const { return w_.shows(Piece::takeaway) && !section_.takeaway.empty() && !pulled_; }

    /// The next side note, else the pull statement.
    void beside() {
        if (!has_aside() && !has_pull()) return;
        out_.open("div", {{"class", "side"}});
        if (has_aside()) aside();
        // The pull statement stands below the last note, so that it needs no room of its own.
        if (!has_aside() && has_pull()) pull();
        out_.close().line();
    }

    void aside() {
        const auto& note = section_.asides[aside_++];
        out_.open("aside", {{"class", "note"}});
        if (!note.title.empty()) {
            out_.open("p", {{"class", "nt"}});
            w_.inlines(out_, note.title, true);
            out_.close();
        }
        w_.blocks(out_, note.body, level_ + 1);
        out_.close().line();
    }

    void pull() {
        pulled_ = true;
        w_.pulled += doc::plain_text(section_.takeaway);
        out_.open("p", {{"class", "pull"}});
        w_.inlines(out_, section_.takeaway, true);
        out_.close().line();
    }

    void points() {
        out_.open("ul");
        for (const auto& point : section_.points) {
            out_.open("li");
            w_.inlines(out_, point);
            out_.close();
        }
        out_.close().line();
    }

    Writing& w_;
    html::Writer& out_;
    const doc::Section& section_;
    int level_;
    std::size_t aside_ = 0;
    bool pulled_ = false;
};

}  // namespace

void section(Writing& w, html::Writer& out, const doc::Section& section, int level) {
    const auto id = w.unique(id_of(section.id.empty() ? "section" : section.id));
    out.open("section", {{"class", level == 2 ? "sec" : "sec sub"}, {"id", id}}).line();
    if (w.shows(Piece::sticker) && !section.sticker.empty())
        out.element("p", {{"class", "chip"}}, section.sticker).line();
    if (w.shows(Piece::title) && !section.title.empty()) w.heading(out, level, {}, section.title);
    if (w.shows(Piece::headline) && !section.headline.empty()) {
        out.open("p", {{"class", "stand"}});
        w.inlines(out, section.headline, true);
        out.close().line();
    }
    SectionWriter(w, out, section, level).run();
    out.close().line();
    if (w.shows(Piece::sections))
        for (const auto& inner : section.sections) web::section(w, out, inner, std::min(level + 1, 6));
}

}  // namespace precis::web
