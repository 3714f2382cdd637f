// audit/texts.h: everything in a PDF that can be read as text.
// Stage: a file's bytes -> TEXTS -> a search for words that must not be in it.
//
// In: the bytes of a PDF. Out: pieces of text with their places: what pages and forms show (by each font's ToUnicode),
// all strings of all objects (titles, alternative texts, outlines, names), and the decoded bytes of all streams that
// are no fonts: metadata, attachments, scripts. Words are not put together across lines.
// Errors: nullopt for a file that is damaged or encrypted.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace precis::audit {

struct TextPiece {
    std::string where;  // "page 3", "object 12"
    std::string text;   // UTF-8, or the bytes of a stream
};

[[nodiscard]] std::optional<std::vector<TextPiece>> texts_of(std::string_view pdf);

}  // namespace precis::audit
