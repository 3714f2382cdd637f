// Searches are memmem()'s, which is linear; patterns go back to the last star only, which suffices.
#include "data/sql/plain_texts.h"

#include <cstring>
#include <set>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"

namespace precis::data {
namespace {

constexpr std::size_t kMostSteps = 64'000'000;  // of one pattern over one text: some 50 ms

bool any_null(int count, sqlite3_value** arguments) {
    for (int i = 0; i < count; ++i)
        if (sqlite3_value_type(arguments[i]) == SQLITE_NULL) return true;
    return false;
}

std::string_view text_of(sqlite3_value* value) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return text == nullptr ? std::string_view()
                           : std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

std::string_view bytes_of(sqlite3_value* value) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

std::size_t found_at(std::string_view in, std::string_view what) {
    if (what.size() > in.size()) return std::string_view::npos;
    const auto* at = ::memmem(in.data(), in.size(), what.data(), what.size());
    return at == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(at) - in.data());
}

void instr(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (any_null(count, arguments)) return sqlite3_result_null(context);
    const bool blobs =
        sqlite3_value_type(arguments[0]) == SQLITE_BLOB && sqlite3_value_type(arguments[1]) == SQLITE_BLOB;
    const auto in = blobs ? bytes_of(arguments[0]) : text_of(arguments[0]);
    const auto what = blobs ? bytes_of(arguments[1]) : text_of(arguments[1]);
    if (what.empty()) return sqlite3_result_int(context, 1);
    const auto at = found_at(in, what);
    if (at == std::string_view::npos) return sqlite3_result_int(context, 0);
    sqlite3_result_int64(context, static_cast<sqlite3_int64>(blobs ? at : base::utf8_length(in.substr(0, at))) + 1);
}

void replace(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (any_null(count, arguments)) return sqlite3_result_null(context);
    auto rest = text_of(arguments[0]);
    const auto what = text_of(arguments[1]), by = text_of(arguments[2]);
    if (what.empty()) return sqlite3_result_value(context, arguments[0]);
    const auto most =
        static_cast<std::size_t>(sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1));
    std::string out;
    for (auto at = found_at(rest, what); at != std::string_view::npos; at = found_at(rest, what)) {
        out.append(rest.substr(0, at)).append(by);
        rest.remove_prefix(at + what.size());
        if (out.size() > most) return sqlite3_result_error_toobig(context);
    }
    out += rest;
    if (out.size() > most) return sqlite3_result_error_toobig(context);
    sqlite3_result_text64(context, out.data(), out.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

enum Sides : std::intptr_t { kLeft = 1, kRight = 2 };

void trim(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (any_null(count, arguments)) return sqlite3_result_null(context);
    const auto sides = reinterpret_cast<std::intptr_t>(sqlite3_user_data(context));
    auto text = text_of(arguments[0]);
    std::set<std::string_view> characters{" "};
    if (count == 2) {
        characters.clear();
        const auto given = text_of(arguments[1]);
        for (std::size_t i = 0; i < given.size();) {
            const auto length = base::code_point_at(given, i).length;
            characters.insert(given.substr(i, length));
            i += length;
        }
    }
    while ((sides & kLeft) != 0 && !text.empty()) {
        const auto length = base::code_point_at(text, 0).length;
        if (!characters.contains(text.substr(0, length))) break;
        text.remove_prefix(length);
    }
    while ((sides & kRight) != 0 && !text.empty()) {
        auto begin = text.size() - 1;
        while (begin > 0 && base::is_continuation(text[begin])) --begin;
        if (!characters.contains(text.substr(begin))) break;
        text = text.substr(0, begin);
    }
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// The rules of a pattern: those of LIKE or of GLOB.
struct Rules {
    char32_t any, one;
    bool classes = false, ignores_case = false;
    char32_t escape = 0;
};

char32_t folded(char32_t letter, const Rules& rules) {
    return rules.ignores_case && letter < 0x80 ? static_cast<unsigned char>(base::lowered(static_cast<char>(letter)))
                                               : letter;
}

/// Whether the class that begins behind `[` at `at` has the letter; `at` moves behind its `]`. A class without an end
/// has none.
bool class_has(std::u32string_view pattern, std::size_t& at, char32_t letter) {
    const bool inverted = at < pattern.size() && pattern[at] == '^';
    if (inverted) ++at;
    bool has = false;
    char32_t before = 0;
    if (at < pattern.size() && pattern[at] == ']') {
        has = letter == ']';
        ++at;
    }
    for (; at < pattern.size() && pattern[at] != ']'; ++at) {
        if (pattern[at] == '-' && at + 1 < pattern.size() && pattern[at + 1] != ']' && before != 0) {
            ++at;
            has = has || (letter >= before && letter <= pattern[at]);
            before = 0;
        } else {
            has = has || letter == pattern[at];
            before = pattern[at];
        }
    }
    if (at >= pattern.size()) return false;
    ++at;
    return has != inverted;
}

/// One letter against the pattern at `at`, which moves on if it matches.
bool takes(std::u32string_view pattern, std::size_t& at, char32_t letter, const Rules& rules) {
    if (at >= pattern.size()) return false;
    auto next = at;
    const char32_t wanted = pattern[next++];
    bool good = false;
    if (rules.escape != 0 && wanted == rules.escape) {
        good = next < pattern.size() && folded(pattern[next], rules) == folded(letter, rules);
        ++next;
    } else if (wanted == rules.one) {
        good = true;
    } else if (rules.classes && wanted == '[') {
        good = class_has(pattern, next, letter);
    } else {
        good = folded(wanted, rules) == folded(letter, rules);
    }
    if (good) at = next;
    return good;
}

bool matches(std::u32string_view pattern, std::u32string_view text, const Rules& rules) {
    constexpr auto kNone = std::u32string_view::npos;
    std::size_t at = 0, here = 0, star = kNone, resumed = 0;
    while (here < text.size()) {
        const bool any = at < pattern.size() && pattern[at] == rules.any && pattern[at] != rules.escape;
        if (any) {
            star = ++at;
            resumed = here;
        } else if (takes(pattern, at, text[here], rules)) {
            ++here;
        } else if (star != kNone) {
            at = star;
            here = ++resumed;
        } else {
            return false;
        }
    }
    while (at < pattern.size() && pattern[at] == rules.any && pattern[at] != rules.escape) ++at;
    return at == pattern.size();
}

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto point = base::code_point_at(text, i);
        letters += point.value;
        i += point.length;
    }
    return letters;
}

void pattern_matches(sqlite3_context* context, int count, sqlite3_value** arguments, Rules rules) {
    if (any_null(count, arguments)) return sqlite3_result_null(context);
    const auto pattern = text_of(arguments[0]), text = text_of(arguments[1]);
    if (count == 3) {
        const auto escape = letters_of(text_of(arguments[2]));
        if (escape.size() != 1)
            return sqlite3_result_error(context, "ESCAPE expression must be a single character", -1);
        rules.escape = escape.front();
    }
    if (pattern.size() * text.size() > kMostSteps) return sqlite3_result_error_toobig(context);
    sqlite3_result_int(context, matches(letters_of(pattern), letters_of(text), rules) ? 1 : 0);
}

void like(sqlite3_context* context, int count, sqlite3_value** arguments) {
    pattern_matches(context, count, arguments, {U'%', U'_', false, true});
}

void glob(sqlite3_context* context, int count, sqlite3_value** arguments) {
    pattern_matches(context, count, arguments, {U'*', U'?', true, false});
}

}  // namespace

void register_plain_texts(sqlite3* db) {
    constexpr int kPure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto add = [&](const char* name, int count, auto function, std::intptr_t data = 0) {
        sqlite3_create_function_v2(db, name, count, kPure, reinterpret_cast<void*>(data), function, nullptr, nullptr,
                                   nullptr);
    };
    add("instr", 2, instr);
    add("replace", 3, replace);
    for (const int count : {1, 2}) {
        add("trim", count, trim, kLeft | kRight);
        add("ltrim", count, trim, kLeft);
        add("rtrim", count, trim, kRight);
    }
    add("like", 2, like);
    add("like", 3, like);
    add("glob", 2, glob);
}

}  // namespace precis::data
