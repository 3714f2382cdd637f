// Each shape of the deck with its entry and the entry of the new build: what is unchanged takes the new content.
#include "deck/refresh.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "deck/chart_edit.h"
#include "deck/codes.h"
#include "deck/content.h"
#include "deck/matching.h"
#include "deck/package.h"
#include "deck/shape_edit.h"
#include "deck/table_edit.h"
#include "deck/text_edit.h"

namespace precis::deck {
namespace {

using Kind = ShapeRecord::Kind;

/// The custom XML part whose root is in that namespace; programs may have dropped its relationship.
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
        : deck_(deck), fresh_(fresh), written_(std::move(written)), later_(std::move(later)), next_(written_),
          rewritten_(is_rewritten(deck)) {}

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
        if (later == nullptr) {
            if (was.offered != kWithdrawn && was.kind != Kind::shape)
                leave(at, name, said(shape), {}, "the briefing has no such place now");
            entry.offered = kWithdrawn;
        } else if (const auto node = fresh_node(at, later->name)) {
            const Shape both{slide.path, shape.node, shape.now, at, was, *later, node, entry};
            refresh_kind(both);
            refresh_alternative(both);
        }
        if (out_.changes.size() == before) note(Change::Kind::unchanged, at, name);
    }

    /// A shape of the deck with all that is known of it.
    struct Shape {
        const std::string& part;
        pugi::xml_node node;
        const ShapeRecord& now;      // as it is in the deck
        EntryPlace at;
        const ShapeRecord& was;      // as it was written
        const ShapeRecord& later;    // in the new build
        pugi::xml_node fresh;
        ShapeRecord& entry;          // as it is written from now on
    };

    static std::string said(const FoundShape& shape) { return text_of(shape.node.child("p:txBody")); }

    void refresh_kind(const Shape& shape) {
        switch (shape.was.kind) {
            case Kind::text:
                return refresh_text(shape);
            case Kind::table:
                return refresh_table_shape(shape);
            case Kind::chart:
                return refresh_chart_shape(shape);
            case Kind::group:
                return refresh_group(shape);
            case Kind::picture:
                return refresh_picture(shape);
            case Kind::shape:
                return refresh_drawing(shape);
            case Kind::notes:
                return;
        }
    }

    /// Moves what the person has not moved to where the new build has it.
    void follow(const Shape& shape) {
        if (!shape.was.at || !shape.later.at || same_place(*shape.was.at, *shape.later.at) || !shape.now.at) return;
        if (!same_place(*shape.now.at, *shape.was.at)) return;
        take_place(shape.node, shape.now, shape.was, shape.fresh);
        shape.entry.at = shape.later.at;
        deck_.mark_changed(shape.part);
    }

    bool is_offered(const Shape& shape) const {
        return shape.later.content == shape.was.content || shape.was.offered == shape.later.content;
    }

    void refresh_text(const Shape& shape) {
        auto body = shape.node.child("p:txBody");
        const auto wanted = shape.fresh.child("p:txBody");
        const bool edited = shape.now.content != shape.was.content;
        if (edited && shape.now.content != shape.later.content) {
            if (!is_offered(shape)) refresh_reworded(shape, body, text_of(wanted));
            shape.entry.offered = shape.later.content;
            return;
        }
        if (shape.later.content != shape.now.content) {
            const auto before = text_of(body);
            Adoption adoption(fresh_, fresh_part(shape.at), deck_, shape.part);
            set_text(body, wanted, adoption);
            deck_.mark_changed(shape.part);
            note_text(shape, before, text_of(wanted));
        }
        shape.entry.content = shape.later.content;
        shape.entry.words = shape.later.words;
        shape.entry.numbers = shape.later.numbers;
        shape.entry.offered.reset();
        follow(shape);
    }

