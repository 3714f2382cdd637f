// base/shared_library.h: a shared library that is loaded at first use, and its functions by name.
// For libraries that most builds never need (libzip, libharu, librsvg, libxlsxwriter, Pango): linking them would load
// them, and what they bring along, at every start.
#pragma once

namespace precis::base {

/// Loaded by the constructor and kept until the process ends, as its functions may be held anywhere. Copies share it.
class SharedLibrary {
  public:
    /// `name` as the loader knows it: libzip.so.4. A library that is not installed has no functions.
    explicit SharedLibrary(const char* name);

    /// The function called `name`, as a pointer of the type of `pattern`, which is not read; nullptr if there is none.
    template <class Function>
    Function* find(Function* /*pattern*/, const char* name) {
        return reinterpret_cast<Function*>(symbol(name));
    }
    /// Whether the library was loaded and has every function that was asked for.
    bool complete() const { return complete_; }

  private:
    void* symbol(const char* name);

    void* handle_;
    bool complete_;
};

}  // namespace precis::base
