#include "text/kept_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string_view>
#include <tuple>

#include "text/face_data.h"

namespace precis::text {
namespace fs = std::filesystem;
namespace {

// All members are named, so that a new one does not compile until it is decided upon here.

bool same(const Run& one, const Run& other) {
    const auto& [text, face, size, color, tracking, rise, figures, capitals, no_break, value, link, language, span,
                 name] = one;
    return text == other.text &&
           std::tie(face, size, color, tracking, rise, figures, capitals, no_break, value, link, language, name) ==
               std::tie(other.face, other.size, other.color, other.tracking, other.rise, other.figures, other.capitals,
                        other.no_break, other.value, other.link, other.language, other.name);
}

bool same(const Paragraph& one, const Paragraph& other) {
    const auto& [runs, align, limits, justify_from, hanging, leading, first_indent, hyphens, balance, keeps_pieces,
                 first_fit, max_hyphens_in_a_row, max_lines, last_line_min, language] = one;
    return std::tie(align, limits, justify_from, hanging, leading, first_indent, hyphens, balance, keeps_pieces,
                    first_fit, max_hyphens_in_a_row, max_lines, last_line_min, language) ==
               std::tie(other.align, other.limits, other.justify_from, other.hanging, other.leading, other.first_indent,
                        other.hyphens, other.balance, other.keeps_pieces, other.first_fit, other.max_hyphens_in_a_row,
                        other.max_lines, other.last_line_min, other.language) &&
           std::equal(runs.begin(), runs.end(), other.runs.begin(), other.runs.end(),
                      [](const Run& a, const Run& b) { return same(a, b); });
}

std::uint64_t hash_of(const Paragraph& paragraph, const Measure& measure) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
    std::uint64_t hash = paragraph.runs.size();
    const auto add = [&](std::uint64_t part) { hash = (hash ^ part) * kFactor, hash ^= hash >> 32; };
    for (const auto& run : paragraph.runs) {
        add(std::hash<std::string_view>()(run.text));
        add(std::hash<double>()(run.size));
        add(static_cast<std::uint64_t>(run.face.weight) * 2 + (run.face.italic ? 1 : 0));
    }
    for (const auto width : measure.widths) add(std::hash<double>()(width));
    return hash;
}

/// A file as it is now: another one of its name has another time or size.
std::string state_of(const std::string& path) {
    std::error_code failed;
    const auto changed = fs::last_write_time(path, failed).time_since_epoch().count();
    return fmt::format("{}\n{} {}\n", path, failed ? 0 : changed, failed ? 0 : fs::file_size(path, failed));
}

}  // namespace

const Lines* KeptLines::Table::find(const Paragraph& paragraph, const Measure& measure) {
    const auto [begin, end] = entries_.equal_range(hash_of(paragraph, measure));
    for (auto at = begin; at != end; ++at) {
        auto& entry = at->second;
        if (entry.widths != measure.widths || !same(entry.paragraph, paragraph)) continue;
        entry.used = true;
        return &entry.lines;
    }
    return nullptr;
}

void KeptLines::Table::keep(const Paragraph& paragraph, const Measure& measure, const Lines& lines) {
    Entry entry{paragraph, measure.widths, lines, true};
    for (auto& run : entry.paragraph.runs) run.span = {};  // it would keep the author's file in memory
    entries_.emplace(hash_of(paragraph, measure), std::move(entry));
}

KeptLines::Table& KeptLines::in(const Fonts& fonts, bool mirrored) {
    const auto& impl = fonts.impl();
    std::string key = fmt::format("{} {}\n", mirrored, impl.strict);
    for (std::size_t i = 0; i < impl.asked_for; ++i) {
        const auto& family = impl.families[i];
        key += family.name + '\n';
        for (const auto& file : family.files)
            key +=
                fmt::format("{} {} {} {} ", file.weight, file.italic, file.index, file.heaviest) + state_of(file.path);
    }
    for (const auto& [language, file] : impl.patterns) key += language + ' ' + state_of(file);
    return tables_[key];
}

void KeptLines::forget_unused() {
    for (auto& [key, table] : tables_) {
        std::erase_if(table.entries_, [](const auto& entry) { return !entry.second.used; });
        for (auto& [hash, entry] : table.entries_) entry.used = false;
    }
    std::erase_if(tables_, [](const auto& table) { return table.second.entries_.empty(); });
}

std::size_t KeptLines::size() const {
    std::size_t count = 0;
    for (const auto& [key, table] : tables_) count += table.entries_.size();
    return count;
}

}  // namespace precis::text
