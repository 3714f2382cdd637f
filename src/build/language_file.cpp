// Reads locale/words/*.yaml. Every key must be there: a language is whole or refused.
#include "build/language_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <string_view>
#include <vector>

#include "diag/codes.h"
#include "locale/chart_keys.h"
#include "vocabulary/fixed_words.h"
#include "yaml/fields.h"
#include "yaml/node.h"

namespace precis::build {
namespace {

/// A language with the texts that it points to.
struct Owned {
    locale::Language language;
    std::deque<std::string> texts;
    std::vector<std::string_view> words;
    std::vector<locale::CurrencySign> signs;

    std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }
};

std::vector<std::string_view> split(std::string_view names) {
    std::vector<std::string_view> parts;
    while (!names.empty()) {
        const auto end = std::min(names.find(' '), names.size());
        if (end > 0) parts.push_back(names.substr(0, end));
        names.remove_prefix(std::min(names.size(), end + 1));
    }
    return parts;
}

class Reader {
  public:
    Reader(Owned& owned, diag::Diagnostics& out) : owned_(owned), out_(out) {}

    /// A text that must be there and not be empty.
    std::string_view text(yaml::Fields& fields, std::string_view key, std::string_view holds = {},
                          std::string_view may_hold = {}, bool optional = false) {
        if (!optional && fields.required(key) == nullptr) return {};
        const auto given = fields.text(key);
        if (!given) return {};
        if (given->text.empty()) {
            out_.push_back(diag::error(diag::code::bad_value, given->span, fmt::format("`{}` has no text", key),
                                       "write the word in the file's language"));
            return {};
        }
        check_placeholders(*given, key, holds, may_hold);
        return owned_.keep(given->text);
    }

    /// A list of texts of a fixed length.
    std::vector<std::string_view> texts(yaml::Fields& fields, std::string_view key, std::size_t count,
                                        std::string_view example) {
        std::vector<std::string_view> kept;
        const auto* node = fields.required(key);
        if (node == nullptr) return kept;
        for (const auto& given : fields.texts(key)) {
            if (!given.text.empty()) kept.push_back(owned_.keep(given.text));
        }
        if (kept.size() != count) {
            out_.push_back(diag::error(diag::code::bad_value, node->span,
                                       fmt::format("`{}` needs {} texts and has {}", key, count, kept.size()),
                                       fmt::format("write {}", example)));
            kept.clear();
        }
        return kept;
    }

  private:
    void check_placeholders(const diag::Text& given, std::string_view key, std::string_view holds,
                            std::string_view may_hold) {
        for (const auto& wanted : split(holds)) {
            if (given.text.find(wanted) != std::string::npos) continue;
            out_.push_back(diag::error(diag::code::bad_value, given.span, fmt::format("`{}` lacks {}", key, wanted),
                                       fmt::format("write {} where it is printed", wanted)));
        }
        auto known = split(holds);
        for (const auto& name : split(may_hold)) known.push_back(name);
        for (auto at = given.text.find('{'); at != std::string::npos; at = given.text.find('{', at + 1)) {
            const auto end = std::min(given.text.find('}', at), given.text.size() - 1) + 1;
            const auto name = std::string_view(given.text).substr(at, end - at);
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            out_.push_back(
                diag::error(diag::code::bad_value, given.at(at, end), fmt::format("`{}` cannot hold {}", key, name),
                            known.empty() ? "remove it" : fmt::format("write one of {}", fmt::join(known, ", "))));
        }
    }

    Owned& owned_;
    diag::Diagnostics& out_;
};

void read_numbers(const yaml::Node& node, Owned& owned, Reader& reader, diag::Diagnostics& out) {
    yaml::Fields fields(node, "a language's list of numbers", out);
    if (const auto* ordinal = fields.required("ordinal")) {
        yaml::Fields forms(*ordinal, "a language's list of ordinals", out);
        for (std::size_t i = 0; i < locale::kPluralForms; ++i) {
            const bool optional = locale::kPluralNames[i] != "other";
            owned.language.ordinals[i] = reader.text(forms, locale::kPluralNames[i], "{number}", {}, optional);
        }
        forms.finish();
    }
    if (const auto* signs = fields.node("currency-signs")) {
        yaml::Fields own(*signs, "the list of currency signs", out);
        for (const auto& entry : signs->entries) {
            const auto sign = reader.text(own, entry.key.text);
            if (!sign.empty()) owned.signs.push_back({owned.keep(entry.key.text), sign});
        }
    }
    const auto words = reader.texts(fields, "words", owned.language.numbers.size(), "the numbers from zero to twelve");
    std::copy(words.begin(), words.end(), owned.language.numbers.begin());
    for (std::size_t i = 0; i < locale::kForms; ++i) {
        const auto& row = locale::kFormRows[i];
        if (row.section == "numbers")
            owned.language.forms[i] = reader.text(fields, row.key, row.holds, row.may_hold, row.optional);
    }
    fields.finish();
}

/// The place of what a word else stands before.
std::string_view may_hold(std::string_view key) {
    if (key == "page" || key == "slide") return "{page}";
    if (key == "in") return "{period}";
    constexpr std::array<std::string_view, 5> kQualifiers = {"about", "at-least", "at-most", "less-than", "more-than"};
    return std::find(kQualifiers.begin(), kQualifiers.end(), key) == kQualifiers.end() ? "" : "{number}";
}

/// The texts of charts, one behind the other.
struct Charts {
    std::string texts;
    std::vector<std::uint32_t> ends;

