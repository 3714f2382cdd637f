// Markdown: one pass over the parts in the layout's order.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/numbers.h"
#include "chart/chart.h"
#include "doc/data_sheet.h"
#include "doc/exhibits.h"
#include "doc/language_link.h"
#include "doc/parts.h"
#include "web/web.h"
#include "web/writing.h"

namespace precis::web {
namespace {

using vocabulary::Part;

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// Signs that Markdown reads as marks, with a backslash before them.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>|~").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

class Markdown {
  public:
    Markdown(const doc::Document& document, const style::Layout& layout, const locale::Locale& locale)
        : d_(document), layout_(layout), locale_(locale) {
        for (const auto* one : doc::every_exhibit(d_)) names_.emplace(one->id, one->number);
    }

    std::string run() {
        line("# " + text(d_.title));
        if (!d_.subtitle.empty()) line("**" + text(d_.subtitle) + "**");
        std::vector<std::string> meta;
        for (const auto* one : {&d_.document_type, &d_.date, &d_.edition, &d_.publisher, &d_.audience_title,
                                &d_.classification, &d_.watermark})
            if (!one->empty()) meta.push_back(escaped(*one));
        for (const auto& author : d_.authors) meta.push_back(escaped(author.name));
        if (!meta.empty()) line(fmt::format("{}", fmt::join(meta, " · ")));
        for (const auto part : kOrder) {
            const auto* rule = rule_of(part);
            if (rule != nullptr) write(part, *rule);
        }
        if (!d_.footnotes.empty() && !out_.empty()) {
            for (std::size_t i = 0; i < d_.footnotes.size(); ++i) {
                std::string note;
                for (const auto& block : d_.footnotes[i])
                    if (const auto* paragraph = std::get_if<doc::Paragraph>(&block.content))
                        note += (note.empty() ? "" : " ") + text(paragraph->inlines);
                    else
                        note += (note.empty() ? "" : " ") + one_line(block);
                line(fmt::format("[^{}]: {}", i + 1, note));
            }
        }
        return std::move(out_);
    }

  private:
    static constexpr std::array kOrder = {
        Part::summary,          Part::key_figures, Part::findings,  Part::recommendations, Part::foreword,
        Part::sections,         Part::changes,     Part::appendix,  Part::exhibits,        Part::watch,
        Part::list_of_exhibits, Part::glossary,    Part::sources,   Part::method,          Part::about,
        Part::authors,          Part::related,     Part::disclosure};

    const style::PartRule* rule_of(Part part) const {
        for (const auto& rule : layout_.parts)
            if (rule.part == part) return doc::has(d_, part) ? &rule : nullptr;
        return nullptr;
    }
    bool shows(vocabulary::SectionPiece piece) const {
        return layout_.section.empty() ||
               std::find(layout_.section.begin(), layout_.section.end(), piece) != layout_.section.end();
    }

    void line(const std::string& words) {
        out_ += indent_ + words + "\n";
        out_ += trimmed_indent() + "\n";
    }
    std::string trimmed_indent() const {
        const auto end = indent_.find_last_not_of(' ');
        return end == std::string::npos ? std::string() : indent_.substr(0, end + 1);
    }

    std::string text(const doc::Inlines& inlines) const {
        std::string out;
        for (const auto& part : inlines) {
            std::visit(Overloaded{[&](const doc::Words& one) { out += words(one); },
                                  [&](const doc::Citation& one) { out += citation(one); },
                                  [&](const doc::Reference& one) { out += reference(one); },
                                  [&](const doc::FootnoteMark& one) { out += fmt::format("[^{}]", one.index + 1); },
                                  [&](const doc::LineBreak&) { out += "<br>"; }},
                       static_cast<const std::variant<doc::Words, doc::Citation, doc::Reference, doc::FootnoteMark,
                                                      doc::LineBreak>&>(part));
        }
        return out;
    }

    static std::string words(const doc::Words& one) {
        if (one.code) return "`" + one.text + "`";
        // Marks must stand at the words, not at the spaces around them.
        const auto begin = one.text.find_first_not_of(' ');
        if (begin == std::string::npos) return one.text;
        const auto end = one.text.find_last_not_of(' ') + 1;
        auto inner = escaped(std::string_view(one.text).substr(begin, end - begin));
        if (one.emphasis) inner = "*" + inner + "*";
        if (one.strong) inner = "**" + inner + "**";
        if (!one.link.empty() && one.link[0] != '#' && doc::language_of(one.link).empty())
            inner = "[" + inner + "](<" + one.link + ">)";
        return one.text.substr(0, begin) + inner + one.text.substr(end);
    }

