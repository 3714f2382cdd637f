// SVG by librsvg, which is loaded at the first SVG. The file is parsed from memory without a base address, so that it
// cannot refer to others. A child process reads and draws it, within limits of CPU time and memory: some filters take
// minutes and cannot be interrupted, and where memory does not suffice librsvg aborts.
#include <cairo.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <librsvg/rsvg.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/shared_library.h"
#include "picture/decoders.h"

namespace precis::picture {
namespace {

/// librsvg's functions, and GLib's for its handles.
struct Rsvg {
    base::SharedLibrary loaded{"librsvg-2.so.2"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name cannot stand in brackets
#define PRECIS_RSVG(name) decltype(&::name) name = loaded.find(static_cast<decltype(&::name)>(nullptr), #name)
    PRECIS_RSVG(rsvg_handle_new_from_data);
    PRECIS_RSVG(rsvg_handle_get_intrinsic_size_in_pixels);
    PRECIS_RSVG(rsvg_handle_get_intrinsic_dimensions);
    PRECIS_RSVG(rsvg_handle_render_document);
    PRECIS_RSVG(g_object_unref);
#undef PRECIS_RSVG
};

const Rsvg& rsvg() {
    static const Rsvg functions;
    return functions;
}

/// What a child process answers, in memory that it shares with this one; an image's pixels follow.
struct Answer {
    bool good = false;
    double width = 0, height = 0;  // CSS pixels
    char why[200] = {};
};

// The document; on failure nullptr, with librsvg's message in the answer.
std::unique_ptr<RsvgHandle, void (*)(gpointer)> parse(const std::string& bytes, Answer& answer) {
    GError* error = nullptr;
    RsvgHandle* handle =
        rsvg().rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), &error);
    if (!handle) std::snprintf(answer.why, sizeof answer.why, "%s", error ? error->message : "no document");
    return {handle, handle ? rsvg().g_object_unref : [](gpointer) {}};
}

void measure(const std::string& bytes, Answer& answer) {
    const auto handle = parse(bytes, answer);
    if (!handle) return;
    answer.good = true;
    if (rsvg().rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &answer.width, &answer.height)) return;
    gboolean has_width = FALSE, has_height = FALSE, has_box = FALSE;
    RsvgLength w{}, h{};
    RsvgRectangle box{};
    rsvg().rsvg_handle_get_intrinsic_dimensions(handle.get(), &has_width, &w, &has_height, &h, &has_box, &box);
    if (has_box) answer.width = box.width, answer.height = box.height;
}

void draw(const std::string& bytes, Extent size, unsigned char* pixels, Answer& answer) {
    const auto handle = parse(bytes, answer);
    if (!handle) return;
    auto* surface =
        cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_ARGB32, size.width, size.height, size.width * 4);
    std::unique_ptr<cairo_t, void (*)(cairo_t*)> cr(cairo_create(surface), cairo_destroy);
    const RsvgRectangle viewport{0, 0, static_cast<double>(size.width), static_cast<double>(size.height)};
    answer.good = rsvg().rsvg_handle_render_document(handle.get(), cr.get(), &viewport, nullptr) &&
                  cairo_status(cr.get()) == CAIRO_STATUS_SUCCESS;
    cairo_surface_flush(surface);
}

std::size_t address_space() {
    std::size_t pages = 0;
    if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
        if (std::fscanf(file, "%zu", &pages) != 1) pages = 0;
        std::fclose(file);
    }
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void lower(int resource, rlim_t most) {
    rlimit now{};
    if (getrlimit(resource, &now) == 0 && (now.rlim_max == RLIM_INFINITY || most < now.rlim_max)) now.rlim_max = most;
    now.rlim_cur = now.rlim_max;
    setrlimit(resource, &now);
}

/// Sets the limits of a process that only reads or draws one file.
void confine(const Limits& limits) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const int signal : {SIGXCPU, SIGABRT, SIGTRAP, SIGSEGV, SIGBUS}) std::signal(signal, SIG_DFL);
    lower(RLIMIT_CPU, limits.svg_seconds);
    lower(RLIMIT_CORE, 0);
    if (const auto has = address_space(); has > 0) lower(RLIMIT_AS, has + limits.svg_memory);
    const int nowhere = open("/dev/null", O_WRONLY);  // for the words of libraries that give up
    if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
}

