// A function for each kind of shape.
#include "deck/one_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "deck/chart_edit.h"
#include "deck/content.h"
#include "deck/matching.h"
#include "deck/shape_edit.h"
#include "deck/table_edit.h"
#include "deck/text_edit.h"

namespace precis::deck {
namespace {

using Kind = ShapeRecord::Kind;

class OneShape {
  public:
    explicit OneShape(const Decks& decks) : decks_(decks) {}

    std::vector<Change> run(const ShapeInHand& shape) {
        refresh_kind(shape);
        refresh_alternative(shape);
        return std::move(changes_);
    }
    std::vector<Change> run_notes(const ShapeInHand& shape) {
        refresh_notes_text(shape);
        return std::move(changes_);
    }

  private:
    Change& note(Change::Kind kind) {
        auto& change = changes_.emplace_back();
        change.kind = kind;
        return change;
    }
    void add(std::vector<Change> changes) { std::move(changes.begin(), changes.end(), std::back_inserter(changes_)); }
    void leave(std::string before, std::string after, std::string why) {
        auto& one = note(Change::Kind::left);
        one.before = std::move(before), one.after = std::move(after);
        one.why = std::move(why);
    }

    void refresh_kind(const ShapeInHand& shape) {
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
    void follow(const ShapeInHand& shape) {
        if (!shape.was.at || !shape.later.at || same_place(*shape.was.at, *shape.later.at) || !shape.now.at) return;
        if (!same_place(*shape.now.at, *shape.was.at)) return;
        take_place(shape.node, shape.now, shape.was, shape.fresh);
        shape.entry.at = shape.later.at;
        decks_.deck.mark_changed(shape.part);
    }

    bool is_offered(const ShapeInHand& shape) const {
        return shape.later.content == shape.was.content || shape.was.offered == shape.later.content;
    }

    void refresh_text(const ShapeInHand& shape) {
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
            Adoption adoption(decks_.fresh, shape.fresh_part, decks_.deck, shape.part);
            set_text(body, wanted, adoption);
            decks_.deck.mark_changed(shape.part);
            note_text(shape, before, text_of(wanted));
        }
        shape.entry.content = shape.later.content;
        shape.entry.words = shape.later.words;
        shape.entry.numbers = shape.later.numbers;
        shape.entry.offered.reset();
        follow(shape);
    }

    /// A change for each number that is printed differently; one for the text if it is another.
    void note_text(const ShapeInHand& shape, const std::string& before, const std::string& after) {
        std::map<std::string, std::vector<std::string>> old;
        for (const auto& number : shape.was.numbers) old[number.value].push_back(number.text);
        std::map<std::string, std::size_t> turn;
        bool any = false;
        for (const auto& number : shape.later.numbers) {
            const auto nth = turn[number.value]++;
            const auto& same = old[number.value];
            if (nth >= same.size() || same[nth] == number.text) continue;
            auto& one = note(Change::Kind::updated);
            one.name = number.value;
            one.before = same[nth], one.after = number.text;
            any = true;
        }
        if (any) return;
        auto& one = note(Change::Kind::updated);
        one.before = before, one.after = after;
    }

    void refresh_reworded(const ShapeInHand& shape, pugi::xml_node body, const std::string& wanted) {
        const auto before = text_of(body);
        const auto changes = replace_numbers(body, shape.entry, shape.later.numbers);
        if (changes.empty()) return leave(before, wanted, "the text was edited");
        for (const auto& change : changes) {
            auto& one = note(change.found ? Change::Kind::updated : Change::Kind::left);
            one.name = change.value;
            one.before = change.before, one.after = change.after;
            if (change.found) decks_.deck.mark_changed(shape.part);
            if (!change.found)
                one.why = change.after.empty() ? "the briefing does not print it here now"
                                               : "the text was edited, and the number is not in it as it was written";
        }
    }