    std::string citation(const doc::Citation& one) const {
        if (layout_.citations == style::Citations::none) return {};
        std::string out;
        if (!one.marks.empty()) {
            for (const auto& mark : one.marks) out += escaped(mark);
            return out;
        }
        for (const int number : one.numbers) out += fmt::format("\\[{}\\]", number);
        return out.empty() ? out : " " + out;
    }

    std::string reference(const doc::Reference& one) const {
        if (one.text.find("{page}") == std::string::npos) return escaped(one.text);
        const auto name = names_.find(one.target);
        return escaped(name == names_.end() ? one.target : name->second);
    }

    /// A block inside a cell or a note.
    std::string one_line(const doc::Block& block) const {
        if (const auto* code = std::get_if<doc::Code>(&block.content)) return "`" + code->text + "`";
        if (const auto* list = std::get_if<doc::List>(&block.content)) {
            std::string out;
            for (const auto& item : list->items)
                for (const auto& inner : item) out += (out.empty() ? "" : "; ") + one_line(inner);
            return out;
        }
        if (const auto* quote = std::get_if<doc::Quote>(&block.content)) {
            std::string out;
            for (const auto& inner : quote->blocks) out += (out.empty() ? "" : " ") + one_line(inner);
            return out;
        }
        if (const auto* paragraph = std::get_if<doc::Paragraph>(&block.content)) return text(paragraph->inlines);
        if (const auto* heading = std::get_if<doc::Heading>(&block.content)) return text(heading->inlines);
        return {};
    }

    void blocks(const std::vector<doc::Block>& list, int level) {
        for (const auto& one : list) block(one, level);
    }

    void block(const doc::Block& block, int level) {
        std::visit(Overloaded{[&](const doc::Paragraph& one) { line(text(one.inlines)); },
                              [&](const doc::Heading& one) { heading(level + one.level, text(one.inlines)); },
                              [&](const doc::List& one) { this->list(one, level); },
                              [&](const doc::Quote& one) {
                                  const auto before = indent_;
                                  indent_ += "> ";
                                  blocks(one.blocks, level);
                                  indent_ = before;
                              },
                              [&](const doc::Code& one) {
                                  out_ += indent_ + "```" + one.language + "\n";
                                  std::size_t begin = 0;
                                  while (begin < one.text.size()) {
                                      const auto end = std::min(one.text.find('\n', begin), one.text.size());
                                      out_ += indent_ + one.text.substr(begin, end - begin) + "\n";
                                      begin = end + 1;
                                  }
                                  line("```");
                              },
                              [&](const doc::Rule&) { line("---"); }, [&](const doc::ExhibitPlace&) {}},
                   static_cast<const std::variant<doc::Paragraph, doc::Heading, doc::List, doc::Quote, doc::Code,
                                                  doc::Rule, doc::ExhibitPlace>&>(block.content));
    }

    void list(const doc::List& list, int level) {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const auto mark = list.ordered ? fmt::format("{}. ", list.start + static_cast<int>(i)) : std::string("- ");
            const auto before = indent_;
            std::string inner;
            std::swap(inner, out_);
            indent_ = before + std::string(mark.size(), ' ');
            if (i < list.terms.size()) line("**" + text(list.terms[i]) + "**");
            blocks(list.items[i], level);
            indent_ = before;
            std::swap(inner, out_);
            // The mark stands in place of the first line's indent.
            out_ += before + mark +
                    (inner.size() > before.size() + mark.size() ? inner.substr(before.size() + mark.size()) : "\n");
        }
    }

    void heading(int level, const std::string& words) {
        if (!words.empty()) line(std::string(static_cast<std::size_t>(std::clamp(level, 1, 6)), '#') + " " + words);
    }
    void part_heading(const style::PartRule& rule, std::string_view key) {
        heading(2, escaped(rule.label.empty() ? locale_.word(key) : rule.label));
    }

    void items(const style::PartRule& rule, const std::vector<doc::Item>& items) {
        const auto count = rule.max > 0 ? std::min(items.size(), static_cast<std::size_t>(rule.max)) : items.size();
        for (std::size_t i = 0; i < count; ++i) {
            auto words = text(items[i].text);
            if (!items[i].to.empty()) words = "**" + escaped(items[i].to) + ".** " + words;
            if (!items[i].by.empty()) words = "**" + escaped(items[i].by) + ".** " + words;
            out_ += "- " + words + "\n";
        }
        out_ += "\n";
    }

    void prose(const style::PartRule& rule, std::string_view key, const std::vector<doc::Block>& list) {
        part_heading(rule, key);
        blocks(list, 2);
    }

