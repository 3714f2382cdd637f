// A printed number belongs to the innermost region whose own place covers it; its words are found among the glyphs.
#include "preview/places.h"

#include <algorithm>
#include <set>

#include "base/dense_text.h"
#include "data/model.h"
#include "preview/regions.h"

namespace precis::preview {
namespace {

/// A letter of a region's text, without spaces and hyphens, in small letters; and where it stands.
struct Letter {
    char byte = 0;
    std::size_t run = 0;
    base::Rect at;
};

class Words {
  public:
    explicit Words(const Region& region) { add(region.mark->items, region.transform); }

    /// The boxes of the next such text, one a line; none if it is not there.
    std::vector<base::Rect> next(std::string_view text) {
        const auto wanted = base::dense_text(text);
        if (wanted.empty()) return {};
        auto at = bytes_.find(wanted, from_);
        if (at == std::string::npos) at = bytes_.find(wanted);
        if (at == std::string::npos) return {};
        from_ = at + wanted.size();
        std::vector<base::Rect> boxes;
        auto last = letters_[at].run + 1;
        for (auto i = at; i < from_; ++i) {
            const auto& letter = letters_[i];
            const bool same_line = !boxes.empty() && std::abs(boxes.back().y - letter.at.y) < letter.at.height / 2;
            if (letter.run != last && !same_line) boxes.emplace_back();
            last = letter.run;
            boxes.back() = boxes.back().empty() ? letter.at : base::united(boxes.back(), letter.at);
        }
        return boxes;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    void add(const std::vector<scene::Item>& items, const base::Affine& transform) {
        for (const auto& item : items) {
            if (const auto* run = std::get_if<scene::GlyphRun>(&item)) add(*run, transform);
            if (const auto* group = std::get_if<scene::Group>(&item))
                add(group->items, base::then(group->transform, transform));
            if (const auto* mark = std::get_if<scene::Mark>(&item)) add(mark->items, transform);
        }
    }

    void add(const scene::GlyphRun& run, const base::Affine& transform) {
        std::size_t byte = 0;
        std::vector<base::Rect> boxes(run.text.size());
        for (std::size_t g = 0; g < run.glyphs.size(); ++g) {
            const auto& glyph = run.glyphs[g];
            const double end = g + 1 < run.glyphs.size() ? run.glyphs[g + 1].x : run.width;
            const auto a = transform.apply({run.origin.x + std::min(glyph.x, end), run.origin.y - run.size * 0.82});
            const auto b = transform.apply({run.origin.x + std::max(glyph.x, end), run.origin.y + run.size * 0.24});
            const base::Rect box{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
            for (std::size_t i = 0; i < glyph.bytes && byte + i < boxes.size(); ++i) boxes[byte + i] = box;
            byte += glyph.bytes;
        }
        ++runs_;
        base::each_dense_byte(run.text, [&](std::size_t i, char letter) {
            bytes_ += letter;
            letters_.push_back({letter, runs_, boxes[i]});
        });
    }

    std::string bytes_;
    std::vector<Letter> letters_;
    std::size_t runs_ = 0, from_ = 0;
};

bool covers(const diag::Span& outer, const diag::Span& inner) {
    return outer && outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

class Writer {
  public:
    Writer(const bind::Ledger& ledger, const build::Prepared& prepared, const diag::Folders& folders)
        : ledger_(ledger), prepared_(prepared), folders_(folders) {}

    std::string write(const scene::Page& page) {
        const auto regions = regions_of(page);
        settle(regions);
        out_.begin_array();
        for (std::size_t i = 0; i < regions.size(); ++i) region(regions[i], of_region_[i]);
        out_.end_array();
        return out_.take();
    }

  private:
    /// The printings of each region: those of running text in the innermost one.
    void settle(const std::vector<Region>& regions) {
        of_region_.resize(regions.size());
        for (const auto& printing : ledger_.printings) {
            if (printing.kind == bind::Printing::Kind::claim) continue;
            if (printing.kind == bind::Printing::Kind::exhibit) {
                for (std::size_t i = 0; i < regions.size(); ++i)
                    if (!printing.exhibit.empty() && regions[i].exhibit == printing.exhibit)
                        of_region_[i].push_back(&printing);
                continue;
            }
            std::size_t best = regions.size();
            for (std::size_t i = 0; i < regions.size(); ++i)
                if (regions[i].own && covers(regions[i].span, printing.where) &&
                    (best == regions.size() || size(regions[i].span) <= size(regions[best].span)))
                    best = i;
            // A paragraph that goes on in the next column has a region in each.
            for (std::size_t i = 0; i < regions.size(); ++i)
                if (best < regions.size() && regions[i].own && regions[i].span == regions[best].span)
                    of_region_[i].push_back(&printing);
        }
    }

    static std::size_t size(const diag::Span& span) { return span.end - span.begin; }

    void region(const Region& region, const std::vector<const bind::Printing*>& printings) {
        Words words(region);
        out_.begin_object();
        out_.member("kind", word_for(*region.mark));
        write_box(region.at, out_.key("box"));
        place(region.span);
        if (!region.exhibit.empty()) out_.member("exhibit", region.exhibit);
        out_.key("numbers").begin_array();
        std::set<std::pair<std::string, std::string>> known;
        for (const auto* printing : printings) {
            const bool of_cell = region.mark->role == scene::Role::cell || region.mark->role == scene::Role::head_cell;
            auto boxes = words.next(printing->text);
            if (boxes.empty() && (of_cell || printing->kind != bind::Printing::Kind::exhibit)) continue;
            const auto names = printing->name.empty() ? printing->facts : std::vector{printing->name};
            for (const auto& name : names)
                if (known.emplace(name, printing->text).second || !boxes.empty()) number(*printing, name, boxes);
            if (names.empty() && !printing->tables.empty() && known.emplace("", printing->text).second)
                number(*printing, {}, boxes);
        }
        out_.end_array().end_object();
    }

    void place(const diag::Span& span) {
        if (!span) return;
        write_place(span, folders_, out_);
        const auto at = span.source->place(span.begin);
        out_.key("line").integer(static_cast<std::int64_t>(at.line));
        out_.key("column").integer(static_cast<std::int64_t>(at.column));
    }

    void number(const bind::Printing& printing, const std::string& name, const std::vector<base::Rect>& boxes) {
        out_.begin_object();
        out_.member("name", name).member("text", printing.text);
        const auto& model = prepared_.database->model();
        if (const auto* fact = model.fact(name)) {
            out_.member("label", fact->subject + (fact->measure.empty() ? "" : ", " + fact->measure));
            out_.key("from").begin_object();
            place(fact->span);
            out_.end_object();
            for (const auto& source : ledger_.document.sources)
                if (source.id == fact->source) out_.key("source").integer(source.number);
            if (printing.name.empty()) out_.member("value", fact->value + (fact->unit == "percent" ? "%" : ""));
        } else {
            for (const auto& value : prepared_.briefing.values) {
                if (value.name.text != name) continue;
                if (value.label) out_.member("label", value.label->text);
                out_.key("from").begin_object();
                place(value.name.span);
                out_.end_object();
            }
            out_.key("tables").begin_array();
            for (const auto& table : printing.tables) out_.string(table);
            out_.end_array();
        }
        out_.key("here").begin_object();
        place(printing.where);
        out_.end_object();
        out_.key("boxes").begin_array();
        for (const auto& box : boxes) write_box(box, out_);
        out_.end_array().end_object();
    }

    const bind::Ledger& ledger_;
    const build::Prepared& prepared_;
    const diag::Folders& folders_;
    std::vector<std::vector<const bind::Printing*>> of_region_;
    json::Writer out_{json::Writer::Form::compact};
};

}  // namespace

std::string places_json(const scene::Page& page, const bind::Ledger& ledger, const build::Prepared& prepared,
                        const diag::Folders& folders) {
    return Writer(ledger, prepared, folders).write(page);
}

}  // namespace precis::preview
