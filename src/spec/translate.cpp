// Walks the original by the declarations of its keys (vocabulary): a key that holds words takes the translation's text,
// one that holds mappings is walked, all others stay. So a new key needs nothing here.
#include "spec/translate.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "diag/codes.h"
#include "spec/codes.h"
#include "spec/lost_numbers.h"
#include "spec/renamed.h"
#include "spec/text_keys.h"
#include "vocabulary/briefing_keys.h"
#include "vocabulary/exhibit_keys.h"
#include "vocabulary/fixed_words.h"
#include "yaml/fields.h"

namespace precis::spec {
namespace {

using vocabulary::Key;
using vocabulary::Mapping;
using yaml::Entry;
using yaml::Node;

Node made_text(const Node& like, std::string_view text) {
    Node node;
    node.span = like.span;
    node.scalar.text = text;
    node.scalar.span = like.span;
    return node;
}

Node made_map(std::string_view key, const Node& value) {
    Node node;
    node.kind = Node::Kind::map;
    node.span = value.span;
    node.entries.push_back({made_text(value, key).scalar, value});
    return node;
}

std::vector<const Node*> items_of(const Node* node) {
    if (node == nullptr) return {};
    if (node->kind != Node::Kind::sequence) return {node};
    std::vector<const Node*> items;
    for (const auto& item : node->items) items.push_back(&item);
    return items;
}

std::string below(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : path + "." + std::string(key);
}

class Translator {
  public:
    Translator(const Project& project, std::string file, diag::Diagnostics& out)
        : project_(project), file_(std::move(file)), out_(out) {}

    Translated run(const Node& original, const Node& translation) {
        note_audiences(original);
        read_words(original, translation);
        translated_.root = mapping(original, &translation, vocabulary::keys::briefing, {});
        report_untranslated();
        return std::move(translated_);
    }

  private:
    // ---- findings -----------------------------------------------------------------------------------------------

    void refuse(const Text& key, const Node* original) {
        auto fault = diag::error(diag::code::comes_from_original, key.span,
                                 fmt::format("“{}” comes from the original; a translation has texts alone", key.text),
                                 "remove it here, and change it in the original");
        if (original != nullptr) fault.notes.push_back({"the original's is here", original->span});
        out_.push_back(std::move(fault));
    }

    void left_over(const diag::Span& where, const std::string& what) {
        out_.push_back(diag::warning(code::translation_left_over, where, what + ", so this translation is not used",
                                     "remove it, or add the text to the original"));
    }

    void wrong_shape(const Node& node, std::string_view expected) {
        out_.push_back(diag::error(diag::code::wrong_type, node.span, fmt::format("the original has {} here", expected),
                                   fmt::format("write {} in the same shape", expected)));
    }

    void report_untranslated() {
        for (const auto& pair : translated_.texts) {
            if (pair.translated) continue;
            out_.push_back(diag::warning(diag::code::untranslated, pair.original.span,
                                         fmt::format("this text has no translation in {}", file_),
                                         fmt::format("add `{}` to {}", pair.key, file_)));
        }
    }

    // ---- texts --------------------------------------------------------------------------------------------------

    void note_pair(const std::string& path, const Text& original, const Text* translated) {
        TextPair pair{path, original, std::nullopt};
        if (translated != nullptr) pair.translated = *translated;
        if (translated != nullptr) report_lost_numbers(original, *translated, out_);
        translated_.texts.push_back(std::move(pair));
    }

    Node text(const Node& original, const Node* translation, const std::string& path) {
        if (original.kind != Node::Kind::scalar) return original;  // faulty; its reader reports it
        if (translation != nullptr && translation->kind != Node::Kind::scalar) {
            wrong_shape(*translation, "a text");
            translation = nullptr;
        }
        const bool word = (path.ends_with("watermark") && original.scalar.text == "none") ||
                          (path.ends_with(".source") && original.scalar.text.find(' ') == std::string::npos);  // an id
        if (!word && (translation != nullptr || has_words(original.scalar.text)))
            note_pair(path, original.scalar, translation != nullptr ? &translation->scalar : nullptr);
        return translation != nullptr ? *translation : original;
    }

