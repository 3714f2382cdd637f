/* tests/bench/queries.h: the five queries over the table `rows` that every program here asks, and what the yardsticks
 * print of them. Read by C and C++. */
#pragma once
#include <stdio.h>

static const char *const kQueries[] = {
    "SELECT count(*) FROM rows",
    "SELECT sum(units) FROM rows",
    "SELECT region, sum(units) FROM rows GROUP BY region",
    "SELECT region, month, sum(units) FROM rows GROUP BY region, month",
    "SELECT product, month, sum(units * price) FROM rows GROUP BY product, month",
};

static inline void print_result(int rows, double last) {
    printf("%d rows, the last %.2f\n", rows, last);
}

#ifdef SQLITE_VERSION /* sqlite3.h comes first */
static inline int ask_queries(sqlite3 *db) {
    for (unsigned i = 0; i < sizeof kQueries / sizeof *kQueries; ++i) {
        sqlite3_stmt *query;
        int rows = 0;
        double last = 0;
        if (sqlite3_prepare_v2(db, kQueries[i], -1, &query, 0) != SQLITE_OK) return 0;
        while (sqlite3_step(query) == SQLITE_ROW) {
            ++rows;
            last = sqlite3_column_double(query, sqlite3_column_count(query) - 1);
        }
        sqlite3_finalize(query);
        print_result(rows, last);
    }
    return 1;
}
#endif