    void write(Part part, const style::PartRule& rule) {
        switch (part) {
            case Part::masthead:
            case Part::title:
            case Part::cover:
            case Part::contents:
            case Part::notes:  // at the end
            case Part::index:  // leads to pages, which there are none of
                return;
            case Part::changes:
                return sections(d_.changes, 2);
            case Part::summary:
                return blocks(d_.summary, 2);
            case Part::key_figures:
                return figures(rule);
            case Part::findings:
                part_heading(rule, "findings");
                return items(rule, d_.findings);
            case Part::recommendations:
                part_heading(rule, "recommendations");
                return items(rule, d_.recommendations);
            case Part::foreword:
                return prose(rule, "foreword", d_.foreword);
            case Part::sections:
                return sections(d_.sections, 2);
            case Part::appendix:
                return sections(d_.appendix, 2);
            case Part::exhibits:
                for (const auto& one : d_.exhibits) exhibit(one);
                return;
            case Part::watch:
                part_heading(rule, "watch");
                return items(rule, d_.watch);
            case Part::list_of_exhibits:
                return exhibits_list(rule);
            case Part::glossary:
                part_heading(rule, "glossary");
                for (const auto& entry : d_.glossary)
                    out_ += "- **" + escaped(entry.term) + "** " + text(entry.definition) + "\n";
                out_ += "\n";
                return;
            case Part::sources:
                return sources(rule);
            case Part::method:
                return prose(rule, "method", d_.method);
            case Part::disclosure:
                return prose(rule, "disclosure", d_.disclosure);
            case Part::related:
                part_heading(rule, "related");
                return items(rule, d_.related);
            case Part::about:
                return prose(rule, "about-the-authors", d_.about);
            case Part::authors:
                part_heading(rule, "about-the-authors");
                for (const auto& author : d_.authors) {
                    out_ += "- **" + escaped(author.name) + "**";
                    if (!author.role.empty()) out_ += ", " + escaped(author.role);
                    if (!author.email.empty()) out_ += ", <" + author.email + ">";
                    out_ += "\n";
                }
                out_ += "\n";
                return;
        }
    }

    void figures(const style::PartRule& rule) {
        part_heading(rule, "key-figures");
        const auto count =
            rule.max > 0 ? std::min(d_.key_figures.size(), static_cast<std::size_t>(rule.max)) : d_.key_figures.size();
        for (std::size_t i = 0; i < count; ++i) {
            const auto& figure = d_.key_figures[i];
            const bool apart = figure.unit.size() > 1;
            auto words =
                "**" +
                escaped(figure.sign + figure.number + (apart && figure.unit[0] != ' ' ? " " : "") + figure.unit) +
                "** " + text(figure.label);
            if (!figure.status_word.empty()) words += " (" + escaped(figure.status_word) + ")";
            if (!figure.detail.empty()) words += ". " + text(figure.detail);
            out_ += "- " + words + "\n";
        }
        out_ += "\n";
    }

    void sections(const std::vector<doc::Section>& list, int level) {
        using Piece = vocabulary::SectionPiece;
        for (const auto& one : list) {
            if (shows(Piece::title)) heading(level, text(one.title));
            if (shows(Piece::headline) && !one.headline.empty()) line("**" + text(one.headline) + "**");
            for (const auto& block : one.body) {
                const auto* place = std::get_if<doc::ExhibitPlace>(&block.content);
                if (place == nullptr) {
                    if (shows(Piece::body)) this->block(block, level);
                } else if (shows(Piece::exhibits) && place->index < one.exhibits.size()) {
                    exhibit(one.exhibits[place->index]);
                }
            }
            if (shows(Piece::points) && !one.points.empty()) {
                for (const auto& point : one.points) out_ += "- " + text(point) + "\n";
                out_ += "\n";
            }
            if (shows(Piece::takeaway) && !one.takeaway.empty()) line("> **" + text(one.takeaway) + "**");
            if (shows(Piece::asides))
                for (const auto& aside : one.asides) {
                    const auto before = indent_;
                    indent_ += "> ";
                    if (!aside.title.empty()) line("**" + text(aside.title) + "**");
                    blocks(aside.body, level);
                    indent_ = before;
                }
            if (shows(Piece::exhibits))
                for (const auto& exhibit : one.exhibits) this->exhibit(exhibit);
            if (shows(Piece::sections)) sections(one.sections, std::min(level + 1, 6));
        }
    }

    static std::string cell(std::string words) {
        for (auto& c : words)
            if (c == '\n') c = ' ';
        return escaped(words);
    }

    void table_line(const std::vector<std::string>& cells) { out_ += fmt::format("| {} |\n", fmt::join(cells, " | ")); }
    enum class Side { left, center, right };
    void table_rule(const std::vector<Side>& sides) {
        out_ += "|";
        for (const auto side : sides)
            out_ += side == Side::right ? " ---: |" : side == Side::center ? " :---: |" : " --- |";
        out_ += "\n";
    }

