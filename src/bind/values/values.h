// bind/values/values.h: every name that a text may show, looked up when first wanted, and the queries of a briefing.
// Answers `value('…')` of the database while it lives: one object for one bind.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "bind/bind.h"
#include "bind/values/value.h"

namespace precis::bind {

class Values {
  public:
    struct Inputs {
        const spec::Briefing* briefing = nullptr;
        const spec::Project* project = nullptr;
        const spec::Audience* audience = nullptr;  // nullptr: one reader
        data::Database* database = nullptr;
        const Target* target = nullptr;
        const locale::Locale* locale = nullptr;
        std::string publisher;
    };
    Values(Inputs inputs, diag::Diagnostics& found);
    ~Values();
    Values(const Values&) = delete;
    Values& operator=(const Values&) = delete;

    /// The fact, value, term or word of that name; nullptr where there is none or it could not be made (reported: at
    /// `name` if it is unknown, else once, where it is defined).
    const Bound* find(const Placed& name);

    /// A query with this build's parameters; its faults are reported here. Nothing if it failed.
    std::optional<data::Rows> query(const diag::Text& sql);
    std::optional<data::Rows> query_value(const diag::Text& sql);

    /// The cells of tables that a query looks at; names that it asks for have been made before.
    std::vector<data::ReadCells> cells_read(const diag::Text& sql);

    /// What each `value('…')` gave in the last query, in order, each name once.
    const std::vector<std::pair<std::string, data::Cell>>& asked() const { return asked_; }

    /// The briefing's value or the model's metric of that name; nullptr for none.
    const spec::NamedValue* named(const std::string& name) const;

    std::vector<std::string> names() const;
    const data::Model& model() const;

  private:
    enum class State { wanted, done, failed };
    struct Made {
        State state = State::wanted;
        Bound bound;
    };
    struct Frame {  // one running query
        const diag::Text* sql = nullptr;
        std::vector<std::pair<std::string, data::Cell>> asked;
        std::optional<diag::Diagnostic> instead;  // of what the database says
        bool failed_before = false;               // on account of a fault that is reported elsewhere
        std::vector<std::string> facts_of_values;
        bool inexact_value = false;
        data::Status status = data::Status::actual;
    };
    struct Answer {
        const Bound* bound = nullptr;
        bool unknown = false;
    };

    Answer ask(const std::string& name);
    const Bound* make(const spec::NamedValue& value);
    Bound from_rows(const spec::NamedValue& value, const data::Rows& rows, const Frame& frame);
    void check_qualifier(const spec::NamedValue& value, Bound& bound, const data::Rows& rows, const Frame& frame);
    const Bound* word(const std::string& name);
    std::optional<std::string> built_in(const std::string& name) const;
    bool term_of_others(const std::string& name) const;
    diag::Diagnostic unknown(const std::string& name, diag::Span where) const;
    data::LookedUp look_up(std::string_view name);
    void say_what_is_cut(const data::Rows& rows);
    std::optional<data::Rows> run(const diag::Text& sql, bool one_value, Frame* keep);

    Inputs in_;
    diag::Diagnostics& found_;
    data::Parameters parameters_;
    std::map<std::string, Made, std::less<>> made_;
    std::vector<std::string> being_made_;
    std::vector<Frame> frames_;
    std::set<std::string> cut_said_;
    std::vector<spec::NamedValue> metrics_;  // of the model
    std::vector<std::pair<std::string, data::Cell>> asked_;
};

/// A fact as a bound value.
[[nodiscard]] Bound from_fact(const data::Fact& fact, const data::Model& model);

}  // namespace precis::bind
