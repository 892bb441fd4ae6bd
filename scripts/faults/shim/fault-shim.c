/*
 * Stands between a program and the C library, for the files under one folder only.
 * Recording: appends every change of a file, a name or a flush to a log, in the order it happened.
 * Faults: lets a chosen call fail, or ends the process at it, as the control file says.
 *
 *   FAULTS_FOLDER   the folder that is watched
 *   FAULTS_LOG      where to record (optional)
 *   FAULTS_CONTROL  a file of the shape `struct control`, shared with whoever sets the fault (optional)
 *   FAULTS_ACK_FD   what is written to this descriptor is recorded as an acknowledgement (optional)
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum {
  CALL_WRITE = 1,
  CALL_SYNC = 2,
  CALL_OPEN_FOR_WRITING = 4,
  CALL_TRUNCATE = 8,
  CALL_NAME = 16,
  CALL_READ = 32,
  CALL_REMOVE = 64,
  /* SQLite opens its files for reading too, so that these are files of the program itself. */
  CALL_OPEN_TO_REPLACE = 128,
  CALL_OPEN_TO_READ = 256,
};
enum { DIES = -1, LIES = -2, VANISHES = -3, STOPS = -4 };

/* Written by the experiment, read here; the two counters go the other way. */
struct control {
  int32_t isArmed, calls, errorNumber, isSticky, isShort, healsAfterMs;
  int64_t failAt, seenCount, failedCount;
};

#define MOST_DESCRIPTORS 4096
static char *paths[MOST_DESCRIPTORS];
static struct { dev_t device; ino_t number; } files[MOST_DESCRIPTORS];
static char folder[PATH_MAX];
static size_t folderLength;
static int logDescriptor = -1;
static int ackDescriptor = -1;
static struct control *control;
static int64_t failingSince;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int64_t nowMs(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static ssize_t rawWrite(int descriptor, const void *bytes, size_t length) {
  return syscall(SYS_write, descriptor, bytes, length);
}

__attribute__((constructor)) static void start(void) {
  const char *watched = getenv("FAULTS_FOLDER");
  if (watched == NULL || realpath(watched, folder) == NULL) return;
  folderLength = strlen(folder);
  const char *log = getenv("FAULTS_LOG");
  if (log != NULL) {
    int opened = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    logDescriptor = syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, opened);
  }
  const char *shared = getenv("FAULTS_CONTROL");
  if (shared != NULL) {
    int opened = syscall(SYS_openat, AT_FDCWD, shared, O_RDWR | O_CLOEXEC);
    void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
    if (mapped == MAP_FAILED) _exit(98);
    control = mapped;
    syscall(SYS_close, opened);
  }
  const char *ack = getenv("FAULTS_ACK_FD");
  if (ack != NULL) ackDescriptor = atoi(ack);
}

/* The path below the watched folder, or NULL; allocated. */
static char *watchedPath(int at, const char *path) {
  char whole[PATH_MAX * 2];
  if (folderLength == 0 || path == NULL) return NULL;
  if (path[0] == '/') {
    snprintf(whole, sizeof whole, "%s", path);
  } else if (at == AT_FDCWD) {
    char current[PATH_MAX];
    if (getcwd(current, sizeof current) == NULL) return NULL;
    snprintf(whole, sizeof whole, "%s/%s", current, path);
  } else {
    if (at < 0 || at >= MOST_DESCRIPTORS || paths[at] == NULL) return NULL;
    snprintf(whole, sizeof whole, "%s/%s/%s", folder, paths[at], path);
  }
  if (strncmp(whole, folder, folderLength) != 0) return NULL;
  if (whole[folderLength] == '\0') return strdup("");
  if (whole[folderLength] != '/') return NULL;
  const char *below = whole + folderLength + 1;
  char *found = strdup(below);
  size_t length = strlen(found);
  while (length > 0 && found[length - 1] == '/') found[--length] = '\0';
  return found;
}

static void forget(int descriptor) {
  free(paths[descriptor]);
  paths[descriptor] = NULL;
}

/* Node closes its files without the C library, so a descriptor may belong to another file by now. */
static const char *pathOf(int descriptor) {
  if (descriptor < 0 || descriptor >= MOST_DESCRIPTORS || paths[descriptor] == NULL) return NULL;
  struct stat now;
  if (fstat(descriptor, &now) == 0 && now.st_dev == files[descriptor].device && now.st_ino == files[descriptor].number)
    return paths[descriptor];
  forget(descriptor);
  return NULL;
}