    void add(std::string_view text) {
        texts += text;
        ends.push_back(static_cast<std::uint32_t>(texts.size()));
    }
};

/// The texts of a row by CLDR's classes; one text alone is that of `other`.
void read_counted(yaml::Fields& fields, const locale::ChartRow& row, Reader& reader, diag::Diagnostics& out,
                  Charts& charts) {
    const auto counted = row.holds.empty() ? std::string("{count}") : fmt::format("{{count}} {}", row.holds);
    const auto* node = fields.required(row.key);
    std::array<std::string_view, locale::kPluralForms> texts;
    if (node != nullptr && node->kind != yaml::Node::Kind::map) {
        texts.back() = reader.text(fields, row.key, counted);
    } else if (node != nullptr) {
        yaml::Fields forms(*node, fmt::format("the list of plurals of `{}`", row.key), out);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const bool other = locale::kPluralNames[i] == "other";  // a class of one or two numbers may spell them
            texts[i] = reader.text(forms, locale::kPluralNames[i], other ? counted : row.holds,
                                   other ? std::string_view() : std::string_view("{count}"), !other);
        }
        forms.finish();
    }
    for (const auto text : texts) charts.add(text);
}

void read_charts(const yaml::Node& node, Owned& owned, Reader& reader, diag::Diagnostics& out) {
    yaml::Fields fields(node, "a language's list of texts for charts", out);
    Charts charts;
    if (const auto* forms = fields.required("forms")) {
        yaml::Fields names(*forms, "a language's list of chart forms", out);
        for (const auto form : locale::kChartForms) charts.add(reader.text(names, form));
        names.finish();
    }
    for (const auto& row : locale::kChartRows) {
        if (row.counted)
            read_counted(fields, row, reader, out, charts);
        else
            charts.add(reader.text(fields, row.key, row.holds));
    }
    fields.finish();
    if (charts.ends.size() != locale::kChartTexts) return;  // reported
    owned.language.charts = owned.keep(std::move(charts.texts));
    std::copy(charts.ends.begin(), charts.ends.end(), owned.language.chart_ends.begin());
}

void read_words(const yaml::Node& node, Owned& owned, Reader& reader, diag::Diagnostics& out) {
    yaml::Fields fields(node, "a language's list of words", out);
    const auto rows = vocabulary::fixed_words();
    for (const auto key : locale::kWordKeys) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& word) { return word.name == key; });
        const auto holds = row == rows.end() ? std::string_view() : row->holds;
        owned.words.push_back(reader.text(fields, key, holds, may_hold(key)));
    }
    fields.finish();
}

}  // namespace

diag::Result<std::shared_ptr<const locale::Language>> read_language(const std::filesystem::path& file,
                                                                    const std::string& shown_name) {
    diag::Diagnostics out;
    const auto tree = yaml::parse_file(file, shown_name).take(out);
    if (!tree) return out;
    auto owned = std::make_shared<Owned>();
    auto& language = owned->language;
    Reader reader(*owned, out);
    yaml::Fields fields(*tree, "a language's file", out);
    if (fields.required("language") != nullptr) {
        if (const auto tag = fields.text("language")) {
            language.tag = owned->keep(tag->text);
            if (tag->text != file.stem().string())
                out.push_back(
                    diag::error(diag::code::bad_value, tag->span, fmt::format("“{}” is not the file's name", tag->text),
                                fmt::format("write `language: {}`, or rename the file", file.stem().string())));
        }
    }
    language.formats = reader.text(fields, "formats", {}, {}, true);
    language.spaced = fields.boolean("spaced").value_or(true);
    if (const auto* quotes = fields.required("quotes")) {
        yaml::Fields pairs(*quotes, "a language's list of quotation marks", out);
        const auto outer = reader.texts(pairs, "outer", 2, "the opening and the closing mark: [“, ”]");
        const auto inner = reader.texts(pairs, "inner", 2, "the opening and the closing mark: [‘, ’]");
        if (!outer.empty() && !inner.empty()) language.quotes = {outer[0], outer[1], inner[0], inner[1]};
        pairs.finish();
    }
    if (const auto* numbers = fields.required("numbers")) read_numbers(*numbers, *owned, reader, out);
    if (const auto* dates = fields.required("dates")) {
        yaml::Fields forms(*dates, "a language's list of dates", out);
        for (std::size_t i = 0; i < locale::kForms; ++i) {
            const auto& row = locale::kFormRows[i];
            if (row.section == "dates")
                language.forms[i] = reader.text(forms, row.key, row.holds, row.may_hold, row.optional);
        }
        forms.finish();
    }
    if (const auto* words = fields.required("words")) read_words(*words, *owned, reader, out);
    if (const auto* charts = fields.required("charts")) read_charts(*charts, *owned, reader, out);
    fields.finish();
    if (diag::has_errors(out)) return out;
    language.file_hash = locale::hash_of(tree->span.source->text());
    language.words = owned->words;
    language.currency_signs = owned->signs;
    return {std::shared_ptr<const locale::Language>(owned, &owned->language), std::move(out)};
}

}  // namespace precis::build
