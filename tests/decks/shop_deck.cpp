#include "shop_deck.h"

#include <sstream>
#include <stdexcept>

#include "catch.h"
#include "zip/archive.h"

namespace precis::test {
namespace fs = std::filesystem;
namespace {

constexpr const char* kModel = R"(model: 1
sources:
  shop: {title: Orders of the shop, publisher: The shop, date: 2026-08-31}
facts: {file: facts.csv}
tables:
  orders:
    file: orders.csv
    source: shop
    as-of: 2026-08-31
    key: month
    columns:
      month: month
      online: {type: integer, label: Online}
      counter: {type: integer, label: Counter}
)";

constexpr const char* kBriefing = R"(briefing: 1
title: Orders move online
date: 2026-08-31
outputs:
  deck: {layout: executive-deck, formats: [pptx]}
  board: {layout: executive-deck, formats: [pptx]}
values:
  last-online: SELECT online FROM orders ORDER BY month DESC LIMIT 1
  last-counter: SELECT counter FROM orders ORDER BY month DESC LIMIT 1
  all-orders: SELECT sum(online) + sum(counter) FROM orders
summary: |
  {{ clients }} clients bought in {{ sites }} shops.
key-figures:
  - {value: clients, label: clients}
  - {value: sites, label: shops, detail: in three towns}
  - {value: reach, label: of clients return}
findings:
  - "**More clients.** {{ clients }} people bought at least once, in {{ sites }} shops."
  - "**They return.** {{ reach }} of clients came a second time."
  - "**Online grows.** {{ last-online }} orders came online in the last month, {{ last-counter }} over the counter."
recommendations:
  - {to: Buyers, text: "Order for the web first."}
  - {to: Whoever plans, text: "Keep the counters open while {{ last-counter }} orders need them."}
sections:
  - id: channels
    title: Two channels
    headline: Online orders grow month by month
    points:
      - "**Online.** {{ last-online }} orders in the last month."
      - "**Counter.** {{ last-counter }} orders in the last month, of {{ all-orders }} in all."
    takeaway: The web will pass the counter.
    speaker-notes: "Begin with the {{ last-online }} orders of the last month."
    exhibits:
      - id: fig:orders
        chart: column
        title: Orders by channel
        query: SELECT month, online, counter FROM orders ORDER BY month
        x: month
        y: [online, counter]
  - id: lines
    title: The same as lines
    headline: The lines approach each other
    exhibits:
      - id: fig:lines
        chart: line
        title: Orders a month
        query: SELECT month, online, counter FROM orders ORDER BY month
        x: month
        y: [online, counter]
  - id: drawn
    title: A drawn chart
    headline: The range of orders
    exhibits:
      - id: fig:slope
        chart: slope
        title: First and last month
        query: >-
          SELECT month, online, counter FROM orders
          WHERE month IN (SELECT min(month) FROM orders UNION SELECT max(month) FROM orders) ORDER BY month
        x: month
        y: [online, counter]
  - id: months
    title: Month by month
    headline: All months in a table
    exhibits:
      - id: tab:months
        title: Orders
        query: SELECT month, online, counter, online + counter AS both FROM orders ORDER BY month
        table:
          - {column: month, label: Month}
          - {column: online, label: Online}
          - {column: counter, label: Counter, show: heat}
          - {column: both, label: Both, show: bar}
)";

constexpr const char* kFacts =
    "id,subject,measure,value,qualifier,unit,period,status,source\n"
    "clients,The shop,clients,%CLIENTS%,exactly,people,2026,actual,shop\n"
    "sites,The shop,sites,12,exactly,sites,2026,actual,shop\n"
    "reach,The shop,share of clients who return,%REACH%,exactly,percent,2026,actual,shop\n"
    "margin,The shop,margin that no output shows,7.77,exactly,percent,2026,actual,shop\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string rels_of(const std::string& part) {
    const fs::path path(part);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

void load(pugi::xml_document& document, const std::string& bytes) {
    if (!document.load_buffer(bytes.data(), bytes.size(), pugi::parse_full | pugi::parse_ws_pcdata))
        throw std::runtime_error("a part is no XML");
}

std::string words_in(pugi::xml_node node) {
    std::string out;
    for (const auto& paragraph : node.select_nodes(".//a:p")) {
        std::string line;
        for (const auto child : paragraph.node().children()) {
            if (std::string_view(child.name()) == "a:br") line += " ";
            line += child.child("a:t").text().get();
        }
        if (!line.empty()) out += (out.empty() ? "" : "\n") + line;
    }
    return with(std::move(out), "\u00a0", " ");
}

/// With spaces that may break.
std::string plain(std::string text) {
    return with(std::move(text), "\u00a0", " ");
}

