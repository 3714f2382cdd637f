/* The yardstick: SQLite's C API and the least code that loads five of the fifty columns and asks the five queries.
 *   cc -O2 -o bare bare.c -lsqlite3
 *   ./bare FOLDER
 * It trusts the file: no types are checked, no places kept. Quoted cells hold no doubled quotes and no line breaks. */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "../queries.h"

int main(int argc, char **argv) {
    char path[4096], *line = NULL;
    size_t size = 0;
    sqlite3 *db;
    sqlite3_stmt *insert;
    FILE *csv;
    if (argc < 2) return 2;
    snprintf(path, sizeof path, "%s/rows.csv", argv[1]);
    if (!(csv = fopen(path, "rb")) || sqlite3_open(":memory:", &db) != SQLITE_OK) return 1;
    sqlite3_exec(db, "CREATE TABLE rows(region TEXT, product TEXT, month TEXT, units INTEGER, price REAL); BEGIN", NULL,
                 NULL, NULL);
    sqlite3_prepare_v2(db, "INSERT INTO rows VALUES(?,?,?,?,?)", -1, &insert, NULL);
    if (getline(&line, &size, csv) < 0) return 1;
    while (getline(&line, &size, csv) > 0) {
        char *at = line;
        for (int column = 0; column < 50 && *at; ++column) {
            char *begin = at, *end;
            if (*begin == '"') {
                end = strchr(++begin, '"');
                at = end + 1;
            } else {
                end = at = begin + strcspn(begin, ",\n");
            }
            if (*at) ++at;
            if (column % 10 != 5) continue;
            const int place = column / 10 + 1;
            if (place < 4)
                sqlite3_bind_text(insert, place, begin, (int)(end - begin), SQLITE_STATIC);
            else if (place == 4)
                sqlite3_bind_int64(insert, place, strtoll(begin, NULL, 10));
            else
                sqlite3_bind_double(insert, place, strtod(begin, NULL));
        }
        if (sqlite3_step(insert) != SQLITE_DONE) return 1;
        sqlite3_reset(insert);
    }
    sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    sqlite3_finalize(insert);
    return ask_queries(db) && sqlite3_close(db) == SQLITE_OK && fclose(csv) == 0 ? 0 : 1;
}