    void exhibit(const doc::Exhibit& exhibit) {
        if (!shown_.insert(exhibit.id).second) return;
        const auto title = text(exhibit.title);
        line((exhibit.number.empty() ? "" : "**" + escaped(exhibit.number) + ".** ") + "**" + title + "**");
        if (!exhibit.subtitle.empty()) line("*" + text(exhibit.subtitle) + "*");
        if (const auto* rows = std::get_if<doc::Table>(&exhibit.content))
            table(*rows);
        else if (const auto* chart = std::get_if<doc::Chart>(&exhibit.content))
            this->chart(exhibit, *chart);
        else if (!exhibit.alternative.empty())
            line(escaped(exhibit.alternative));
        std::vector<std::string> under;
        if (!exhibit.base.empty()) under.push_back(locale_.word("base") + ": " + escaped(exhibit.base));
        if (!exhibit.note.empty()) under.push_back(locale_.word("note") + ": " + text(exhibit.note));
        if (!exhibit.source.empty()) under.push_back(locale_.word("source") + ": " + text(exhibit.source));
        if (!under.empty()) line(fmt::format("{}", fmt::join(under, " ")));
    }

    void table(const doc::Table& table) {
        std::vector<std::string> heads;
        std::vector<Side> sides;
        for (const auto& column : table.columns) {
            std::string over;
            for (const auto& one : column.over) over += one + (one.empty() ? "" : ": ");
            heads.push_back(cell(over + column.label));
            sides.push_back(column.centered ? Side::center : column.numeric ? Side::right : Side::left);
        }
        table_line(heads);
        table_rule(sides);
        for (const auto& row : table.rows) {
            std::vector<std::string> cells;
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                std::string words;
                if (c < row.cells.size()) {
                    const auto& value = row.cells[c];
                    words = value.text.empty() ? value.category : value.text;
                    if (!value.series.empty() && table.columns[c].show == doc::TableColumn::Show::sparkline)
                        words = chart::describe(value.series, table.columns[c].unit_symbol, locale_);
                    words = cell(words);
                    if (c < row.stamps.size() && !row.stamps[c].words.empty())
                        words = "**" + cell(row.stamps[c].words) + "** " + words;
                    if (!words.empty() && row.kind != doc::Table::Row::Kind::body) words = "**" + words + "**";
                }
                cells.push_back(std::move(words));
            }
            table_line(cells);
        }
        out_ += "\n";
        for (const auto& note : table.notes) line(escaped(note));
    }

    void chart(const doc::Exhibit& exhibit, const doc::Chart& chart) {
        constexpr std::size_t kRowsShown = 60;
        line(escaped(exhibit.alternative.empty() ? chart::describe(chart, locale_) : exhibit.alternative));
        const auto sheet = doc::data_sheet(exhibit);
        if (sheet.columns.empty()) return;
        std::vector<std::string> heads;
        std::vector<Side> sides(sheet.columns.size(), Side::left);
        for (const auto& column : sheet.columns) heads.push_back(cell(column.name));
        for (const auto& row : sheet.rows)
            for (std::size_t c = 0; c < row.cells.size() && c < sides.size(); ++c)
                if (std::holds_alternative<double>(row.cells[c])) sides[c] = Side::right;
        table_line(heads);
        table_rule(sides);
        const auto count = std::min(sheet.rows.size(), kRowsShown);
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<std::string> cells;
            for (const auto& value : sheet.rows[i].cells) {
                if (const auto* number = std::get_if<double>(&value))
                    cells.push_back(base::shortest(*number));
                else if (const auto* words = std::get_if<std::string>(&value))
                    cells.push_back(cell(*words));
                else
                    cells.emplace_back();
            }
            table_line(cells);
        }
        out_ += "\n";
        if (count < sheet.rows.size())
            line(fmt::format("{}: {} / {}", locale_.word("web-rows-shown"), count, sheet.rows.size()));
    }

    void exhibits_list(const style::PartRule& rule) {
        part_heading(rule, "list-of-exhibits");
        for (const auto* one : doc::every_exhibit(d_))
            out_ += "- " + escaped(one->number) + ". " + text(one->title) + "\n";
        out_ += "\n";
    }

    void sources(const style::PartRule& rule) {
        part_heading(rule, "sources");
        for (const auto& entry : d_.sources) {
            out_ += layout_.cites_by_author() ? std::string("- ") : fmt::format("{}. ", entry.number);
            out_ += text(entry.text);
            if (!entry.caveat.empty()) out_ += " " + escaped(entry.caveat);
            out_ += "\n";
        }
        out_ += "\n";
    }

    const doc::Document& d_;
    const style::Layout& layout_;
    const locale::Locale& locale_;
    std::map<std::string, std::string> names_;
    std::set<std::string> shown_;
    std::string out_, indent_;
};

}  // namespace

std::string markdown(const doc::Document& document, const style::Layout& layout, const locale::Locale& locale) {
    return Markdown(document, layout, locale).run();
}

}  // namespace precis::web
