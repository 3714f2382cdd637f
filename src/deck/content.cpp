// One function for each kind of shape.
#include "deck/content.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <sstream>

namespace precis::deck {
namespace {

using Kind = ShapeRecord::Kind;
constexpr double kUnit = 360;               // EMU in a hundredth of a millimetre
constexpr int kRounding = 3;                // units by which the same place may differ
constexpr std::uint32_t kCell = 0xFFFFFFU;  // a cell's hash has 24 bits

bool is_number_field(pugi::xml_node field) {
    return std::string_view(field.attribute("type").value()) == "slidenum";
}

std::string collapsed(std::string_view text) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v') {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += c;
    }
    return out;
}

std::string raw_text(pugi::xml_node paragraph) {
    std::string text;
    for (const auto child : paragraph.children()) {
        const std::string_view name = child.name();
        if (name == "a:r" || (name == "a:fld" && !is_number_field(child))) text += child.child("a:t").text().get();
        if (name == "a:br") text += '\n';
    }
    return text;
}

/// The number in its shortest form of ten digits, so that 31.5 and 31.500000000001 are the same.
std::string plain_number(const char* text) {
    char* end = nullptr;
    const double number = std::strtod(text, &end);  // the program runs in the C locale
    return end == text || *end != '\0' ? std::string(text) : fmt::format("{:.10g}", number);
}

/// The points of `<c:cat>`, `<c:val>` …: "0=31.5;1=42;".
std::string points_of(pugi::xml_node list) {
    std::string out;
    for (const auto reference : list.children()) {
        auto cache = reference.child("c:strCache");
        if (!cache) cache = reference.child("c:numCache");
        if (!cache) cache = reference;
        for (const auto point : cache.children("c:pt")) {
            const char* text = point.child("c:v").text().get();
            if (*text != '\0') out += fmt::format("{}={};", point.attribute("idx").value(), plain_number(text));
        }
    }
    return out;
}

/// The colours of fill and line, which programs write alike.
std::string colours_of(pugi::xml_node properties) {
    const auto colour = [](pugi::xml_node parent) {
        std::string value;
        for (const auto fill : parent.child("a:solidFill").children())
            if (fill.attribute("val")) value = fill.attribute("val").value();
        for (auto& c : value) c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        return value;
    };
    return colour(properties) + "/" + colour(properties.child("a:ln"));
}

pugi::xml_node properties_of(pugi::xml_node shape) {
    for (const char* name : {"p:spPr", "p:grpSpPr"})
        if (const auto node = shape.child(name)) return node;
    return {};
}

/// What a group holds.
struct Leaves {
    std::string says;   // texts, in order
    std::string looks;  // also places and colours, exactly
    std::vector<std::array<double, 4>> places;
    std::vector<std::uint32_t> series;
    std::string axes;
    std::size_t count = 0;

    void add(pugi::xml_node group, const XmlOf& xml_of) {
        for (const auto child : group.children()) {
            const std::string_view name = child.name();
            if (name == "p:grpSp") add(child, xml_of);
            if (name != "p:sp" && name != "p:pic" && name != "p:graphicFrame" && name != "p:cxnSp") continue;
            ++count;
            const auto text = text_of(child.child("p:txBody"));
            if (!text.empty()) says += text + "\n";
            looks += text + colours_of(properties_of(child));
            if (const auto at = box_of(child)) {
                looks += fmt::format("@{} {} {} {};", at->x, at->y, at->width, at->height);
                // Programs size text boxes anew.
                if (text.empty())
                    places.push_back({static_cast<double>(at->x), static_cast<double>(at->y),
                                      static_cast<double>(at->width), static_cast<double>(at->height)});
            }
            if (const auto chart = chart_reference(child)) {
                const auto space = xml_of(chart.attribute("r:id").value());
                for (const auto one : series_of(space)) series.push_back(hash_of_series(one));
                axes = axes_of(space);
            }
        }
    }

