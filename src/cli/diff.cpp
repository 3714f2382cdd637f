// `precis diff`: what changed from one edition to another, for people and for programs.
#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "build/record/edition_diff.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/terminal.h"
#include "json/writer.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

using build::EditionDiff;
using build::NumberChange;
using build::Redline;

/// The record that a folder has, or a file is.
std::optional<publish::EditionRecord> record_at(const fs::path& named, Findings& findings) {
    std::error_code failed;
    const auto file = fs::is_directory(named, failed) ? named / publish::kEditionFile : named;
    diag::Diagnostics diagnostics;
    auto record = publish::read_edition(file).take(diagnostics);
    findings.add(std::move(diagnostics));
    return record;
}

std::string causes_of(const NumberChange& change) {
    std::vector<std::string> words;
    for (const auto cause : change.causes) words.emplace_back(build::to_string(cause));
    return base::joined(words, " and ");
}

/// "boats: 62 → 70 (+13 %)".
std::string step(const NumberChange& change, const std::string& arrow) {
    if (change.before.empty()) return fmt::format("{} (added)", change.after);
    if (change.after.empty()) return fmt::format("{} (removed)", change.before);
    if (change.before == change.after) return fmt::format("{} ({})", change.after, change.change);
    return fmt::format("{} {} {} ({})", change.before, arrow, change.after, change.change);
}

std::string headline(const EditionDiff& diff) {
    if (diff.empty()) return "Nothing that the records have is different.";
    std::string text = fmt::format("{} and {} differ", base::counted(diff.numbers.size(), "number"),
                                   base::counted(diff.sentences.size(), "sentence"));
    if (!diff.numbers.empty() && diff.numbers.front().measure != NumberChange::Measure::words)
        text += fmt::format("; the largest change: {}, {}, by {}", diff.numbers.front().name,
                            diff.numbers.front().change, causes_of(diff.numbers.front()));
    return text + ".";
}

std::string marked(const build::SentenceChange& change, const char* removed_begin, const char* removed_end,
                   const char* added_begin, const char* added_end) {
    std::string text;
    for (const auto& piece : build::redline(change.before, change.after)) {
        if (!text.empty()) text += " ";
        if (piece.kind == Redline::Kind::removed)
            text += removed_begin + piece.words + removed_end;
        else if (piece.kind == Redline::Kind::added)
            text += added_begin + piece.words + added_end;
        else
            text += piece.words;
    }
    return text;
}

std::string pages_words(const build::TargetChange& target) {
    if (target.pages_before == 0)
        return fmt::format("{}: added, {}", target.name, base::counted(target.pages_after, "page"));
    if (target.pages_after == 0) return fmt::format("{}: removed", target.name);
    return fmt::format("{}: {}, was {}", target.name, base::counted(target.pages_after, "page"), target.pages_before);
}

std::string as_text(const EditionDiff& diff) {
    std::string out = fmt::format("{}\nfrom the edition of {} to that of {}\n{}\n", diff.title, diff.date_before,
                                  diff.date_after, headline(diff));
    if (!diff.numbers.empty()) out += "\nNumbers, the largest change first\n";
    for (const auto& change : diff.numbers) {
        out += fmt::format("  {}: {}\n", change.name, step(change, "→"));
        const bool plain = change.before.empty() || change.after.empty();
        if (!plain) out += fmt::format("    {}: {}\n", causes_of(change), fmt::join(change.why, "; "));
        if (!change.printed.empty()) out += fmt::format("    printed in {}\n", fmt::join(change.printed, "; "));
    }
    if (!diff.sentences.empty()) out += "\nSentences with numbers\n";
    for (const auto& change : diff.sentences) {
        out += fmt::format("  {}{}\n    {}\n", change.target, change.page.empty() ? "" : ", page " + change.page,
                           marked(change, "[-", "-]", "{+", "+}"));
    }
    for (const auto& title : diff.sources_lost) out += fmt::format("\nNo longer a source: {}\n", title);
    for (const auto& title : diff.sources_new) out += fmt::format("\nA new source: {}\n", title);
    if (!diff.targets.empty()) out += "\nOutputs\n";
    for (const auto& target : diff.targets) out += "  " + pages_words(target) + "\n";
    if (diff.same > 0) out += fmt::format("\nNot changed: {}.\n", base::counted(diff.same, "number"));
    return out;
}

