// One thread a process: Pango's results vary between threads.
#include "preview/builder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <iterator>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "build/kept.h"
#include "diag/codes.h"
#include "json/writer.h"
#include "paint/paint.h"
#include "preview/explained.h"
#include "preview/findings.h"
#include "preview/page_hash.h"
#include "preview/places.h"
#include "vocabulary/format.h"

namespace precis::preview {
namespace fs = std::filesystem;
namespace {

/// Of this process, so far.
double cpu_ms() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) * 1000 + static_cast<double>(t.tv_usec) / 1000;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

/// Thrown by a build that has an error and may fail: one that has the earlier pages is begun in its place.
struct Failed {};

/// A target as it was last set.
struct Shown {
    build::TargetPages set;
    bind::Ledger ledger;
    std::vector<std::uint64_t> hashes;  // of its pages
    std::shared_ptr<const build::Prepared> prepared;
};

class Builder {
  public:
    explicit Builder(const Options& options) : options_(options) {
        options_.setting.paint = false;
        options_.setting.inputs = true;
        options_.setting.kept = std::make_shared<build::Kept>();
    }

    /// Answers until the channel is closed.
    void run(Channel channel) {
        channel_ = std::move(channel);
        hello();
        while (channel_.read(true)) {
            while (auto message = channel_.next()) take(*message);
            reap();
        }
    }

  private:
    void hello() { channel_.send({Kind::hello, 0, Pack().number(static_cast<std::uint64_t>(::getpid())).take(), -1}); }

    void reap() {
        std::erase_if(children_, [](pid_t child) { return ::waitpid(child, nullptr, WNOHANG) != 0; });
    }

    void take(const Message& message) {
        Unpack body(message.body);
        switch (message.kind) {
            case Kind::fork:
                fork_into(message.file);
                break;
            case Kind::load:
                load(message.id);
                break;
            case Kind::build:
                build(message.id, body);
                break;
            case Kind::rest:
                rest();
                break;
            case Kind::paint:
                paint(message.id, body);
                break;
            case Kind::places:
                places(message.id, body);
                break;
            case Kind::web:
                web(message.id, body);
                break;
            case Kind::explain:
                explain(message.id, body);
                break;
            case Kind::others:
                others(message.id, body);
                break;
            default:
                break;
        }
    }

    void fork_into(int file) {
        if (file < 0) return;
        const auto parent = ::getpid();
        const auto child = ::fork();
        if (child > 0) children_.push_back(child);
        if (child != 0) {
            ::close(file);
            return;
        }
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(0);
        children_.clear();
        is_new_ = true;
        channel_ = Channel(file);
        for (auto& [path, database] : databases_)
            if (database) database->take_over();
        hello();
    }

    void reply(std::uint32_t id, bool there, std::string_view bytes) {
        channel_.send({Kind::reply, id, Pack().number(there ? 1 : 0).text(bytes).take(), -1});
    }

    // ---- builds

    bool is_of_data(const fs::path& file) const {
        if (file.filename() == "precis.yaml") return true;
        for (const auto& [path, database] : databases_) {
            if (path.filename() == file.filename() || !database) return true;
            const auto& model = database->model();
            // By name: a folder may have several.
            const auto is_file = [&](const auto& record) {
                return record.span && record.span.source->file().filename() == file.filename();
            };
            if (std::any_of(model.tables.begin(), model.tables.end(),
                            [&](const auto& table) { return table.file.filename() == file.filename(); }) ||
                std::any_of(model.sources.begin(), model.sources.end(), is_file) ||
                std::any_of(model.facts.begin(), model.facts.end(), is_file))
                return true;
        }
        // A file of the kinds that tables have may be one that the data lacked.
        const auto ending = file.extension();
        return ending != ".yaml" && ending != ".yml" && ending != ".md";
    }

    void load(std::uint32_t id) {
        databases_.clear();
        data_faults_.clear();
        try {
            diag::Diagnostics ignored;
            if (auto opened = build::open_briefing(options_.request, options_.setting, databases_).take(ignored))
                data_faults_ = std::move(opened->data_faults);
        } catch (const std::exception&) {
            databases_.clear();
        }
        channel_.send({Kind::done, id, {}, -1});
    }