    /// A list of words that is one text, as key words are: another language may have more or fewer of them.
    Node phrases(const Node& original, const Node* translation, const std::string& path, bool adds) {
        std::string words;
        for (const auto* item : items_of(&original)) words += (words.empty() ? "" : ", ") + item->scalar.text;
        std::string others;
        for (const auto* item : items_of(translation)) {
            if (item->kind != Node::Kind::scalar) return wrong_shape(*item, "a text"), original;
            others += (others.empty() ? "" : ", ") + item->scalar.text;
        }
        const Text whole = made_text(original, words).scalar;
        const bool needed = !adds && has_words(words);
        if (translation == nullptr) {
            if (needed) translated_.texts.push_back({path, whole, std::nullopt});
            return original;
        }
        if (needed) translated_.texts.push_back({path, whole, made_text(*translation, others).scalar});
        if (!adds) return *translation;
        Node both;
        both.kind = Node::Kind::sequence;
        both.span = original.span;
        for (const auto* list : {&original, translation})
            for (const auto* item : items_of(list)) both.items.push_back(*item);
        return both;
    }

    // ---- values of keys -----------------------------------------------------------------------------------------

    static bool holds_texts(const Key& key) {
        if ((types_of(key) & kTexts) != 0 || key.name == "rows") return true;
        std::set<const Mapping*> seen;
        return mapping_under(key) != nullptr && has_texts(*mapping_under(key), seen);
    }

    Node value(const Node& original, const Node* translation, const Key& key, const std::string& path) {
        const auto types = types_of(key);
        const auto* of = mapping_under(key);
        if (key.name == "rows") return rows(original, translation, path);
        if (path == "values") return values(original, translation);
        if (path == "audiences" && original.kind != Node::Kind::map) return audiences(original, translation);
        if ((types & vocabulary::kNamed) != 0 && original.kind == Node::Kind::map)
            return named(original, translation, types, of, path);
        if (key.name == "facts") {
            if (translation != nullptr) left_over(translation->span, "the original gives its facts no labels");
            return original;
        }
        if ((types & vocabulary::kPhrase) != 0 && (types & vocabulary::kList) != 0)
            return phrases(original, translation, path, key.name == "names" || key.name == "also");
        if ((types & vocabulary::kList) != 0) return list(original, translation, types, of, path);
        return item(original, translation, types, of, path);
    }

    Node mapping(const Node& original, const Node* translation, const Mapping& any_kind, const std::string& path) {
        if (original.kind != Node::Kind::map) return original;  // faulty; its reader reports it
        const auto& keys = kind_of(any_kind, original);
        if (translation != nullptr && translation->kind != Node::Kind::map) {
            wrong_shape(*translation, "a mapping");
            translation = nullptr;
        }
        const auto first_pair = translated_.texts.size();
        if (original.find("rows") != nullptr) states_ = states_of(original);
        Node out = original;
        for (auto& entry : out.entries) {
            const auto* key = keys.find(entry.key.text);
            if (key == nullptr || entry.key.text == "words" || !holds_texts(*key)) continue;
            const auto* other = translation != nullptr ? translation->find(entry.key.text) : nullptr;
            entry.value = value(entry.value, other, *key, below(path, entry.key.text));
        }
        if (translation != nullptr) check_keys(original, *translation, keys, path, out);
        if (path.empty()) add_words(out);
        if (any_kind.variants.front() != nullptr) refer_in_exhibit(out, names_since(first_pair));
        if (path.empty()) refer_in_colors(out, translated_.words_of_data);
        return out;
    }

    /// What the translation has and the original has not, or has not as a text.
    void check_keys(const Node& original, const Node& translation, const Mapping& keys, const std::string& path,
                    Node& out) {
        for (const auto& [key, node] : translation.entries) {
            const bool of_translation =
                key.text == "translation-of" || key.text == "language" || key.text == "briefing" || key.text == "words";
            if (key.text.starts_with("x-") || (path.empty() && of_translation)) continue;
            const auto* known = keys.find(key.text);
            const auto* there = original.find(key.text);
            if (known == nullptr) {
                report_unknown(key, keys);
            } else if (!holds_texts(*known)) {
                const bool same = there != nullptr && there->kind == Node::Kind::scalar &&
                                  node.kind == Node::Kind::scalar && there->scalar.text == node.scalar.text;
                if (!same || !may_be_repeated(key.text)) refuse(key, there);
            } else if (there == nullptr && is_label_of_data(keys, key.text)) {
                out.entries.push_back({key, node});
            } else if (there == nullptr) {
                left_over(key.span, fmt::format("the original has no `{}` here", key.text));
            }
        }
    }

    /// A key without its value: the readers of mappings report it in the words of every file.
    static Node alone(const Text& key) {
        Node node;
        node.kind = Node::Kind::map;
        node.span = key.span;
        node.entries.push_back({key, {}});
        return node;
    }