bool is_shape(pugi::xml_node node) {
    for (const std::string_view name : {"p:sp", "p:grpSp", "p:pic", "p:graphicFrame"})
        if (node.name() == name) return true;
    return false;
}

/// Calls `each(part, node)` for every top shape.
template <class Each>
void for_shapes(const EditedDeck& deck, const Each& each) {
    for (const auto& part : deck.slides()) {
        pugi::xml_document document;
        load(document, deck.parts.at(part));
        for (const auto node : document.child("p:sld").child("p:cSld").child("p:spTree").children())
            if (is_shape(node)) each(part, node);
    }
}

std::string name_of_node(pugi::xml_node node) {
    return node.first_child().child("p:cNvPr").attribute("name").value();
}

bool is_meant(pugi::xml_node node, const std::string& words) {
    return name_of_node(node) == words ||
           (std::string_view(node.name()) == "p:sp" && words_in(node).find(words) != std::string::npos);
}

}  // namespace

EditedDeck::EditedDeck(const fs::path& file) {
    std::string why;
    const auto archive = zip::Archive::open(file, why);
    if (!archive) throw std::runtime_error(file.string() + ": " + why);
    for (const auto& name : archive->names()) {
        parts[name] = archive->part(name).value_or("");
        order.push_back(name);
    }
}

void EditedDeck::save(const fs::path& file) const {
    std::vector<zip::Entry> entries;
    for (const auto& name : order)
        if (parts.contains(name)) entries.push_back({name, &parts.at(name)});
    for (const auto& [name, bytes] : parts)
        if (std::find(order.begin(), order.end(), name) == order.end()) entries.push_back({name, &bytes});
    write_file(file, zip::written(entries));
}

std::string EditedDeck::target(const std::string& part, const std::string& id) const {
    pugi::xml_document rels;
    load(rels, parts.at(rels_of(part)));
    for (const auto node : rels.child("Relationships").children())
        if (node.attribute("Id").value() == id) {
            const std::string path = node.attribute("Target").value();
            if (path.starts_with("/")) return path.substr(1);
            return (fs::path(part).parent_path() / path).lexically_normal().generic_string();
        }
    throw std::runtime_error("no relationship " + id + " of " + part);
}

std::vector<std::string> EditedDeck::slides() const {
    pugi::xml_document show;
    load(show, parts.at("ppt/presentation.xml"));
    std::vector<std::string> out;
    for (const auto node : show.child("p:presentation").child("p:sldIdLst").children())
        out.push_back(target("ppt/presentation.xml", node.attribute("r:id").value()));
    return out;
}

std::string EditedDeck::slide_saying(const std::string& words) const {
    std::string found;
    for_shapes(*this, [&](const std::string& part, pugi::xml_node node) {
        if (found.empty() && is_meant(node, words)) found = part;
    });
    if (found.empty()) throw std::runtime_error("no slide says “" + words + "”");
    return found;
}

void EditedDeck::change(const std::string& part, const std::string& from, const std::string& to) {
    auto& text = parts.at(part);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error(part + " has no “" + from + "”");
    text.replace(at, from.size(), to);
}

std::string EditedDeck::shape(const std::string& words) const {
    std::string found;
    for_shapes(*this, [&](const std::string&, pugi::xml_node node) {
        if (!found.empty() || !is_meant(node, words)) return;
        std::ostringstream out;
        node.print(out, "", pugi::format_raw);
        found = out.str();
    });
    if (found.empty()) throw std::runtime_error("no shape says “" + words + "”");
    return found;
}

std::string EditedDeck::words_of(const std::string& name) const {
    std::string found = "(no such shape)";
    for_shapes(*this, [&](const std::string&, pugi::xml_node node) {
        if (found == "(no such shape)" && is_meant(node, name)) found = words_in(node);
    });
    return found;
}

std::string EditedDeck::name_of(const std::string& words) const {
    std::string found;
    for_shapes(*this, [&](const std::string&, pugi::xml_node node) {
        if (found.empty() && is_meant(node, words)) found = name_of_node(node);
    });
    return found;
}

std::string EditedDeck::chart_in(const std::string& name) const {
    const auto xml = shape(name);
    const auto at = xml.find("r:id=\"", xml.find("<c:chart "));
    const auto begin = at + std::string_view("r:id=\"").size();
    return target(slide_saying(name), xml.substr(begin, xml.find('"', begin) - begin));
}

std::string EditedDeck::book_of(const std::string& chart) const {
    pugi::xml_document document;
    load(document, parts.at(chart));
    const std::string id = document.child("c:chartSpace").child("c:externalData").attribute("r:id").value();
    return id.empty() ? std::string() : target(chart, id);
}

