// Each shape of the deck with its entry and the entry of the new build: what is unchanged takes the new content.
#include "deck/refresh.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "deck/codes.h"
#include "deck/content.h"
#include "deck/matching.h"
#include "deck/one_shape.h"
#include "deck/package.h"

namespace precis::deck {
namespace {

using Kind = ShapeRecord::Kind;

/// The custom XML part whose root is in that namespace, whatever it is related to.
std::string custom_part(Package& deck, std::string_view name_space) {
    for (const auto& path : deck.paths_in("customXml/"))
        if (!path.ends_with(".rels") && deck.xml(path).document_element().attribute("xmlns").value() == name_space)
            return path;
    return {};
}

diag::Result<Record> record_in(Package& deck) {
    const auto path = custom_part(deck, kRecordNamespace);
    if (auto record = read_record(std::string(deck.bytes(path)))) return std::move(*record);
    return diag::error(code::deck_without_record, {}, "the deck has no record of what precis wrote into it",
                       "name a deck that this version of precis built; a program that drops custom XML drops the "
                       "record: build the deck again and edit that one in PowerPoint or LibreOffice");
}

/// Whether LibreOffice has written every part anew, with places and groups as it understands them.
bool is_rewritten(Package& deck) {
    const auto path = deck.related("", "extended-properties");
    return std::string_view(deck.xml(path).child("Properties").child("Application").text().get())
        .starts_with("LibreOffice");
}

constexpr std::uint32_t kWithdrawn = 1;  // offered: nothing

class Refresh {
  public:
    Refresh(Package& deck, Package& fresh, Record written, Record later)
        : deck_(deck),
          fresh_(fresh),
          written_(std::move(written)),
          later_(std::move(later)),
          next_(written_),
          decks_{deck, fresh, is_rewritten(deck)} {}

    void run() {
        const auto paths = fresh_.slides();
        for (std::size_t i = 0; i < later_.slides.size() && i < paths.size(); ++i) {
            fresh_slide_[later_.slides[i].key] = i;
            fresh_paths_.push_back(paths[i]);
        }
        for (const auto& slide : written_.slides) {
            const auto at = fresh_slide_.find(slide.key);
            counterparts_.push_back(at == fresh_slide_.end()
                                        ? std::vector<std::optional<std::size_t>>(slide.shapes.size())
                                        : counterparts(slide, later_.slides[at->second]));
        }
        auto slides = found(deck_, written_);
        out_.slides = static_cast<int>(slides.size());
        for (std::size_t i = 0; i < slides.size(); ++i) {
            number_ = static_cast<int>(i) + 1;
            for (auto& shape : slides[i].shapes) {
                if (shape.entry)
                    refresh_shape(slides[i], shape);
                else
                    ++out_.foreign;
            }
            refresh_notes(slides[i]);
            if (slides[i].home) number_of_[*slides[i].home] = number_;
        }
        report_gone();
        report_new();
        next_.program = later_.program;
        if (deck_.is_changed() || next_ != written_) write_record();
    }

    Refreshed take() { return std::move(out_); }

  private:
    // ---- one shape ------------------------------------------------------------------------------------------------

    const ShapeRecord* counterpart(const EntryPlace& at) const {
        const auto& other = counterparts_[at.slide][at.shape];
        const auto slide = fresh_slide_.find(written_.slides[at.slide].key);
        return other && slide != fresh_slide_.end() ? &later_.slides[slide->second].shapes[*other] : nullptr;
    }

    const std::string& fresh_part(const EntryPlace& at) const {
        return fresh_paths_[fresh_slide_.at(written_.slides[at.slide].key)];
    }

    pugi::xml_node fresh_node(const EntryPlace& at, const std::string& name) {
        auto& known = fresh_nodes_[fresh_part(at)];
        if (known.empty())
            for (const auto node :
                 fresh_.xml(fresh_part(at)).child("p:sld").child("p:cSld").child("p:spTree").children())
                known.emplace(name_node(node).attribute("name").value(), node);
        const auto found = known.find(name);
        return found == known.end() ? pugi::xml_node() : found->second;
    }

