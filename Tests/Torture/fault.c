// Makes one call of a program fail, for .github/scripts/torture: preloaded, it stands before the C library.
//
//   RUBRIC_FAULT=CALL:N:ERRNO   the N-th call of a name fails with a number of errno.h; 0 kills the process there
//   RUBRIC_FAULT_MARK=PATH      a file that is made when that happens
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static const char *wanted;
static size_t wanted_length;
static long wanted_number;
static int wanted_error;
static atomic_long calls;

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("RUBRIC_FAULT");
  if (text == NULL) return;
  const char *colon = strchr(text, ':');
  if (colon == NULL) return;
  char *end;
  wanted_number = strtol(colon + 1, &end, 10);
  if (*end == ':') wanted_error = (int)strtol(end + 1, NULL, 10);
  wanted_length = (size_t)(colon - text);
  wanted = text;
}

// Tells whether this call is the one; where it is to kill, it does not return.
static int fails(const char *name) {
  if (wanted == NULL || strlen(name) != wanted_length || strncmp(name, wanted, wanted_length) != 0) return 0;
  if (atomic_fetch_add(&calls, 1) + 1 != wanted_number) return 0;
  const char *mark = getenv("RUBRIC_FAULT_MARK");
  if (mark != NULL) {
    long file = syscall(SYS_openat, AT_FDCWD, mark, O_CREAT | O_WRONLY, 0600);
    if (file >= 0) syscall(SYS_close, (int)file);
  }
  if (wanted_error == 0) syscall(SYS_kill, getpid(), SIGKILL);
  errno = wanted_error;
  return 1;
}

#define NEXT(type, name) ((type)dlsym(RTLD_NEXT, #name))
#define INTERPOSE(result, name, parameters, types, arguments) \
  result name parameters {                                    \
    if (fails(#name)) return (result)-1;                      \
    return NEXT(result(*) types, name) arguments;             \
  }

INTERPOSE(ssize_t, write, (int f, const void *b, size_t n), (int, const void *, size_t), (f, b, n))
INTERPOSE(ssize_t, read, (int f, void *b, size_t n), (int, void *, size_t), (f, b, n))
INTERPOSE(ssize_t, pwrite, (int f, const void *b, size_t n, off_t o), (int, const void *, size_t, off_t), (f, b, n, o))
INTERPOSE(ssize_t, pread, (int f, void *b, size_t n, off_t o), (int, void *, size_t, off_t), (f, b, n, o))
INTERPOSE(int, rename, (const char *a, const char *b), (const char *, const char *), (a, b))
INTERPOSE(int, renameat, (int d, const char *a, int e, const char *b), (int, const char *, int, const char *), (d, a, e, b))
INTERPOSE(int, renameat2, (int d, const char *a, int e, const char *b, unsigned f), (int, const char *, int, const char *, unsigned), (d, a, e, b, f))
INTERPOSE(int, link, (const char *a, const char *b), (const char *, const char *), (a, b))
INTERPOSE(int, linkat, (int d, const char *a, int e, const char *b, int f), (int, const char *, int, const char *, int), (d, a, e, b, f))
INTERPOSE(int, unlink, (const char *a), (const char *), (a))
INTERPOSE(int, unlinkat, (int d, const char *a, int f), (int, const char *, int), (d, a, f))
INTERPOSE(int, fsync, (int f), (int), (f))
INTERPOSE(int, fdatasync, (int f), (int), (f))
INTERPOSE(int, ftruncate, (int f, off_t n), (int, off_t), (f, n))
INTERPOSE(int, fchmod, (int f, mode_t m), (int, mode_t), (f, m))
INTERPOSE(int, fchmodat, (int d, const char *p, mode_t m, int f), (int, const char *, mode_t, int), (d, p, m, f))
INTERPOSE(int, chmod, (const char *p, mode_t m), (const char *, mode_t), (p, m))
INTERPOSE(int, mkstemp, (char *p), (char *), (p))
INTERPOSE(int, mkostemp, (char *p, int f), (char *, int), (p, f))
INTERPOSE(int, mkdir, (const char *p, mode_t m), (const char *, mode_t), (p, m))
INTERPOSE(int, mkdirat, (int d, const char *p, mode_t m), (int, const char *, mode_t), (d, p, m))

int close(int file) {
  if (!fails("close")) return (int)syscall(SYS_close, file);
  // As Linux does it: the file is closed, and the error is that of what was written before.
  int error = errno;
  syscall(SYS_close, file);
  errno = error;
  return -1;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (fails("open")) return -1;
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (fails("openat")) return -1;
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *malloc(size_t size) { return fails("malloc") ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails("malloc") ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return fails("malloc") ? NULL : __libc_realloc(old, size); }
