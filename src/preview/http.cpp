// The token is 128 bits from the system, in each path: another user of this machine cannot guess it. The host is checked
// so that a foreign page whose name leads to 127.0.0.1 is not taken for our own.
#include "preview/http.h"

#include <httplib.h>
#include <fmt/format.h>
#include <sys/random.h>

#include <array>
#include <thread>

#include "base/numbers.h"
#include "preview/page.h"

namespace precis::preview {
namespace {

std::string random_hex(std::size_t bytes) {
    std::string out;
    while (bytes > 0) {
        std::array<unsigned char, 16> random{};
        const auto count = std::min(bytes, random.size());
        if (::getrandom(random.data(), count, 0) != static_cast<ssize_t>(count)) continue;
        for (std::size_t i = 0; i < count; ++i) out += fmt::format("{:02x}", random[i]);
        bytes -= count;
    }
    return out;
}

constexpr std::uint64_t kLeastWidth = 40, kMostWidth = 4000;  // pixels
constexpr std::size_t kThreads = 48;                          // a browser holds up to seven connections

}  // namespace

struct Http::Impl {
    Hub& hub;
    httplib::Server server;
    std::thread thread;
    std::string token = random_hex(16);
    int port = 0;

    explicit Impl(Hub& shared) : hub(shared) {}

    bool is_own_host(const std::string& host) const {
        return host == fmt::format("127.0.0.1:{}", port) || host == fmt::format("localhost:{}", port);
    }

    static void refuse(httplib::Response& answer, int status) {
        answer.status = status;
        answer.set_content(status == 403 ? "403: not this host\n" : "404: nothing here\n", "text/plain; charset=utf-8");
    }

    static void guard(httplib::Response& answer) {
        answer.set_header("X-Content-Type-Options", "nosniff");
        answer.set_header("Referrer-Policy", "no-referrer");
        answer.set_header("Cross-Origin-Resource-Policy", "same-origin");
        answer.set_header("Cross-Origin-Opener-Policy", "same-origin");
    }

    void events(const httplib::Request& request, httplib::Response& answer) {
        auto listener = hub.listen(request.get_param_value("key"));
        answer.set_header("Cache-Control", "no-store");
        answer.set_chunked_content_provider(
            "text/event-stream",
            [this, listener](std::size_t, httplib::DataSink& sink) {
                const auto news = hub.news(*listener);
                if (!news) {
                    sink.done();
                    return false;
                }
                const std::string bytes = news->empty() ? ": still here\n\n" : *news;
                return sink.write(bytes.data(), bytes.size());
            },
            [this, listener](bool) { hub.leave(listener); });
    }

    void picture(const httplib::Request& request, httplib::Response& answer) {
        const auto width = base::parse_integer(request.get_param_value("w"));
        if (!width || *width < static_cast<long long>(kLeastWidth) || *width > static_cast<long long>(kMostWidth))
            return refuse(answer, 404);
        auto bytes = hub.picture(request.get_param_value("key"), request.get_param_value("h"),
                                 static_cast<std::uint64_t>(*width));
        if (!bytes) return refuse(answer, 404);
        answer.set_header("Cache-Control", "private, max-age=3600, immutable");  // its hash is in the address
        answer.set_content(std::move(*bytes), "image/png");
    }

    void json(std::optional<std::string> bytes, httplib::Response& answer) {
        if (!bytes) return refuse(answer, 404);
        answer.set_header("Cache-Control", "no-store");
        answer.set_content(std::move(*bytes), "application/json");
    }

    void explain(const httplib::Request& request, httplib::Response& answer) {
        Pack pack;
        pack.text(request.get_param_value("key"));
        const auto names = request.get_param_value_count("name");
        pack.number(names);
        for (std::size_t i = 0; i < names; ++i) pack.text(request.get_param_value("name", i));
        json(hub.ask(Kind::explain, pack.take()), answer);
    }

    void web(const httplib::Request& request, httplib::Response& answer) {
        auto bytes = hub.ask(Kind::web, Pack().text(request.get_param_value("key")).take());
        if (!bytes) return refuse(answer, 404);
        // The edition has a policy of its own; this one takes its origin away.
        answer.set_header("Content-Security-Policy",
                          "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; "
                          "style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'");
        answer.set_header("Cache-Control", "no-store");
        answer.set_content(std::move(*bytes), "text/html; charset=utf-8");
    }

    void page(httplib::Response& answer) {
        const auto nonce = random_hex(16);
        answer.set_header("Content-Security-Policy",
                          fmt::format("default-src 'none'; script-src 'nonce-{0}'; style-src 'nonce-{0}'; img-src "
                                      "'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
                                      "form-action 'none'; frame-ancestors 'none'",
                                      nonce));
        answer.set_header("Cache-Control", "no-store");
        answer.set_content(page_html(nonce), "text/html; charset=utf-8");
    }

    void define() {
        server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& answer) {
            guard(answer);
            const auto root = "/" + token + "/";
            if (request.get_header_value_count("Host") != 1 || !is_own_host(request.get_header_value("Host"))) {
                refuse(answer, 403);
            } else if (request.method != "GET" || request.path.compare(0, root.size(), root) != 0) {
                refuse(answer, 404);
            } else {
                const auto name = request.path.substr(root.size());
                if (name.empty()) page(answer);
                else if (name == "events") events(request, answer);
                else if (name == "page") picture(request, answer);
                else if (name == "places")
                    json(hub.ask(Kind::places, Pack()
                                                   .text(request.get_param_value("key"))
                                                   .number(static_cast<std::uint64_t>(
                                                       base::parse_integer(request.get_param_value("i")).value_or(0)))
                                                   .take()),
                         answer);
                else if (name == "explain") explain(request, answer);
                else if (name == "web") web(request, answer);
                else refuse(answer, 404);
            }
            return httplib::Server::HandlerResponse::Handled;
        });
    }
};

Http::Http(Hub& hub) : impl_(std::make_unique<Impl>(hub)) {}
Http::~Http() {
    end();
}

bool Http::begin(int port) {
    auto& server = impl_->server;
    impl_->define();
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(1000);
    constexpr time_t kKeptOpen = 20;  // seconds
    server.set_keep_alive_timeout(kKeptOpen);
    constexpr std::size_t kLongestBody = 1024;
    server.set_payload_max_length(kLongestBody);
    impl_->port = port;
    if (port == 0) impl_->port = server.bind_to_any_port("127.0.0.1");
    else if (!server.bind_to_port("127.0.0.1", port)) return false;
    if (impl_->port <= 0) return false;
    impl_->thread = std::thread([&server] { server.listen_after_bind(); });
    return true;
}

void Http::end() {
    if (!impl_->thread.joinable()) return;
    impl_->server.stop();
    impl_->thread.join();
}

std::string Http::address() const {
    return fmt::format("http://127.0.0.1:{}/{}/", impl_->port, impl_->token);
}

}  // namespace precis::preview