    void report_unknown(const Text& key, const Mapping& keys) {
        const auto node = alone(key);
        yaml::Fields(node, keys, out_).finish();
    }

    Node named(const Node& original, const Node* translation, unsigned types, const Mapping* of,
               const std::string& path) {
        if (translation != nullptr && translation->kind != Node::Kind::map) {
            wrong_shape(*translation, "names");
            translation = nullptr;
        }
        Node out = original;
        for (auto& entry : out.entries) {
            const auto* other = translation != nullptr ? translation->find(entry.key.text) : nullptr;
            const auto inner = below(path, entry.key.text);
            if (of != nullptr)
                entry.value = mapping(entry.value, other, *of, inner);
            else if ((types & kTexts) != 0)
                entry.value = text(entry.value, other, inner);
        }
        if (translation == nullptr) return out;
        for (const auto& entry : translation->entries)
            if (original.find(entry.key.text) == nullptr)
                left_over(entry.key.span, fmt::format("the original has no “{}” here", entry.key.text));
        return out;
    }

    // ---- lists --------------------------------------------------------------------------------------------------

    /// The id or column of an item; a column may stand alone.
    static std::string name_of(const Node& item, const std::string& key) {
        if (item.kind == Node::Kind::scalar) return key == "column" ? item.scalar.text : std::string();
        const auto* node = item.find(key);
        return node != nullptr && node->kind == Node::Kind::scalar ? node->scalar.text : std::string();
    }

    Node list(const Node& original, const Node* translation, unsigned types, const Mapping* of,
              const std::string& path) {
        const auto key = pairing_key(of);
        auto others = items_of(translation);
        Node out = original;
        const auto originals = items_of(&original);
        for (std::size_t i = 0; i < originals.size(); ++i) {
            auto name = key.empty() ? std::string() : name_of(*originals[i], key);
            const Node* other = nullptr;
            if (!key.empty()) {
                const auto at = std::find_if(others.begin(), others.end(), [&](const Node* item) {
                    return item != nullptr && !name.empty() && name_of(*item, key) == name;
                });
                if (at != others.end()) other = std::exchange(*at, nullptr);
            } else if (i < others.size()) {
                other = std::exchange(others[i], nullptr);
            }
            if (name.empty()) name = std::to_string(i + 1);
            auto& place = original.kind == Node::Kind::sequence ? out.items[i] : out;
            const bool alone = original.kind != Node::Kind::sequence && key.empty();
            place = item(*originals[i], other, types, of, alone ? path : below(path, name));
        }
        for (const auto* rest : others) {
            if (rest == nullptr) continue;
            const auto name = key.empty() ? std::string() : name_of(*rest, key);
            left_over(rest->span, !name.empty() ? fmt::format("the original has no “{}” here", name)
                                  : key.empty() ? fmt::format("the list of the original has {} items", originals.size())
                                                : fmt::format("this item has no `{}` to find its original by", key));
        }
        return out;
    }

    Node item(const Node& original, const Node* translation, unsigned types, const Mapping* of,
              const std::string& path) {
        const bool is_text = (types & kTexts) != 0;
        if (original.kind == Node::Kind::scalar) {
            if (is_text && translation != nullptr && translation->kind == Node::Kind::map && of != nullptr) {
                auto bare = made_map("text", original);
                check_keys(bare, *translation, *of, path, bare);
                translation = translation->find("text");
            }
            if (is_text) return text(original, translation, path);
            const bool same = translation != nullptr && translation->kind == Node::Kind::scalar &&
                              translation->scalar.text == original.scalar.text;
            if (translation == nullptr || same || of == nullptr) return original;
            return mapping(made_map(first_key(kind_of(*of, original)), original), translation, *of, path);
        }
        if (of == nullptr) return original;
        if (translation != nullptr && translation->kind == Node::Kind::scalar && has_key(*of, "text")) {
            const auto whole = made_map("text", *translation);
            return mapping(original, &whole, *of, path);
        }
        return mapping(original, translation, *of, path);
    }

    /// Columns of a table's rows that hold words of the language: the states of stamps.
    static std::set<std::string> states_of(const Node& exhibit) {
        std::set<std::string> states;
        const auto* table = exhibit.find("table");
        if (table == nullptr) return states;
        for (const auto* column : items_of(table))
            if (const auto* state = column->find("stamp-state")) states.insert(state->scalar.text);
        return states;
    }

