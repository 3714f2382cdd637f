// A ladder of steps; widths at other sizes are computed from one measurement, because letters scale.
#include "layout/blocks/table_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

#include "layout/blocks/codes.h"

namespace precis::layout {
namespace {

// Points, chosen by eye.
constexpr double kLeastGap = 6;  // between columns
constexpr double kGapStep = 2;
constexpr double kSizeStep = 0.25;  // between two sizes of letters that are tried
constexpr double kSafety = 0.5;     // because widths are computed from those at another size
constexpr int kNoLimit = 99;        // hyphens in a row: cells are narrow

using Columns = std::vector<std::size_t>;

/// One way to set a table.
struct Way {
    GridRules rules;
    double size = 0;  // of the cells' letters
};

class Fitter {
  public:
    Fitter(Setting& s, const doc::Table& table, const TableRoom& room)
        : s_(s),
          table_(table),
          room_(room),
          contents_(contents_of(s, table)),
          own_(s.style("table-cell").size),
          smallest_(std::min(own_, s.layout.table.smallest.value_or(s.layout.limits.min_size))),
          all_(table.columns.size()) {
        std::iota(all_.begin(), all_.end(), std::size_t{0});
        divides_ = s.layout.medium == style::Medium::pages;
    }

    TableForm run() {
        TableForm form;
        form.width = form.had = room_.width;
        form.needed = need({{}, own_}, all_);
        form.widest = widest();
        if (form.needed <= room_.width + kSlack || all_.empty()) {
            form.parts.push_back({nullptr, &table_, table_grid(s_, table_, contents_, room_.width, {})});
            return form;
        }
        if (divides_) {
            dividing_ = std::make_shared<const style::Layout>(adapted(own_));
            auto there = with_layout(s_, *dividing_);
            contents_ = contents_of(there, table_);
        }
        if (const auto way = way_at(room_.width)) return whole(std::move(form), *way);
        if (room_.turned > room_.width) {
            form.turned = true;
            form.width = room_.turned;
            if (need({{}, own_}, all_) <= room_.turned) return whole(std::move(form), {{}, own_});
            if (const auto way = way_at(room_.turned)) return whole(std::move(form), *way);
        }
        return parted(std::move(form));
    }

  private:
    TextScale scale(double size) const {
        const auto of = [&](const char* name) { return size_of(name, size) / std::max(0.1, s_.style(name).size); };
        return {of("table-cell"), of("table-head"), of("table-group")};
    }

    // The size of a style if the cells have this size: smaller in proportion, but not below the smallest.
    double size_of(const char* name, double size) const {
        const double given = s_.style(name).size;
        return std::min(given, std::max(given * size / own_, smallest_));
    }

    double least(const Way& way, std::size_t c) const {
        return least_width(table_.columns[c], contents_.columns[c], way.rules, scale(way.size), own_);
    }

    double need(const Way& way, const Columns& columns) const {
        double width = 2 * kTableInset;
        if (!columns.empty()) width += way.rules.gap * static_cast<double>(columns.size() - 1);
        for (const auto c : columns) width += least(way, c);
        return width;
    }

    std::size_t widest() const {
        std::size_t found = 0;
        for (const auto c : all_)
            if (least({{}, own_}, c) > least({{}, own_}, found)) found = c;
        return found;
    }

    // The first way that fits: narrower gaps, then smaller letters.
    std::optional<Way> way_at(double width) const {
        Way way{{kCellGap, false, false, true}, own_};
        for (const bool divides : {false, true}) {
            way.rules.divides = divides;
            for (way.rules.gap = kCellGap; way.rules.gap >= kLeastGap; way.rules.gap -= kGapStep)
                if ((!divides || divides_) && need(way, all_) <= width) return way;
        }
        way.rules = {kLeastGap, divides_, false, true};
        for (double size = own_; size > smallest_; size -= kSizeStep) {
            way.size = std::max(smallest_, size - kSizeStep);
            if (need(way, all_) + kSafety <= width) return way;
        }
        return std::nullopt;
    }

    style::Layout adapted(double size) const {
        auto layout = s_.layout;
        for (const char* name : {"table-head", "table-cell", "table-group"}) {
            auto look = s_.style(name);
            const double now = size_of(name, size);
            look.leading *= now / std::max(0.1, look.size);
            look.size = now;
            look.hyphens = look.hyphens || divides_;
            layout.styles[name] = std::move(look);
        }
        layout.table.row_height *= size / own_;
        layout.table.padding *= size / own_;
        layout.limits.hyphens_in_a_row = kNoLimit;
        return layout;
    }

    // Sets columns in a way; all of them as one part.
    void add_part(TableForm& form, const Way& way, const Columns& columns) {
        if (way.rules.divides || way.size < own_) {
            if (!form.layout) form.layout = std::make_shared<const style::Layout>(adapted(way.size));
        }
        auto there = form.layout ? with_layout(s_, *form.layout) : with_layout(s_, s_.layout);
        TablePart part;
        part.table = &table_;
        if (columns.size() < all_.size()) {
            part.own = std::make_shared<const doc::Table>(some_columns(columns));
            part.table = part.own.get();
        }
        auto rules = way.rules;
        rules.readable = false;
        part.grid = table_grid(there, part.rows(), contents_of(there, part.rows()), form.width, rules);
        form.parts.push_back(std::move(part));
    }