    /// A change for each number that is printed differently; one for the text if it is another.
    void note_text(const Shape& shape, const std::string& before, const std::string& after) {
        std::map<std::string, std::vector<std::string>> old;
        for (const auto& number : shape.was.numbers) old[number.value].push_back(number.text);
        std::map<std::string, std::size_t> turn;
        bool any = false;
        for (const auto& number : shape.later.numbers) {
            const auto nth = turn[number.value]++;
            const auto& same = old[number.value];
            if (nth >= same.size() || same[nth] == number.text) continue;
            auto& one = note(Change::Kind::updated, shape.at, shape.now.name);
            one.name = number.value;
            one.before = same[nth], one.after = number.text;
            any = true;
        }
        if (any) return;
        auto& one = note(Change::Kind::updated, shape.at, shape.now.name);
        one.before = before, one.after = after;
    }

    void refresh_reworded(const Shape& shape, pugi::xml_node body, const std::string& wanted) {
        const auto before = text_of(body);
        const auto changes = replace_numbers(body, shape.entry, shape.later.numbers);
        if (changes.empty()) return leave(shape.at, shape.now.name, before, wanted, "the text was edited");
        for (const auto& change : changes) {
            auto& one = note(change.found ? Change::Kind::updated : Change::Kind::left, shape.at, shape.now.name);
            one.name = change.value;
            one.before = change.before, one.after = change.after;
            if (change.found) deck_.mark_changed(shape.part);
            if (!change.found)
                one.why = change.after.empty() ? "the briefing does not print it here now"
                                               : "the text was edited, and the number is not in it as it was written";
        }
    }

    void refresh_table_shape(const Shape& shape) {
        if (shape.later.content != shape.was.content) {
            const auto table_in = [](pugi::xml_node frame) {
                return frame.child("a:graphic").child("a:graphicData").child("a:tbl");
            };
            Adoption adoption(fresh_, fresh_part(shape.at), deck_, shape.part);
            auto changes = refresh_table(table_in(shape.node), shape.entry,
                                         {table_in(shape.fresh), shape.later}, adoption);
            if (std::any_of(changes.begin(), changes.end(),
                            [](const Change& one) { return one.kind == Change::Kind::updated; }))
                deck_.mark_changed(shape.part);
            note(shape.at, shape.now.name, std::move(changes));
            shape.entry.content = shape.later.content;
        }
        follow(shape);
    }

    ChartSide chart_side(const Shape& shape) {
        return {deck_, deck_.target(shape.part, chart_reference(shape.node).attribute("r:id").value())};
    }
    ChartSide fresh_chart(const Shape& shape) {
        const auto& part = fresh_part(shape.at);
        return {fresh_, fresh_.target(part, chart_reference(shape.fresh).attribute("r:id").value())};
    }

    void refresh_chart_shape(const Shape& shape) {
        if (shape.later.content == shape.was.content) return follow(shape);
        const auto own = chart_side(shape);
        const auto space = [&] { return deck_.xml(own.path).child("c:chartSpace"); };
        if (!same_series(space(), shape.was.series, rewritten_)) {
            if (!is_offered(shape)) leave(shape.at, shape.now.name, {}, {}, "its data were edited");
            shape.entry.offered = shape.later.content;
            return;
        }
        const bool untouched = exact_hash(space()) == shape.was.look;
        note(shape.at, shape.now.name, refresh_chart(own, shape.was, fresh_chart(shape)));
        shape.entry.content = shape.later.content;
        shape.entry.series = shape.later.series;
        shape.entry.axes = axes_of(space());
        shape.entry.look = untouched ? exact_hash(space()) : 0;
        shape.entry.offered.reset();
        follow(shape);
    }

    /// Whether nothing in a group was changed by hand.
    bool is_as_written(const Shape& shape) const {
        if (shape.now.content == shape.was.content && shape.now.look == shape.was.look) return true;
        if (!rewritten_ || shape.now.content != shape.was.content) return false;
        for (std::size_t i = 0; i < shape.now.balance.size(); ++i) {
            const int sum = shape.was.balance[i];
            if (std::abs(shape.now.balance[i] - sum) > 10 + sum / 100) return false;
        }
        return true;
    }

