// An untouched part is replaced whole; else element by element, in the order that the schema wants.
#include "deck/chart_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "deck/content.h"

namespace precis::deck {
namespace {

// ECMA-376-1:2016, 21.2.2.16 and siblings: what stands before each in a series.
constexpr std::array<const char*, 24> kOrder = {"c:idx",
                                                "c:order",
                                                "c:tx",
                                                "c:spPr",
                                                "c:invertIfNegative",
                                                "c:pictureOptions",
                                                "c:marker",
                                                "c:explosion",
                                                "c:dPt",
                                                "c:dLbls",
                                                "c:trendline",
                                                "c:errBars",
                                                "c:cat",
                                                "c:val",
                                                "c:xVal",
                                                "c:yVal",
                                                "c:bubbleSize",
                                                "c:bubble3D",
                                                "c:smooth",
                                                "c:shape",
                                                "c:extLst",
                                                "",
                                                "",
                                                ""};

std::size_t rank_of(std::string_view name) {
    return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), name) - kOrder.begin());
}

pugi::xml_node space_of(const ChartSide& side) {
    return side.package.xml(side.path).child("c:chartSpace");
}

/// Puts a copy of `fresh`'s children of that name in place of the series' own.
void replace_children(pugi::xml_node series, pugi::xml_node fresh, const char* name) {
    if (!fresh.child(name)) return;
    while (series.remove_child(name)) {
    }
    pugi::xml_node before;
    for (const auto child : series.children())
        if (child.type() == pugi::node_element && rank_of(child.name()) > rank_of(name)) {
            before = child;
            break;
        }
    for (const auto child : fresh.children(name))
        before ? series.insert_copy_before(child, before) : series.append_copy(child);
}

std::map<int, std::string> points_of(pugi::xml_node list) {
    std::map<int, std::string> out;
    for (const auto reference : list.children()) {
        auto cache = reference.child("c:strCache");
        if (!cache) cache = reference.child("c:numCache");
        if (!cache) cache = reference;
        for (const auto point : cache.children("c:pt"))
            out[point.attribute("idx").as_int()] = point.child("c:v").text().get();
    }
    return out;
}

std::string plain(const std::string& number) {
    const auto end = number.find_last_not_of('0');
    return number.find('.') == std::string::npos || number.find('e') != std::string::npos
               ? number
               : number.substr(0, number[end] == '.' ? end : end + 1);
}

int count_of(pugi::xml_node series) {
    for (const char* name : {"c:val", "c:yVal"})
        for (const auto reference : series.child(name).children())
            for (const auto cache : reference.children())
                if (const auto count = cache.child("c:ptCount")) return count.attribute("val").as_int();
    return 0;
}

class ChartEdit {
  public:
    ChartEdit(const ChartSide& chart, const ShapeRecord& written, const ChartSide& fresh)
        : chart_(chart), written_(written), fresh_(fresh), space_(space_of(chart)), fresh_space_(space_of(fresh)) {}

    std::vector<Change> run() {
        pair_series();
        for (const auto& [own, other] : pairs_) note_values(own, other);
        note_series();
        if (exact_hash(space_) == written_.look) {
            replace_part();
        } else {
            for (const auto& [own, other] : pairs_) update(own, other);
            remove_series();
            add_series();
            replace_helpers();
            update_axes();
            chart_.package.mark_changed(chart_.path);
        }
        put_workbook();
        return std::move(changes_);
    }