    /// The rectangle that the drawn shapes cover, on the slide.
    std::optional<Box> reach(pugi::xml_node place) const {
        const auto off = place.child("a:off"), ext = place.child("a:ext"), own_off = place.child("a:chOff"),
                   own_ext = place.child("a:chExt");
        if (places.empty() || !off || !own_off) return std::nullopt;
        const auto side = [&](const char* at, const char* size, std::size_t i) {
            double low = 1e18, high = -1e18;
            for (const auto& p : places) low = std::min(low, p[i]), high = std::max(high, p[i] + p[i + 2]);
            const double own = own_ext.attribute(size).as_double();
            const double scale = own > 0 ? ext.attribute(size).as_double() / own : 1;
            const double begin =
                off.attribute(at).as_double() / kUnit + (low - own_off.attribute(at).as_double() / kUnit) * scale;
            return std::pair(static_cast<int>(std::lround(begin)), static_cast<int>(std::lround((high - low) * scale)));
        };
        const auto [x, width] = side("x", "cx", 0);
        const auto [y, height] = side("y", "cy", 1);
        return Box{x, y, width, height};
    }

    /// Sums of places as shares, in tenths of a percent, of the rectangle that all of them cover.
    std::array<int, 4> balance() const {
        if (places.empty()) return {};
        double left = 1e18, top = 1e18, right = -1e18, bottom = -1e18;
        for (const auto& p : places) {
            left = std::min(left, p[0]), top = std::min(top, p[1]);
            right = std::max(right, p[0] + p[2]), bottom = std::max(bottom, p[1] + p[3]);
        }
        const double width = std::max(1.0, right - left), height = std::max(1.0, bottom - top);
        std::array<double, 4> sums{};
        for (const auto& p : places) {
            sums[0] += (p[0] - left) / width, sums[1] += (p[1] - top) / height;
            sums[2] += p[2] / width, sums[3] += p[3] / height;
        }
        std::array<int, 4> out{};
        for (std::size_t i = 0; i < 4; ++i) out[i] = static_cast<int>(1000 * sums[i] + 0.5);
        return out;
    }
};

void describe_table(ShapeRecord& entry, pugi::xml_node table) {
    std::string all, tints;
    for (const auto row : table.children("a:tr")) {
        auto& cells = entry.cells.emplace_back();
        for (const auto cell : row.children("a:tc")) {
            const auto text = text_of(cell.child("a:txBody"));
            cells.push_back(hash_of(text) & kCell);
            all += text + "\t";
            tints += colours_of(cell.child("a:tcPr"));
        }
        all += "\n";
    }
    entry.content = hash_of(all);
    entry.look = hash_of(tints);
}

void describe_chart(ShapeRecord& entry, pugi::xml_node chart_space) {
    std::uint32_t sum = 0;
    for (const auto series : series_of(chart_space)) {
        entry.series.push_back(hash_of_series(series));
        sum += entry.series.back() * 2654435761U + static_cast<std::uint32_t>(entry.series.size());
    }
    entry.axes = axes_of(chart_space);
    std::string labels;
    for (const auto& found : chart_space.select_nodes(".//c:dLbl//a:t")) labels += found.node().text().get();
    for (const auto& found : chart_space.select_nodes(".//c:title//a:t")) labels += found.node().text().get();
    entry.look = exact_hash(chart_space);
    entry.content = sum ^ hash_of(labels + entry.axes);
}

}  // namespace

std::uint32_t exact_hash(pugi::xml_node node) {
    std::ostringstream out;
    node.print(out, "", pugi::format_raw);
    return hash_of(out.str());
}

std::string text_of(pugi::xml_node body) {
    std::string out;
    for (const auto paragraph : body.children("a:p")) {
        const auto text = collapsed(raw_text(paragraph));
        if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
    }
    return out;
}

pugi::xml_node name_node(pugi::xml_node shape) {
    for (const auto child : shape.children())
        if (const auto node = child.child("p:cNvPr")) return node;
    return {};
}