    void build(std::uint32_t id, Unpack& body) {
        const auto begun = cpu_ms();
        // Killed with its parent, unless that one had pages and may be ending now: others have taken their place.
        if (const auto parent = ::getppid(); is_new_ || parent == server_ || parent == first_)
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        is_new_ = false;
        may_fail_ = body.number() > 0;
        bool keep = true, loads = databases_.empty();
        const auto new_to_all = body.number(), files = body.number();
        for (std::uint64_t i = 0; i < files; ++i) {
            if (!is_of_data(body.text())) continue;
            keep = false;
            loads = loads || i < new_to_all;
        }
        keys_.clear();
        seen_.clear();
        for (auto count = body.number(); count > 0; --count) {
            keys_.push_back(body.text());
            auto& pages = last_[keys_.back()];
            pages.clear();
            for (auto hashes = body.number(); hashes > 0; --hashes) pages.push_back(body.number());
            auto& seen = seen_[keys_.back()];
            for (auto pictures = body.number(); pictures > 0; --pictures) {
                auto hash = body.text();
                seen.emplace_back(std::move(hash), body.number());
            }
        }
        if (!keep) databases_.clear();
        for (auto& [path, database] : databases_)
            if (database) database->begin_run();
        bool failed = false;
        diag::Diagnostics found;
        try {
            auto opened = build::open_briefing(options_.request, options_.setting, databases_).take(found);
            // Only data that were loaded tell of their faults.
            if (opened && !keep) data_faults_ = opened->data_faults;
            found.insert(found.end(), data_faults_.begin(), data_faults_.end());
            prepared_ = opened ? std::make_shared<const build::Prepared>(std::move(*opened)) : nullptr;
            folders_ = {options_.request.briefing.parent_path()};
            if (prepared_) folders_.push_back(prepared_->project.root);
            if (prepared_ && !prepared_->targets.empty()) tell_targets(id);
            if (prepared_ && keys_.empty() && !prepared_->targets.empty())
                keys_.push_back(key_of(prepared_->targets.front()));
            if (keys_.empty()) keys_.emplace_back();
            for (const auto& key : keys_) set(id, key, found);
        } catch (const std::exception& failure) {
            found.push_back(diag::error(diag::code::internal_error, {}, failure.what(), "please report it"));
            failed = may_fail_;
            for (const auto& key : keys_)
                if (!failed) tell(id, key, found, nullptr);
        } catch (const Failed&) {
            failed = true;
        }
        ::prctl(PR_SET_PDEATHSIG, 0);  // its parent may end now, and it stays in its place
        const auto cpu = static_cast<std::uint64_t>(cpu_ms() - begun + std::exchange(rest_ms_, 0));
        Pack pack;
        pack.number(cpu).number(loads ? 1 : 0).number(failed ? 1 : 0);
        pack.number(prepared_ ? prepared_->targets.size() : 0);
        channel_.send({Kind::done, id, pack.take(), -1});
        past_.clear();  // memory that is shared with the parent is costly to free: nobody waits for it now
    }

    /// The heap keeps the memory of what is freed, so that the next build clears no pages.
    void rest() {
        const auto begun = cpu_ms();
        std::unordered_set<std::uint64_t> clean;
        for (const auto& [key, shown] : shown_)
            std::copy_if(shown.hashes.begin(), shown.hashes.end(), std::inserter(clean, clean.end()),
                         [&](auto hash) { return clean_.count(hash) > 0; });
        clean_ = std::move(clean);
        if (!shown_.empty()) options_.setting.kept->forget_unused();  // else the build has failed, and used too little
        shown_.clear();
        past_.clear();
        prepared_.reset();
        rest_ms_ = cpu_ms() - begun;
    }

    const bind::Target* target_of(const std::string& key) const {
        if (!prepared_) return nullptr;
        const auto& all = prepared_->targets;
        const auto at = std::find_if(all.begin(), all.end(), [&](const auto& target) { return key_of(target) == key; });
        return at == all.end() ? nullptr : &*at;
    }