    TableForm whole(TableForm form, const Way& way) {
        add_part(form, way, all_);
        form.steps = in_words(form, way);
        return form;
    }

    doc::Table some_columns(const Columns& columns) const {
        doc::Table part;
        part.notes = table_.notes;
        for (const auto c : columns) part.columns.push_back(table_.columns[c]);
        part.rows.reserve(table_.rows.size());
        for (const auto& from : table_.rows) {
            auto& row = part.rows.emplace_back();
            row.kind = from.kind;
            row.level = from.level;
            for (const auto c : columns) row.cells.push_back(c < from.cells.size() ? from.cells[c] : doc::Value{});
            if (!from.carried.empty())
                for (const auto c : columns) row.carried.push_back(from.carried[c]);
        }
        return part;
    }

    // The columns that name the rows: the first, unless it holds numbers.
    Columns stub() const { return table_.columns.front().is_number() ? Columns{} : Columns{0}; }

    // The fewest parts, none wider than `most`, filled in order; nothing if a column is too wide for any.
    std::optional<std::vector<Columns>> parts_of(const Way& way, double most) const {
        std::vector<Columns> parts(1, stub());
        const auto begins = stub().size();
        for (auto c = begins; c < all_.size(); ++c) {
            auto with = parts.back();
            with.push_back(c);
            if (need(way, with) > most) {
                if (parts.back().size() == begins) return std::nullopt;
                parts.push_back(stub());
                with = parts.back();
                with.push_back(c);
                if (need(way, with) > most) return std::nullopt;
            }
            parts.back() = std::move(with);
        }
        return parts;
    }

    // As many parts as needed, of about the same width.
    std::optional<std::vector<Columns>> even_parts(const Way& way, double most) const {
        auto parts = parts_of(way, most);
        if (!parts) return parts;
        double low = 0, high = most;
        for (int i = 0; i < 24; ++i) {
            const double middle = (low + high) / 2;
            auto even = parts_of(way, middle);
            if (even && even->size() == parts->size()) {
                high = middle;
                parts = std::move(even);
            } else {
                low = middle;
            }
        }
        return parts;
    }

    TableForm parted(TableForm form) {
        const Way ways[] = {{{kCellGap, false, true, true}, own_},
                            {{kCellGap, divides_, false, true}, own_},
                            {{kLeastGap, divides_, false, true}, smallest_},
                            {{kLeastGap, divides_, false, false}, smallest_}};
        for (const auto& way : ways) {
            const auto parts = even_parts(way, form.width - kSafety);
            if (!parts) continue;
            for (const auto& columns : *parts) add_part(form, way, columns);
            form.steps = in_words(form, way);
            return form;
        }
        form.fits = false;
        add_part(form, ways[3], all_);
        return form;
    }

    std::string in_words(const TableForm& form, const Way& way) const {
        std::vector<std::string> said;
        const bool asked = std::any_of(table_.columns.begin(), table_.columns.end(),
                                       [](const auto& column) { return column.width.has_value(); });
        if (asked && !way.rules.keeps_widths) said.emplace_back("columns that may be narrower than their `width`");
        if (way.rules.gap < kCellGap) said.emplace_back("narrower gaps");
        if (way.rules.divides) said.emplace_back("words that may be divided");
        if (way.size < own_) said.push_back(fmt::format("letters of {:.4g} pt", way.size));
        if (form.turned) said.emplace_back("a page on its side");
        if (form.parts.size() > 1) said.push_back(fmt::format("{} parts, one below the other", form.parts.size()));
        std::string all;
        for (std::size_t i = 0; i < said.size(); ++i)
            all += (i == 0 ? "" : i + 1 == said.size() ? " and " : ", ") + said[i];
        return all;
    }

    Setting& s_;
    const doc::Table& table_;
    TableRoom room_;
    TableContents contents_;
    std::shared_ptr<const style::Layout> dividing_;
    double own_, smallest_;
    bool divides_ = true;
    Columns all_;
};

}  // namespace

TableForm table_form(Setting& s, const doc::Table& table, const TableRoom& room) {
    return Fitter(s, table, room).run();
}

void report_form(Setting& s, const doc::Exhibit& exhibit, const doc::Table& table, const TableForm& form) {
    const auto needs = fmt::format("this table needs {:.0f} pt across, and has {:.0f} pt", form.needed, form.had);
    if (!form.fits) {
        s.out.push_back(diag::error(code::table_too_wide, exhibit.span,
                                    fmt::format("{}, even in the smallest letters and in parts", needs),
                                    fmt::format("shorten the longest words of the column “{}”, or leave out columns",
                                                table.columns[form.widest].label)));
        return;
    }
    if (form.steps.empty()) return;
    if (std::find(exhibit.because.begin(), exhibit.because.end(), to_string(code::table_adapted)) !=
        exhibit.because.end())
        return;
    s.out.push_back(diag::warning(code::table_adapted, exhibit.span,
                                  fmt::format("{}: it is set with {}", needs, form.steps),
                                  "leave out columns or shorten long words; or keep it and write "
                                  "`because: {table_adapted: …}`"));
}

}  // namespace precis::layout