    Change& note(Change::Kind kind, const EntryPlace& at, const std::string& shape) {
        Change change;
        change.kind = kind;
        change.slide = number_;
        change.key = written_.slides[at.slide].key;
        change.shape = shape;
        return out_.changes.emplace_back(std::move(change));
    }
    void note(const EntryPlace& at, const std::string& shape, std::vector<Change> changes) {
        for (auto& change : changes) {
            auto& one = note(change.kind, at, shape);
            one.name = std::move(change.name);
            one.before = std::move(change.before), one.after = std::move(change.after);
            one.why = std::move(change.why);
        }
    }
    void leave(const EntryPlace& at, const std::string& shape, std::string before, std::string after, std::string why) {
        auto& one = note(Change::Kind::left, at, shape);
        one.before = std::move(before), one.after = std::move(after);
        one.why = std::move(why);
    }

    void refresh_shape(const FoundSlide& slide, FoundShape& shape) {
        const auto at = *shape.entry;
        seen_.insert(at);
        const auto& was = written_.slides[at.slide].shapes[at.shape];
        auto& entry = next_.slides[at.slide].shapes[at.shape];
        if (was.gone) entry.gone = false;  // it was put back by hand
        const auto* later = counterpart(at);
        const auto& name = shape.now.name;
        const auto before = out_.changes.size();
        if (later == nullptr && was.kind == Kind::shape) {
            withdraw(slide, shape, was, entry);
        } else if (later == nullptr) {
            if (was.offered != kWithdrawn) leave(at, name, said(shape), {}, "the briefing has no such place now");
            entry.offered = kWithdrawn;
        } else if (const auto node = fresh_node(at, later->name)) {
            note(at, name,
                 deck::refresh_shape(decks_,
                                     {slide.path, shape.node, shape.now, was, *later, fresh_part(at), node, entry}));
            if (was.kind == Kind::table) place_table(slide, shape, at, *later);
        }
        if (out_.changes.size() == before) note(Change::Kind::unchanged, at, name);
    }

    /// A drawn shape that is drawn no more: the bar of a row that is gone, a line below it.
    void withdraw(const FoundSlide& slide, const FoundShape& shape, const ShapeRecord& was, ShapeRecord& entry) {
        const bool same =
            shape.now.content == was.content && shape.now.at && was.at && same_place(*shape.now.at, *was.at);
        if (same) {
            shape.node.parent().remove_child(shape.node);
            deck_.mark_changed(slide.path);
            note(Change::Kind::updated, *shape.entry, shape.now.name).why = "drawn no more";
            forget(entry);
        } else if (was.offered != kWithdrawn) {
            leave(*shape.entry, shape.now.name, {}, {}, "it is drawn no more, and was moved or restyled");
            entry.offered = kWithdrawn;
        }
    }

    void place_table(const FoundSlide& slide, const FoundShape& shape, const EntryPlace& at, const ShapeRecord& later) {
        const auto& was = written_.slides[at.slide].shapes[at.shape];
        if (!shape.now.at || !was.at) return;
        const bool still = same_place(*shape.now.at, *was.at);
        tables_.push_back({at, slide.path, later.exhibit, shape.node, shape.node,
                           still ? 0 : shape.now.at->x - was.at->x, still ? 0 : shape.now.at->y - was.at->y});
    }

    static std::string said(const FoundShape& shape) { return text_of(shape.node.child("p:txBody")); }

    // ---- notes, and what has no shape -----------------------------------------------------------------------------

    void refresh_notes(const FoundSlide& slide) {
        if (!slide.home || slide.notes.empty()) return;
        const auto& entries = written_.slides[*slide.home].shapes;
        for (std::size_t k = 0; k < entries.size(); ++k) {
            if (entries[k].kind != Kind::notes) continue;
            const EntryPlace at{*slide.home, k};
            auto body = notes_body(deck_.xml(slide.notes).child("p:notes"));
            if (!body) continue;
            seen_.insert(at);
            const auto* later = counterpart(at);
            const auto before = out_.changes.size();
            if (later != nullptr) {
                const auto part = fresh_.related(fresh_part(at), "notesSlide");
                const auto wanted = notes_body(fresh_.xml(part).child("p:notes"));
                const auto now = described_notes(body);
                if (wanted)
                    note(at, "Notes",
                         deck::refresh_notes(decks_, {slide.notes, body.parent(), now, entries[k], *later, part,
                                                      wanted.parent(), next_.slides[at.slide].shapes[at.shape]}));
            }
            if (out_.changes.size() == before) note(Change::Kind::unchanged, at, "Notes");
        }
    }

