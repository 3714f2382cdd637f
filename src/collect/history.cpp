// Counting, and the state as JSON.
#include "collect/history.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/calendar.h"
#include "base/numbers.h"
#include "json/node.h"
#include "json/writer.h"
#include "publish/publish.h"

namespace precis::collect {
namespace {

constexpr std::size_t kSum = 16;   // digits of an author's sum
constexpr std::size_t kMonth = 7;  // letters of 2026-04
constexpr std::int64_t kVersion = 1, kDay = 86400;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool ends_in_bot(const std::string& text) {
    constexpr std::string_view kBot = "bot";
    return text.ends_with(kBot) && (text.size() == kBot.size() || !is_letter(text[text.size() - kBot.size() - 1]));
}

std::string string_of(const json::Node& node, std::string_view key) {
    const auto* found = node.find(key);
    return found != nullptr && found->kind == json::Node::Kind::string ? found->text.text : std::string();
}

bool is_month(const std::string& text) {
    const auto date = base::parse_date(text);
    return text.size() == kMonth && date && date->month != 0;
}

bool read_one(const json::Node& node, History& into) {
    into.head = string_of(node, "head");
    into.basis = string_of(node, "basis");
    into.first_day = string_of(node, "first");
    const auto *months = node.find("months"), *authors = node.find("authors");
    if (into.head.empty() || months == nullptr || authors == nullptr) return false;
    for (const auto& [month, counts] : months->members) {
        if (!is_month(month.text) || counts.items.size() != 2) return false;
        const auto commits = base::parse_integer(counts.items[0].text.text);
        const auto bots = base::parse_integer(counts.items[1].text.text);
        if (!commits || !bots) return false;
        into.months[month.text] = {*commits, *bots};
    }
    for (const auto& [author, of] : authors->members) {
        auto& active = into.authors[author.text];
        for (const auto& month : of.items) {
            if (!is_month(month.text.text)) return false;
            active.insert(month.text.text);
        }
        if (active.empty()) return false;
    }
    return true;
}

}  // namespace

std::string day_of(std::int64_t seconds) {
    const auto day = seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
    const auto date = base::date_of_day(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

bool is_bot(const std::string& name, const std::string& address, const std::vector<std::string>& bots) {
    const auto who = lower(name), where = lower(address);
    if (who.find("[bot]") != std::string::npos || where.find("[bot]") != std::string::npos) return true;
    if (ends_in_bot(who) || ends_in_bot(where.substr(0, where.find('@')))) return true;
    return std::any_of(bots.begin(), bots.end(), [&](const auto& bot) {
        const auto known = lower(bot);
        return known == who || known == where;
    });
}

bool is_prerelease(const std::string& tag) {
    const auto text = lower(tag);
    for (const std::string_view word : {"rc", "alpha", "beta", "dev", "test"}) {
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
            const auto after = at + word.size();
            if ((at == 0 || !is_letter(text[at - 1])) && (after == text.size() || !is_letter(text[after]))) return true;
        }
    }
    return false;
}

void History::add(const Commit& commit, const std::string& project, const std::vector<std::string>& bots) {
    const auto day = day_of(commit.authored);
    const auto month = day.substr(0, kMonth);
    if (first_day.empty() || day < first_day) first_day = day;
    if (is_bot(commit.name, commit.address, bots)) {
        ++months[month].bots;
        return;
    }
    ++months[month].commits;
    authors[publish::sha256(project + "\n" + lower(commit.address)).substr(0, kSum)].insert(month);
}

std::int64_t History::all_commits() const {
    std::int64_t all = 0;
    for (const auto& [month, counts] : months) all += counts.commits + counts.bots;
    return all;
}

std::string to_json(const Histories& histories) {
    json::Writer out;
    out.begin_object().key("precis-collect").integer(kVersion).key("projects").begin_object();
    for (const auto& [project, history] : histories) {
        out.key(project).begin_object().member("head", history.head).member("basis", history.basis);
        out.member("first", history.first_day).key("months").begin_object();
        for (const auto& [month, counts] : history.months)
            out.key(month).begin_array().integer(counts.commits).integer(counts.bots).end_array();
        out.end_object().key("authors").begin_object();
        for (const auto& [author, active] : history.authors) {
            out.key(author).begin_array();
            for (const auto& month : active) out.string(month);
            out.end_array();
        }
        out.end_object().end_object();
    }
    return out.end_object().end_object().take();
}

std::optional<Histories> histories_from(const std::string& json) {
    diag::Diagnostics faults;
    const auto node = json::parse(std::make_shared<diag::SourceText>("state", json)).take(faults);
    const auto* version = node ? node->find("precis-collect") : nullptr;
    const auto* projects = node ? node->find("projects") : nullptr;
    if (!faults.empty() || version == nullptr || base::parse_integer(version->text.text) != kVersion ||
        projects == nullptr)
        return std::nullopt;
    Histories histories;
    for (const auto& [project, of] : projects->members)
        if (!read_one(of, histories[project.text])) return std::nullopt;
    return histories;
}

}  // namespace precis::collect