  private:
    void pair_series() {
        auto own = series_of(space_), others = series_of(fresh_space_);
        std::set<std::size_t> taken;
        std::vector<pugi::xml_node> rest;
        for (const auto& series : own) {
            bool found = false;
            for (std::size_t j = 0; j < others.size() && !found; ++j) {
                if (taken.contains(j) || name_of_series(others[j]) != name_of_series(series)) continue;
                pairs_.emplace_back(series, others[j]);
                taken.insert(j);
                found = true;
            }
            if (!found) rest.push_back(series);
        }
        // Names of series may change, too: those left are paired in their order if they are equally many.
        std::vector<pugi::xml_node> left;
        for (std::size_t j = 0; j < others.size(); ++j)
            if (!taken.contains(j)) left.push_back(others[j]);
        if (rest.size() == left.size()) {
            for (std::size_t i = 0; i < rest.size(); ++i) pairs_.emplace_back(rest[i], left[i]);
            return;
        }
        removed_ = std::move(rest);
        added_ = std::move(left);
    }

    void change(std::string name, std::string before, std::string after, std::string why = {}) {
        Change one;
        one.name = std::move(name);
        one.before = std::move(before), one.after = std::move(after);
        one.why = std::move(why);
        changes_.push_back(std::move(one));
    }

    /// Values by their categories, so that a series that begins later is no change of all.
    void note_values(pugi::xml_node own, pugi::xml_node other) {
        const auto series = name_of_series(other);
        if (const auto was = name_of_series(own); was != series && !was.empty()) change("series", was, series);
        const bool points = static_cast<bool>(other.child("c:xVal"));
        for (const char* list : points ? std::array{"c:xVal", "c:yVal", "c:bubbleSize"} : std::array{"c:val", "", ""}) {
            if (*list == '\0') continue;
            const auto before = points_of(own.child(list)), after = points_of(other.child(list));
            const auto names = points_of(own.child("c:cat")), later = points_of(other.child("c:cat"));
            std::map<std::string, std::string> was;
            const auto name_at = [&](const std::map<int, std::string>& categories, int at) {
                const auto found = categories.find(at);
                return found != categories.end() ? found->second : fmt::format("point {}", at + 1);
            };
            for (const auto& [at, number] : before) was[name_at(names, at)] = number;
            std::set<std::string> seen;
            for (const auto& [at, number] : after) {
                const auto name = name_at(later, at);
                seen.insert(name);
                const auto old = was.find(name);
                if (old != was.end() && plain(old->second) == plain(number)) continue;
                change(series.empty() ? name : series + " · " + name, old != was.end() ? old->second : std::string(),
                       number);
            }
            for (const auto& [name, number] : was)
                if (!seen.contains(name)) change(series.empty() ? name : series + " · " + name, number, {});
        }
    }

    void note_series() {
        for (const auto& series : removed_) change(name_of_series(series), {}, {}, "the series is no more");
        for (const auto& series : added_) change(name_of_series(series), {}, {}, "the series is new");
        if (changes_.empty()) change({}, {}, {}, "its labels are others");
    }

    /// The part as the new build has it, with its own relationships.
    void replace_part() {
        const auto id = space_.child("c:externalData").attribute("r:id").value();
        const std::string own_id = id;
        chart_.package.put(chart_.path, std::string(fresh_.package.bytes(fresh_.path)));
        space_ = space_of(chart_);
        if (auto external = space_.child("c:externalData"); external && !own_id.empty())
            external.attribute("r:id").set_value(own_id.c_str());
        chart_.package.mark_changed(chart_.path);
    }

    static void update(pugi::xml_node own, pugi::xml_node other) {
        const int before = count_of(own), after = count_of(other);
        for (const char* name : {"c:tx", "c:cat", "c:val", "c:xVal", "c:yVal", "c:bubbleSize"})
            replace_children(own, other, name);
        // Whiskers keep their look.
        for (const char* side : {"c:plus", "c:minus"})
            if (auto bars = own.child("c:errBars"); bars.child(side) && other.child("c:errBars").child(side)) {
                bars.insert_copy_before(other.child("c:errBars").child(side), bars.child(side));
                bars.remove_child(bars.child(side).next_sibling(side));
            }
        update_points(own, other, before, after);
        update_labels(own, other, after);
    }

