// libmicrohttpd is loaded at first use: it brings a library of ciphers along, which no other command needs.
// The token is 128 bits from the system, in each path: another user of this machine cannot guess it. The host is
// checked so that a foreign page whose name leads to 127.0.0.1 is not taken for our own.
#include "preview/http.h"

#include <fmt/format.h>
#include <microhttpd.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "base/numbers.h"
#include "base/shared_library.h"
#include "preview/framed.h"
#include "preview/loopback.h"
#include "preview/page.h"

namespace precis::preview {
namespace {

struct Library {
    base::SharedLibrary loaded{"libmicrohttpd.so.12"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_MHD(name) \
    decltype(&::MHD_##name) name = loaded.find(static_cast<decltype(&::MHD_##name)>(nullptr), "MHD_" #name)
    PRECIS_MHD(start_daemon);
    PRECIS_MHD(stop_daemon);
    PRECIS_MHD(get_connection_values);
    PRECIS_MHD(create_response_from_buffer);
    PRECIS_MHD(create_response_from_callback);
    PRECIS_MHD(add_response_header);
    PRECIS_MHD(queue_response);
    PRECIS_MHD(destroy_response);
#undef PRECIS_MHD
};

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

constexpr long long kLeastWidth = 40, kMostWidth = 4000;  // pixels
constexpr unsigned kMostConnections = 96;                 // a browser holds up to seven
constexpr unsigned kSilence = 60;                         // seconds until a silent connection is closed

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// The value under the name; empty if there is none.
std::string value_of(const Pairs& pairs, std::string_view name) {
    for (const auto& [key, value] : pairs)
        if (key == name) return value;
    return {};
}

struct Answer {
    unsigned status = 404;
    std::string type = "text/plain; charset=utf-8", body = "404: nothing here\n";
    Pairs headers;
    std::shared_ptr<Listener> listener;  // of events, whose body never ends
};

Answer json(std::optional<std::string> bytes) {
    if (!bytes) return {};
    return {200, "application/json", std::move(*bytes), {{"Cache-Control", "no-store"}}, {}};
}

/// A connection that listens; what was not yet written.
struct Events {
    Hub* hub;
    std::shared_ptr<Listener> listener;
    std::string rest;
};

ssize_t write_events(void* data, std::uint64_t, char* to, std::size_t most) {
    auto& events = *static_cast<Events*>(data);
    if (events.rest.empty()) {
        auto news = events.hub->news(*events.listener);
        if (!news) return MHD_CONTENT_READER_END_OF_STREAM;
        events.rest = news->empty() ? ": still here\n\n" : std::move(*news);
    }
    const auto count = std::min(most, events.rest.size());
    std::memcpy(to, events.rest.data(), count);
    events.rest.erase(0, count);
    return static_cast<ssize_t>(count);
}

void end_events(void* data) {
    const std::unique_ptr<Events> events(static_cast<Events*>(data));
    events->hub->leave(events->listener);
}

MHD_Result add_pair(void* to, MHD_ValueKind, const char* name, const char* value) {
    static_cast<Pairs*>(to)->emplace_back(name, value == nullptr ? "" : value);
    return MHD_YES;
}

}  // namespace

struct Http::Impl {
    Hub& hub;
    Library library;
    MHD_Daemon* daemon = nullptr;
    std::string token = random_hex(16);
    int port = 0;

    explicit Impl(Hub& shared) : hub(shared) {}

