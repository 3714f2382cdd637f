// What an audience changes outside of the document's words: language, order of the layout's parts, pages.
#include <algorithm>

#include "bind/bind.h"
#include "bind/values/audience.h"

namespace precis::bind {
namespace {

/// Rules of the layout that change places as one.
using Group = std::vector<style::PartRule>;

bool is_beside(const style::Layout& layout, const style::PartRule& a, const style::PartRule& b) {
    if (layout.medium != style::Medium::pages || a.band || b.band || b.break_before) return false;
    const auto* first = layout.master("first");
    const auto* master = first != nullptr && !first->frames.empty() ? first : layout.master("page");
    const auto *left = master != nullptr ? master->frame(a.frame) : nullptr,
               *right = master != nullptr ? master->frame(b.frame) : nullptr;
    return left != nullptr && right != nullptr && left->last_column < right->first_column;
}

std::vector<Group> groups_of(const style::Layout& layout) {
    std::vector<Group> groups;
    for (const auto& rule : layout.parts) {
        if (groups.empty() || !is_beside(layout, groups.back().back(), rule)) groups.emplace_back();
        groups.back().push_back(rule);
    }
    return groups;
}

}  // namespace

std::optional<locale::Locale> locale_of(const Target& target) {
    auto locale = locale::Locale::find(target.language, target.words);
    const auto region = target.region.empty() ? std::nullopt : locale::Locale::find(target.region);
    return locale && region ? locale->with_numbers_of(*region) : locale;
}

std::vector<const spec::Audience*> audiences_of(const spec::Briefing& briefing, const spec::Project& project) {
    std::vector<const spec::Audience*> audiences;
    for (const auto& name : briefing.audience_names)
        if (const auto* audience = find_audience(briefing, project, name.text)) audiences.push_back(audience);
    for (const auto& audience : briefing.audiences) audiences.push_back(&audience);
    return audiences;
}

void order_parts(const spec::Briefing& briefing, const spec::Project& project, const Target& target,
                 style::Layout& layout) {
    const auto* audience = find_audience(briefing, project, target.audience);
    if (audience == nullptr || audience->order.empty()) return;
    auto groups = groups_of(layout);
    std::vector<std::size_t> wanted;
    for (const auto& precedence : audience->order) {
        const auto at = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
            return std::any_of(group.begin(), group.end(),
                               [&](const style::PartRule& rule) { return rule.part == precedence.part; });
        });
        const auto index = static_cast<std::size_t>(at - groups.begin());
        if (at != groups.end() && std::find(wanted.begin(), wanted.end(), index) == wanted.end())
            wanted.push_back(index);
    }
    auto slots = wanted;
    std::sort(slots.begin(), slots.end());
    auto moved = groups;
    for (std::size_t i = 0; i < wanted.size(); ++i) moved[slots[i]] = groups[wanted[i]];
    layout.parts.clear();
    for (auto& group : moved)
        for (auto& rule : group) layout.parts.push_back(std::move(rule));
}

const spec::PageBudget* page_budget(const spec::Briefing& briefing, const spec::Project& project,
                                    const Target& target) {
    const auto* audience = find_audience(briefing, project, target.audience);
    if (audience == nullptr) return nullptr;
    const auto at = std::find_if(audience->pages.begin(), audience->pages.end(), [&](const auto& budget) {
        return budget.output.empty() || budget.output.text == target.output;
    });
    return at == audience->pages.end() ? nullptr : &*at;
}

}  // namespace precis::bind