    void report_gone() {
        for (std::size_t s = 0; s < written_.slides.size(); ++s) {
            const auto& slide = written_.slides[s];
            number_ = number_of_.contains(s) ? number_of_[s] : 0;
            const bool any = std::any_of(seen_.begin(), seen_.end(), [&](const auto& at) { return at.slide == s; });
            if (!any && (slide.gone || !slide.shapes.empty())) {  // a new slide was never there
                if (!slide.gone) note(Change::Kind::gone, {s, 0}, {});
                next_.slides[s].gone = true;
                for (auto& entry : next_.slides[s].shapes) forget(entry);
                continue;
            }
            next_.slides[s].gone = false;
            for (std::size_t k = 0; k < slide.shapes.size(); ++k) {
                if (seen_.contains({s, k})) continue;
                const auto& was = slide.shapes[k];
                auto& entry = next_.slides[s].shapes[k];
                if (!was.gone && was.kind != Kind::shape)
                    note(Change::Kind::gone, {s, k}, was.kind == Kind::notes ? "Notes" : was.name);
                forget(entry);
                if (const auto* later = counterpart({s, k})) entry.content = later->content;
            }
        }
    }

    /// What is left of the entry of a deleted shape: enough to know it again, nothing of what it said.
    static void forget(ShapeRecord& entry) {
        entry.gone = true;
        entry.words.clear();
        entry.numbers.clear();
        entry.cells.clear();
        entry.series.clear();
        entry.alternative = 0;
    }

    void report_new() {
        for (std::size_t i = 0; i < later_.slides.size(); ++i) {
            const auto& slide = later_.slides[i];
            const auto known = std::find_if(written_.slides.begin(), written_.slides.end(),
                                            [&](const auto& other) { return other.key == slide.key; });
            if (known == written_.slides.end()) {
                Change change;
                change.kind = Change::Kind::added;
                change.key = slide.key;
                out_.changes.push_back(std::move(change));
                next_.slides.push_back({slide.key, true, {}});
                continue;
            }
            const auto s = static_cast<std::size_t>(known - written_.slides.begin());
            if (!known->gone) report_new_on(s, slide);
        }
    }

    void report_new_on(std::size_t s, const SlideRecord& slide) {
        std::map<std::size_t, std::size_t> written;  // by the entry of the new build
        for (std::size_t k = 0; k < counterparts_[s].size(); ++k)
            if (counterparts_[s][k]) written[*counterparts_[s][k]] = k;
        number_ = number_of_.contains(s) ? number_of_[s] : 0;
        auto& shapes = next_.slides[s].shapes;
        std::size_t place = 0, inserted = 0;  // behind the one that it follows in the new build
        for (std::size_t j = 0; j < slide.shapes.size(); ++j) {
            if (const auto at = written.find(j); at != written.end()) {
                place = at->second + 1;
                continue;
            }
            auto entry = slide.shapes[j];
            if (entry.kind == Kind::shape && draw_over_table(s, entry)) {
                shapes.insert(shapes.begin() + static_cast<std::ptrdiff_t>(place + inserted), std::move(entry));
                ++inserted;
                continue;
            }
            {
                auto& one = note(Change::Kind::added, {s, 0}, entry.kind == Kind::notes ? "Notes" : entry.name);
                one.after = words_of_fresh(slide.key, entry);
            }
            forget(entry);
            entry.name.clear();  // a shape of the deck may have it
            shapes.insert(shapes.begin() + static_cast<std::ptrdiff_t>(place + inserted), std::move(entry));
            ++inserted;
        }
    }

    /// Adds a bar in a cell of a table that is still in the deck, where the person has put the table.
    bool draw_over_table(std::size_t s, ShapeRecord& entry) {
        const auto table = std::find_if(tables_.begin(), tables_.end(), [&](const auto& one) {
            return one.at.slide == s && one.exhibit == entry.exhibit && !entry.exhibit.empty();
        });
        if (table == tables_.end()) return false;
        const auto& part = fresh_part(table->at);
        for (const auto node : fresh_.xml(part).child("p:sld").child("p:cSld").child("p:spTree").children()) {
            if (name_node(node).attribute("name").value() != entry.name) continue;
            auto copy = table->node.parent().insert_copy_after(node, table->last);
            Adoption(fresh_, part, deck_, table->part).adopt(copy);
            shift(copy, table->x, table->y);
            entry.name = free_name(table->at, entry.name);
            name_node(copy).attribute("name").set_value(entry.name.c_str());
            int largest = 1;
            for (const auto& found : copy.root().select_nodes("//p:cNvPr"))
                if (found.node() != name_node(copy)) largest = std::max(largest, found.node().attribute("id").as_int());
            name_node(copy).attribute("id").set_value(largest + 1);
            table->last = copy;
            deck_.mark_changed(table->part);
            note(Change::Kind::updated, table->at, entry.name).why = "drawn anew";
            return true;
        }
        return false;
    }

