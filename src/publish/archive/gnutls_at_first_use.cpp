// The functions of GnuTLS that qpdf's archive calls, so that GnuTLS is not loaded at every start. MD5, which qpdf needs
// for identifiers, is computed by Nettle, as GnuTLS itself does; for all else, which only encrypted files need, GnuTLS
// is loaded at first use. Linked instead of GnuTLS if qpdf is linked from its archive.
#include <dlfcn.h>
#include <gnutls/crypto.h>
#include <nettle/md5.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace {

template <class Function>
Function* loaded(const char* name) {
    static void* const library = dlopen("libgnutls.so.30", RTLD_NOW | RTLD_LOCAL);
    auto* symbol = library ? dlsym(library, name) : nullptr;
    if (!symbol) throw std::runtime_error(std::string("encryption needs libgnutls.so.30, which lacks ") + name);
    return reinterpret_cast<Function*>(symbol);
}

struct Hash {
    bool by_library = false;
    gnutls_hash_hd_t library = nullptr;
    md5_ctx md5{};
};

}  // namespace

extern "C" {

int gnutls_hash_init(gnutls_hash_hd_t* hash, gnutls_digest_algorithm_t algorithm) {
    auto state = std::make_unique<Hash>();
    state->by_library = algorithm != GNUTLS_DIG_MD5;
    int failed = 0;
    if (state->by_library)
        failed = loaded<decltype(gnutls_hash_init)>("gnutls_hash_init")(&state->library, algorithm);
    else
        md5_init(&state->md5);
    if (failed == 0) *hash = reinterpret_cast<gnutls_hash_hd_t>(state.release());
    return failed;
}
int gnutls_hash(gnutls_hash_hd_t hash, const void* bytes, size_t size) {
    auto* state = reinterpret_cast<Hash*>(hash);
    if (state->by_library) return loaded<decltype(gnutls_hash)>("gnutls_hash")(state->library, bytes, size);
    md5_update(&state->md5, size, static_cast<const uint8_t*>(bytes));
    return 0;
}
void gnutls_hash_deinit(gnutls_hash_hd_t hash, void* digest) {
    const std::unique_ptr<Hash> state(reinterpret_cast<Hash*>(hash));
    if (state->by_library) return loaded<decltype(gnutls_hash_deinit)>("gnutls_hash_deinit")(state->library, digest);
    if (digest) md5_digest(&state->md5, MD5_DIGEST_SIZE, static_cast<uint8_t*>(digest));
}
int gnutls_cipher_init(gnutls_cipher_hd_t* cipher, gnutls_cipher_algorithm_t algorithm, const gnutls_datum_t* key,
                       const gnutls_datum_t* start) {
    return loaded<decltype(gnutls_cipher_init)>("gnutls_cipher_init")(cipher, algorithm, key, start);
}
int gnutls_cipher_encrypt2(gnutls_cipher_hd_t cipher, const void* from, size_t size, void* to, size_t room) {
    return loaded<decltype(gnutls_cipher_encrypt2)>("gnutls_cipher_encrypt2")(cipher, from, size, to, room);
}
int gnutls_cipher_decrypt2(gnutls_cipher_hd_t cipher, const void* from, size_t size, void* to, size_t room) {
    return loaded<decltype(gnutls_cipher_decrypt2)>("gnutls_cipher_decrypt2")(cipher, from, size, to, room);
}
void gnutls_cipher_deinit(gnutls_cipher_hd_t cipher) {
    loaded<decltype(gnutls_cipher_deinit)>("gnutls_cipher_deinit")(cipher);
}
size_t gnutls_cipher_get_key_size(gnutls_cipher_algorithm_t algorithm) {
    return loaded<decltype(gnutls_cipher_get_key_size)>("gnutls_cipher_get_key_size")(algorithm);
}
int gnutls_rnd(gnutls_rnd_level_t level, void* to, size_t size) {
    return loaded<decltype(gnutls_rnd)>("gnutls_rnd")(level, to, size);
}
const char* gnutls_strerror(int error) {
    return loaded<decltype(gnutls_strerror)>("gnutls_strerror")(error);
}

}  // extern "C"
