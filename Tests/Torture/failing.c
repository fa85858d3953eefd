// Lets the n-th call that changes something below a folder fail, as a full or broken disk would.
//
// TORTURE_FOLDER  only calls on files below this folder count
// TORTURE_NTH     which call fails, from 1
// TORTURE_ERRNO   with which error number
// TORTURE_STAYS   set: all later calls that need room fail too, as they do on a full disk
// TORTURE_TELL    a file to which the failing call is written
// TORTURE_COUNT   a file to which the number of calls is written at the end

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_int calls;

static int is_inside(const char *path) {
    const char *folder = getenv("TORTURE_FOLDER");
    return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static void append(const char *file, const char *line) {
    int descriptor = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (descriptor < 0) return;
    syscall(SYS_write, descriptor, line, strlen(line));
    syscall(SYS_close, descriptor);
}

static void tell(const char *call, const char *path) {
    const char *file = getenv("TORTURE_TELL");
    char line[PATH_MAX + 64];
    snprintf(line, sizeof line, "%s %s\n", call, path);
    if (file) append(file, line);
}

__attribute__((destructor)) static void tell_count(void) {
    const char *file = getenv("TORTURE_COUNT");
    char line[32];
    snprintf(line, sizeof line, "%d\n", atomic_load(&calls));
    if (file) append(file, line);
}

// Whether this call is to fail; `path` is absolute.
static int fails(const char *call, const char *path, int needs_room) {
    if (!is_inside(path)) return 0;
    const char *nth = getenv("TORTURE_NTH");
    int wanted = nth ? atoi(nth) : 0;
    int now = atomic_fetch_add(&calls, 1) + 1;
    int stays = getenv("TORTURE_STAYS") && now > wanted && needs_room;
    if (wanted == 0 || (now != wanted && !stays)) return 0;
    if (now == wanted) tell(call, path);
    errno = atoi(getenv("TORTURE_ERRNO"));
    return 1;
}

static int fails_open(const char *call, int descriptor, int needs_room) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(call, path, needs_room);
}

static int fails_path(const char *call, const char *path, int needs_room) {
    char whole[2 * PATH_MAX];
    if (path[0] != '/') {
        char folder[PATH_MAX];
        if (!getcwd(folder, sizeof folder)) return 0;
        snprintf(whole, sizeof whole, "%s/%s", folder, path);
        path = whole;
    }
    return fails(call, path, needs_room);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define ON_DESCRIPTOR(type, name, needs_room, parameters, ...)          \
    type name parameters {                                              \
        static __typeof__(&name) real;                                  \
        if (!real) real = REAL(name);                                   \
        if (fails_open(#name, descriptor, needs_room)) return -1;       \
        return real(__VA_ARGS__);                                       \
    }

ON_DESCRIPTOR(ssize_t, write, 1, (int descriptor, const void *bytes, size_t count),
              descriptor, bytes, count)
ON_DESCRIPTOR(ssize_t, pwrite, 1, (int descriptor, const void *bytes, size_t count, off_t at),
              descriptor, bytes, count, at)
ON_DESCRIPTOR(ssize_t, pwrite64, 1, (int descriptor, const void *bytes, size_t count, off64_t at),
              descriptor, bytes, count, at)
ON_DESCRIPTOR(ssize_t, writev, 1, (int descriptor, const struct iovec *parts, int count),
              descriptor, parts, count)
ON_DESCRIPTOR(int, fsync, 0, (int descriptor), descriptor)
ON_DESCRIPTOR(int, fdatasync, 0, (int descriptor), descriptor)
ON_DESCRIPTOR(int, ftruncate, 0, (int descriptor, off_t length), descriptor, length)
ON_DESCRIPTOR(int, ftruncate64, 0, (int descriptor, off64_t length), descriptor, length)

// These give the error instead of setting it.
int posix_fallocate(int descriptor, off_t at, off_t length) {
    return fails_open("posix_fallocate", descriptor, 1)
        ? errno : REAL(posix_fallocate)(descriptor, at, length);
}

int rename(const char *from, const char *to) {
    return fails_path("rename", to, 0) ? -1 : REAL(rename)(from, to);
}

int mkdir(const char *path, mode_t mode) {
    return fails_path("mkdir", path, 1) ? -1 : REAL(mkdir)(path, mode);
}

// Opening counts where it makes a file.
#define OPENING(name)                                                              \
    int name(const char *path, int flags, ...) {                                   \
        mode_t mode = 0;                                                           \
        if (flags & O_CREAT) {                                                     \
            va_list rest;                                                          \
            va_start(rest, flags);                                                 \
            mode = va_arg(rest, mode_t);                                           \
            va_end(rest);                                                          \
            if (access(path, F_OK) != 0 && fails_path(#name, path, 1)) return -1;  \
        }                                                                          \
        return REAL(name)(path, flags, mode);                                      \
    }

OPENING(open)
OPENING(open64)
