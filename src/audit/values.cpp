// Values of PDF objects, with a default for objects of another type.
#include <algorithm>

#include "audit/file.h"

namespace precis::audit {

std::string place(const QPDFObjectHandle& object, std::string_view otherwise) {
    const auto& copy = object;
    if (copy.isIndirect()) return fmt::format("object {}", copy.getObjectID());
    return std::string(otherwise);
}

std::string word(const QPDFObjectHandle& object) {
    auto copy = object;
    return copy.isName() ? copy.getName().substr(1) : std::string();
}

std::string text_of(const QPDFObjectHandle& object) {
    auto copy = object;
    return copy.isString() ? copy.getUTF8Value() : std::string();
}

bool is_name(QPDFObjectHandle object, std::string_view expected) {
    return object.isName() && std::string_view(object.getName()).substr(1) == expected;
}

std::vector<QPDFObjectHandle> items_of(QPDFObjectHandle object) {
    if (object.isNull()) return {};
    if (!object.isArray()) return {object};
    return object.getArrayAsVector();
}

double number_or(QPDFObjectHandle object, double otherwise) {
    return object.isNumber() ? object.getNumericValue() : otherwise;
}

std::string stream_bytes(QPDFObjectHandle stream) {
    if (!stream.isStream()) return {};
    try {
        const auto buffer = stream.getStreamData(qpdf_dl_generalized);
        return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
    } catch (const std::exception&) {
        return {};
    }
}

QPDFObjectHandle attribute(const File& file, QPDFObjectHandle element, std::string_view owner, const std::string& key) {
    const auto among = [&](const QPDFObjectHandle& attributes) -> QPDFObjectHandle {
        for (auto item : items_of(attributes)) {
            auto dict = item.isStream() ? item.getDict() : item;
            if (!dict.isDictionary() || !is_name(dict.getKey("/O"), owner) || !dict.hasKey(key)) continue;
            return dict.getKey(key);
        }
        return QPDFObjectHandle::newNull();
    };
    auto own = among(element.getKey("/A"));
    if (!own.isNull()) return own;
    auto root = file.root;
    auto tree = root.getKey("/StructTreeRoot");
    auto classes = tree.isDictionary() ? tree.getKey("/ClassMap") : QPDFObjectHandle::newNull();
    if (!classes.isDictionary()) return own;
    for (auto name : items_of(element.getKey("/C"))) {
        if (!name.isName()) continue;
        auto value = among(classes.getKey(name.getName()));
        if (!value.isNull()) return value;
    }
    return own;
}

}  // namespace precis::audit
