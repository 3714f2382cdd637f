// An element a shape, named by its kind; lists of hashes are one attribute each.
#include "deck/record.h"

#include <fmt/format.h>

#include <charconv>
#include <pugixml.hpp>
#include <sstream>

namespace precis::deck {
namespace {

using Kind = ShapeRecord::Kind;
constexpr std::array<const char*, 7> kKinds = {"text", "table", "chart", "group", "picture", "shape", "notes"};
constexpr const char* kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// Four letters for 24 bits, three for 16.
std::string letters(std::uint32_t bits, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += kDigits[(bits >> (6 * i)) & 63U];
    return out;
}

std::uint32_t bits_of(std::string_view word) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto at = std::string_view(kDigits).find(word[i]);
        if (at != std::string_view::npos) bits |= static_cast<std::uint32_t>(at) << (6 * i);
    }
    return bits;
}

template <class Number>
std::optional<Number> parsed(std::string_view text, int base = 10) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

std::uint32_t hash_in(pugi::xml_node node, const char* name) {
    return parsed<std::uint32_t>(node.attribute(name).value(), 16).value_or(0);
}

void say(pugi::xml_node node, const char* name, const std::string& words) {
    if (!words.empty()) node.append_attribute(name).set_value(words.c_str());
}
void say_hash(pugi::xml_node node, const char* name, std::uint32_t hash) {
    if (hash != 0) say(node, name, fmt::format("{:x}", hash));
}

void say_box(pugi::xml_node node, const char* name, const std::optional<Box>& box) {
    if (box) say(node, name, fmt::format("{} {} {} {}", box->x, box->y, box->width, box->height));
}

void write_shape(pugi::xml_node slide, const ShapeRecord& shape) {
    auto node = slide.append_child(kKinds[static_cast<std::size_t>(shape.kind)]);
    say(node, "name", shape.name);
    say_hash(node, "hash", shape.content);
    if (shape.gone) say(node, "gone", "1");
    say(node, "place", shape.place);
    say(node, "exhibit", shape.exhibit);
    say_hash(node, "look", shape.look);
    say_hash(node, "alternative", shape.alternative);
    if (shape.offered) say(node, "offered", fmt::format("{:x}", *shape.offered));
    say_box(node, "at", shape.at);
    say_box(node, "reach", shape.reach);
    std::string words;
    for (const auto word : shape.words) words += letters(word, 3);
    say(node, "words", words);
    std::string series;
    for (const auto hash : shape.series) series += (series.empty() ? "" : " ") + fmt::format("{:x}", hash);
    say(node, "series", series);
    say(node, "axes", shape.axes);
    if (shape.balance != std::array<int, 4>{}) say(node, "balance", fmt::format("{}", fmt::join(shape.balance, " ")));
    for (const auto& row : shape.cells) {
        std::string hashes;
        for (const auto cell : row) hashes += letters(cell, 4);
        node.append_child("row").append_attribute("cells").set_value(hashes.c_str());
    }
    for (const auto& number : shape.numbers) {
        auto child = node.append_child("number");
        say(child, "value", number.value);
        say(child, "text", number.text);
        say(child, "word", fmt::format("{} {} {}", number.word, number.offset, number.words));
    }
}

template <class Number>
std::vector<Number> numbers_in(const char* text, int base = 10) {
    std::vector<Number> out;
    std::istringstream in(text);
    for (std::string word; in >> word;) out.push_back(parsed<Number>(word, base).value_or(Number{}));
    return out;
}

std::optional<Box> box_in(pugi::xml_node node, const char* name) {
    const auto at = numbers_in<int>(node.attribute(name).value());
    return at.size() == 4 ? std::optional(Box{at[0], at[1], at[2], at[3]}) : std::nullopt;
}

ShapeRecord read_shape(pugi::xml_node node, Kind kind) {
    ShapeRecord shape;
    shape.kind = kind;
    shape.name = node.attribute("name").value();
    shape.content = hash_in(node, "hash");
    shape.gone = node.attribute("gone").as_bool();
    shape.place = node.attribute("place").value();
    shape.exhibit = node.attribute("exhibit").value();
    shape.look = hash_in(node, "look");
    shape.alternative = hash_in(node, "alternative");
    if (node.attribute("offered")) shape.offered = hash_in(node, "offered");
    shape.at = box_in(node, "at");
    shape.reach = box_in(node, "reach");
    const std::string_view words = node.attribute("words").value();
    for (std::size_t i = 0; i + 3 <= words.size(); i += 3)
        shape.words.push_back(static_cast<std::uint16_t>(bits_of(words.substr(i, 3))));
    shape.series = numbers_in<std::uint32_t>(node.attribute("series").value(), 16);
    shape.axes = node.attribute("axes").value();
    if (const auto sums = numbers_in<int>(node.attribute("balance").value()); sums.size() == 4)
        shape.balance = {sums[0], sums[1], sums[2], sums[3]};
    for (const auto row : node.children("row")) {
        auto& cells = shape.cells.emplace_back();
        const std::string_view hashes = row.attribute("cells").value();
        for (std::size_t i = 0; i + 4 <= hashes.size(); i += 4) cells.push_back(bits_of(hashes.substr(i, 4)));
    }
    for (const auto child : node.children("number")) {
        Number number{child.attribute("value").value(), child.attribute("text").value(), 0, 0, 1};
        if (const auto at = numbers_in<std::size_t>(child.attribute("word").value()); at.size() == 3) {
            number.word = at[0], number.offset = at[1], number.words = at[2];
            shape.numbers.push_back(std::move(number));
        }
    }
    return shape;
}

}  // namespace

std::uint32_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211U;
    }
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

std::string written(const Record& record) {
    pugi::xml_document document;
    auto root = document.append_child("record");
    root.append_attribute("xmlns").set_value(std::string(kRecordNamespace).c_str());
    say(root, "program", record.program);
    say(root, "output", record.output);
    say(root, "audience", record.audience);
    say(root, "language", record.language);
    for (const auto& slide : record.slides) {
        auto node = root.append_child("slide");
        say(node, "key", slide.key);
        if (slide.gone) say(node, "gone", "1");
        for (const auto& shape : slide.shapes) write_shape(node, shape);
    }
    std::ostringstream out;
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str();
}

std::optional<Record> read_record(const std::string& xml) {
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size())) return std::nullopt;
    const auto root = document.child("record");
    if (std::string_view(root.attribute("xmlns").value()) != kRecordNamespace) return std::nullopt;
    Record record{root.attribute("program").value(),
                  root.attribute("output").value(),
                  root.attribute("audience").value(),
                  root.attribute("language").value(),
                  {}};
    for (const auto node : root.children("slide")) {
        auto& slide = record.slides.emplace_back();
        slide.key = node.attribute("key").value();
        slide.gone = node.attribute("gone").as_bool();
        for (const auto child : node.children()) {
            const std::string_view kind = child.name();
            for (std::size_t i = 0; i < kKinds.size(); ++i)
                if (kind == kKinds[i]) slide.shapes.push_back(read_shape(child, static_cast<Kind>(i)));
        }
    }
    return record;
}

}  // namespace precis::deck
