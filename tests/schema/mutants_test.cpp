// The schema and the program agree on files with one fault: valid files are changed at each of their places, and what
// the readers say of a change is compared with what the schema says of it.
#include <algorithm>
#include <map>
#include <set>

#include "../effect/tree.h"
#include "catch.h"
#include "collect/collect.h"
#include "data/model.h"
#include "json/writer.h"
#include "knowable.h"
#include "mappings.h"
#include "program.h"
#include "repository.h"
#include "spec/briefing.h"
#include "style/load.h"
#include "validator.h"

using namespace precis;
using namespace precis::test;
using Kind = yaml::Node::Kind;

namespace {

/// A change of one place of a file: a value as JSON, which is YAML as well, or none: the place is dropped.
struct Mutant {
    fs::path file;
    std::string kind, place;
    std::vector<std::string> at;
    std::optional<std::string> put;
    diag::Diagnostics said;
};

std::string in_quotes(const std::string& text) {
    json::Writer writer(json::Writer::Form::compact);
    writer.string(text);
    return writer.take();
}

/// The keys whose values are mappings of names, for each kind of file.
std::set<std::pair<std::string, std::string>> keys_of_names() {
    std::set<std::pair<std::string, std::string>> keys;
    for (const auto& [kind, mapping, is_root] : mappings())
        for (const auto& group : mapping->groups)
            for (const auto& key : group)
                if (((key.shape.types | key.other.types) & vocabulary::kNamed) != 0)
                    keys.emplace(kind, std::string(key.name));
    return keys;
}

/// Gathers the changes, each kind of change once for each kind of place of a kind of file: items of lists are alike,
/// and so is what stands under names.
class Mutants {
  public:
    void of(const Judged& file) {
        file_ = &file;
        auto tree = tree_of(read_file(file.file));
        if (tree.kind == Kind::map) walk(tree, {});
    }
    std::vector<Mutant> take() { return std::move(mutants_); }

  private:
    void add(const char* change, std::optional<std::string> put) {
        if (!seen_.insert(file_->kind + place_ + change).second) return;
        mutants_.push_back({file_->file, file_->kind, place_, at_, std::move(put), {}});
    }
    void into(Tree& value, const std::string& step, const std::string& place) {
        const auto outer = place_;
        at_.push_back(step);
        place_ += "/" + place;
        change(value);
        walk(value, step);
        place_ = outer;
        at_.pop_back();
    }
    /// `key_above`: the key that the tree stands under.
    void walk(Tree& tree, const std::string& key_above) {
        const bool has_names = names_.count({file_->kind, key_above}) == 1;
        if (tree.kind == Kind::map) {
            for (const auto& [change, key] : {std::pair{"unknown", "zz-unknown"}, {"own", "x-own"}}) {
                at_.emplace_back(key);
                add(change, "\"1\"");
                at_.pop_back();
            }
        }
        for (auto& [key, value] : tree.entries) into(value, key, has_names ? "NAME" : key);
        for (std::size_t i = 0; i < tree.items.size(); ++i)
            into(tree.items[i], std::to_string(i), "*" + variant(tree.items[i]));
    }
    /// Changes of a value itself.
    void change(const Tree& value) {
        add("dropped", std::nullopt);
        add("word", "\"zz wrong\"");
        add("number", "7");
        add("mapping", "{\"zz-unknown\": \"1\"}");
        add("list", "[\"zz wrong\"]");
        add("lists", "[[\"zz wrong\"]]");
        if (value.kind == Kind::scalar) add("quoted", in_quotes(value.text));
    }
    /// What kind of mapping it is, if it is one of several.
    static std::string variant(Tree& item) {
        for (const auto* key : {"chart", "table", "image"})
            if (item.find(key) != nullptr) return key;
        return {};
    }

    const std::set<std::pair<std::string, std::string>> names_ = keys_of_names();
    const Judged* file_ = nullptr;
    std::vector<std::string> at_;
    std::string place_;
    std::set<std::string> seen_;
    std::vector<Mutant> mutants_;
};

/// The readers' errors about a changed file of a project, which is copied.
class Readers {
  public:
    diag::Diagnostics read(const Mutant& mutant) {
        const auto project = project_of(mutant.file);
        const auto& folder = copy_of(project);
        const auto file = folder.path() / fs::relative(mutant.file, project);
        const auto& before = text_of(mutant.file);
        auto tree = trees_.at(mutant.file);
        std::string path;
        for (const auto& step : mutant.at) path += (path.empty() ? "" : "/") + step;
        if (mutant.put) {
            const auto value = tree_of("v: " + *mutant.put);
            tree.put(path, &value.entries.front().second);
        } else {
            tree.put(path, nullptr);
        }
        write_file(file, yaml_of(tree));
        auto said = errors_of(mutant.kind, folder.path(), file);
        write_file(file, before);
        return said;
    }

