// The main thread: it watches files, begins builds, and passes questions and answers between browsers and builders.
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <list>
#include <map>
#include <thread>

#include "base/limits.h"
#include "preview/builder.h"
#include "preview/http.h"
#include "preview/hub.h"
#include "preview/news.h"
#include "preview/preview.h"
#include "preview/run.h"
#include "preview/watch.h"

namespace precis::preview {
namespace fs = std::filesystem;
namespace {

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

class Server {
  public:
    explicit Server(const Options& options) : options_(options) {}

    std::optional<std::string> run() {
        auto first = start_builder(options_);
        if (!first) return "no process can be started";
        first_ = peer_of(std::move(first->channel), first->process);
        ::prctl(PR_SET_CHILD_SUBREAPER, 1);
        ::signal(SIGPIPE, SIG_IGN);
        sigset_t ends;
        ::sigemptyset(&ends);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&ends, signal);
        ::sigprocmask(SIG_BLOCK, &ends, nullptr);
        signals_ = ::signalfd(-1, &ends, SFD_NONBLOCK | SFD_CLOEXEC);
        wake_ = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
        hub_ = std::make_unique<Hub>(wake_);
        http_ = std::make_unique<Http>(*hub_);
        if (auto problem = http_->begin(options_.port)) return problem;
        watch_files({});
        change_ = Clock::now();
        begin({}, false);
        if (options_.ready) options_.ready(http_->address());
        while (!ended_) turn();
        hub_->end();
        http_->end();
        end_processes();
        return std::nullopt;
    }

  private:
    // ---- waiting

    void turn() {
        std::vector<pollfd> files{{signals_, POLLIN, 0}, {wake_, POLLIN, 0}, {watch_.file(), POLLIN, 0}};
        std::vector<Peer*> peers;
        const auto add = [&](Peer& peer) {
            if (!peer.channel || peer.gone) return;
            files.push_back({peer.channel.file(), POLLIN, 0});
            peers.push_back(&peer);
        };
        add(first_);
        add(current_);
        add(spare_);
        if (run_) add(run_->peer);
        for (auto& helper : helpers_) add(helper);
        if (::poll(files.data(), files.size(), patience()) < 0) return;
        if (files[0].revents != 0) ended_ = true;
        if (files[1].revents != 0) {
            std::uint64_t count = 0;
            [[maybe_unused]] const auto got = ::read(wake_, &count, sizeof count);
        }
        if (files[2].revents != 0) take_changes(watch_.changed());
        if (watch_.incomplete() && watch_.again()) note(options_.request.briefing.string());
        for (std::size_t i = 0; i < peers.size(); ++i)
            if (files[i + 3].revents != 0) listen(*peers[i]);
        settle();
        ask_all();
        if (due_ && Clock::now() >= *due_) begin_wanted();
        see_targets();
        while (::waitpid(-1, nullptr, WNOHANG) > 0) {
        }
    }

