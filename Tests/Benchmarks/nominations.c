/* The yardstick for `mhars analyse` on nominations: libcsv, one table of ids, and arrays.
 *
 *   nominations [--strict] roll.csv nominations.csv
 *
 * Finds who is named by nobody, who names nobody, and which names are mutual. Prints JSON. */
#include <ctype.h>
#include <inttypes.h>
#include <stdint.h>

#include "reading.h"

enum { NAMES = 3, NOBODY = -1, MOST_UNCHOSEN = 64 };

/* A table from words to numbers in order of arrival: open addressing, at most half full. */
struct words {
  char *text;
  size_t text_size, text_room;
  uint32_t *start; /* of word k in text; word k ends where k + 1 starts */
  int32_t *slots;
  size_t count, room, mask;
};

static void *resized(void *memory, size_t size) {
  memory = realloc(memory, size);
  if (memory == NULL) stop("nominations", "out of memory");
  return memory;
}

static uint64_t hash(const char *text, size_t length) {
  uint64_t value = UINT64_C(0xcbf29ce484222325); /* FNV-1a, then mixed */
  for (size_t k = 0; k < length; k++)
    value = (value ^ (unsigned char)text[k]) * UINT64_C(0x100000001b3);
  return value ^ (value >> 32);
}

static size_t slot_of(const struct words *words, const char *text, size_t length) {
  size_t slot = hash(text, length) & words->mask;
  for (; words->slots[slot] >= 0; slot = (slot + 1) & words->mask) {
    uint32_t start = words->start[words->slots[slot]];
    if (words->start[words->slots[slot] + 1] - start == length &&
        (length == 0 || memcmp(words->text + start, text, length) == 0))
      break;
  }
  return slot;
}

static void grow(struct words *words) {
  words->room = words->room ? words->room * 2 : 1024;
  words->mask = words->room * 2 - 1;
  words->start = resized(words->start, (words->room + 1) * sizeof *words->start);
  words->slots = resized(words->slots, (words->mask + 1) * sizeof *words->slots);
  memset(words->slots, 0xff, (words->mask + 1) * sizeof *words->slots);
  words->start[words->count] = (uint32_t)words->text_size;
  for (size_t k = 0; k < words->count; k++) {
    const char *text = words->text + words->start[k];
    words->slots[slot_of(words, text, words->start[k + 1] - words->start[k])] = (int32_t)k;
  }
}

static int32_t find(const struct words *words, const char *text, size_t length) {
  return words->count == 0 ? NOBODY : words->slots[slot_of(words, text, length)];
}

static int32_t add(struct words *words, const char *text, size_t length) {
  if (words->count == words->room) grow(words);
  size_t slot = slot_of(words, text, length);
  if (words->slots[slot] >= 0) return words->slots[slot];
  if (words->text_size + length > words->text_room) {
    words->text_room = words->text_room * 2 + length + 4096;
    words->text = resized(words->text, words->text_room);
  }
  if (length > 0) memcpy(words->text + words->text_size, text, length);
  words->text_size += length;
  words->start[words->count + 1] = (uint32_t)words->text_size;
  words->slots[slot] = (int32_t)words->count;
  return (int32_t)words->count++;
}

struct school {
  int column, in_header;
  struct words pupils, classes;
  size_t room;
  int32_t *class_of;
  uint32_t *received;
  int32_t (*given)[NAMES];
  uint8_t *given_count, *has_answered, *wrote;
  int32_t self; /* of the row being read */
  int64_t own_name, repeated, off_roll, over_limit, unknown_pupils;
};

static void on_roll_field(void *text, size_t length, void *data) {
  struct school *school = data;
  int column = school->column++;
  if (school->in_header) return;
  if (column == 0) {
    size_t before = school->pupils.count;
    school->self = add(&school->pupils, text, length);
    if (school->pupils.count == before) stop("roll", "one pupil stands on the roll twice");
    if (school->pupils.count > school->room) {
      school->room = school->room ? school->room * 2 : 1024;
      school->class_of = resized(school->class_of, school->room * sizeof *school->class_of);
    }
    school->class_of[school->self] = NOBODY;
  } else if (column == 1) {
    school->class_of[school->self] = add(&school->classes, text, length);
  }
}

static int says_no_one(const char *text, size_t length) {
  static const char *const words[] = {"no one", "nobody", "none", "-"};
  for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
    size_t k = 0;
    while (k < length && tolower((unsigned char)text[k]) == words[w][k]) k++;
    if (k == length && words[w][k] == '\0') return 1;
  }
  return 0;
}

