// base/address.h: the addresses that a document may link to.
// In: an address as an author or a source writes it. Out: the address with everything outside the characters of RFC 3986
// percent-encoded, if its scheme is http, https or mailto; nullopt otherwise: other schemes start programs, read files
// or send a reader's name to a server when they are clicked. Pure.
// Source: RFC 3986, 2 and 3.1.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace precis::base {

[[nodiscard]] std::optional<std::string> safe_address(std::string_view address);

}  // namespace precis::base