    Answer page() const {
        const auto nonce = random_hex(16);
        auto policy = fmt::format(
            "default-src 'none'; script-src 'nonce-{0}'; style-src 'nonce-{0}'; img-src 'self' data:; connect-src "
            "'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            nonce);
        return {200,
                "text/html; charset=utf-8",
                page_html(nonce),
                {{"Content-Security-Policy", std::move(policy)}, {"Cache-Control", "no-store"}},
                {}};
    }

    Answer picture(const Pairs& asked) {
        const auto width = base::parse_integer(value_of(asked, "w"));
        if (!width || *width < kLeastWidth || *width > kMostWidth) return {};
        auto bytes = hub.picture(value_of(asked, "key"), value_of(asked, "h"), static_cast<std::uint64_t>(*width));
        if (!bytes) return {};
        // Its hash is in the address.
        return {200, "image/png", std::move(*bytes), {{"Cache-Control", "private, max-age=3600, immutable"}}, {}};
    }

    Answer explain(const Pairs& asked) {
        Pack pack;
        pack.text(value_of(asked, "key"));
        std::vector<std::string> names;
        for (const auto& [name, value] : asked)
            if (name == "name") names.push_back(value);
        pack.number(names.size());
        for (const auto& name : names) pack.text(name);
        return json(hub.ask(Kind::explain, pack.take()));
    }

    Answer web(const Pairs& asked) {
        auto bytes = hub.ask(Kind::web, Pack().text(value_of(asked, "key")).take());
        if (!bytes) return {};
        // The edition has a policy of its own; this one takes its origin away.
        return {200,
                "text/html; charset=utf-8",
                framed(std::move(*bytes), random_hex(16)),
                {{"Content-Security-Policy",
                  "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
                  "img-src data:; font-src data:; frame-ancestors 'self'"},
                 {"Cache-Control", "no-store"}},
                {}};
    }

    Answer answer(std::string_view method, std::string_view path, const Pairs& headers, const Pairs& asked) {
        std::string host;
        for (const auto& [name, value] : headers)
            if (name.size() == 4 && ::strcasecmp(name.c_str(), "host") == 0) host += value;  // two are no host
        if (host != fmt::format("127.0.0.1:{}", port) && host != fmt::format("localhost:{}", port))
            return {403, "text/plain; charset=utf-8", "403: not this host\n", {}, {}};
        const auto root = "/" + token + "/";
        if (method != "GET" || !path.starts_with(root)) return {};
        const auto name = path.substr(root.size());
        if (name.empty()) return page();
        if (name == "page") return picture(asked);
        if (name == "explain") return explain(asked);
        if (name == "web") return web(asked);
        if (name == "places") {
            const auto page = base::parse_integer(value_of(asked, "i"));
            if (!page || *page < 0) return {};
            return json(hub.ask(Kind::places,
                                Pack().text(value_of(asked, "key")).number(static_cast<std::uint64_t>(*page)).take()));
        }
        if (name == "events")
            return {200, "text/event-stream", "", {{"Cache-Control", "no-store"}}, hub.listen(value_of(asked, "key"))};
        return {};
    }

    MHD_Result send(MHD_Connection* to, const Answer& answer) {
        auto* response =
            answer.listener
                ? library.create_response_from_callback(MHD_SIZE_UNKNOWN, std::size_t{1} << 16, &write_events,
                                                        new Events{&hub, answer.listener, {}}, &end_events)
                : library.create_response_from_buffer(answer.body.size(), const_cast<char*>(answer.body.data()),
                                                      MHD_RESPMEM_MUST_COPY);
        if (response == nullptr) return MHD_NO;
        const auto add = [&](const char* name, const std::string& value) {
            library.add_response_header(response, name, value.c_str());
        };
        add("Content-Type", answer.type);
        add("X-Content-Type-Options", "nosniff");
        add("Referrer-Policy", "no-referrer");
        add("Cross-Origin-Resource-Policy", "same-origin");
        add("Cross-Origin-Opener-Policy", "same-origin");
        for (const auto& [name, value] : answer.headers) add(name.c_str(), value);
        const auto queued = library.queue_response(to, answer.status, response);
        library.destroy_response(response);
        return queued;
    }

    static MHD_Result handle(void* self, MHD_Connection* connection, const char* path, const char* method,
                             const char* /*version*/, const char* /*body*/, std::size_t* /*length*/, void** /*state*/) {
        auto& http = *static_cast<Impl*>(self);
        Pairs headers, asked;
        http.library.get_connection_values(connection, MHD_HEADER_KIND, &add_pair, &headers);
        http.library.get_connection_values(connection, MHD_GET_ARGUMENT_KIND, &add_pair, &asked);
        try {
            return http.send(connection, http.answer(method, path, headers, asked));
        } catch (const std::exception&) {
            return MHD_NO;  // closes the connection
        }
    }
};

Http::Http(Hub& hub) : impl_(std::make_unique<Impl>(hub)) {}
Http::~Http() {
    end();
}

std::optional<std::string> Http::begin(int port) {
    auto& http = *impl_;
    if (!http.library.loaded.complete()) return "libmicrohttpd is not installed: apt-get install libmicrohttpd12";
    const auto bound = listen_on_loopback(port);
    if (!bound) return fmt::format("port {} cannot be had on 127.0.0.1; another program may hold it", port);
    http.port = bound->port;
    http.daemon = http.library.start_daemon(
        MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL, 0, nullptr, nullptr,
        &Impl::handle, &http, MHD_OPTION_LISTEN_SOCKET, bound->socket, MHD_OPTION_CONNECTION_LIMIT, kMostConnections,
        MHD_OPTION_CONNECTION_TIMEOUT, kSilence, MHD_OPTION_END);
    if (http.daemon != nullptr) return std::nullopt;
    ::close(bound->socket);
    return "the server cannot begin";
}

void Http::end() {
    if (impl_->daemon != nullptr) impl_->library.stop_daemon(impl_->daemon);
    impl_->daemon = nullptr;
}

std::string Http::address() const {
    return fmt::format("http://127.0.0.1:{}/{}/", impl_->port, impl_->token);
}

}  // namespace precis::preview
