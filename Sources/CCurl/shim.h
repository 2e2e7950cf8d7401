#ifndef RUBRIC_CCURL_SHIM_H
#define RUBRIC_CCURL_SHIM_H

#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not import, and their last
// argument has a type that depends on the option: one typed wrapper for each type in use.

static inline CURLcode rubric_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode rubric_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode rubric_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode rubric_curl_set_list(
    CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode rubric_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

typedef size_t (*rubric_curl_receiver)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode rubric_curl_set_receiver(
    CURL *handle, CURLoption option, rubric_curl_receiver value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode rubric_curl_set_socket_opener(
    CURL *handle, curl_opensocket_callback value) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}

static inline CURLcode rubric_curl_get_long(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}

#endif
