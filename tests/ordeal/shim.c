// Stands between a program and the C library for the files under one folder (ORDEAL_UNDER), loaded by LD_PRELOAD.
//
// ORDEAL_LOG=FILE   writes down every change of those files, every flush, and what the program says on standard output, in
//                   order: what a disk may hold after a power cut follows from it (see `cuts.rs` for the format).
// ORDEAL_FAIL=N ORDEAL_ERRNO=E ORDEAL_KEEP=0|1 ORDEAL_WRITES=0|1
//                   lets the N-th call on those files fail with error E, or that one and all after it; with ORDEAL_WRITES only
//                   calls that take room are counted. N = 0: none fails.
// ORDEAL_COUNT=FILE writes at the end how many calls there were, as text.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 4096
static const char *under;
static size_t under_length;
static int log_fd = -1;
static long fail_at, calls;
static int fail_errno, fail_keep, fail_writes, ready;
static unsigned char watched[MOST], appends[MOST];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  under = getenv("ORDEAL_UNDER");
  under_length = under ? strlen(under) : 0;
  const char *text = getenv("ORDEAL_LOG");
  if (text) log_fd = REAL(open64)(text, O_WRONLY | O_CREAT | O_APPEND, 0600);
  text = getenv("ORDEAL_FAIL");
  fail_at = text ? atol(text) : 0;
  text = getenv("ORDEAL_ERRNO");
  fail_errno = text ? atoi(text) : EIO;
  text = getenv("ORDEAL_KEEP");
  fail_keep = text && *text == '1';
  text = getenv("ORDEAL_WRITES");
  fail_writes = text && *text == '1';
  ready = under_length > 0;
}

__attribute__((destructor)) static void end(void) {
  const char *text = getenv("ORDEAL_COUNT");
  if (!text) return;
  FILE *file = fopen(text, "w");
  if (!file) return;
  fprintf(file, "%ld\n", calls);
  fclose(file);
}

static int is_under(const char *path) {
  return ready && path && strncmp(path, under, under_length) == 0;
}

static int is_watched(int fd) { return ready && fd >= 0 && fd < MOST && watched[fd]; }

// Whether this call is to fail. `room`: it takes room on the disk.
static int fails(int room) {
  if (fail_writes && !room) return 0;
  pthread_mutex_lock(&turn);
  long number = ++calls;
  pthread_mutex_unlock(&turn);
  if (fail_at > 0 && (number == fail_at || (fail_keep && number > fail_at))) {
    errno = fail_errno;
    return 1;
  }
  return 0;
}

static uint64_t inode(int fd) {
  struct stat64 seen;
  return fstat64(fd, &seen) == 0 ? (uint64_t)seen.st_ino : 0;
}

// One line of the log: what, which file, where, how long, and the bytes.
static void note(char what, uint64_t file, uint64_t at, const void *bytes, uint64_t length) {
  if (log_fd < 0) return;
  unsigned char head[25];
  head[0] = (unsigned char)what;
  memcpy(head + 1, &file, 8);
  memcpy(head + 9, &at, 8);
  memcpy(head + 17, &length, 8);
  int kept = errno;
  pthread_mutex_lock(&turn);
  ssize_t (*out)(int, const void *, size_t) = REAL(write);
  out(log_fd, head, sizeof head);
  const char *rest = bytes;
  while (length > 0) {
    ssize_t done = out(log_fd, rest, length);
    if (done <= 0) break;
    rest += done;
    length -= (uint64_t)done;
  }
  pthread_mutex_unlock(&turn);
  errno = kept;
}

static int opened(int fd, const char *path, int flags, int is_new) {
  if (fd < 0 || fd >= MOST) return fd;
  watched[fd] = 1;
  appends[fd] = (flags & O_APPEND) != 0;
  note(is_new ? 'C' : 'O', inode(fd), 0, path, strlen(path));
  return fd;
}

