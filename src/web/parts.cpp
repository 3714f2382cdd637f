// Each part of the vocabulary has its place here: the switch over parts has no default.
#include "web/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "doc/exhibits.h"
#include "doc/parts.h"
#include "picture/picture.h"
#include "web/exhibits.h"
#include "web/lookup.h"

namespace precis::web {
namespace {

using vocabulary::Part;

std::size_t count_of(const style::PartRule& rule, std::size_t all) {
    return rule.max > 0 ? std::min(all, static_cast<std::size_t>(rule.max)) : all;
}

class Top {
  public:
    explicit Top(Writing& w) : w_(w) {}

    std::string run() {
        out_.open("div", {{"class", "wrap head"}}).line();
        w_.heading(out_, 1, {}, w_.document.title);
        out_.open("div", {{"class", "g"}}).line();
        meta();
        standfirst();
        out_.close().line();
        figures();
        findings();
        out_.close().line();
        recommendations();
        return out_.take();
    }

  private:
    void meta() {
        const auto& d = w_.document;
        out_.open("div", {{"class", "meta"}});
        const auto line = [&](std::string_view classes, const std::string& text) {
            if (text.empty()) return;
            out_.element("p", classes.empty() ? html::Attributes{} : html::Attributes{{"class", std::string(classes)}},
                         text);
        };
        line("over v", d.document_type);
        if (!d.date.empty())
            out_.open("p").open("b").element("time", {{"datetime", d.date_iso}}, d.date).close().close();
        line("", d.edition);
        std::string names;
        for (const auto& author : d.authors) names += (names.empty() ? "" : ", ") + author.name;
        line("", names);
        line("", d.publisher);
        line("cls", d.classification);
        out_.close().line();
    }

    void standfirst() {
        out_.open("div", {{"class", "stand"}});
        if (!w_.document.subtitle.empty()) {
            out_.open("p", {{"class", "st"}});
            w_.inlines(out_, w_.document.subtitle, true);
            out_.close();
        }
        if (rule_of(w_, Part::summary) != nullptr) w_.blocks(out_, w_.document.summary, 2);
        out_.close().line();
    }

    void figures() {
        const auto* rule = rule_of(w_, Part::key_figures);
        if (rule == nullptr) return;
        const auto count = count_of(*rule, w_.document.key_figures.size());
        const bool facts = rule->arrange == style::Arrange::facts;
        out_.open("ul", {{"class", fmt::format("kf k{}{}", std::min<std::size_t>(count, 4), facts ? " facts" : "")},
                         {"role", "list"},
                         {"aria-label", label_of(w_, Part::key_figures, "key-figures")}});
        for (std::size_t i = 0; i < count; ++i) figure(w_.document.key_figures[i]);
        out_.close().line();
    }

    void figure(const doc::KeyFigure& figure) {
        out_.open("li");
        if (!figure.status_word.empty()) out_.element("span", {{"class", "chip"}}, figure.status_word);
        const auto* number = w_.number_at(figure.span);
        out_.open("p", {{"class", figure.is_words ? "v w" : "v"}});
        const auto whole = figure.sign + figure.number + figure.unit;
        const bool apart = w_.locale.right_to_left() && !runs_leftwards(whole);
        if (apart) out_.open("span", {{"dir", "ltr"}});
        if (number != nullptr) out_.open("span", w_.number_attributes(*number, "n q"));
        if (!figure.sign.empty()) out_.element("i", figure.sign);
        out_.text(figure.number);
        if (!figure.unit.empty()) unit(figure.unit);
        if (number != nullptr) out_.close();
        if (apart) out_.close();
        out_.close();
        // A citation alone stands behind the label: it is no line of its own.
        const bool cites_alone = std::all_of(figure.detail.begin(), figure.detail.end(), [](const auto& one) {
            return std::holds_alternative<doc::Citation>(one);
        });
        out_.open("p", {{"class", "l"}});
        w_.inlines(out_, figure.label, true);
        if (cites_alone) w_.inlines(out_, figure.detail, true);
        out_.close();
        if (!cites_alone) {
            out_.open("p", {{"class", "d"}});
            w_.inlines(out_, figure.detail, true);
            out_.close();
        }
        if (!figure.trend.empty()) out_.raw(sparkline(w_, figure.trend, {120, 24}, figure.unit));
        out_.close().line();
    }

