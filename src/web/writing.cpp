// A visitor over inlines and one over blocks; both are complete, so a new kind does not compile until it is here.
#include "web/writing.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/address.h"
#include "base/utf8.h"
#include "doc/exhibits.h"
#include "doc/language_link.h"
#include "web/exhibits.h"

namespace precis::web {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// Where the last letter of the text begins, if lines may end behind it without a space: Chinese, Japanese, Korean.
std::optional<std::size_t> last_of_east_asia(const doc::Words& words) {
    const auto& text = words.text;
    if (text.empty() || words.bound || words.strong || words.emphasis || words.code || !words.link.empty() ||
        !words.use.empty())
        return std::nullopt;
    auto at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    const auto c = base::code_point_at(text, at).value;
    const bool east = (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xFF00 && c <= 0xFFEF);
    return east ? std::optional(at) : std::nullopt;
}

/// Short words with a hyphen near one of their ends, "KI-Code", are not divided at it.
void heading_text(html::Writer& out, std::string_view text) {
    constexpr std::size_t kLongest = 18, kEnd = 3;  // bytes
    while (!text.empty()) {
        const auto space = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, space);
        const auto hyphen = word.find('-');
        const bool whole = hyphen != std::string_view::npos && hyphen > 0 && word.size() <= kLongest &&
                           (hyphen <= kEnd || word.size() - hyphen - 1 <= kEnd);
        if (whole) out.open("span", {{"class", "nw"}});
        out.text(word);
        if (whole) out.close();
        if (space < text.size()) out.text(" ");
        text.remove_prefix(std::min(space + 1, text.size()));
    }
}

void name_sections(const std::vector<doc::Section>& sections, std::map<std::string, std::string>& names) {
    for (const auto& section : sections) {
        names.emplace(section.id, doc::plain_text(section.title));
        name_sections(section.sections, names);
    }
}

}  // namespace

doc::Inlines plain_words(std::string text) {
    doc::Words words;
    words.text = std::move(text);
    return {doc::Inline(std::move(words))};
}

Writing::Writing(const Inputs& inputs)
    : in(inputs),
      document(inputs.document),
      layout(inputs.layout),
      locale(inputs.locale),
      palette(inputs.layout),
      typefaces(inputs.setter.fonts(), inputs.document.language) {
    for (const auto* exhibit : doc::every_exhibit(document)) names_.emplace(exhibit->id, exhibit->number);
    name_sections(document.sections, names_);
    name_sections(document.appendix, names_);
    name_sections(document.changes, names_);
}

bool Writing::direct(html::Attributes& attributes, std::string_view text) const {
    if (!locale.right_to_left() || text.empty() || runs_leftwards(text)) return false;
    attributes.emplace_back("dir", "ltr");
    return true;
}

bool Writing::shows(vocabulary::SectionPiece piece) const {
    return layout.section.empty() ||
           std::find(layout.section.begin(), layout.section.end(), piece) != layout.section.end();
}

bool Writing::shows(vocabulary::ExhibitPiece piece) const {
    return layout.exhibit.empty() ||
           std::find(layout.exhibit.begin(), layout.exhibit.end(), piece) != layout.exhibit.end();
}

std::string Writing::unique(std::string id) {
    if (id.empty()) id = "x";
    auto wanted = id;
    for (int i = 2; !ids_.insert(wanted).second; ++i) wanted = fmt::format("{}-{}", id, i);
    return wanted;
}

const Number* Writing::number_at(const diag::Span& where) const {
    if (!where) return nullptr;
    for (const auto& place : in.numbers.places)
        if (place.where == where) return &in.numbers.all[place.number];
    return nullptr;
}

html::Attributes Writing::number_attributes(const Number& number, std::string classes) {
    const auto index = static_cast<std::size_t>(&number - in.numbers.all.data());
    html::Attributes attributes{{"class", std::move(classes)}, {"data-n", fmt::format("{}", index)}};
    if (numbers_seen_.insert(number.id).second) attributes.emplace_back("id", unique("n-" + id_of(number.id)));
    return attributes;
}

const std::vector<std::string>& Writing::places_of(int source) const {
    static const std::vector<std::string> kNone;
    const auto at = cited_.find(source);
    return at == cited_.end() ? kNone : at->second;
}

