// A stack of open collections; a node's span is complete when the node is closed.
#include "yaml/builder.h"

#include <yaml-cpp/mark.h>

#include <algorithm>

#include "base/phrases.h"
#include "diag/codes.h"
#include "yaml/bytes.h"
#include "yaml/codes.h"
#include "yaml/quirks.h"
#include "yaml/scalar.h"

namespace precis::yaml {

Builder::Builder(const Input& input, const Limits& limits, diag::Diagnostics& out)
    : source_(input.source),
      bytes_(input.bytes),
      offset_(input.offset),
      mendings_(input.mendings),
      limits_(limits),
      out_(out),
      read_to_(input.offset) {}

std::size_t Builder::offset_of(const YAML::Mark& mark) const {
    return std::min(bytes_.size(), offset_ + static_cast<std::size_t>(std::max(mark.pos, 0)));
}

void Builder::count(std::size_t at) {
    if (++nodes_ <= limits_.nodes) return;
    throw Stop{diag::error(diag::code::file_too_large, span(at, at),
                           "the file has more than " + std::to_string(limits_.nodes) + " keys and values",
                           "keep large tables in CSV files that the data model names; else " +
                               base::how_to_raise(base::Limit::yaml_values, 0)),
               std::nullopt};
}

std::size_t Builder::resume() const {
    const auto outer = std::find_if(frames_.begin(), frames_.end(), [](const Frame& f) { return f.flow; });
    const auto at = outer != frames_.end() ? outer->node.span.begin : last_;
    const auto before = at > 0 ? bytes_.rfind('\n', at - 1) : std::string_view::npos;
    return before == std::string_view::npos || before < offset_ ? offset_ : before + 1;
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t) {
    const auto at = offset_of(mark);
    count(at);
    if (frames_.empty()) return;  // an empty document
    report_empty(at);
    Node node;
    node.span = node.scalar.span = span(read_to_, read_to_);
    add(std::move(node));
}

void Builder::report_empty(std::size_t mark) {
    const auto& frame = frames_.back();
    const auto word = null_word(bytes_, mark);
    if (mark >= read_to_ && word > 0) {
        out_.push_back(diag::error(diag::code::empty_value, span(mark, mark + word),
                                   base::quoted(bytes_.substr(mark, word)) + " means no value in YAML",
                                   "leave the key out, or put the word in quotes"));
        read_to_ = mark + word;
    } else if (frame.node.kind == Node::Kind::map && !frame.key_wanted) {
        out_.push_back(value_missing(source_, bytes_, key_.scalar, frame.flow ? &frame.node : nullptr));
    } else {
        const auto dash = std::min(bytes_.find_first_not_of(" \r\n", read_to_), bytes_.size());
        const bool has_dash = dash < bytes_.size() && bytes_[dash] == '-';
        const auto at = has_dash ? dash : read_to_;
        out_.push_back(empty_item(source_, bytes_, at));
        read_to_ = std::min(bytes_.size(), at + (has_dash ? 1 : 0));
    }
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
    const auto at = offset_of(mark);
    count(at);
    const auto end = end_of_word(bytes_, at);
    out_.push_back(
        diag::error(code::alias_refused, span(at, end),
                    base::quoted(bytes_.substr(at, end - at)) + " is a YAML alias; aliases are not used here",
                    "write the text out, or in double quotes if it begins with *"));
    Node node;
    node.span = node.scalar.span = span(at, end);
    read_to_ = end;
    add(std::move(node));
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       const std::string& value) {
    auto at = offset_of(mark);
    count(at);
    const bool marked = anchor != 0 || (tag != "?" && tag != "!") || (at < bytes_.size() && bytes_[at] == '!');
    if (marked) {
        refuse_properties(at, false);
        at = after_properties(bytes_, at);
    }
    auto placed = place_scalar(bytes_, at, value);
    Node node;
    node.style = placed.style;
    node.scalar = {value, span(at, placed.end), std::move(placed.pieces)};
    node.span = node.scalar.span;
    if (const auto bad = first_control(value)) {
        out_.push_back(diag::error(diag::code::control_character, node.scalar.at(*bad, *bad + 1),
                                   "this escape makes a control character", "remove it"));
    }
    if (!mendings_.empty()) restore(node);
    read_to_ = std::max(read_to_, placed.end);
    last_ = node.span.begin;
    if (node.style == Node::Style::plain) find_cut_text(node);
    if (!node.scalar.pieces.empty()) find_comment_in_sql(node);
    add(std::move(node));
}

// Puts the author's bytes back where mendings overwrote them.
void Builder::restore(Node& scalar) const {
    for (const auto& mending : mendings_) {
        if (mending.end <= scalar.span.begin || mending.begin >= scalar.span.end) continue;
        for (std::size_t i = 0; i < scalar.scalar.text.size(); ++i) {
            const auto from = scalar.scalar.at(i, i + 1).begin;
            if (from >= mending.begin && from < mending.end) scalar.scalar.text[i] = source_->text()[from];
        }
    }
}

void Builder::find_cut_text(const Node& scalar) {
    if (const auto cut = comment_that_cuts(bytes_, scalar.span.end)) {
        out_.push_back(cut_by_comment(source_, bytes_, scalar.span.begin, *cut));
    }
}

void Builder::find_comment_in_sql(const Node& scalar) {
    const auto* key = current_key();
    if (const auto at = sql_comment_in_folded(bytes_, scalar, key ? key->scalar.text : std::string_view())) {
        out_.push_back(diag::error(code::text_cut_by_comment, span(*at, *at + 2),
                                   "YAML joins these lines into one, so everything after -- is an SQL comment",
                                   "write the SQL under a | on the key's line, or remove the comment"));
    }
}

void Builder::refuse_properties(std::size_t at, bool collection) {
    while (at < bytes_.size() && (bytes_[at] == '&' || bytes_[at] == '!')) {
        const auto end = end_of_word(bytes_, at);
        out_.push_back(property_refused(source_, bytes_, at, end, collection));
        at = std::min(bytes_.find_first_not_of(" \r\n", end), bytes_.size());
    }
    read_to_ = std::max(read_to_, std::min(at, bytes_.size()));
}

void Builder::OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                              YAML::EmitterStyle::value style) {
    start(mark, Node::Kind::sequence, style);
}