    /// A unit in words is smaller, apart, and never broken: "1.5 million".
    void unit(const std::string& words) {
        constexpr std::size_t kLongestSign = 4;  // "%", " pp", "°C"
        if (words.size() <= kLongestSign) {
            out_.element("small", words);
            return;
        }
        out_.raw(" ").element("small", {{"class", "un"}}, words);
    }

    void findings() {
        const auto* rule = rule_of(w_, Part::findings);
        if (rule == nullptr) return;
        out_.open("section", {{"class", "band g"}, {"id", w_.unique("findings")}});
        items(*rule, w_.document.findings, label(Part::findings, "findings"));
        out_.close().line();
    }

    void recommendations() {
        const auto* rule = rule_of(w_, Part::recommendations);
        if (rule == nullptr) return;
        out_.open("section", {{"class", "sand"}, {"id", w_.unique("recommendations")}});
        out_.open("div", {{"class", "wrap g"}});
        items(*rule, w_.document.recommendations, label(Part::recommendations, "recommendations"));
        out_.close().close().line();
    }

    /// Writes the label; returns the level of the headings below it. A layout may print no label.
    int label(Part part, std::string_view key) {
        const auto words = label_of(w_, part, key);
        if (words.find_first_not_of(' ') == std::string::npos) return 2;
        out_.element("h2", {{"class", "over"}}, words);
        return 3;
    }

    void items(const style::PartRule& rule, const std::vector<doc::Item>& items, int level) {
        out_.open("div", {{"class", "two"}});
        const auto count = count_of(rule, items.size());
        for (std::size_t i = 0; i < count; ++i) {
            const auto parted = part_lead(items[i]);
            out_.open("div");
            if (!parted.lead.empty()) w_.heading(out_, level, {}, parted.lead);
            out_.open("p");
            w_.inlines(out_, parted.text, true);
            out_.close().close();
        }
        out_.close();
    }

    Writing& w_;
    html::Writer out_;
};

class Article {
  public:
    explicit Article(Writing& w) : w_(w) {}

    void run(Pieces& pieces) {
        // The sources come last, because they lead back to the places that cite them; their place is kept.
        std::string before, sources;
        for (const auto part : kOrder) {
            if (part == Part::sources) {
                before = out_.take();
                out_ = {};
                entry_at_ = contents_.size();
                continue;
            }
            if (part == Part::notes && !w_.document.footnotes.empty()) {
                begin(part, "notes", "sec small");
                footnotes(w_, out_);
                end();
            } else if (rule_of(w_, part) != nullptr)
                write(part, *rule_of(w_, part));
        }
        const auto after = out_.take();
        out_ = {};
        if (const auto* rule = rule_of(w_, Part::sources)) {
            auto behind =
                std::vector<Entry>(contents_.begin() + static_cast<std::ptrdiff_t>(entry_at_), contents_.end());
            contents_.resize(entry_at_);
            write(Part::sources, *rule);
            contents_.insert(contents_.end(), behind.begin(), behind.end());
            sources = out_.take();
        }
        pieces.article = before + sources + after;
        pieces.contents = std::move(contents_);
    }

  private:
    static constexpr std::array kOrder = {
        Part::foreword,         Part::sections, Part::changes, Part::appendix, Part::exhibits, Part::watch,
        Part::list_of_exhibits, Part::glossary, Part::sources, Part::notes,    Part::method,   Part::about,
        Part::authors,          Part::related,  Part::index};

    void begin(Part part, std::string_view key, std::string_view classes = "sec") {
        const auto label = label_of(w_, part, key);
        const auto id = w_.unique(std::string(vocabulary::name_of(part)));
        out_.open("section", {{"class", std::string(classes)}, {"id", id}}).line();
        if (label.find_first_not_of(' ') == std::string::npos) return;
        out_.element("h2", label).line();
        contents_.push_back({id, label, 1});
    }
    void end() { out_.close().line(); }

    void prose(Part part, std::string_view key, const std::vector<doc::Block>& blocks, std::string_view classes) {
        begin(part, key, classes);
        w_.blocks(out_, blocks, 2);
        end();
    }

    void sections(const std::vector<doc::Section>& sections) {
        for (const auto& one : sections) {
            const auto title = one.short_title.empty() ? doc::plain_text(one.title) : one.short_title;
            if (!title.empty()) contents_.push_back({id_of(one.id), title, 1});
            section(w_, out_, one, 2);
        }
    }

