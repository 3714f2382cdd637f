// Embedded files: each is listed in the catalog and, if it has an exhibit's data, associated with the exhibit's
// element.
// Source: ISO 19005-3:2012, 6.8 and annex E; ISO 32000-1:2008, 7.11.
#include <algorithm>

#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

QPDFObjectHandle embedded(Draft& draft, const scene::Attachment& file) {
    auto stream = new_stream(draft.pdf, file.bytes);
    stream.getDict().replaceKey("/Type", name("EmbeddedFile"));
    stream.getDict().replaceKey("/Subtype", name(file.type));
    auto about = QPDFObjectHandle::newDictionary();
    about.replaceKey("/Size", QPDFObjectHandle::newInteger(static_cast<long long>(file.bytes.size())));
    if (const auto date = pdf_date(draft.document.metadata.date); !date.empty())
        about.replaceKey("/ModDate", QPDFObjectHandle::newString(date));
    stream.getDict().replaceKey("/Params", about);
    return stream;
}

QPDFObjectHandle specification(Draft& draft, const scene::Attachment& file) {
    auto dict = dictionary("/Filespec");
    dict.replaceKey("/F", QPDFObjectHandle::newString(file.name));
    dict.replaceKey("/UF", text(file.name));
    dict.replaceKey("/Desc", text(file.description));
    dict.replaceKey("/AFRelationship", name("Data"));
    auto streams = QPDFObjectHandle::newDictionary();
    const auto stream = embedded(draft, file);
    streams.replaceKey("/F", stream);
    streams.replaceKey("/UF", stream);
    dict.replaceKey("/EF", streams);
    return draft.pdf.makeIndirectObject(dict);
}

}  // namespace

Attached write_attachments(Draft& draft) {
    Attached by_exhibit;
    std::map<std::string, QPDFObjectHandle> sorted;  // by name, as a name tree must be
    auto associated = QPDFObjectHandle::newArray();
    for (const auto& file : draft.document.attachments) {
        const auto file_spec = specification(draft, file);
        if (!sorted.emplace(file.name, file_spec).second) throw std::logic_error("two attachments called " + file.name);
        associated.appendItem(file_spec);
        if (!file.exhibit.empty()) by_exhibit.emplace(file.exhibit, file_spec);
    }
    if (sorted.empty()) return by_exhibit;
    auto pairs = QPDFObjectHandle::newArray();
    for (const auto& [file, file_spec] : sorted) {
        pairs.appendItem(QPDFObjectHandle::newString(file));
        pairs.appendItem(file_spec);
    }
    auto tree = QPDFObjectHandle::newDictionary();
    tree.replaceKey("/Names", pairs);
    auto names = QPDFObjectHandle::newDictionary();
    names.replaceKey("/EmbeddedFiles", draft.pdf.makeIndirectObject(tree));
    draft.pdf.getRoot().replaceKey("/Names", names);
    draft.pdf.getRoot().replaceKey("/AF", associated);
    return by_exhibit;
}

}  // namespace precis::publish
