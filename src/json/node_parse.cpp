// Parsing: nlohmann's events give the values, a cursor over the same bytes gives their places.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/phrases.h"
#include "base/utf8.h"
#include "diag/codes.h"
#include "json/codes.h"
#include "json/node.h"
#include "json/string.h"

namespace precis::json {
namespace {

class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
  public:
    TreeBuilder(const diag::Source& source, std::size_t at, const Limits& limits, diag::Diagnostics& out)
        : source_(source), bytes_(source->text()), at_(at), limits_(limits), out_(out) {}

    bool null() override { return scalar(Node::Kind::null); }
    bool boolean(bool value) override { return scalar(Node::Kind::boolean, value); }
    bool number_integer(number_integer_t) override { return scalar(Node::Kind::number); }
    bool number_unsigned(number_unsigned_t) override { return scalar(Node::Kind::number); }
    bool number_float(number_float_t, const string_t&) override { return scalar(Node::Kind::number); }
    bool binary(binary_t&) override { return false; }  // not in JSON text
    bool string(string_t& value) override {
        Node node;
        node.kind = Node::Kind::string;
        node.text = take_string(value);
        node.span = node.text.span;
        return add(std::move(node));
    }
    bool key(string_t& value) override {
        open_.back().members.push_back({take_string(value), {}});
        return true;
    }
    bool start_object(std::size_t) override { return start(Node::Kind::object); }
    bool start_array(std::size_t) override { return start(Node::Kind::array); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) override {
        // "[…] parse error at line 1, column 5: what is wrong; last read: …"
        if (e.id == 406) {  // out of range: a number that no computer holds
            skip();
            const auto end = std::min(bytes_.find_first_of(" \t\r\n,:]}", at_), bytes_.size());
            out_.push_back(diag::error(code::json_syntax, {source_, at_, end}, "this number is beyond 1.8e308",
                                       "write a number that is smaller"));
            return false;
        }
        std::string what = e.what();
        if (const auto colon = what.find(": "); colon != std::string::npos) what.erase(0, colon + 2);
        what = what.substr(0, what.find("; last read"));
        const auto at = std::min(position > 0 ? position - 1 : 0, bytes_.size());
        const auto length = at < bytes_.size() ? base::code_point_at(bytes_, at).length : 0;
        out_.push_back(diag::error(code::json_syntax, {source_, at, at + length},
                                   "this cannot be read as JSON: " + what,
                                   "put names and texts in double quotes, and a comma after every item but the last"));
        return false;
    }

    std::optional<Node> take_root() { return std::move(root_); }

  private:
    void skip() { at_ = std::min(bytes_.find_first_not_of(" \t\r\n,:", at_), bytes_.size()); }

    bool count() {
        if (++nodes_ <= limits_.nodes) return true;
        out_.push_back(diag::error(
            diag::code::file_too_large, {source_, at_, at_},
            "the file has more than " + std::to_string(limits_.nodes) + " values",
            "split the file, or keep the table in CSV; else " + base::how_to_raise(base::Limit::json_values, 0)));
        return false;
    }
    bool scalar(Node::Kind kind, bool value = false) {
        skip();
        const auto end = std::min(bytes_.find_first_of(" \t\r\n,:]}", at_), bytes_.size());
        Node node;
        node.kind = kind;
        node.boolean = value;
        node.span = {source_, at_, end};
        if (kind == Node::Kind::number) node.text = {std::string(bytes_.substr(at_, end - at_)), node.span, {}};
        at_ = end;
        return add(std::move(node));
    }
    diag::Text take_string(const std::string& value) {
        skip();
        auto placed = place_string(bytes_, at_, value);
        diag::Text text{value, {source_, at_, placed.end}, std::move(placed.pieces)};
        at_ = placed.end;
        return text;
    }
    bool start(Node::Kind kind) {
        skip();
        if (open_.size() >= limits_.depth) {
            out_.push_back(
                diag::error(diag::code::too_deep, {source_, at_, at_ + 1},
                            "arrays and objects are nested more than " + std::to_string(limits_.depth) + " deep",
                            "flatten this part"));
            return false;
        }
        Node node;
        node.kind = kind;
        node.span = {source_, at_, at_};
        ++at_;
        open_.push_back(std::move(node));
        return count();
    }
    bool end() {
        skip();
        ++at_;
        auto node = std::move(open_.back());
        open_.pop_back();
        node.span.end = at_;
        drop_duplicates(node);
        return place(std::move(node));
    }
    bool add(Node node) { return count() && place(std::move(node)); }
    bool place(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
        } else if (open_.back().kind == Node::Kind::array) {
            open_.back().items.push_back(std::move(node));
        } else {
            open_.back().members.back().value = std::move(node);
        }
        return true;
    }
    void drop_duplicates(Node& object) {
        auto& members = object.members;
        std::vector<std::size_t> order(members.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return members[a].key.text < members[b].key.text; });
        std::vector<bool> dropped(members.size());
        std::size_t first = 0;
        for (std::size_t i = 1; i < order.size(); ++i) {
            const auto& key = members[order[i]].key;
            if (key.text != members[order[first]].key.text) {
                first = i;
                continue;
            }
            auto fault = diag::error(diag::code::duplicate_key, key.span,
                                     "the key " + base::quoted(key.text) + " is given twice", "remove one of the two");
            fault.notes.push_back({"the first one is here", members[order[first]].key.span});
            out_.push_back(std::move(fault));
            dropped[order[i]] = true;
        }
        std::size_t i = 0;
        std::erase_if(members, [&](const Member&) { return dropped[i++]; });
    }

    const diag::Source& source_;
    std::string_view bytes_;
    std::size_t at_;
    const Limits& limits_;
    diag::Diagnostics& out_;
    std::vector<Node> open_;
    std::optional<Node> root_;
    std::size_t nodes_ = 0;
};

}  // namespace

diag::Result<Node> parse(diag::Source source, const Limits& limits) {
    const std::string_view bytes = source->text();
    if (bytes.size() > limits.bytes) {
        return diag::error(diag::code::file_too_large, {source, 0, 0},
                           "the file has " + std::to_string(bytes.size()) + " bytes, more than the limit of " +
                               std::to_string(limits.bytes),
                           "split the file, or keep the table in CSV; else " +
                               base::how_to_raise(base::Limit::json_bytes, static_cast<std::int64_t>(bytes.size())));
    }
    if (const auto bad = base::first_invalid_utf8(bytes)) {
        return diag::error(diag::code::not_utf8, {source, *bad, *bad + 1}, "a byte that is not UTF-8",
                           "save the file in the encoding UTF-8");
    }
    const auto mark = base::byte_order_mark(bytes);
    if (bytes.find_first_not_of(" \t\r\n", mark) == std::string_view::npos) {
        return diag::error(diag::code::empty_file, {source, 0, 0}, "the file is empty", "write a value");
    }
    diag::Diagnostics diagnostics;
    TreeBuilder builder(source, mark, limits, diagnostics);
    if (const auto nul = bytes.find('\0'); nul != std::string_view::npos) {
        return diag::error(code::json_syntax, {source, nul, nul + 1}, "a NUL byte, which is not text",
                           "save the file as text again");
    }
    const bool whole = nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder);
    auto root = builder.take_root();
    if (!whole || !root) return diagnostics;
    return {std::move(*root), std::move(diagnostics)};
}

const Node* Node::find(std::string_view key) const {
    for (const auto& member : members) {
        if (member.key.text == key) return &member.value;
    }
    return nullptr;
}

}  // namespace precis::json
