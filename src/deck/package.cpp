// Content types and relationships are XML parts like others.
#include "deck/package.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/limits.h"
#include "deck/codes.h"

namespace precis::deck {
namespace fs = std::filesystem;
namespace {

constexpr const char* kTypes = "[Content_Types].xml";
constexpr const char* kUri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* kPackageUri = "http://schemas.openxmlformats.org/package/2006/relationships";

diag::Diagnostic unreadable(std::string what, std::string remedy) {
    return diag::error(code::deck_unreadable, {}, std::move(what), std::move(remedy));
}

std::string rels_of(const std::string& part) {
    const fs::path path(part);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

std::string resolved(const std::string& owner, std::string target) {
    if (target.starts_with("/")) return target.substr(1);
    auto path = (fs::path(owner).parent_path() / target).lexically_normal().generic_string();
    return path;
}

std::string last_word(std::string_view uri) {
    const auto slash = uri.rfind('/');
    return std::string(slash == std::string_view::npos ? uri : uri.substr(slash + 1));
}

constexpr int kDeepest = 200;  // tags in tags: far more than any deck has, and few enough for recursion

bool is_deeper_than(pugi::xml_node root, int most) {
    int depth = 0;
    for (auto node = root.first_child(); node;) {
        if (depth > most) return true;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node && node != root && !node.next_sibling()) node = node.parent(), --depth;
        if (!node || node == root) break;
        node = node.next_sibling();
    }
    return false;
}

std::string printed(const pugi::xml_document& document) {
    std::ostringstream out;
    if (!document.first_child() || document.first_child().type() != pugi::node_declaration)
        out << "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration);  // one that it has is written
    return out.str();
}

}  // namespace

diag::Result<std::unique_ptr<Package>> Package::open(const fs::path& file) {
    std::string why;
    const auto archive = zip::Archive::open(file, why);
    if (archive) return read(*archive);
    std::ifstream in(file, std::ios::binary);
    char head[8] = {};
    in.read(head, sizeof head);
    const std::string_view begin(head, static_cast<std::size_t>(in.gcount()));
    const auto name = file.filename().string();
    if (!in.is_open())
        return unreadable(fmt::format("there is no deck {}, or it cannot be read", name), "name a PowerPoint deck");
    if (begin.starts_with("\xD0\xCF\x11\xE0"))
        return unreadable(fmt::format("{} has a password, or is of the older format .ppt", name),
                          "save it as .pptx without a password; precis writes no deck with one");
    if (why.starts_with("libzip")) return unreadable(why, "install the Debian package libzip4");
    return unreadable(fmt::format("{} is not a PowerPoint deck: it is no ZIP archive, or a damaged one", name),
                      "name a .pptx file that precis wrote; a damaged one can be built again");
}

diag::Result<std::unique_ptr<Package>> Package::open(const std::string& bytes) {
    const auto archive = zip::Archive::of_bytes(bytes);
    if (archive) return read(*archive);
    return unreadable("the new deck cannot be read", "free memory and try again");
}

diag::Result<std::unique_ptr<Package>> Package::read(zip::Archive& archive) {
    auto package = std::make_unique<Package>();
    std::int64_t sum = 0, tags = 0;
    for (const auto& name : archive.names()) {
        if (name.empty() || name.back() == '/') continue;
        auto bytes = archive.part(name);
        if (const auto exceeded = archive.exceeded())
            return unreadable(fmt::format("the part {} is larger than decks may have", name),
                              base::how_to_raise(exceeded->limit, exceeded->asked));
        if (!bytes)
            return unreadable(fmt::format("the part {} of the deck is damaged", name),
                              "build the deck again, or repair it in PowerPoint first");
        sum += static_cast<std::int64_t>(bytes->size());
        if (name.ends_with(".xml") || name.ends_with(".rels")) tags += std::count(bytes->begin(), bytes->end(), '<');
        if (tags > base::limit(base::Limit::part_tags))
            return unreadable("the deck has more tags than decks may have",
                              base::how_to_raise(base::Limit::part_tags, tags));
        if (sum > base::limit(base::Limit::part_bytes))
            return unreadable("the parts of the deck are larger than decks may have",
                              base::how_to_raise(base::Limit::part_bytes, sum));
        if (package->parts_.emplace(name, std::move(*bytes)).second) package->order_.push_back(name);
    }
    package->main_ = package->related("", "officeDocument");
    if (package->content_type(package->main_).find("presentationml.presentation") == std::string::npos &&
        package->content_type(package->main_).find("presentationml.slideshow") == std::string::npos)
        return unreadable("the file is an archive, but no PowerPoint deck", "name a .pptx file that precis wrote");
    for (const auto& slide : package->slides())
        if (!package->xml(slide).child("p:sld"))
            return unreadable(fmt::format("the slide {} of the deck is damaged", slide),
                              "build the deck again, or repair it in PowerPoint first");
    return package;
}

std::string_view Package::bytes(const std::string& path) const {
    const auto at = parts_.find(path);
    return at == parts_.end() ? std::string_view() : std::string_view(at->second);
}

std::vector<std::string> Package::paths_in(std::string_view folder) const {
    std::vector<std::string> out;
    for (const auto& [path, bytes] : parts_)
        if (path.starts_with(folder)) out.push_back(path);
    return out;
}

pugi::xml_document& Package::xml(const std::string& path) {
    auto& known = parsed_[path];
    if (!known) {
        known = std::make_unique<pugi::xml_document>();
        const auto text = bytes(path);
        // White space between tags is kept: it may be all that a run has.
        if (!text.empty() && !known->load_buffer(text.data(), text.size(), pugi::parse_full | pugi::parse_ws_pcdata))
            known->reset();
        if (is_deeper_than(*known, kDeepest)) known->reset();
    }
    return *known;
}

void Package::put(const std::string& path, std::string bytes) {
    auto& part = parts_[path];
    if (part == bytes) return;
    part = std::move(bytes);
    parsed_.erase(path);
    changed_.insert(path);
}

void Package::add(const std::string& path, const std::string& content_type, std::string bytes) {
    order_.push_back(path);
    put(path, std::move(bytes));
    auto types = xml(kTypes).child("Types");
    auto node = types.append_child("Override");
    node.append_attribute("PartName").set_value(("/" + path).c_str());
    node.append_attribute("ContentType").set_value(content_type.c_str());
    mark_changed(kTypes);
}

std::string Package::content_type(const std::string& path) {
    const auto types = xml(kTypes).child("Types");
    for (const auto node : types.children("Override"))
        if (node.attribute("PartName").value() == "/" + path) return node.attribute("ContentType").value();
    const auto ending = path.substr(std::min(path.rfind('.'), path.size() - 1) + 1);
    for (const auto node : types.children("Default"))
        if (node.attribute("Extension").value() == ending) return node.attribute("ContentType").value();
    return {};
}

std::string Package::free_path(const std::string& like) const {
    const fs::path path(like);
    auto stem = path.stem().string();
    while (!stem.empty() && stem.back() >= '0' && stem.back() <= '9') stem.pop_back();
    for (int number = 1;; ++number) {
        const auto name = (path.parent_path() / fmt::format("{}{}{}", stem, number, path.extension().string()));
        if (!parts_.contains(name.generic_string())) return name.generic_string();
    }
}

std::vector<Relationship> Package::relationships(const std::string& from) {
    std::vector<Relationship> out;
    for (const auto node : xml(from.empty() ? "_rels/.rels" : rels_of(from)).child("Relationships").children()) {
        Relationship one;
        one.id = node.attribute("Id").value();
        one.type = last_word(node.attribute("Type").value());
        one.outside = std::string_view(node.attribute("TargetMode").value()) == "External";
        one.target = node.attribute("Target").value();
        if (!one.outside) one.target = resolved(from, one.target);
        out.push_back(std::move(one));
    }
    return out;
}

std::string Package::target(const std::string& from, const std::string& id) {
    for (const auto& one : relationships(from))
        if (one.id == id && !one.outside) return one.target;
    return {};
}

std::string Package::related(const std::string& from, std::string_view type) {
    for (const auto& one : relationships(from))
        if (one.type == type && !one.outside) return one.target;
    return {};
}

std::string Package::relate(const std::string& from, const std::string& type, const std::string& to, bool outside) {
    const auto known = relationships(from);
    for (const auto& one : known)
        if (one.type == type && one.target == to && one.outside == outside) return one.id;
    int number = 1;
    const auto taken = [&](const std::string& id) {
        return std::any_of(known.begin(), known.end(), [&](const auto& one) { return one.id == id; });
    };
    while (taken(fmt::format("rId{}", number))) ++number;
    const auto path = rels_of(from);
    auto& document = xml(path);
    if (!document.child("Relationships")) {
        document.append_child("Relationships").append_attribute("xmlns").set_value(kPackageUri);
        order_.push_back(path);
        parts_[path];
    }
    auto node = document.child("Relationships").append_child("Relationship");
    const auto id = fmt::format("rId{}", number);
    node.append_attribute("Id").set_value(id.c_str());
    node.append_attribute("Type").set_value((kUri + type).c_str());
    const auto relative = fs::path("/" + to).lexically_relative(fs::path("/" + from).parent_path()).generic_string();
    node.append_attribute("Target").set_value(outside ? to.c_str() : relative.c_str());
    if (outside) node.append_attribute("TargetMode").set_value("External");
    mark_changed(path);
    return id;
}

void Package::unrelate(const std::string& from, std::string_view type) {
    const auto path = from.empty() ? "_rels/.rels" : rels_of(from);
    auto list = xml(path).child("Relationships");
    for (auto node = list.first_child(); node;) {
        const auto next = node.next_sibling();
        if (last_word(node.attribute("Type").value()) == type) {
            list.remove_child(node);
            mark_changed(path);
        }
        node = next;
    }
}

std::vector<std::string> Package::slides() {
    std::vector<std::string> out;
    for (const auto node : xml(main_).child("p:presentation").child("p:sldIdLst").children("p:sldId"))
        if (auto path = target(main_, node.attribute("r:id").value()); has(path)) out.push_back(std::move(path));
    return out;
}

diag::Result<std::string> Package::zipped() {
    for (const auto& path : changed_)
        if (const auto known = parsed_.find(path); known != parsed_.end() && known->second->first_child())
            parts_[path] = printed(*known->second);
    std::vector<zip::Entry> entries;
    for (const auto& path : order_) entries.push_back({path, &parts_.at(path)});
    auto bytes = zip::written(entries);
    if (bytes.empty()) return unreadable("the deck could not be zipped", "free memory and try again");
    return bytes;
}

void Adoption::adopt(pugi::xml_node copy) {
    std::vector<pugi::xml_node> lost;
    const auto visit = [&](pugi::xml_node node, const auto& again) -> void {
        for (auto attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (name != "r:id" && name != "r:embed" && name != "r:link") continue;
            const auto id = adopted(attribute.value());
            if (id.empty())
                lost.push_back(node);
            else
                attribute.set_value(id.c_str());
        }
        for (const auto child : node.children()) again(child, again);
    };
    visit(copy, visit);
    for (auto node : lost) node.parent().remove_child(node);
}

std::string Adoption::adopted(const std::string& id) {
    if (const auto known = known_.find(id); known != known_.end()) return known->second;
    for (const auto& one : from_.relationships(from_part_)) {
        if (one.id != id) continue;
        if (one.outside) return known_[id] = into_.relate(into_part_, one.type, one.target, true);
        if (one.type == "slide") return known_[id] = {};
        return known_[id] = into_.relate(into_part_, one.type, copy_part(one.target));
    }
    return known_[id] = {};
}

std::string Adoption::copy_part(const std::string& path) {
    const auto fresh = into_.free_path(path);
    into_.add(fresh, from_.content_type(path), std::string(from_.bytes(path)));
    for (const auto& one : from_.relationships(path)) {
        // Ids inside the copied part stay: it has no other relationships yet.
        const auto id = into_.relate(fresh, one.type, one.outside ? one.target : copy_part(one.target), one.outside);
        if (id != one.id) {
            auto& rels = into_.xml(rels_of(fresh));
            for (auto node : rels.child("Relationships").children())
                if (node.attribute("Id").value() == id) node.attribute("Id").set_value(one.id.c_str());
        }
    }
    return fresh;
}

}  // namespace precis::deck