    /// Looks of points beyond the last; new points have those of the new build.
    static void update_points(pugi::xml_node own, pugi::xml_node other, int before, int after) {
        std::vector<pugi::xml_node> surplus;
        for (const auto point : own.children("c:dPt"))
            if (point.child("c:idx").attribute("val").as_int() >= after) surplus.push_back(point);
        for (const auto point : surplus) own.remove_child(point);
        pugi::xml_node last;
        for (const auto child : own.children())
            if (child.type() == pugi::node_element && rank_of(child.name()) <= rank_of("c:dPt")) last = child;
        for (const auto point : other.children("c:dPt"))
            if (point.child("c:idx").attribute("val").as_int() >= before && last)
                last = own.insert_copy_after(point, last);
    }

    /// Labels with words of their own: ">600", the name and value at a line's end. Others show the values themselves.
    static void update_labels(pugi::xml_node own, pugi::xml_node other, int count) {
        auto labels = own.child("c:dLbls");
        const auto fresh = other.child("c:dLbls");
        if (!labels || !fresh || labels.child("c:delete").attribute("val").as_bool()) return;
        std::map<int, pugi::xml_node> mine, theirs;
        for (const auto label : labels.children("c:dLbl")) mine[label.child("c:idx").attribute("val").as_int()] = label;
        for (const auto label : fresh.children("c:dLbl"))
            theirs[label.child("c:idx").attribute("val").as_int()] = label;
        for (const auto& [at, label] : mine) {
            const auto words = label.child("c:tx");
            const auto wanted = theirs.find(at);
            const bool has_words = wanted != theirs.end() && wanted->second.child("c:tx");
            if (at >= count || (words && !has_words)) {
                labels.remove_child(label);
                continue;
            }
            if (!has_words) continue;
            const auto text = label.select_node("c:tx//a:t").node();
            const auto fresh_texts = wanted->second.select_nodes("c:tx//a:t");
            if (text && fresh_texts.size() == 1 && label.select_nodes("c:tx//a:t").size() == 1)
                text.text().set(fresh_texts.first().node().text().get());
            else {
                labels.insert_copy_before(wanted->second, label);
                labels.remove_child(label);
            }
        }
        for (const auto& [at, label] : theirs) {
            if (mine.contains(at) && labels.find_child([at = at](pugi::xml_node child) {
                    return child.child("c:idx").attribute("val").as_int(-1) == at;
                }))
                continue;
            pugi::xml_node before;
            for (const auto child : labels.children()) {
                if (child.type() != pugi::node_element) continue;
                const auto index = child.child("c:idx");
                if (!index || index.attribute("val").as_int() > at) {
                    before = child;
                    break;
                }
            }
            before ? labels.insert_copy_before(label, before) : labels.append_copy(label);
        }
    }

    void remove_series() {
        for (const auto& series : removed_)
            if (std::find(written_.series.begin(), written_.series.end(), hash_of_series(series)) !=
                written_.series.end())
                series.parent().remove_child(series);
    }

    /// The group of the same kind in the deck's chart; the first with series if there is none.
    pugi::xml_node group_like(pugi::xml_node fresh_group) const {
        const auto plot = space_.child("c:chart").child("c:plotArea");
        if (const auto same = plot.child(fresh_group.name())) return same;
        for (const auto child : plot.children())
            if (child.child("c:ser")) return child;
        return {};
    }

    static void append_series(pugi::xml_node group, pugi::xml_node series) {
        pugi::xml_node last;
        for (const auto child : group.children())
            if (std::string_view(child.name()) == "c:ser") last = child;
        if (last)
            group.insert_copy_after(series, last);
        else if (const auto colours = group.child("c:varyColors"))
            group.insert_copy_after(series, colours);
    }

    void add_series() {
        for (const auto& series : added_) append_series(group_like(series.parent()), series);
        if (added_.empty() && removed_.empty()) return;
        int number = 0;  // each has an index of its own
        for (const auto& found : space_.select_nodes("//c:ser")) {
            for (const char* name : {"c:idx", "c:order"})
                found.node().child(name).attribute("val").set_value(std::to_string(number).c_str());
            ++number;
        }
    }

