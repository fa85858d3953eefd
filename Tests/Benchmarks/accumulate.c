/* The yardstick for `mhars analyse` on a survey: libcsv and whole-number sums, nothing else.
 *
 *   accumulate [--strict] [--no-alpha] survey.csv
 *
 * Scores every row (reverse, prorate, eight scores of five items), counts the codes of every item,
 * and adds up, by team, what means, deviations and Cronbach's alpha need. Prints JSON. */
#include <inttypes.h>
#include <math.h>
#include <stdint.h>

#include "reading.h"

enum { ITEMS = 40, USES = 5, SCORES = ITEMS / USES, NEED = 3, LOW = 1, HIGH = 5 };
enum { BLANK = 0, PREFER_NOT = 6, UNREADABLE = 7, ANSWERS = 8 };
enum { TEAMS = 180, NO_TEAM = TEAMS, GROUPS = TEAMS + 1 };
enum { SIXTIETHS = 60 }; /* of a scale point: exact for 3, 4 or 5 answered items */
enum { MAX_COLUMNS = 256, IGNORED = -1, TEAM = ITEMS };

struct score_sums {
  int64_t n, sum, squares; /* of scores, in sixtieths */
  int64_t complete;        /* rows with all items answered, and their co-moments */
  int64_t item_sum[USES], product[USES][USES];
};

struct group {
  int64_t n;
  int64_t counts[ITEMS][ANSWERS];
  struct score_sums scores[SCORES];
};

struct survey {
  int with_alpha, in_header;
  int column, columns;
  int target[MAX_COLUMNS];
  int team;
  uint8_t answers[ITEMS];
  int64_t rows, ragged;
  struct group groups[GROUPS];
};

static int is_reversed(int item) { return item % USES == 2 || item % (2 * USES) == 9; }

static int heading(const char *text, size_t length) {
  if (is_text(text, length, "team")) return TEAM;
  if (length != 3 || text[0] != 'q') return IGNORED;
  int item = (text[1] - '0') * 10 + (text[2] - '0') - 1;
  return item >= 0 && item < ITEMS ? item : IGNORED;
}

static int decode_answer(const char *text, size_t length) {
  if (length == 0) return BLANK;
  if (length == 1 && text[0] >= '0' + LOW && text[0] <= '0' + HIGH) return text[0] - '0';
  return is_text(text, length, "PN") ? PREFER_NOT : UNREADABLE;
}

