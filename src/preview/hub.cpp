// One lock for all: nothing is done under it that takes time.
#include "preview/hub.h"

#include <fmt/format.h>
#include <unistd.h>

namespace precis::preview {
namespace {

constexpr auto kAnswerWithin = std::chrono::seconds(30);
constexpr auto kSilence = std::chrono::seconds(5);
constexpr std::uint64_t kLeastSeen = 200;  // pixels: more than a thumbnail
constexpr std::size_t kMostSeen = 4;
constexpr std::size_t kMostPictures = std::size_t{64} << 20U;  // bytes

}  // namespace

void Hub::wake() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);
}

std::optional<std::string> Hub::ask(Kind kind, std::string body) {
    auto promise = std::make_shared<std::promise<std::optional<std::string>>>();
    auto answer = promise->get_future();
    {
        const std::lock_guard held(lock_);
        if (ended_) return std::nullopt;
        questions_.push_back({kind, std::move(body), promise});
    }
    wake();
    if (answer.wait_for(kAnswerWithin) != std::future_status::ready) return std::nullopt;
    return answer.get();
}

std::optional<std::string> Hub::picture(const std::string& key, const std::string& hash, std::uint64_t width) {
    const auto name = fmt::format("{}/{}", hash, width);
    {
        const std::lock_guard held(lock_);
        if (width >= kLeastSeen) {
            auto& seen = seen_[key];
            std::erase(seen, std::pair(hash, width));
            seen.emplace_front(hash, width);
            if (seen.size() > kMostSeen) seen.pop_back();
        }
        if (const auto known = pictures_.find(name); known != pictures_.end()) return known->second;
    }
    auto bytes = ask(Kind::paint, Pack().text(key).text(hash).number(width).take());
    if (bytes) keep_picture(hash, width, *bytes);
    return bytes;
}

std::vector<std::pair<std::string, std::uint64_t>> Hub::seen(const std::string& key) {
    const std::lock_guard held(lock_);
    const auto& seen = seen_[key];
    return {seen.begin(), seen.end()};
}

void Hub::keep_picture(const std::string& hash, std::uint64_t width, std::string bytes) {
    auto name = fmt::format("{}/{}", hash, width);
    const auto size = bytes.size();
    const std::lock_guard held(lock_);
    if (pictures_.emplace(name, std::move(bytes)).second) {
        order_.push_back(std::move(name));
        bytes_ += size;
        while (bytes_ > kMostPictures && order_.size() > 1) {
            const auto oldest = pictures_.find(order_.front());
            bytes_ -= oldest->second.size();
            pictures_.erase(oldest);
            order_.pop_front();
        }
    }
}

std::shared_ptr<Listener> Hub::listen(std::string key) {
    auto listener = std::make_shared<Listener>();
    listener->key = std::move(key);
    {
        const std::lock_guard held(lock_);
        listeners_.insert(listener);
    }
    wake();
    return listener;
}

void Hub::leave(const std::shared_ptr<Listener>& listener) {
    const std::lock_guard held(lock_);
    listeners_.erase(listener);
}

const std::string& Hub::key_of(const Listener& listener) const {
    return listener.key.empty() ? default_ : listener.key;
}

std::optional<std::string> Hub::news(Listener& listener) {
    std::unique_lock held(lock_);
    std::string out;
    const auto gather = [&] {
        if (ended_) return true;
        const auto own = "state/" + key_of(listener);
        for (const auto& [topic, news] : topics_) {
            if (topic.starts_with("state/") && topic != own) continue;
            auto& had = listener.had[topic];
            if (had == news.number) continue;
            had = news.number;
            out += fmt::format("event: {}\ndata: {}\n\n", topic.substr(0, topic.find('/')), news.json);
        }
        return !out.empty();
    };
    changed_.wait_for(held, kSilence, gather);
    if (ended_) return std::nullopt;
    return out;
}

void Hub::tell(const std::string& topic, std::string json) {
    {
        const std::lock_guard held(lock_);
        auto& news = topics_[topic];
        if (news.json == json && news.number > 0) return;
        news = {++last_, std::move(json)};
    }
    changed_.notify_all();
}

void Hub::set_default(const std::string& key) {
    const std::lock_guard held(lock_);
    default_ = key;
}

std::vector<Question> Hub::questions() {
    const std::lock_guard held(lock_);
    return std::exchange(questions_, {});
}

std::set<std::string> Hub::keys() {
    const std::lock_guard held(lock_);
    std::set<std::string> keys;
    for (const auto& listener : listeners_) keys.insert(key_of(*listener));
    return keys;
}

void Hub::end() {
    {
        const std::lock_guard held(lock_);
        ended_ = true;
        for (auto& question : questions_) question.answer->set_value(std::nullopt);
        questions_.clear();
    }
    changed_.notify_all();
}

}  // namespace precis::preview
