// A translation's file, its original and its record are read together; the record is made here, too.
#include "spec/translation.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>
#include <system_error>

#include "base/file_bytes.h"
#include "diag/codes.h"
#include "spec/codes.h"
#include "spec/passwords.h"
#include "spec/paths.h"
#include "spec/read.h"
#include "spec/translate.h"
#include "spec/version.h"
#include "vocabulary/briefing_keys.h"

namespace precis::spec {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kHash = 16;  // hexadecimal digits

/// FNV-1a of 64 bits: changes are to be noticed, not attacks.
std::string hash_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return fmt::format("{:016x}", hash);
}

/// A word of a command line, in quotes if a shell would read it otherwise.
std::string shell_word(const std::string& word) {
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/-+@%";
    if (word.find_first_not_of(kPlain) == std::string::npos) return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

/// The path as the command line takes it: relative to the current folder.
std::string as_argument(const fs::path& file) {
    const auto relative = file.lexically_relative(fs::current_path());
    return shell_word(relative.empty() ? file.generic_string() : relative.generic_string());
}

std::string accept_command(const fs::path& file) {
    return "precis translation " + as_argument(file) + " --accept";
}

/// Lines `HASH  KEY`; those that begin with # are comments.
std::map<std::string, std::string> read_record(const fs::path& path, const fs::path& file, const Project& project,
                                               diag::Diagnostics& diagnostics) {
    std::map<std::string, std::string> hashes;
    auto bytes = base::file_bytes(path);
    if (!bytes) return hashes;
    const auto source = std::make_shared<diag::SourceText>(shown(path, project.root), std::move(*bytes), path);
    const auto& text = source->text();
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = std::string_view(text).substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool good = line.size() > kHash + 2 && line.substr(kHash, 2) == "  " &&
                          line.find_first_not_of("0123456789abcdef") == kHash;
        if (good) {
            hashes[std::string(line.substr(kHash + 2))] = line.substr(0, kHash);
        } else if (!line.empty() && line.front() != '#') {
            diagnostics.push_back(diag::error(diag::code::bad_value, {source, at, end},
                                              "this is not a line of a translation's record, which are “HASH  KEY”",
                                              "remove the line, then run: " + accept_command(file)));
        }
        at = end + 1;
    }
    return hashes;
}

void check_record(const Translation& about, const fs::path& file, const diag::Span& place,
                  diag::Diagnostics& diagnostics) {
    std::size_t unrecorded = 0;
    for (const auto& pair : about.texts) {
        if (!pair.translated) continue;
        const auto known = about.hashes.find(pair.key);
        if (known == about.hashes.end()) {
            ++unrecorded;
        } else if (known->second != hash_of(pair.original.text)) {
            auto fault = diag::warning(
                code::translation_out_of_date, pair.translated->span,
                fmt::format("the original of `{}` has changed since this translation was accepted", pair.key),
                "translate it anew, then run: " + accept_command(file) + " " + shell_word(pair.key));
            fault.notes.push_back({"the original is here", pair.original.span});
            diagnostics.push_back(std::move(fault));
        }
    }
    if (unrecorded == 0) return;
    diagnostics.push_back(diag::warning(
        code::translation_unrecorded, place,
        unrecorded == 1
            ? std::string("of one translated text it is not on record which original it has")
            : fmt::format("of {} translated texts it is not on record which originals they have", unrecorded),
        "read them beside the original, then run: " + accept_command(file)));
}

/// `briefing.fr.yaml` for `briefing.yaml` and `fr`, so that a language's file is found by its name.
bool check_name(const fs::path& file, const fs::path& original, const Text& language, const diag::Span& place,
                diag::Diagnostics& diagnostics) {
    const auto wanted = translation_file(original, language.text);
    if (file == wanted) return true;
    diagnostics.push_back(
        diag::error(diag::code::bad_value, place,
                    fmt::format("the translation of “{}” into {} is not in the file {}", original.filename().string(),
                                language.text, wanted.filename().string()),
                    fmt::format("name this file {}, in the folder of the original", wanted.filename().string())));
    return false;
}

}  // namespace

fs::path translation_file(const fs::path& briefing, const std::string& language) {
    auto file = briefing;
    return file.replace_filename(briefing.stem().string() + "." + language + briefing.extension().string());
}

