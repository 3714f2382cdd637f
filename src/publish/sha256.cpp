// SHA-256 by nettle.
#include <nettle/sha2.h>

#include <array>

#include "publish/publish.h"

namespace precis::publish {

std::string sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> sum{};
    sha256_digest(&context, sum.size(), sum.data());
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const auto byte : sum) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

}  // namespace precis::publish
