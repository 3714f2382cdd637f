// Cairo writes a flat structure tree with an element for each leaf, which ours replaces. Its objects are marked as free
// in the cross-reference table before qpdf reads the file, so that qpdf does not parse them.
// Source: ISO 32000-1:2008, 7.5.4 (entries of 20 bytes; `f` for a free object).
#include <algorithm>
#include <array>
#include <charconv>

#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

constexpr std::size_t kEntry = 20;
constexpr std::string_view kFree = "0000000000 00001 f ";
// Elements, the root, and a page's row of the parent tree: no other object of Cairo's is an array.
constexpr std::array<std::string_view, 3> kDropped = {"<< /Type /StructElem\n", "<< /Type /StructTreeRoot\n", "[\n"};

std::optional<std::size_t> number_after(std::string_view file, std::size_t at) {
    const auto begin = std::min(file.find_first_not_of(" \n", at), file.size());
    std::size_t number = 0;
    const auto read = std::from_chars(file.data() + begin, file.data() + file.size(), number);
    if (read.ec != std::errc()) return std::nullopt;
    return number;
}

bool dropped(std::string_view file, std::size_t object) {
    const auto body = file.find(" obj\n", object);
    if (body == std::string_view::npos) return false;
    const auto said = file.substr(body + 5);
    return std::any_of(kDropped.begin(), kDropped.end(), [&](auto begin) { return said.starts_with(begin); });
}

}  // namespace

void forget_cairos_tree(std::string& file) {
    const auto last = file.rfind("startxref\n");
    const auto table = last == std::string::npos ? std::nullopt : number_after(file, last + 10);
    if (!table || *table >= file.size() || file.compare(*table, 5, "xref\n") != 0) return;
    const auto head = file.find('\n', *table + 5);
    const auto count = number_after(file, file.find(' ', *table + 5));
    if (head == std::string::npos || !count || head + 1 + *count * kEntry > file.size()) return;
    for (std::size_t i = 0; i < *count; ++i) {
        const auto entry = head + 1 + i * kEntry;
        const auto object = number_after(file, entry);
        if (file[entry + 17] == 'n' && object && *object < file.size() && dropped(file, *object))
            file.replace(entry, kFree.size(), kFree);
    }
}

}  // namespace precis::publish
