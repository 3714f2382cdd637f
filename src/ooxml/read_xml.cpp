// Reading and its faults. pugixml takes much that is not well-formed, so roots, names, attributes and characters are
// looked at here.
#include "ooxml/read_xml.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "base/xml_text.h"

namespace precis::ooxml {
namespace {

constexpr std::size_t kLevels = 256;
constexpr std::size_t kAttributesCompared = 100;

/// The customary prefix of a namespace, transitional or strict; nothing for one that no rule looks at.
std::optional<std::string_view> prefix_of(std::string_view uri) {
    using namespace std::string_view_literals;
    static constexpr std::array kStarts = {"http://schemas.openxmlformats.org/"sv, "http://purl.oclc.org/ooxml/"sv};
    static constexpr std::array kEnds = {
        std::pair{"drawingml/main"sv, "a"sv},        std::pair{"presentationml/main"sv, "p"sv},
        std::pair{"drawingml/chart"sv, "c"sv},       std::pair{"officeDocument/relationships"sv, "r"sv},
        std::pair{"package/relationships"sv, ""sv},  std::pair{"package/content-types"sv, ""sv},
        std::pair{"markup-compatibility"sv, "mc"sv},
    };
    if (uri == "http://schemas.microsoft.com/office/drawing/2017/decorative") return "adec";
    for (const auto start : kStarts) {
        if (!uri.starts_with(start)) continue;
        std::string rest(uri.substr(start.size()));
        if (const auto year = rest.find("/2006"); year != std::string::npos) rest.erase(year, 5);
        for (const auto& [end, prefix] : kEnds)
            if (rest == end) return prefix;
    }
    return std::nullopt;
}

class Walk {
  public:
    explicit Walk(std::string& why) : why_(why) {}

    bool run(pugi::xml_node root) {
        auto node = root;
        std::vector<std::size_t> marks;  // of spaces_, for each level that is open
        for (;;) {
            marks.push_back(spaces_.size());
            if (marks.size() > kLevels) return fail(fmt::format("it has more than {} levels", kLevels));
            if (node.type() == pugi::node_element && !enter(node)) return false;
            if (const auto child = node.first_child()) {
                node = child;
                continue;
            }
            for (;;) {
                spaces_.resize(marks.back());
                marks.pop_back();
                if (node == root) return true;
                if (const auto next = node.next_sibling()) {
                    node = next;
                    break;
                }
                node = node.parent();
            }
        }
    }

  private:
    bool fail(std::string why) {
        why_ = std::move(why);
        return false;
    }

    std::optional<std::string_view> space_of(std::string_view prefix) const {
        if (prefix == "xml") return "http://www.w3.org/XML/1998/namespace";
        for (auto it = spaces_.rbegin(); it != spaces_.rend(); ++it)
            if (it->first == prefix) return it->second;
        return prefix.empty() ? std::optional<std::string_view>("") : std::nullopt;
    }

    static std::string_view prefix_in(std::string_view name) {
        const auto colon = name.find(':');
        return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    }

    bool enter(pugi::xml_node node) {
        std::size_t count = 0;
        for (auto attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name == "xmlns") spaces_.emplace_back("", attribute.value());
            if (name.starts_with("xmlns:")) spaces_.emplace_back(name.substr(6), attribute.value());
            ++count;
        }
        if (count > 1 && count <= kAttributesCompared) {
            for (auto a = node.first_attribute(); a; a = a.next_attribute())
                for (auto b = a.next_attribute(); b; b = b.next_attribute())
                    if (std::string_view(a.name()) == b.name())
                        return fail(fmt::format("{} has {} twice", node.name(), a.name()));
        }
        if (!rename(node)) return fail(fmt::format("the prefix of {} is not declared", node.name()));
        for (auto attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name.find(':') == std::string_view::npos || name.starts_with("xmlns:")) continue;
            if (!rename(attribute)) return fail(fmt::format("the prefix of {} is not declared", attribute.name()));
        }
        return true;
    }

    template <class Named>
    bool rename(Named named) const {
        const std::string_view name = named.name();
        const auto prefix = prefix_in(name);
        const auto space = space_of(prefix);
        if (!space) return false;
        const auto customary = prefix_of(*space);
        if (!customary || *customary == prefix) return true;
        const auto local = std::string(name.substr(prefix.empty() ? 0 : prefix.size() + 1));
        named.set_name((customary->empty() ? local : std::string(*customary) + ":" + local).c_str());
        return true;
    }

    std::string& why_;
    std::vector<std::pair<std::string, std::string>> spaces_;
};

bool is_utf8(std::string_view bytes) {
    return !bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF") &&
           bytes.substr(0, 4).find('\0') == std::string_view::npos &&
           bytes.substr(0, 200).find("encoding=\"ISO-8859-1\"") == std::string_view::npos;
}

}  // namespace

std::int64_t tags_in(std::string_view bytes) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        count += bytes[i] == '<' && bytes[i + 1] != '/' ? 1 : 0;
        count += bytes[i] == '=' && (bytes[i + 1] == '"' || bytes[i + 1] == '\'') ? 1 : 0;
    }
    return count;
}

std::unique_ptr<pugi::xml_document> read_xml(std::string_view bytes, std::string& why) {
    if (is_utf8(bytes)) {
        if (const auto at = base::first_invalid_utf8(bytes)) {
            why = fmt::format("byte {} is no UTF-8", *at);
            return nullptr;
        }
        if (const auto at = base::first_not_xml(bytes)) {
            why = fmt::format("byte {} is a character that XML forbids", *at);
            return nullptr;
        }
    }
    auto document = std::make_unique<pugi::xml_document>();
    const auto read = document->load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    if (!read) {
        why = fmt::format("{} at byte {}", read.description(), read.offset);
        return nullptr;
    }
    std::size_t roots = 0;
    for (const auto& child : document->children()) roots += child.type() == pugi::node_element ? 1 : 0;
    if (roots != 1) {
        why = fmt::format("it has {} outermost elements", roots);
        return nullptr;
    }
    if (!Walk(why).run(document->document_element())) return nullptr;
    return document;
}

}  // namespace precis::ooxml
