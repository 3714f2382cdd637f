// The fields of BibTeX, BibLaTeX and CSL-JSON that a source has a key for.
#include "data/model/libraries.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/latin.h"
#include "base/phrases.h"
#include "base/utf8.h"
#include "data/model/bibtex.h"
#include "data/words.h"
#include "diag/codes.h"
#include "json/node.h"

namespace precis::data {
namespace {

/// "Smith:2020" as `smith-2020`, "Müller_A" as `muller-a`.
std::string id_of(std::string_view key) {
    std::string id;
    for (char c : base::without_accents(key)) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (base::is_lower(c) || base::is_digit(c)) {
            id += c;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

/// A number of the month from 1, by its first letters in English or its digits; 0 for any other word.
int month_of(std::string word) {
    if (word.size() <= 2 && !word.empty() && std::all_of(word.begin(), word.end(), base::is_digit)) {
        const int month = std::stoi(word);
        return month <= 12 ? month : 0;
    }
    constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
    for (char& c : word)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (word.starts_with(kMonths[i])) return static_cast<int>(i) + 1;
    return 0;
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

diag::Diagnostic not_a_date(const std::string& text, const diag::Span& span) {
    return diag::error(diag::code::bad_value, span, base::quoted(text) + " is not a date",
                       "write the year in digits, as in 2026, and the month as a name or number; leave it out if it is "
                       "not known");
}

/// A record of the form, filled by the names of its keys.
class Filler {
  public:
    Filler(const RecordForm& form, const diag::Text& key)
        : form_(form), record_{std::vector<Written>(form.names.size(), Written{{}, key.span}), key.span} {
        record_.values[0] = {id_of(key.text), key.span};
    }
    void set(std::string_view name, std::string text, const diag::Span& span) {
        const auto at = std::find(form_.names.begin(), form_.names.end(), name);
        if (at != form_.names.end() && !text.empty())
            record_.values[static_cast<std::size_t>(at - form_.names.begin())] = {std::move(text), span};
    }
    Record take() { return std::move(record_); }

  private:
    const RecordForm& form_;
    Record record_;
};

/// The keys of a source that a library has under the same name, beside those that are put together from other fields.
bool is_own_key(std::string_view name) {
    constexpr std::array<std::string_view, 13> kMade{"id",       "title", "authors", "publisher", "url",
                                                     "accessed", "date",  "via",     "kind",      "container",
                                                     "volume",   "issue", "pages"};
    return std::find(kMade.begin(), kMade.end(), name) == kMade.end();
}

/// What a library calls a kind of source.
struct TypeOfKind {
    std::string_view type, kind;
};

/// The kind of an entry of that type; empty for types that say nothing.
template <std::size_t count>
std::string kind_of(const std::array<TypeOfKind, count>& types, std::string_view type) {
    for (const auto& row : types)
        if (row.type == type) return std::string(row.kind);
    return {};
}

// ---- BibTeX

constexpr std::array<TypeOfKind, 17> kBibTypes{{
    {"article", "article"},
    {"suppperiodical", "article"},
    {"inproceedings", "article"},
    {"conference", "article"},
    {"incollection", "article"},
    {"inbook", "article"},
    {"techreport", "report"},
    {"report", "report"},
    {"dataset", "dataset"},
    {"online", "webpage"},
    {"electronic", "webpage"},
    {"www", "webpage"},
    {"book", "book"},
    {"mvbook", "book"},
    {"collection", "book"},
    {"proceedings", "book"},
    {"booklet", "book"},
}};

class BibRecords {
  public:
    BibRecords(const std::vector<BibEntry>& entries, diag::Diagnostics& out) : entries_(entries), out_(out) {}

    Record record(BibEntry entry, const RecordForm& form) {
        inherit(entry);
        Filler filler(form, entry.key);
        const auto text = [&](std::string_view key, std::initializer_list<std::string_view> names) {
            if (const auto* value = entry.first_of(names)) filler.set(key, latex_text(*value, out_), value->span);
        };
        title(entry, filler);
        text("publisher", {"publisher", "institution", "school", "organization"});
        if (const auto* names = entry.first_of({"author", "authors", "editor"}))
            filler.set("authors", base::joined(bibtex_names(*names, kNamePart, out_), "; "), names->span);
        date(entry, filler);
        text("accessed", {"urldate"});
        address(entry, filler);
        filler.set("kind", kind_of(kBibTypes, entry.type), entry.key.span);
        text("kind", {"kind"});
        text("container", {"container", "journal", "journaltitle", "booktitle"});
        text("volume", {"volume"});
        text("issue", {"number", "issue"});
        text("pages", {"pages"});
        for (const auto& name : form.names)
            if (is_own_key(name)) text(name, {name});
        if (const auto* via = entry.first_of({"via"})) filler.set("via", id_of(via->text), via->span);
        return filler.take();
    }

  private:
    /// What an entry lacks and the one named in `crossref` has, but for what is the latter's alone.
    void inherit(BibEntry& entry) {
        const auto* name = entry.first_of({"crossref"});
        if (name == nullptr) return;
        const auto parent = std::find_if(entries_.begin(), entries_.end(),
                                         [&](const BibEntry& other) { return other.key.text == name->text; });
        if (parent == entries_.end()) {
            std::vector<std::string> keys;
            for (const auto& other : entries_) keys.push_back(other.key.text);
            out_.push_back(diag::error(diag::code::unknown_name, name->span,
                                       "there is no entry " + base::quoted(name->text) + " in the library",
                                       meant(name->text, keys)));
            return;
        }
        const bool dated = entry.first_of({"date", "year"}) != nullptr;
        for (const auto& field : parent->fields) {
            constexpr std::array<std::string_view, 7> kPublishing{
                "publisher", "institution", "school", "organization", "editor", "license", "howpublished"};
            constexpr std::array<std::string_view, 4> kDate{"date", "year", "month", "day"};
            const auto in = [&](const auto& names) {
                return std::find(names.begin(), names.end(), field.name) != names.end();
            };
            if (!in(kPublishing) && (dated || !in(kDate))) continue;
            if (entry.first_of({field.name}) == nullptr) entry.fields.push_back(field);
        }
    }

    void title(const BibEntry& entry, Filler& filler) {
        const auto* title = entry.first_of({"title"});
        if (title == nullptr) return;
        auto words = latex_text(*title, out_);
        if (const auto* more = entry.first_of({"subtitle"})) words += ": " + latex_text(*more, out_);
        filler.set("title", std::move(words), title->span);
    }

    /// `date`, else `year` with `month` and `day`; a month may hold its day, as in `10 # "~" # jan`.
    void date(const BibEntry& entry, Filler& filler) {
        if (const auto* date = entry.first_of({"date"})) return filler.set("date", latex_text(*date, out_), date->span);
        const auto* year = entry.first_of({"year"});
        if (year == nullptr) return;
        const auto digits = latex_text(*year, out_);
        if (digits == "n.d." || digits == "n.d") return;
        auto iso = digits;
        const auto* month = entry.first_of({"month"});
        if (month == nullptr) return filler.set("date", std::move(iso), year->span);
        int number = 0, day = 0;
        std::string word;
        auto words = latex_text(*month, out_);
        for (auto at = words.find("\u00a0"); at != std::string::npos; at = words.find("\u00a0"))
            words.replace(at, 2, " ");
        for (const auto& part : parts_of(words)) {
            const bool figure = base::is_digit(part.front());
            if (figure && parts_of(words).size() > 1) {
                day = part.size() <= 2 ? std::stoi(part) : 99;
            } else {
                number = month_of(part);
            }
        }
        if (number == 0) {
            out_.push_back(not_a_date(words, month->span));
            return;
        }
        if (const auto* own = entry.first_of({"day"})) {
            const auto figures = latex_text(*own, out_);
            const bool is_day =
                figures.size() <= 2 && std::all_of(figures.begin(), figures.end(), base::is_digit) && !figures.empty();
            day = is_day ? std::stoi(figures) : 99;
        }
        iso += "-" + two_digits(number);
        if (day > 0) iso += "-" + two_digits(day);
        filler.set("date", std::move(iso), year->span);
    }

    static std::vector<std::string> parts_of(const std::string& words) {
        std::vector<std::string> parts{{}};
        for (const char c : words) {
            const bool between = c == ' ' || c == ',' || c == '.';
            if (!between) parts.back() += c;
            if (between && !parts.back().empty()) parts.emplace_back();
        }
        if (parts.back().empty()) parts.pop_back();
        return parts;
    }

    /// `url`, else an address in `howpublished`, else that of the DOI or of the preprint.
    void address(const BibEntry& entry, Filler& filler) {
        if (const auto* url = entry.first_of({"url"})) return filler.set("url", plain_address(*url), url->span);
        if (const auto* how = entry.first_of({"howpublished"})) {
            auto address = plain_address(*how);
            if (address.starts_with("http")) return filler.set("url", std::move(address), how->span);
        }
        if (const auto* doi = entry.first_of({"doi"})) {
            auto address = plain_address(*doi);
            if (!address.starts_with("http")) address = "https://doi.org/" + address;
            return filler.set("url", std::move(address), doi->span);
        }
        const auto* archive = entry.first_of({"archiveprefix", "eprinttype"});
        const auto* eprint = entry.first_of({"eprint"});
        if (archive != nullptr && eprint != nullptr && id_of(archive->text) == "arxiv")
            filler.set("url", "https://arxiv.org/abs/" + plain_address(*eprint), eprint->span);
    }

    /// An address keeps its tildes and hyphens: only `\url{}`, braces and escapes are taken away.
    static std::string plain_address(const diag::Text& text) {
        auto words = text.text;
        if (const auto at = words.find("\\url"); at != std::string::npos) words.erase(0, at + 4);
        std::string out;
        for (const char c : words)
            if (c != '{' && c != '}' && c != '\\' && c != ' ' && c != '\n' && c != '\r' && c != '\t') out += c;
        return out;
    }

    const std::vector<BibEntry>& entries_;
    diag::Diagnostics& out_;
};

// ---- CSL-JSON

constexpr std::array<TypeOfKind, 12> kCslTypes{{
    {"article", "article"},
    {"article-journal", "article"},
    {"article-magazine", "article"},
    {"article-newspaper", "article"},
    {"paper-conference", "article"},
    {"chapter", "article"},
    {"report", "report"},
    {"dataset", "dataset"},
    {"webpage", "webpage"},
    {"post", "webpage"},
    {"post-weblog", "webpage"},
    {"book", "book"},
}};

class CslRecords {
  public:
    explicit CslRecords(diag::Diagnostics& out) : out_(out) {}

    Record record(const json::Node& item, const RecordForm& form) {
        const auto* id = item.find("id");
        Filler filler(form, {id->text.text, id->span, {}});
        const auto text = [&](std::string_view key, std::string_view name) {
            const auto* value = item.find(name);
            if (value == nullptr || value->kind == json::Node::Kind::null) return;
            if (is_text(*value)) return filler.set(key, without_tags(value->text.text), value->span);
            wrong(*value, name, "a text");
            if (key == "title") filler.set(key, id->text.text, value->span);  // else it would be missing, too
        };
        text("title", "title");
        text("publisher", "publisher");
        text("license", "license");
        if (const auto* type = item.find("type"); type != nullptr && is_text(*type))
            filler.set("kind", kind_of(kCslTypes, type->text.text), type->span);
        text("kind", "kind");
        text("container", "container-title");
        text("volume", "volume");
        text("issue", "issue");
        text("pages", "page");
        names(item, filler);
        date(item, "issued", "date", filler);
        date(item, "accessed", "accessed", filler);
        text("url", "URL");
        if (const auto* doi = item.find("DOI"); doi != nullptr && item.find("URL") == nullptr && is_text(*doi)) {
            const auto address =
                doi->text.text.starts_with("http") ? doi->text.text : "https://doi.org/" + doi->text.text;
            filler.set("url", address, doi->span);
        }
        for (const auto& name : form.names)
            if (is_own_key(name) && name != "license") text(name, name);
        if (const auto* via = item.find("via"); via != nullptr && is_text(*via))
            filler.set("via", id_of(via->text.text), via->span);
        return filler.take();
    }

    static bool is_text(const json::Node& node) {
        return node.kind == json::Node::Kind::string || node.kind == json::Node::Kind::number;
    }

    void wrong(const json::Node& node, std::string_view name, std::string_view expected) {
        out_.push_back(diag::error(diag::code::wrong_type, node.span,
                                   base::quoted(name) + " is not " + std::string(expected),
                                   "export the library again as CSL-JSON"));
    }

  private:
    /// Titles may hold tags for looks, as in "<i>E. coli</i>".
    static std::string without_tags(const std::string& text) {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto end = text[i] == '<' ? text.find('>', i) : std::string::npos;
            const bool tag = end != std::string::npos && i + 1 < end &&
                             (text[i + 1] == '/' || base::is_lower(text[i + 1])) && end - i < 40;
            if (tag) {
                i = end;
            } else {
                out += text[i];
            }
        }
        return base::on_one_line(out);
    }

    void names(const json::Node& item, Filler& filler) {
        const auto* list = item.find("author");
        if (list == nullptr) list = item.find("editor");
        if (list == nullptr) return;
        if (list->kind != json::Node::Kind::array) return wrong(*list, "author", "a list of names");
        std::vector<std::string> people;
        for (const auto& name : list->items) {
            const auto words = [&](std::initializer_list<const char*> parts) {
                std::string text;
                for (const auto* part : parts) {
                    const auto* found = name.find(part);
                    if (found == nullptr || found->text.text.empty()) continue;
                    text += (text.empty() ? "" : " ") + found->text.text;
                }
                return text;
            };
            std::string person = words({"literal"});
            for (const auto& part : {words({"given", "dropping-particle"}), words({"non-dropping-particle", "family"}),
                                     words({"suffix"})}) {
                if (!part.empty()) person += (person.empty() ? std::string() : std::string(1, kNamePart)) + part;
            }
            std::replace(person.begin(), person.end(), ';', ',');  // parts authors in a record
            if (!person.empty()) people.push_back(std::move(person));
        }
        filler.set("authors", base::joined(people, "; "), list->span);
    }

    /// Year, month and day as `date-parts`, or a text in `raw` or `literal`. Of a range, the first date.
    void date(const json::Node& item, std::string_view name, std::string_view key, Filler& filler) {
        const auto* date = item.find(name);
        if (date == nullptr) return;
        if (date->kind != json::Node::Kind::object) return wrong(*date, name, "a date");
        const auto* all = date->find("date-parts");
        if (all == nullptr) {
            for (const auto* form : {"raw", "literal"})
                if (const auto* text = date->find(form)) return filler.set(key, text->text.text, text->span);
            return wrong(*date, name, "a date");
        }
        if (all->items.empty() || all->items.front().items.empty()) return;
        std::string iso;
        for (const auto& part : all->items.front().items) {
            const auto& figures = part.text.text;
            const bool number =
                !figures.empty() && figures.size() <= 4 && std::all_of(figures.begin(), figures.end(), base::is_digit);
            if (!number) {
                out_.push_back(not_a_date(figures, part.span));
                return;
            }
            iso += iso.empty() ? figures : "-" + two_digits(std::stoi(figures));
        }
        filler.set(key, std::move(iso), date->span);
    }

    diag::Diagnostics& out_;
};

/// Whether an id could be made of the key; bad_slug otherwise.
bool has_id(const diag::Text& key, diag::Diagnostics& out) {
    if (is_slug(id_of(key.text))) return true;
    out.push_back(diag::error(diag::code::bad_slug, key.span,
                              "no id can be made of the key " + base::quoted(base::shortened(key.text, 60)),
                              "let the key begin with a letter, as in source-" +
                                  (id_of(key.text).empty() ? std::string("1") : id_of(key.text))));
    return false;
}

}  // namespace

void read_bibtex_records(const std::filesystem::path& file, const RecordForm& form, ModelReading& reading,
                         const TakeRecord& take) {
    const auto source = read_as_utf8(file, shown_name(file, reading.root), reading.diagnostics);
    if (!source) return;
    const auto entries = read_bibtex(source, reading.diagnostics);
    BibRecords records(entries, reading.diagnostics);
    for (const auto& entry : entries)
        if (has_id(entry.key, reading.diagnostics)) take(records.record(entry, form));
}

void read_csl_records(const std::filesystem::path& file, const RecordForm& form, ModelReading& reading,
                      const TakeRecord& take) {
    const auto source = read_as_utf8(file, shown_name(file, reading.root), reading.diagnostics);
    if (!source) return;
    auto parsed = json::parse(source);
    const auto library = std::move(parsed).take(reading.diagnostics);
    if (!library) return;
    CslRecords records(reading.diagnostics);
    if (library->kind != json::Node::Kind::array) return records.wrong(*library, "the library", "a list of entries");
    for (const auto& item : library->items) {
        const auto* id = item.find("id");
        if (id == nullptr || !CslRecords::is_text(*id)) {
            reading.diagnostics.push_back(diag::error(diag::code::missing_key, item.span,
                                                      "this entry of the library has no “id”",
                                                      "give it one, as in \"id\": \"smith-2020\""));
            continue;
        }
        if (has_id({id->text.text, id->span, {}}, reading.diagnostics)) take(records.record(item, form));
    }
}

}  // namespace precis::data
