// GitHub's CommonMark parser. Its extensions are for rendering what was measured first: one small
// table can cost this version seconds (CVE-2023-37463).
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>
#include <string.h>

// The C library's functions belong to other modules, which differ from one system to the next.
static inline size_t cmark_shim_length(const char *text) { return strlen(text); }
static inline void cmark_shim_free(char *text) { free(text); }