    /// A name that no other entry of the slide has.
    std::string free_name(const EntryPlace& at, const std::string& like) const {
        const auto& shapes = next_.slides[at.slide].shapes;
        auto name = like;
        while (std::any_of(shapes.begin(), shapes.end(), [&](const auto& one) { return one.name == name; }))
            name += " new";
        return name;
    }

    std::string words_of_fresh(const std::string& key, const ShapeRecord& entry) {
        const auto& part = fresh_paths_[fresh_slide_.at(key)];
        for (const auto node : fresh_.xml(part).child("p:sld").child("p:cSld").child("p:spTree").children())
            if (name_node(node).attribute("name").value() == entry.name) return text_of(node.child("p:txBody"));
        return {};
    }

    // ---- the record -----------------------------------------------------------------------------------------------

    void write_record() {
        if (const auto facts = custom_part(fresh_, kFactsNamespace); !facts.empty())
            if (const auto own = custom_part(deck_, kFactsNamespace); !own.empty())
                deck_.put(own, std::string(fresh_.bytes(facts)));
        deck_.put(custom_part(deck_, kRecordNamespace), written(next_));
        // LibreOffice keeps the parts, but relates them to the package, where they may not be.
        if (!deck_.is_changed()) return;
        deck_.unrelate("", "customXml");
        for (const auto name_space : {kFactsNamespace, kRecordNamespace})
            if (const auto part = custom_part(deck_, name_space); !part.empty())
                deck_.relate(deck_.main(), "customXml", part);
    }

    Package &deck_, &fresh_;
    Record written_, later_, next_;
    Decks decks_;
    std::map<std::string, std::size_t> fresh_slide_;  // by key
    std::vector<std::string> fresh_paths_;
    std::map<std::string, std::map<std::string, pugi::xml_node>> fresh_nodes_;
    std::vector<std::vector<std::optional<std::size_t>>> counterparts_;  // pairs with the record's slides
    std::set<EntryPlace> seen_;
    /// A table that is in the deck, and by how much a person has moved it.
    struct PlacedTable {
        EntryPlace at;
        std::string part, exhibit;
        pugi::xml_node node, last;  // last: of the shapes drawn over it
        int x = 0, y = 0;
    };
    std::vector<PlacedTable> tables_;
    std::map<std::size_t, int> number_of_;  // of slides of the record: in the deck
    int number_ = 0;
    Refreshed out_;
};

}  // namespace

std::string_view to_string(Change::Kind kind) {
    switch (kind) {
        case Change::Kind::updated:
            return "updated";
        case Change::Kind::unchanged:
            return "unchanged";
        case Change::Kind::left:
            return "left";
        case Change::Kind::gone:
            return "gone";
        case Change::Kind::added:
            return "new";
    }
    return {};
}

diag::Result<Record> record_of(const std::filesystem::path& file) {
    diag::Diagnostics diagnostics;
    auto deck = Package::open(file).take(diagnostics);
    if (!deck) return diagnostics;
    return record_in(**deck);
}

diag::Result<Refreshed> refreshed(const std::filesystem::path& file, const std::string& fresh) {
    diag::Diagnostics diagnostics;
    auto deck = Package::open(file).take(diagnostics);
    auto later = Package::open(fresh).take(diagnostics);
    if (!deck || !later) return diagnostics;
    auto record = record_in(**deck).take(diagnostics);
    auto later_record = record_in(**later).take(diagnostics);
    if (!record || !later_record) return diagnostics;
    Refresh refresh(**deck, **later, std::move(*record), std::move(*later_record));
    refresh.run();
    auto out = refresh.take();
    if ((*deck)->is_changed()) {
        auto bytes = (*deck)->zipped().take(diagnostics);
        if (!bytes) return diagnostics;
        out.bytes = std::move(*bytes);
    }
    return {std::move(out), std::move(diagnostics)};
}

}  // namespace precis::deck
