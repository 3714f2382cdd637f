// The index of lines, and the mapping from a read text back to its bytes in the file.
#include "diag/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace precis::diag {
namespace {

/// By the signatures of ZIP (workbooks, documents), SQLite, PDF, PNG, JPEG and UTF-16; else if an eighth of the first
/// bytes are NUL.
bool looks_binary(std::string_view text) {
    using namespace std::string_view_literals;
    constexpr std::size_t kLooked = 4096;
    for (const auto signature : {"PK\x03\x04"sv, "SQLite format 3\0"sv, "%PDF-"sv, "\x89PNG"sv, "\xFF\xD8\xFF"sv,
                                 "\xFF\xFE"sv, "\xFE\xFF"sv}) {
        if (text.starts_with(signature)) return true;
    }
    const auto head = text.substr(0, kLooked);
    return static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0')) * 8 > head.size();
}

}  // namespace

SourceText::SourceText(std::string name, std::string text, std::filesystem::path file)
    : name_(std::move(name)), text_(std::move(text)), file_(std::move(file)) {
    binary_ = looks_binary(text_);
    lines_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') lines_.push_back(i + 1);
    }
}

SourceText::Place SourceText::place(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
    const auto line = static_cast<std::size_t>(next - lines_.begin());
    const auto begin = lines_[line - 1];
    return {line, base::utf8_length(std::string_view(text_).substr(begin, offset - begin)) + 1};
}

std::size_t SourceText::line_begin(std::size_t number) const {
    return number >= 1 && number <= lines_.size() ? lines_[number - 1] : text_.size();
}

std::string_view SourceText::line(std::size_t number) const {
    if (number < 1 || number > lines_.size()) return {};
    const auto begin = lines_[number - 1];
    auto line = std::string_view(text_).substr(begin, text_.find('\n', begin) - begin);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

Span Text::at(std::size_t begin, std::size_t end) const {
    begin = std::min(begin, text.size());
    end = std::clamp(end, begin, text.size());
    const auto source_of = [this](std::size_t offset) {
        if (pieces.empty()) return span.begin + offset;
        auto piece = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                      [](std::size_t o, const Piece& p) { return o < p.text_begin; });
        if (piece != pieces.begin()) --piece;
        return piece->source_begin + (offset - std::min(offset, piece->text_begin));
    };
    const auto first = source_of(begin);
    // The end follows the last byte: the next one may lie behind the indentation of the next line.
    const auto last = end > begin ? source_of(end - 1) + 1 : first;
    return {span.source, first, std::max(first, last)};
}

}  // namespace precis::diag
