#include "tree.h"

#include <algorithm>
#include <cctype>
#include <memory>

#include "json/node.h"
#include "json/writer.h"
#include "yaml/node.h"

namespace precis::mutants {
namespace {

Tree copy(const yaml::Node& node) {
    Tree tree;
    if (node.kind == yaml::Node::Kind::scalar) {
        return scalar(node.scalar.text,
                      node.style == yaml::Node::Style::plain ? Tree::Form::plain : Tree::Form::quoted);
    }
    tree.kind = node.kind == yaml::Node::Kind::map ? Tree::Kind::map : Tree::Kind::list;
    for (const auto& entry : node.entries) tree.entries.push_back({entry.key.text, copy(entry.value)});
    for (const auto& item : node.items) tree.items.push_back(copy(item));
    return tree;
}

Tree copy(const json::Node& node) {
    using Kind = json::Node::Kind;
    Tree tree;
    switch (node.kind) {
        case Kind::null:
            return scalar("null");
        case Kind::boolean:
            return scalar(node.boolean ? "true" : "false");
        case Kind::number:
            return scalar(node.text.text);
        case Kind::string:
            return scalar(node.text.text, Tree::Form::quoted);
        case Kind::array:
            tree.kind = Tree::Kind::list;
            break;
        case Kind::object:
            tree.kind = Tree::Kind::map;
            break;
    }
    for (const auto& member : node.members) tree.entries.push_back({member.key.text, copy(member.value)});
    for (const auto& item : node.items) tree.items.push_back(copy(item));
    return tree;
}

std::string quoted(const std::string& text) {
    json::Writer writer(json::Writer::Form::compact);
    writer.string(text);
    return writer.take();
}

bool is_simple(const std::string& text) {
    const auto simple = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_' || c == '/' || c == '~';
    };
    return !text.empty() && text != "-" && text != "---" && text != "..." &&
           std::all_of(text.begin(), text.end(), simple);
}

std::string yaml_word(const Tree& tree) {
    if (tree.form == Tree::Form::raw) return tree.text;
    return tree.form == Tree::Form::plain && is_simple(tree.text) ? tree.text : quoted(tree.text);
}

std::string key_word(const std::string& key) {
    return is_simple(key) ? key : quoted(key);
}

bool is_leaf(const Tree& tree) {
    return tree.kind == Tree::Kind::scalar || (tree.items.empty() && tree.entries.empty());
}

enum class Words { yaml, json };

void in_flow(const Tree& tree, Words words, std::string& out) {
    if (tree.kind == Tree::Kind::scalar) {
        const bool as_it_is = words == Words::json && tree.form != Tree::Form::quoted;
        out += as_it_is ? tree.text : words == Words::json ? quoted(tree.text) : yaml_word(tree);
        return;
    }
    const bool map = tree.kind == Tree::Kind::map;
    out += map ? '{' : '[';
    const char* between = "";
    for (const auto& [key, value] : tree.entries) {
        out += between + (words == Words::json ? quoted(key) : key_word(key)) + ": ";
        in_flow(value, words, out);
        between = ", ";
    }
    for (const auto& item : tree.items) {
        out += between;
        in_flow(item, words, out);
        between = ", ";
    }
    out += map ? '}' : ']';
}

// A value behind a key or a dash, with its line break.
void in_blocks(const Tree& tree, std::size_t indent, std::string& out) {
    if (is_leaf(tree)) {
        out += ' ';
        in_flow(tree, Words::yaml, out);
        out += '\n';
        return;
    }
    out += '\n';
    for (const auto& [key, value] : tree.entries) {
        out += std::string(indent, ' ') + key_word(key) + ":";
        in_blocks(value, indent + 2, out);
    }
    for (const auto& item : tree.items) {
        out += std::string(indent, ' ') + "-";
        in_blocks(item, indent + 2, out);
    }
}

}  // namespace

Tree scalar(std::string text, Tree::Form form) {
    Tree tree;
    tree.form = form;
    tree.text = std::move(text);
    return tree;
}

std::optional<Tree> tree_of_yaml(const std::string& text) {
    const auto result = yaml::parse(std::make_shared<const diag::SourceText>("tree", text));
    if (!result.has_value()) return std::nullopt;
    return copy(result.value());
}

std::optional<Tree> tree_of_json(const std::string& text) {
    const auto result = json::parse(std::make_shared<const diag::SourceText>("tree", text));
    if (!result.has_value()) return std::nullopt;
    return copy(result.value());
}

std::string yaml_in_blocks(const Tree& tree) {
    std::string out;
    in_blocks(tree, 0, out);
    return out.substr(1);  // the blank or line break behind no key
}

std::string yaml_in_flow(const Tree& tree) {
    std::string out;
    if (tree.kind != Tree::Kind::map) {
        in_flow(tree, Words::yaml, out);
        return out + "\n";
    }
    for (const auto& [key, value] : tree.entries) {
        out += key_word(key) + ": ";
        in_flow(value, Words::yaml, out);
        out += '\n';
    }
    return out;
}

std::string json_of(const Tree& tree) {
    std::string out;
    in_flow(tree, Words::json, out);
    return out + "\n";
}

}  // namespace precis::mutants
