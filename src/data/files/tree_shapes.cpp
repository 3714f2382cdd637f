// Shapes are told by structure alone; names of keys count only for lists of columns and for exchange formats.
// Source: https://json-stat.org/full/ (version 2.0), https://dev.socrata.com/docs/formats/json.html,
// https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html (the orients).
#include "data/files/tree_shapes.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "data/cells/period.h"
#include "data/files/header.h"

namespace precis::data {
namespace {

/// Whether a key is called as lists of columns are.
bool names_columns(std::string_view key) {
    auto word = base::lowered(key);
    std::erase_if(word, [](char c) { return c == '_' || c == '-' || c == ' '; });
    constexpr std::array kWords{"columns",    "column", "columnnames", "cols",       "fields",
                                "fieldnames", "names",  "header",      "headers",    "head",
                                "labels",     "keys",   "schema",      "attributes", "variables"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

template <class Node>
const Node* text_under(const Node& mapping, std::string_view key) {
    const auto* value = mapping.find(key);
    return value != nullptr && is_text(*value) && !scalar(*value).empty() ? value : nullptr;
}

/// The nodes of the names in a list of texts or of mappings with a name each; empty if it is another.
template <class Node>
std::vector<const Node*> names_in(const Node& list) {
    std::vector<const Node*> names;
    if (!is_list(list) || list.items.empty()) return names;
    if (std::all_of(list.items.begin(), list.items.end(), [](const Node& item) { return is_text(item); })) {
        for (const auto& item : list.items) names.push_back(&item);
        return names;
    }
    for (const auto* key : {"name", "label", "id", "fieldName", "field", "title", "key", "column"}) {
        names.clear();
        for (const auto& item : list.items) {
            if (const auto* name = text_under(item, key)) names.push_back(name);
        }
        if (names.size() == list.items.size()) return names;
    }
    return {};
}

/// A list of names under a key such as “columns”.
template <class Node>
struct NamesList {
    const Node* holder = nullptr;
    const Node* list = nullptr;
};

template <class Node>
void find_names(const Node& node, std::vector<NamesList<Node>>& found) {
    if (!is_mapping(node)) return;
    for (const auto& [key, value] : members_of(node)) {
        if (is_list(value) && names_columns(key.text) && !names_in(value).empty()) found.push_back({&node, &value});
        find_names(value, found);
    }
}

/// The list of names for rows of this width: the one beside the rows, else the only one.
template <class Node>
const Node* names_list(const Node& root, const Node& rows, std::size_t width) {
    std::vector<NamesList<Node>> found;
    find_names(root, found);
    std::erase_if(found, [&](const auto& names) { return names.list == &rows || names.list->items.size() != width; });
    for (const auto& names : found) {
        for (const auto& member : members_of(*names.holder)) {
            if (&member.value == &rows) return names.list;
        }
    }
    return found.size() == 1 ? found.front().list : nullptr;
}

bool is_number_or_date(std::string_view text) {
    return seen_number(text).has_value() || parse_date(text).has_value();
}

/// Whether the keys of a mapping count from 0.
template <class Node>
bool counts(const Node& mapping) {
    std::size_t next = 0;
    for (const auto& member : members_of(mapping)) {
        if (member.key.text != std::to_string(next++)) return false;
    }
    return next > 0;
}

template <class Node>
bool holds_scalars(const Node& node) {
    if (is_list(node))
        return std::all_of(node.items.begin(), node.items.end(), [](const Node& item) { return is_scalar(item); });
    const auto& members = members_of(node);
    return std::all_of(members.begin(), members.end(), [](const auto& member) { return is_scalar(member.value); });
}

template <class Node>
std::size_t size_of(const Node& node) {
    return is_list(node) ? node.items.size() : members_of(node).size();
}

/// Whether all names in `list` are keys of the first row of `rows`, or as many as its values.
template <class Node>
bool describes(const Node& list, const FoundTable<Node>& rows) {
    const auto names = names_in(list);
    if (names.empty() || rows.node == &list || !is_list(*rows.node)) return false;
    const auto& first = rows.node->items.front();
    if (is_list(first)) return first.items.size() == names.size();
    return std::all_of(names.begin(), names.end(),
                       [&](const Node* name) { return first.find(scalar(*name)) != nullptr; });
}

template <class Node>
void find_in(const Node& root, const Node& node, const std::string& path, std::vector<FoundTable<Node>>& found) {
    const auto shape = path.empty() ? TreeShape::none : shape_of(node);
    if (shape != TreeShape::none) {
        const bool by_row = shape == TreeShape::rows || shape == TreeShape::lists || shape == TreeShape::indexed_rows;
        const auto rows = by_row ? size_of(node) : size_of(members_of(node).front().value);
        const bool has_names = shape != TreeShape::lists || !names_of_columns(root, node).names.empty();
        const bool may_describe = names_columns(path.substr(path.rfind('.') + 1)) && !names_in(node).empty();
        if (rows > 0) found.push_back({path, &node, rows, has_names, may_describe});
        return;
    }
    if (!is_mapping(node)) return;
    for (const auto& [key, value] : members_of(node))
        find_in(root, value, path.empty() ? key.text : path + "." + key.text, found);
}

}  // namespace

template <class Node>
TreeShape shape_of(const Node& node) {
    if (is_list(node)) {
        if (node.items.empty() || is_mapping(node.items.front())) return TreeShape::rows;
        return is_list(node.items.front()) ? TreeShape::lists : TreeShape::none;
    }
    const auto& members = members_of(node);
    if (!is_mapping(node) || members.empty()) return TreeShape::none;
    const auto& first = members.front().value;
    const auto size = size_of(first);
    const auto all = [&](const auto& fits) { return std::all_of(members.begin(), members.end(), fits); };
    if (is_list(first)) {
        const bool alike = all([&](const auto& member) {
            return is_list(member.value) && size_of(member.value) == size && holds_scalars(member.value);
        });
        return alike && size > 0 && members.size() > 1 ? TreeShape::columns : TreeShape::none;
    }
    if (!all([](const auto& member) { return is_mapping(member.value) && holds_scalars(member.value); }))
        return TreeShape::none;
    if (all([&](const auto& member) { return size_of(member.value) == size && counts(member.value); }))
        return TreeShape::indexed_columns;
    return counts(node) ? TreeShape::indexed_rows : TreeShape::none;
}

template <class Node>
const Node& list_of_rows(const Node& list) {
    if (list.items.size() != 2 || !is_mapping(list.items[0]) || !is_list(list.items[1])) return list;
    const auto shape = shape_of(list.items[1]);
    return shape == TreeShape::rows || shape == TreeShape::lists ? list.items[1] : list;
}

template <class Node>
ColumnNames<Node> names_of_columns(const Node& root, const Node& list) {
    ColumnNames<Node> out;
    const auto& first = list.items.front().items;
    const auto add = [&](const Node& node, const std::string& name) {
        diag::Text numbered;
        numbered.text = name;
        numbered.span = node.span;
        const auto is_taken = [&](const diag::Text& other) { return other.text == numbered.text; };
        for (int n = 2; std::any_of(out.names.begin(), out.names.end(), is_taken); ++n)
            numbered.text = name + " (" + std::to_string(n) + ")";
        out.names.push_back(std::move(numbered));
    };
    if (const auto* names = names_list(root, list, first.size())) {
        for (const auto* name : names_in(*names)) add(*name, std::string(scalar(*name)));
        return out;
    }
    const auto no_name = std::find_if(first.begin(), first.end(), [](const Node& name) { return !is_text(name); });
    if (no_name != first.end()) out.no_name = &*no_name;
    const auto is_word = [](const Node& name) { return !scalar(name).empty() && !is_number_or_date(scalar(name)); };
    if (out.no_name == nullptr && std::none_of(first.begin(), first.end(), is_word))
        out.no_name = first.empty() ? &list.items.front() : &first.front();
    if (out.no_name != nullptr) return out;
    out.in_first_list = true;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto name = scalar(first[i]);
        add(first[i], name.empty() ? name_of_place(i) : std::string(name));
    }
    return out;
}

template <class Node>
std::vector<FoundTable<Node>> find_tables(const Node& root) {
    std::vector<FoundTable<Node>> found;
    find_in(root, root, {}, found);
    std::vector<const Node*> describing;
    for (const auto& table : found) {
        const auto describes_other = [&](const auto& other) { return describes(*table.node, other); };
        if (std::any_of(found.begin(), found.end(), describes_other)) describing.push_back(table.node);
    }
    if (describing.size() < found.size()) {
        std::erase_if(found, [&](const auto& table) {
            return std::find(describing.begin(), describing.end(), table.node) != describing.end();
        });
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        if (a.has_names != b.has_names) return a.has_names;
        return a.may_describe != b.may_describe ? b.may_describe : a.rows > b.rows;
    });
    return found;
}

template <class Node>
std::string_view cube_format(const Node& root) {
    const auto is_json_stat = [](const Node& node) {
        const auto *dimension = node.find("dimension"), *value = node.find("value");
        return dimension != nullptr && is_mapping(*dimension) && value != nullptr && !is_scalar(*value);
    };
    const auto is_sdmx = [](const Node& node) {
        return node.find("dataSets") != nullptr &&
               (node.find("structure") != nullptr || node.find("structures") != nullptr);
    };
    const auto is = [&](const auto& fits) {
        if (fits(root)) return true;
        const auto& members = members_of(root);
        return std::any_of(members.begin(), members.end(), [&](const auto& member) { return fits(member.value); });
    };
    if (is(is_json_stat)) return "JSON-stat";
    return is(is_sdmx) ? "SDMX-JSON" : "";
}

template TreeShape shape_of(const json::Node&);
template TreeShape shape_of(const yaml::Node&);
template const json::Node& list_of_rows(const json::Node&);
template const yaml::Node& list_of_rows(const yaml::Node&);
template ColumnNames<json::Node> names_of_columns(const json::Node&, const json::Node&);
template ColumnNames<yaml::Node> names_of_columns(const yaml::Node&, const yaml::Node&);
template std::vector<FoundTable<json::Node>> find_tables(const json::Node&);
template std::vector<FoundTable<yaml::Node>> find_tables(const yaml::Node&);
template std::string_view cube_format(const json::Node&);
template std::string_view cube_format(const yaml::Node&);

}  // namespace precis::data