    void refresh_group(const Shape& shape) {
        const auto offer = shape.later.content ^ shape.later.look;
        if (shape.later.content == shape.was.content && shape.later.look == shape.was.look) return;
        if (!is_as_written(shape)) {
            if (shape.was.offered != offer)
                leave(shape.at, shape.now.name, {}, {}, "what is drawn in it was edited");
            shape.entry.offered = offer;
            return;
        }
        Adoption adoption(fresh_, fresh_part(shape.at), deck_, shape.part);
        auto changes = replace_group({deck_, shape.part, shape.node, shape.was}, shape.now,
                                     {fresh_, fresh_part(shape.at), shape.fresh, shape.later}, adoption);
        if (changes.empty()) changes.emplace_back().why = "drawn anew";
        number_shapes(shape.node);
        deck_.mark_changed(shape.part);
        note(shape.at, shape.now.name, std::move(changes));
        const bool moved = shape.now.at && shape.was.at && !same_place(*shape.now.at, *shape.was.at);
        const auto place = shape.entry.at;
        const auto name = shape.entry.name;
        shape.entry = shape.later;
        shape.entry.name = name;
        if (moved) shape.entry.at = place;
        // As it is now: a chart whose axes a person has set keeps them.
        if (const auto now = described(shape.node, xml_of(deck_, shape.part), bytes_of(deck_, shape.part)))
            shape.entry.look = now->look, shape.entry.axes = now->axes, shape.entry.balance = now->balance;
    }

    /// Gives the shapes of a group numbers that no other shape of the slide has.
    void number_shapes(pugi::xml_node group) {
        std::set<int> taken;
        const auto root = group.root();
        int largest = 1;
        for (const auto& found : root.select_nodes("//p:cNvPr")) {
            const int id = found.node().attribute("id").as_int();
            largest = std::max(largest, id);
        }
        std::set<pugi::xml_node> inside;
        for (const auto& found : group.select_nodes(".//p:cNvPr")) inside.insert(found.node());
        for (const auto& found : root.select_nodes("//p:cNvPr"))
            if (!inside.contains(found.node())) taken.insert(found.node().attribute("id").as_int());
        for (const auto& found : group.select_nodes("*/p:cNvPr")) taken.insert(found.node().attribute("id").as_int());
        for (const auto& found : group.select_nodes(".//p:cNvPr")) {
            auto id = found.node().attribute("id");
            if (found.node().parent().parent() == group) continue;
            if (!taken.insert(id.as_int()).second) {
                id.set_value(++largest);
                taken.insert(largest);
            }
        }
    }

    void refresh_picture(const Shape& shape) {
        if (shape.later.content != shape.was.content) {
            if (shape.now.content != shape.was.content && !rewritten_) {
                if (!is_offered(shape)) leave(shape.at, shape.now.name, {}, {}, "it is another picture now");
                shape.entry.offered = shape.later.content;
                return;
            }
            Adoption adoption(fresh_, fresh_part(shape.at), deck_, shape.part);
            replace_picture(shape.node, shape.fresh, adoption);
            deck_.mark_changed(shape.part);
            note(Change::Kind::updated, shape.at, shape.now.name).why = "the picture is another";
            shape.entry.content = shape.later.content;
            shape.entry.offered.reset();
        }
        follow(shape);
    }

    void refresh_drawing(const Shape& shape) {
        const bool same = shape.later.content == shape.was.content && shape.later.look == shape.was.look;
        const bool stays = !shape.later.at || !shape.was.at || same_place(*shape.later.at, *shape.was.at);
        if (same && stays) return;
        const bool moved = !shape.now.at || !shape.was.at || !same_place(*shape.now.at, *shape.was.at);
        const auto offer = shape.later.content ^ shape.later.look;
        if (moved || shape.now.content != shape.was.content) {
            if (shape.was.offered != offer)
                leave(shape.at, shape.now.name, {}, {}, "the shape was moved or restyled");
            shape.entry.offered = offer;
            return;
        }
        replace_drawing(shape.node, shape.fresh);
        deck_.mark_changed(shape.part);
        note(Change::Kind::updated, shape.at, shape.now.name).why = "drawn anew";
        const auto name = shape.entry.name;
        shape.entry = shape.later;
        shape.entry.name = name;
    }

