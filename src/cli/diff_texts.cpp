// Three forms of one list: sentences for a terminal, tables for a comment on a pull request, JSON for programs.
#include "cli/diff_texts.h"

#include <fmt/format.h>

#include "base/phrases.h"
#include "build/compare/divide.h"
#include "json/writer.h"

namespace precis::cli {
namespace {

using build::EditionDiff;
using build::NumberChange;
using build::Redline;

std::string causes_of(const NumberChange& change) {
    std::vector<std::string> words;
    for (const auto cause : change.causes) words.emplace_back(build::to_string(cause));
    return base::joined(words, " and ");
}

/// "−2,062 source lost, +723 new period"; the causes alone of a change without steps.
std::string steps_of(const NumberChange& change) {
    if (change.steps.empty()) return causes_of(change);
    const auto amounts = build::printed_amounts(change);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        std::vector<std::string> causes;
        for (const auto cause : change.steps[i].causes) causes.emplace_back(build::to_string(cause));
        words.push_back(amounts[i] + " " + base::joined(causes, " and "));
    }
    return base::joined(words, ", ");
}

std::string name_of(const NumberChange& change) {
    return change.label.empty() ? change.name : fmt::format("{} ({})", change.label, change.name);
}

/// "from v1 (2026-01-31) to HEAD (2026-08-31)".
std::string editions_of(const EditionDiff& diff) {
    const auto with_date = [](const std::string& name, const std::string& date) {
        return name.empty() ? "the edition of " + date : fmt::format("{} ({})", name, date);
    };
    return fmt::format("from {} to {}", with_date(diff.name_before, diff.date_before),
                       diff.name_after.empty() && diff.name_before.empty()
                           ? "that of " + diff.date_after
                           : with_date(diff.name_after, diff.date_after));
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
        text += fmt::format("; the largest change: {}, {}, by {}",
                            diff.numbers.front().label.empty() ? diff.numbers.front().name : diff.numbers.front().label,
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

/// "report, page 2; deck, page 4, added".
std::string place_of(const build::SentenceChange& change) {
    auto places = change.also;
    const auto page = build::page_words(change);
    places.insert(places.begin(), change.target + (page.empty() ? "" : ", " + page));
    return base::joined(places, "; ") + (change.before.empty() ? ", added" : change.after.empty() ? ", removed" : "");
}

/// What could not be compared, a line for each kind.
std::vector<std::string> not_compared(const EditionDiff& diff) {
    std::vector<std::string> lines;
    if (!diff.silent.empty())
        lines.push_back(fmt::format("not compared, as the record of an encrypted output keeps nothing: {}",
                                    base::joined(diff.silent, ", ")));
    if (!diff.only_numbers.empty())
        lines.push_back(fmt::format("an older record has only sentences with numbers, so others are not compared: {}",
                                    base::joined(diff.only_numbers, ", ")));
    return lines;
}

std::string pages_words(const build::TargetChange& target) {
    if (target.pages_before == 0)
        return fmt::format("{}: added, {}", target.name, base::counted(target.pages_after, "page"));
    if (target.pages_after == 0) return fmt::format("{}: removed", target.name);
    return fmt::format("{}: {}, was {}", target.name, base::counted(target.pages_after, "page"), target.pages_before);
}

/// In a table a bar ends a cell.
std::string cell(std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return text;
}

void write_texts(json::Writer& out, std::string_view key, const std::vector<std::string>& texts) {
    out.key(key).begin_array();
    for (const auto& text : texts) out.string(text);
    out.end_array();
}

}  // namespace

std::string diff_as_text(const EditionDiff& diff) {
    std::string out = fmt::format("{}\n{}\n{}\n", diff.title, editions_of(diff), headline(diff));
    if (!diff.numbers.empty()) out += "\nNumbers, the largest change first\n";
    for (const auto& change : diff.numbers) {
        out += fmt::format("  {}: {}\n", name_of(change), step(change, "→"));
        const bool plain = change.before.empty() || change.after.empty();
        if (!plain) out += fmt::format("    {}: {}\n", steps_of(change), fmt::join(change.why, "; "));
        if (!change.not_divided.empty()) out += fmt::format("    not divided: {}\n", change.not_divided);
        if (!change.printed.empty()) out += fmt::format("    printed in {}\n", fmt::join(change.printed, "; "));
    }
    if (!diff.sentences.empty()) out += "\nSentences\n";
    for (const auto& change : diff.sentences)
        out += fmt::format("  {}\n    {}\n", place_of(change), marked(change, "[-", "-]", "{+", "+}"));
    for (const auto& title : diff.sources_lost) out += fmt::format("\nNo longer a source: {}\n", title);
    for (const auto& title : diff.sources_new) out += fmt::format("\nA new source: {}\n", title);
    if (!diff.targets.empty()) out += "\nOutputs\n";
    for (const auto& target : diff.targets) out += "  " + pages_words(target) + "\n";
    if (diff.same > 0) out += fmt::format("\nNot changed: {}.\n", base::counted(diff.same, "number"));
    if (!diff.not_divided.empty() && !diff.numbers.empty()) out += fmt::format("\nNote: {}.\n", diff.not_divided);
    for (const auto& line : not_compared(diff)) out += fmt::format("\nNote: {}.\n", line);
    return out;
}

std::string diff_as_markdown(const EditionDiff& diff) {
    std::string out =
        fmt::format("## What changed: {}\nF{}. {}\n", diff.title, editions_of(diff).substr(1), headline(diff));
    if (!diff.numbers.empty())
        out += "\n| number | before | after | change | cause | printed in |\n| --- | --: | --: | --: | --- | --- |\n";
    for (const auto& change : diff.numbers) {
        auto why = change.why.empty() ? std::string() : fmt::format(": {}", fmt::join(change.why, "; "));
        if (!change.not_divided.empty()) why += "; not divided: " + change.not_divided;
        const auto after = change.after.empty() ? std::string() : "**" + cell(change.after) + "**";
        out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", cell(name_of(change)), cell(change.before), after,
                           cell(change.change), cell(steps_of(change) + why), cell(base::joined(change.printed, "; ")));
    }
    if (!diff.sentences.empty()) out += "\n### Sentences\n";
    for (const auto& change : diff.sentences)
        out += fmt::format("- {}: {}\n", place_of(change), marked(change, "~~", "~~", "**", "**"));
    if (!diff.sources_lost.empty() || !diff.sources_new.empty()) out += "\n### Sources\n";
    for (const auto& title : diff.sources_lost) out += fmt::format("- no longer: {}\n", title);
    for (const auto& title : diff.sources_new) out += fmt::format("- new: {}\n", title);
    if (!diff.targets.empty()) out += "\n### Outputs\n";
    for (const auto& target : diff.targets) out += "- " + pages_words(target) + "\n";
    if (diff.same > 0) out += fmt::format("\nNot changed: {}.\n", base::counted(diff.same, "number"));
    if (!diff.not_divided.empty() && !diff.numbers.empty()) out += fmt::format("\nNote: {}.\n", diff.not_divided);
    for (const auto& line : not_compared(diff)) out += fmt::format("\nNote: {}.\n", line);
    return out;
}

std::string diff_as_json(const EditionDiff& diff) {
    json::Writer out;
    out.begin_object().member("title", diff.title).member("from", diff.date_before).member("to", diff.date_after);
    out.member("from-edition", diff.name_before).member("to-edition", diff.name_after);
    out.key("numbers").begin_array();
    for (const auto& change : diff.numbers) {
        out.begin_object().member("name", change.name).member("label", change.label);
        out.member("unit", change.unit);
        out.member("before", change.before).member("after", change.after).member("change", change.change);
        for (const auto& [key, value] : {std::pair("from", change.from), std::pair("to", change.to)})
            if (value) out.key(key).number(*value);
        std::vector<std::string> causes;
        for (const auto cause : change.causes) causes.emplace_back(build::to_string(cause));
        write_texts(out, "causes", causes);
        write_texts(out, "why", change.why);
        out.key("steps").begin_array();
        for (const auto& step : change.steps) {
            std::vector<std::string> of_step;
            for (const auto cause : step.causes) of_step.emplace_back(build::to_string(cause));
            out.begin_object();
            write_texts(out, "causes", of_step);
            out.key("amount").number(step.amount).end_object();
        }
        out.end_array();
        out.member("not-divided", change.not_divided);
        write_texts(out, "printed", change.printed);
        out.end_object();
    }
    out.end_array().key("sentences").begin_array();
    for (const auto& change : diff.sentences) {
        out.begin_object().member("target", change.target);
        out.member("page-before", change.page_before).member("page", change.page);
        out.member("before", change.before).member("after", change.after);
        write_texts(out, "also", change.also);
        out.end_object();
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
    out.end_array();
    write_texts(out, "not-compared", diff.silent);
    write_texts(out, "only-numbers-compared", diff.only_numbers);
    out.member("not-divided", diff.not_divided)
        .key("numbers-not-changed")
        .integer(static_cast<std::int64_t>(diff.same))
        .end_object();
    return out.take();
}

}  // namespace precis::cli
