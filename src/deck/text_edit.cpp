// A paragraph is taken apart into units, stretches of text in one run, and put together again.
#include "deck/text_edit.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "deck/align.h"
#include "deck/content.h"

namespace precis::deck {
namespace {

/// A stretch of text in one run; a line break, or a field, is one of its own that is not changed.
struct Unit {
    pugi::xml_node node;
    std::string text;
    bool raised = false, fixed = false, fresh = false;
};

bool is_raised(pugi::xml_node run) {
    return run.child("a:rPr").attribute("baseline").as_int() > 0;
}

std::vector<Unit> units_of(pugi::xml_node paragraph, bool fresh) {
    std::vector<Unit> units;
    for (const auto child : paragraph.children()) {
        const std::string_view name = child.name();
        if (name == "a:r")
            units.push_back({child, child.child("a:t").text().get(), is_raised(child), false, fresh});
        else if (name == "a:br")
            units.push_back({child, "\n", false, true, fresh});
        else if (name == "a:fld")
            units.push_back({child, child.child("a:t").text().get(), false, true, fresh});
    }
    return units;
}

/// A word, white space, or a fixed unit, with the places of its bytes in units.
struct Token {
    std::string text;
    bool raised = false;
    std::vector<std::pair<std::size_t, std::size_t>> from;  // unit, bytes of it
};

std::vector<Token> tokens_of(const std::vector<Unit>& units) {
    std::vector<Token> tokens;
    bool open = false, space = false;
    for (std::size_t u = 0; u < units.size(); ++u) {
        const auto& unit = units[u];
        if (unit.fixed) {
            tokens.push_back({unit.text, false, {{u, unit.text.size()}}});
            open = false;
            continue;
        }
        for (const char c : unit.text) {
            const bool blank = c == ' ' || c == '\t';
            if (!open || blank != space || tokens.back().raised != unit.raised) {
                tokens.push_back({{}, unit.raised, {}});
                open = true, space = blank;
            }
            auto& token = tokens.back();
            token.text += c;
            if (token.from.empty() || token.from.back().first != u) token.from.emplace_back(u, 0);
            ++token.from.back().second;
        }
    }
    return tokens;
}

/// Text that comes out of an edit, each piece in the look of a run.
struct Piece {
    pugi::xml_node like;
    std::string text;
    bool fresh = false, fixed = false;
};

void add(std::vector<Piece>& out, const Unit& unit, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty() && out.back().like == unit.node && !unit.fixed)
        out.back().text += text;
    else
        out.push_back({unit.node, std::string(text), unit.fresh, unit.fixed});
}

/// A stretch of tokens as the bytes of units.
struct Stretch {
    std::string text;
    std::vector<std::size_t> unit;  // of each byte
    explicit Stretch(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
        for (auto t = begin; t < end; ++t) {
            text += tokens[t].text;
            for (const auto& [u, bytes] : tokens[t].from) unit.insert(unit.end(), bytes, u);
        }
    }
};

bool begins_letter(const std::string& text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// The common beginning and end of two texts, in whole letters.
std::pair<std::size_t, std::size_t> common(const std::string& a, const std::string& b) {
    std::size_t head = 0, tail = 0;
    const auto most = std::min(a.size(), b.size());
    while (head < most && a[head] == b[head]) ++head;
    while (head > 0 && !(begins_letter(a, head) && begins_letter(b, head))) --head;
    while (tail < most - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    while (tail > 0 && !(begins_letter(a, a.size() - tail) && begins_letter(b, b.size() - tail))) --tail;
    return {head, tail};
}

class ParagraphEdit {
  public:
    ParagraphEdit(pugi::xml_node old, pugi::xml_node fresh)
        : old_units_(units_of(old, false)),
          new_units_(units_of(fresh, true)),
          old_(tokens_of(old_units_)),
          new_(tokens_of(new_units_)) {}

    std::vector<Piece> run() {
        const auto pairs = aligned(old_.size(), new_.size(), [&](std::size_t i, std::size_t j) {
            if (old_[i].text != new_[j].text || old_[i].raised != new_[j].raised) return 0.0;
            return old_[i].text == " " ? 0.25 : 1.0;  // words decide
        });
        std::size_t i = 0, j = 0;
        for (const auto& [next_i, next_j] : pairs) {
            replace(i, next_i, j, next_j);
            keep(next_i);
            i = next_i + 1, j = next_j + 1;
        }
        replace(i, old_.size(), j, new_.size());
        return std::move(out_);
    }

  private:
    void keep(std::size_t token) {
        std::size_t at = 0;
        for (const auto& [u, bytes] : old_[token].from) {
            add(out_, old_units_[u], std::string_view(old_[token].text).substr(at, bytes));
            at += bytes;
        }
    }

    /// The unit whose look inserted text takes: the nearest old one that is as raised, first at the left.
    const Unit* neighbour(std::size_t token, bool raised) const {
        for (auto t = token; t-- > 0;)
            if (const auto& unit = old_units_[old_[t].from.front().first]; !unit.fixed && unit.raised == raised)
                return &old_units_[old_[t].from.back().first];
        for (auto t = token; t < old_.size(); ++t)
            if (const auto& unit = old_units_[old_[t].from.front().first]; !unit.fixed && unit.raised == raised)
                return &unit;
        return nullptr;
    }

    void replace(std::size_t begin, std::size_t end, std::size_t new_begin, std::size_t new_end) {
        if (begin == end && new_begin == new_end) return;
        const bool plain = std::all_of(
            old_.begin() + static_cast<std::ptrdiff_t>(begin), old_.begin() + static_cast<std::ptrdiff_t>(end),
            [&](const Token& token) { return !token.raised && !old_units_[token.from.front().first].fixed; });
        const bool new_plain = std::all_of(
            new_.begin() + static_cast<std::ptrdiff_t>(new_begin), new_.begin() + static_cast<std::ptrdiff_t>(new_end),
            [&](const Token& token) { return !token.raised && !new_units_[token.from.front().first].fixed; });
        if (plain && new_plain && begin < end) return replace_plain(begin, end, new_begin, new_end);
        for (auto t = new_begin; t < new_end; ++t) {
            const auto& token = new_[t];
            const auto& fresh = new_units_[token.from.front().first];
            const Unit* like = nullptr;
            for (auto o = begin; o < end && like == nullptr; ++o) {
                const auto& unit = old_units_[old_[o].from.front().first];
                if (!unit.fixed && !fresh.fixed && unit.raised == token.raised) like = &unit;
            }
            if (like == nullptr && !token.raised && !fresh.fixed) like = neighbour(begin, false);
            add(out_, like ? *like : fresh, token.text);
        }
    }

    /// Words for words: what both begin and end with stays where it is.
    void replace_plain(std::size_t begin, std::size_t end, std::size_t new_begin, std::size_t new_end) {
        const Stretch old(old_, begin, end), fresh(new_, new_begin, new_end);
        const auto [head, tail] = common(old.text, fresh.text);
        for (std::size_t b = 0; b < head; ++b) add(out_, old_units_[old.unit[b]], old.text.substr(b, 1));
        const auto at = std::min(head < old.text.size() - tail ? head : (head > 0 ? head - 1 : 0), old.unit.size() - 1);
        add(out_, old_units_[old.unit[at]], std::string_view(fresh.text).substr(head, fresh.text.size() - head - tail));
        for (auto b = old.text.size() - tail; b < old.text.size(); ++b)
            add(out_, old_units_[old.unit[b]], old.text.substr(b, 1));
    }

    std::vector<Unit> old_units_, new_units_;
    std::vector<Token> old_, new_;
    std::vector<Piece> out_;
};

/// Writes the pieces into the paragraph in place of its runs.
void put(pugi::xml_node paragraph, const std::vector<Piece>& pieces, Adoption* adoption) {
    std::vector<pugi::xml_node> old;
    for (const auto child : paragraph.children())
        for (const std::string_view name : {"a:r", "a:br", "a:fld"})
            if (child.name() == name) old.push_back(child);
    pugi::xml_node before = paragraph.child("a:endParaRPr");
    if (!old.empty()) before = old.back().next_sibling();
    for (const auto& piece : pieces) {
        auto node = before ? paragraph.insert_copy_before(piece.like, before) : paragraph.append_copy(piece.like);
        if (!piece.fixed) {
            auto text = node.child("a:t");
            if (!text) text = node.append_child("a:t");
            text.text().set(piece.text.c_str());
        }
        // The spelling was checked of other words.
        for (const char* mark : {"err", "dirty"}) node.child("a:rPr").remove_attribute(mark);
        if (piece.fresh && adoption != nullptr) adoption->adopt(node);
    }
    for (const auto node : old) paragraph.remove_child(node);
}

std::string joined(pugi::xml_node paragraph) {
    std::string text;
    for (const auto& unit : units_of(paragraph, false)) text += unit.text;
    return text;
}

void set_paragraph(pugi::xml_node paragraph, pugi::xml_node fresh, Adoption& adoption) {
    if (joined(paragraph) == joined(fresh)) return;
    put(paragraph, ParagraphEdit(paragraph, fresh).run(), &adoption);
}

std::vector<pugi::xml_node> paragraphs_of(pugi::xml_node body) {
    std::vector<pugi::xml_node> out;
    for (const auto paragraph : body.children("a:p")) out.push_back(paragraph);
    return out;
}

/// How much of their words two paragraphs share, from 0 to 1.
double likeness(pugi::xml_node a, pugi::xml_node b) {
    const auto x = joined(a), y = joined(b);
    if (x == y) return 1;
    std::map<std::string_view, int> counts;
    const auto words = words_of(x), others = words_of(y);
    for (const auto& word : words) ++counts[std::string_view(x).substr(word.begin, word.end - word.begin)];
    int shared = 0;
    for (const auto& word : others)
        if (auto& count = counts[std::string_view(y).substr(word.begin, word.end - word.begin)]; count > 0)
            --count, ++shared;
    const auto most = std::max(words.size(), others.size());
    return most == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(most);
}

}  // namespace

void set_text(pugi::xml_node body, pugi::xml_node fresh, Adoption& adoption) {
    const auto old = paragraphs_of(body), wanted = paragraphs_of(fresh);
    if (old.size() == wanted.size()) {
        for (std::size_t i = 0; i < old.size(); ++i) set_paragraph(old[i], wanted[i], adoption);
        return;
    }
    constexpr double kAlike = 0.3;
    const auto pairs = aligned(old.size(), wanted.size(), [&](std::size_t i, std::size_t j) {
        const double like = likeness(old[i], wanted[j]);
        return like < kAlike ? 0 : like;
    });
    std::vector<bool> stays(old.size(), false);
    std::map<std::size_t, pugi::xml_node> at;  // of `wanted`
    for (const auto& [i, j] : pairs) {
        set_paragraph(old[i], wanted[j], adoption);
        stays[i] = true;
        at[j] = old[i];
    }
    for (std::size_t j = 0; j < wanted.size(); ++j) {
        if (at.contains(j)) continue;
        const auto previous = j > 0 ? at[j - 1] : pugi::xml_node();
        auto copy = previous            ? body.insert_copy_after(wanted[j], previous)
                    : body.child("a:p") ? body.insert_copy_before(wanted[j], body.child("a:p"))
                                        : body.append_copy(wanted[j]);
        adoption.adopt(copy);
        at[j] = copy;
    }
    for (std::size_t i = 0; i < old.size(); ++i)
        if (!stays[i]) body.remove_child(old[i]);
}

namespace {

/// A word of a body: its paragraph, and its bytes in that.
struct Placed {
    std::size_t paragraph = 0, begin = 0, end = 0;
    std::uint16_t hash = 0;
};

/// Replaces bytes of a paragraph; the new text takes the look of the first one.
void replace_bytes(pugi::xml_node paragraph, std::size_t begin, std::size_t end, const std::string& text) {
    std::vector<Piece> pieces;
    std::size_t at = 0;
    bool done = false;
    for (const auto& unit : units_of(paragraph, false)) {
        const auto from = std::clamp(begin, at, at + unit.text.size()) - at;
        const auto to = std::clamp(end, at, at + unit.text.size()) - at;
        const bool touched = begin < at + unit.text.size() && end > at;
        if (!touched || unit.fixed) {
            pieces.push_back({unit.node, unit.text, false, unit.fixed});
        } else {
            const auto words = unit.text.substr(0, from) + (done ? "" : text) + unit.text.substr(to);
            if (!words.empty()) pieces.push_back({unit.node, words, false, false});
            done = true;
        }
        at += unit.text.size();
    }
    put(paragraph, pieces, nullptr);
}

bool is_part_of_number(const std::string& text, std::size_t at) {
    if (at >= text.size()) return false;
    const char c = text[at];
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The places of a text that is not a part of a larger number or word.
std::vector<std::pair<std::size_t, std::size_t>> places_of(const std::vector<std::string>& texts,
                                                           const std::string& number) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t p = 0; p < texts.size(); ++p)
        for (auto at = texts[p].find(number); at != std::string::npos; at = texts[p].find(number, at + 1)) {
            const auto end = at + number.size();
            const bool decimal = end + 1 < texts[p].size() && (texts[p][end] == '.' || texts[p][end] == ',') &&
                                 texts[p][end + 1] >= '0' && texts[p][end + 1] <= '9';
            const bool behind = at > 1 && (texts[p][at - 1] == '.' || texts[p][at - 1] == ',') &&
                                texts[p][at - 2] >= '0' && texts[p][at - 2] <= '9';
            if (is_part_of_number(texts[p], end) || decimal || behind) continue;
            if (at > 0 && is_part_of_number(texts[p], at - 1)) continue;
            places.emplace_back(p, at);
        }
    return places;
}

}  // namespace

std::vector<NumberChange> replace_numbers(pugi::xml_node body, ShapeRecord& entry, const std::vector<Number>& fresh) {
    const auto paragraphs = paragraphs_of(body);
    std::vector<std::string> texts;
    std::vector<Placed> words;
    for (std::size_t p = 0; p < paragraphs.size(); ++p) {
        texts.push_back(joined(paragraphs[p]));
        for (const auto& word : words_of(texts[p]))
            words.push_back({p, word.begin, word.end,
                             static_cast<std::uint16_t>(
                                 hash_of(std::string_view(texts[p]).substr(word.begin, word.end - word.begin)))});
    }
    const auto pairs = aligned(entry.words.size(), words.size(), [&](std::size_t i, std::size_t j) {
        return entry.words[i] == words[j].hash ? 1.0 : 0.0;
    });
    std::map<std::size_t, std::size_t> now;  // of words as they were written
    for (const auto& [i, j] : pairs) now[i] = j;

    struct Wanted {
        std::size_t number = 0, paragraph = 0, begin = 0, end = 0;
        std::string text;
    };
    std::vector<Wanted> wanted;
    std::vector<NumberChange> changes;
    std::map<std::string, std::size_t> turn;  // of each name, as one may be printed twice
    for (std::size_t n = 0; n < entry.numbers.size(); ++n) {
        const auto& number = entry.numbers[n];
        const auto nth = turn[number.value]++;
        std::vector<const Number*> same;
        for (const auto& other : fresh)
            if (other.value == number.value) same.push_back(&other);
        if (nth < same.size() && same[nth]->text == number.text) continue;
        NumberChange change{number.value, number.text, nth < same.size() ? same[nth]->text : std::string(), false};
        std::optional<std::pair<std::size_t, std::size_t>> place;
        if (const auto first = now.find(number.word); first != now.end()) {
            const auto& word = words[first->second];
            if (texts[word.paragraph].compare(word.begin + number.offset, number.text.size(), number.text) == 0)
                place = {word.paragraph, word.begin + number.offset};
        }
        // Only the words around it were changed, or its own punctuation: then it is there once, as before.
        constexpr std::size_t kTelling = 2;
        if (!place && number.text.size() >= kTelling)
            if (const auto places = places_of(texts, number.text); places.size() == 1) place = places.front();
        if (place && !change.after.empty()) {
            change.found = true;
            wanted.push_back({n, place->first, place->second, place->second + number.text.size(), change.after});
        }
        changes.push_back(std::move(change));
    }
    // From the end, so that the places before stay as they are.
    std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) {
        return std::pair(a.paragraph, a.begin) > std::pair(b.paragraph, b.begin);
    });
    for (const auto& one : wanted) {
        replace_bytes(paragraphs[one.paragraph], one.begin, one.end, one.text);
        entry.numbers[one.number].text = one.text;
    }
    if (wanted.empty()) return changes;
    // The words that print a number are now others.
    std::vector<std::uint16_t> later;
    for (const auto paragraph : paragraphs_of(body)) {
        const auto text = joined(paragraph);
        for (const auto& word : words_of(text))
            later.push_back(
                static_cast<std::uint16_t>(hash_of(std::string_view(text).substr(word.begin, word.end - word.begin))));
    }
    if (later.size() == words.size())
        for (const auto& [i, j] : now) entry.words[i] = later[j];
    return changes;
}

}  // namespace precis::deck
