// Compresses streams with libdeflate, which takes a third of zlib's time for as small a result. qpdf leaves streams as
// they are that are compressed already; only its own object streams go through zlib.
#include <libdeflate.h>

#include <array>
#include <memory>
#include <new>

#include "publish/pdf_parts.h"

namespace precis::publish {
namespace {

constexpr int kQuick = 1;     // page contents: smaller than zlib's level 3 makes them
constexpr int kThorough = 6;  // fonts and attachments, which are few

struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

libdeflate_compressor* compressor(int level) {
    static std::array<std::unique_ptr<libdeflate_compressor, Free>, kThorough + 1> made;
    auto& kept = made.at(static_cast<std::size_t>(level));
    if (!kept) kept.reset(libdeflate_alloc_compressor(level));
    if (!kept) throw std::bad_alloc();
    return kept.get();
}

std::string deflated(std::string_view bytes, int level) {
    auto* const with = compressor(level);
    std::string packed(libdeflate_zlib_compress_bound(with, bytes.size()), '\0');
    packed.resize(libdeflate_zlib_compress(with, bytes.data(), bytes.size(), packed.data(), packed.size()));
    return packed;
}

void set_packed(QPDFObjectHandle stream, std::string_view bytes, int level) {
    stream.replaceStreamData(deflated(bytes, level), name("FlateDecode"), QPDFObjectHandle::newNull());
}

std::string_view view(const std::shared_ptr<Buffer>& buffer) {
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// Whether the data begin with a block without compression.
/// Source: RFC 1950, 2.2; RFC 1951, 3.2.3.
bool is_stored(std::string_view zlib) {
    return zlib.size() > 2 && (static_cast<unsigned char>(zlib[2]) >> 1 & 3) == 0;
}

}  // namespace

void set_page_content(QPDFObjectHandle stream, std::string_view bytes) {
    set_packed(stream, bytes, kQuick);
}

void set_content(QPDFObjectHandle stream, std::string_view bytes) {
    set_packed(stream, bytes, kThorough);
}

QPDFObjectHandle new_stream(QPDF& pdf, std::string_view bytes) {
    auto stream = pdf.newStream();
    set_content(stream, bytes);
    return stream;
}

void compress_stored(QPDFObjectHandle stream) {
    auto filter = stream.getDict().getKey("/Filter");
    if (!filter.isName() || filter.getName() != "/FlateDecode") return;
    if (is_stored(view(stream.getRawStreamData()))) set_content(stream, view(stream.getStreamData()));
}

}  // namespace precis::publish