    void tell_targets(std::uint32_t id) {
        json::Writer out(json::Writer::Form::compact);
        const auto& request = options_.request;
        const auto folder = request.briefing.parent_path().filename();
        out.begin_object().member("briefing", (folder / request.briefing.filename()).generic_string());
        out.member("title", prepared_->briefing.title.text);
        out.key("targets").begin_array();
        for (const auto& target : prepared_->targets) {
            out.begin_object().member("key", key_of(target)).member("output", target.output);
            out.member("audience", target.audience);
            for (const auto& audience : prepared_->project.audiences)
                if (audience.name.text == target.audience && audience.title) out.member("reader", audience.title->text);
            out.member("language", target.language).member("edition", target.row ? target.row->folder : std::string());
            out.end_object();
        }
        out.end_array().end_object();
        channel_.send({Kind::opened, id, out.take(), -1});
    }

    /// Sets a target; without faults its pages take the place of the last ones.
    void set(std::uint32_t id, const std::string& key, diag::Diagnostics found) {
        const auto* target = target_of(key);
        if (target == nullptr) {
            if (!diag::has_errors(found))
                found.push_back(diag::error(diag::code::unknown_name, {},
                                            fmt::format("the briefing has no output “{}” any more", key),
                                            "choose another one at the top"));
            return tell(id, key, found, nullptr);
        }
        bind::Ledger ledger;
        auto set = build::set_target(*prepared_, *target, options_.setting, &ledger).take(found);
        if (!set) return tell(id, key, found, nullptr);
        Shown shown{std::move(*set), std::move(ledger), {}, prepared_};
        for (const auto& page : shown.set.pages.pages) {
            shown.hashes.push_back(hash_of(page));
            if (clean_.count(shown.hashes.back()) > 0) continue;
            auto doubts = paint::audit_doubts(page, *shown.set.fonts);
            if (doubts.empty()) clean_.insert(shown.hashes.back());
            diag::append(found, std::move(doubts));
        }
        if (diag::has_errors(found)) return tell(id, key, found, nullptr, &shown.set.pages, &shown.set.inputs);
        paint_ahead(key, shown);
        past_.push_back(std::exchange(shown_[key], std::move(shown)));
        tell(id, key, found, &shown_[key]);
    }

    /// The pages that a browser shows and that have changed: it will ask for them at once.
    void paint_ahead(const std::string& key, const Shown& shown) {
        const auto& last = last_[key];
        for (const auto& [hash, width] : seen_[key]) {
            for (std::size_t i = 0; i < std::min(last.size(), shown.hashes.size()); ++i) {
                if (last[i] == shown.hashes[i] || name_of(last[i]) != hash) continue;
                auto bytes = picture(shown, i, width);
                if (!bytes) break;
                Pack pack;
                pack.text(name_of(shown.hashes[i])).number(width).text(*bytes);
                channel_.send({Kind::painted, 0, pack.take(), -1});
                break;
            }
        }
    }

    static std::string name_of(std::uint64_t hash) { return fmt::format("{:016x}", hash); }

    static std::optional<std::string> picture(const Shown& shown, std::size_t index, std::uint64_t width) {
        constexpr double kPoints = 72;
        const auto& page = shown.set.pages.pages[index];
        diag::Diagnostics ignored;
        return paint::png(page, *shown.set.fonts, static_cast<double>(width) * kPoints / page.size.width).take(ignored);
    }

