/* Reads a CSV file with libcsv, 64 KiB at a time: what both C programs share. */
#ifndef BENCHMARK_READING_H
#define BENCHMARK_READING_H

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void field_callback(void *text, size_t length, void *data);
typedef void row_callback(int terminator, void *data);

static int never_space(unsigned char c) {
  (void)c;
  return 0;
}

static void stop(const char *path, const char *reason) {
  fprintf(stderr, "%s: %s\n", path, reason);
  exit(1);
}

/* With `strict`, libcsv gets the options that mhars gives it; otherwise its defaults. */
static void read_csv(const char *path, int strict, field_callback *field, row_callback *row,
                     void *data) {
  static char buffer[1 << 16];
  struct csv_parser parser;
  unsigned char options =
      strict ? CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_EMPTY_IS_NULL : 0;
  FILE *file = fopen(path, "rb");
  if (file == NULL) stop(path, "cannot be opened");
  setvbuf(file, NULL, _IONBF, 0);
  if (csv_init(&parser, options) != 0) stop(path, "libcsv cannot start");
  if (strict) csv_set_space_func(&parser, never_space);
  int is_first = 1;
  size_t count;
  while ((count = fread(buffer, 1, sizeof buffer, file)) > 0) {
    size_t mark = is_first && count >= 3 && memcmp(buffer, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    is_first = 0;
    if (csv_parse(&parser, buffer + mark, count - mark, field, row, data) != count - mark)
      stop(path, csv_strerror(csv_error(&parser)));
  }
  if (ferror(file)) stop(path, "cannot be read");
  if (csv_fini(&parser, field, row, data) != 0) stop(path, "the last field is not closed");
  csv_free(&parser);
  fclose(file);
}

static inline int is_text(const void *text, size_t length, const char *word) {
  return strlen(word) == length && memcmp(text, word, length) == 0;
}

#endif