bool is_translation(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("translation-of:")) return true;
    return false;
}

std::optional<Node> tree_of(const fs::path& file, const Project& project, const diag::Span& wanted_by,
                            diag::Diagnostics& diagnostics) {
    auto root = yaml::parse_file(file, shown(file, project.root), wanted_by).take(diagnostics);
    hide_passwords(diagnostics);
    if (!root) return root;
    if (const auto masked = without_passwords(*root)) {
        diag::Diagnostics known;  // from the first reading
        if (auto again = yaml::parse(masked).take(known)) root = std::move(again);
    }
    empty_blank_texts(*root, diagnostics);
    return root;
}

std::optional<ReadTranslation> read_both(const Node& translation, const fs::path& file, const Project& project,
                                         diag::Diagnostics& diagnostics) {
    // Its other keys are those of the original, and are walked beside it.
    Node head;
    head.kind = Node::Kind::map;
    head.span = translation.span;
    for (const auto& entry : translation.entries)
        if (entry.key.text == "translation-of" || entry.key.text == "language") head.entries.push_back(entry);
    Fields fields(head, vocabulary::keys::translation, diagnostics);
    const auto named = required_text(fields, "translation-of", diagnostics);
    ReadTranslation out;
    out.language = required_text(fields, "language", diagnostics);
    if (translation.find("briefing") != nullptr) {
        Node version;
        version.kind = Node::Kind::map;
        version.span = translation.span;
        version.entries.push_back({translation.entries.front().key, *translation.find("briefing")});
        version.entries.front().key.text = "briefing";
        Fields versioned(version, "the translation", diagnostics);
        check_version(versioned, "briefing", diagnostics);
    }
    if (named.empty() || out.language.empty()) return std::nullopt;
    const auto before = diagnostics.size();
    out.about.original = resolved(named, file.parent_path(), project.root, diagnostics);
    out.about.language = out.language.text;
    if (diagnostics.size() != before) return std::nullopt;
    const auto original = tree_of(out.about.original, project, named.span, diagnostics);
    if (!original || !check_name(file, out.about.original, out.language, named.span, diagnostics)) return std::nullopt;
    if (const auto* other = original->find("translation-of")) {
        auto fault =
            diag::error(diag::code::bad_value, named.span, fmt::format("“{}” is a translation itself", named.text),
                        "name the briefing that it translates");
        fault.notes.push_back({"it says so here", other->span});
        diagnostics.push_back(std::move(fault));
        return std::nullopt;
    }
    out.translated = translate(*original, translation, project, shown(file, project.root), diagnostics);
    out.about.texts = out.translated.texts;
    out.about.record = file;
    out.about.record.replace_extension(".accepted");
    out.about.hashes = read_record(out.about.record, file, project, diagnostics);
    check_record(out.about, file, named.span, diagnostics);
    return out;
}

diag::Result<Translation> read_translation(const fs::path& file, const Project& project) {
    diag::Diagnostics diagnostics;
    const auto path = fs::absolute(file).lexically_normal();
    if (!is_inside(path, project.root))
        return diag::error(diag::code::file_outside_root, {},
                           fmt::format("“{}” lies outside the project's folder", path.generic_string()),
                           "write --root, or put a precis.yaml into a folder above the translation");
    const auto root = tree_of(path, project, {}, diagnostics);
    if (!root) return diagnostics;
    auto read = read_both(*root, path, project, diagnostics);
    if (!read) return diagnostics;
    return {std::move(read->about), std::move(diagnostics)};
}

std::string record_of(const Translation& translation, const std::vector<std::string>& accepted) {
    std::string lines = "# The hash of each original text when its translation was accepted. Written by precis.\n";
    for (const auto& pair : translation.texts) {
        if (!pair.translated) continue;
        const bool now = accepted.empty() || std::find(accepted.begin(), accepted.end(), pair.key) != accepted.end();
        const auto before = translation.hashes.find(pair.key);
        if (now)
            lines += hash_of(pair.original.text) + "  " + pair.key + "\n";
        else if (before != translation.hashes.end())
            lines += before->second + "  " + pair.key + "\n";
    }
    return lines;
}

}  // namespace precis::spec
