/* Writes the benchmark's files: a survey, a roll, and the nominations of the pupils on it.
 *
 *   generate DIR ROWS PUPILS SEED
 *
 * All arithmetic is on whole numbers, so one seed gives the same bytes on every machine. */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ITEMS = 40, ITEMS_PER_SCORE = 5, SCORES = ITEMS / ITEMS_PER_SCORE, SCHOOLS = 60, TEAMS = 3 };
enum { CLASS_SIZE = 30, NAMES = 3, YEARS = 5 };

/* splitmix64 (Steele, Lea and Flood 2014). */
static uint64_t state;

static uint64_t draw(void) {
  uint64_t z = (state += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/* A whole number in 0 ..< limit. */
static uint32_t below(uint32_t limit) { return (uint32_t)(((draw() >> 32) * limit) >> 32); }

/* Nearly normal, mean 0, standard deviation about 1000: the sum of four uniform draws. */
static int bell(void) {
  uint64_t z = draw();
  int sum = (int)(z & 0xffff) + (int)(z >> 16 & 0xffff) + (int)(z >> 32 & 0xffff) +
            (int)(z >> 48);
  return (sum - 2 * 0xffff) * 1000 / 37837;
}

static FILE *create(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  setvbuf(file, NULL, _IOFBF, 1 << 16);
  return file;
}

static void finish(FILE *file) {
  int failed = ferror(file);
  if (fclose(file) != 0 || failed) {
    perror("generate: cannot write");
    exit(1);
  }
}

static int is_reversed(int item) {
  return item % ITEMS_PER_SCORE == 2 || item % (2 * ITEMS_PER_SCORE) == 9;
}

/* The text of one answer: a code 1 to 5, PN, or nothing. */
static const char *answer(int item, int trait, int broken_off) {
  static const char *const codes[] = {"1", "2", "3", "4", "5"};
  static const int steps[] = {-1300, -500, 200, 1000};
  uint32_t fate = below(1000);
  if (broken_off || fate < 20) return "";
  if (fate < 25) return "PN";
  int value = trait + bell() * 7 / 10 + (item * 37 % 11 - 5) * 80;
  int point = 0;
  while (point < 4 && value > steps[point]) point++;
  return codes[is_reversed(item) ? 4 - point : point];
}

static const char *role(void) {
  uint32_t fate = below(1000);
  if (fate < 5) return "";
  if (fate < 520) return "teacher";
  if (fate < 840) return "support";
  return fate < 920 ? "office" : "leader";
}

static void write_survey(const char *folder, uint32_t rows) {
  FILE *file = create(folder, "survey.csv");
  int lift[SCHOOLS];
  for (int s = 0; s < SCHOOLS; s++) lift[s] = bell() / 8;
  fputs("response_id,school,role,team", file);
  for (int item = 0; item < ITEMS; item++) fprintf(file, ",q%02d", item + 1);
  fputc('\n', file);
  for (uint32_t row = 0; row < rows; row++) {
    int school = (int)below(SCHOOLS);
    /* One school in twenty has a comma in its name: the only fields that need quotes. */
    const char *school_name = school % 20 == 7 ? "\"S%02d, upper\"," : "S%02d,";
    int broken_off = below(100) < 2 ? (int)below(ITEMS) : ITEMS;
    int general = bell() * 6 / 10 + lift[school];
    int trait = 0;
    char line[512];
    int length = sprintf(line, "R%07" PRIu32 ",", row + 1);
    length += sprintf(line + length, school_name, school + 1);
    length += sprintf(line + length, "%s,", role());
    /* Three teams in each school, 180 in all; one row in two hundred has none. */
    int team = school * TEAMS + (int)below(TEAMS);
    if (below(1000) >= 5) length += sprintf(line + length, "T%03d", team + 1);
    for (int item = 0; item < ITEMS; item++) {
      if (item % ITEMS_PER_SCORE == 0) trait = general + bell() * 5 / 10;
      line[length++] = ',';
      for (const char *c = answer(item, trait, item >= broken_off); *c; c++) line[length++] = *c;
    }
    line[length++] = '\n';
    fwrite(line, 1, (size_t)length, file);
  }
  finish(file);
}

/* One line of nominations, or nothing where the pupil was absent. */
static void write_names(FILE *file, uint32_t first, uint32_t size, uint32_t self) {
  uint32_t fate = below(1000);
  if (fate < 40) return;
  fprintf(file, "P%07" PRIu32, first + self + 1);
  if (fate < 50) {
    fputs(",no one,,\n", file);
    return;
  }
  if (fate < 55) {
    fputs(",,,\n", file);
    return;
  }
  uint32_t named[NAMES];
  for (uint32_t count = 0; count < NAMES; count++) {
    if (count + 1 >= size) {
      fputc(',', file);
      continue;
    }
    int again = 1;
    while (again) {
      named[count] = below(size);
      again = named[count] == self;
      for (uint32_t k = 0; k < count; k++) again |= named[k] == named[count];
    }
    fprintf(file, ",P%07" PRIu32, first + named[count] + 1);
  }
  fputc('\n', file);
}

static void write_nominations(const char *folder, uint32_t pupils) {
  FILE *roll = create(folder, "roll.csv");
  FILE *names = create(folder, "nominations.csv");
  uint32_t classes = (pupils + CLASS_SIZE - 1) / CLASS_SIZE;
  fputs("pupil,class,year\n", roll);
  fputs("pupil,name_1,name_2,name_3\n", names);
  for (uint32_t group = 0; group < classes; group++) {
    uint32_t first = group * CLASS_SIZE;
    uint32_t size = pupils - first < CLASS_SIZE ? pupils - first : CLASS_SIZE;
    uint32_t order[CLASS_SIZE] = {0};
    for (uint32_t k = 0; k < size; k++) {
      uint32_t other = below(k + 1);
      order[k] = order[other];
      order[other] = k;
      fprintf(roll, "P%07" PRIu32 ",C%05" PRIu32 ",%d\n", first + k + 1, group + 1,
              7 + (int)((uint64_t)group * YEARS / classes));
    }
    for (uint32_t k = 0; k < size; k++) write_names(names, first, size, order[k]);
  }
  finish(roll);
  finish(names);
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fputs("usage: generate DIR ROWS PUPILS SEED\n", stderr);
    return 64;
  }
  uint64_t seed = strtoull(argv[4], NULL, 10);
  state = seed;
  write_survey(argv[1], (uint32_t)strtoul(argv[2], NULL, 10));
  state = ~seed;
  write_nominations(argv[1], (uint32_t)strtoul(argv[3], NULL, 10));
  return 0;
}
