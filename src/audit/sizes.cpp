// Unpacks all streams into a counter, before anything else holds their bytes.
#include <qpdf/Pipeline.hh>
#include <stdexcept>

#include "audit/file.h"
#include "base/limits.h"

namespace precis::audit {
namespace {

class Counter : public Pipeline {
  public:
    Counter() : Pipeline("counter", nullptr) {}
    void write(unsigned char const*, size_t size) override {
        bytes_ += static_cast<std::int64_t>(size);
        if (is_over()) throw TooLarge();  // ends the stream; qpdf may keep it to itself
    }
    void finish() override {}
    bool is_over() const { return bytes_ > base::limit(base::Limit::pdf_bytes); }

    struct TooLarge : std::runtime_error {
        TooLarge()
            : std::runtime_error(fmt::format("its streams unpack to more than {} bytes; {}",
                                             base::limit(base::Limit::pdf_bytes),
                                             base::how_to_raise(base::Limit::pdf_bytes, 0))) {}
    };

  private:
    std::int64_t bytes_ = 0;
};

}  // namespace

void examine_sizes(File& file) {
    Counter counter;
    for (auto object : file.pdf.getAllObjects()) {
        if (!object.isStream()) continue;
        // The examination does not decode pictures, so they do not add up; but what calls itself one may be contents.
        Counter alone;
        auto& count = is_name(object.getDict().getKey("/Subtype"), "Image") ? alone : counter;
        try {
            object.pipeStreamData(&count, 0, qpdf_dl_generalized, true);
        } catch (const std::exception&) {  // a broken stream is reported where it is read
        }
        if (count.is_over()) throw Counter::TooLarge();
    }
}

}  // namespace precis::audit
