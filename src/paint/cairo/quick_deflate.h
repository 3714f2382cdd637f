// paint/cairo/quick_deflate.h: keeps Cairo from compressing streams that publish compresses in a third of the time.
// Cairo always compresses at zlib's default level, which took a fifteenth of a long report's build. Private to paint.
#pragma once

namespace precis::paint {

/// While an object with `wanted` lives, streams that are begun at zlib's default level are stored without compression.
class QuickDeflate {
  public:
    explicit QuickDeflate(bool wanted);
    ~QuickDeflate();
    QuickDeflate(const QuickDeflate&) = delete;
    QuickDeflate& operator=(const QuickDeflate&) = delete;
};

}  // namespace precis::paint
