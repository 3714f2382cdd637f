// libgit2's walk needs whole histories; a shallow clone is walked here, and ends where a parent is missing.
#include "collect/clone.h"

#include <fmt/format.h>
#include <git2.h>

#include <unordered_set>

#include "base/shared_library.h"

namespace precis::collect {
namespace {

struct Git {
    base::SharedLibrary loaded{"libgit2.so." LIBGIT2_SOVERSION};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_GIT(name) decltype(&::name) name = loaded.find(static_cast<decltype(&::name)>(nullptr), #name)
    PRECIS_GIT(git_libgit2_init);
    PRECIS_GIT(git_libgit2_opts);
    PRECIS_GIT(git_error_last);
    PRECIS_GIT(git_repository_open);
    PRECIS_GIT(git_repository_free);
    PRECIS_GIT(git_repository_is_shallow);
    PRECIS_GIT(git_revparse_single);
    PRECIS_GIT(git_object_peel);
    PRECIS_GIT(git_object_id);
    PRECIS_GIT(git_object_lookup);
    PRECIS_GIT(git_object_type);
    PRECIS_GIT(git_object_free);
    PRECIS_GIT(git_commit_lookup);
    PRECIS_GIT(git_commit_time);
    PRECIS_GIT(git_commit_time_offset);
    PRECIS_GIT(git_commit_tree);
    PRECIS_GIT(git_commit_parentcount);
    PRECIS_GIT(git_commit_parent_id);
    PRECIS_GIT(git_commit_author_with_mailmap);
    PRECIS_GIT(git_commit_free);
    PRECIS_GIT(git_signature_free);
    PRECIS_GIT(git_tree_entry_byname);
    PRECIS_GIT(git_tree_entry_id);
    PRECIS_GIT(git_tree_free);
    PRECIS_GIT(git_blob_lookup);
    PRECIS_GIT(git_blob_rawcontent);
    PRECIS_GIT(git_blob_rawsize);
    PRECIS_GIT(git_blob_free);
    PRECIS_GIT(git_mailmap_from_buffer);
    PRECIS_GIT(git_mailmap_free);
    PRECIS_GIT(git_revwalk_new);
    PRECIS_GIT(git_revwalk_push);
    PRECIS_GIT(git_revwalk_hide);
    PRECIS_GIT(git_revwalk_next);
    PRECIS_GIT(git_revwalk_free);
    PRECIS_GIT(git_graph_descendant_of);
    PRECIS_GIT(git_oid_fromstr);
    PRECIS_GIT(git_oid_tostr_s);
    PRECIS_GIT(git_tag_foreach);
    PRECIS_GIT(git_tag_tagger);
#undef PRECIS_GIT
};

const Git& git() {
    static const Git functions = [] {
        Git made;
        if (made.loaded.complete()) {
            made.git_libgit2_init();
            // Clones of other users are read, too: nothing of a clone is run.
            made.git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        }
        return made;
    }();
    return functions;
}

std::string last_error() {
    const auto* error = git().git_error_last();
    return error != nullptr && error->message != nullptr ? error->message : "the reason is unknown";
}

[[noreturn]] void unreadable(const std::string& what) {
    throw CloneFault{fmt::format("{}: {}", what, last_error()), "check the clone with git fsck, or clone it again"};
}

template <class T>
using Held = std::unique_ptr<T, void (*)(T*)>;

Held<git_commit> commit_of(git_repository* repository, const git_oid& id) {
    git_commit* commit = nullptr;
    if (git().git_commit_lookup(&commit, repository, &id) != 0) commit = nullptr;
    return {commit, git().git_commit_free};
}

std::string text(const char* of) {
    return of == nullptr ? std::string() : std::string(of);
}

}  // namespace

struct Clone::Open {
    Held<git_repository> repository{nullptr, nullptr};
    git_oid id{};
    std::string head;
    std::int64_t ends = 0;
    bool cut = false;
    std::string mailmap;

    void read_mailmap(const git_commit& commit) {
        git_tree* tree = nullptr;
        if (git().git_commit_tree(&tree, &commit) != 0) return;  // a partial clone may lack it
        const Held<git_tree> held(tree, git().git_tree_free);
        const auto* entry = git().git_tree_entry_byname(tree, ".mailmap");
        if (entry == nullptr) return;
        git_blob* blob = nullptr;
        if (git().git_blob_lookup(&blob, repository.get(), git().git_tree_entry_id(entry)) != 0)
            unreadable("the clone's .mailmap cannot be read");
        const Held<git_blob> held_blob(blob, git().git_blob_free);
        mailmap.assign(static_cast<const char*>(git().git_blob_rawcontent(blob)),
                       static_cast<std::size_t>(git().git_blob_rawsize(blob)));
    }

    void give(const git_commit& commit, const git_mailmap* map, const std::function<void(const Commit&)>& take) const {
        git_signature* author = nullptr;
        if (git().git_commit_author_with_mailmap(&author, &commit, map) != 0) unreadable("an author cannot be read");
        const Held<git_signature> held(author, git().git_signature_free);
        take({text(author->name), text(author->email), author->when.time});
    }

