// Names first, then placeholders, then content.
#include "deck/matching.h"

#include <algorithm>
#include <map>
#include <set>

#include "deck/align.h"

namespace precis::deck {
namespace {

using Kind = ShapeRecord::Kind;

/// A title stays one in a layout that centres it.
std::string plain_place(const std::string& place) {
    return place == "ctrTitle" ? "title" : place;
}

/// The name without the number that LibreOffice puts behind it when a slide is moved or duplicated.
std::string without_number(const std::string& name) {
    const auto end = name.find_last_not_of("0123456789 ");
    return name.substr(0, end == std::string::npos ? 0 : end + 1);
}

bool can_be(const ShapeRecord& entry, const ShapeRecord& now) {
    if (entry.kind == now.kind) return true;
    return entry.kind == Kind::text && now.kind == Kind::shape;  // its words were deleted
}

std::vector<FoundShape> shapes_on(Package& deck, const std::string& path) {
    std::vector<FoundShape> out;
    const auto xml = xml_of(deck, path);
    const auto bytes = bytes_of(deck, path);
    const auto tree = deck.xml(path).child("p:sld").child("p:cSld").child("p:spTree");
    for (const auto node : tree.children())
        if (auto now = described(node, xml, bytes)) out.push_back({node, std::move(*now), {}});
    return out;
}

class Matching {
  public:
    Matching(Package& deck, const Record& record) : deck_(deck), record_(record) {
        for (std::size_t s = 0; s < record.slides.size(); ++s)
            for (std::size_t k = 0; k < record.slides[s].shapes.size(); ++k) {
                const auto& entry = record.slides[s].shapes[k];
                if (!entry.name.empty()) by_name_.emplace(entry.name, EntryPlace{s, k});
            }
    }

    std::vector<FoundSlide> run() {
        for (auto& path : deck_.slides()) {
            FoundSlide slide;
            slide.shapes = shapes_on(deck_, path);
            slide.notes = deck_.related(path, "notesSlide");
            slide.path = std::move(path);
            for (auto& shape : slide.shapes) find_by_name(shape);
            slide.home = home_of(slide);
            slides_.push_back(std::move(slide));
        }
        for (auto& slide : slides_)
            if (slide.home) find_rest(slide);
        return std::move(slides_);
    }

  private:
    const ShapeRecord& entry_at(const EntryPlace& place) const {
        return record_.slides[place.slide].shapes[place.shape];
    }

    void find_by_name(FoundShape& shape) {
        auto at = by_name_.find(shape.now.name);
        if (at == by_name_.end()) at = by_name_.find(without_number(shape.now.name));
        if (at == by_name_.end()) return;
        const auto& entry = entry_at(at->second);
        if (can_be(entry, shape.now)) shape.entry = at->second;
    }

    /// The slide of which most shapes are here; of one whose shapes have all lost their names, that with most of its
    /// words.
    std::optional<std::size_t> home_of(const FoundSlide& slide) const {
        std::map<std::size_t, int> votes;
        for (const auto& shape : slide.shapes)
            if (shape.entry) ++votes[shape.entry->slide];
        if (votes.empty()) {
            for (const auto& shape : slide.shapes) {
                if (shape.now.kind != Kind::text) continue;
                for (std::size_t s = 0; s < record_.slides.size(); ++s)
                    for (const auto& entry : record_.slides[s].shapes)
                        if (entry.kind == Kind::text && entry.content == shape.now.content) {
                            ++votes[s];
                            break;
                        }
            }
        }
        const auto most = std::max_element(votes.begin(), votes.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return most == votes.end() ? std::nullopt : std::optional(most->first);
    }

    void find_rest(FoundSlide& slide) {
        std::set<std::size_t> taken;
        for (const auto& shape : slide.shapes)
            if (shape.entry && shape.entry->slide == *slide.home) taken.insert(shape.entry->shape);
        const auto& entries = record_.slides[*slide.home].shapes;
        const auto assign = [&](const auto& fits) {
            for (auto& shape : slide.shapes) {
                if (shape.entry) continue;
                for (std::size_t k = 0; k < entries.size(); ++k) {
                    if (taken.contains(k) || !can_be(entries[k], shape.now) || !fits(entries[k], shape.now)) continue;
                    shape.entry = EntryPlace{*slide.home, k};
                    taken.insert(k);
                    break;
                }
            }
        };
        assign([](const ShapeRecord& entry, const ShapeRecord& now) {
            return !entry.place.empty() && plain_place(entry.place) == plain_place(now.place);
        });
        assign([](const ShapeRecord& entry, const ShapeRecord& now) {
            return entry.kind != Kind::shape && entry.content == now.content;
        });
    }

    Package& deck_;
    const Record& record_;
    std::map<std::string, EntryPlace> by_name_;
    std::vector<FoundSlide> slides_;
};

/// How much speaks for two entries being the same; negative: they are not.
double likeness(const ShapeRecord& a, const ShapeRecord& b) {
    if (a.kind != b.kind) return 0;
    double like = 0.2;
    if (a.place != b.place) return 0;
    if (!a.place.empty()) like += 4;
    if (a.exhibit != b.exhibit) return 0;
    if (!a.exhibit.empty()) like += 4;
    if (a.kind == Kind::notes) return 8;
    if (a.name == b.name) like += 0.5;
    const bool drawn = a.kind == Kind::shape;
    if (a.content == b.content || a.offered == b.content) like += drawn ? 0.5 : 4;
    if (drawn && a.look == b.look) like += 1;
    if (a.at && b.at) {
        if (same_place(*a.at, *b.at)) like += 1.5;
        if (a.at->x == b.at->x && a.at->width == b.at->width) like += 0.5;
    }
    if (!a.numbers.empty() && !b.numbers.empty()) {
        std::size_t shared = 0;
        for (const auto& number : a.numbers)
            shared += std::any_of(b.numbers.begin(), b.numbers.end(),
                                  [&](const Number& other) { return other.value == number.value; })
                          ? 1
                          : 0;
        like += 3 * static_cast<double>(shared) / static_cast<double>(a.numbers.size());
    }
    return like;
}

}  // namespace

XmlOf xml_of(Package& package, const std::string& part) {
    return [&package, part](const std::string& id) -> pugi::xml_node {
        const auto path = package.target(part, id);
        return package.has(path) ? package.xml(path).document_element() : pugi::xml_node();
    };
}

BytesOf bytes_of(Package& package, const std::string& part) {
    return [&package, part](const std::string& id) { return package.bytes(package.target(part, id)); };
}

std::vector<FoundSlide> found(Package& deck, const Record& record) {
    return Matching(deck, record).run();
}

std::vector<std::optional<std::size_t>> counterparts(const SlideRecord& written, const SlideRecord& fresh) {
    std::vector<std::optional<std::size_t>> out(written.shapes.size());
    for (const auto& [i, j] : aligned(written.shapes.size(), fresh.shapes.size(), [&](std::size_t i, std::size_t j) {
             return likeness(written.shapes[i], fresh.shapes[j]);
         }))
        out[i] = j;
    return out;
}

}  // namespace precis::deck
