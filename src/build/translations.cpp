// Which languages a build needs, and where their texts are.
#include "build/translations.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/phrases.h"
#include "build/codes.h"
#include "spec/translation.h"

namespace precis::build {
namespace fs = std::filesystem;
using diag::Text;
namespace {

bool is_asked(const Setting& setting, const std::string& language) {
    return setting.languages.empty() ||
           std::find(setting.languages.begin(), setting.languages.end(), language) != setting.languages.end();
}

/// The languages that outputs list and that are asked for; outputs that list none get those of the command line.
std::vector<Text> wanted_languages(Prepared& prepared, const Setting& setting) {
    std::vector<Text> wanted;
    const auto want = [&](const Text& language) {
        const bool own = language.text == bind::language_of(prepared.briefing, prepared.project);
        const auto same = [&](const Text& other) { return other.text == language.text; };
        if (!own && is_asked(setting, language.text) && std::none_of(wanted.begin(), wanted.end(), same))
            wanted.push_back(language);
    };
    for (const auto& output : prepared.briefing.outputs)
        for (const auto& language : output.languages) want(language);
    std::error_code failed;
    for (const auto& language : setting.languages) {
        if (!fs::exists(spec::translation_file(prepared.briefing.path, language), failed)) continue;
        want({language, {}, {}});
        if (prepared.briefing.outputs.empty()) {
            prepared.briefing.outputs.emplace_back();
            prepared.briefing.outputs.back().name.text = "report";
        }
        for (auto& output : prepared.briefing.outputs) {
            const auto is_set = [](const Text& listed) { return !listed.span; };
            if (!std::all_of(output.languages.begin(), output.languages.end(), is_set)) continue;
            if (output.languages.empty())
                output.languages.push_back({bind::language_of(prepared.briefing, prepared.project), {}, {}});
            output.languages.push_back({language, {}, {}});
        }
    }
    return wanted;
}

/// Translations that there are of the briefing, as an error names them.
std::string there_are(const fs::path& briefing) {
    std::vector<std::string> languages;
    std::error_code failed;
    const auto begin = briefing.stem().string() + ".";
    for (fs::directory_iterator at(briefing.parent_path(), failed), end; !failed && at != end; at.increment(failed)) {
        const auto name = at->path().stem().string();
        if (name.starts_with(begin) && at->path().extension() == briefing.extension() &&
            spec::is_translation(at->path()))
            languages.push_back(name.substr(begin.size()));
    }
    std::sort(languages.begin(), languages.end());
    return languages.empty() ? std::string() : "; there are translations into " + base::enumerated(languages);
}

}  // namespace

void add_translations(Prepared& prepared, const Setting& setting, diag::Diagnostics& diagnostics) {
    if (!prepared.briefing.translation.empty()) return;
    const auto& original = prepared.briefing;
    for (const auto& language : wanted_languages(prepared, setting)) {
        const auto file = spec::translation_file(original.path, language.text);
        std::error_code failed;
        if (!fs::exists(file, failed)) {
            diagnostics.push_back(diag::error(
                code::translation_missing, language.span,
                fmt::format("the briefing is in “{}” and has no translation into “{}”{}",
                            bind::language_of(original, prepared.project), language.text, there_are(original.path)),
                fmt::format("write {} beside it, beginning with “translation-of: {}” and “language: {}”, or remove "
                            "the language",
                            file.filename().string(), original.path.filename().string(), language.text)));
            continue;
        }
        auto read = spec::read(file, prepared.project).take(diagnostics);
        if (!read) continue;
        Prepared translation;
        translation.project = prepared.project;
        translation.briefing = std::move(*read);
        translation.database = prepared.database;
        prepared.translations.push_back(std::move(translation));
    }
}

void drop_unread(Prepared& prepared) {
    std::erase_if(prepared.targets, [&](const bind::Target& target) {
        return target.translated && prepared.briefing.translation.empty() && &prepared.for_target(target) == &prepared;
    });
}

}  // namespace precis::build
