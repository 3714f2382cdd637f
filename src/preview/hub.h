// preview/hub.h: what the server's threads share: the states that browsers see, and the questions that they ask of a
// builder. Inside the room.
// In: states as JSON, from the main thread. Out: each listener's news, the newest only; answers to questions. All calls
// may come from any thread. Errors: a question without an answer in time gives nothing.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "preview/channel.h"

namespace precis::preview {

/// A browser's connection. Its numbers are those of the news that it has had.
struct Listener {
    std::string key;  // empty: the first target
    std::map<std::string, std::uint64_t> had;
};

struct Question {
    Kind kind = Kind::paint;
    std::string body;
    std::shared_ptr<std::promise<std::optional<std::string>>> answer;
};

class Hub {
  public:
    /// `wake`: an eventfd of the main thread.
    explicit Hub(int wake) : wake_(wake) {}

    // ---- threads of the server
    std::optional<std::string> ask(Kind kind, std::string body);
    /// A picture, painted once for all browsers.
    std::optional<std::string> picture(const std::string& key, const std::string& hash, std::uint64_t width);
    std::shared_ptr<Listener> listen(std::string key);
    void leave(const std::shared_ptr<Listener>& listener);
    /// Events as they are sent, as soon as there are any; empty after some seconds without news; nothing: the end.
    std::optional<std::string> news(Listener& listener);

    // ---- the main thread
    /// `topic`: an event's name; for `state`, followed by a slash and the target's key.
    void tell(const std::string& topic, std::string json);
    void set_default(const std::string& key);
    std::vector<Question> questions();
    /// The targets that are looked at.
    std::set<std::string> keys();
    /// The pages that browsers have asked for last, with their widths, and not as thumbnails.
    std::vector<std::pair<std::string, std::uint64_t>> seen(const std::string& key);
    void keep_picture(const std::string& hash, std::uint64_t width, std::string bytes);
    void end();

  private:
    void wake() const;
    const std::string& key_of(const Listener& listener) const;

    struct News {
        std::uint64_t number = 0;
        std::string json;
    };
    int wake_;
    bool ended_ = false;
    std::mutex lock_;
    std::condition_variable changed_;
    std::uint64_t last_ = 0;
    std::string default_;
    std::map<std::string, News> topics_;
    std::vector<Question> questions_;
    std::set<std::shared_ptr<Listener>> listeners_;
    std::map<std::string, std::deque<std::pair<std::string, std::uint64_t>>> seen_;
    std::map<std::string, std::string> pictures_;
    std::deque<std::string> order_;  // of pictures, the oldest first
    std::size_t bytes_ = 0;
};

}  // namespace precis::preview
