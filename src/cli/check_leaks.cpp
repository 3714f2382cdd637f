// `check --leaks`: the finished files of each audience are searched for the values and words that it may not see.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "audit/texts.h"
#include "base/file_bytes.h"
#include "base/phrases.h"
#include "build/leaks.h"
#include "build/many/rows.h"
#include "build/open_briefing.h"
#include "cli/codes.h"
#include "cli/commands.h"
#include "cli/findings.h"
#include "cli/opening.h"
#include "cli/terminal.h"
#include "diag/codes.h"
#include "zip/archive.h"

namespace precis::cli {
namespace fs = std::filesystem;
namespace {

struct Piece {
    std::string where, text;
};

/// The text of XML without its tags, so that words in several runs of one paragraph are whole.
std::string without_tags(std::string_view xml) {
    std::string text;
    bool inside = false;
    for (const char c : xml) {
        if (c == '<') inside = true;
        if (!inside) text += c;
        if (c == '>') inside = false;
    }
    return text;
}

/// With the characters that HTML and XML write as entities.
std::string without_entities(std::string text) {
    for (const auto& [entity, sign] : {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
            text.replace(at, std::char_traits<char>::length(entity), sign);
    }
    return text;
}

/// The data: addresses of a web edition as they were before they were written with percent signs.
std::string without_percents(std::string_view html) {
    constexpr std::string_view kBegin = "data:text/csv";
    const auto digit = [](char c) { return c >= 'A' ? c - 'A' + 10 : c - '0'; };
    std::string text;
    for (auto at = html.find(kBegin); at != std::string_view::npos; at = html.find(kBegin, at + 1)) {
        const auto file = html.substr(at, std::min(html.find('"', at), html.size()) - at);
        for (std::size_t i = 0; i < file.size(); ++i) {
            if (file[i] != '%' || i + 2 >= file.size()) {
                text += file[i];
                continue;
            }
            text += static_cast<char>(digit(file[i + 1]) * 16 + digit(file[i + 2]));
            i += 2;
        }
        text += '\n';
    }
    return text;
}

/// The parts of an archive, those of workbooks inside it, too; false if it cannot be read.
bool add_parts(const fs::path& path, const std::string& where, std::vector<Piece>& pieces) {
    std::string why;
    const auto archive = zip::Archive::open(path, why);
    if (!archive) return false;
    for (const auto& name : archive->names()) {
        auto bytes = archive->part(name);
        if (!bytes && !name.ends_with('/')) return false;  // it might hold a withheld word
        if (!bytes) continue;
        const auto ending = fs::path(name).extension();
        if (ending == ".xlsx") {
            auto inner = (fs::temp_directory_path() / "precis-leaks-XXXXXX").string();
            const int file = ::mkstemp(inner.data());  // for this user alone
            if (file < 0) return false;
            ::close(file);
            std::ofstream(inner, std::ios::binary) << *bytes;
            const bool searched = add_parts(inner, where + name + "/", pieces);
            std::error_code ignored;
            fs::remove(inner, ignored);
            if (!searched) return false;
        }
        if (ending == ".xml" || ending == ".rels") pieces.push_back({where + name, without_tags(*bytes)});
        pieces.push_back({where + name, std::move(*bytes)});
    }
    return true;
}

/// False if the file cannot be read as what its ending says, as one that is encrypted.
bool add_file(const fs::path& path, std::vector<Piece>& pieces) {
    const auto ending = path.extension();
    if (ending == ".pptx" || ending == ".xlsx") return add_parts(path, {}, pieces);
    auto bytes = base::file_bytes(path).value_or("");
    if (ending == ".pdf") {
        auto texts = audit::texts_of(bytes);
        if (!texts) return false;
        for (auto& piece : *texts) pieces.push_back({std::move(piece.where), std::move(piece.text)});
    }
    if (ending == ".svg" || ending == ".html") pieces.push_back({"its text", without_entities(without_tags(bytes))});
    if (ending == ".html") pieces.push_back({"its files", without_percents(bytes)});
    pieces.push_back({"its bytes", std::move(bytes)});
    return true;
}

/// The files of a target, in the order of their names.
std::vector<fs::path> files_of(const fs::path& folder, const std::string& name) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->path().filename().string().starts_with(name + ".") && at->is_regular_file(failed))
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string counted_words(const build::WithheldWords& words) {
    std::vector<std::string> of;
    if (words.facts > 0) of.push_back(base::counted(words.facts, "fact"));
    if (words.tables > 0) of.push_back(base::counted(words.tables, "table"));
    if (words.sources > 0) of.push_back(base::counted(words.sources, "source"));
    return base::counted(words.words.size(), "word") + " of " + base::enumerated(of) +
           (words.left_out > 0 ? fmt::format(", {} more are too short or stand in other data", words.left_out) : "");
}

class Search {
  public:
    Search(const Arguments& args, Findings& findings) : args_(args), findings_(findings) {}