#define OPEN(name)                                                             \
  int name(const char *path, int flags, ...) {                                 \
    mode_t mode = 0;                                                           \
    if (flags & (O_CREAT | O_TMPFILE)) {                                       \
      va_list more;                                                            \
      va_start(more, flags);                                                   \
      mode = va_arg(more, mode_t);                                             \
      va_end(more);                                                            \
    }                                                                          \
    if (!is_under(path)) return REAL(name)(path, flags, mode);                 \
    int is_new = (flags & O_CREAT) && access(path, F_OK) != 0;                 \
    if (fails(is_new)) return -1;                                              \
    int fd = REAL(name)(path, flags, mode);                                    \
    if (fd >= 0 && (flags & O_TRUNC) && !is_new) note('T', inode(fd), 0, "", 0); \
    return opened(fd, path, flags, is_new);                                    \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (fd >= 0 && fd < MOST) watched[fd] = 0;
  return REAL(close)(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (fd == 1 && log_fd >= 0) note('M', 0, 0, bytes, length);
  if (!is_watched(fd)) return REAL(write)(fd, bytes, length);
  if (fails(1)) return -1;
  struct stat64 seen;
  off64_t at = lseek64(fd, 0, SEEK_CUR);
  if (appends[fd] && fstat64(fd, &seen) == 0) at = seen.st_size;
  ssize_t done = REAL(write)(fd, bytes, length);
  if (done > 0) note('W', inode(fd), (uint64_t)at, bytes, (uint64_t)done);
  return done;
}

#define PWRITE(name, offset)                                                   \
  ssize_t name(int fd, const void *bytes, size_t length, offset at) {          \
    if (!is_watched(fd)) return REAL(name)(fd, bytes, length, at);             \
    if (fails(1)) return -1;                                                   \
    ssize_t done = REAL(name)(fd, bytes, length, at);                          \
    if (done > 0) note('W', inode(fd), (uint64_t)at, bytes, (uint64_t)done);   \
    return done;                                                               \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t read(int fd, void *bytes, size_t length) {
  if (is_watched(fd) && fails(0)) return -1;
  return REAL(read)(fd, bytes, length);
}

ssize_t pread(int fd, void *bytes, size_t length, off_t at) {
  if (is_watched(fd) && fails(0)) return -1;
  return REAL(pread)(fd, bytes, length, at);
}

ssize_t pread64(int fd, void *bytes, size_t length, off64_t at) {
  if (is_watched(fd) && fails(0)) return -1;
  return REAL(pread64)(fd, bytes, length, at);
}

#define TRUNCATE(name, offset)                                                 \
  int name(int fd, offset length) {                                            \
    if (!is_watched(fd)) return REAL(name)(fd, length);                        \
    if (fails(1)) return -1;                                                   \
    int done = REAL(name)(fd, length);                                         \
    if (done == 0) note('T', inode(fd), (uint64_t)length, "", 0);              \
    return done;                                                               \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define FLUSH(name)                                                            \
  int name(int fd) {                                                           \
    if (!is_watched(fd)) return REAL(name)(fd);                                \
    if (fails(1)) return -1;                                                   \
    int done = REAL(name)(fd);                                                 \
    struct stat64 seen;                                                        \
    if (done == 0 && fstat64(fd, &seen) == 0)                                  \
      note(S_ISDIR(seen.st_mode) ? 'D' : 'S', (uint64_t)seen.st_ino, 0, "", 0); \
    return done;                                                               \
  }
FLUSH(fsync)
FLUSH(fdatasync)

int rename(const char *from, const char *to) {
  if (!is_under(from) && !is_under(to)) return REAL(rename)(from, to);
  if (fails(1)) return -1;
  int done = REAL(rename)(from, to);
  if (done == 0) {
    note('F', 0, 0, from, strlen(from));
    note('R', 0, 0, to, strlen(to));
  }
  return done;
}

int unlink(const char *path) {
  if (!is_under(path)) return REAL(unlink)(path);
  if (fails(0)) return -1;
  int done = REAL(unlink)(path);
  if (done == 0) note('U', 0, 0, path, strlen(path));
  return done;
}