static void add_name(struct school *school, int32_t named) {
  int32_t *given = school->given[school->self];
  uint8_t *count = &school->given_count[school->self];
  if (named == school->self) {
    school->own_name++;
    return;
  }
  for (int k = 0; k < *count; k++)
    if (given[k] == named) {
      school->repeated++;
      return;
    }
  if (*count == NAMES) {
    school->over_limit++;
    return;
  }
  given[(*count)++] = named;
  school->received[named]++;
}

static void on_name_field(void *text, size_t length, void *data) {
  struct school *school = data;
  int column = school->column++;
  if (school->in_header) return;
  if (column == 0) {
    school->self = find(&school->pupils, text, length);
    school->unknown_pupils += school->self == NOBODY;
    return;
  }
  if (length == 0 || school->self == NOBODY) return;
  int32_t named = find(&school->pupils, text, length);
  school->has_answered[school->self] = 1;
  if (named != NOBODY) {
    school->wrote[school->self] = 1;
    add_name(school, named);
  } else if (!says_no_one(text, length)) {
    school->wrote[school->self] = 1;
    school->off_roll++;
  }
}

static void on_row(int terminator, void *data) {
  struct school *school = data;
  (void)terminator;
  if (school->column == 0) return;
  school->column = 0;
  school->in_header = 0;
}

static int names(const struct school *school, int32_t from, int32_t to) {
  for (int k = 0; k < school->given_count[from]; k++)
    if (school->given[from][k] == to) return 1;
  return 0;
}

static void print_totals(const struct school *school) {
  int64_t answered = 0, kept = 0, mutual = 0, unchosen = 0, absent = 0, names_nobody = 0;
  int64_t by_unchosen[MOST_UNCHOSEN] = {0};
  size_t pupils = school->pupils.count, classes = school->classes.count;
  uint32_t *in_class = calloc(classes + 1, sizeof *in_class);
  if (in_class == NULL) stop("nominations", "out of memory");
  for (size_t i = 0; i < pupils; i++) {
    answered += school->has_answered[i];
    kept += school->given_count[i];
    names_nobody += school->has_answered[i] && !school->wrote[i];
    for (int k = 0; k < school->given_count[i]; k++) {
      int32_t other = school->given[i][k];
      mutual += other > (int32_t)i && names(school, other, (int32_t)i);
    }
    if (school->received[i] > 0) continue;
    unchosen++;
    absent += !school->has_answered[i];
    if (school->class_of[i] != NOBODY) in_class[school->class_of[i]]++;
  }
  for (size_t c = 0; c < classes; c++)
    by_unchosen[in_class[c] < MOST_UNCHOSEN ? in_class[c] : MOST_UNCHOSEN - 1]++;
  free(in_class);
  printf("{\"pupils\": %zu, \"classes\": %zu, \"answered\": %" PRId64 ", \"nominations\": %" PRId64
         ",\n\"self\": %" PRId64 ", \"repeated\": %" PRId64 ", \"off_roll\": %" PRId64
         ", \"over_limit\": %" PRId64 ", \"unknown_pupils\": %" PRId64
         ",\n\"mutual_pairs\": %" PRId64 ", \"unchosen\": %" PRId64
         ", \"unchosen_absent\": %" PRId64 ", \"names_nobody\": %" PRId64
         ",\n\"classes_by_unchosen\": {",
         pupils, classes, answered, kept, school->own_name, school->repeated, school->off_roll,
         school->over_limit, school->unknown_pupils, mutual, unchosen, absent, names_nobody);
  const char *comma = "";
  for (int count = 0; count < MOST_UNCHOSEN; count++)
    if (by_unchosen[count] > 0) {
      printf("%s\"%d\": %" PRId64, comma, count, by_unchosen[count]);
      comma = ", ";
    }
  printf("}}\n");
}

static void *zeros(size_t count, size_t size) {
  void *memory = calloc(count + 1, size);
  if (memory == NULL) stop("nominations", "out of memory");
  return memory;
}

int main(int argc, char **argv) {
  static struct school school;
  int strict = argc == 4 && strcmp(argv[1], "--strict") == 0;
  if (argc != 3 + strict) {
    fputs("usage: nominations [--strict] roll.csv nominations.csv\n", stderr);
    return 64;
  }
  school.in_header = 1;
  read_csv(argv[1 + strict], strict, on_roll_field, on_row, &school);
  size_t pupils = school.pupils.count;
  school.received = zeros(pupils, sizeof *school.received);
  school.given = zeros(pupils, sizeof *school.given);
  school.given_count = zeros(pupils, 1);
  school.has_answered = zeros(pupils, 1);
  school.wrote = zeros(pupils, 1);
  school.in_header = 1;
  read_csv(argv[2 + strict], strict, on_name_field, on_row, &school);
  print_totals(&school);
  return 0;
}