    void tell(std::uint32_t id, const std::string& key, const diag::Diagnostics& found, const Shown* shown,
              const scene::Document* refused = nullptr, const std::vector<fs::path>* read = nullptr) {
        if (shown == nullptr && may_fail_) throw Failed();
        std::string pages;
        if (shown != nullptr) pages = pages_json(*shown, key);
        const scene::Document* at = shown != nullptr ? &shown->set.pages : refused;
        // After an error the places are those of the pages that stay, by line and column alone.
        const auto* last = shown == nullptr ? shown_of(key) : nullptr;
        const auto json = findings_json(found, at, folders_, last != nullptr ? &last->set.pages : nullptr);
        Pack pack;
        pack.text(key).number(shown != nullptr ? 1 : 0).text(pages).text(json.json);
        pack.number(json.errors).number(json.warnings);
        std::set<std::string> files;
        if (read == nullptr && shown != nullptr) read = &shown->set.inputs;
        if (read != nullptr)
            for (const auto& file : *read) files.insert(file.string());
        for (const auto& finding : found)
            if (finding.span && !finding.span.source->file().empty())
                files.insert(finding.span.source->file().string());
        if (prepared_ && prepared_->database) {
            const auto& model = prepared_->database->model();
            if (!model.path.empty()) files.insert(model.path.string());
            for (const auto& table : model.tables)
                if (!table.file.empty()) files.insert(table.file.string());
        }
        if (prepared_) files.insert((prepared_->project.root / "precis.yaml").string());
        if (prepared_) files.insert(build::model_of(prepared_->project).string());
        pack.number(files.size());
        for (const auto& file : files) pack.text(file);
        pack.number(shown != nullptr ? shown->hashes.size() : 0);
        if (shown != nullptr)
            for (const auto hash : shown->hashes) pack.number(hash);
        channel_.send({Kind::built, id, pack.take(), -1});
    }

    std::string pages_json(const Shown& shown, const std::string& key) const {
        json::Writer out(json::Writer::Form::compact);
        const auto& pages = shown.set.pages.pages;
        out.begin_object();
        out.key("slides").boolean(!pages.empty() && pages.front().slide.has_value());
        out.member("language", shown.set.pages.metadata.language);
        out.member("web", shown.set.web.empty() ? std::string() : name_of(hash_of(shown.set.web.front().bytes)));
        bool pageless = !shown.set.formats.empty();
        for (const auto& choice : shown.set.formats) pageless = pageless && vocabulary::row_of(choice.format).pageless;
        out.key("pageless").boolean(pageless && !shown.set.web.empty());
        const auto* target = target_of(key);
        const auto& outputs = prepared_->briefing.outputs;
        for (const auto& output : outputs)
            if (target != nullptr && output.name.text == target->output && output.pages_max)
                out.key("most").integer(*output.pages_max);
        out.key("steps").begin_array();
        for (const auto& step : shown.set.steps) out.string(step);
        out.end_array();
        out.key("pages").begin_array();
        for (std::size_t i = 0; i < pages.size(); ++i) {
            out.begin_array().string(name_of(shown.hashes[i]));
            out.number(pages[i].size.width).number(pages[i].size.height).string(pages[i].label);
            out.string(pages[i].slide ? pages[i].slide->title : std::string()).end_array();
        }
        out.end_array().end_object();
        return out.take();
    }

    // ---- questions

    const Shown* shown_of(const std::string& key) const {
        const auto at = shown_.find(key);
        return at == shown_.end() ? nullptr : &at->second;
    }

    void paint(std::uint32_t id, Unpack& body) {
        const auto* shown = shown_of(body.text());
        const auto wanted = body.text();
        const auto width = body.number();
        for (std::size_t i = 0; shown != nullptr && i < shown->hashes.size(); ++i) {
            if (name_of(shown->hashes[i]) != wanted) continue;
            if (const auto bytes = picture(*shown, i, width)) return reply(id, true, *bytes);
        }
        reply(id, false, "");
    }

    void places(std::uint32_t id, Unpack& body) {
        const auto* shown = shown_of(body.text());
        const auto page = body.number();
        if (shown == nullptr || page >= shown->hashes.size() || !shown->prepared->database) return reply(id, false, "");
        reply(id, true, places_json(shown->set.pages.pages[page], shown->ledger, *shown->prepared, folders_));
    }

    void web(std::uint32_t id, Unpack& body) {
        const auto* shown = shown_of(body.text());
        if (shown == nullptr || shown->set.web.empty()) return reply(id, false, "");
        reply(id, true, shown->set.web.front().bytes);
    }