void Builder::OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value style) {
    start(mark, Node::Kind::map, style);
}

void Builder::start(const YAML::Mark& mark, Node::Kind kind, YAML::EmitterStyle::value style) {
    auto at = offset_of(mark);
    count(at);
    if (frames_.size() >= limits_.depth) {
        throw Stop{diag::error(diag::code::too_deep, span(at, at + 1),
                               "lists and mappings are nested more than " + std::to_string(limits_.depth) + " deep",
                               "flatten this part"),
                   std::nullopt};
    }
    if (bytes_.substr(at, 2) == "{{") throw braces(source_, bytes_, at);
    refuse_properties(at, true);
    at = after_properties(bytes_, at);
    Frame frame;
    frame.node.kind = kind;
    frame.node.span = span(at, at);
    frame.flow = style == YAML::EmitterStyle::Flow;
    if (frame.flow && at < bytes_.size() && (bytes_[at] == '[' || bytes_[at] == '{')) read_to_ = at + 1;
    frames_.push_back(std::move(frame));
}

void Builder::OnSequenceEnd() {
    end();
}
void Builder::OnMapEnd() {
    end();
}

void Builder::end() {
    auto frame = std::move(frames_.back());
    frames_.pop_back();
    auto& node = frame.node;
    if (frame.flow) read_to_ = after_closing(bytes_, read_to_, node.kind == Node::Kind::map ? '}' : ']');
    node.span.end = std::max(node.span.begin, read_to_);
    if (node.kind == Node::Kind::map) drop_duplicates(node);
    add(std::move(node));
}

void Builder::add(Node node) {
    if (frames_.empty()) {
        root_ = std::move(node);
        return;
    }
    auto& frame = frames_.back();
    if (frame.node.kind == Node::Kind::sequence) {
        frame.node.items.push_back(std::move(node));
    } else if (frame.key_wanted) {
        add_key(std::move(node));
    } else {
        frame.entry.value = std::move(node);
        frame.node.entries.push_back(std::move(frame.entry));
        frame.entry = {};
        frame.key_wanted = true;
    }
}

void Builder::add_key(Node node) {
    auto& frame = frames_.back();
    if (node.kind != Node::Kind::scalar) {
        out_.push_back(collection_as_key(source_, bytes_, node));
    } else if (node.scalar.text == "<<" && node.style == Node::Style::plain) {
        out_.push_back(diag::error(code::alias_refused, node.span, "“<<” is a YAML merge key; they are not used here",
                                   "write the keys out"));
    }
    frame.entry.key = node.scalar;
    if (!frame.entry.key.span) frame.entry.key.span = node.span;
    frame.key_wanted = false;
    key_ = std::move(node);
    if (!key_.scalar.span) key_.scalar.span = key_.span;
}

const Node* Builder::current_key() const {
    return !frames_.empty() && frames_.back().node.kind == Node::Kind::map && !frames_.back().key_wanted ? &key_
                                                                                                         : nullptr;
}

void Builder::drop_duplicates(Node& map) {
    auto& entries = map.entries;
    std::vector<std::size_t> order(entries.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return entries[a].key.text < entries[b].key.text; });
    std::vector<std::size_t> dropped;
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const auto& earlier = entries[order[first]].key;
        const auto& key = entries[order[i]].key;
        if (earlier.text != key.text || entries[order[i]].key.text.empty()) {
            first = i;
            continue;
        }
        auto fault = diag::error(diag::code::duplicate_key, key.span,
                                 "the key " + base::quoted(key.text) + " is given twice", "remove one of the two");
        fault.notes.push_back({"the first one is here", earlier.span});
        out_.push_back(std::move(fault));
        dropped.push_back(order[i]);
    }
    std::sort(dropped.rbegin(), dropped.rend());
    for (const auto i : dropped) entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(i));
}

}  // namespace precis::yaml
