// A table of numbers: what, before, now, by how much, and why.
#include "build/record/changes.h"

#include <algorithm>
#include <cmath>

#include "base/numbers.h"
#include "build/codes.h"
#include "build/plain_cells.h"
#include "build/record/edition_diff.h"

namespace precis::build {
namespace fs = std::filesystem;
namespace {

const publish::TargetRecord* output_in(const publish::EditionRecord& edition, const bind::Target& target) {
    return edition.target(bind::name_of(target));
}

/// The folder of the target's edition: of its row, if there are rows.
fs::path folder_of(const Prepared& prepared, const bind::Target& target, const Setting& setting) {
    const auto folder = out_folder(prepared.project, setting) / prepared.briefing.slug;
    return target.row ? folder / target.row->folder : folder;
}

diag::Diagnostic unknown(const std::string& what, const diag::Span& span, std::string remedy) {
    return diag::error(code::changes_unknown, span, "the part `changes` has nothing to compare with: " + what,
                       std::move(remedy));
}

/// What readers know a number as.
std::string label_of(const std::string& name, const Prepared& prepared, const locale::Locale& locale) {
    for (const auto& value : prepared.briefing.values)
        if (value.name.text == name && value.label) return locale.of_data(value.label->text);
    const auto& model = prepared.database->model();
    if (const auto* fact = model.fact(name)) {
        auto text = locale.of_data(fact->subject);
        if (!fact->measure.empty()) text += (text.empty() ? "" : ", ") + locale.of_data(fact->measure);
        if (!text.empty()) return text;
    }
    for (const auto& metric : model.metrics)
        if (metric.name.text == name && metric.label) return locale.of_data(metric.label->text);
    auto text = name;
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

std::string words_of(Cause cause, const locale::Locale& locale) {
    switch (cause) {
        case Cause::source_lost:
        case Cause::source_replaced:
            return locale.word("cause-source");
        case Cause::new_period:
            return locale.word("cause-new-period");
        case Cause::changed_query:
            return locale.word("cause-query");
        case Cause::revised_value:
            return locale.word("cause-revised");
        case Cause::changed_data:
            return locale.word("cause-data");
        case Cause::set_for_build:
            return locale.word("set-for-build");
        case Cause::unknown:
            return {};
        case Cause::added:
        case Cause::removed:
            return locale.word("cause-added");
    }
    return {};
}

std::string causes_of(const NumberChange& change, const locale::Locale& locale) {
    std::vector<std::string> words;
    for (const auto cause : change.causes) {
        auto word = words_of(cause, locale);
        if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
    }
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// "+16%", "−2.5 pp"; empty for words and for what was nothing.
std::string change_of(const NumberChange& change, const locale::Locale& locale) {
    constexpr double kManyPercent = 10;  // from here on whole ones
    if (change.measure == NumberChange::Measure::words || !std::isfinite(change.size)) return {};
    locale::NumberFormat format;
    format.decimals = std::abs(change.size) < kManyPercent ? 1 : 0;
    format.trim_zeros = true;
    format.signed_always = true;
    const auto number = locale.number(base::rounded(change.size, format.decimals), format);
    return change.measure == NumberChange::Measure::points ? locale.points(number) : locale.percent(number);
}

doc::Table table_of(const EditionDiff& diff, const publish::TargetRecord& previous, const publish::TargetRecord& now,
                    const Prepared& prepared, const locale::Locale& locale) {
    doc::Table table;
    for (const auto& label : {locale.word("what"), locale.date(previous.date), locale.date(now.date),
                              locale.word("change"), locale.word("cause")}) {
        auto& column = table.columns.emplace_back();
        column.label = label;
        column.numeric = table.columns.size() > 1 && table.columns.size() < 5;
    }
    for (const auto& change : diff.numbers)
        table.rows.emplace_back().cells = {
            plain_cell(label_of(change.name, prepared, locale)), plain_cell(change.before), plain_cell(change.after),
            plain_cell(change_of(change, locale)), plain_cell(causes_of(change, locale))};
    return table;
}

bool is_column(const bind::Row& row, const std::string& name) {
    const auto& columns = row.data.columns;
    return std::any_of(columns.begin(), columns.end(), [&](const auto& column) { return column.name == name; });
}

/// Whether readers see the number. Others are behind those that they see, are tested by claims, conditions and alerts,
/// or stand in parts that the layout leaves out.
bool is_printed(const publish::TargetRecord& record, const std::string& name) {
    const auto seen = [](const publish::PrintedPlace& place) {
        return place.kind != "claim" && !(place.kind == "text" && place.sentence.empty());
    };
    return std::any_of(record.names.begin(), record.names.end(), [&](const auto& value) {
        return value.name == name && std::any_of(value.places.begin(), value.places.end(), seen);
    });
}

/// The record without an earlier one, its findings, files and texts.
publish::TargetRecord kept(publish::TargetRecord record) {
    record.previous.clear();
    record.findings.clear();
    record.outputs.clear();
    record.texts.clear();
    return record;
}

}  // namespace

fs::path named_previous(const Prepared& prepared, const bind::Target& target) {
    const auto& briefing = prepared.briefing;
    if (!briefing.previous) return {};
    auto file = (briefing.path.parent_path() / briefing.previous->text).lexically_normal();
    std::error_code failed;
    if (fs::is_directory(file, failed)) {
        if (target.row && fs::exists(file / target.row->folder, failed)) file /= target.row->folder;
        file /= publish::kEditionFile;
    }
    return file;
}

std::optional<publish::TargetRecord> previous_of(const Prepared& prepared, const bind::Target& target,
                                                 const Setting& setting, diag::Diagnostics& diagnostics) {
    const auto& briefing = prepared.briefing;
    const auto refused_if_empty = [&](publish::TargetRecord record,
                                      const diag::Span& span) -> std::optional<publish::TargetRecord> {
        if (!record.forgets || !record.names.empty()) return kept(std::move(record));
        diagnostics.push_back(unknown("the record of the encrypted output “" + record.name + "” keeps no numbers", span,
                                      "leave the part out of its layout, or do not encrypt it"));
        return std::nullopt;
    };
    if (briefing.previous) {
        diag::Diagnostics read;
        const auto edition = publish::read_edition(named_previous(prepared, target)).take(read);
        for (auto& fault : read) fault.span = briefing.previous->span;
        diag::append(diagnostics, std::move(read));
        if (!edition) return std::nullopt;
        if (const auto* known = output_in(*edition, target)) return refused_if_empty(*known, briefing.previous->span);
        diagnostics.push_back(unknown("“" + briefing.previous->text + "” has no output “" + bind::name_of(target) + "”",
                                      briefing.previous->span, "name an edition that has it, or remove `previous`"));
        return std::nullopt;
    }
    diag::Diagnostics ignored;  // a record that cannot be read is as none
    const auto last = publish::read_edition(folder_of(prepared, target, setting) / publish::kEditionFile).take(ignored);
    const auto* known = last ? output_in(*last, target) : nullptr;
    if (known == nullptr) return std::nullopt;
    if (known->date != target.date) return refused_if_empty(*known, briefing.title.span);
    return known->previous.empty() ? std::nullopt : std::optional(known->previous.front());
}

doc::Section changes_since(const std::optional<publish::TargetRecord>& previous, publish::TargetRecord now,
                           const Prepared& prepared, const bind::Target& target, const locale::Locale& locale) {
    doc::Section section;
    section.id = "changes";
    section.short_title = locale.word("changes");
    section.span = prepared.briefing.title.span;
    const auto say = [&](const std::string& text) {
        section.body.push_back({doc::Paragraph{plain_words(text), section.span}});
        section.points.push_back(plain_words(text));
    };
    if (!previous) {
        section.title = section.headline = plain_words(locale.word("changes"));
        say(locale.word("changes-first"));
        return section;
    }
    // The rows of tables: their files have no hashes before the edition is written.
    for (auto& [name, hash] : now.reads) {
        const auto of_table = [&, &read = name](const auto& table) { return read == "file:" + table.second; };
        std::size_t bytes = 0;
        if (!hash.empty() || std::none_of(now.tables.begin(), now.tables.end(), of_table)) continue;
        hash = publish::quick_sum_of(prepared.project.root / name.substr(5), bytes).value_or("");
    }
    now.texts.clear();  // numbers alone are told
    publish::EditionRecord before, after;
    before.date = previous->date, before.targets = {*previous};
    after.date = now.date, after.targets = {now};
    auto diff = difference(before, after);
    // The columns of a row name the edition; its readers know them from the title.
    std::erase_if(diff.numbers, [&](const NumberChange& change) {
        return !is_printed(*previous, change.name) || !is_printed(now, change.name) ||
               (target.row && is_column(*target.row, change.name));
    });
    auto since = locale.word("changes-since");
    if (const auto at = since.find("{date}"); at != std::string::npos)
        since.replace(at, 6, locale.date(previous->date));
    section.title = section.headline = plain_words(since);
    if (diff.numbers.empty()) {
        say(locale.word("changes-none"));
        return section;
    }
    doc::Exhibit exhibit;
    exhibit.id = "tab:changes";
    exhibit.content = table_of(diff, *previous, now, prepared, locale);
    exhibit.span = section.span;
    section.body.push_back({doc::ExhibitPlace{}});
    section.exhibits.push_back(std::move(exhibit));
    return section;
}

}  // namespace precis::build