    void refresh_table_shape(const ShapeInHand& shape) {
        const bool other_tints = shape.later.look != shape.was.look, own_tints = shape.now.look != shape.was.look;
        if (shape.later.content != shape.was.content || other_tints) {
            const auto table_in = [](pugi::xml_node frame) {
                return frame.child("a:graphic").child("a:graphicData").child("a:tbl");
            };
            Adoption adoption(decks_.fresh, shape.fresh_part, decks_.deck, shape.part);
            auto changes = refresh_table(table_in(shape.node), shape.entry,
                                         {table_in(shape.fresh), shape.later, other_tints && !own_tints}, adoption);
            if (other_tints && !own_tints) {
                decks_.deck.mark_changed(shape.part);
                if (changes.empty()) changes.emplace_back().why = "its tints are others";
            }
            if (std::any_of(changes.begin(), changes.end(),
                            [](const Change& one) { return one.kind == Change::Kind::updated; }))
                decks_.deck.mark_changed(shape.part);
            add(std::move(changes));
            if (other_tints && own_tints && has_tints(table_in(shape.fresh)))
                leave({}, {}, "its cells have other tints now, and some were changed by hand");
            shape.entry.content = shape.later.content;
            shape.entry.look = shape.later.look;
        }
        follow(shape);
    }

    static bool has_tints(pugi::xml_node table) {
        for (const auto row : table.children("a:tr")) {
            if (row == table.child("a:tr")) continue;  // a header's ground is none
            for (const auto cell : row.children("a:tc"))
                if (cell.child("a:tcPr").child("a:solidFill")) return true;
        }
        return false;
    }

    ChartSide chart_side(const ShapeInHand& shape) {
        return {decks_.deck, decks_.deck.target(shape.part, chart_reference(shape.node).attribute("r:id").value())};
    }
    ChartSide fresh_chart(const ShapeInHand& shape) {
        return {decks_.fresh,
                decks_.fresh.target(shape.fresh_part, chart_reference(shape.fresh).attribute("r:id").value())};
    }

    void refresh_chart_shape(const ShapeInHand& shape) {
        if (shape.later.content == shape.was.content) return follow(shape);
        const auto own = chart_side(shape);
        const auto space = [&] { return decks_.deck.xml(own.path).child("c:chartSpace"); };
        if (!same_series(space(), shape.was.series, decks_.rewritten)) {
            if (!is_offered(shape)) leave({}, {}, "its data were edited");
            shape.entry.offered = shape.later.content;
            return;
        }
        const bool untouched = exact_hash(space()) == shape.was.look;
        add(refresh_chart(own, shape.was, fresh_chart(shape)));
        shape.entry.content = shape.later.content;
        shape.entry.series = shape.later.series;
        shape.entry.axes = axes_of(space());
        shape.entry.look = untouched ? exact_hash(space()) : 0;
        shape.entry.offered.reset();
        follow(shape);
    }

    /// Whether nothing in a group was changed by hand.
    bool is_as_written(const ShapeInHand& shape) const {
        if (shape.now.content == shape.was.content && shape.now.look == shape.was.look) return true;
        if (!decks_.rewritten || shape.now.content != shape.was.content) return false;
        for (std::size_t i = 0; i < shape.now.balance.size(); ++i) {
            const int sum = shape.was.balance[i];
            if (std::abs(shape.now.balance[i] - sum) > 10 + sum / 100) return false;
        }
        return true;
    }

