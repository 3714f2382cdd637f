// `precis translation`: what a translation lacks, and the record of the originals that it was made from.
#include "spec/translation.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/nearest.h"
#include "base/phrases.h"
#include "cli/commands.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "diag/codes.h"
#include "publish/publish.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

int wrong_usage(const std::string& text) {
    fmt::print(stderr, "precis translation: {}\n", text);
    return 2;
}

/// A sentence about the first key to accept that is no translated text.
std::optional<std::string> not_translated(const spec::Translation& translation, const std::vector<std::string>& keys) {
    std::vector<std::string> known;
    for (const auto& pair : translation.texts)
        if (pair.translated) known.push_back(pair.key);
    for (const auto& key : keys) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const auto near = base::nearest(key, known);
        return fmt::format("no translated text has the key “{}”{}", key,
                           near ? fmt::format("; did you mean “{}”?", *near) : "");
    }
    return std::nullopt;
}

}  // namespace

int run_translation(const Arguments& args) {
    Findings findings;
    const auto& named = args.briefings.front();
    if (auto fault = no_file(named)) {
        findings.add({std::move(*fault)});
        print_findings(findings.all(), args.message_format);
        return exit_code(findings.all());
    }
    const auto file = fs::absolute(named).lexically_normal();
    if (!spec::is_translation(file))
        return wrong_usage(fmt::format("{} is no translation; one begins with “translation-of:”", named.string()));
    const auto project = project_for(file.parent_path(), args, findings);
    if (!project) {
        print_findings(findings.all(), args.message_format);
        return exit_code(findings.all());
    }
    diag::Diagnostics diagnostics;
    auto translation = spec::read_translation(file, *project).take(diagnostics);
    if (translation && args.accept && !diag::has_errors(diagnostics)) {
        if (const auto wrong = not_translated(*translation, args.names)) return wrong_usage(*wrong);
        findings.add(publish::write_files({{translation->record, spec::record_of(*translation, args.names)}}));
        if (!diag::has_errors(findings.all()) && args.message_format == diag::Format::text)
            fmt::print("{}\n", (named.parent_path() / translation->record.filename()).string());
        diagnostics.clear();
        translation = spec::read_translation(file, *project).take(diagnostics);
    }
    findings.add(std::move(diagnostics));
    print_findings(findings.all(), args.message_format);
    if (translation && args.message_format == diag::Format::text) {
        const auto translated = std::count_if(translation->texts.begin(), translation->texts.end(),
                                              [](const auto& pair) { return pair.translated.has_value(); });
        fmt::print("{}: {} of {} translated into {}\n", named.string(), translated,
                   base::counted(translation->texts.size(), "text"), translation->language);
    }
    return exit_code(findings.all());
}

}  // namespace precis::cli
