// preview/framed.h: a web edition as the preview shows it: in a frame that keeps its place when it is loaded anew.
// Inside the room.
//
// In: the file of a web edition, and the nonce of a script. Out: the same with a script at its end, which tells the
// page around it what the reader sees, and goes there when it is told to; the file's own policy names the nonce. A file
// without a policy comes back as it is.
#pragma once
#include <string>
#include <string_view>

namespace precis::preview {

[[nodiscard]] std::string framed(std::string edition, std::string_view nonce);

}  // namespace precis::preview