/* The place of a team written `T001` to `T180`. */
static int decode_team(const char *text, size_t length) {
  if (length != 4 || text[0] != 'T') return NO_TEAM;
  int team = (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0') - 1;
  return team >= 0 && team < TEAMS ? team : NO_TEAM;
}

static void on_field(void *text, size_t length, void *data) {
  struct survey *survey = data;
  int column = survey->column++;
  if (survey->in_header) {
    if (column < MAX_COLUMNS) survey->target[column] = heading(text, length);
    return;
  }
  if (column >= survey->columns) return;
  int target = survey->target[column];
  if (target == IGNORED) return;
  if (target == TEAM)
    survey->team = decode_team(text, length);
  else
    survey->answers[target] = (uint8_t)decode_answer(text, length);
}

static void add_moments(struct score_sums *score, const int value[USES]) {
  score->complete++;
  for (int a = 0; a < USES; a++) {
    score->item_sum[a] += value[a];
    for (int b = a; b < USES; b++) score->product[a][b] += value[a] * value[b];
  }
}

static void add_row(struct survey *survey) {
  struct group *group = &survey->groups[survey->team];
  group->n++;
  for (int item = 0; item < ITEMS; item++) group->counts[item][survey->answers[item]]++;
  for (int s = 0; s < SCORES; s++) {
    struct score_sums *score = &group->scores[s];
    int value[USES], sum = 0, answered = 0;
    for (int use = 0; use < USES; use++) {
      int item = s * USES + use, code = survey->answers[item];
      int is_answer = code >= LOW && code <= HIGH;
      value[use] = is_reversed(item) ? LOW + HIGH - code : code;
      sum += is_answer ? value[use] : 0;
      answered += is_answer;
    }
    if (answered < NEED) continue;
    int64_t sixtieths = sum * (SIXTIETHS / answered);
    score->n++;
    score->sum += sixtieths;
    score->squares += sixtieths * sixtieths;
    if (answered == USES && survey->with_alpha) add_moments(score, value);
  }
}

static void end_header(struct survey *survey) {
  uint64_t found = 0;
  survey->in_header = 0;
  survey->columns = survey->column < MAX_COLUMNS ? survey->column : MAX_COLUMNS;
  for (int c = 0; c < survey->columns; c++)
    if (survey->target[c] != IGNORED) found |= UINT64_C(1) << survey->target[c];
  if (found != (UINT64_C(1) << (ITEMS + 1)) - 1) stop("header", "a column is missing");
}

static void on_row(int terminator, void *data) {
  struct survey *survey = data;
  (void)terminator;
  if (survey->column == 0) return; /* the second half of CR LF, or an empty line */
  if (survey->in_header) {
    end_header(survey);
  } else {
    survey->rows++;
    if (survey->column == survey->columns)
      add_row(survey);
    else
      survey->ragged++;
  }
  survey->column = 0;
}

/* Every sum is a whole number, so the whole is the sum of the groups, whatever their order. */
static void add_group(struct group *whole, const struct group *part) {
  whole->n += part->n;
  for (int item = 0; item < ITEMS; item++)
    for (int code = 0; code < ANSWERS; code++)
      whole->counts[item][code] += part->counts[item][code];
  for (int s = 0; s < SCORES; s++) {
    struct score_sums *to = &whole->scores[s];
    const struct score_sums *from = &part->scores[s];
    to->n += from->n;
    to->sum += from->sum;
    to->squares += from->squares;
    to->complete += from->complete;
    for (int a = 0; a < USES; a++) {
      to->item_sum[a] += from->item_sum[a];
      for (int b = a; b < USES; b++) to->product[a][b] += from->product[a][b];
    }
  }
}

static void print_number(const char *name, double value, int exists) {
  if (exists && isfinite(value))
    printf(", \"%s\": %.17g", name, value);
  else
    printf(", \"%s\": null", name);
}

/* n times the sum of cross-products about the means: a whole number, free of cancellation. */
static double spread(const struct score_sums *score, int a, int b) {
  int64_t product = a <= b ? score->product[a][b] : score->product[b][a];
  return (double)(score->complete * product - score->item_sum[a] * score->item_sum[b]);
}

static void print_reliability(const struct score_sums *score) {
  double items = 0, total = 0, with_total[USES] = {0};
  for (int a = 0; a < USES; a++) {
    items += spread(score, a, a);
    for (int b = 0; b < USES; b++) with_total[a] += spread(score, a, b);
    total += with_total[a];
  }
  int exists = score->complete > 1 && total > 0;
  print_number("alpha", USES / (USES - 1.0) * (1 - items / total), exists);
  printf(", \"item_rest\": [");
  for (int a = 0; a < USES; a++) {
    double own = spread(score, a, a), rest = total - 2 * with_total[a] + own;
    double r = (with_total[a] - own) / sqrt(own * rest);
    if (exists && isfinite(r))
      printf("%s%.17g", a ? ", " : "", r);
    else
      printf("%snull", a ? ", " : "");
  }
  printf("]");
}

static void print_group(const char *name, const struct group *group, int with_alpha) {
  printf("\"%s\": {\"n\": %" PRId64 ", \"scores\": {", name, group->n);
  for (int s = 0; s < SCORES; s++) {
    const struct score_sums *score = &group->scores[s];
    double n = (double)score->n, sum = (double)score->sum;
    double variance = ((double)score->squares - sum * sum / n) / (n - 1);
    printf("%s\n  \"score_%d\": {\"n\": %" PRId64, s ? "," : "", s + 1, score->n);
    print_number("mean", sum / (SIXTIETHS * n), score->n > 0);
    print_number("sd", sqrt(variance) / SIXTIETHS, score->n > 1);
    if (with_alpha) print_reliability(score);
    printf("}");
  }
  printf("}, \"items\": {");
  for (int item = 0; item < ITEMS; item++) {
    printf("%s\n  \"q%02d\": {", item ? "," : "", item + 1);
    for (int code = LOW; code <= HIGH; code++)
      printf("\"%d\": %" PRId64 ", ", code, group->counts[item][code]);
    printf("\"blank\": %" PRId64 ", \"prefer_not\": %" PRId64 ", \"unreadable\": %" PRId64 "}",
           group->counts[item][BLANK], group->counts[item][PREFER_NOT],
           group->counts[item][UNREADABLE]);
  }
  printf("}}");
}

int main(int argc, char **argv) {
  static struct survey survey = {.with_alpha = 1, .in_header = 1};
  static struct group whole;
  int strict = 0;
  const char *path = NULL;
  for (int k = 1; k < argc; k++) {
    if (strcmp(argv[k], "--strict") == 0)
      strict = 1;
    else if (strcmp(argv[k], "--no-alpha") == 0)
      survey.with_alpha = 0;
    else
      path = argv[k];
  }
  if (path == NULL) {
    fputs("usage: accumulate [--strict] [--no-alpha] survey.csv\n", stderr);
    return 64;
  }
  read_csv(path, strict, on_field, on_row, &survey);
  for (int g = 0; g < GROUPS; g++) add_group(&whole, &survey.groups[g]);
  printf("{\"rows\": %" PRId64 ", \"ragged\": %" PRId64 ", \"ungrouped\": %" PRId64
         ", \"groups\": {\n",
         survey.rows, survey.ragged, survey.groups[NO_TEAM].n);
  print_group("", &whole, survey.with_alpha);
  for (int g = 0; g < TEAMS; g++) {
    char name[8];
    snprintf(name, sizeof name, "T%03d", g + 1);
    printf(",\n");
    print_group(name, &survey.groups[g], survey.with_alpha);
  }
  printf("}}\n");
  return 0;
}
