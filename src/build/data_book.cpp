// Sheets from doc::data_sheet, which the CSV of an exhibit is made of, too.
#include "build/data_book.h"

#include <algorithm>
#include <set>

#include "base/numbers.h"
#include "doc/data_sheet.h"
#include "doc/exhibits.h"

namespace precis::build {
namespace {

/// A sign in a number format, which is a text there.
std::string as_text(const std::string& sign) {
    std::string out = "\"";
    for (const char c : sign)
        if (c != '"') out += c;
    return out + "\"";
}

/// In Excel's notation, with thousands set apart, which years are not.
std::string number_format(const doc::DataColumn& column) {
    const auto& format = column.format;
    if (format.unit == "year") return "0";
    std::string out = "#,##0";
    if (format.decimals > 0) out += "." + std::string(static_cast<std::size_t>(format.decimals), '0');
    if (format.symbol.empty()) return out;
    return format.symbol_before ? as_text(format.symbol) + out : out + as_text(format.symbol);
}

/// "Exhibit 1" holds together on a page; a sheet's name is typed by people.
std::string with_plain_spaces(std::string text) {
    constexpr std::string_view kFixed = "\u00a0";
    for (auto at = text.find(kFixed); at != std::string::npos; at = text.find(kFixed, at))
        text.replace(at, kFixed.size(), " ");
    return text;
}

struct ToBook {
    paint::BookCell operator()(std::monostate) const { return {}; }
    paint::BookCell operator()(double number) const { return number; }
    paint::BookCell operator()(const std::string& text) const { return text; }
};

paint::BookCell cell(const std::string& text) {
    return text.empty() ? paint::BookCell() : paint::BookCell(text);
}
paint::BookCell number_or_text(const std::string& text) {
    const auto number = base::parse_number(text);
    return number ? paint::BookCell(*number) : cell(text);
}

class Book {
  public:
    Book(const doc::Document& document, const scene::Document& pages, const locale::Locale& locale)
        : document_(document), pages_(pages), locale_(locale) {}

    paint::DataBook run() {
        book_.title = doc::plain_text(document_.title);
        book_.author = document_.publisher;
        book_.date = document_.date_iso;
        book_.contents = locale_.word("contents");
        book_.right_to_left = locale_.right_to_left();
        for (const auto& line : {doc::plain_text(document_.subtitle), document_.date, document_.publisher,
                                 document_.audience_title, document_.classification, document_.watermark})
            if (!line.empty()) book_.lines.push_back(line);
        add_exhibits();
        add_changes();
        add_facts();
        add_sources();
        return std::move(book_);
    }

  private:
    void add_exhibits() {
        std::set<std::string_view> shown;
        for (const auto& page : pages_.pages)
            for (const auto& anchor : page.anchors) shown.insert(anchor.name);
        for (const auto* exhibit : doc::every_exhibit(document_))
            if (shown.erase(exhibit->id) > 0) add_exhibit(*exhibit);
        for (const auto& exhibit : document_.exhibits)
            if (shown.erase(exhibit.id) > 0) add_exhibit(exhibit);
    }

    void add_exhibit(const doc::Exhibit& exhibit) {
        auto data = doc::data_sheet(exhibit);
        if (data.columns.empty()) return;  // a picture
        paint::BookSheet sheet;
        sheet.tab = exhibit.number.empty() ? exhibit.id : with_plain_spaces(exhibit.number);
        sheet.title = doc::plain_text(exhibit.title);
        sheet.subtitle = doc::plain_text(exhibit.subtitle);
        for (auto& column : data.columns)
            sheet.columns.push_back({column.name, number_format(column), column.is_dates});
        sheet.rows.reserve(data.rows.size());
        for (auto& row : data.rows) {
            paint::BookSheet::Row out{{}, row.total};
            for (auto& one : row.cells) out.cells.push_back(std::visit(ToBook{}, one));
            sheet.rows.push_back(std::move(out));
        }
        if (!exhibit.sticker.empty()) sheet.notes.push_back(exhibit.sticker);
        add_note(sheet, "base", exhibit.base);
        add_note(sheet, "note", doc::plain_text(exhibit.note));
        add_note(sheet, "source", doc::plain_text(exhibit.source));
        book_.sheets.push_back(std::move(sheet));
    }

    /// The part `changes`: its table as printed, as its numbers have units of their own; else what it says in its
    /// place.
    void add_changes() {
        for (const auto& section : document_.changes) {
            for (const auto& exhibit : section.exhibits) {
                add_exhibit(exhibit);
                book_.sheets.back().title = doc::plain_text(section.title);
            }
            if (section.exhibits.empty()) {
                auto& sheet = book_.sheets.emplace_back();
                sheet.title = doc::plain_text(section.title);
                for (const auto& point : section.points) sheet.notes.push_back(doc::plain_text(point));
            }
            book_.sheets.back().tab = locale_.word("changes");
        }
    }

    void add_note(paint::BookSheet& sheet, const char* word, const std::string& text) {
        if (!text.empty()) sheet.notes.push_back(locale_.word(word) + ": " + text);
    }

    void add_facts() {
        if (pages_.facts.empty()) return;
        paint::BookSheet sheet;
        sheet.tab = sheet.title = "Facts";
        for (const char* name :
             {"id", "subject", "measure", "value", "qualifier", "unit", "period", "status", "source", "set for build"})
            sheet.columns.push_back({name, {}, false});
        bool any_set = false;
        for (const auto& fact : pages_.facts) {
            any_set = any_set || !fact.set.empty();
            sheet.rows.push_back({{cell(fact.id), cell(fact.subject), cell(fact.measure), number_or_text(fact.value),
                                   cell(fact.qualifier), cell(fact.unit), cell(fact.period), cell(fact.status),
                                   cell(fact.source), cell(fact.set)},
                                  false});
        }
        if (!any_set) sheet.columns.pop_back();
        book_.sheets.push_back(std::move(sheet));
    }

    void add_sources() {
        if (document_.sources.empty()) return;
        paint::BookSheet sheet;
        sheet.tab = sheet.title = locale_.word("sources");
        for (const char* name : {"number", "id", "source", "facts"}) sheet.columns.push_back({name, {}, false});
        for (const auto& source : document_.sources) {
            std::string facts;
            for (const auto& id : source.facts) facts += (facts.empty() ? "" : " ") + id;
            sheet.rows.push_back(
                {{static_cast<double>(source.number), cell(source.id), cell(doc::plain_text(source.text)), cell(facts)},
                 false});
        }
        book_.sheets.push_back(std::move(sheet));
    }

    const doc::Document& document_;
    const scene::Document& pages_;
    const locale::Locale& locale_;
    paint::DataBook book_;
};

}  // namespace

paint::DataBook data_book_of(const doc::Document& document, const scene::Document& pages,
                             const locale::Locale& locale) {
    return Book(document, pages, locale).run();
}

}  // namespace precis::build