    /// In a process of its own: all targets are set once more.
    void explain(std::uint32_t id, Unpack& body) {
        const auto key = body.text();
        std::vector<std::string> names;
        for (auto count = body.number(); count > 0; --count) names.push_back(body.text());
        const auto* shown = shown_of(key);
        if (shown == nullptr) return reply(id, false, "");
        try {
            reply(id, true, explained_json(*shown->prepared, key, options_.setting, names, folders_));
        } catch (const std::exception&) {
            reply(id, false, "");
        }
    }

    void open_for_others() {
        try {
            diag::Diagnostics ignored;
            auto opened = build::open_briefing(options_.request, options_.setting, databases_).take(ignored);
            if (!opened) return;
            diag::append(data_faults_, diag::Diagnostics(opened->data_faults));
            prepared_ = std::make_shared<const build::Prepared>(std::move(*opened));
        } catch (const std::exception&) {
            prepared_.reset();
        }
    }

    /// In a process of its own, without pages: the findings of the targets that nobody looks at.
    void others(std::uint32_t id, Unpack& body) {
        std::set<std::string> known;
        for (auto count = body.number(); count > 0; --count) known.insert(body.text());
        constexpr std::size_t kMost = 24;  // an edition for each row may be thousands
        std::size_t done = 0;
        constexpr int kPolite = 15;  // the next picture comes first
        [[maybe_unused]] const int niceness = ::nice(kPolite);
        open_for_others();
        const std::vector<bind::Target> none;
        for (const auto& target : prepared_ ? prepared_->targets : none) {
            const auto key = key_of(target);
            if (known.count(key) > 0) continue;
            if (++done > kMost) break;
            diag::Diagnostics found = data_faults_;
            try {
                bind::Ledger ledger;
                if (auto set = build::set_target(*prepared_, target, options_.setting, &ledger).take(found))
                    for (const auto& page : set->pages.pages)
                        diag::append(found, paint::audit_doubts(page, *set->fonts));
            } catch (const std::exception&) {
                continue;
            }
            const auto json = findings_json(found, nullptr, folders_);
            channel_.send({Kind::counted, id, Pack().text(key).number(json.errors).number(json.warnings).take(), -1});
        }
        channel_.send({Kind::done, id, Pack().number(0).take(), -1});
    }

    Options options_;
    const pid_t server_ = ::getppid(), first_ = ::getpid();  // of the first builder, which makes this
    bool is_new_ = true;                                     // this process has not built yet
    Channel channel_;
    std::vector<pid_t> children_;
    build::Databases databases_;
    diag::Diagnostics data_faults_;
    std::shared_ptr<const build::Prepared> prepared_;
    diag::Folders folders_;
    std::vector<std::string> keys_;
    std::map<std::string, std::vector<std::pair<std::string, std::uint64_t>>> seen_;  // by key: hashes and widths
    std::map<std::string, std::vector<std::uint64_t>> last_;  // by key: hashes of the pages that browsers have
    bool may_fail_ = false;  // true: this process has no earlier pages, which stay with an error
    std::map<std::string, Shown> shown_;
    std::vector<Shown> past_;                  // which newer ones have replaced
    double rest_ms_ = 0;                       // CPU of freeing pages for a build that has not yet begun
    std::unordered_set<std::uint64_t> clean_;  // pages without doubts
};

}  // namespace

std::string key_of(const bind::Target& target) {
    return (target.row ? target.row->folder + "/" : std::string()) + bind::name_of(target);
}

std::optional<FirstBuilder> start_builder(const Options& options) {
    auto ends = channel_pair();
    if (!ends) return std::nullopt;
    const auto child = ::fork();
    if (child < 0) return std::nullopt;
    if (child > 0) return FirstBuilder{child, std::move(ends->first)};
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ends->first.close();
    // Ctrl-C in a terminal is for the server, which closes the channels.
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGTERM, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    Builder(options).run(std::move(ends->second));
    ::_exit(0);
}

}  // namespace precis::preview
