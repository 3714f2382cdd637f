#include "editor.h"

#include <sstream>
#include <stdexcept>

namespace precis::test {
namespace {

QPDFObjectHandle find_element(QPDFObjectHandle node, const std::string& role, std::size_t& n) {
    if (node.isArray()) {
        for (auto item : node.getArrayAsVector())
            if (auto found = find_element(item, role, n); !found.isNull()) return found;
        return QPDFObjectHandle::newNull();
    }
    if (!node.isDictionary() || node.hasKey("/MCID") || node.hasKey("/Obj")) return QPDFObjectHandle::newNull();
    auto type = node.getKey("/S");
    if (type.isName() && type.getName() == "/" + role && n-- == 0) return node;
    return find_element(node.getKey("/K"), role, n);
}

void append_kid(QPDFObjectHandle parent, QPDFObjectHandle kid) {
    auto kids = parent.getKey("/K");
    auto all = QPDFObjectHandle::newArray();
    if (kids.isArray())
        for (auto item : kids.getArrayAsVector()) all.appendItem(item);
    else if (!kids.isNull())
        all.appendItem(kids);
    all.appendItem(kid);
    parent.replaceKey("/K", all);
}

}  // namespace

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to replace: " + from);
    return text.replace(at, from.size(), to);
}

Editor::Editor(const std::string& whole) : pdf_(std::make_shared<QPDF>()), original_(whole) {
    pdf_->setSuppressWarnings(true);
    pdf_->processMemoryFile("good.pdf", original_.data(), original_.size());
}

QPDFObjectHandle Editor::stream(const std::string& dictionary, const std::string& data) {
    auto made = pdf_->newStream(data);
    auto keys = parse(dictionary);
    for (const auto& [key, value] : keys.getDictAsMap()) made.getDict().replaceKey(key, value);
    return made;
}

QPDFObjectHandle Editor::element(const std::string& role, std::size_t n) {
    auto found = find_element(root().getKey("/StructTreeRoot").getKey("/K"), role, n);
    if (found.isNull()) throw std::runtime_error("the sample has no " + role);
    return found;
}

QPDFObjectHandle Editor::add_element(const std::string& role, QPDFObjectHandle parent) {
    auto made = indirect("<< /Type /StructElem /S /" + role + " >>");
    made.replaceKey("/P", parent);
    append_kid(parent, made);
    return made;
}

/// The parent tree's row for page 1.
QPDFObjectHandle Editor::page_row() {
    const auto key = page().getKey("/StructParents").getIntValue();
    auto numbers = root().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2)
        if (numbers.getArrayItem(i).getIntValue() == key) return numbers.getArrayItem(i + 1);
    throw std::runtime_error("page 1 has no row in the parent tree");
}

QPDFObjectHandle Editor::add_content(const std::string& role, QPDFObjectHandle parent, const std::string& operators) {
    auto made = add_element(role, parent);
    auto row = page_row();
    const auto mcid = std::to_string(row.getArrayNItems());
    row.appendItem(made);
    made.replaceKey("/Pg", page());
    made.replaceKey("/K", parse(mcid));
    append("/Span << /MCID " + mcid + " >> BDC\n" + (operators.empty() ? "0 0 1 1 re f" : operators) + "\nEMC");
    return made;
}

QPDFObjectHandle Editor::add_chain(const std::string& roles) {
    std::istringstream in(roles);
    auto at = root().getKey("/StructTreeRoot").getKey("/K");
    if (at.isArray()) at = at.getArrayItem(0);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    for (std::size_t i = 0; i < words.size(); ++i)
        at = i + 1 < words.size() ? add_element(words[i], at) : add_content(words[i], at);
    return at;
}

QPDFObjectHandle Editor::add_annotation(const std::string& subtype, const std::string& role) {
    auto made = indirect("<< /Type /Annot /Subtype /" + subtype + " /Rect [10 10 20 20] /F 4 /Contents (A note) >>");
    auto appearance = parse("<< >>");
    appearance.replaceKey("/N", stream("<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] >>", "0 0 1 1 re n"));
    made.replaceKey("/AP", appearance);
    auto all = QPDFObjectHandle::newArray();
    auto annotations = page().getKey("/Annots");
    if (annotations.isArray())
        for (auto one : annotations.getArrayAsVector()) all.appendItem(one);
    all.appendItem(made);
    page().replaceKey("/Annots", all);
    page().replaceKey("/Tabs", parse("/S"));
    if (role.empty()) return made;
    auto holder = add_element(role, element("Document"));
    auto reference = parse("<< /Type /OBJR >>");
    reference.replaceKey("/Obj", made);
    reference.replaceKey("/Pg", page());
    holder.replaceKey("/K", reference);
    auto numbers = root().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    const auto key = QPDFObjectHandle::newInteger(numbers.getArrayItem(numbers.getArrayNItems() - 2).getIntValue() + 1);
    numbers.appendItem(key);
    numbers.appendItem(holder);
    made.replaceKey("/StructParent", key);
    return made;
}

void Editor::append(const std::string& operators) {
    auto contents = page().getKey("/Contents");
    auto all = QPDFObjectHandle::newArray();
    if (contents.isArray())
        for (auto one : contents.getArrayAsVector()) all.appendItem(one);
    else
        all.appendItem(contents);
    all.appendItem(pdf_->newStream("\n" + operators + "\n"));
    page().replaceKey("/Contents", all);
}

std::string Editor::add_resource(const char* kind, QPDFObjectHandle value) {
    auto resources = page().getKey("/Resources");
    if (!resources.hasKey(kind)) resources.replaceKey(kind, QPDFObjectHandle::newDictionary());
    const auto name = "/Fault" + std::to_string(++names_);
    resources.getKey(kind).replaceKey(name, value);
    return name;
}

std::string Editor::font_name(const std::string& subtype) {
    auto fonts = page().getKey("/Resources").getKey("/Font");
    for (const auto& [name, font] : fonts.getDictAsMap())
        if (QPDFObjectHandle(font).getKey("/Subtype").getName() == "/" + subtype) return name;
    throw std::runtime_error("page 1 has no font of type " + subtype);
}
QPDFObjectHandle Editor::font(const std::string& subtype) {
    return page().getKey("/Resources").getKey("/Font").getKey(font_name(subtype));
}

void Editor::replace(QPDFObjectHandle stream, const std::string& from, const std::string& to, bool all) {
    const auto data = stream.getStreamData(qpdf_dl_all);
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    text = replaced(std::move(text), from, to);
    for (auto at = text.find(from); all && to.find(from) == std::string::npos && at != std::string::npos;
         at = text.find(from))
        text.replace(at, from.size(), to);
    stream.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

std::string Editor::write() {
    QPDFWriter writer(*pdf_);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setNewlineBeforeEndstream(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDecodeLevel(qpdf_dl_none);
    if (writing) writing(writer);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    std::string out(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    return bytes ? bytes(std::move(out)) : out;
}

}  // namespace precis::test