std::string EditedDeck::values(const std::string& chart, std::size_t series) const {
    pugi::xml_document document;
    load(document, parts.at(chart));
    const auto all = document.select_nodes("//c:ser");
    if (series >= all.size()) return "(no such series)";
    const auto node = all[series].node();
    std::map<int, std::string> names;
    for (const auto& point : node.select_nodes("c:cat//c:pt"))
        names[point.node().attribute("idx").as_int()] = point.node().child("c:v").text().get();
    std::string out;
    for (const auto& point : node.select_nodes("c:val//c:pt"))
        out += (out.empty() ? "" : "; ") + names[point.node().attribute("idx").as_int()] + " " +
               point.node().child("c:v").text().get();
    return plain(std::move(out));
}

std::string EditedDeck::cells(const std::string& name) const {
    std::string out;
    for_shapes(*this, [&](const std::string&, pugi::xml_node node) {
        if (!out.empty() || name_of_node(node) != name) return;
        for (const auto& row : node.select_nodes(".//a:tr")) {
            std::string line;
            for (const auto cell : row.node().children("a:tc")) line += (line.empty() ? "" : " | ") + words_in(cell);
            out += line + "\n";
        }
    });
    return out;
}

ShopDeck::ShopDeck() : Folder("decks") {
    write("precis.yaml", "precis: 1\nbriefings: note.yaml\nmodel: data/model.yaml\n");
    write("data/model.yaml", kModel);
    write("data/facts.csv", with(with(kFacts, "%CLIENTS%", "820"), "%REACH%", "43"));
    write("data/orders.csv", "month,online,counter\n2026-03,40,60\n2026-04,44,58\n2026-05,47,57\n2026-06,52,55\n");
    write("note.yaml", kBriefing);
}

void ShopDeck::next_month() const {
    write("data/facts.csv", with(with(kFacts, "%CLIENTS%", "940"), "%REACH%", "46"));
    write("data/orders.csv",
          "month,online,counter\n2026-03,40,60\n2026-04,44,58\n2026-05,48,57\n2026-06,52,55\n2026-07,61,51\n");
}

Ran ShopDeck::precis(const std::vector<std::string>& words) const {
    std::vector<std::string> all{precis_program()};
    all.insert(all.end(), words.begin(), words.end());
    return run(all, path(), {{"PRECIS_DATA", PRECIS_SOURCE_DIR}, {"LC_ALL", "C"}});
}

fs::path ShopDeck::built(const std::string& name, const std::string& output) const {
    const auto ran = precis({"build", "note.yaml", "--output", output, "-o", "out"});
    INFO(ran.out << ran.err);
    REQUIRE(ran.exit_code == 0);
    fs::copy_file(path() / "out" / "note" / (output + ".pptx"), path() / name, fs::copy_options::overwrite_existing);
    return path() / name;
}

Ran ShopDeck::refresh(const fs::path& deck) const {
    auto ran = precis({"refresh", deck.string(), "note.yaml", "-o", refreshed(deck).string()});
    ran.out = plain(std::move(ran.out));
    INFO(deck.filename().string() << "\n" << ran.out << ran.err);
    CHECK(ran.exit_code == 0);
    if (ran.exit_code != 0) return ran;
    const auto before = precis({"check", "--pptx", deck.string()});
    const auto after = precis({"check", "--pptx", refreshed(deck).string()});
    INFO(after.err);
    CHECK(after.exit_code <= before.exit_code);
    const auto validator = kept_outside("ooxml-validator") / "node_modules/.bin/ooxml-validator";
    // Decks that LibreOffice has saved break the rules by themselves.
    if (fs::exists(validator) && run({validator.string(), deck.string()}, path()).exit_code == 0) {
        const auto valid = run({validator.string(), refreshed(deck).string()}, path());
        INFO(valid.out << valid.err);
        CHECK(valid.exit_code == 0);
    }
    return ran;
}

void ShopDeck::refresh_again(const fs::path& deck) const {
    const auto again = precis({"refresh", deck.string(), "note.yaml", "-o", refreshed(deck).string()});
    INFO(again.out << again.err);
    CHECK(again.exit_code == 0);
    CHECK_THAT(again.out, StartsWith("0 updated, "));
    CHECK_THAT(again.out, ContainsSubstring(" 0 left, 0 gone, 0 new"));
    CHECK(read_file(refreshed(deck)) == read_file(deck));
}

std::string line_with(const std::string& report, const std::string& words) {
    std::istringstream in(report);
    for (std::string line; std::getline(in, line);)
        if (line.find(words) != std::string::npos) return line;
    return {};
}

}  // namespace precis::test
