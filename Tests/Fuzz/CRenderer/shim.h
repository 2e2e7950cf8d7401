// GitHub's parser with the extensions that GitHub renders comments with.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
