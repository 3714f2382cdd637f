// Blocks are gathered until the next exhibit is named; then the row is set.
#include "layout/parts/section_pairs.h"

#include <algorithm>
#include <utility>

#include "layout/blocks/asides.h"
#include "layout/blocks/exhibits.h"

namespace precis::layout {
namespace {

// Of the exhibit's height, chosen by eye: text up to here stands beside it, what is longer runs in columns.
constexpr double kBeside = 0.9, kMostBeside = 1.5;

double height_of(const Pieces& pieces, std::size_t end) {
    double h = 0;
    for (std::size_t i = 0; i < end; ++i)
        h += pieces[i].height + (i > 0 ? std::max(pieces[i].before, pieces[i - 1].after) : 0);
    return h;
}

class Pairs {
  public:
    Pairs(Setting& s, const doc::Section& section, const Path& here, const PairMeasures& measures, Pieces& out)
        : s_(s), section_(section), here_(here), measures_(measures), out_(out) {}

    /// The heading stands in the first row's text.
    void add(bool headed) {
        headed_ = headed;
        const auto& body = section_.body;
        for (std::size_t i = 0; i < body.size(); ++i) {
            const auto* place = std::get_if<doc::ExhibitPlace>(&body[i].content);
            if (place && stands_beside(*place)) {
                exhibits_.push_back(body[i]);
                if (named_ == 0) named_ = text_.size();
                continue;
            }
            const auto* next = i + 1 < body.size() ? std::get_if<doc::ExhibitPlace>(&body[i + 1].content) : nullptr;
            const bool names = !place && next && stands_beside(*next);
            if (place || std::holds_alternative<doc::Heading>(body[i].content) || (names && !exhibits_.empty()))
                end_row();
            if (place)
                append_in_columns({body[i]});
            else
                text_.push_back(body[i]);
        }
        end_row();
    }

  private:
    bool stands_beside(const doc::ExhibitPlace& place) const {
        const auto& exhibit = section_.exhibits[place.index];
        return exhibit.width != vocabulary::Width::full && !std::holds_alternative<doc::Table>(exhibit.content);
    }

    // Blocks one below the other; `ends` tells where the pieces of each end.
    Pieces set(Setting& s, const std::vector<doc::Block>& blocks, const Measure& measure, bool headed,
               std::vector<std::size_t>* ends = nullptr) const {
        Pieces pieces;
        if (headed) add_section_heading(s, section_, here_, measure, pieces);
        for (const auto& block : blocks) {
            add_blocks(s, {block}, &section_, here_, measure, pieces);
            if (ends) ends->push_back(pieces.size());
        }
        return pieces;
    }

    void append(Pieces pieces, bool paired) {
        if (pieces.empty()) return;
        pieces.front().opens = true;
        for (auto& piece : pieces) piece.paired = paired && !piece.spans;
        std::move(pieces.begin(), pieces.end(), std::back_inserter(out_));
    }
    void append_in_columns(const std::vector<doc::Block>& blocks) {
        if (!blocks.empty()) append(set(s_, blocks, measures_.columns, std::exchange(headed_, false)), false);
    }

    // A row whose text fits beside its exhibits; longer text runs in columns, before it or behind it.
    void end_row() {
        const auto text = std::exchange(text_, {});
        const auto exhibits = std::exchange(exhibits_, {});
        const auto named = std::exchange(named_, 0);
        if (exhibits.empty()) return append_in_columns(text);
        end_row(text, named, exhibits, set_apart(exhibits, false, nullptr));
    }

    // Pieces with their faults, which are kept only if the pieces are.
    struct Apart {
        Pieces pieces;
        diag::Diagnostics faults;
    };
    Apart set_apart(const std::vector<doc::Block>& blocks, bool headed, std::vector<std::size_t>* ends) const {
        Apart made;
        auto own = reporting_to(s_, s_.pages, made.faults);
        made.pieces = set(own, blocks, measures_.pair, headed, ends);
        return made;
    }

    void end_row(const std::vector<doc::Block>& text, std::size_t named, const std::vector<doc::Block>& exhibits,
                 Apart drawn) {
        auto& beside = drawn.pieces;
        std::vector<std::size_t> ends;
        auto words = set_apart(text, headed_, &ends);
        auto& row = words.pieces;
        const double room = height_of(beside, beside.size());
        const auto height = [&](std::size_t blocks) { return blocks > 0 ? height_of(row, ends[blocks - 1]) : 0; };
        // The paragraph that names the exhibit stands beside it, those before it if there is room.
        if (named > 1 && height(named) > room * kMostBeside) {
            append_in_columns({text.begin(), text.begin() + static_cast<std::ptrdiff_t>(named - 1)});
            return end_row({text.begin() + static_cast<std::ptrdiff_t>(named - 1), text.end()}, 1, exhibits,
                           std::move(drawn));
        }
        if (height(named) > room * kMostBeside) {  // too long for a narrow column: equal columns
            auto all = text;
            all.insert(all.end(), exhibits.begin(), exhibits.end());
            return append_in_columns(all);
        }
        auto count = named;
        while (count < text.size() && height(count + 1) < room * kMostBeside && height(count) < room * kBeside) ++count;
        if (count > 0) row.resize(ends[count - 1]);
        const auto behind = named > 0 ? ends[named - 1] : row.size();
        row.insert(row.begin() + static_cast<std::ptrdiff_t>(behind), std::make_move_iterator(beside.begin()),
                   std::make_move_iterator(beside.end()));
        diag::append(s_.out, std::move(drawn.faults));
        diag::append(s_.out, std::move(words.faults));
        headed_ = false;
        append(std::move(row), true);
        append_in_columns({text.begin() + static_cast<std::ptrdiff_t>(count), text.end()});
    }

    Setting& s_;
    const doc::Section& section_;
    const Path& here_;
    const PairMeasures& measures_;
    Pieces& out_;
    std::vector<doc::Block> text_, exhibits_;
    std::size_t named_ = 0;  // blocks of text up to the one that names the first exhibit
    bool headed_ = false;    // the heading is still to be set
};

}  // namespace

void add_section_pairs(Setting& s, const doc::Section& section, const Path& here, const PairMeasures& measures,
                       bool headed, Pieces& out) {
    if (shows(s, style::SectionPiece::body))
        Pairs(s, section, here, measures, out).add(headed);
    else if (headed)
        add_section_heading(s, section, here, measures.columns, out);
    auto columns = measures.columns;
    columns.side = 0;  // rows of text and exhibits have nothing beside them
    add_beside(s, section, here, columns, out.size(), out);
    if (!shows(s, style::SectionPiece::sections)) return;
    auto within = measures;
    within.columns.takeaway = true;
    for (const auto& inner : section.sections)
        add_section_pairs(s, inner, section_path(s, inner, here), within, true, out);
}

}  // namespace precis::layout
