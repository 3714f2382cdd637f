#include "pages.h"

#include <cstdint>
#include <functional>
#include <map>
#include <regex>
#include <sstream>

namespace precis::arch {
namespace {

void each_line(const std::string& text, const std::function<void(int, const std::string&)>& take) {
    std::istringstream in(text);
    int number = 0;
    for (std::string line; std::getline(in, line);) take(++number, line);
}

/// Lines of fenced code are blank, so that lines keep their numbers.
std::string without_fences(const std::string& markdown) {
    static const std::regex kFence(R"(^ {0,3}(```+|~~~+))");
    std::string out, fence;
    each_line(markdown, [&](int, const std::string& line) {
        std::smatch found;
        if (fence.empty() && std::regex_search(line, found, kFence)) {
            fence = found[1];
        } else if (!fence.empty()) {
            if (std::regex_search(line, found, kFence) && found[1].str().rfind(fence, 0) == 0) fence.clear();
        } else {
            out += line;
        }
        out += '\n';
    });
    return out;
}

/// Bytes of the UTF-8 character at `at`.
std::size_t length_at(const std::string& text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Punctuation and signs beyond ASCII: Latin-1's, and U+2000 to U+2BFF.
bool is_sign(const std::string& character) {
    const auto first = static_cast<unsigned char>(character[0]);
    const auto second = static_cast<unsigned char>(character[1]);
    if (first == 0xC2) return true;
    if (first == 0xC3) return second == 0x97 || second == 0xB7;
    return first == 0xE2 && second < 0xB0;
}

std::string slug(const std::string& heading) {
    static const std::regex kLink(R"(\[([^\]]*)\]\([^)]*\))");
    const auto text = std::regex_replace(heading, kLink, "$1");
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = text.substr(at, length_at(text, at));
        at += character.size();
        const char c = character[0];
        if (character.size() > 1) {
            if (!is_sign(character)) out += character;
        } else if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if (c == ' ') {
            out += '-';
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_') {
            out += c;
        }
    }
    return out;
}

Mention mention(int line, const std::string& target) {
    const auto hash = target.find('#');
    return {line, target.substr(0, hash), hash == std::string::npos ? std::string() : target.substr(hash + 1)};
}

}  // namespace

std::set<std::string> anchors_of(const std::string& markdown) {
    static const std::regex kHeading(R"(^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$)");
    std::set<std::string> anchors;
    std::map<std::string, int> seen;
    each_line(without_fences(markdown), [&](int, const std::string& line) {
        std::smatch found;
        if (!std::regex_match(line, found, kHeading)) return;
        const auto anchor = slug(found[1]);
        const int earlier = seen[anchor]++;
        anchors.insert(earlier == 0 ? anchor : anchor + "-" + std::to_string(earlier));
    });
    return anchors;
}

std::vector<Mention> links_in(const std::string& markdown) {
    static const std::regex kCode(R"((`+)[^`].*?\1)");
    static const std::regex kLink(R"(\]\(\s*<?([^()<>\s]+)>?(?:\s+"[^"]*")?\s*\)|^ {0,3}\[[^\]^][^\]]*\]:\s+(\S+))");
    std::vector<Mention> out;
    each_line(without_fences(markdown), [&](int number, const std::string& line) {
        const auto text = std::regex_replace(line, kCode, "");
        for (std::sregex_iterator it(text.begin(), text.end(), kLink), end; it != end; ++it) {
            const auto target = (*it)[1].matched ? (*it)[1].str() : (*it)[2].str();
            if (target.find(':') == std::string::npos) out.push_back(mention(number, target));
        }
    });
    return out;
}

std::vector<Mention> pages_named_in(const std::string& text) {
    static const std::regex kPage(R"(([A-Za-z0-9_./-]*[A-Za-z0-9_-]\.md)(?![A-Za-z0-9_])(#[a-z0-9_-]*[a-z0-9_])?)");
    std::vector<Mention> out;
    each_line(text, [&](int number, const std::string& line) {
        if (line.find(".md") == std::string::npos) return;
        for (std::sregex_iterator it(line.begin(), line.end(), kPage), end; it != end; ++it) {
            const auto before = it->position() == 0 ? ' ' : line[static_cast<std::size_t>(it->position() - 1)];
            if (before == ':' || before == '*' || before == '}') continue;  // an address, a pattern, a variable's rest
            out.push_back(mention(number, it->str()));
        }
    });
    return out;
}

std::string words_of_code(const std::string& cpp) {
    static const std::regex kWords(R"re("(?:\\.|[^"\\])*"|//.*|'(?:\\.|[^'\\])')re");
    std::string out;
    each_line(cpp, [&](int, const std::string& line) {
        for (std::sregex_iterator it(line.begin(), line.end(), kWords), end; it != end; ++it) out += it->str() + ' ';
        out += '\n';
    });
    return out;
}

}  // namespace precis::arch