/// The words for a child that did not answer.
std::string why_ended(int status, const Limits& limits) {
    if (!WIFSIGNALED(status)) return "librsvg gave up";
    const int signal = WTERMSIG(status);
    if (signal == SIGXCPU || signal == SIGKILL)
        return fmt::format("drawing it takes more than {} s; {}", limits.svg_seconds,
                           base::how_to_raise(base::Limit::drawing_seconds, 0));
    return fmt::format("drawing it takes more than {} bytes of memory, or librsvg fails (signal {}); {}",
                       limits.svg_memory, signal, base::how_to_raise(base::Limit::drawing_memory, 0));
}

/// Memory that a child shares.
class Shared {
  public:
    explicit Shared(std::size_t size)
        : size_(size), at_(mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {}
    ~Shared() {
        if (at_ != MAP_FAILED) munmap(at_, size_);
    }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;
    bool is_there() const { return at_ != MAP_FAILED; }
    void* at() const { return at_; }

  private:
    std::size_t size_;
    void* at_;
};

/// Runs `work(answer)` in a child process; `answer` lies in shared memory. Words if it did not come to its end.
template <class Work>
std::string in_child(const Limits& limits, Answer& answer, const Work& work) {
    if (!rsvg().loaded.complete()) return "librsvg is not installed (Debian package librsvg2-2)";
    const pid_t child = fork();
    if (child < 0) return std::string(kNoProcess);
    if (child == 0) {
        confine(limits);
        work(answer);
        _exit(0);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return "its process was lost";
    }
    if (status != 0) return why_ended(status, limits);
    return answer.good ? "" : answer.why[0] != 0 ? answer.why : "it could not be drawn";
}

std::uint8_t straight(unsigned premultiplied, unsigned alpha) {
    return alpha == 0 ? 0 : static_cast<std::uint8_t>(std::min(255U, (premultiplied * 255 + alpha / 2) / alpha));
}

}  // namespace

std::optional<Extent> svg_extent(const std::string& bytes, const Limits& limits, std::string& why) {
    const Shared memory(sizeof(Answer));
    if (!memory.is_there()) {
        why = "not enough memory";
        return std::nullopt;
    }
    auto& answer = *new (memory.at()) Answer;
    why = in_child(limits, answer, [&](Answer& out) { measure(bytes, out); });
    if (!why.empty()) return std::nullopt;
    const auto [width, height] = std::pair(answer.width, answer.height);
    if (!(width >= 1 && height >= 1 && width < 1e6 && height < 1e6)) {
        why = width > 0 || height > 0 ? "its size is above a million pixels" : "it has neither a size nor a viewBox";
        return std::nullopt;
    }
    return Extent{static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

std::optional<scene::Pixels> draw_svg(const std::string& bytes, Extent size, const Limits& limits, std::string& why) {
    constexpr std::size_t kBefore = 4096;  // for the answer, before the pixels
    static_assert(sizeof(Answer) <= kBefore);
    const auto length = static_cast<std::size_t>(size.width) * 4 * static_cast<std::size_t>(size.height);
    const Shared memory(kBefore + length);
    if (!memory.is_there()) {
        why = "not enough memory";
        return std::nullopt;
    }
    auto* const drawn = static_cast<unsigned char*>(memory.at()) + kBefore;
    auto& answer = *new (memory.at()) Answer;
    why = in_child(limits, answer, [&](Answer& out) { draw(bytes, size, drawn, out); });
    if (!why.empty()) return std::nullopt;
    scene::Pixels pixels{size.width, size.height, std::vector<std::uint8_t>(length)};
    for (std::size_t i = 0; i < length; i += 4) {  // Cairo's pixels are words of premultiplied alpha
        std::uint32_t word = 0;
        std::memcpy(&word, drawn + i, 4);
        const unsigned alpha = word >> 24;
        pixels.rgba[i] = straight(word >> 16 & 0xFFU, alpha);
        pixels.rgba[i + 1] = straight(word >> 8 & 0xFFU, alpha);
        pixels.rgba[i + 2] = straight(word & 0xFFU, alpha);
        pixels.rgba[i + 3] = static_cast<std::uint8_t>(alpha);
    }
    return pixels;
}

}  // namespace precis::picture