    /// Milliseconds until something is due.
    int patience() const {
        constexpr int kOften = 250, kSeldom = 5000;
        if (due_) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*due_ - Clock::now()).count();
            return std::clamp(static_cast<int>(left) + 1, 0, kOften);
        }
        return watch_.incomplete() ? kOften : kSeldom;
    }

    // ---- changes

    void watch_files(const std::set<std::string>& read) {
        files_ = read;
        files_.insert(options_.request.briefing.string());
        auto watched = files_;
        if (!options_.request.root.empty()) watched.insert((options_.request.root / "precis.yaml").string());
        if (!options_.setting.layouts.empty()) watched.insert((options_.setting.layouts / "base.yaml").string());
        watch_.files(watched);
    }

    /// Whether a file of that name may be part of the briefing.
    bool matters(const fs::path& file) const {
        if (files_.count(file.string()) > 0 || file.filename().empty()) return true;
        std::error_code failed;
        const auto is_link_to = [&](const std::string& read) {
            return fs::path(read).filename() == file.filename() || fs::equivalent(read, file, failed);
        };
        if (std::any_of(files_.begin(), files_.end(), is_link_to)) return true;
        const auto ending = file.extension();
        return failing_ || ending == ".yaml" || ending == ".yml";
    }

    void take_changes(const std::vector<fs::path>& files) {
        for (const auto& file : files)
            if (matters(file)) note(file.string());
    }

    void note(const std::string& file) {
        if (!due_ && !changed_since_begin_) change_ = Clock::now();
        changed_since_begin_ = true;
        add_once(changed_, file);
        for (auto* peer : {&current_, &spare_, run_ ? &run_->peer : nullptr})
            if (peer != nullptr) add_once(peer->missed, file);
        for (auto& [key, target] : targets_) target.fresh = false;
        constexpr auto kQuiet = std::chrono::milliseconds(4), kLongest = std::chrono::milliseconds(40);
        due_ = std::min(Clock::now() + kQuiet, change_ + kLongest);
    }

    // ---- builds

    std::vector<std::string> wanted() {
        const auto keys = hub_->keys();
        std::vector<std::string> out;
        for (const auto& key : keys)
            if (!key.empty()) out.push_back(key);
        if (out.empty() && !default_.empty()) out.push_back(default_);
        return out;
    }

    void begin_wanted() {
        // A newer save makes the build under way worthless; but one that is always cancelled shows nothing.
        constexpr int kMostCancelled = 6;
        if (run_ && cancelled_ < kMostCancelled) {
            ++cancelled_;
            cancel(std::move(run_->peer));
            run_.reset();
        }
        if (run_) {
            due_ = Clock::now() + std::chrono::milliseconds(10);
            return;
        }
        begin(wanted(), false);
    }

    /// A build begins in the spare process, in memory that it has already; without one in a process without pages,
    /// whose memory nobody shares; or, `beside`, in one that has the pages of now: after an error they stay.
    void begin(std::vector<std::string> keys, bool beside) {
        due_.reset();
        end_helpers();
        const bool has_pages = current_.channel && !current_.gone;
        const bool has_spare = spare_.channel && !spare_.gone;
        beside = has_pages && (beside || failing_ || (!has_spare && !loaded_));
        Peer peer;
        if (has_spare && !beside) {
            peer = std::exchange(spare_, Peer{});
        } else {
            auto ends = channel_pair();
            auto& parent = beside ? current_ : first_;
            if (!ends || !parent.channel.send({Kind::fork, 0, {}, ends->second.file()})) return;
            peer = peer_of(std::move(ends->first));
            if (beside) peer.builds = current_.builds;  // in the same heap
        }
        run_.emplace();
        run_->peer = std::move(peer);
        run_->beside = beside;
        run_->number = ++last_;
        run_->begun = changed_since_begin_ || last_ == 1 ? change_ : Clock::now();
        run_->keys = std::move(keys);
        run_->changed = changed_;
        changed_since_begin_ = false;
        Pack pack;
        pack.number(has_pages && !beside ? 1 : 0);
        auto files = changed_;
        for (const auto& file : std::exchange(run_->peer.missed, {})) add_once(files, file);
        pack.number(changed_.size()).number(files.size());
        for (const auto& file : files) pack.text(file);
        pack.number(run_->keys.size());
        for (const auto& key : run_->keys) {
            const auto seen = hub_->seen(key);
            const auto target = targets_.find(key);
            pack.text(key).number(target != targets_.end() ? target->second.good.hashes.size() : 0);
            if (target != targets_.end())
                for (const auto hash : target->second.good.hashes) pack.number(hash);
            pack.number(seen.size());
            for (const auto& [hash, width] : seen) pack.text(hash).number(width);
        }
        run_->peer.channel.send({Kind::build, run_->number, pack.take(), -1});
        hub_->tell("building", building_json(run_->number, true));
    }

    /// A target that somebody looks at and that is not as the files are now.
    void see_targets() {
        if (run_ || due_) return;
        std::vector<std::string> missing;
        for (const auto& key : wanted())
            if (!targets_[key].fresh) missing.push_back(key);
        if (!missing.empty()) begin(std::move(missing), true);  // the pages of the others stay
    }

    void cancel(Peer peer) {
        if (peer.process > 0) {
            ::kill(peer.process, SIGKILL);
            return;
        }
        peer.doomed = true;
        helpers_.push_back(std::move(peer));
    }

    void end_helpers() {
        for (auto& helper : helpers_) {
            if (helper.process > 0)
                ::kill(helper.process, SIGKILL);
            else
                helper.doomed = true;
        }
    }

    // ---- messages

    void listen(Peer& peer) {
        const bool there = peer.channel.read(false);
        while (auto message = peer.channel.next()) take(peer, *message);
        if (!there) peer.gone = true;
    }

    void take(Peer& peer, const Message& message) {
        Unpack body(message.body);
        const bool of_run = run_ && &peer == &run_->peer;
        switch (message.kind) {
            case Kind::hello:
                peer.process = static_cast<int>(body.number());
                if (peer.doomed) ::kill(peer.process, SIGKILL);
                break;
            case Kind::opened:
                if (of_run) run_->opened = message.body;
                break;
            case Kind::built:
                if (of_run) take_built(body);
                break;
            case Kind::done:
                if (of_run) {
                    done_ = static_cast<double>(body.number());
                    ++peer.builds;
                    peer.cpu += *done_;
                    run_->loads = body.number() > 0;
                    run_->failed = body.number() > 0;
                    run_->targets = body.number();
                } else if (&peer == &first_) {
                    loaded_ = message.id == loading_;
                } else {
                    peer.gone = true;
                }
                break;
            case Kind::painted: {
                const auto hash = body.text();
                const auto width = body.number();
                hub_->keep_picture(hash, width, body.text());
                break;
            }
            case Kind::counted: {
                const auto key = body.text();
                const auto errors = body.number();
                counts_[key] = {errors, body.number()};
                tell_counts();
                break;
            }
            case Kind::reply: {
                const auto at = asked_.find(message.id);
                if (at == asked_.end()) break;
                const bool is_there = body.number() > 0;
                at->second.question.answer->set_value(is_there ? std::optional(body.text()) : std::nullopt);
                if (at->second.helper) peer.gone = true;  // it has answered its one question
                asked_.erase(at);
                break;
            }
            default:
                break;
        }
    }

    void take_built(Unpack& body) {
        Built built;
        built.key = body.text();
        built.ok = body.number() > 0;
        built.pages = body.text();
        built.found = body.text();
        built.errors = body.number();
        built.warnings = body.number();
        for (auto count = body.number(); count > 0; --count) run_->files.insert(body.text());
        for (auto count = body.number(); count > 0; --count) built.hashes.push_back(body.number());
        run_->built.push_back(std::move(built));
    }

    /// After all messages of a turn: a build that is done takes its place, one that died is reported.
    void settle() {
        if (run_ && done_ && run_->failed) {
            auto run = std::move(*run_);
            run_.reset();
            retire(std::move(run.peer));
            begin(std::move(run.keys), true);
            if (run_) run_->begun = run.begun;
        } else if (run_ && done_) {
            promote();
        } else if (run_ && run_->peer.gone) {
            report_crash();
        }
        done_.reset();
        if (current_.channel &&
            current_.gone) {  // its pages can no longer be painted; the next question begins a build
            current_ = Peer{};
            for (auto& [key, target] : targets_) target.fresh = false;
            fail_questions();
        }
        if (spare_.gone) spare_ = Peer{};
        std::erase_if(helpers_, [&](const Peer& helper) { return helper.gone; });
        for (auto at = asked_.begin(); at != asked_.end();) {
            const bool lost =
                at->second.helper && std::none_of(helpers_.begin(), helpers_.end(), [&](const Peer& helper) {
                    return helper.channel.file() == at->second.channel;
                });
            if (!lost) {
                ++at;
                continue;
            }
            at->second.question.answer->set_value(std::nullopt);
            at = asked_.erase(at);
        }
    }

    void promote() {
        auto run = std::move(*run_);
        run_.reset();
        cancelled_ = 0;
        if (current_.channel) fail_questions();
        auto before = std::exchange(current_, std::move(run.peer));
        if (!run.beside) retire(std::move(before));
        std::erase_if(changed_, [&](const std::string& file) {
            return !changed_since_begin_ &&
                   std::find(run.changed.begin(), run.changed.end(), file) != run.changed.end();
        });
        if (!run.opened.empty()) hub_->tell("opened", run.opened);
        auto files = run.files;
        failing_ = std::any_of(run.built.begin(), run.built.end(), [](const Built& built) { return !built.ok; });
        if (failing_ || run.keys.size() < targets_.size()) files.insert(files_.begin(), files_.end());
        watch_files(files);
        if (default_.empty() && !run.built.empty() && !run.built.front().key.empty()) {
            default_ = run.built.front().key;
            hub_->set_default(default_);
        }
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - run.begun).count();
        log(run);
        for (const auto& built : run.built) tell_built(built, {run.number, ms, *done_});
        hub_->tell("building", building_json(run.number, false));
        tell_counts();
        if (run.loads) {
            loaded_ = false;
            first_.channel.send({Kind::load, ++loading_, {}, -1});
        }
        if (!due_ && !failing_) count_others(run.targets);
    }

    /// The next save is built in a process whose pages nobody needs any more. If it is not kept, its channel closes,
    /// and it ends; so does one whose pages the new ones share, as it would copy what it frees.
    void retire(Peer peer) {
        constexpr int kMostBuilds = 100;  // against leaks of libraries
        const double most = static_cast<double>(base::limit(base::Limit::run_seconds)) * 1000 / 10;  // of all its CPU
        const bool has_spare = spare_.channel && !spare_.gone;
        if (has_spare || !peer.channel || peer.gone || peer.process < 0) return;
        if (peer.builds >= kMostBuilds || peer.cpu > most) return;
        if (peer.channel.send({Kind::rest, 0, {}, -1})) spare_ = std::move(peer);
    }

    void tell_built(const Built& built, const BuildOf& build) {
        auto& target = targets_[built.key];
        target.fresh = true;
        const auto now = time_of_day();
        if (built.ok) target.good = {built.pages, now, built.hashes};
        counts_[built.key] = {built.errors, built.warnings};
        hub_->tell("state/" + built.key, state_json(built, target.good, build, now, log_));
    }

    void log(const Run& run) {
        if (run.built.empty() || (run.changed.empty() && run.number > 1)) return;
        const auto folder = options_.request.briefing.parent_path();
        std::string files;
        for (const auto& file : run.changed) {
            if (file == options_.request.briefing.string() && files.empty() && run.changed.size() > 1) continue;
            const auto name = fs::path(file).lexically_relative(folder);
            files = (name.empty() || *name.begin() == ".." ? fs::path(file).filename() : name).generic_string();
        }
        if (run.changed.empty()) files = options_.request.briefing.filename().string();
        constexpr std::size_t kMost = 6;
        log_.insert(log_.begin(), log_entry(time_of_day(), files, run.built.front()));
        if (log_.size() > kMost) log_.pop_back();
    }

    void report_crash() {
        auto run = std::move(*run_);
        run_.reset();
        failing_ = true;
        if (run.keys.empty()) run.keys.push_back(default_);
        for (const auto& key : run.keys) {
            Built built;
            built.key = key;
            built.found = crash_json();
            built.errors = 1;
            tell_built(built, {run.number, 0, 0});
        }
        hub_->tell("building", building_json(run.number, false));
    }

    void tell_counts() { hub_->tell("counts", counts_json(counts_)); }

    // ---- questions

    struct Asked {
        Question question;
        bool helper = false;
        int channel = -1;
    };

    void ask_all() {
        for (auto& question : hub_->questions()) {
            const bool helper = question.kind == Kind::explain;
            Peer* peer = &current_;
            if (helper) peer = fork_helper(current_);
            if (peer == nullptr || !peer->channel) {
                question.answer->set_value(std::nullopt);
                continue;
            }
            const auto id = ++last_question_;
            if (!peer->channel.send({question.kind, id, question.body, -1})) {
                question.answer->set_value(std::nullopt);
                continue;
            }
            asked_.emplace(id, Asked{std::move(question), helper, peer->channel.file()});
        }
    }

    /// A process that answers one question, and is ended by the next build.
    Peer* fork_helper(Peer& parent) {
        auto ends = channel_pair();
        if (!ends || !parent.channel || !parent.channel.send({Kind::fork, 0, {}, ends->second.file()})) return nullptr;
        ends->second.close();
        helpers_.push_back(peer_of(std::move(ends->first)));
        return &helpers_.back();
    }

    void count_others(std::uint64_t targets) {
        std::vector<std::string> known;
        for (const auto& [key, target] : targets_)
            if (target.fresh) known.push_back(key);
        if (targets <= known.size()) return;
        // Not from the process with the pages: each page of memory that it writes to would then be copied.
        auto* helper = fork_helper(first_);
        if (helper == nullptr) return;
        Pack pack;
        pack.number(known.size());
        for (const auto& key : known) pack.text(key);
        helper->channel.send({Kind::others, 0, pack.take(), -1});
    }

    /// The pages that were asked for are gone, or about to be.
    void fail_questions() {
        for (auto at = asked_.begin(); at != asked_.end();) {
            if (at->second.helper) {
                ++at;
                continue;
            }
            at->second.question.answer->set_value(std::nullopt);
            at = asked_.erase(at);
        }
    }

    void end_processes() {
        end_helpers();
        if (run_ && run_->peer.process > 0) ::kill(run_->peer.process, SIGKILL);
        run_.reset();
        if (current_.process > 0) ::kill(current_.process, SIGKILL);
        current_ = Peer{};
        if (spare_.process > 0) ::kill(spare_.process, SIGKILL);
        spare_ = Peer{};
        helpers_.clear();
        for (auto& [id, asked] : asked_) asked.question.answer->set_value(std::nullopt);
        asked_.clear();
        if (first_.process > 0) ::kill(first_.process, SIGKILL);
        first_ = Peer{};
        // Until all are gone; a browser that --open began may stay.
        const auto last = Clock::now() + std::chrono::seconds(2);
        while (::waitpid(-1, nullptr, WNOHANG) >= 0 && Clock::now() < last)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }

    const Options& options_;
    Peer first_, current_;
    Peer spare_;  // has built before and has no pages; none at first, and after a build in it was cancelled
    std::optional<Run> run_;
    std::list<Peer> helpers_;
    std::optional<double> done_;  // CPU of the build that has just ended
    int signals_ = -1, wake_ = -1;
    bool ended_ = false, failing_ = false, changed_since_begin_ = false;
    bool loaded_ = false;        // the first process has the data as they are
    std::uint32_t loading_ = 0;  // the number of its last request
    int cancelled_ = 0;
    std::uint32_t last_ = 0, last_question_ = 0;
    Watch watch_;
    std::unique_ptr<Hub> hub_;
    std::unique_ptr<Http> http_;
    std::set<std::string> files_;
    std::vector<std::string> changed_;  // since the build that is shown
    Clock::time_point change_;          // the first change that no build has seen
    std::optional<Clock::time_point> due_;
    std::string default_;
    std::map<std::string, Target> targets_;
    Counts counts_;
    std::vector<std::string> log_;  // JSON, the newest first
    std::map<std::uint32_t, Asked> asked_;
};

}  // namespace

std::optional<std::string> serve(const Options& options) {
    return Server(options).run();
}

}  // namespace precis::preview