    void refresh_group(const ShapeInHand& shape) {
        const auto offer = shape.later.content ^ shape.later.look;
        if (shape.later.content == shape.was.content && shape.later.look == shape.was.look) return;
        if (!is_as_written(shape)) {
            if (shape.was.offered != offer) leave({}, {}, "what is drawn in it was edited");
            shape.entry.offered = offer;
            return;
        }
        Adoption adoption(decks_.fresh, shape.fresh_part, decks_.deck, shape.part);
        auto changes = replace_group({decks_.deck, shape.part, shape.node, shape.was, decks_.rewritten}, shape.now,
                                     {decks_.fresh, shape.fresh_part, shape.fresh, shape.later}, adoption);
        if (changes.empty()) changes.emplace_back().why = "drawn anew";
        number_shapes(shape.node);
        decks_.deck.mark_changed(shape.part);
        add(std::move(changes));
        const auto name = shape.entry.name;
        shape.entry = shape.later;
        shape.entry.name = name;
        // As it is now: a chart whose axes a person has set keeps them.
        if (const auto now = described(shape.node, xml_of(decks_.deck, shape.part), bytes_of(decks_.deck, shape.part)))
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

    void refresh_picture(const ShapeInHand& shape) {
        if (shape.later.content != shape.was.content) {
            if (shape.now.content != shape.was.content && !decks_.rewritten) {
                if (!is_offered(shape)) leave({}, {}, "it is another picture now");
                shape.entry.offered = shape.later.content;
                return;
            }
            Adoption adoption(decks_.fresh, shape.fresh_part, decks_.deck, shape.part);
            replace_picture(shape.node, shape.fresh, adoption);
            decks_.deck.mark_changed(shape.part);
            note(Change::Kind::updated).why = "the picture is another";
            shape.entry.content = shape.later.content;
            shape.entry.offered.reset();
        }
        follow(shape);
    }

    void refresh_drawing(const ShapeInHand& shape) {
        const bool same = shape.later.content == shape.was.content && shape.later.look == shape.was.look;
        const bool stays = !shape.later.at || !shape.was.at || same_place(*shape.later.at, *shape.was.at);
        if (same && stays) return;
        const auto& now = shape.now.at;
        const auto& was = shape.was.at;
        const bool resized =
            !now || !was || !same_place({0, 0, now->width, now->height}, {0, 0, was->width, was->height});
        const auto offer = shape.later.content ^ shape.later.look;
        if (resized || shape.now.content != shape.was.content) {
            if (shape.was.offered != offer) leave({}, {}, "the shape was scaled or restyled");
            shape.entry.offered = offer;
            return;
        }
        replace_drawing(shape.node, shape.fresh);
        if (!same_place(*now, *was)) shift(shape.node, now->x - was->x, now->y - was->y);
        decks_.deck.mark_changed(shape.part);
        note(Change::Kind::updated).why = "drawn anew";
        const auto name = shape.entry.name;
        shape.entry = shape.later;
        shape.entry.name = name;
    }

    void refresh_alternative(const ShapeInHand& shape) {
        if (shape.later.alternative == shape.was.alternative) return;
        auto about = name_node(shape.node);
        if (shape.entry.offered == shape.later.content) return;  // it describes what was left
        if (shape.now.alternative != shape.was.alternative && shape.now.alternative != 0) {
            auto& one = note(Change::Kind::left);
            one.name = "alternative text";
            one.before = about.attribute("descr").value();
            one.after = name_node(shape.fresh).attribute("descr").value();
            one.why = "it was edited";
        } else {
            if (!about.attribute("descr")) about.append_attribute("descr");
            about.attribute("descr").set_value(name_node(shape.fresh).attribute("descr").value());
            decks_.deck.mark_changed(shape.part);
        }
        shape.entry.alternative = shape.later.alternative;
    }

    void refresh_notes_text(const ShapeInHand& shape) {
        auto body = shape.node.child("p:txBody");
        const auto wanted = shape.fresh.child("p:txBody");
        if (shape.later.content == shape.now.content) {
            shape.entry.content = shape.later.content;
            return;
        }
        if (shape.now.content != shape.was.content) {
            if (!is_offered(shape)) leave(text_of(body), text_of(wanted), "the notes were edited");
            shape.entry.offered = shape.later.content;
            return;
        }
        auto& one = note(Change::Kind::updated);
        one.before = text_of(body), one.after = text_of(wanted);
        Adoption adoption(decks_.fresh, shape.fresh_part, decks_.deck, shape.part);
        set_text(body, wanted, adoption);
        decks_.deck.mark_changed(shape.part);
        shape.entry.content = shape.later.content;
        shape.entry.offered.reset();
    }

    const Decks& decks_;
    std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> refresh_shape(const Decks& decks, const ShapeInHand& shape) {
    return OneShape(decks).run(shape);
}

std::vector<Change> refresh_notes(const Decks& decks, const ShapeInHand& shape) {
    return OneShape(decks).run_notes(shape);
}

void shift(pugi::xml_node shape, int x, int y) {
    auto off = place_node(shape).child("a:off");
    const auto add = [&](const char* name, int units) {
        const auto emu = off.attribute(name).as_llong() + static_cast<long long>(units * kUnit);
        off.attribute(name).set_value(fmt::format("{}", emu).c_str());
    };
    add("x", x), add("y", y);
}

}  // namespace precis::deck
