// GitHub's CommonMark parser, without its extensions: a table is then a paragraph whose rows are
// read from bytes, because one small table can cost this version seconds (CVE-2023-37463).
#include <cmark-gfm.h>