pugi::xml_node place_node(pugi::xml_node shape) {
    if (const auto own = shape.child("p:xfrm")) return own;
    return properties_of(shape).child("a:xfrm");
}

pugi::xml_node chart_reference(pugi::xml_node frame) {
    return frame.child("a:graphic").child("a:graphicData").child("c:chart");
}

std::optional<Box> box_of(pugi::xml_node shape) {
    const auto place = place_node(shape);
    const auto off = place.child("a:off"), ext = place.child("a:ext");
    if (!off || !ext) return std::nullopt;
    const auto units = [](pugi::xml_attribute attribute) {
        return static_cast<int>(std::lround(attribute.as_double() / kUnit));
    };
    return Box{units(off.attribute("x")), units(off.attribute("y")), units(ext.attribute("cx")),
               units(ext.attribute("cy"))};
}

bool same_place(const Box& a, const Box& b) {
    const auto near = [](int x, int y) { return std::abs(x - y) <= kRounding; };
    return near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height);
}

pugi::xml_node notes_body(pugi::xml_node notes) {
    for (const auto shape : notes.child("p:cSld").child("p:spTree").children("p:sp")) {
        const auto place = shape.child("p:nvSpPr").child("p:nvPr").child("p:ph");
        if (place && std::string_view(place.attribute("type").value()) == "body") return shape.child("p:txBody");
    }
    return {};
}

std::vector<Word> words_of(std::string_view text) {
    // Signs that stand before a word, and behind one.
    constexpr std::array<std::string_view, 9> kBefore = {"(", "\"", "'", "[", "“", "‘", "„", "«", "¿"};
    constexpr std::array<std::string_view, 16> kBehind = {".", ",", ";", ":", "!", "?", ")",  "\"",
                                                          "'", "]", "”", "’", "…", "»", "。", "，"};
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ' || text[i] == '\n') {
            ++i;
            continue;
        }
        auto end = std::min(text.find_first_of(" \n", i), text.size());
        const auto next = end;
        for (bool found = true; found;) {
            found = false;
            for (const auto sign : kBefore)
                if (end - i > sign.size() && text.substr(i).starts_with(sign)) {
                    words.push_back({i, i + sign.size()});
                    i += sign.size();
                    found = true;
                }
        }
        std::vector<Word> behind;
        for (bool found = true; found;) {
            found = false;
            for (const auto sign : kBehind)
                if (end - i > sign.size() && text.substr(i, end - i).ends_with(sign)) {
                    behind.push_back({end - sign.size(), end});
                    end -= sign.size();
                    found = true;
                }
        }
        words.push_back({i, end});
        words.insert(words.end(), behind.rbegin(), behind.rend());
        i = next;
    }
    return words;
}

bool carries_labels_only(pugi::xml_node series) {
    return static_cast<bool>(series.child("c:tx").child("c:v"));
}

std::vector<pugi::xml_node> series_of(pugi::xml_node chart_space) {
    std::vector<pugi::xml_node> out;
    for (const auto group : chart_space.child("c:chart").child("c:plotArea").children())
        for (const auto series : group.children("c:ser"))
            if (!carries_labels_only(series)) out.push_back(series);
    return out;
}

std::string name_of_series(pugi::xml_node series) {
    const auto name = series.child("c:tx");
    for (const auto point : name.child("c:strRef").child("c:strCache").children("c:pt"))
        return point.child("c:v").text().get();
    return name.child("c:v").text().get();
}

std::uint32_t hash_of_series(pugi::xml_node series) {
    auto says = name_of_series(series) + "|";
    for (const char* list : {"c:cat", "c:val", "c:xVal", "c:yVal", "c:bubbleSize"})
        says += points_of(series.child(list)) + "|";
    return hash_of(says);
}