    void briefing(const fs::path& path, const spec::Project& project) {
        const auto setting = setting_of(args_);
        build::Databases databases;
        diag::Diagnostics diagnostics;
        auto prepared = build::prepare(path, project, setting, databases).take(diagnostics);
        findings_.add(std::move(diagnostics));
        if (!prepared || !prepared->database) return;
        build::keep_targets(prepared->targets, args_.outputs, args_.audiences, args_.languages_wanted);
        const auto out = args_.out             ? fs::absolute(*args_.out).lexically_normal()
                         : project.out.empty() ? project.root / "out"
                                               : project.out;
        build::keep_editions(*prepared, args_.editions);
        for (const auto& each : prepared->targets) {
            const auto folder = out / prepared->briefing.slug;
            target(*prepared, each, each.row ? folder / each.row->folder : folder);
        }
    }

    const std::string& said() const { return said_; }

  private:
    void target(const build::Prepared& prepared, const bind::Target& target, const fs::path& folder) {
        const auto own = bind::name_of(target);
        const auto name = (target.row ? target.row->folder + "/" : "") + own;
        diag::Diagnostics diagnostics;
        const auto words = build::withheld_words(prepared, target, diagnostics);
        findings_.add(std::move(diagnostics));
        if (words.facts + words.tables + words.sources == 0) {
            said_ += fmt::format("{}: nothing is withheld from its readers\n", name);
            return;
        }
        const auto files = files_of(folder, own);
        if (files.empty()) {
            findings_.add({diag::error(diag::code::file_not_found, prepared.briefing.title.span,
                                       "there are no files of " + base::quoted(name) + " in " + folder.string(),
                                       "build the briefing first, or name the folder of its outputs with -o")});
            return;
        }
        std::size_t pieces_searched = 0;
        bool found = false;
        for (const auto& file : files) {
            std::vector<Piece> pieces;
            if (!add_file(file, pieces)) {
                findings_.add({diag::error(diag::code::file_unreadable, prepared.briefing.title.span,
                                           file.string() + " is encrypted or damaged and was not searched",
                                           "build it without a password, search, and build it again")});
            }
            pieces_searched += pieces.size();
            for (const auto& word : words.words) found = report(prepared, file, pieces, word, name) || found;
        }
        said_ +=
            fmt::format("{}: {} {} in {} of {}\n", name, found ? "searched for" : "holds none of", counted_words(words),
                        base::counted(pieces_searched, "piece"), base::counted(files.size(), "file"));
    }

    bool report(const build::Prepared& prepared, const fs::path& file, const std::vector<Piece>& pieces,
                const build::WithheldWord& word, const std::string& name) {
        for (const auto& piece : pieces) {
            const auto* form = build::form_in(word, piece.text);
            if (form == nullptr) continue;
            findings_.add(
                {diag::error(code::leak, prepared.briefing.title.span,
                             file.filename().string() + " holds " + base::quoted(*form) + " (" + piece.where +
                                 "), from " + word.of + ", which the readers of " + base::quoted(name) + " may not see",
                             "take it out of the briefing's texts for them, or give the block `for:`")});
            return true;
        }
        return false;
    }

    const Arguments& args_;
    Findings& findings_;
    std::string said_;
};

}  // namespace

int run_check_leaks(const Arguments& args) {
    Findings findings;
    Search search(args, findings);
    if (args.briefings.empty()) {
        if (const auto project = project_for(fs::current_path(), args, findings)) {
            diag::Diagnostics diagnostics;
            for (const auto& path : spec::briefing_files(*project).take(diagnostics).value_or(std::vector<fs::path>()))
                search.briefing(path, *project);
            findings.add(std::move(diagnostics));
        }
    }
    for (const auto& named : args.briefings) {
        if (auto fault = no_file(named)) {
            findings.add({std::move(*fault)});
            continue;
        }
        const auto path = fs::absolute(named).lexically_normal();
        if (const auto project = project_for(path.parent_path(), args, findings)) search.briefing(path, *project);
    }
    print_findings(findings.all(), args.message_format);
    if (args.message_format == diag::Format::text) fmt::print("{}", search.said());
    return exit_code(findings.all());
}

}  // namespace precis::cli
