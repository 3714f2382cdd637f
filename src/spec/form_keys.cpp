// Keys that only some forms of charts take, and channels that are one column. A key that the form would ignore is an
// error at that key.
#include <fmt/format.h>

#include <algorithm>

#include "base/phrases.h"
#include "diag/codes.h"
#include "spec/read.h"

namespace precis::spec {
namespace {

using vocabulary::Form;
using Names = std::vector<std::string>;

/// The forms that take the key; nullopt: it is no matter of forms.
std::optional<Names> forms_with_key(std::string_view key) {
    if (const auto channel = vocabulary::named<vocabulary::Channel>(key))
        return vocabulary::forms_with([&](const auto& row) { return row.has(*channel); });
    if (key == "stack") return vocabulary::forms_with([](const auto& row) { return row.stacks; });
    if (key == "dots") return Names{std::string(vocabulary::name_of(Form::column))};
    if (key == "bins") return Names{std::string(vocabulary::name_of(Form::histogram))};
    if (key == "outline" || key == "key" || key == "focus" || key == "insets")
        return vocabulary::forms_with([](const auto& row) { return row.geographic; });
    if (key == "sort") return vocabulary::forms_with([](const auto& row) { return row.sorts; });
    if (key == "gaps") return vocabulary::forms_with([](const auto& row) { return row.gaps; });
    if (key == "rounding")
        return vocabulary::forms_with([](const auto& row) { return row.whole || row.stacks || row.shares; });
    if (key == "lying") return vocabulary::forms_with([](const auto& row) { return row.turns; });
    if (key == "legend") return vocabulary::forms_with([](const auto& row) { return !row.flows; });
    if (key == "totals")
        return vocabulary::forms_with([](const auto& row) { return row.totals != vocabulary::Totals::none; });
    return std::nullopt;
}

/// "bar, column and area"; of most forms, those without: "every form but timeline".
std::string listed(const Names& forms) {
    const auto all = vocabulary::closed_set<Form>.names();
    if (2 * forms.size() <= all.size()) return base::enumerated(forms);
    Names others;
    for (const auto& name : all)
        if (std::find(forms.begin(), forms.end(), name) == forms.end()) others.push_back(name);
    return "every form but " + base::enumerated(others);
}

std::string taken_by(Form form) {
    Names channels;
    for (const auto channel : vocabulary::channels_of(form)) channels.emplace_back(vocabulary::name_of(channel));
    return fmt::format("a {} takes {}; ", vocabulary::name_of(form), base::enumerated(channels));
}

/// Only the numbers may be several columns, a series each, and only in forms with series.
void check_columns(const yaml::Entry& entry, vocabulary::Channel channel, vocabulary::FormRow row,
                   diag::Diagnostics& diagnostics) {
    const auto& items = entry.value.items;
    if (entry.value.kind != Node::Kind::sequence || items.size() < 2 || (channel == row.value && row.series)) return;
    const char* remedy = row.dated && channel == vocabulary::Channel::x
                             ? "join them in the query, `begin || '/' || end AS period`, and map that"
                             : "keep one of them, or put them into one column in the query (`UNION ALL`)";
    diagnostics.push_back(diag::error(
        diag::code::bad_value, items[1].span,
        fmt::format("`{}` of a {} chart is one column, but has {}", entry.key.text, row.name, items.size()), remedy));
}

}  // namespace

void check_form_keys(const Node& exhibit, Form form, diag::Diagnostics& diagnostics) {
    const auto name = vocabulary::name_of(form);
    auto row = row_of(form);
    const auto stands = [](const yaml::Entry& entry) {
        return entry.key.text == "lying" && entry.value.scalar.text == "false";
    };
    if (row.lying && row.turns && std::any_of(exhibit.entries.begin(), exhibit.entries.end(), stands))
        std::swap(row.category, row.value);
    for (const auto& entry : exhibit.entries) {
        const auto forms = forms_with_key(entry.key.text);
        if (!forms) continue;
        const auto channel = vocabulary::named<vocabulary::Channel>(entry.key.text);
        if (std::find(forms->begin(), forms->end(), name) != forms->end()) {
            if (channel) check_columns(entry, *channel, row, diagnostics);
            continue;
        }
        diagnostics.push_back(
            diag::error(diag::code::key_conflict, entry.key.span,
                        fmt::format("a {} chart does not take `{}`", name, entry.key.text),
                        fmt::format("remove it: {}`{}` goes with {}", channel ? taken_by(form) : std::string(),
                                    entry.key.text, listed(*forms))));
    }
}

}  // namespace precis::spec
