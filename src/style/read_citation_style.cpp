// Reads a file of layouts/citations/, sought like a layout: the project's folder first, then the installed ones.
#include <algorithm>
#include <set>
#include <system_error>

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/phrases.h"
#include "diag/codes.h"
#include "style/chain.h"
#include "style/codes.h"
#include "style/read.h"
#include "vocabulary/citation_keys.h"
#include "vocabulary/fixed_words.h"

namespace precis::style {
namespace {

namespace fs = std::filesystem;
namespace keys = vocabulary::keys;

struct Found {
    fs::path file, folder;
};

/// All citation styles by name; if several folders have a name, the file of the first.
std::map<std::string, Found> all_styles(const LayoutSearch& search) {
    std::map<std::string, Found> styles;
    for (const auto& folder : search.folders) {
        std::error_code stop;
        for (fs::directory_iterator it(folder / "citations", stop), end; !stop && it != end; it.increment(stop)) {
            const auto name = it->path().stem().string();
            std::error_code ignored;
            if (it->path().extension() == ".yaml" && is_slug(name) && fs::is_regular_file(it->path(), ignored))
                styles.emplace(name, Found{it->path(), folder});
        }
    }
    return styles;
}

diag::Diagnostic not_found(const diag::Text& name, const std::map<std::string, Found>& styles) {
    std::vector<std::string> known;
    for (const auto& [other, found] : styles) known.push_back(other);
    const auto list = "the citation styles are " + base::joined(known, ", ");
    const auto near = base::nearest(name.text, known);
    return diag::error(code::unknown_citation_style, name.span, "there is no citation style " + base::quoted(name.text),
                       near            ? base::did_you_mean(*near) + " " + list
                       : known.empty() ? "put the style into the project's folder “layouts/citations”"
                                       : list);
}

/// Reads texts whose `{key}` are fixed words.
class Reader {
  public:
    explicit Reader(diag::Diagnostics& out) : out_(out) {}

    CitationStyle style(const yaml::Node& node) {
        CitationStyle style;
        yaml::Fields f(node, keys::citation_style, out_);
        f.known("citation-style");
        if (const auto* mark = f.node("mark")) {
            if (mark->kind == yaml::Node::Kind::map) {
                style.mark = mark_of(*mark);
            } else {
                style.mark.form = f.word<MarkForm>("mark").value_or(MarkForm::number);
            }
        }
        style.order = f.word<SourceOrder>("order").value_or(SourceOrder::citation);
        if (const auto* names = f.node("authors")) style.authors = names_of(*names);
        if (f.required("entry") != nullptr) style.entry = parts(f.list("entry"));
        style.note = f.node("note") != nullptr ? parts(f.list("note")) : style.entry;
        const auto* names = f.node("note-authors");
        style.note_authors = names != nullptr ? names_of(*names) : style.authors;
        f.finish();
        return style;
    }

  private:
    void fault(const diag::Code& code, const diag::Span& span, std::string message, std::string remedy) {
        out_.push_back(diag::error(code, span, std::move(message), std::move(remedy)));
    }

    void text(yaml::Fields& f, std::string_view key, std::string& target) {
        const auto written = f.text(key);
        if (!written) return;
        for (auto at = written->text.find('{'); at != std::string::npos; at = written->text.find('{', at + 1)) {
            const auto end = written->text.find('}', at);
            check_word(*written, written->text.substr(at + 1, end == std::string::npos ? end : end - at - 1));
        }
        target = written->text;
    }

    void check_word(const diag::Text& written, std::string word) {
        if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') word[0] = static_cast<char>(word[0] - 'A' + 'a');
        std::vector<std::string> known;
        for (const auto& row : vocabulary::fixed_words())
            if (row.holds.empty()) known.emplace_back(row.name);
        if (std::find(known.begin(), known.end(), word) != known.end()) return;
        const auto near = base::nearest(word, known);
        fault(diag::code::bad_value, written.span,
              base::quoted("{" + word + "}") + " is not a fixed word of the language",
              near ? base::did_you_mean("{" + *near + "}") : "write {accessed}, {and}, {et-al}, {no-date} …");
    }

    /// At least 1; 0 if the key is absent or faulty.
    int count(yaml::Fields& f, std::string_view key) {
        const auto number = f.integer(key);
        if (!number) return 0;
        if (*number < 1) {
            fault(diag::code::bad_value, f.node(key)->span, base::quoted(key) + " is less than 1", "write 1 or more");
            return 0;
        }
        return *number;
    }

    CitationMark mark_of(const yaml::Node& node) {
        CitationMark mark;
        yaml::Fields f(node, keys::citation_mark, out_);
        if (f.required("form") != nullptr) mark.form = f.word<MarkForm>("form").value_or(MarkForm::author_date);
        text(f, "between", mark.between);
        text(f, "last", mark.last);
        if (const int most = count(f, "most")) mark.most = most;
        f.finish();
        if (mark.form == MarkForm::author_date) return mark;
        for (const auto* key : {"between", "last", "most"}) {
            if (const auto* extra = f.node(key))
                fault(diag::code::key_conflict, extra->span,
                      base::quoted(key) + " says how authors and years are written",
                      "leave it out, or write “form: author-date”");
        }
        return mark;
    }