std::string axes_of(pugi::xml_node chart_space) {
    std::string out;
    for (const auto axis : chart_space.child("c:chart").child("c:plotArea").children()) {
        const std::string_view name = axis.name();
        if (name != "c:valAx" && name != "c:dateAx") continue;
        out += out.empty() ? "" : "; ";
        const auto scaling = axis.child("c:scaling");
        for (const auto node : {scaling.child("c:min"), scaling.child("c:max"), axis.child("c:majorUnit")})
            out += (node ? plain_number(node.attribute("val").value()) : "-") + " ";
    }
    return out;
}

ShapeRecord described_notes(pugi::xml_node body) {
    ShapeRecord entry;
    entry.kind = Kind::notes;
    entry.content = hash_of(text_of(body));
    return entry;
}

std::optional<ShapeRecord> described(pugi::xml_node shape, const XmlOf& xml_of, const BytesOf& bytes_of) {
    const std::string_view kind = shape.name();
    ShapeRecord entry;
    const auto about = name_node(shape);
    if (!about) return std::nullopt;
    entry.name = about.attribute("name").value();
    entry.alternative = *about.attribute("descr").value() != '\0' ? hash_of(about.attribute("descr").value()) : 0;
    entry.place = about.parent().child("p:nvPr").child("p:ph").attribute("type").value();
    entry.at = box_of(shape);
    if (kind == "p:sp" || kind == "p:cxnSp") {
        const auto text = text_of(shape.child("p:txBody"));
        if (entry.place == "sldNum") return std::nullopt;
        entry.kind = text.empty() ? Kind::shape : Kind::text;
        entry.content = hash_of(text.empty() ? colours_of(properties_of(shape)) : text);
        if (text.empty()) entry.look = exact_hash(properties_of(shape));
        if (text.empty() && !entry.place.empty()) return std::nullopt;  // nobody has filled it
        return entry;
    }
    if (kind == "p:pic") {
        entry.kind = Kind::picture;
        entry.content = hash_of(bytes_of(shape.child("p:blipFill").child("a:blip").attribute("r:embed").value()));
        return entry;
    }
    if (kind == "p:grpSp") {
        Leaves leaves;
        leaves.add(shape, xml_of);
        entry.kind = Kind::group;
        entry.content = hash_of(fmt::format("{}\n{}", leaves.count, leaves.says));
        for (const auto hash : leaves.series) entry.content = entry.content * 31 + hash;
        entry.series = leaves.series;
        entry.axes = leaves.axes;
        entry.look = hash_of(leaves.looks);
        entry.balance = leaves.balance();
        entry.reach = leaves.reach(place_node(shape));
        return entry;
    }
    if (kind != "p:graphicFrame") return std::nullopt;
    if (const auto chart = chart_reference(shape)) {
        entry.kind = Kind::chart;
        describe_chart(entry, xml_of(chart.attribute("r:id").value()));
        return entry;
    }
    const auto table = shape.child("a:graphic").child("a:graphicData").child("a:tbl");
    if (!table) return std::nullopt;
    entry.kind = Kind::table;
    describe_table(entry, table);
    return entry;
}

void add_numbers(ShapeRecord& entry, pugi::xml_node body,
                 const std::vector<std::pair<std::string, std::string>>& numbers) {
    if (numbers.empty()) return;
    const auto text = text_of(body);
    const auto words = words_of(text);
    for (const auto& word : words)
        entry.words.push_back(
            static_cast<std::uint16_t>(hash_of(std::string_view(text).substr(word.begin, word.end - word.begin))));
    std::size_t from = 0;
    for (const auto& [value, printed] : numbers) {
        const auto number = collapsed(printed);
        const auto at = number.empty() ? std::string::npos : text.find(number, from);
        if (at == std::string::npos) continue;
        from = at + number.size();
        Number found{value, number, 0, 0, 0};
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].end <= at || words[i].begin >= from) continue;
            if (found.words++ == 0) found.word = i, found.offset = at - words[i].begin;
        }
        if (found.words > 0) entry.numbers.push_back(std::move(found));
    }
}

}  // namespace precis::deck
