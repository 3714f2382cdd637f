// Rows become counts. What a cell holds is said nowhere unless it is declared, a day, or a country of enough rows.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/calendar.h"
#include "base/file_bytes.h"
#include "base/glob.h"
#include "base/nearest.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "collect/codes.h"
#include "collect/collect.h"
#include "collect/csv.h"
#include "collect/read.h"
#include "diag/print.h"
#include "vocabulary/collect_keys.h"

namespace precis::collect {
namespace fs = std::filesystem;
namespace {

constexpr int kLeast = 5;
constexpr std::size_t kDay = 10;  // letters of 2026-04-07
constexpr const char* kUnknown = "unknown";
constexpr const char* kOther = "other";

struct ListOf {
    diag::Text files, counts;
    std::optional<diag::Text> event, date;  // of the whole list
    std::optional<diag::Text> event_column, date_column, country_column;
};

struct About {
    std::vector<ListOf> lists;
    std::vector<std::string> events;
    int least = kLeast;
};

struct Cell {
    std::string kind, event, day;
    auto operator<=>(const Cell&) const = default;
};
using Countries = std::map<std::string, std::int64_t>;

bool is_day(const std::string& text) {
    const auto date = base::parse_date(text);
    return text.size() == kDay && date && date->day != 0;
}

ListOf read_one(const yaml::Node& node, diag::Diagnostics& diagnostics) {
    ListOf list;
    yaml::Fields fields(node, vocabulary::keys::attendance_list, diagnostics);
    fields.required("files");
    if (const auto files = fields.text("files")) list.files = *files;
    list.event = fields.text("event");
    list.date = fields.text("date");
    list.counts.text = "attended";
    if (const auto counts = fields.text("counts")) list.counts = *counts;
    if (const auto* columns = fields.node("columns")) {
        yaml::Fields of(*columns, vocabulary::keys::attendance_columns, diagnostics);
        list.event_column = of.text("event");
        list.date_column = of.text("date");
        list.country_column = of.text("country");
        of.finish();
    }
    fields.finish();
    if (list.date && !is_day(list.date->text))
        diagnostics.push_back(diag::error(diag::code::bad_value, list.date->span,
                                          fmt::format("“{}” is no day", list.date->text), "write it as 2026-04-07"));
    const auto one_of = [&](const auto& whole, const auto& column, const char* what) {
        if (whole && column)
            diagnostics.push_back(diag::error(diag::code::key_conflict, column->span,
                                              fmt::format("the {} is said of the whole list and by a column", what),
                                              fmt::format("keep `{}` of the list, or of its columns", what)));
        if (!whole && !column)
            diagnostics.push_back(diag::error(diag::code::missing_key, list.files.span,
                                              fmt::format("nothing says the {} of these rows", what),
                                              fmt::format("write `{}`, or name its column under `columns`", what)));
    };
    one_of(list.event, list.event_column, "event");
    one_of(list.date, list.date_column, "date");
    return list;
}

std::optional<About> read_about(const fs::path& file, diag::Diagnostics& diagnostics) {
    const auto root = yaml::parse_file(file, file.filename().string()).take(diagnostics);
    if (!root) return std::nullopt;
    About about;
    yaml::Fields fields(*root, vocabulary::keys::attendance_file, diagnostics);
    check_version(fields, "attendance", diagnostics);
    for (const auto& event : fields.texts("events")) about.events.push_back(event.text);
    if (const auto* least = fields.node("least")) {
        about.least = fields.integer("least").value_or(kLeast);
        if (about.least < 2)
            diagnostics.push_back(diag::error(diag::code::bad_value, least->span,
                                              "`least` is below 2, so single people would be counted",
                                              "write 5, or a larger number"));
    }
    fields.required("lists");
    for (const auto* node : fields.list("lists")) about.lists.push_back(read_one(*node, diagnostics));
    fields.finish();
    return about;
}

/// The files of the folder that a list names, sorted.
std::vector<fs::path> files_of(const ListOf& list, const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed))
        if (fs::is_regular_file(at->path(), failed) &&
            base::glob_matches(list.files.text, at->path().filename().string()))
            files.push_back(at->path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// A country as it is counted: what begins with no letter, or has an @ or a digit, is none.
std::string country_of(const std::string& cell) {
    const auto text = trimmed(cell);
    const auto first = text.empty() ? '\0' : text.front();
    const bool begins = (first & '\x80') != 0 || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    return !begins || text.find_first_of("@0123456789\n") != std::string::npos ? std::string(kUnknown) : text;
}

/// Counts the rows of one file.
class Counting {
  public:
    Counting(const About& about, const ListOf& list, const fs::path& file, diag::Diagnostics& diagnostics)
        : about_(about), list_(list), name_(diag::shown_name(file.filename().string())), out_(diagnostics) {}

    std::size_t run(const std::string& bytes, std::map<Cell, Countries>& counts) {
        if (base::first_invalid_utf8(bytes)) {
            refuse(code::list_unreadable, list_.files.span, fmt::format("{} is not UTF-8", name_),
                   "export the list again, as CSV in UTF-8");
            return 0;
        }
        const auto read = read_rows(bytes);
        if (read.broken || read.rows.empty()) {
            refuse(code::list_unreadable, list_.files.span,
                   read.broken ? fmt::format("{} has a quote that is never closed", name_)
                               : fmt::format("{} is empty", name_),
                   "export the list again, as CSV in UTF-8");
            return 0;
        }
        const auto event = column(read.rows.front(), list_.event_column);
        const auto date = column(read.rows.front(), list_.date_column);
        const auto country = column(read.rows.front(), list_.country_column);
        if (missing_) return 0;
        std::size_t counted = 0, bad_events = 0, bad_days = 0, first_event = 0, first_day = 0;
        for (std::size_t i = 1; i < read.rows.size(); ++i) {
            const auto& row = read.rows[i];
            Cell cell{list_.counts.text, list_.event ? list_.event->text : trimmed(at(row, event)),
                      list_.date ? list_.date->text : trimmed(at(row, date)).substr(0, kDay)};
            const bool known =
                list_.event || std::find(about_.events.begin(), about_.events.end(), cell.event) != about_.events.end();
            if (!known && bad_events++ == 0) first_event = read.lines[i];
            const bool dated = is_day(cell.day);
            if (!dated && bad_days++ == 0) first_day = read.lines[i];
            if (!known || !dated) continue;
            ++counts[std::move(cell)][country ? country_of(at(row, country)) : kUnknown];
            ++counted;
        }
        if (bad_events > 0)
            refuse(diag::code::bad_value, list_.event_column->span,
                   fmt::format("{} of {}, first in line {}, has an event that is not declared",
                               base::counted(bad_events, "row"), name_, first_event),
                   "add the event to `events:`; the cell is not shown, as it may be personal");
        if (bad_days > 0)
            refuse(diag::code::bad_value, list_.date_column->span,
                   fmt::format("{} of {}, first in line {}, has no day in this column", base::counted(bad_days, "row"),
                               name_, first_day),
                   "export days as 2026-04-07; the cell is not shown, as it may be personal");
        return counted;
    }

  private:
    void refuse(diag::Code code, const diag::Span& span, std::string message, std::string remedy) {
        out_.push_back(diag::error(code, span, std::move(message), std::move(remedy)));
    }

    static std::string at(const Row& row, std::optional<std::size_t> column) {
        return column && *column < row.size() ? row[*column] : std::string();
    }

    std::optional<std::size_t> column(const Row& head, const std::optional<diag::Text>& wanted) {
        if (!wanted) return std::nullopt;
        for (std::size_t i = 0; i < head.size(); ++i)
            if (trimmed(head[i]) == wanted->text) return i;
        missing_ = true;
        const auto near = base::nearest(wanted->text, head);
        refuse(diag::code::unknown_column, wanted->span, fmt::format("{} has no column “{}”", name_, wanted->text),
               near ? base::did_you_mean(*near) : "write the column as the first line of the list has it");
        return std::nullopt;
    }

    const About& about_;
    const ListOf& list_;
    std::string name_;
    diag::Diagnostics& out_;
    bool missing_ = false;
};

/// Joins small counts: first those below `least`, then the smallest others until their sum reaches it.
/// Nothing is left if the whole day does not.
Countries joined(const Countries& counts, std::int64_t least) {
    std::vector<std::pair<std::int64_t, std::string>> ascending;
    for (const auto& [country, count] : counts) ascending.emplace_back(count, country);
    std::sort(ascending.begin(), ascending.end());
    Countries out;
    std::int64_t other = 0;
    for (const auto& [count, country] : ascending) {
        if (count < least || country == kOther || (other > 0 && other < least))
            other += count;
        else
            out[country] = count;
    }
    if (other >= least) out[kOther] = other;
    return out;
}

}  // namespace

diag::Result<Collected> collect_attendance(const AttendanceRequest& request) {
    diag::Diagnostics diagnostics;
    const auto about = read_about(request.about, diagnostics);
    if (!about || diag::has_errors(diagnostics)) return diagnostics;
    Collected collected;
    std::map<Cell, Countries> counts;
    std::map<fs::path, const ListOf*> taken;
    for (const auto& list : about->lists) {
        const auto files = files_of(list, request.folder);
        if (files.empty())
            diagnostics.push_back(
                diag::error(diag::code::file_not_found, list.files.span,
                            fmt::format("no file of {} is called “{}”",
                                        base::quoted(diag::shown_name(request.folder.string())), list.files.text),
                            "write a name, or a pattern with * and ?, of files in that folder"));
        for (const auto& file : files) {
            const auto name = diag::shown_name(file.filename().string());
            if (const auto [at, fresh] = taken.emplace(file, &list); !fresh) {
                auto twice = diag::error(diag::code::key_conflict, list.files.span,
                                         fmt::format("{} is in two lists, so its rows would count twice", name),
                                         "narrow one of the patterns");
                twice.notes.push_back({"the other list is here", at->second->files.span});
                diagnostics.push_back(std::move(twice));
                continue;
            }
            const auto bytes = base::file_bytes(file);
            if (!bytes) {
                diagnostics.push_back(diag::error(code::list_unreadable, list.files.span,
                                                  fmt::format("{} cannot be read", name), "check its permissions"));
                continue;
            }
            const auto rows = Counting(*about, list, file, diagnostics).run(*bytes, counts);
            collected.said.push_back(fmt::format("{}: {} counted", name, base::counted(rows, "row")));
        }
    }
    if (diag::has_errors(diagnostics)) return diagnostics;
    std::string table = csv_line({"counts", "event", "date", "country", "people"});
    std::size_t withheld = 0, merged = 0;
    for (const auto& [cell, countries] : counts) {
        const auto shown = joined(countries, about->least);
        merged += shown.count(kOther);
        if (shown.empty()) {
            table += csv_line({cell.kind, cell.event, cell.day, "", ""});
            ++withheld;
        }
        for (const auto& [country, people] : shown)
            table += csv_line({cell.kind, cell.event, cell.day, country, std::to_string(people)});
    }
    if (merged > 0 || withheld > 0)
        diagnostics.push_back(diag::warning(
            code::counts_withheld, {},
            fmt::format("counts below {} are not written: {} with countries joined as “other”, {} withheld",
                        about->least, base::counted(merged, "event’s day"), withheld),
            "say so where the table is shown"));
    collected.files.push_back({request.table, std::move(table)});
    return {std::move(collected), std::move(diagnostics)};
}

}  // namespace precis::collect
