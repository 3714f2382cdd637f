// `authors`: plain names, or mappings with role, address and photo (docs/design/language.md#briefing).
#include <fmt/format.h>

#include <string_view>

#include "diag/codes.h"
#include "spec/read.h"
#include "vocabulary/briefing_keys.h"

namespace precis::spec {
namespace {

/// One @ with something on both sides, and no space: enough to tell an address from a name.
bool is_address(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos && text.find_first_of(" \t<>,;") == std::string_view::npos;
}

Author author(const Node& node, diag::Diagnostics& diagnostics) {
    Author author;
    Fields fields(node, vocabulary::keys::author, diagnostics);
    author.name = required_text(fields, "name", diagnostics);
    author.role = fields.text("role");
    author.email = fields.text("email");
    author.photo = fields.text("photo");
    fields.finish();
    if (author.email && !is_address(author.email->text)) {
        diagnostics.push_back(diag::error(diag::code::bad_value, author.email->span,
                                          fmt::format("“{}” is not an e-mail address", author.email->text),
                                          "write one address, such as name@example.org"));
        author.email.reset();
    }
    return author;
}

}  // namespace

std::vector<Author> authors(Fields& fields, diag::Diagnostics& diagnostics) {
    std::vector<Author> list;
    for (const auto* node : fields.list("authors")) {
        if (node->kind == Node::Kind::scalar) {
            list.push_back({node->scalar, {}, {}, {}});
        } else {
            auto read = author(*node, diagnostics);
            if (!read.name.empty()) list.push_back(std::move(read));
        }
    }
    return list;
}

}  // namespace precis::spec