  private:
    /// The folder of the nearest precis.yaml.
    static fs::path project_of(const fs::path& file) {
        auto folder = file.parent_path();
        while (!fs::exists(folder / "precis.yaml")) folder = folder.parent_path();
        return folder;
    }
    const Folder& copy_of(const fs::path& project) {
        auto& copy = copies_[project];
        if (copy) return *copy;
        copy = std::make_unique<Folder>("mutants");
        const auto options = fs::copy_options::recursive;
        for (const auto* name : {"precis.yaml", "audiences.yaml", "briefing.yaml", "data", "layouts", "samples",
                                 "fonts", "tests/property", "site.svg"}) {
            if (!fs::exists(project / name)) continue;
            fs::create_directories((*copy / name).parent_path());
            fs::copy(project / name, *copy / name, options);
        }
        return *copy;
    }
    static diag::Diagnostics errors_of(const std::string& kind, const fs::path& root, const fs::path& file) {
        diag::Diagnostics said;
        if (kind == "model") {
            data::load(file, root).take(said);
        } else if (kind == "layout" || kind == "brand") {
            style::LayoutSearch search;
            search.root = root;
            search.folders = {root / "layouts", kRoot / "layouts"};
            if (kind == "brand") search.brand = file;
            style::load(kind == "brand" ? "research-note" : file.stem().string(), search, {}).take(said);
        } else if (kind == "repositories") {
            collect::collect_git({file, root, false}).take(said);
        } else if (kind == "attendance") {
            collect::collect_attendance({root, file, root / "table.csv"}).take(said);
        } else if (kind == "citation-style") {
            write_file(root / "layouts" / "mutant.yaml",
                       "layout: 1\nextends: research-note\ncitation-style: " + file.stem().string() + "\n");
            style::LayoutSearch search;
            search.root = root;
            search.folders = {root / "layouts", kRoot / "layouts"};
            style::load("mutant", search, {}).take(said);
        } else {
            const auto project = spec::find_project(root, root).take(said);
            if (kind == "briefing") spec::read(file, *project).take(said);
        }
        std::erase_if(said, [](const diag::Diagnostic& one) {
            const auto code = one.code.word();
            return one.severity != diag::Severity::error || code == "clone_unreadable" ||  // there are no clones
                   (code == "file_not_found" && one.message.starts_with("no file of"));    // and no lists
        });
        return said;
    }

    /// The file as it was; its tree is kept, too.
    const std::string& text_of(const fs::path& file) {
        auto& text = texts_[file];
        if (text.empty()) {
            text = read_file(file);
            trees_.emplace(file, tree_of(text));
        }
        return text;
    }

    std::map<fs::path, std::unique_ptr<Folder>> copies_;
    std::map<fs::path, std::string> texts_;
    std::map<fs::path, Tree> trees_;
};

/// An image needs an id and a title unless it is decorative; a schema does not look at one key for another.
bool is_of_image(const Mutant& mutant) {
    return mutant.place.ends_with("*image/id") || mutant.place.ends_with("*image/title");
}

std::string in_words(const Mutant& mutant) {
    std::string words = mutant.file.string() + " ";
    for (const auto& step : mutant.at) words += "/" + step;
    words += " = " + mutant.put.value_or("(dropped)") + "\nthe program:\n";
    for (const auto& one : mutant.said) words += "  " + one.message + " [" + std::string(one.code.word()) + "]\n";
    return words;
}

}  // namespace

TEST_CASE("the schema refuses what the readers refuse for a key, a shape or a word, and nothing that they accept",
          "[schema][mutants]") {
    if (!validator_is_there()) return;
    Mutants gathered;
    for (const auto& file : files_of_repository())
        if (file.kind != "translation") gathered.of(file);  // its schema leaves its keys to the original's
    auto mutants = gathered.take();
    Readers readers;
    std::vector<Judged> items;
    for (auto& mutant : mutants) {
        mutant.said = readers.read(mutant);
        items.push_back({mutant.kind, mutant.file, {}, {}, mutant.at, mutant.put});
    }
    const auto verdicts = verdicts_on(items);
    int refused = 0;
    for (std::size_t i = 0; i < mutants.size(); ++i) {
        const auto& said = mutants[i].said;
        const bool known = std::any_of(said.begin(), said.end(), [](const diag::Diagnostic& one) {
            return is_knowable(std::string(one.code.word()), one.message);
        });
        INFO(in_words(mutants[i]) << "the schema:\n" << verdicts[i].in_words());
        if (known && !is_of_image(mutants[i])) CHECK(verdicts[i].refused());
        if (verdicts[i].refused()) CHECK_FALSE(said.empty());
        refused += verdicts[i].refused() ? 1 : 0;
    }
    WARN("changed files validated: " << mutants.size() << ", refused: " << refused);
    CHECK(refused > 500);
}