    void refresh_alternative(const Shape& shape) {
        if (shape.later.alternative == shape.was.alternative) return;
        auto about = name_node(shape.node);
        if (shape.entry.offered == shape.later.content) return;  // it describes what was left
        if (shape.now.alternative != shape.was.alternative && shape.now.alternative != 0) {
            auto& one = note(Change::Kind::left, shape.at, shape.now.name);
            one.name = "alternative text";
            one.before = about.attribute("descr").value();
            one.after = name_node(shape.fresh).attribute("descr").value();
            one.why = "it was edited";
        } else {
            if (!about.attribute("descr")) about.append_attribute("descr");
            about.attribute("descr").set_value(name_node(shape.fresh).attribute("descr").value());
            deck_.mark_changed(shape.part);
        }
        shape.entry.alternative = shape.later.alternative;
    }

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
                const Shape both{slide.notes, body.parent(), now, at, entries[k], *later, wanted.parent(),
                                 next_.slides[at.slide].shapes[at.shape]};
                if (wanted) refresh_notes_text(both);
            }
            if (out_.changes.size() == before) note(Change::Kind::unchanged, at, "Notes");
        }
    }

    void refresh_notes_text(const Shape& shape) {
        auto body = shape.node.child("p:txBody");
        const auto wanted = shape.fresh.child("p:txBody");
        if (shape.later.content == shape.now.content) {
            shape.entry.content = shape.later.content;
            return;
        }
        if (shape.now.content != shape.was.content) {
            if (!is_offered(shape))
                leave(shape.at, "Notes", text_of(body), text_of(wanted), "the notes were edited");
            shape.entry.offered = shape.later.content;
            return;
        }
        auto& one = note(Change::Kind::updated, shape.at, "Notes");
        one.before = text_of(body), one.after = text_of(wanted);
        Adoption adoption(fresh_, fresh_.related(fresh_part(shape.at), "notesSlide"), deck_, shape.part);
        set_text(body, wanted, adoption);
        deck_.mark_changed(shape.part);
        shape.entry.content = shape.later.content;
        shape.entry.offered.reset();
    }

    void report_gone() {
        for (std::size_t s = 0; s < written_.slides.size(); ++s) {
            const auto& slide = written_.slides[s];
            number_ = number_of_.contains(s) ? number_of_[s] : 0;
            const bool any = std::any_of(seen_.begin(), seen_.end(), [&](const auto& at) { return at.slide == s; });
            if (!any && !slide.shapes.empty()) {
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
            if (entry.kind != Kind::shape) {
                auto& one = note(Change::Kind::added, {s, 0}, entry.kind == Kind::notes ? "Notes" : entry.name);
                one.after = words_of_fresh(slide.key, entry);
            }
            forget(entry);
            shapes.insert(shapes.begin() + static_cast<std::ptrdiff_t>(place + inserted), std::move(entry));
            ++inserted;
        }
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
        // LibreOffice keeps the parts and drops the relationships, without which PowerPoint would drop the parts.
        if (!deck_.is_changed()) return;
        for (const auto name_space : {kFactsNamespace, kRecordNamespace})
            if (const auto part = custom_part(deck_, name_space); !part.empty())
                deck_.relate(deck_.main(), "customXml", part);
    }

    Package &deck_, &fresh_;
    Record written_, later_, next_;
    bool rewritten_ = false;
    std::map<std::string, std::size_t> fresh_slide_;  // by key
    std::vector<std::string> fresh_paths_;
    std::map<std::string, std::map<std::string, pugi::xml_node>> fresh_nodes_;
    std::vector<std::vector<std::optional<std::size_t>>> counterparts_;  // pairs with the record's slides
    std::set<EntryPlace> seen_;
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