void Writing::words(html::Writer& out, const doc::Words& words, bool plain) {
    std::size_t open = 0;
    const auto begin = [&](std::string_view element, const html::Attributes& attributes = {}) {
        out.open(element, attributes);
        ++open;
    };
    std::string_view uses = words.use;
    while (!uses.empty()) {
        const auto end = std::min(uses.find(' '), uses.size());
        begin("span", {{"id", unique(id_of(uses.substr(0, end)))}});
        uses.remove_prefix(std::min(end + 1, uses.size()));
    }
    if (const auto language = doc::language_of(words.link); !language.empty()) {
        begin("span", {{"lang", std::string(language)}});
    } else if (!words.link.empty()) {
        const auto address = words.link[0] == '#' ? "#" + id_of(words.link.substr(1))
                                                  : base::safe_address(words.link).value_or(std::string());
        if (!address.empty()) begin("a", {{"href", address}});
    }
    // A number keeps its own order of sign, figures and unit.
    if (words.bound && locale.right_to_left()) begin("span", {{"dir", runs_leftwards(words.text) ? "rtl" : "ltr"}});
    if (words.bound) {
        if (const auto* number = number_at(words.span)) begin("span", number_attributes(*number, plain ? "n q" : "n"));
    }
    if (words.strong) begin("strong");
    if (words.emphasis) begin("em");
    if (words.code) begin("code");
    if (words.emphasis) italics += words.text;
    if (words.code) typed += words.text;
    in_heading_ ? heading_text(out, words.text) : void(out.text(words.text));
    for (; open > 0; --open) out.close();
}

void Writing::cite(html::Writer& out, const std::vector<int>& sources) {
    if (layout.citations == style::Citations::none) return;
    out.open("sup", {{"class", "c"}});
    bool first = true;
    for (const int source : sources) {
        if (!first) out.raw(",");
        first = false;
        auto& places = cited_[source];
        places.push_back(unique(fmt::format("c{}-{}", source, places.size() + 1)));
        out.element("a",
                    {{"href", fmt::format("#s{}", source)},
                     {"id", places.back()},
                     {"aria-label", fmt::format("{} {}", word("source"), source)}},
                    fmt::format("{}", source));
    }
    out.close();
}

void Writing::citation(html::Writer& out, const doc::Citation& citation) {
    if (citation.marks.empty()) return cite(out, citation.numbers);
    for (std::size_t i = 0; i < citation.numbers.size() && i < citation.marks.size(); ++i) {
        auto& places = cited_[citation.numbers[i]];
        places.push_back(unique(fmt::format("c{}-{}", citation.numbers[i], places.size() + 1)));
        out.element("a", {{"href", fmt::format("#s{}", citation.numbers[i])}, {"id", places.back()}},
                    citation.marks[i]);
    }
}

/// A page's number has no meaning here: the name of the place stands instead.
void Writing::reference(html::Writer& out, const doc::Reference& reference) {
    auto text = reference.text;
    if (text.find("{page}") != std::string::npos) {
        const auto name = names_.find(reference.target);
        text = name == names_.end() ? reference.target : name->second;
    }
    out.element("a", {{"href", "#" + id_of(reference.target)}}, text);
}

void Writing::inlines(html::Writer& out, const doc::Inlines& inlines, bool plain) {
    const auto is_raised = [](const doc::Inline& part) {
        return std::holds_alternative<doc::Citation>(part) || std::holds_alternative<doc::FootnoteMark>(part);
    };
    bool held = false;  // a letter and its citation, which no line parts
    for (std::size_t i = 0; i < inlines.size(); ++i) {
        const auto& part = inlines[i];
        const auto* before =
            i + 1 < inlines.size() && is_raised(inlines[i + 1]) ? std::get_if<doc::Words>(&part) : nullptr;
        if (const auto at = before == nullptr ? std::nullopt : last_of_east_asia(*before)) {
            out.text(before->text.substr(0, *at)).open("span", {{"class", "nw"}}).text(before->text.substr(*at));
            held = true;
            continue;
        }
        std::visit(Overloaded{[&](const doc::Words& one) { words(out, one, plain); },
                              [&](const doc::Citation& one) { citation(out, one); },
                              [&](const doc::Reference& one) { reference(out, one); },
                              [&](const doc::FootnoteMark& one) {
                                  const auto number = one.index + 1;
                                  out.open("sup", {{"class", "c"}});
                                  out.element("a",
                                              {{"href", fmt::format("#fn{}", number)},
                                               {"id", unique(fmt::format("fr{}", number))},
                                               {"aria-label", fmt::format("{} {}", word("note"), number)}},
                                              fmt::format("{}", number));
                                  out.close();
                              },
                              [&](const doc::LineBreak&) { out.lone("br"); }},
                   static_cast<const std::variant<doc::Words, doc::Citation, doc::Reference, doc::FootnoteMark,
                                                  doc::LineBreak>&>(part));
        if (held) out.close();
        held = false;
    }
}