    /// Series that carry labels, as totals, are those of the new build.
    void replace_helpers() {
        std::vector<pugi::xml_node> own, others;
        for (const auto& found : space_.select_nodes("//c:ser"))
            if (carries_labels_only(found.node())) own.push_back(found.node());
        for (const auto& found : fresh_space_.select_nodes("//c:ser"))
            if (carries_labels_only(found.node())) others.push_back(found.node());
        for (std::size_t i = 0; i < own.size() && i < others.size(); ++i) {
            for (const char* name : {"c:cat", "c:val", "c:dLbls"}) replace_children(own[i], others[i], name);
        }
    }

    /// Ends and steps of axes, unless a person has set them.
    void update_axes() {
        if (axes_of(space_) != written_.axes) return;
        std::vector<pugi::xml_node> own, others;
        const auto gather = [](pugi::xml_node space, std::vector<pugi::xml_node>& out) {
            for (const auto axis : space.child("c:chart").child("c:plotArea").children())
                for (const std::string_view name : {"c:valAx", "c:dateAx"})
                    if (axis.name() == name) out.push_back(axis);
        };
        gather(space_, own), gather(fresh_space_, others);
        if (own.size() != others.size()) return;
        for (std::size_t i = 0; i < own.size(); ++i) {
            const auto set = [](pugi::xml_node parent, pugi::xml_node fresh, const char* name) {
                if (auto node = parent.child(name); node && fresh.child(name))
                    node.attribute("val").set_value(fresh.child(name).attribute("val").value());
            };
            for (const char* name : {"c:max", "c:min"})
                set(own[i].child("c:scaling"), others[i].child("c:scaling"), name);
            set(own[i], others[i], "c:majorUnit");
        }
    }

    void put_workbook() {
        const auto book =
            fresh_.package.target(fresh_.path, fresh_space_.child("c:externalData").attribute("r:id").value());
        if (book.empty()) return;
        const auto bytes = std::string(fresh_.package.bytes(book));
        const auto own = chart_.package.target(chart_.path, space_.child("c:externalData").attribute("r:id").value());
        if (!own.empty()) return chart_.package.put(own, bytes);
        const auto path = chart_.package.free_path(book);
        chart_.package.add(path, fresh_.package.content_type(book), bytes);
        auto external = space_.child("c:externalData");
        if (!external) {
            pugi::xml_node last;
            for (const auto child : space_.children())
                for (const std::string_view name : {"c:chart", "c:spPr", "c:txPr"})
                    if (child.name() == name) last = child;
            external = space_.insert_child_after("c:externalData", last);
            external.append_attribute("r:id");
            external.append_child("c:autoUpdate").append_attribute("val").set_value("0");
        }
        external.attribute("r:id").set_value(chart_.package.relate(chart_.path, "package", path).c_str());
        chart_.package.mark_changed(chart_.path);
    }

    const ChartSide& chart_;
    const ShapeRecord& written_;
    const ChartSide& fresh_;
    pugi::xml_node space_, fresh_space_;
    std::vector<std::pair<pugi::xml_node, pugi::xml_node>> pairs_;
    std::vector<pugi::xml_node> removed_, added_;
    std::vector<Change> changes_;
};

}  // namespace

bool same_series(pugi::xml_node chart_space, const std::vector<std::uint32_t>& written, bool rewritten) {
    auto left = written;
    for (const auto series : series_of(chart_space)) {
        const auto at = std::find(left.begin(), left.end(), hash_of_series(series));
        if (at != left.end())
            left.erase(at);
        else if (!rewritten)
            return false;
    }
    return left.empty();
}

std::vector<Change> refresh_chart(const ChartSide& chart, const ShapeRecord& written, const ChartSide& fresh) {
    return ChartEdit(chart, written, fresh).run();
}

}  // namespace precis::deck
