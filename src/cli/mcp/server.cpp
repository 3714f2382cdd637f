// A loop over the client's lines and the running tool's output. Messages wait in a queue while a tool runs.
#include "cli/mcp/server.h"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <deque>
#include <optional>

#include "base/nearest.h"
#include "base/phrases.h"
#include "build/version.h"
#include "cli/mcp/call.h"
#include "cli/mcp/json_copy.h"
#include "cli/mcp/lines.h"

namespace precis::cli::mcp {
namespace fs = std::filesystem;
namespace {

using Node = json::Node;

constexpr int kParseError = -32700, kInvalidRequest = -32600, kMethodNotFound = -32601, kInvalidParams = -32602;
const std::vector<std::string> kMethods{"initialize", "ping", "tools/list", "tools/call"};
constexpr std::size_t kDepth = 32;  // of a message

/// A message as it came: its tree, and the bytes that an answer repeats.
struct Message {
    Node node;
    [[nodiscard]] const Node* id() const { return node.find("id"); }
    [[nodiscard]] std::string method() const {
        const auto* method = node.find("method");
        return method != nullptr && method->kind == Node::Kind::string ? method->text.text : std::string();
    }
};

/// The id as an answer repeats it: as it was written.
std::string written(const Node* id) {
    if (id == nullptr || (id->kind != Node::Kind::string && id->kind != Node::Kind::number)) return "null";
    return id->span.source->text().substr(id->span.begin, id->span.end - id->span.begin);
}

std::string answer(const std::string& id, const std::string& result) {
    return fmt::format(R"({{"jsonrpc":"2.0","id":{},"result":{}}})", id, result);
}

std::string fault(const std::string& id, int code, const std::string& message) {
    json::Writer error(json::Writer::Form::compact);
    error.begin_object().key("code").integer(code).member("message", message).end_object();
    return fmt::format(R"({{"jsonrpc":"2.0","id":{},"error":{}}})", id, error.take());
}

/// One line of the client's: a message, or several of them.
struct Entry {
    std::vector<Message> messages;
    bool batch = false;
    std::string refused;  // the answer to a line that is no message
};

class Server {
  public:
    Server(fs::path root, const Streams& streams) : root_(std::move(root)), streams_(streams), lines_(streams.in) {}

    int run() {
        while (writable_) {
            if (!waiting_.empty()) {
                auto entry = std::move(waiting_.front());
                waiting_.pop_front();
                handle(entry);
                continue;
            }
            if (!open_) return 0;
            read_lines();
        }
        return 0;
    }

  private:
    // ---- streams --------------------------------------------------------------------------------------------------

    void read_lines() {
        open_ = lines_.gather();
        while (const auto line = lines_.next()) take_in(*line);
    }