/* One record: kind, length of the first text, of the second, of the data, offset; then the three. */
static void record(char kind, const char *one, const char *other, const void *data, size_t dataLength, int64_t offset) {
  if (logDescriptor < 0) return;
  struct { uint32_t kind, oneLength, otherLength, dataLength; int64_t offset; } head = {
      (uint32_t)kind, (uint32_t)(one ? strlen(one) : 0), (uint32_t)(other ? strlen(other) : 0), (uint32_t)dataLength, offset};
  struct iovec parts[4] = {{&head, sizeof head}, {(void *)one, head.oneLength}, {(void *)other, head.otherLength}, {(void *)data, dataLength}};
  pthread_mutex_lock(&lock);
  ssize_t whole = (ssize_t)(sizeof head + head.oneLength + head.otherLength + dataLength);
  if (syscall(SYS_writev, logDescriptor, parts, 4) != whole) _exit(99);
  pthread_mutex_unlock(&lock);
}

/* True when this call is to fail; errno is set then. */
static int fails(int call) {
  if (control == NULL || !control->isArmed || !(control->calls & call) || control->errorNumber == VANISHES) return 0;
  int64_t seen = __atomic_add_fetch(&control->seenCount, 1, __ATOMIC_SEQ_CST);
  if (control->failAt <= 0 || seen < control->failAt) return 0;
  if (seen > control->failAt && !control->isSticky) return 0;
  if (control->failedCount == 0) failingSince = nowMs();
  else if (control->healsAfterMs > 0 && nowMs() - failingSince >= control->healsAfterMs) return 0;
  control->failedCount += 1;
  if (control->errorNumber == DIES) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  if (control->errorNumber == STOPS) {
    kill(getpid(), SIGSTOP);
    return 0;
  }
  errno = control->errorNumber;
  return 1;
}

/* A stick that is smaller than it says takes what lies beyond its real end, and has nothing of it. */
static int vanishes(int64_t end) {
  if (control == NULL || !control->isArmed || control->errorNumber != VANISHES || end <= control->failAt) return 0;
  control->failedCount += 1;
  return 1;
}

static int openKind(int flags) {
  int mode = flags & O_ACCMODE;
  return mode == O_WRONLY ? CALL_OPEN_TO_REPLACE : mode == O_RDONLY && !(flags & O_CREAT) ? CALL_OPEN_TO_READ : 0;
}

static int isForWriting(int flags) { return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)); }

static int opened(int descriptor, char *path, int flags, int wasThere) {
  if (path == NULL) return descriptor;
  if (descriptor < 0 || descriptor >= MOST_DESCRIPTORS) {
    free(path);
    return descriptor;
  }
  struct stat file;
  if (fstat(descriptor, &file) != 0) _exit(96);
  forget(descriptor);
  paths[descriptor] = path;
  files[descriptor].device = file.st_dev;
  files[descriptor].number = file.st_ino;
  if (!wasThere && (flags & O_CREAT)) record('C', path, NULL, NULL, 0, 0);
  if (wasThere && (flags & O_TRUNC)) record('T', path, NULL, NULL, 0, 0);
  return descriptor;
}

static int openAt(int at, const char *path, int flags, mode_t mode) {
  char *watched = watchedPath(at, path);
  if (watched == NULL) return (int)syscall(SYS_openat, at, path, flags, mode);
  if (isForWriting(flags) && fails(CALL_OPEN_FOR_WRITING)) {
    free(watched);
    return -1;
  }
  struct stat there;
  int wasThere = fstatat(at, path, &there, 0) == 0;
  if (!(wasThere && S_ISDIR(there.st_mode)) && fails(openKind(flags))) {
    free(watched);
    return -1;
  }
  return opened((int)syscall(SYS_openat, at, path, flags, mode), watched, flags, wasThere);
}

#define MODE_OF(flags)                              \
  mode_t mode = 0;                                  \
  if ((flags) & (O_CREAT | O_TMPFILE)) {            \
    va_list rest;                                   \
    va_start(rest, flags);                          \
    mode = va_arg(rest, mode_t);                    \
    va_end(rest);                                   \
  }

