/* Runs a command and prints what it used.
 *
 *   measure OUTPUT command argument ...
 *
 * The command's standard output goes to OUTPUT. On ours: exit status, CPU seconds (user and
 * system), wall seconds, peak memory in KiB. A program of its own, because Linux counts the memory
 * of the process that starts a command as the command's: seen from Python, no peak is under
 * Python's. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return (double)time.tv_sec + time.tv_usec / 1e6; }

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fputs("usage: measure OUTPUT command argument ...\n", stderr);
    return 64;
  }
  double start = now();
  pid_t child = fork();
  if (child < 0) {
    perror("measure: fork");
    return 74;
  }
  if (child == 0) {
    int output = open(argv[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (output < 0 || dup2(output, STDOUT_FILENO) < 0) {
      perror(argv[1]);
      _exit(74);
    }
    close(output);
    execvp(argv[2], argv + 2);
    perror(argv[2]);
    _exit(127);
  }
  int status = 0;
  struct rusage used;
  if (wait4(child, &status, 0, &used) != child) {
    perror("measure: wait4");
    return 74;
  }
  double wall = now() - start;
  long peak = used.ru_maxrss;
#ifdef __APPLE__
  peak /= 1024; /* counted in bytes there */
#endif
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  printf("%d %.6f %.6f %ld\n", code, seconds(used.ru_utime) + seconds(used.ru_stime), wall, peak);
  return 0;
}