    void write(Part part, const style::PartRule& rule) {
        const auto& d = w_.document;
        switch (part) {
            case Part::masthead:
            case Part::title:
            case Part::cover:
            case Part::contents:  // beside the article
            case Part::summary:
            case Part::key_figures:
            case Part::findings:
            case Part::recommendations:
            case Part::disclosure:  // at the foot
            case Part::notes:       // written in any layout
                return;
            case Part::foreword:
                return prose(part, "foreword", d.foreword, "sec");
            case Part::sections:
                return sections(d.sections);
            case Part::appendix:
                return sections(d.appendix);
            case Part::changes:
                return sections(d.changes);
            case Part::exhibits:
                return exhibits(rule);
            case Part::watch:
                return watch(rule);
            case Part::list_of_exhibits:
                begin(part, "list-of-exhibits");
                list_exhibits(w_, out_);
                return end();
            case Part::glossary:
                begin(part, "glossary");
                glossary(w_, out_);
                return end();
            case Part::sources:
                begin(part, "sources");
                sources(w_, out_);
                return end();
            case Part::method:
                return prose(part, "method", d.method, "sec small");
            case Part::about:
                return prose(part, "about-the-authors", d.about, "sec small");
            case Part::authors:
                begin(part, "about-the-authors", "sec small");
                people(w_, out_);
                return end();
            case Part::related:
                begin(part, "related", "sec small");
                related();
                return end();
            case Part::index:
                begin(part, "index", "sec small");
                index(w_, out_);
                return end();
        }
    }

    /// The part `exhibits` holds copies of those in sections: here are those that no section has shown.
    void exhibits(const style::PartRule& rule) {
        const auto count = count_of(rule, w_.document.exhibits.size());
        std::vector<const doc::Exhibit*> left;
        for (std::size_t i = 0; i < count; ++i)
            if (!w_.shown_exhibits.contains(w_.document.exhibits[i].id)) left.push_back(&w_.document.exhibits[i]);
        if (left.empty()) return;
        out_.open("section", {{"class", "sec"}, {"id", w_.unique("exhibits")}}).line();
        if (!rule.label.empty()) {
            out_.element("h2", rule.label).line();
            contents_.push_back({"exhibits", rule.label, 1});
        }
        for (const auto* one : left) {
            if (rule.label.empty())
                contents_.push_back(
                    {id_of(one->id), one->number.empty() ? doc::plain_text(one->title) : one->number, 1});
            (void)exhibit(w_, out_, *one);
        }
        end();
    }

    void watch(const style::PartRule& rule) {
        begin(Part::watch, "watch");
        out_.open("dl", {{"class", "watch wide"}});
        const auto count = count_of(rule, w_.document.watch.size());
        for (std::size_t i = 0; i < count; ++i) {
            const auto& item = w_.document.watch[i];
            const auto parted = part_lead(item);
            out_.element("dt", item.by).open("dd");
            if (!parted.lead.empty()) {
                out_.open("b");
                w_.inlines(out_, parted.lead, true);
                out_.close();
            }
            out_.open("p");
            w_.inlines(out_, parted.text, true);
            out_.close().close();
        }
        out_.close().line();
        end();
    }

    void related() {
        out_.open("ul");
        for (const auto& item : w_.document.related) {
            out_.open("li");
            w_.inlines(out_, item.text, true);
            out_.close();
        }
        out_.close().line();
    }

    Writing& w_;
    html::Writer out_;
    std::vector<Entry> contents_;
    std::size_t entry_at_ = 0;
};

}  // namespace

std::string label_of(const Writing& w, Part part, std::string_view key) {
    for (const auto& rule : w.layout.parts)
        if (rule.part == part && !rule.label.empty()) return rule.label;
    return w.word(key);
}

const style::PartRule* rule_of(const Writing& w, Part part) {
    for (const auto& rule : w.layout.parts)
        if (rule.part == part) return doc::has(w.document, part) ? &rule : nullptr;
    return nullptr;
}

Pieces pieces_of(Writing& w) {
    Pieces pieces;
    pieces.top = Top(w).run();
    Article(w).run(pieces);
    pieces.masthead = masthead(w);
    pieces.footer = footer(w);
    return pieces;
}

}  // namespace precis::web
