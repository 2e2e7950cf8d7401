#include <git2.h>
#include <git2/sys/hashsig.h>

// git_libgit2_opts is variadic, which Swift cannot call: one typed wrapper for each option in use.

/// Turns the check that every object read has the name it was asked for on or off.
// The folders in which the files of a level of configuration are looked for, with colons between.
static inline int cgit2_set_search_path(git_config_level_t level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

static inline int cgit2_set_strict_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

/// Turns the check that a repository belongs to the current user on or off.
static inline int cgit2_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

/// Names the repository extensions that do not keep a repository from being opened; they are copied.
static inline int cgit2_set_extensions(const char **names, size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, count);
}

/// Turns libgit2's cache of the objects it has read on or off.
static inline int cgit2_set_caching(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, enabled);
}
