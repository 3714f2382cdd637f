/* The yardstick: SQLite's C API and the least code that loads the generated CSV and asks the five queries.
 *   cc -O2 -o bare bare.c -lsqlite3
 *   ./bare FOLDER
 * It trusts the file: no types are checked, no places kept. Quoted cells hold no doubled quotes and no line breaks. */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "../queries.h"

static char *cell(char **at) {
    char *begin = *at, *end;
    if (*begin == '"') {
        end = strchr(++begin, '"');
        *end++ = 0;
    } else {
        end = begin + strcspn(begin, ",\n");
    }
    *at = *end ? end + 1 : end;
    *end = 0;
    return begin;
}

int main(int argc, char **argv) {
    char path[4096], *line = NULL;
    size_t size = 0, i;
    sqlite3 *db;
    sqlite3_stmt *insert;
    FILE *csv;
    if (argc < 2) return 2;
    snprintf(path, sizeof path, "%s/rows.csv", argv[1]);
    if (!(csv = fopen(path, "rb")) || sqlite3_open(":memory:", &db) != SQLITE_OK) return 1;
    sqlite3_exec(db, "CREATE TABLE rows(id INTEGER, region TEXT, product TEXT, month TEXT, units INTEGER, price REAL, note TEXT)",
                 NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "INSERT INTO rows VALUES(?,?,?,?,?,?,?)", -1, &insert, NULL);
    sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
    if (getline(&line, &size, csv) < 0) return 1;
    while (getline(&line, &size, csv) > 0) {
        char *at = line;
        for (i = 1; i <= 7; ++i) {
            char *text = cell(&at);
            if (!*text)
                sqlite3_bind_null(insert, (int)i);
            else if (i == 1 || i == 5)
                sqlite3_bind_int64(insert, (int)i, strtoll(text, NULL, 10));
            else if (i == 6)
                sqlite3_bind_double(insert, (int)i, strtod(text, NULL));
            else
                sqlite3_bind_text(insert, (int)i, text, -1, SQLITE_STATIC);
        }
        if (sqlite3_step(insert) != SQLITE_DONE) return 1;
        sqlite3_reset(insert);
    }
    sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
    sqlite3_finalize(insert);
    return ask_queries(db) && sqlite3_close(db) == SQLITE_OK && fclose(csv) == 0 ? 0 : 1;
}