    /// All commits of a shallow clone.
    void walk_cut(const git_mailmap* map, const std::function<void(const Commit&)>& take) const {
        std::vector<git_oid> left{id};
        std::unordered_set<std::string> seen{head};
        while (!left.empty()) {
            const auto next = left.back();
            left.pop_back();
            const auto commit = commit_of(repository.get(), next);
            if (!commit) continue;  // before the cut
            give(*commit, map, take);
            for (unsigned i = 0; i < git().git_commit_parentcount(commit.get()); ++i) {
                const auto* parent = git().git_commit_parent_id(commit.get(), i);
                if (seen.insert(git().git_oid_tostr_s(parent)).second) left.push_back(*parent);
            }
        }
    }
};

Clone::Clone(const std::filesystem::path& folder, const std::string& branch) : open_(std::make_unique<Open>()) {
    if (!git().loaded.complete())
        throw CloneFault{"libgit2 is not installed", "install the Debian package libgit2-" LIBGIT2_SOVERSION};
    git_repository* repository = nullptr;
    if (git().git_repository_open(&repository, folder.c_str()) != 0)
        throw CloneFault{"there is no clone: " + last_error(),
                         "name the folder of a clone, or clone the project there"};
    open_->repository = {repository, git().git_repository_free};
    git_object* found = nullptr;
    const auto name = branch.empty() ? std::string("HEAD") : branch;
    if (git().git_revparse_single(&found, repository, name.c_str()) != 0)
        throw CloneFault{
            branch.empty() ? "the clone has no commit" : fmt::format("the clone has no branch “{}”", branch),
            branch.empty() ? "fetch its commits" : "name one that git branch -a lists"};
    const Held<git_object> held(found, git().git_object_free);
    git_object* peeled = nullptr;
    if (git().git_object_peel(&peeled, found, GIT_OBJECT_COMMIT) != 0) unreadable("the branch leads to no commit");
    const Held<git_object> held_commit(peeled, git().git_object_free);
    open_->id = *git().git_object_id(peeled);
    open_->head = git().git_oid_tostr_s(&open_->id);
    const auto commit = commit_of(repository, open_->id);
    if (!commit) unreadable("the last commit cannot be read");
    open_->ends = git().git_commit_time(commit.get());
    open_->cut = git().git_repository_is_shallow(repository) == 1;
    open_->read_mailmap(*commit);
}

Clone::~Clone() = default;
Clone::Clone(Clone&&) noexcept = default;
Clone& Clone::operator=(Clone&&) noexcept = default;

const std::string& Clone::head() const {
    return open_->head;
}

std::int64_t Clone::ends() const {
    return open_->ends;
}

bool Clone::is_cut() const {
    return open_->cut;
}

std::string Clone::mailmap() const {
    return open_->mailmap;
}

bool Clone::has(const std::string& commit) const {
    git_oid id{};
    if (git().git_oid_fromstr(&id, commit.c_str()) != 0 || !commit_of(open_->repository.get(), id)) return false;
    return commit == open_->head || git().git_graph_descendant_of(open_->repository.get(), &open_->id, &id) == 1;
}

void Clone::commits(const std::string& since, const std::function<void(const Commit&)>& take) const {
    auto* repository = open_->repository.get();
    git_mailmap* map = nullptr;
    if (git().git_mailmap_from_buffer(&map, open_->mailmap.data(), open_->mailmap.size()) != 0)
        unreadable("the clone's .mailmap cannot be read");
    const Held<git_mailmap> held_map(map, git().git_mailmap_free);
    if (open_->cut) return open_->walk_cut(map, take);
    git_revwalk* walk = nullptr;
    if (git().git_revwalk_new(&walk, repository) != 0) unreadable("the commits cannot be read");
    const Held<git_revwalk> held(walk, git().git_revwalk_free);
    git_oid id{};
    bool failed = git().git_revwalk_push(walk, &open_->id) != 0;
    if (!since.empty())
        failed = failed || git().git_oid_fromstr(&id, since.c_str()) != 0 || git().git_revwalk_hide(walk, &id) != 0;
    if (failed) unreadable("the commits cannot be read");
    int code = 0;
    while ((code = git().git_revwalk_next(&id, walk)) == 0) {
        const auto commit = commit_of(repository, id);
        if (!commit) unreadable("a commit cannot be read");
        open_->give(*commit, map, take);
    }
    if (code != GIT_ITEROVER) unreadable("the commits cannot be read");
}

std::vector<Tag> Clone::tags() const {
    struct Found {
        std::string name;
        git_oid id;
    };
    std::vector<Found> found;
    const auto add = [](const char* name, git_oid* id, void* payload) {
        constexpr std::string_view kFolder = "refs/tags/";
        static_cast<std::vector<Found>*>(payload)->push_back({std::string(name).substr(kFolder.size()), *id});
        return 0;
    };
    auto* repository = open_->repository.get();
    if (git().git_tag_foreach(repository, add, &found) != 0) unreadable("the tags cannot be read");
    std::vector<Tag> tags;
    for (const auto& one : found) {
        git_object* object = nullptr;
        if (git().git_object_lookup(&object, repository, &one.id, GIT_OBJECT_ANY) != 0) {
            if (open_->cut) continue;
            unreadable(fmt::format("the tag “{}” cannot be read", one.name));
        }
        const Held<git_object> held(object, git().git_object_free);
        const git_signature* tagger = nullptr;
        if (git().git_object_type(object) == GIT_OBJECT_TAG)
            tagger = git().git_tag_tagger(reinterpret_cast<const git_tag*>(object));
        git_object* peeled = nullptr;
        if (git().git_object_peel(&peeled, object, GIT_OBJECT_COMMIT) != 0) continue;  // of a tree or a file
        const Held<git_object> held_commit(peeled, git().git_object_free);
        const auto* commit = reinterpret_cast<const git_commit*>(peeled);
        tags.push_back(tagger != nullptr
                           ? Tag{one.name, tagger->when.time, tagger->when.offset}
                           : Tag{one.name, git().git_commit_time(commit), git().git_commit_time_offset(commit)});
    }
    return tags;
}

}  // namespace precis::collect
