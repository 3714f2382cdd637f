// The values are replaced from the longest to the shortest, so that no part of one is left beside a shorter one.
#include "data/odbc/secrets.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/phrases.h"

namespace precis::data::odbc {
namespace {

constexpr std::string_view kHidden = "…";
constexpr std::size_t kShortest = 3;  // bytes of a value that is no secret, so that “1” or “no” spoil no message

/// A key whose value nobody may see, however short it is.
bool is_secret(std::string_view key) {
    static constexpr std::string_view kParts[] = {"uid",    "user", "pwd",  "pass", "token",
                                                  "secret", "key",  "auth", "cred"};
    return key.empty() || std::any_of(std::begin(kParts), std::end(kParts),
                                      [&](auto part) { return key.find(part) != std::string_view::npos; });
}

void replace_all(std::string& text, const std::string& value) {
    const auto wanted = base::lowered(value);
    auto lower = base::lowered(text);
    for (auto at = lower.find(wanted); at != std::string::npos; at = lower.find(wanted, at + kHidden.size())) {
        text.replace(at, value.size(), kHidden);
        lower.replace(at, value.size(), kHidden);
    }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> parts_of(std::string_view connection) {
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t at = 0; at < connection.size();) {
        auto end = std::min(connection.find(';', at), connection.size());
        const auto equals = connection.find('=', at);
        std::string key, value;
        auto begin = at;
        if (equals < end) {
            key = base::lowered(base::trimmed(connection.substr(at, equals - at), " \t\n"));
            begin = connection.find_first_not_of(" \t", equals + 1);
            begin = std::min(begin, connection.size());
        }
        if (begin < connection.size() && connection[begin] == '{') {  // }} is a brace of the value
            auto in = begin + 1;
            for (; in < connection.size(); ++in) {
                if (connection[in] == '}' && connection.substr(in, 2) != "}}") break;
                if (connection[in] == '}') ++in;
                value += connection[in];
            }
            end = std::min(connection.find(';', std::min(in, connection.size())), connection.size());
        } else {
            value = base::trimmed(connection.substr(std::min(begin, end), end - std::min(begin, end)), " \t\r\n");
        }
        if (!key.empty() || !value.empty()) parts.emplace_back(std::move(key), std::move(value));
        at = end + 1;
    }
    return parts;
}

bool sets(std::string_view connection, std::string_view key) {
    const auto parts = parts_of(connection);
    return std::any_of(parts.begin(), parts.end(), [&](const auto& part) { return part.first == base::lowered(key); });
}

std::string without_secrets(std::string text, std::string_view connection) {
    std::vector<std::string> values;
    if (!connection.empty()) values.emplace_back(connection);
    for (auto& [key, value] : parts_of(connection)) {
        if (key == "driver" || value.empty()) continue;
        if (is_secret(key) || value.size() >= kShortest) values.push_back(std::move(value));
    }
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (const auto& value : values) replace_all(text, value);
    for (char& c : text)
        if (c == '\r' || c == '\t') c = ' ';
    return base::on_one_line(text);
}

}  // namespace precis::data::odbc
