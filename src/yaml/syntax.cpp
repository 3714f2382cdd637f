// A table from the first words of yaml-cpp's complaints to a message and a remedy.
#include "yaml/syntax.h"

#include <algorithm>
#include <array>

#include "base/phrases.h"
#include "base/utf8.h"
#include "yaml/codes.h"

namespace precis::yaml {
namespace {

struct Wording {
    std::string_view begins;  // of the parser's complaint
    const char* message;
    const char* remedy;
};

constexpr const char* kIndent = "check that the line is indented like its neighbours";

constexpr std::array kWordings = {
    Wording{"end of map flow", "a comma or the closing } is missing before this",
            "close the mapping; text with commas or braces needs quotes"},
    Wording{"end of sequence flow", "a comma or the closing ] is missing before this",
            "close the list; text with commas or brackets needs quotes"},
    Wording{"end of map", "a key was expected here, aligned with the keys above it", kIndent},
    Wording{"end of sequence", "an item that begins with “- ” was expected here, aligned with the items above it",
            kIndent},
    Wording{"illegal block entry", "a list cannot begin here", "put each item on a line of its own below the key"},
    Wording{"illegal map key", "a key is not allowed here", kIndent},
    Wording{"illegal map value", "a colon is not allowed here: this text belongs to the value above it",
            "put that text in double quotes, or check the indentation"},
    Wording{"illegal flow end", "this closing bracket has no opening one",
            "remove it, or put the text in double quotes"},
    Wording{"illegal EOF in scalar", "the file ends inside a quoted text", "close the quote"},
    Wording{"illegal document indicator", "--- is inside a quoted text", "close the quote before it"},
    Wording{"unexpected character in block scalar", "text after | must begin on the next line", "move it there"},
    Wording{"cannot set zero indentation", "a block text cannot be indented by 0", "remove the digit"},
    Wording{"bad character found while scanning hex",
            "an escape with \\x, \\u or \\U needs 2, 4 or 8 hexadecimal digits", "write them, or \\\\ for a backslash"},
    Wording{"invalid unicode", "this escape is not the code of a character", "write the character itself"},
    Wording{"the referenced anchor", "text that begins with * is a YAML alias", "put the text in double quotes"},
    Wording{"unknown token", "unquoted text cannot begin with this character", "put the text in double quotes"},
};

}  // namespace

diag::Diagnostic syntax_error(const diag::Source& source, std::string_view bytes, const Complaint& complaint) {
    const auto at = std::min(complaint.at, bytes.size());
    if (complaint.words.rfind("unknown escape", 0) == 0 && at >= 2) {
        return diag::error(code::yaml_syntax, {source, at - 2, at},
                           base::quoted(bytes.substr(at - 2, 2)) + " is not an escape that double quotes allow",
                           "write \\\\ for a backslash, or use single quotes");
    }
    const auto length = at < bytes.size() && bytes[at] != '\n' ? base::code_point_at(bytes, at).length : 0;
    const diag::Span span{source, at, at + length};
    const auto wording = std::find_if(kWordings.begin(), kWordings.end(),
                                      [&](const Wording& row) { return complaint.words.starts_with(row.begins); });
    if (wording != kWordings.end()) return diag::error(code::yaml_syntax, span, wording->message, wording->remedy);
    return diag::error(code::yaml_syntax, span, "this cannot be read as YAML: " + complaint.words, kIndent);
}

}  // namespace precis::yaml
