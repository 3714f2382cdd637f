#include "tree.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "diag/print.h"
#include "json/writer.h"

namespace precis::test {
namespace {

using Kind = yaml::Node::Kind;

Tree copy(const yaml::Node& node) {
    Tree tree;
    tree.kind = node.kind;
    tree.text = node.scalar.text;
    tree.plain = node.style == yaml::Node::Style::plain;
    for (const auto& entry : node.entries) tree.entries.push_back({entry.key.text, copy(entry.value)});
    for (const auto& item : node.items) tree.items.push_back(copy(item));
    return tree;
}

std::pair<std::string, std::string_view> split(std::string_view path) {
    const auto slash = path.find('/');
    if (slash == std::string_view::npos) return {std::string(path), {}};
    return {std::string(path.substr(0, slash)), path.substr(slash + 1)};
}

bool is_index(const std::string& step) {
    return !step.empty() && std::all_of(step.begin(), step.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string quoted(const std::string& text) {
    json::Writer writer(json::Writer::Form::compact);
    writer.string(text);
    return writer.take();
}

void write(const Tree& tree, std::string& out) {
    if (tree.kind == Kind::map) {
        out += '{';
        for (const auto& [key, value] : tree.entries) {
            if (&key != &tree.entries.front().first) out += ", ";
            out += quoted(key) + ": ";
            write(value, out);
        }
        out += '}';
    } else if (tree.kind == Kind::sequence) {
        out += '[';
        for (const auto& item : tree.items) {
            if (&item != &tree.items.front()) out += ", ";
            write(item, out);
        }
        out += ']';
    } else {
        const bool simple = std::all_of(tree.text.begin(), tree.text.end(), [](unsigned char c) {
            return std::isalnum(c) != 0 || c == '.' || c == '-' || c == ' ' || c == '_' || c == '/';
        });
        out += tree.plain && simple && !tree.text.empty() ? tree.text : quoted(tree.text);
    }
}

}  // namespace

Tree* Tree::find(std::string_view key) {
    for (auto& [name, value] : entries)
        if (name == key) return &value;
    return nullptr;
}

Tree* Tree::at(std::string_view path) {
    if (path.empty()) return this;
    const auto [step, rest] = split(path);
    Tree* next = nullptr;
    if (kind == Kind::sequence && is_index(step)) {
        const auto index = static_cast<std::size_t>(std::stoul(step));
        next = index < items.size() ? &items[index] : nullptr;
    } else {
        next = find(step);
    }
    return next == nullptr ? nullptr : next->at(rest);
}

void Tree::put(std::string_view path, const Tree* value) {
    const auto [step, rest] = split(path);
    if (kind == Kind::sequence) {
        auto* item = at(step);
        if (item == nullptr)
            throw std::runtime_error("there is no item " + step + " on the way to " + std::string(path));
        if (!rest.empty()) return item->put(rest, value);
        if (value != nullptr) {
            *item = *value;
        } else {
            items.erase(items.begin() + (item - items.data()));
        }
        return;
    }
    kind = Kind::map;
    auto* entry = find(step);
    if (!rest.empty()) {
        if (entry == nullptr) {
            entries.push_back({step, Tree{Kind::map, {}, true, {}, {}}});
            entry = &entries.back().second;
        }
        return entry->put(rest, value);
    }
    if (value == nullptr) {
        std::erase_if(entries, [&, &step = step](const auto& known) { return known.first == step; });
    } else if (entry != nullptr) {
        *entry = *value;
    } else {
        entries.push_back({step, *value});
    }
}

Tree tree_of(const std::string& text) {
    diag::Diagnostics diagnostics;
    const auto node = yaml::parse(std::make_shared<diag::SourceText>("tree", text)).take(diagnostics);
    if (!node) throw std::runtime_error("not YAML: " + text + "\n" + diag::print(diagnostics, diag::Format::text));
    return copy(*node);
}

std::string yaml_of(const Tree& tree) {
    std::string out;
    if (tree.kind != Kind::map) {
        write(tree, out);
        return out + "\n";
    }
    for (const auto& [key, value] : tree.entries) {
        out += key + ": ";
        write(value, out);
        out += '\n';
    }
    return out;
}

}  // namespace precis::test