    void send(const std::string& text) {
        const auto line = text + "\n";
        for (std::string_view rest = line; !rest.empty() && writable_;) {
            const auto count = ::write(streams_.out, rest.data(), rest.size());
            if (count < 0 && errno == EINTR) continue;
            writable_ = count > 0;
            if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    /// Puts a line into the queue; what is about the running call is done at once.
    void take_in(const Lines::Line& line) {
        if (line.text.empty() && !line.too_long) return;
        Entry entry;
        diag::Diagnostics faults;
        json::Limits limits;
        limits.depth = kDepth;
        auto node = line.too_long
                        ? std::optional<Node>()
                        : json::parse(std::make_shared<diag::SourceText>("message", line.text), limits).take(faults);
        if (!node || diag::has_errors(faults)) {
            const auto why = line.too_long    ? std::string("a message is longer than 16 MB")
                             : faults.empty() ? std::string("no JSON")
                                              : faults.front().message;
            entry.refused = fault("null", kParseError, "this line is no JSON message: " + why);
        } else if (node->kind == Node::Kind::array) {
            entry.batch = true;
            for (auto& item : node->items) entry.messages.push_back({std::move(item)});
        } else {
            entry.messages.push_back({std::move(*node)});
        }
        if (!entry.batch && entry.messages.size() == 1) {
            const auto& message = entry.messages.front();
            if (message.method() == "notifications/cancelled") return cancel(message);
            if (message.method() == "ping" && running_ && is_request(message)) return send(one(message).value_or(""));
        }
        waiting_.push_back(std::move(entry));
    }

    static bool is_request(const Message& message) {
        const auto* version = message.node.find("jsonrpc");
        return version != nullptr && version->text.text == "2.0" && written(message.id()) != "null";
    }

    void cancel(const Message& message) {
        const auto* params = message.node.find("params");
        const auto id = written(params != nullptr ? params->find("requestId") : nullptr);
        if (id == "null") return;
        if (running_ && *running_ == id) cancelled_ = true;
        std::erase_if(waiting_, [&](const Entry& entry) {
            return !entry.batch && entry.messages.size() == 1 && written(entry.messages.front().id()) == id &&
                   entry.messages.front().method() != "initialize";
        });
    }

    // ---- messages -------------------------------------------------------------------------------------------------

    void handle(const Entry& entry) {
        if (!entry.refused.empty()) return send(entry.refused);
        if (entry.batch && (version_ != Version::v2025_03_26 || !ready_))
            return send(fault("null", kInvalidRequest,
                              "batches are of protocol version 2025-03-26 alone; send one message a line"));
        if (entry.batch && entry.messages.empty()) return send(fault("null", kInvalidRequest, "the batch is empty"));
        std::vector<std::string> answers;
        for (const auto& message : entry.messages)
            if (auto text = one(message)) answers.push_back(std::move(*text));
        if (answers.empty()) return;
        send(entry.batch ? "[" + base::joined(answers, ",") + "]" : answers.front());
    }

    /// The answer to a message; nothing to a notification, a response, or a call that was cancelled.
    std::optional<std::string> one(const Message& message) {
        const auto id = written(message.id());
        const auto* version = message.node.find("jsonrpc");
        const auto method = message.method();
        const bool is_message = message.node.kind == Node::Kind::object && version != nullptr &&
                                version->kind == Node::Kind::string && version->text.text == "2.0";
        if (is_message && method.empty() && (message.node.find("result") || message.node.find("error")))
            return std::nullopt;  // a response; nothing was asked
        if (!is_message || method.empty())
            return fault(id, kInvalidRequest, "a message has “jsonrpc”: “2.0” and a “method”");
        if (message.id() == nullptr) return std::nullopt;  // a notification
        if (id == "null") return fault(id, kInvalidRequest, "the “id” of a request is a string or a number");
        const auto* params = message.node.find("params");
        if (params != nullptr && params->kind != Node::Kind::object)
            return fault(id, kInvalidParams, "“params” must be an object");
        if (method == "ping") return answer(id, "{}");
        if (method == "initialize") return initialize(id, params);
        if (!ready_) return fault(id, kInvalidRequest, "the first request must be “initialize”");
        if (method == "tools/list") return list(id, params);
        if (method == "tools/call") return call(id, params);
        const auto near = base::nearest(method, kMethods);
        return fault(id, kMethodNotFound,
                     fmt::format("there is no method “{}”{}", method, near ? "; " + base::did_you_mean(*near) : ""));
    }

    std::string initialize(const std::string& id, const Node* params) {
        const auto* wanted = params != nullptr ? params->find("protocolVersion") : nullptr;
        if (wanted == nullptr || wanted->kind != Node::Kind::string)
            return fault(id, kInvalidParams, "“initialize” needs “protocolVersion”, such as 2025-06-18");
        if (ready_) return fault(id, kInvalidRequest, "“initialize” was answered before");
        version_ = version_for(wanted->text.text);
        ready_ = true;
        json::Writer out(json::Writer::Form::compact);
        out.begin_object().member("protocolVersion", name_of(version_));
        out.key("capabilities").begin_object().key("tools").begin_object();
        out.key("listChanged").boolean(false).end_object().end_object();
        out.key("serverInfo").begin_object().member("name", "precis");
        if (version_ >= Version::v2025_06_18) out.member("title", "precis: briefings from data");
        out.member("version", build::version()).end_object();
        out.member("instructions",
                   "Briefings are YAML files below the server's root; paths are relative to it. After each change of a "
                   "file call check: each finding says where it is and what to write instead. Ask schema for the keys "
                   "of a part, data for the facts and tables that texts and charts may use, render to see a page, and "
                   "build to write the files.");
        return answer(id, out.end_object().take());
    }

    std::string list(const std::string& id, const Node* params) const {
        if (params != nullptr && params->find("cursor") != nullptr)
            return fault(id, kInvalidParams, "all tools are in one answer, so there is no cursor");
        json::Writer out(json::Writer::Form::compact);
        write_tools(out, version_);
        return answer(id, out.take());
    }

    std::optional<std::string> call(const std::string& id, const Node* params) {
        const auto* name = params != nullptr ? params->find("name") : nullptr;
        if (name == nullptr || name->kind != Node::Kind::string)
            return fault(id, kInvalidParams, "“tools/call” needs the “name” of a tool");
        std::vector<std::string> names;
        Call call;
        for (const auto& tool : tools()) {
            names.emplace_back(tool.name);
            if (tool.name == name->text.text) call.tool = &tool;
        }
        if (call.tool == nullptr) {
            const auto near = base::nearest(name->text.text, names);
            return fault(id, kInvalidParams,
                         fmt::format("Unknown tool: {}; {}", name->text.text,
                                     near ? base::did_you_mean(*near) : "there are: " + base::joined(names, ", ")));
        }
        auto values = read_values(*call.tool, params->find("arguments"));
        if (const auto* wrong = std::get_if<std::string>(&values)) return fault(id, kInvalidParams, *wrong);
        call.values = std::move(std::get<Values>(values));
        auto work = work_of(call, root_);
        if (const auto* refused = std::get_if<Finding>(&work)) return answer(id, refusal(*refused, version_));
        const auto* meta = params->find("_meta");
        const auto token = written(meta != nullptr ? meta->find("progressToken") : nullptr);
        const auto printed = wait_for(id, token, std::get<std::function<int()>>(work));
        if (!printed) return std::nullopt;
        return answer(id, result_of(call, *printed, version_));
    }

    /// Tells how many seconds a call has taken: nobody knows how many it needs.
    void tell_progress(const std::string& token, int seconds) {
        send(fmt::format(
            R"({{"jsonrpc":"2.0","method":"notifications/progress","params":{{"progressToken":{},"progress":{}{}}}}})",
            token, seconds,
            version_ >= Version::v2025_03_26 ? fmt::format(R"(,"message":"at work for {} s")", seconds) : ""));
    }

    /// Runs the work, and takes in what the client says meanwhile. Nothing if the call is cancelled. `token`: of the
    /// client's wish to hear of the progress; "null": it has none.
    std::optional<Printed> wait_for(const std::string& id, const std::string& token, const std::function<int()>& work) {
        Child child(work);
        if (!child.started()) {
            Printed none;
            none.err = "the system has no process for the work; try again\n";
            return none;
        }
        running_ = id;
        cancelled_ = false;
        const auto begun = std::chrono::steady_clock::now();
        int told = -1;  // seconds
        for (bool ended = false; !ended && !cancelled_ && writable_;) {
            pollfd ready[] = {
                {child.out(), POLLIN, 0}, {child.err(), POLLIN, 0}, {open_ ? streams_.in : -1, POLLIN, 0}};
            using std::chrono::steady_clock, std::chrono::milliseconds, std::chrono::duration_cast;
            const auto taken = duration_cast<milliseconds>(steady_clock::now() - begun).count();
            const auto seconds = static_cast<int>(taken / 1000);
            if (token != "null" && seconds > told) tell_progress(token, told = seconds);
            const int patience = token == "null" ? -1 : static_cast<int>((told + 1) * 1000LL - taken) + 1;
            if (::poll(ready, 3, std::max(patience, token == "null" ? -1 : 1)) < 0) continue;  // a signal
            if (ready[2].revents != 0) read_lines();
            if (ready[0].revents != 0 || ready[1].revents != 0) ended = child.gather();
        }
        running_.reset();
        if (cancelled_ || !writable_) return std::nullopt;
        return child.take();
    }

    fs::path root_;
    Streams streams_;
    Lines lines_;
    std::deque<Entry> waiting_;
    Version version_ = Version::v2025_06_18;
    bool ready_ = false;    // after `initialize`
    bool open_ = true;      // the client's side
    bool writable_ = true;  // ours
    bool cancelled_ = false;
    std::optional<std::string> running_;  // the id of the call
};

}  // namespace

int serve(const fs::path& root, const Streams& streams) {
    std::signal(SIGPIPE, SIG_IGN);  // a client that is gone ends the loop
    return Server(root, streams).run();
}

}  // namespace precis::cli::mcp
