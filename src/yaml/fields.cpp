// The getters mark their keys as known; finish() compares the known keys with those of the map.
#include "yaml/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/numbers.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "vocabulary/homes.h"
#include "yaml/codes.h"
#include "yaml/convert.h"

namespace precis::yaml {
namespace {

constexpr std::size_t kMostListedKeys = 12;  // more names than that are no help in a message

std::string alternatives(const std::vector<std::string>& words) {
    return base::enumerated(words, ", ", " or ");
}

/// The longest word that is a part of `text` (“bar” of “barchart”), or else begins with it (“hist”).
std::optional<std::string> part_of(std::string_view text, const std::vector<std::string>& words) {
    constexpr std::size_t kShortest = 3;
    std::optional<std::string> best;
    for (const auto& word : words) {
        if (word.size() < kShortest || text.find(word) == std::string_view::npos) continue;
        if (!best || word.size() > best->size()) best = word;
    }
    if (best || text.size() < kShortest) return best;
    for (const auto& word : words) {
        if (word.starts_with(text)) return word;
    }
    return std::nullopt;
}

/// "write its keys, as in `{title: …}`": the required ones, else the first.
std::string how_to_write(const vocabulary::Mapping& mapping) {
    std::vector<std::string> shown;
    const vocabulary::Key* first = nullptr;
    for (const auto& group : mapping.groups) {
        for (const auto& key : group) {
            if (first == nullptr && key.state == vocabulary::Key::State::done) first = &key;
            if (key.state == vocabulary::Key::State::required) shown.push_back(fmt::format("{}: …", key.name));
        }
    }
    if (shown.empty() && first != nullptr) shown.push_back(fmt::format("{}: {}", first->name, first->example));
    return shown.empty() ? std::string() : fmt::format("write its keys, as in `{{{}}}`", base::joined(shown, ", "));
}

/// Whether two keys differ only by case, hyphens, underscores and a plural's s.
bool is_variant(std::string_view a, std::string_view b) {
    const auto bare = [](std::string_view key) {
        auto word = base::lowered(key);
        std::erase_if(word, [](char c) { return c == '-' || c == '_'; });
        if (word.ends_with('s')) word.pop_back();
        return word;
    };
    return bare(a) == bare(b);
}

}  // namespace

Fields::Fields(const Node& node, const vocabulary::Mapping& mapping, diag::Diagnostics& out, std::string what)
    : Fields(node, what.empty() ? std::string(mapping.what) : std::move(what), out) {
    mapping_ = &mapping;
    if (node_ == nullptr) out.back().remedy = how_to_write(mapping);
}

Fields::Fields(const Node& node, std::string what, diag::Diagnostics& out) : what_(std::move(what)), out_(&out) {
    if (node.kind == Node::Kind::map) {
        node_ = &node;
    } else {
        out.push_back(wrong_type(node, "a mapping of keys to values for " + what_));
    }
}

const Node* Fields::node(std::string_view key) {
    known(key);
    return node_ ? node_->find(key) : nullptr;
}

std::string Fields::needs(std::string_view key) const {
    return what_ + " needs the key " + base::quoted(key);
}

const Node* Fields::required(std::string_view key) {
    const auto* value = node(key);
    if (!value && node_) {
        const auto begin = node_->span.begin;
        const auto end = node_->entries.empty() ? begin + 1 : node_->entries.front().key.span.end;
        out_->push_back(diag::error(diag::code::missing_key, {node_->span.source, begin, std::max(begin, end)},
                                    needs(key), "write " + base::quoted(std::string(key) + ": …")));
    }
    return value;
}

std::optional<diag::Text> Fields::text(std::string_view key) {
    const auto* value = node(key);
    return value ? as_text(*value, base::quoted(key), *out_) : std::nullopt;
}

std::optional<bool> Fields::boolean(std::string_view key) {
    const auto* value = node(key);
    return value ? as_boolean(*value, base::quoted(key), *out_) : std::nullopt;
}

std::optional<double> Fields::number(std::string_view key) {
    const auto* value = node(key);
    return value ? as_number(*value, *out_) : std::nullopt;
}

std::optional<int> Fields::integer(std::string_view key) {
    const auto* value = node(key);
    return value ? as_integer(*value, *out_) : std::nullopt;
}

std::optional<double> Fields::length_pt(std::string_view key) {
    const auto* value = node(key);
    return value ? as_length_pt(*value, *out_) : std::nullopt;
}

std::optional<base::Color> Fields::color(std::string_view key) {
    const auto* value = node(key);
    return value ? as_color(*value, base::quoted(key), *out_) : std::nullopt;
}

std::vector<const Node*> Fields::list(std::string_view key) {
    const auto* value = node(key);
    if (!value) return {};
    if (value->kind != Node::Kind::sequence) return {value};
    std::vector<const Node*> items;
    for (const auto& item : value->items) items.push_back(&item);
    return items;
}

std::vector<diag::Text> Fields::texts(std::string_view key) {
    std::vector<diag::Text> out;
    for (const auto* item : list(key)) {
        if (auto text = as_text(*item, "each item of " + base::quoted(key), *out_)) out.push_back(std::move(*text));
    }
    return out;
}

std::optional<std::size_t> Fields::row_in(std::string_view key, const vocabulary::ClosedSet& set) {
    const auto* value = node(key);
    if (!value) return std::nullopt;
    if (value->kind == Node::Kind::scalar) return row_of_text(key, value->scalar, set);
    auto fault = wrong_type(*value, "a word for " + base::quoted(key));
    fault.remedy = "write one of these words: " + alternatives(set.names());
    out_->push_back(std::move(fault));
    return std::nullopt;
}

std::optional<std::size_t> Fields::row_of_text(std::string_view key, const diag::Text& value,
                                               const vocabulary::ClosedSet& set) {
    const auto row = set.find(value.text);
    if (row && !value.text.empty() && !set.at(*row).later) return row;
    const auto words = set.names();
    const auto expected = "; expected " + alternatives(words);
    if (row && !value.text.empty()) {
        out_->push_back(diag::error(diag::code::not_in_this_version, value.span,
                                    base::quoted(value.text) + " is a value of " + base::quoted(key) +
                                        " in later versions, not in this version" + expected,
                                    "write one of these words"));
        return std::nullopt;
    }
    auto near = base::nearest(value.text, words);
    if (!near) near = part_of(value.text, words);
    out_->push_back(diag::error(diag::code::bad_value, value.span,
                                base::quoted(value.text) + " is not a value of " + base::quoted(key) + expected,
                                near ? base::did_you_mean(*near) : "write one of these words"));
    return std::nullopt;
}

const vocabulary::Mapping* Fields::channel_meant(std::string_view key) const {
    if (mapping_ == nullptr || key.size() < 3 || key[1] != '-') return nullptr;
    const auto* channel = mapping_->find(key.substr(0, 1));
    const auto* keys = channel ? channel->shape.of : nullptr;
    return keys && (key.substr(2) == "axis" || keys->find(key.substr(2))) ? keys : nullptr;
}

bool Fields::is_accepted(const Entry& entry) {
    const auto& key = entry.key.text;
    if (key.substr(0, 2) == "x-") return channel_meant(key) == nullptr;
    const auto* declared = mapping_ == nullptr ? nullptr : mapping_->find(key);
    if (declared == nullptr) return std::find(known_.begin(), known_.end(), key) != known_.end();
    if (declared->state == vocabulary::Key::State::later) {
        out_->push_back(diag::error(diag::code::not_in_this_version, entry.key.span,
                                    base::quoted(key) + " is a key of later versions, not in this version",
                                    "remove it, or begin it with x- to keep it for later"));
    }
    return true;
}

std::vector<std::string> Fields::offered() const {
    if (mapping_ == nullptr) return known_;
    std::vector<std::string> names;
    for (const auto& group : mapping_->groups)
        for (const auto& key : group)
            if (key.state == vocabulary::Key::State::done || key.state == vocabulary::Key::State::required)
                names.emplace_back(key.name);
    return names;
}

void Fields::known(std::string_view key) {
    if (mapping_ != nullptr && mapping_->find(key) == nullptr)
        throw std::logic_error("no key “" + std::string(key) + "” is declared for " + std::string(mapping_->what));
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
}

void Fields::reported(std::string_view key) {
    known_.emplace_back(key);
}

void Fields::finish() {
    if (!node_) return;
    std::vector<std::string> offered_keys, sorted;
    std::map<const diag::SourceText*, std::vector<std::string>> free_in;  // offered keys that a source's entries leave
    const auto free_of = [&](const diag::SourceText* source) -> const std::vector<std::string>& {
        const auto [place, is_new] = free_in.try_emplace(source);
        if (!is_new) return place->second;
        std::set<std::string_view> taken;
        for (const auto& entry : node_->entries)
            if (entry.key.span.source.get() == source) taken.insert(entry.key.text);
        for (const auto& name : offered_keys)
            if (!taken.contains(name)) place->second.push_back(name);
        if (place->second.empty()) place->second = offered_keys;
        return place->second;
    };
    for (const auto& entry : node_->entries) {
        if (is_accepted(entry)) continue;
        if (offered_keys.empty()) {
            sorted = offered_keys = offered();
            std::sort(sorted.begin(), sorted.end());
        }
        const auto& key = entry.key.text;
        if (channel_meant(key)) {
            const std::string name = key.substr(0, 1), inner = key.substr(2) == "axis" ? "title" : key.substr(2);
            out_->push_back(
                diag::error(code::unknown_key, entry.key.span, what_ + " has no key " + base::quoted(key),
                            fmt::format("write it in the channel, as in `{}: {{column: …, {}: …}}`", name, inner)));
            continue;
        }
        // A key that the map already has cannot be the one that was meant, unless it comes from another file: a layout
        // is merged over the layout that it extends.
        const auto& free = free_of(entry.key.span.source.get());
        auto near = base::nearest(key, free);
        const auto* home = mapping_ ? vocabulary::home_of(key, *mapping_) : nullptr;
        const auto meant_key = std::string(mapping_ ? vocabulary::meant_by(key, *mapping_) : std::string_view());
        if (std::find(free.begin(), free.end(), meant_key) != free.end()) {
            near = meant_key;
            home = nullptr;
        }
        if (home != nullptr && near && !is_variant(key, *near)) near.reset();
        std::string remedy = near ? base::did_you_mean(*near) : "known keys are " + base::enumerated(sorted);
        if (home != nullptr && !near) {
            remedy = fmt::format("“{}” is a key of {}: write it there", key, home->words);
        } else if (!near && sorted.size() > kMostListedKeys)
            remedy = "remove it, or begin it with x- if it is your own";
        const auto* meant = near && mapping_ ? mapping_->find(*near) : nullptr;
        if (near && (!mapping_ || (meant && meant->state == vocabulary::Key::State::required))) {
            // One fault: a required key that is misspelt is not missing as well.
            std::erase_if(*out_, [&](const diag::Diagnostic& d) {
                return d.code == diag::code::missing_key && d.span.source == node_->span.source &&
                       d.span.begin == node_->span.begin && d.message == needs(*near);
            });
        }
        out_->push_back(diag::error(code::unknown_key, entry.key.span, what_ + " has no key " + base::quoted(key),
                                    std::move(remedy)));
    }
}

}  // namespace precis::yaml
