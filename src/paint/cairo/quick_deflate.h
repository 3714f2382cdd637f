// paint/cairo/quick_deflate.h: Cairo compresses every page's content at zlib's default level, and publish opens it at
// once to put marks right and compresses it again: the first time may be quick. It was a fifteenth of a long report's
// build. Private to paint.
#pragma once

namespace precis::paint {

/// While it lives, streams that are begun at zlib's default level are compressed at its quickest.
class QuickDeflate {
  public:
    explicit QuickDeflate(bool wanted);
    ~QuickDeflate();
    QuickDeflate(const QuickDeflate&) = delete;
    QuickDeflate& operator=(const QuickDeflate&) = delete;
};

}  // namespace precis::paint