int open(const char *path, int flags, ...) { MODE_OF(flags) return openAt(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return openAt(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE_OF(flags) return openAt(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE_OF(flags) return openAt(at, path, flags, mode); }
/* What a compiler makes of an open without a mode. */
int __open_2(const char *path, int flags) { return openAt(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return openAt(AT_FDCWD, path, flags, 0); }
int creat(const char *path, mode_t mode) { return openAt(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int descriptor) {
  if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS && paths[descriptor] != NULL) forget(descriptor);
  return (int)syscall(SYS_close, descriptor);
}

/* Half of a write that then fails: what a disk that fills up does. */
static ssize_t failedWrite(int descriptor, const void *bytes, size_t length, int64_t offset) {
  if (!control->isShort || length < 2 || offset < 0) return -1;
  ssize_t written = syscall(SYS_pwrite64, descriptor, bytes, length / 2, offset);
  if (written > 0) record('W', pathOf(descriptor), NULL, bytes, (size_t)written, offset);
  control->failAt = control->seenCount + 1;
  return written;
}

static ssize_t writeAt(int descriptor, const void *bytes, size_t length, int64_t offset) {
  if (pathOf(descriptor) == NULL) return syscall(SYS_pwrite64, descriptor, bytes, length, offset);
  if (fails(CALL_WRITE)) return failedWrite(descriptor, bytes, length, offset);
  if (vanishes(offset + (int64_t)length)) return (ssize_t)length;
  ssize_t written = syscall(SYS_pwrite64, descriptor, bytes, length, offset);
  if (written > 0) record('W', pathOf(descriptor), NULL, bytes, (size_t)written, offset);
  return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) { return writeAt(descriptor, bytes, length, offset); }
ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) { return writeAt(descriptor, bytes, length, offset); }

ssize_t write(int descriptor, const void *bytes, size_t length) {
  if (descriptor == ackDescriptor && ackDescriptor >= 0) record('A', NULL, NULL, bytes, length, 0);
  if (pathOf(descriptor) == NULL) return rawWrite(descriptor, bytes, length);
  if (fails(CALL_WRITE)) return -1;
  struct stat file;
  int isAppending = (fcntl(descriptor, F_GETFL) & O_APPEND) != 0;
  int64_t offset = isAppending && fstat(descriptor, &file) == 0 ? file.st_size : lseek(descriptor, 0, SEEK_CUR);
  ssize_t written = rawWrite(descriptor, bytes, length);
  if (written > 0) record('W', pathOf(descriptor), NULL, bytes, (size_t)written, offset);
  return written;
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  if (pathOf(descriptor) == NULL) return syscall(SYS_writev, descriptor, parts, count);
  ssize_t total = 0;
  for (int index = 0; index < count; index += 1) {
    ssize_t written = write(descriptor, parts[index].iov_base, parts[index].iov_len);
    if (written < 0) return total > 0 ? total : -1;
    total += written;
    if ((size_t)written < parts[index].iov_len) break;
  }
  return total;
}

static ssize_t vectorAt(int descriptor, const struct iovec *parts, int count, int64_t offset) {
  ssize_t total = 0;
  for (int index = 0; index < count; index += 1) {
    ssize_t written = writeAt(descriptor, parts[index].iov_base, parts[index].iov_len, offset + total);
    if (written < 0) return total > 0 ? total : -1;
    total += written;
    if ((size_t)written < parts[index].iov_len) break;
  }
  return total;
}

ssize_t pwritev(int descriptor, const struct iovec *parts, int count, off_t offset) { return vectorAt(descriptor, parts, count, offset); }
ssize_t pwritev64(int descriptor, const struct iovec *parts, int count, off64_t offset) { return vectorAt(descriptor, parts, count, offset); }

/* Callers fall back to reading and writing, which is recorded. */
ssize_t copy_file_range(int from, off64_t *fromOffset, int to, off64_t *toOffset, size_t length, unsigned flags) {
  if (pathOf(to) == NULL) return syscall(SYS_copy_file_range, from, fromOffset, to, toOffset, length, flags);
  errno = EXDEV;
  return -1;
}

static ssize_t sendInto(int to, int from, off_t *offset, size_t length) {
  if (pathOf(to) == NULL) return syscall(SYS_sendfile, to, from, offset, length);
  char bytes[65536];
  size_t wanted = length < sizeof bytes ? length : sizeof bytes;
  ssize_t got = offset ? syscall(SYS_pread64, from, bytes, wanted, *offset) : syscall(SYS_read, from, bytes, wanted);
  if (got <= 0) return got;
  ssize_t written = write(to, bytes, (size_t)got);
  if (written > 0 && offset) *offset += written;
  return written;
}

ssize_t sendfile(int to, int from, off_t *offset, size_t length) { return sendInto(to, from, offset, length); }
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) { return sendInto(to, from, (off_t *)offset, length); }

static ssize_t readAt(int descriptor, void *bytes, size_t length, int64_t offset) {
  if (pathOf(descriptor) != NULL && fails(CALL_READ)) return -1;
  return syscall(SYS_pread64, descriptor, bytes, length, offset);
}

ssize_t pread(int descriptor, void *bytes, size_t length, off_t offset) { return readAt(descriptor, bytes, length, offset); }
ssize_t pread64(int descriptor, void *bytes, size_t length, off64_t offset) { return readAt(descriptor, bytes, length, offset); }

/* A failed flush is recorded too: what was not flushed by then may never be. */
static int flush(int descriptor, long call) {
  const char *path = pathOf(descriptor);
  if (path == NULL) return (int)syscall(call, descriptor);
  if (fails(CALL_SYNC)) {
    int error = errno;
    record('E', path, NULL, NULL, 0, 0);
    errno = error;
    return error == LIES ? 0 : -1;
  }
  int result = (int)syscall(call, descriptor);
  if (result == 0) record('S', path, NULL, NULL, 0, 0);
  return result;
}

int fsync(int descriptor) { return flush(descriptor, SYS_fsync); }
int fdatasync(int descriptor) { return flush(descriptor, SYS_fdatasync); }

static int truncateTo(int descriptor, int64_t length) {
  const char *path = pathOf(descriptor);
  if (path != NULL && fails(CALL_TRUNCATE)) return -1;
  int result = (int)syscall(SYS_ftruncate, descriptor, length);
  if (path != NULL && result == 0) record('T', path, NULL, NULL, 0, length);
  return result;
}

int ftruncate(int descriptor, off_t length) { return truncateTo(descriptor, length); }
int ftruncate64(int descriptor, off64_t length) { return truncateTo(descriptor, length); }

static int truncateNamed(const char *path, int64_t length) {
  int descriptor = open(path, O_WRONLY);
  if (descriptor < 0) return -1;
  int result = truncateTo(descriptor, length);
  int error = errno;
  close(descriptor);
  errno = error;
  return result;
}

int truncate(const char *path, off_t length) { return truncateNamed(path, length); }
int truncate64(const char *path, off64_t length) { return truncateNamed(path, length); }

/* Not every file system has it; SQLite and Node then write instead. */
int fallocate(int descriptor, int mode, off_t offset, off_t length) {
  if (pathOf(descriptor) == NULL) return (int)syscall(SYS_fallocate, descriptor, mode, offset, length);
  errno = EOPNOTSUPP;
  return -1;
}

int posix_fallocate(int descriptor, off_t offset, off_t length) {
  if (pathOf(descriptor) == NULL) return syscall(SYS_fallocate, descriptor, 0, offset, length) == 0 ? 0 : errno;
  return EOPNOTSUPP;
}

static int renamed(int result, char *from, char *to) {
  if (result == 0 && from != NULL && to != NULL) {
    record('R', from, to, NULL, 0, 0);
    for (int descriptor = 0; descriptor < MOST_DESCRIPTORS; descriptor += 1) {
      if (paths[descriptor] == NULL || strcmp(paths[descriptor], from) != 0) continue;
      forget(descriptor);
      paths[descriptor] = strdup(to);
    }
  }
  free(from);
  free(to);
  return result;
}

int renameat(int fromAt, const char *from, int toAt, const char *to) {
  char *watchedFrom = watchedPath(fromAt, from), *watchedTo = watchedPath(toAt, to);
  int isWatched = watchedFrom != NULL || watchedTo != NULL;
  int result = isWatched && fails(CALL_NAME) ? -1 : (int)syscall(SYS_renameat2, fromAt, from, toAt, to, 0);
  return renamed(result, watchedFrom, watchedTo);
}

int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

static int removeAt(int at, const char *path, int flags) {
  char *watched = watchedPath(at, path);
  int result = watched != NULL && fails(CALL_REMOVE) ? -1 : (int)syscall(SYS_unlinkat, at, path, flags);
  if (watched != NULL && result == 0) record('U', watched, NULL, NULL, 0, 0);
  free(watched);
  return result;
}

int unlinkat(int at, const char *path, int flags) { return removeAt(at, path, flags); }
int unlink(const char *path) { return removeAt(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return removeAt(AT_FDCWD, path, AT_REMOVEDIR); }

int remove(const char *path) {
  struct stat there;
  if (lstat(path, &there) != 0) return -1;
  return removeAt(AT_FDCWD, path, S_ISDIR(there.st_mode) ? AT_REMOVEDIR : 0);
}

static int makeFolder(int at, const char *path, mode_t mode) {
  char *watched = watchedPath(at, path);
  int result = watched != NULL && fails(CALL_NAME) ? -1 : (int)syscall(SYS_mkdirat, at, path, mode);
  if (watched != NULL && result == 0) record('D', watched, NULL, NULL, 0, 0);
  free(watched);
  return result;
}

int mkdirat(int at, const char *path, mode_t mode) { return makeFolder(at, path, mode); }
int mkdir(const char *path, mode_t mode) { return makeFolder(AT_FDCWD, path, mode); }

int linkat(int fromAt, const char *from, int toAt, const char *to, int flags) {
  char *watched = watchedPath(toAt, to);
  free(watched);
  if (watched == NULL) return (int)syscall(SYS_linkat, fromAt, from, toAt, to, flags);
  errno = EPERM;
  return -1;
}

int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