    CitationNames names_of(const yaml::Node& node) {
        CitationNames names;
        yaml::Fields f(node, keys::citation_names, out_);
        names.names = f.word<NameOrder>("names").value_or(NameOrder::as_given);
        text(f, "separator", names.separator);
        names.last = names.separator;
        text(f, "last", names.last);
        names.last_of_two = names.last;
        text(f, "last-of-two", names.last_of_two);
        names.most = count(f, "most");
        names.shown = names.most;
        if (const int shown = count(f, "shown")) names.shown = shown;
        text(f, "et-al", names.et_al);
        names.keep_last = f.boolean("keep-last").value_or(false);
        f.finish();
        if (names.most == 0) {
            for (const auto* key : {"shown", "et-al", "keep-last"}) {
                if (const auto* extra = f.node(key); extra != nullptr && f.node("most") == nullptr)
                    fault(diag::code::missing_key, extra->span, base::quoted(key) + " says nothing without “most”",
                          "say with “most: 6” from how many names on they are cut, or leave it out");
            }
        } else if (names.shown > names.most) {
            fault(diag::code::bad_value, f.node("shown")->span,
                  "“shown” is more than “most”, so that no names would be left for “et al.”",
                  "write " + std::to_string(names.most) + " or less");
            names.shown = names.most;
        }
        return names;
    }

    std::vector<CitationPart> parts(const std::vector<const yaml::Node*>& nodes) {
        std::vector<CitationPart> parts;
        for (const auto* node : nodes) parts.push_back(part_of(*node));
        return parts;
    }

    CitationPart part_of(const yaml::Node& node) {
        CitationPart part;
        yaml::Fields f(node, keys::citation_part, out_);
        part.piece = f.word<CitationPiece>("part").value_or(CitationPiece::title);
        if (f.node("parts") != nullptr) part.parts = parts(f.list("parts"));
        text(f, "before", part.before);
        text(f, "after", part.after);
        text(f, "inside", part.inside);
        text(f, "absent", part.absent);
        part.emphasis = f.boolean("emphasis").value_or(false);
        part.quotes = f.boolean("quotes").value_or(false);
        part.capital = f.boolean("capital").value_or(false);
        part.kinds = f.words<vocabulary::SourceKind>("kinds");
        part.except = f.words<vocabulary::SourceKind>("except");
        part.with = f.words<CitationPiece>("with");
        part.instead = f.words<CitationPiece>("instead");
        f.finish();
        if (node.kind == yaml::Node::Kind::map) check_part(part, f, node);
        return part;
    }

    void check_part(const CitationPart& part, yaml::Fields& f, const yaml::Node& node) {
        if (f.node("parts") == nullptr && f.node("part") == nullptr) {
            fault(diag::code::missing_key, node.entries.empty() ? node.span : node.entries.front().key.span,
                  "a part of an entry has neither “part” nor “parts”", "write “part: title”, or what is to be printed");
            return;
        }
        if (f.node("parts") != nullptr) {
            for (const auto* key : {"part", "inside", "absent", "emphasis", "quotes", "capital", "instead"}) {
                if (const auto* extra = f.node(key))
                    fault(diag::code::key_conflict, extra->span, base::quoted(key) + " is for a single part",
                          "write it at one of the “parts”, or leave out “parts”");
            }
        }
        if (const auto* inside = f.node("inside"); inside != nullptr && !part.quotes)
            fault(diag::code::missing_key, inside->span, "“inside” needs quotation marks", "add “quotes: true”");
        if (const auto* except = f.node("except"); except != nullptr && f.node("kinds") != nullptr)
            fault(diag::code::key_conflict, except->span, "“kinds” says already which sources have the part",
                  "leave out one of “kinds” and “except”");
        if (const auto* capital = f.node("capital"); capital != nullptr && part.piece == CitationPiece::title)
            fault(diag::code::key_conflict, capital->span, "titles are printed as their sources have them",
                  "leave out “capital”");
        if (std::find(part.instead.begin(), part.instead.end(), part.piece) != part.instead.end())
            fault(diag::code::bad_value, f.node("instead")->span, "a part cannot be printed instead of itself",
                  "name other parts");
    }

    diag::Diagnostics& out_;
};

/// `citation-style: 1` tells a citation style from any other YAML file.
bool check_version(const yaml::Node& node, const std::string& shown, diag::Diagnostics& out) {
    const auto* version = node.find("citation-style");
    if (version == nullptr) {
        out.push_back(diag::error(diag::code::missing_key, node.span,
                                  shown + " is not a citation style: its key “citation-style” is missing",
                                  "write “citation-style: 1” as the first line"));
        return false;
    }
    if (version->kind == yaml::Node::Kind::scalar && version->scalar.text == "1") return true;
    out.push_back(diag::error(diag::code::wrong_version, version->span,
                              "this version of the language of citation styles is unknown",
                              "write “citation-style: 1”"));
    return false;
}

}  // namespace

void read_citation_style(LayoutReading& r, const LayoutSearch& search) {
    const auto name = r.top.text("citation-style");
    if (!name) return;
    const auto styles = all_styles(search);
    const auto found = styles.find(name->text);
    if (found == styles.end()) {
        r.out.push_back(not_found(*name, styles));
        return;
    }
    const auto& file = found->second.file;
    const auto shown = shown_name(file, search);
    if (!lies_below(file, found->second.folder) && (search.root.empty() || !lies_below(file, search.root))) {
        r.out.push_back(diag::error(diag::code::file_outside_root, name->span,
                                    shown + " is a link to a file outside its folder",
                                    "put the citation style itself into the folder"));
        return;
    }
    const auto node = yaml::parse_file(file, shown, name->span, {}, search.kept).take(r.out);
    if (!node || !check_version(*node, shown, r.out)) return;
    r.layout.files.push_back(file);
    r.layout.citation_style = Reader(r.out).style(*node);
}

}  // namespace precis::style