    /// A row without its states, which stay as the original has them.
    Node row(const Node& original, const Node* translation, const std::string& path) {
        auto texts = original;
        std::erase_if(texts.entries, [&](const auto& entry) { return states_.contains(entry.key.text); });
        Node others;
        if (translation != nullptr && translation->kind == Node::Kind::map) {
            others = *translation;
            std::erase_if(others.entries, [&](const auto& entry) {
                const bool state = states_.contains(entry.key.text);
                if (state) refuse(entry.key, original.find(entry.key.text));
                return state;
            });
            translation = &others;
        }
        auto out = named(texts, translation, kTexts, nullptr, path);
        for (const auto& entry : original.entries)
            if (states_.contains(entry.key.text)) out.entries.push_back(entry);
        return out;
    }

    Node rows(const Node& original, const Node* translation, const std::string& path) {
        auto others = items_of(translation);
        Node out = original;
        const auto originals = items_of(&original);
        for (std::size_t i = 0; i < originals.size(); ++i) {
            const auto* other = i < others.size() ? others[i] : nullptr;
            auto& place = original.kind == Node::Kind::sequence ? out.items[i] : out;
            if (originals[i]->kind == Node::Kind::map)
                place = row(*originals[i], other, below(path, std::to_string(i + 1)));
        }
        for (std::size_t i = originals.size(); i < others.size(); ++i)
            left_over(others[i]->span, fmt::format("the table of the original has {} rows", originals.size()));
        return out;
    }

    // ---- parts of the top level that are not texts in place ------------------------------------------------------

    void note_audiences(const Node& original) {
        const auto* node = original.find("audiences");
        if (node == nullptr) return;
        for (const auto* item : items_of(node)) {
            if (item->kind == Node::Kind::scalar) audiences_.insert(item->scalar.text);
            for (const auto& entry : item->entries) audiences_.insert(entry.key.text);
        }
    }

    /// Words for results of queries: a text for all audiences, or one for each. Numbers have no translation, which is
    /// found out when the query has run.
    Node values(const Node& original, const Node* translation) {
        if (original.kind != Node::Kind::map) return original;
        if (translation != nullptr && translation->kind != Node::Kind::map) {
            wrong_shape(*translation, "names");
            translation = nullptr;
        }
        Node out = original;
        for (auto& entry : out.entries) {
            const auto* other = translation != nullptr ? translation->find(entry.key.text) : nullptr;
            entry.value = named_value(entry, other, below("values", entry.key.text));
        }
        if (translation == nullptr) return out;
        for (const auto& entry : translation->entries)
            if (original.find(entry.key.text) == nullptr)
                left_over(entry.key.span, fmt::format("the original has no value “{}”", entry.key.text));
        return out;
    }

    Node named_value(const Entry& original, const Node* translation, const std::string& path) {
        const auto& keys = vocabulary::keys::named_value;
        const bool is_map = original.value.kind == Node::Kind::map;
        const auto* query = is_map ? original.value.find("query") : &original.value;
        std::vector<std::pair<std::string, Text>> texts;
        Node rest;  // keys that any mapping of a value has
        rest.kind = Node::Kind::map;
        if (translation != nullptr && translation->kind == Node::Kind::scalar)
            texts.emplace_back(std::string(), translation->scalar);
        for (const auto& entry : translation != nullptr ? translation->entries : std::vector<Entry>()) {
            const auto& name = entry.key.text;
            if (audiences_.count(name) == 0 && keys.find(name) == nullptr)
                report_no_audience(entry.key);
            else if (audiences_.count(name) == 0)
                rest.entries.push_back(entry);
            else if (entry.value.kind == Node::Kind::scalar)
                texts.emplace_back(name, entry.value.scalar);
            else
                wrong_shape(entry.value, "a text");
        }
        if (!texts.empty() && query != nullptr)
            translated_.texts.push_back({path, query->scalar, texts.front().second});
        if (!texts.empty()) translated_.of_values[original.key.text] = std::move(texts);
        auto as_map = is_map ? original.value : made_map("query", original.value);
        const bool own_label = is_map && original.value.find("label") != nullptr;
        const auto* label = rest.find("label");
        // Without a label a value is called by its name.
        if (label != nullptr && !own_label) as_map.entries.push_back({made_text(*label, "label").scalar, *label});
        auto out = mapping(as_map, &rest, keys, path);
        return is_map || label != nullptr ? out : original.value;
    }

    void report_no_audience(const Text& key) {
        const auto node = alone(key);
        yaml::Fields names(node, "the audiences", out_);
        for (const auto& name : audiences_) names.known(name);
        names.finish();
    }

