// bind/values/values.h: one target's names and queries. A door: `precis explain` and `precis data` use it too.
//
// In: the briefing's and project's names, the open database, the target and its language. Out: for each name a Bound
// (a number or text with unit, qualifier, sources …), for each query its rows. A name is, in this order, a value of the
// briefing, a metric of the model, a fact, a term of the audience, a built-in word (title, date …).
// A value is computed when it is first asked for and then kept; values may ask for other values with value('…'), and a
// cycle is an error (value_cycle). Pointers to a Bound stay valid as long as the object.
// While it lives, the object answers value('…') of the database: one object per database at a time.
// Errors go to the diagnostics handed in: unknown_name, missing_term, value_cycle, value_is_null, qualifier_lost,
// bad_value (a unit), restricted, not_licensed, and those of the database (sql_error …), each once. Warnings:
// newer_than_briefing (rows left out), set_for_build. Cost: one query for each value that is used; a name is looked up
// in linear time.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "bind/bind.h"
#include "bind/values/value.h"
#include "bind/values/withheld.h"

namespace precis::bind {

class Values {
  public:
    struct Inputs {
        const spec::Briefing& briefing;
        const spec::Project& project;
        data::Database& database;
        const Target& target;
        const locale::Locale& locale;
        std::string publisher{};  // the brand's, for the name `publisher`
    };
    /// Both are kept as references. Errors: unknown_name, for `--set` of a name that is not a value.
    Values(Inputs inputs, diag::Diagnostics& diagnostics);
    ~Values();
    Values(const Values&) = delete;
    Values& operator=(const Values&) = delete;

    /// The value, fact, term or word of that name; nullptr if it is unknown (reported at `name`) or could not be
    /// computed (reported once, at its definition).
    const Bound* find(const Placed& name);

    /// What is withheld from this reader.
    const data::Withheld& withheld() const { return withheld_; }

    /// The query as a document's record shows it, on one line and without comments; empty if anything is withheld from
    /// this reader, because a query can name it: `WHERE client <> '…'`.
    std::string shown_query(const diag::Text& sql) const;

    /// The rows of a query, with :date, :audience, :output and :language set; query_value() wants one cell and takes an
    /// expression without SELECT. Empty if the query failed, which is reported.
    /// A result that rests on what the reader may not see is an error (restricted, not_licensed) at the query.
    std::optional<data::Rows> query(const diag::Text& sql, data::RowsSeen seen = data::RowsSeen::all);
    std::optional<data::Rows> query_value(const diag::Text& sql);

    /// The cells of tables that a query reads. Call it after the query has run once, so that its names are known.
    std::vector<data::ReadCells> cells_read(const diag::Text& sql);

    /// The result of each value('…') of the last query, in order, each name once.
    const std::vector<std::pair<std::string, data::Cell>>& asked() const { return asked_; }

    /// The values set for this build that the last query rests on, each name once.
    std::vector<std::string> set_behind_last() const;

    /// The definition of that name: the briefing's value, else the model's metric; nullptr if it is neither.
    const spec::NamedValue* named(const std::string& name) const;

    /// Notes that the document rests on something of the data, in the words of bind/values/read.h.
    void note_read(std::string what) const { in_.database.note_read(std::move(what)); }

    /// The other facts about the same thing, and those that supersede it, in file order. The first call looks at all.
    std::vector<const data::Fact*> facts_beside(const data::Fact& fact);

    /// All names that find() knows, for suggestions.
    std::vector<std::string> names() const;
    const data::Model& model() const;
    /// The remedy for a name that nothing has because there is no data model; empty if there is one.
    std::string how_to_name_a_model() const;

  private:
    enum class State { wanted, done, failed };
    struct Known {
        State state = State::wanted;
        Bound bound;
    };
    struct Frame {  // a running query; queries nest when one asks for a value
        const diag::Text* sql = nullptr;
        std::map<std::string, data::Cell> cells;                // of the names in value('…')
        std::vector<std::pair<std::string, data::Cell>> asked;  // of those that the query has read
        std::optional<diag::Diagnostic> instead;                // reported in place of the database's own error
        bool failed_before = false;                // true: a value that it asks for failed, and that is reported
        std::vector<std::string> facts_of_values;  // facts behind the values that it asks for
        std::vector<std::string> set;              // of those values, the ones that rest on `--set`
        bool inexact_value = false;                // true: one of those values has a qualifier
        data::Status status = data::Status::actual;
    };
    struct Answer {
        const Bound* bound = nullptr;
        bool unknown = false;
    };

    Answer ask(const std::string& name);
    const Bound* compute(const spec::NamedValue& value);
    const Bound* keep(const std::string& name, Bound bound);
    Bound from_rows(const spec::NamedValue& value, const data::Rows& rows, const Frame& frame);
    void translate(const spec::NamedValue& value, Bound& bound);
    void check_unit(const spec::NamedValue& value, const Bound& bound);
    void check_qualifier(const spec::NamedValue& value, Bound& bound, const data::Rows& rows, const Frame& frame);
    /// The cell of the edition's row in the column of that name; nullptr if there is no such column, or an empty cell,
    /// which is reported.
    Answer in_row(const std::string& name);
    const Bound* word(const std::string& name);
    std::optional<std::string> built_in(const std::string& name) const;
    bool term_of_others(const std::string& name) const;
    diag::Diagnostic unknown(const std::string& name, diag::Span where) const;
    data::LookedUp look_up(std::string_view name);
    void report_cut_rows(const data::Rows& rows);
    /// How a column of one of these tables is printed; nullopt if none has it, or several.
    std::optional<data::ResultColumn> look_of(std::string_view column, const std::vector<std::string>& tables);
    std::optional<data::Rows> run(const diag::Text& sql, bool one_value, Frame* kept_frame,
                                  data::RowsSeen seen = data::RowsSeen::all);
    void note_values(const data::Rows& rows, Frame& frame);
    std::optional<data::Rows> permitted(std::optional<data::Rows> rows, const diag::Text& sql);

    Inputs in_;
    const spec::Audience* audience_;  // nullptr: one reader
    data::Withheld withheld_;
    diag::Diagnostics& diagnostics_;
    data::Parameters parameters_;
    std::map<std::string, Known, std::less<>> known_;
    std::vector<std::string> in_progress_;   // names being computed, outermost first
    std::vector<Frame> frames_;              // innermost last
    std::set<std::string> cut_reported_;     // tables whose left-out rows are reported
    std::vector<spec::NamedValue> metrics_;  // of the model
    std::unordered_map<std::string_view, const spec::NamedValue*> definitions_;       // by name
    std::unordered_map<std::string, std::vector<const data::Fact*>> facts_by_thing_;  // and by what they supersede
    std::map<std::pair<std::string, std::string>, std::optional<data::ResultColumn>> looks_;  // of table and column
    std::vector<std::pair<std::string, data::Cell>> asked_;
};

/// What a fact is about: equal for facts of one subject, measure, unit, status and period.
[[nodiscard]] std::string thing_of(const data::Fact& fact, const data::Model& model);

/// A fact as a bound value; without a period of its own, it has its source's date.
[[nodiscard]] Bound from_fact(const data::Fact& fact, const data::Model& model);

}  // namespace precis::bind
