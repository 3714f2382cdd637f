#include <algorithm>
#include <sstream>

#include "change.h"
#include "nasty.h"

namespace precis::mutants {
namespace {

constexpr std::size_t kValuesOfKey = 12;  // that the pool keeps
constexpr std::size_t kManyNodes = 5000;  // of which no copies are made any more

// A node with its place in its parent; `end` is the index behind the last node below it.
struct Place {
    Tree* node = nullptr;
    Tree* parent = nullptr;
    std::size_t index = 0, end = 0;
};

void gather(Tree& node, Tree* parent, std::size_t index, std::vector<Place>& places) {
    const auto mine = places.size();
    places.push_back({&node, parent, index, 0});
    for (std::size_t i = 0; i < node.entries.size(); ++i) gather(node.entries[i].value, &node, i, places);
    for (std::size_t i = 0; i < node.items.size(); ++i) gather(node.items[i], &node, i, places);
    places[mine].end = places.size();
}

std::vector<Place> places_of(Tree& tree) {
    std::vector<Place> places;
    gather(tree, nullptr, 0, places);
    return places;
}

std::string* key_of(const Place& place) {
    if (place.parent == nullptr || place.parent->kind != Tree::Kind::map) return nullptr;
    return &place.parent->entries[place.index].key;
}

void erase(const Place& place) {
    const auto at = static_cast<std::ptrdiff_t>(place.index);
    if (place.parent->kind == Tree::Kind::map) {
        place.parent->entries.erase(place.parent->entries.begin() + at);
    } else {
        place.parent->items.erase(place.parent->items.begin() + at);
    }
}

// Puts a value behind the others; a list asks for no key.
void add(Tree& parent, std::string key, Tree value) {
    if (parent.kind == Tree::Kind::map) {
        parent.entries.push_back({std::move(key), std::move(value)});
    } else if (parent.kind == Tree::Kind::list) {
        parent.items.push_back(std::move(value));
    } else {
        parent = std::move(value);
    }
}

Tree list_of(std::vector<Tree> items) {
    Tree list;
    list.kind = Tree::Kind::list;
    list.items = std::move(items);
    return list;
}

Tree map_of(std::string key, Tree value) {
    Tree map;
    map.kind = Tree::Kind::map;
    map.entries.push_back({std::move(key), std::move(value)});
    return map;
}

Tree nasty_scalar(Chance& chance) {
    switch (chance.below(6)) {
        case 0:
        case 1:
            return scalar(nasty_number(chance));
        case 2:
            return scalar(chance.of(raw_yaml()), Tree::Form::raw);
        default:
            return scalar(nasty_text(chance), chance.one_in(3) ? Tree::Form::plain : Tree::Form::quoted);
    }
}

Tree of_another_kind(const Tree& was, Chance& chance) {
    switch (chance.below(6)) {
        case 0:
            return list_of({});
        case 1: {
            Tree map;
            map.kind = Tree::Kind::map;
            return map;
        }
        case 2:
            return list_of({was});
        case 3:
            return map_of("text", was);
        case 4:
            if (!was.items.empty()) return Tree(was.items.front());
            if (!was.entries.empty()) return Tree(was.entries.front().value);
            return scalar(nasty_number(chance));
        default:
            return nasty_scalar(chance);
    }
}

const Tree* from_pool(const Pool& pool, const std::string& key, Chance& chance) {
    const auto found = pool.values.find(key);
    return found == pool.values.end() ? nullptr : &chance.of(found->second);
}

Tree any_of_pool(const Pool& pool, Chance& chance) {
    if (pool.keys.empty()) return nasty_scalar(chance);
    return *from_pool(pool, chance.of(pool.keys), chance);
}

std::string other_key(const std::string& key, const Pool& pool, Chance& chance) {
    if (chance.one_in(4) || pool.keys.empty()) return edited(key, chance);
    if (chance.one_in(6)) return nasty_text(chance);
    return chance.of(pool.keys);
}

// A name that stands somewhere in the tree, as a key or a short text.
std::string a_name(const std::vector<Place>& places, Chance& chance) {
    const auto& place = chance.of(places);
    if (const auto* key = key_of(place); key != nullptr && chance.one_in(2)) return *key;
    return place.node->text.substr(0, 80);
}

void nest(Tree& node, Chance& chance) {
    static const std::vector<std::size_t> kDepths = {1, 2, 5, 20, 62, 63, 64, 65, 300};
    for (auto left = chance.of(kDepths); left > 0; --left)
        node = chance.one_in(2) ? list_of({std::move(node)}) : map_of("a", std::move(node));
}

void swap_two(const std::vector<Place>& places, Chance& chance) {
    auto a = 1 + chance.below(places.size() - 1), b = 1 + chance.below(places.size() - 1);
    if (a > b) std::swap(a, b);
    if (a != b && b >= places[a].end) std::swap(*places[a].node, *places[b].node);
}

void move_one(Tree& tree, const Place& from, Chance& chance) {
    const auto* key = key_of(from);
    const auto name = key == nullptr ? std::string("moved") : *key;
    Tree value = *from.node;
    erase(from);
    std::vector<Place> containers;
    for (const auto& place : places_of(tree))
        if (place.node->kind != Tree::Kind::scalar) containers.push_back(place);
    add(containers.empty() ? tree : *chance.of(containers).node, name, std::move(value));
}

void change_once(Tree& tree, const Pool& pool, Chance& chance) {
    const auto places = places_of(tree);
    if (places.size() < 2) {
        tree = nasty_scalar(chance);
        return;
    }
    const auto& place = places[1 + chance.below(places.size() - 1)];
    auto& node = *place.node;
    auto* key = key_of(place);
    switch (chance.below(16)) {
        case 0:
            return erase(place);
        case 1:
            return add(*place.parent, key == nullptr || chance.one_in(2) ? "copy" : *key, Tree(node));
        case 2:
            return move_one(tree, place, chance);
        case 3:
            return swap_two(places, chance);
        case 4:
            node = of_another_kind(Tree(node), chance);
            return;
        case 5:
        case 6:
            node = nasty_scalar(chance);
            return;
        case 7:
            node = any_of_pool(pool, chance);
            return;
        case 8: {
            const auto* other = key == nullptr ? nullptr : from_pool(pool, *key, chance);
            node = other == nullptr ? any_of_pool(pool, chance) : *other;
            return;
        }
        case 9:
            if (key != nullptr) *key = other_key(*key, pool, chance);
            return;
        case 10:
            return nest(node, chance);
        case 11: {  // a key of another place with its value
            if (pool.keys.empty()) return;
            const auto& name = chance.of(pool.keys);
            auto& parent = node.kind == Tree::Kind::map ? node : *place.parent;
            return add(parent, name, *from_pool(pool, name, chance));
        }
        case 12:
            std::shuffle(place.parent->entries.begin(), place.parent->entries.end(), chance.engine());
            std::reverse(place.parent->items.begin(), place.parent->items.end());
            return;
        case 13:
            node = scalar(reference_to(a_name(places, chance), chance), Tree::Form::quoted);
            return;
        case 14: {  // many copies in a list
            if (place.parent->kind != Tree::Kind::list || places.size() > kManyNodes) return nest(node, chance);
            const Tree copy = node;
            for (auto left = 1 + chance.below(80); left > 0; --left) place.parent->items.push_back(copy);
            return;
        }
        default:
            if (node.kind == Tree::Kind::scalar) {
                node.text = edited(node.text, chance);
            } else {
                node = Tree(*chance.of(places).node);
            }
    }
}

}  // namespace

void Pool::add(const Tree& tree) {
    for (const auto& [key, value] : tree.entries) {
        auto& kept = values[key];
        if (kept.size() < kValuesOfKey) kept.push_back(value);
        add(value);
    }
    for (const auto& item : tree.items) add(item);
}

void Pool::settle() {
    keys.clear();
    for (const auto& [key, kept] : values) keys.push_back(key);
}

void change(Tree& tree, const Pool& pool, Chance& chance) {
    static const std::vector<int> kChanges = {1, 1, 1, 2, 3, 4};
    for (auto left = chance.of(kChanges); left > 0; --left) change_once(tree, pool, chance);
}

std::string changed_yaml(const std::string& text, const Pool& pool, Chance& chance) {
    auto tree = tree_of_yaml(text);
    if (!tree) return changed_bytes(text, chance);
    change(*tree, pool, chance);
    auto out = chance.one_in(2) ? yaml_in_blocks(*tree) : yaml_in_flow(*tree);
    if (chance.one_in(40)) out = "\xEF\xBB\xBF" + out;
    if (chance.one_in(40)) out += "---\n" + out;
    return out;
}

std::string changed_json(const std::string& text, const Pool& pool, Chance& chance) {
    auto tree = tree_of_json(text);
    if (!tree) return changed_bytes(text, chance);
    change(*tree, pool, chance);
    return json_of(*tree);
}

std::string changed_lines(const std::string& text, const Pool& pool, Chance& chance) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    if (lines.empty()) return changed_bytes(text, chance);
    for (auto left = 1 + chance.below(3); left > 0; --left) {
        auto& line = lines[chance.below(lines.size())];
        line = changed_json(line, pool, chance);
        if (line.ends_with('\n')) line.pop_back();
    }
    std::string out;
    for (const auto& line : lines) out += line + (chance.one_in(20) ? "\r\n" : "\n");
    return out;
}

std::string changed_bytes(std::string bytes, Chance& chance) {
    for (auto left = 1 + chance.below(4); left > 0; --left) {
        const auto at = chance.below(bytes.size() + 1);
        const auto length = std::min(chance.below(60), bytes.size() - at);
        switch (chance.below(5)) {
            case 0:
                bytes.erase(at, length);
                break;
            case 1:
                bytes.insert(at, bytes.substr(at, length));
                break;
            case 2:
                bytes.insert(at, nasty_text(chance));
                break;
            case 3:
                bytes.replace(at, length, nasty_number(chance));
                break;
            default:
                if (at < bytes.size()) bytes[at] = static_cast<char>(chance.below(256));
        }
    }
    return bytes;
}

}  // namespace precis::mutants