    /// Audiences that the project defines: the translation has their words as if they were defined in the briefing.
    Node audiences(const Node& original, const Node* translation) {
        if (translation != nullptr && translation->kind != Node::Kind::map) {
            wrong_shape(*translation, "names of audiences");
            translation = nullptr;
        }
        for (const auto* name : items_of(&original)) {
            const auto defined =
                std::find_if(project_.audiences.begin(), project_.audiences.end(),
                             [&](const Audience& audience) { return audience.name.text == name->scalar.text; });
            if (defined == project_.audiences.end()) continue;  // its reader reports it
            const auto* other = translation != nullptr ? translation->find(name->scalar.text) : nullptr;
            translated_.audiences.push_back(audience(*defined, other, below("audiences", name->scalar.text)));
        }
        if (translation == nullptr) return original;
        for (const auto& entry : translation->entries)
            if (audiences_.count(entry.key.text) == 0)
                left_over(entry.key.span, fmt::format("the original has no audience “{}”", entry.key.text));
        return original;
    }

    Audience audience(Audience audience, const Node* translation, const std::string& path) {
        Node as_written;  // the texts of the project's file, in its shape
        as_written.kind = Node::Kind::map;
        const auto add = [](Node& map, std::string_view key, const Text& words) {
            Node node;
            node.scalar = words;
            node.span = words.span;
            map.entries.push_back({made_text(node, key).scalar, node});
        };
        if (audience.title) add(as_written, "title", *audience.title);
        if (audience.classification) add(as_written, "classification", *audience.classification);
        Node terms;
        terms.kind = Node::Kind::map;
        for (const auto& [name, words] : audience.terms) add(terms, name.text, words);
        if (!terms.entries.empty()) as_written.entries.push_back({made_text(terms, "terms").scalar, terms});
        const auto words = mapping(as_written, translation, vocabulary::keys::audience, path);
        if (audience.title) audience.title = words.find("title")->scalar;
        if (audience.classification) audience.classification = words.find("classification")->scalar;
        for (auto& [name, own] : audience.terms) own = words.find("terms")->find(name.text)->scalar;
        audience.language.reset();  // that of the translation
        return audience;
    }

    /// `words:` has words of the data; one that is the key of a fixed word stands for that as well.
    void read_words(const Node& original, const Node& translation) {
        const auto* words = translation.find("words");
        const auto* own = original.find("words");
        if (words != nullptr && words->kind != Node::Kind::map) {
            wrong_shape(*words, "names");
            words = nullptr;
        }
        fixed_words_.kind = Node::Kind::map;
        if (own != nullptr) {
            fixed_words_.span = own->span;
            for (const auto& entry : own->entries) {
                const auto* other = words != nullptr ? words->find(entry.key.text) : nullptr;
                fixed_words_.entries.push_back({entry.key, text(entry.value, other, below("words", entry.key.text))});
            }
        }
        if (words == nullptr) return;
        fixed_words_.span = words->span;
        const auto known = vocabulary::fixed_words();
        for (const auto& [key, node] : words->entries) {
            if (node.kind != Node::Kind::scalar) {
                wrong_shape(node, "a text");
                continue;
            }
            translated_.words_of_data[key.text] = node.scalar.text;
            const auto is_fixed = std::any_of(known.begin(), known.end(),
                                              [&name = key.text](const auto& word) { return word.name == name; });
            if (is_fixed && fixed_words_.find(key.text) == nullptr) fixed_words_.entries.push_back({key, node});
        }
    }

    /// The words of the data, and the texts of an exhibit: it names its categories and series by them.
    Names names_since(std::size_t first_pair) const {
        auto names = translated_.words_of_data;
        for (auto i = first_pair; i < translated_.texts.size(); ++i) {
            const auto& pair = translated_.texts[i];
            if (pair.translated) names[pair.original.text] = pair.translated->text;
        }
        return names;
    }

    void add_words(Node& root) {
        std::erase_if(root.entries, [](const Entry& entry) { return entry.key.text == "words"; });
        if (fixed_words_.entries.empty()) return;
        root.entries.push_back({made_text(fixed_words_, "words").scalar, fixed_words_});
    }

    const Project& project_;
    std::string file_;
    diag::Diagnostics& out_;
    Translated translated_;
    Node fixed_words_;
    std::set<std::string> audiences_;
    std::set<std::string> states_;  // columns of the table in hand
};

}  // namespace

Translated translate(const Node& original, const Node& translation, const Project& project, const std::string& file,
                     diag::Diagnostics& diagnostics) {
    return Translator(project, file, diagnostics).run(original, translation);
}

}  // namespace precis::spec