void Writing::heading(html::Writer& out, int level, const html::Attributes& attributes, const doc::Inlines& words) {
    out.open(fmt::format("h{}", std::clamp(level, 1, 6)), attributes);
    in_heading_ = true;
    inlines(out, words, true);
    in_heading_ = false;
    out.close().line();
}

void Writing::paragraph(html::Writer& out, const doc::Inlines& inlines) {
    html::Attributes attributes;
    (void)direct(attributes, locale.right_to_left() ? doc::plain_text(inlines) : std::string());
    out.open("p", attributes);
    this->inlines(out, inlines);
    out.close().line();
}

void Writing::block(html::Writer& out, const doc::Block& block, int level) {
    const auto list = [&](const doc::List& one) {
        const bool terms = !one.terms.empty();
        html::Attributes attributes;
        if (one.ordered && one.start != 1) attributes.emplace_back("start", fmt::format("{}", one.start));
        out.open(terms ? "dl" : one.ordered ? "ol" : "ul", attributes);
        for (std::size_t i = 0; i < one.items.size(); ++i) {
            if (i < one.terms.size()) {
                out.open("dt");
                inlines(out, one.terms[i]);
                out.close();
            }
            out.open(terms ? "dd" : "li");
            blocks(out, one.items[i], level + 1);
            out.close();
        }
        out.close().line();
    };
    std::visit(Overloaded{[&](const doc::Paragraph& one) { paragraph(out, one.inlines); },
                          [&](const doc::Heading& one) {
                              html::Attributes attributes;
                              if (!one.anchor.empty()) attributes.emplace_back("id", unique(id_of(one.anchor)));
                              heading(out, level + one.level, attributes, one.inlines);
                          },
                          [&](const doc::List& one) { list(one); },
                          [&](const doc::Quote& one) {
                              out.open("blockquote");
                              for (const auto& inner : one.blocks)
                                  if (const auto* text = std::get_if<doc::Paragraph>(&inner.content))
                                      italics += doc::plain_text(text->inlines);
                              blocks(out, one.blocks, level);
                              out.close().line();
                          },
                          [&](const doc::Code& one) {
                              typed += one.text;
                              out.open("pre", {{"tabindex", "0"}}).element("code", one.text).close().line();
                          },
                          [&](const doc::Rule&) { out.lone("hr").line(); },
                          [&](const doc::ExhibitPlace&) {}},  // its section writes it
               static_cast<const std::variant<doc::Paragraph, doc::Heading, doc::List, doc::Quote, doc::Code, doc::Rule,
                                              doc::ExhibitPlace>&>(block.content));
}

void Writing::blocks(html::Writer& out, const std::vector<doc::Block>& blocks, int level) {
    for (const auto& one : blocks) block(out, one, level);
}

Parted part_lead(const doc::Item& item) {
    Parted parted{{}, item.text};
    if (!item.to.empty()) {
        parted.lead = plain_words(item.to);
        return parted;
    }
    std::size_t i = 0;
    for (; i < item.text.size(); ++i) {
        const auto* words = std::get_if<doc::Words>(&item.text[i]);
        if (words == nullptr || !words->strong) break;
        auto plain = *words;
        plain.strong = false;
        parted.lead.emplace_back(std::move(plain));
    }
    if (i == 0 || i == item.text.size()) return {{}, item.text};
    const auto strong = parted.lead.size();
    const auto is_raised = [](const doc::Inline& part) {
        return std::holds_alternative<doc::Citation>(part) || std::holds_alternative<doc::FootnoteMark>(part);
    };
    while (i < item.text.size() && is_raised(item.text[i])) parted.lead.push_back(item.text[i++]);
    parted.text.assign(item.text.begin() + static_cast<std::ptrdiff_t>(i), item.text.end());
    if (auto* first = parted.text.empty() ? nullptr : std::get_if<doc::Words>(&parted.text.front()))
        first->text.erase(0, std::min(first->text.find_first_not_of(' '), first->text.size()));
    if (auto* last = std::get_if<doc::Words>(&parted.lead[strong - 1]))
        if (!last->text.empty() && last->text.back() == '.') last->text.pop_back();
    return parted;
}

}  // namespace precis::web