/// In a table a bar ends a cell.
std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return text;
}

std::string as_markdown(const EditionDiff& diff) {
    std::string out = fmt::format("## What changed: {}\nFrom the edition of {} to that of {}. {}\n", diff.title,
                                  diff.date_before, diff.date_after, headline(diff));
    if (!diff.numbers.empty())
        out += "\n| number | before | after | change | cause | printed in |\n| --- | --: | --: | --: | --- | --- |\n";
    for (const auto& change : diff.numbers) {
        const auto why = change.why.empty() ? std::string() : fmt::format(": {}", fmt::join(change.why, "; "));
        out += fmt::format("| {} | {} | **{}** | {} | {} | {} |\n", cell(change.name), cell(change.before),
                           cell(change.after), cell(change.change), cell(causes_of(change) + why),
                           cell(base::joined(change.printed, "; ")));
    }
    if (!diff.sentences.empty()) out += "\n### Sentences with numbers\n";
    for (const auto& change : diff.sentences)
        out += fmt::format("- {}{}: {}\n", change.target, change.page.empty() ? "" : ", page " + change.page,
                           marked(change, "~~", "~~", "**", "**"));
    if (!diff.sources_lost.empty() || !diff.sources_new.empty()) out += "\n### Sources\n";
    for (const auto& title : diff.sources_lost) out += fmt::format("- no longer: {}\n", title);
    for (const auto& title : diff.sources_new) out += fmt::format("- new: {}\n", title);
    if (!diff.targets.empty()) out += "\n### Outputs\n";
    for (const auto& target : diff.targets) out += "- " + pages_words(target) + "\n";
    if (diff.same > 0) out += fmt::format("\nNot changed: {}.\n", base::counted(diff.same, "number"));
    return out;
}

void write_texts(json::Writer& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array();
    for (const auto& text : texts) out.string(text);
    out.end_array();
}

std::string as_json(const EditionDiff& diff) {
    json::Writer out;
    out.begin_object().member("title", diff.title).member("from", diff.date_before).member("to", diff.date_after);
    out.key("numbers").begin_array();
    for (const auto& change : diff.numbers) {
        out.begin_object().member("name", change.name).member("unit", change.unit);
        out.member("before", change.before).member("after", change.after).member("change", change.change);
        for (const auto& [key, value] : {std::pair("from", change.from), std::pair("to", change.to)})
            if (value) out.key(key).number(*value);
        std::vector<std::string> causes;
        for (const auto cause : change.causes) causes.emplace_back(build::to_string(cause));
        write_texts(out, "causes", causes);
        write_texts(out, "why", change.why);
        write_texts(out, "printed", change.printed);
        out.end_object();
    }
    out.end_array().key("sentences").begin_array();
    for (const auto& change : diff.sentences) {
        out.begin_object().member("target", change.target).member("page", change.page);
        out.member("before", change.before).member("after", change.after).end_object();
    }
    out.end_array();
    write_texts(out, "sources-lost", diff.sources_lost);
    write_texts(out, "sources-new", diff.sources_new);
    out.key("outputs").begin_array();
    for (const auto& target : diff.targets) {
        out.begin_object().member("name", target.name);
        out.key("pages-before").integer(static_cast<std::int64_t>(target.pages_before));
        out.key("pages-after").integer(static_cast<std::int64_t>(target.pages_after)).end_object();
    }
    out.end_array().key("numbers-not-changed").integer(static_cast<std::int64_t>(diff.same)).end_object();
    return out.take();
}

}  // namespace

int run_diff(const Arguments& args) {
    Findings findings;
    const auto before = record_at(args.old_edition, findings), after = record_at(args.new_edition, findings);
    print_findings(findings.all(), args.message_format);
    if (!before || !after) return exit_code(findings.all());
    const auto diff = build::difference(*before, *after);
    if (args.print_format == "json")
        fmt::print("{}\n", as_json(diff));
    else
        fmt::print("{}", args.print_format == "markdown" ? as_markdown(diff) : as_text(diff));
    return 0;
}

}  // namespace precis::cli
